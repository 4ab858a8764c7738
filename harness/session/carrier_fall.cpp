#include "harness/session/carrier_fall.hpp"

#include <utility>

namespace dialbench::session {
namespace {

// How long a port may take to say how its lines are.
constexpr Duration look_max = std::chrono::milliseconds(200);
// ATH lets DCD fall before it is answered; the rest is for modems that take their time.
constexpr Duration fall_max = std::chrono::seconds(1);

} // namespace

CarrierFall::CarrierFall(Context& context, Listener& listener, Hear hear)
    : context_(context)
    , listener_(listener)
    , hear_(std::move(hear))
    , began_(context.now)
    , look_(context.request({})) {}

Time CarrierFall::until() const noexcept { return began_ + (context_.carrier_rose() ? fall_max : look_max); }

bool CarrierFall::done() const { return context_.now >= until() || (looked_ && !context_.carrier_rose()); }

std::optional<Time> CarrierFall::deadline() const { return done() ? context_.now : until(); }

std::size_t CarrierFall::receive(std::string_view bytes) { return listener_.receive(bytes, hear_); }

void CarrierFall::tick() { listener_.tick(hear_); }

// The lines that came with it are told to the session behind this.
void CarrierFall::answered(RequestId id, const PortAnswer&) { looked_ = looked_ || id == look_; }

std::optional<Session::Waiting> CarrierFall::waiting() const {
  return Session::Waiting{
      .what = "DCD to fall behind the hang-up", .until = until(), .until_what = "the call counts as up"};
}

} // namespace dialbench::session
