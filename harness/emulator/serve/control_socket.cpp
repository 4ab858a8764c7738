#include "harness/emulator/serve/control_socket.hpp"

#include "harness/emulator/serve/descriptor.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <set>
#include <utility>

namespace dialbench::serve {

namespace asio = boost::asio;
using asio::local::stream_protocol;
using boost::system::error_code;

namespace {

constexpr std::size_t clients_max = 8; // at once; a further one is closed

bool is_socket(const std::string& path) {
  struct stat status;
  return ::lstat(path.c_str(), &status) == 0 && S_ISSOCK(status.st_mode);
}

bool nobody_listens(const stream_protocol::endpoint& address) {
  const Descriptor probe(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  if (!probe) return false;
  return ::connect(probe.number(), address.data(), static_cast<socklen_t>(address.size())) != 0 &&
         errno == ECONNREFUSED;
}

// What clients and the listener share; it outlives the control as long as one of them is open.
struct Shared {
  explicit Shared(Fleet& obeyed)
      : fleet(&obeyed) {}
  Fleet* fleet; // null: the control is gone
  std::set<stream_protocol::socket*> clients;
};

asio::awaitable<void> serve_client(stream_protocol::socket client, std::shared_ptr<Shared> shared) {
  shared->clients.insert(&client);
  ControlLines lines(*shared->fleet);
  std::array<char, 512> bytes;
  const auto room = asio::buffer(bytes);
  while (true) {
    error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    const auto count = co_await client.async_read_some(room, token);
    const bool over = error == asio::error::eof;
    if ((error && !over) || shared->fleet == nullptr) break;
    const std::string replies = over ? lines.finish() : lines.feed({bytes.data(), count});
    const auto reply = asio::buffer(replies);
    auto written = asio::redirect_error(asio::use_awaitable, error);
    co_await asio::async_write(client, reply, written);
    if (over || error || shared->fleet == nullptr) break;
  }
  shared->clients.erase(&client);
}

class SocketControl final : public Control {
 public:
  SocketControl(const asio::any_io_executor& executor, Fleet& fleet, std::string path)
      : acceptor_(std::make_shared<stream_protocol::acceptor>(executor))
      , shared_(std::make_shared<Shared>(fleet))
      , path_(std::move(path)) {}
  ~SocketControl() override {
    shared_->fleet = nullptr;
    if (acceptor_->is_open()) ::unlink(path_.c_str());
    error_code ignored;
    acceptor_->close(ignored);
    for (auto* const client : shared_->clients) client->close(ignored);
  }

  error_code listen(const stream_protocol::endpoint& address) {
    error_code error;
    acceptor_->open(address.protocol(), error);
    if (!error) acceptor_->bind(address, error);
    if (error) {
      error_code ignored;
      acceptor_->close(ignored); // before the name is ours
      return error;
    }
    acceptor_->listen(asio::socket_base::max_listen_connections, error);
    if (!error) asio::co_spawn(acceptor_->get_executor(), accept(acceptor_, shared_), asio::detached);
    return error;
  }

 private:
  static asio::awaitable<void> accept(std::shared_ptr<stream_protocol::acceptor> acceptor,
                                      std::shared_ptr<Shared> shared) {
    while (acceptor->is_open()) {
      error_code error;
      auto token = asio::redirect_error(asio::use_awaitable, error);
      auto client = co_await acceptor->async_accept(token);
      if (error || shared->fleet == nullptr) break;
      if (shared->clients.size() >= clients_max) continue;
      const auto executor = acceptor->get_executor();
      asio::co_spawn(executor, serve_client(std::move(client), shared), asio::detached);
    }
  }

  std::shared_ptr<stream_protocol::acceptor> acceptor_;
  std::shared_ptr<Shared> shared_;
  std::string path_;
};

class StreamControl final : public Control {
 public:
  StreamControl(const asio::any_io_executor& executor, Fleet& fleet, Descriptor in)
      : flags_(::fcntl(in.number(), F_GETFL))
      , in_(std::make_shared<asio::posix::stream_descriptor>(executor, in.release()))
      , shared_(std::make_shared<Shared>(fleet)) {
    asio::co_spawn(executor, read(in_, shared_), asio::detached);
  }
  ~StreamControl() override {
    shared_->fleet = nullptr;
    // It may be shared with a shell, which wants it to block.
    if (flags_ >= 0) ::fcntl(in_->native_handle(), F_SETFL, flags_);
    error_code ignored;
    in_->close(ignored);
  }

 private:
  static asio::awaitable<void> read(std::shared_ptr<asio::posix::stream_descriptor> in,
                                    std::shared_ptr<Shared> shared) {
    ControlLines lines(*shared->fleet);
    std::array<char, 512> bytes;
    const auto room = asio::buffer(bytes);
    while (true) {
      error_code error;
      auto token = asio::redirect_error(asio::use_awaitable, error);
      const auto count = co_await in->async_read_some(room, token);
      const bool over = error == asio::error::eof;
      if ((error && !over) || shared->fleet == nullptr) break;
      const std::string replies = over ? lines.finish() : lines.feed({bytes.data(), count});
      [[maybe_unused]] const auto told = ::write(STDERR_FILENO, replies.data(), replies.size());
      if (over) break;
    }
  }

  int flags_;
  std::shared_ptr<asio::posix::stream_descriptor> in_;
  std::shared_ptr<Shared> shared_;
};

} // namespace

at::Expected<std::unique_ptr<Control>, std::string>
Control::on_socket(const asio::any_io_executor& executor, Fleet& fleet, const std::string& path) {
  if (path.empty() || path.size() >= sizeof(sockaddr_un::sun_path))
    return at::Unexpected{"the control socket's name is to have 1 to 107 bytes: " + path};
  const stream_protocol::endpoint address(path);
  if (is_socket(path) && nobody_listens(address)) ::unlink(path.c_str());
  auto control = std::make_unique<SocketControl>(executor, fleet, path);
  if (const auto error = control->listen(address))
    return at::Unexpected{"cannot listen on " + path + ": " + error.message()};
  return std::unique_ptr<Control>(std::move(control));
}

at::Expected<std::unique_ptr<Control>, std::string> Control::on_stdin(const asio::any_io_executor& executor,
                                                                      Fleet& fleet) {
  struct stat status;
  if (::fstat(STDIN_FILENO, &status) == 0 && S_ISREG(status.st_mode))
    return at::Unexpected{
        std::string("commands on standard input come from a pipe or a terminal, not from a file")};
  Descriptor in(::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3));
  if (!in) return at::Unexpected{std::string("standard input is closed: ") + std::strerror(errno)};
  return std::unique_ptr<Control>(std::make_unique<StreamControl>(executor, fleet, std::move(in)));
}

} // namespace dialbench::serve
