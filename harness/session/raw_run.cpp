#include "harness/session/raw_run.hpp"

#include <utility>

namespace dialbench::session {
namespace {

// A break as chat and most terminals send it.
constexpr Duration break_usual = std::chrono::milliseconds(250);

} // namespace

RawRun::RawRun(Context& context, std::vector<script::Step::Piece> pieces, bool secret)
    : context_(context)
    , pieces_(std::move(pieces))
    , secret_(secret)
    , pause_until_(context.ready_at()) {}

void RawRun::tick() {
  using Kind = script::Step::Piece::Kind;
  if (const auto stalled = context_.stall_deadline(); stalled && context_.now >= *stalled) {
    stalled_ = true;
    next_ = pieces_.size();
    context_.drop_output();
    return;
  }
  while (next_ < pieces_.size() && !pausing() && context_.all_taken()) {
    const auto& piece = pieces_[next_++];
    if (piece.kind == Kind::bytes && !piece.bytes.empty()) context_.send(piece.bytes, secret_);
    if (piece.kind == Kind::pause) pause_until_ = context_.now + piece.duration;
    if (piece.kind == Kind::send_break) {
      PortRequest request;
      request.kind = PortRequest::Kind::send_break;
      request.duration = break_usual;
      context_.request(request);
      pause_until_ = context_.now + break_usual;
    }
  }
}

void RawRun::send_rest() {
  for (; next_ < pieces_.size(); ++next_) {
    if (pieces_[next_].kind == script::Step::Piece::Kind::bytes) context_.send(pieces_[next_].bytes, secret_);
  }
}

std::optional<Time> RawRun::deadline() const {
  if (pausing()) return pause_until_;
  return context_.all_taken() ? context_.now : context_.stall_deadline();
}

} // namespace dialbench::session
