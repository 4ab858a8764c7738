// dialbench without a command: one call for every way a call can end. Each number has an emulated modem of
// its own behind a socat pair, and is dialled through the same driver that drives a real port; all at once.
#include "harness/app/commands.hpp"
#include "harness/app/connection.hpp"
#include "harness/app/find_scripts.hpp"
#include "harness/app/log.hpp"
#include "harness/app/refusal.hpp"
#include "harness/app/signals.hpp"
#include "harness/app/terminal.hpp"
#include "harness/emulator/exchange.hpp"
#include "harness/report/table.hpp"
#include "harness/runner/run.hpp"
#include "harness/script/read.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <exception>
#include <optional>

namespace dialbench::app {
namespace {

using boost::asio::awaitable;

constexpr std::string_view numbers[] = {"5550100", "5550176", "5550177", "5550178", "5550179", "5550180",
                                        "5550181", "5550192", "5550103", "5550107", "5550105", "5550106"};

constexpr auto opening = "No phone line is used: a built-in exchange answers, ten times as fast as real.\n\n";
constexpr auto closing = "\nNext:\n"
                         "  dialbench dial 5550179          one of these calls, with evidence and causes\n"
                         "  dialbench explain 678           what a code means and what to check\n"
                         "  dialbench ports                 the ports of this machine, and who holds them\n"
                         "  dialbench dial -p PORT NUMBER   a modem of your own\n"
                         "  dialbench --help                everything else\n";

class Demonstration {
 public:
  Demonstration()
      : signals_(context_.get_executor(), [this] { stop(); })
      , rows_(std::size(numbers)) {}

  // The exit status; what is wrong with the scripts is said.
  int run() {
    const auto folder = find_scripts();
    if (!folder) return failure(folder.error());
    const auto file = (*folder / "dial.toml").string();
    const auto text = script::read_file(file);
    if (!text) return failure(script::shown(text.error()));
    print(opening + report::table_head(style_));
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const script::Assignment number[] = {{"number", std::string(numbers[i])}};
      auto script = script::read_toml(*text, file, number, rules());
      if (!script) return failure(script::shown(script.error()));
      start(i, std::move(*script));
    }
    context_.run();
    if (thrown_) std::rethrow_exception(thrown_);
    if (!note_.empty()) print('\n' + note_ + '\n');
    print(closing);
    return printed_status();
  }

 private:
  static script::NumberRules rules() {
    script::NumberRules rules;
    rules.line_simulator = true;
    return rules;
  }

  void start(std::size_t i, script::Script script) {
    boost::asio::co_spawn(context_, call(i, std::move(script)), [this](const std::exception_ptr& thrown) {
      if (thrown && !thrown_) thrown_ = thrown;
      if (++ended_ == rows_.size()) signals_.ignore();
    });
  }

  void stop() {
    for (auto& stopper : stoppers_) stopper.stop();
  }

  awaitable<void> call(std::size_t i, script::Script script) {
    const std::string number(numbers[i]);
    auto connected = connect_by_socat();
    if (!connected) {
      show(i, not_opened(connected.error(), "", number));
      co_return;
    }
    session::Options options;
    options.command_gap = connected->command_gap();
    options.rules = rules();
    options.emulated = true;
    session::Session session(std::move(script), options);
    runner::Run run;
    run.pace = connected->pace();
    run.stopper = &stoppers_[i];
    co_await runner::run(session, connected->port(), std::move(run));
    show(i, session.outcome() ? *session.outcome() : stopped_before_dialling(number));
  }

  Connected connect_by_socat() {
    const auto executor = context_.get_executor();
    const auto& exchange = emulator::embedded_exchange();
    serve::Serving serving;
    serving.pace = embedded_pace;
    auto pair = serve::on_socat(executor, exchange, {}, "", serving);
    if (!pair) {
      note_ = "Without socat, each call was made on a pty: " + pair.error();
      pair = serve::on_pty(executor, exchange, {}, "", serving);
    }
    return connect(executor, std::move(pair), CallSettings{});
  }

  // Rows come out in their order, each as soon as those before it are there.
  void show(std::size_t i, const evidence::Outcome& outcome) {
    const auto& evidence = outcome.evidence;
    const Time dialled = evidence.dial_sent.value_or(Time(0));
    rows_[i] = report::Row{std::string(numbers[i]), diagnosis::diagnose(outcome),
                           evidence.ended.value_or(dialled) - dialled};
    for (; printed_ < rows_.size() && rows_[printed_]; ++printed_)
      print(report::table_row(*rows_[printed_], style_));
  }

  boost::asio::io_context context_{1};
  Signals signals_;
  report::Style style_ = output_style();
  runner::Stopper stoppers_[std::size(numbers)];
  std::vector<std::optional<report::Row>> rows_;
  std::size_t printed_ = 0;
  std::size_t ended_ = 0;
  std::exception_ptr thrown_;
  std::string note_;
};

} // namespace

int demonstrate() {
  if (const auto wrong = start_log("", 0); !wrong.empty()) return failure(wrong);
  return Demonstration().run();
}

} // namespace dialbench::app
