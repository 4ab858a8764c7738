#include "at/interpreter.hpp"

namespace dialbench::at {

namespace {

Event::Kind kind_for(Role role) noexcept {
  switch (role) {
  case Role::final: return Event::Kind::final;
  case Role::intermediate: return Event::Kind::intermediate;
  case Role::unsolicited: return Event::Kind::unsolicited;
  case Role::information: break;
  }
  return Event::Kind::information;
}

} // namespace

Result Event::result() const noexcept {
  const bool kind_has_word = kind != Kind::echo && kind != Kind::data && kind != Kind::overflow;
  Result result = closely_ != nullptr
                      ? *closely_
                      : detail::made(meaning, kind_has_word ? detail::trimmed(bytes) : bytes, 0, damage);
  result.slips = slips;
  return result;
}

Interpreter::Interpreter() noexcept {
  for (std::size_t i = 0; i < kinds_.size(); ++i) kinds_[i] = kind_for(role(static_cast<Meaning>(i)));
}

void Interpreter::set_dialect(const Dialect* dialect) noexcept {
  context_.dialect = dialect;
  starts_.set(dialect);
}

void Interpreter::data_mode() noexcept {
  data_ = true;
  line_feed_may_come_ = false;
}

void Interpreter::clear() noexcept {
  reader_.clear();
  data_ = false;
}

const Result& Interpreter::look_closely_at(const Line& line) noexcept {
  Context context = context_;
  context.own_line_end = lacks_line_end(line);
  closely_ = detail::look_closely(line.text, context);
  return closely_;
}

// Data begins behind the LF of the CR LF that ended the line of the CONNECT, wherever the chunks are cut.
std::size_t Interpreter::line_feed_in_front(std::string_view bytes) noexcept {
  const bool may_come = line_feed_may_come_;
  line_feed_may_come_ = false;
  return may_come && reader_.is_line_feed(bytes.front()) ? 1 : 0;
}

} // namespace dialbench::at
