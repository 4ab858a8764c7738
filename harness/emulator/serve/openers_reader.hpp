// Reads what there is to know of terminals' openers while an executor runs: one wait for all the modems of
// it.
#pragma once

#include "harness/emulator/serve/openers.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/execution_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>

#include <memory>
#include <optional>

namespace dialbench::serve {

class OpenersReader final : public boost::asio::execution_context::service {
 public:
  using key_type = OpenersReader;
  static boost::asio::execution_context::id id;
  explicit OpenersReader(boost::asio::execution_context& context);

  // Held by each modem that is served; with none left nothing keeps the executor from its end.
  class Use {
   public:
    explicit Use(const boost::asio::any_io_executor& executor);
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;
    ~Use() { reader_.end(); }

   private:
    OpenersReader& reader_;
  };

 private:
  void begin(const boost::asio::any_io_executor& executor);
  void end();
  void shutdown() override { descriptor_.reset(); }
  void wait();

  std::shared_ptr<Openers> openers_;
  std::optional<boost::asio::posix::stream_descriptor> descriptor_; // a duplicate
  unsigned modems_ = 0;
  bool waiting_ = false;
};

} // namespace dialbench::serve
