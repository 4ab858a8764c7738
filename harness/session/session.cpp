#include "harness/session/session.hpp"

#include "harness/session/machine.hpp"

#include <utility>

namespace dialbench::session {

Session::Session(script::Script script, Options options)
    : Session(std::make_shared<const script::Script>(std::move(script)), std::move(options)) {}
Session::Session(std::shared_ptr<const script::Script> script, Options options)
    : machine_(std::make_unique<Machine>(std::move(script), std::move(options))) {}
Session::~Session() = default;
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;

void Session::start(Time now) { machine_->start(now); }
void Session::receive(std::string_view bytes, Time now) { machine_->receive(bytes, now); }
void Session::sent(std::size_t bytes, Time now) { machine_->sent(bytes, now); }
void Session::answered(RequestId id, const PortAnswer& answer, Time now) {
  machine_->answered(id, answer, now);
}
void Session::lines_changed(const evidence::ModemLines& lines, Time now) {
  machine_->lines_changed(lines, now);
}
void Session::port_failed(const evidence::PortProblem& problem, Time now) {
  machine_->port_failed(problem, now);
}
void Session::stop(Time now) { machine_->stop(now); }
void Session::tick(Time now) { machine_->tick(now); }

std::string_view Session::output() const noexcept { return machine_->context.output(); }
bool Session::output_is_secret() const noexcept { return machine_->context.output_is_secret(); }
std::optional<PortRequest> Session::next_request() { return machine_->context.next_request(); }
std::optional<Time> Session::deadline() const noexcept { return machine_->deadline(); }
const evidence::Outcome* Session::outcome() const noexcept { return machine_->outcome(); }
std::span<const evidence::Note> Session::notes() const noexcept { return machine_->context.evidence.notes; }
std::optional<Session::Waiting> Session::waiting() const { return machine_->waiting(); }

} // namespace dialbench::session
