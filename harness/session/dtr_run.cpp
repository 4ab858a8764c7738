#include "harness/session/dtr_run.hpp"

namespace dialbench::session {
namespace {

constexpr Duration low_for = std::chrono::milliseconds(500);
constexpr Duration carrier_max = std::chrono::seconds(5);
// A modem with &D3 restarts when DTR rises; it is given the settle time that timing.md, section 7, names.
constexpr Duration settle = std::chrono::milliseconds(250);

} // namespace

DtrRun::DtrRun(Context& context, Listener& listener)
    : context_(context)
    , listener_(listener)
    , began_(context.now)
    , until_(context.now + low_for) {
  listener_.forget_mode();
  context_.dropped_dtr();
  PortRequest drop;
  drop.kind = PortRequest::Kind::set_lines;
  drop.dtr = false;
  drop_ = context_.request(drop);
}

std::size_t DtrRun::receive(std::string_view bytes) {
  // OK or NO CARRIER may come when DTR drops (facts: quirk 5); neither is needed.
  return listener_.receive(bytes, [this](const Heard& heard) {
    if (heard.result.meaning == at::Meaning::no_carrier && context_.now == began_)
      lost_at_ = context_.last_byte_at;
    return at::Next::go_on;
  });
}

void DtrRun::tick() {
  listener_.tick([](const Heard&) { return at::Next::go_on; });
  if (state_ == State::done || context_.now < until_) return;
  if (state_ == State::low) {
    state_ = State::carrier;
    until_ = context_.now + carrier_max;
    look_ = context_.request({});
    return;
  }
  if (state_ == State::carrier) {
    PortRequest raise;
    raise.kind = PortRequest::Kind::set_lines;
    raise.dtr = true;
    context_.request(raise);
    state_ = State::settling;
    until_ = context_.now + settle;
    return;
  }
  state_ = State::done;
  context_.final_seen();
}

void DtrRun::answered(RequestId id, const PortAnswer& answer) {
  if (id == drop_ && answer.kind != PortAnswer::Kind::done) {
    supported_ = false;
    state_ = State::done;
  }
  if (id == look_ && answer.lines) lines_changed(*answer.lines);
}

void DtrRun::lines_changed(const evidence::ModemLines& lines) {
  context_.evidence.lines_at_end = lines;
  if (lines.dcd || state_ == State::done) return;
  carrier_gone_ = true;
  if (state_ == State::carrier) until_ = context_.now;
}

std::optional<Session::Waiting> DtrRun::waiting() const {
  return Session::Waiting{
      .what = "DCD to fall after DTR was dropped", .until = until_, .until_what = "it counts as stuck"};
}

} // namespace dialbench::session
