#include "harness/emulator/modem.hpp"

#include "harness/emulator/machine.hpp"

namespace dialbench::emulator {

Modem::Modem(const Exchange& exchange, Habits habits)
    : machine_(std::make_unique<Machine>(exchange, std::move(habits))) {}
Modem::~Modem() = default;
Modem::Modem(Modem&&) noexcept = default;
Modem& Modem::operator=(Modem&&) noexcept = default;

void Modem::receive(std::string_view bytes, Time now) { machine_->receive(bytes, now); }
void Modem::set_dtr(bool on, Time now) { machine_->set_dtr(on, now); }
void Modem::tick(Time now) { machine_->tick(now); }
void Modem::ring(const Far& caller, unsigned rings, Time now) { machine_->ring(caller, rings, now); }
void Modem::power_on(Time now) { machine_->power_on(now); }

std::string_view Modem::output() const noexcept { return machine_->out().ready(); }
void Modem::taken(std::size_t bytes) { machine_->taken(bytes); }
std::optional<Time> Modem::deadline() const noexcept { return machine_->deadline(); }
evidence::ModemLines Modem::lines() const noexcept { return machine_->lines(); }
std::size_t Modem::room() const noexcept { return machine_->out().room(); }
bool Modem::unplugged() const noexcept { return machine_->unplugged(); }
unsigned Modem::dials() const noexcept { return machine_->dials(); }

} // namespace dialbench::emulator
