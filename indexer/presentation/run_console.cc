#include "indexer/presentation/run_console.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/language.h"

namespace warta::indexer {
namespace {

constexpr double kMegabyte = 1e6;
constexpr auto kProgressInterval = std::chrono::milliseconds(200);

std::uint64_t per_second(std::uint64_t count, double seconds) {
  return static_cast<std::uint64_t>(static_cast<double>(count) / std::max(seconds, 0.001));
}

double megabytes(std::uint64_t bytes) {
  return static_cast<double>(bytes) / kMegabyte;
}

}  // namespace

RunConsole::RunConsole(ConsoleOptions options)
    : options_(options), shows_progress_(!options.is_quiet && ::isatty(STDERR_FILENO) == 1) {}

void RunConsole::skipped(const Skip& skip) {
  name_up_to_limit(fmt::format("{}: {}", skip.place, skip.reason));
}

void RunConsole::warned(const Skip& warning) {
  name_up_to_limit(localized_format("{}: taken, but {}", "{}: diambil, tetapi {}", warning.place, warning.reason));
}

void RunConsole::source_failed(const Error& error) {
  name_up_to_limit(error.message);
}

void RunConsole::name_up_to_limit(const std::string& message) {
  ++named_;
  if (named_ <= kNamedSkips || options_.names_every_skip) return say(message);
  if (named_ == kNamedSkips + 1) {
    say(localized("more of these are only counted; --verbose names them all",
                  "selebihnya hanya dihitung; --verbose menyebut semuanya"));
  }
}

void RunConsole::progressed(const RunCounts& counts) {
  const Clock::time_point now = Clock::now();
  if (!shows_progress_ || now - last_shown_ < kProgressInterval) return;
  last_shown_ = now;
  show_progress(progress_line(counts));
}

void RunConsole::merging(const RunCounts& counts) {
  if (!shows_progress_) return;
  show_progress(localized_format("{} articles read; writing the database", "{} artikel dibaca; menulis basis data",
                                 grouped(counts.articles())));
}

std::string RunConsole::progress_line(const RunCounts& counts) const {
  const double seconds = elapsed_seconds();
  std::string line = localized_format("{} articles, {:.0f} MB, {} articles/s",
                                      "{} artikel, {:.0f} MB, {} artikel/detik", grouped(counts.articles()),
                                      megabytes(counts.text_bytes), grouped(per_second(counts.articles(), seconds)));
  if (counts.input_bytes == 0 || options_.total_bytes <= counts.input_bytes) return line;
  const double rest = static_cast<double>(options_.total_bytes - counts.input_bytes);
  const double left = seconds * rest / static_cast<double>(counts.input_bytes);
  return line + localized_format(", about {:.0f} s left", ", sekitar {:.0f} detik lagi", left);
}

void RunConsole::summarize(const RunReport& report, std::uint64_t documents) {
  const RunCounts& counts = report.counts;
  const double seconds = elapsed_seconds();
  if (report.was_interrupted) {
    say(
        localized("interrupted: what was read so far is in the database; the same command again goes on from there, "
                  "passing over what is unchanged",
                  "dihentikan: yang sudah dibaca tersimpan di basis data; jalankan lagi perintah yang sama untuk "
                  "melanjutkan, yang tidak berubah akan dilewati"));
  }
  say(localized_format("added {}, replaced {}, unchanged {}, skipped {}, warnings {}",
                       "ditambah {}, diganti {}, tidak berubah {}, dilewati {}, peringatan {}", grouped(counts.added),
                       grouped(counts.replaced), grouped(counts.unchanged),
                       grouped(counts.skipped + counts.failed_sources), grouped(counts.warnings)) +
      localized_format("; {:.1f} s, {} articles/s, {:.1f} MB/s; {} articles in the database",
                       "; {:.1f} detik, {} artikel/detik, {:.1f} MB/detik; {} artikel di basis data", seconds,
                       grouped(per_second(counts.articles(), seconds)),
                       megabytes(counts.text_bytes) / std::max(seconds, 0.001), grouped(documents)));
}

double RunConsole::elapsed_seconds() const {
  return std::chrono::duration<double>(Clock::now() - start_).count();
}

void RunConsole::say(const std::string& line) {
  clear_progress();
  fmt::print(stderr, "warta-indexer: {}\n", terminal_safe(line));
}

void RunConsole::show_progress(const std::string& line) {
  clear_progress();
  fmt::print(stderr, "{}", line);
  std::fflush(stderr);
  has_progress_line_ = true;
}

void RunConsole::clear_progress() {
  if (has_progress_line_) fmt::print(stderr, "\r\x1b[K");
  has_progress_line_ = false;
}

}  // namespace warta::indexer
