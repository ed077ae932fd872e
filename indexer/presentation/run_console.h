// What a person sees of a run on standard error: skips as they come, progress on a terminal, one summary.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "indexer/pipeline.h"

namespace warta::indexer {

struct ConsoleOptions {
  bool names_every_skip = false;  // else the first kNamedSkips are named, and the rest counted
  bool is_quiet = false;          // no progress, which a terminal gets otherwise
  std::uint64_t total_bytes = 0;  // of the sources, for the time left; 0 where unknown
};

class RunConsole final : public RunListener {
 public:
  static constexpr std::uint64_t kNamedSkips = 20;

  explicit RunConsole(ConsoleOptions options);

  void skipped(const Skip& skip) override;
  void warned(const Skip& warning) override;
  void source_failed(const Error& error) override;
  void progressed(const RunCounts& counts) override;
  void merging(const RunCounts& counts) override;

  // The closing line. documents is what the database now holds.
  void summarize(const RunReport& report, std::uint64_t documents);

  // A line of the program's own.
  void say(const std::string& line);

  // Since this was made.
  double elapsed_seconds() const;

  // Takes the line of progress away, for other messages.
  void clear_progress();

 private:
  using Clock = std::chrono::steady_clock;

  void name_up_to_limit(const std::string& message);
  void show_progress(const std::string& line);
  std::string progress_line(const RunCounts& counts) const;

  ConsoleOptions options_;
  bool shows_progress_;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_shown_;
  std::uint64_t named_ = 0;
  bool has_progress_line_ = false;
};

}  // namespace warta::indexer
