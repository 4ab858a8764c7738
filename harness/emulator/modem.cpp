#include "harness/emulator/modem.hpp"

#include "harness/emulator/machine.hpp"

#include <utility>

namespace dialbench::emulator {

Modem::Modem(const Exchange& exchange, Habits habits)
    : machine_(std::make_unique<Machine>(exchange, std::move(habits))) {}
Modem::~Modem() = default;
Modem::Modem(Modem&&) noexcept = default;
Modem& Modem::operator=(Modem&&) noexcept = default;

void Modem::receive(std::string_view bytes, Time now) { machine_->receive(bytes, now); }
void Modem::set_dtr(bool on, Time now) { machine_->set_dtr(on, now); }
void Modem::tick(Time now) { machine_->tick(now); }
void Modem::ring(const Far& caller, unsigned rings, Time now) {
  machine_->ring(caller, rings, std::nullopt, now);
}
bool Modem::ring(const Far& far, unsigned rings, const Caller& caller, Time now) {
  return machine_->ring(far, rings, caller, now);
}
void Modem::power_on(Time now) { machine_->power_on(now); }
void Modem::pull_plug(Time now) { machine_->pull_plug(now); }
std::shared_ptr<const Modem::Memory> Modem::memory() const { return machine_->memory(); }
void Modem::recall(const Memory& memory) { machine_->recall(memory); }
void Modem::drop_line(Time now) { machine_->drop_line(now); }
void Modem::plug_into(OwnLine line) { machine_->plug_into(std::move(line)); }
void Modem::plug_into(std::unique_ptr<Line> line) { machine_->plug_into(std::move(line)); }
Modem::Hook Modem::hook() const noexcept { return machine_->hook(); }

std::string_view Modem::output() const noexcept { return machine_->out().ready(); }
void Modem::taken(std::size_t bytes) { machine_->taken(bytes); }
std::optional<Time> Modem::deadline() const noexcept { return machine_->deadline(); }
evidence::ModemLines Modem::lines() const noexcept { return machine_->lines(); }
std::size_t Modem::room() const noexcept { return machine_->room(); }
bool Modem::unplugged() const noexcept { return machine_->unplugged(); }
unsigned Modem::dials() const noexcept { return machine_->dials(); }

} // namespace dialbench::emulator
