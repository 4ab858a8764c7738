#include "harness/emulator/switch.hpp"

#include "harness/emulator/exchange.hpp"
#include "harness/emulator/link.hpp"

#include <algorithm>
#include <utility>

namespace dialbench::emulator {

namespace {

constexpr std::size_t subscriber_digits = 7; // without a prefix or an area code

} // namespace

Far agree(const Far& one, const Far& other) {
  Far link;
  const Link ours = offered_by(one);
  const Link theirs = offered_by(other);
  link.rate = std::min(ours.receive, theirs.transmit);
  link.rate_up = std::min(ours.transmit, theirs.receive);
  const bool slower = std::max(ours.receive, ours.transmit) <= std::max(theirs.receive, theirs.transmit);
  link.modulation =
      modulation_at(std::max(link.rate, link.rate_up), slower ? one.modulation : other.modulation);
  link.error_control = one.error_control == other.error_control ? one.error_control : "NONE";
  link.compression = one.compression == other.compression ? one.compression : "NONE";
  if (link.error_control.empty() || link.error_control == "NONE") link.compression = "NONE"; // it needs V.42
  link.error_control_given = one.error_control_given && other.error_control_given;
  link.after = std::max(one.after, other.after);
  return link;
}

class Switch::SwitchLine final : public Line {
 public:
  SwitchLine(std::shared_ptr<Lines> lines, Subscriber subscriber, Wake wake)
      : lines_(std::move(lines))
      , subscriber_(std::move(subscriber))
      , wake_(std::move(wake)) {}
  SwitchLine(const SwitchLine&) = delete;
  SwitchLine& operator=(const SwitchLine&) = delete;
  ~SwitchLine() override {
    SwitchLine::on_hook(Leaving::line_dies, latest_);
    std::erase(*lines_, this);
  }

  [[nodiscard]] const std::string& number() const noexcept { return subscriber_.self.number; }

  void leads_to(LineEnd* end) override { end_ = end; }
  [[nodiscard]] bool reaches_modem(std::string_view number) const override {
    return find(*lines_, number) != nullptr;
  }

  bool call(std::string_view number, Time now) override {
    latest_ = now;
    SwitchLine* const other = find(*lines_, number);
    const bool free = other != nullptr && other != this && other->peer_ == nullptr &&
                      other->end_ != nullptr && !other->end_->busy();
    if (!free || peer_ != nullptr) return false;
    join(*other, State::calling, State::rung);
    other->end_->called(agree(other->subscriber_.link, end_->offers(subscriber_.link, false)),
                        subscriber_.self, now);
    other->wake_();
    return true;
  }

  void off_hook(bool answers, Time now) override {
    latest_ = now;
    if (state_ != State::rung) return;
    Far link = agree(peer_->subscriber_.link, end_->offers(subscriber_.link, true));
    if (answers)
      find_refusal(link);
    else
      link.kind = Far::Kind::silent;
    peer_->state_ = state_ = State::talking;
    peer_->end_->far_answered(link, now);
    peer_->wake_();
  }

  void on_hook(Leaving how, Time now) override {
    latest_ = now;
    if (peer_ == nullptr) return;
    SwitchLine& other = *std::exchange(peer_, nullptr);
    other.peer_ = nullptr;
    const State was = std::exchange(state_, State::idle);
    other.state_ = State::idle;
    if (was == State::calling) other.end_->caller_left(now);
    if (was == State::talking) other.end_->far_left(how, now);
    other.wake_();
  }

  void say(std::string_view bytes, Time now) override {
    latest_ = now;
    if (state_ != State::talking) return;
    peer_->end_->far_says(bytes, now);
    peer_->wake_();
  }
  [[nodiscard]] std::optional<std::size_t> room() const noexcept override {
    if (state_ != State::talking) return std::nullopt;
    return peer_->end_->far_room();
  }
  void made_room() override {
    if (state_ == State::talking) peer_->wake_();
  }

 private:
  enum class State { idle, calling, rung, talking };
  // `link`: what we leave to the caller. Either end may refuse what the other leaves, and both are told.
  void find_refusal(const Far& link) {
    LineEnd& caller = *peer_->end_;
    auto why = caller.refusal(link, false);
    if (why == at::CallEnd::in_progress)
      why = end_->refusal(agree(subscriber_.link, caller.offers(peer_->subscriber_.link, false)), true);
    if (why == at::CallEnd::in_progress) return;
    caller.no_link(why);
    end_->no_link(why);
  }
  void join(SwitchLine& other, State ours, State theirs) {
    peer_ = &other;
    other.peer_ = this;
    state_ = ours;
    other.state_ = theirs;
  }

  std::shared_ptr<Lines> lines_;
  Subscriber subscriber_;
  Wake wake_;
  LineEnd* end_ = nullptr;
  SwitchLine* peer_ = nullptr; // where state_ is not idle
  State state_ = State::idle;
  Time latest_{};
};

Switch::SwitchLine* Switch::find(const Lines& lines, std::string_view dialled) {
  const std::string digits = digits_of(dialled);
  const auto with = [&](std::string_view number) -> SwitchLine* {
    const auto found = std::ranges::find(lines, number, &SwitchLine::number);
    return found == lines.end() ? nullptr : *found;
  };
  if (digits.empty()) return nullptr;
  if (auto* const whole = with(digits)) return whole;
  if (digits.size() <= subscriber_digits) return nullptr;
  return with(std::string_view(digits).substr(digits.size() - subscriber_digits));
}

Switch::Switch()
    : lines_(std::make_shared<Lines>()) {}

std::unique_ptr<Line> Switch::line(Subscriber subscriber, Wake wake) {
  auto line = std::make_unique<SwitchLine>(lines_, std::move(subscriber), std::move(wake));
  lines_->push_back(line.get());
  return line;
}

} // namespace dialbench::emulator
