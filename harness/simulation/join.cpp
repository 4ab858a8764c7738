#include "harness/simulation/join.hpp"

#include "harness/emulator/faults/random.hpp"

#include <algorithm>
#include <string>

namespace dialbench::simulation {
namespace {

// Far more than any conversation needs; a machine that asks to be called again at once, for ever, ends here.
constexpr int rounds_max = 5'000'000;

class Wire {
  using Request = session::PortRequest;

 public:
  Wire(session::Session& session, emulator::Dce& modem, const Join& options, Time start)
      : session_(session)
      , modem_(modem)
      , options_(options)
      , start_(start)
      , random_(options.chunk_seed) {}

  // Moves what there is to move at this moment; true where anything moved.
  bool move(Time now) {
    bool moved = to_modem(now);
    moved = requests(now) || moved;
    moved = from_modem(now) || moved;
    return moved;
  }

 private:
  void record(transcript::Kind kind, std::string_view bytes, Time now) {
    if (options_.record)
      options_.record({.at = now - start_, .kind = kind, .text = std::string(bytes), .length = bytes.size()});
  }

  bool to_modem(Time now) {
    const std::string_view bytes = session_.output(); // stays until sent() takes it
    if (bytes.empty() || modem_.room() == 0) return false;
    if (session_.output_is_secret())
      record(transcript::Kind::secret, std::string(bytes.size(), '*'), now);
    else
      record(transcript::Kind::sent, bytes, now);
    modem_.receive(bytes, now);
    session_.sent(bytes.size(), now - start_);
    return true;
  }

  bool from_modem(Time now) {
    const std::string_view ready = modem_.output();
    if (ready.empty()) return false;
    const std::string_view bytes = ready.substr(0, chunk(ready.size())); // stays until taken() takes it
    record(transcript::Kind::received, bytes, now);
    session_.receive(bytes, now - start_);
    modem_.taken(bytes.size());
    return true;
  }

  std::size_t chunk(std::size_t size) {
    if (options_.chunk_seed == 0) return size;
    return random_.from_to(1, size);
  }

  bool requests(Time now) {
    bool any = false;
    while (const auto request = session_.next_request()) {
      any = true;
      session_.answered(request->id, options_.lines ? on_a_uart(*request, now) : on_a_pty(*request),
                        now - start_);
    }
    return any;
  }

  session::PortAnswer on_a_uart(const session::PortRequest& request, Time now) {
    if (request.kind == Request::Kind::set_lines && request.dtr) modem_.set_dtr(*request.dtr, now);
    if (request.kind == Request::Kind::reopen) {
      modem_.set_dtr(false, now);
      modem_.set_dtr(true, now);
    }
    session::PortAnswer answer;
    answer.lines = modem_.lines();
    return answer;
  }

  static session::PortAnswer on_a_pty(const session::PortRequest& request) {
    session::PortAnswer answer;
    if (request.kind == Request::Kind::set_lines || request.kind == Request::Kind::read_lines)
      answer.kind = session::PortAnswer::Kind::not_supported;
    return answer;
  }

  session::Session& session_;
  emulator::Dce& modem_;
  const Join& options_;
  Time start_;
  faults::Random random_;
};

std::optional<Time> next_of(const session::Session& session, const emulator::Dce& modem, Time start) {
  auto ours = session.deadline();
  if (ours) *ours += start;
  const auto theirs = modem.deadline();
  if (!ours || !theirs) return ours ? ours : theirs;
  return std::min(*ours, *theirs);
}

} // namespace

Result join(session::Session& session, emulator::Dce& modem, const Join& options, Time start) {
  Wire wire(session, modem, options, start);
  Time now = start;
  auto lines = modem.lines();
  session.start(Time{});
  if (options.lines) session.lines_changed(lines, Time{});
  for (int round = 0; round < rounds_max; ++round) {
    while (session.outcome() == nullptr && wire.move(now)) {
    }
    if (session.outcome() != nullptr) return {.ended = Ended::with_outcome, .at = now};
    if (modem.unplugged()) {
      session.port_failed(
          {.fault = evidence::PortFault::lost, .system_error = 0, .detail = "unplugged", .advice = {}},
          now - start);
      continue;
    }
    if (options.lines) {
      if (const auto changed = modem.lines(); changed != lines) {
        lines = changed;
        session.lines_changed(lines, now - start);
        continue;
      }
    }
    const auto next = next_of(session, modem, start);
    if (!next) return {.ended = Ended::stuck, .at = now};
    now = std::max(now, *next);
    if (now - start > options.limit) return {.ended = Ended::too_long, .at = now};
    modem.tick(now);
    session.tick(now - start);
  }
  return {.ended = Ended::too_long, .at = now};
}

} // namespace dialbench::simulation
