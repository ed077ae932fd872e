#include "indexer/sources/chunk_cutter.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/language.h"

namespace warta::indexer {
namespace {

tl::unexpected<Error> too_long(const std::string& place, std::uint64_t max_bytes) {
  return failure(ExitCode::input_skipped,
                 localized_format("{}: longer than {} bytes", "{}: lebih panjang dari {} bita", place, max_bytes));
}

// The end of a file: false, or the damage that ended it.
Result<bool> ended(InputBuffer& input) {
  input.drop(input.waiting().size());
  if (std::optional<Error> error = input.take_late_error()) return tl::unexpected(std::move(*error));
  return false;
}

class WholeFileCutter final : public ChunkCutter {
 public:
  WholeFileCutter(InputBuffer& input, std::uint64_t max_bytes) : input_(input), max_bytes_(max_bytes) {}

  Result<bool> next(Chunk& chunk) override {
    if (is_done_) return ended(input_);
    while (!input_.is_at_end() && input_.waiting().size() <= max_bytes_) {
      if (const Result<void> more = input_.read_more(); !more) return tl::unexpected(more.error());
    }
    is_done_ = true;
    if (input_.waiting().size() > max_bytes_) {
      input_.take_late_error();
      return too_long(input_.name(), max_bytes_);
    }
    if (input_.waiting().empty() && input_.has_late_error()) return ended(input_);
    chunk.first_line = 1;
    chunk.bytes = input_.take(input_.waiting().size());
    return true;
  }

 private:
  InputBuffer& input_;
  std::uint64_t max_bytes_;
  bool is_done_ = false;
};

class RecordCutter final : public ChunkCutter {
 public:
  RecordCutter(InputBuffer& input, std::uint64_t max_bytes, std::unique_ptr<RecordScanner> scanner, Prologue prologue)
      : input_(input), max_bytes_(max_bytes), scanner_(std::move(scanner)), prologue_(std::move(prologue)) {
    input_.drop(prologue_.size);
  }

  Result<bool> next(Chunk& chunk) override {
    if (long_record_bytes_ > 0) return pass_over(std::exchange(long_record_bytes_, 0));
    if (scanner_->is_done()) return false;
    while (records_bytes_ < kChunkBytes && !scanner_->is_done()) {
      if (find_end()) {
        if (long_record_bytes_ == 0) continue;
        if (records_bytes_ == 0) return pass_over(std::exchange(long_record_bytes_, 0));
        break;
      }
      const bool is_too_long = is_in_long_record_ || scanned_bytes_ > max_bytes_;
      if (records_bytes_ > 0 && is_too_long) break;
      if (is_too_long) shrink_long_record();
      if (input_.is_at_end()) return last_records(chunk);
      if (const Result<void> more = input_.read_more(); !more) return tl::unexpected(more.error());
    }
    hand_on(chunk, std::exchange(records_bytes_, 0));
    return true;
  }

 private:
  // Looks for the end of the record after the whole ones; true when it is there, and the record counted among them or
  // found too long.
  bool find_end() {
    const std::string_view rest = input_.waiting().substr(records_bytes_);
    const std::size_t end =
        scanned_bytes_ < rest.size() ? scanner_->find_end(rest, scanned_bytes_) : std::string_view::npos;
    const bool is_found = end != std::string_view::npos;
    scanned_bytes_ = is_found ? 0 : rest.size();
    if (!is_found) return false;
    if (is_in_long_record_ || end > max_bytes_) {
      long_record_bytes_ = end;
    } else {
      records_bytes_ += end;
    }
    return true;
  }

  void hand_on(Chunk& chunk, std::size_t size) {
    chunk.first_line = input_.line();
    chunk.bytes = prologue_.bytes + input_.take(size) + prologue_.epilogue;
  }

  // What waits at the end of the file is the last chunk; it has its own epilogue. Where damage ended the file, a record
  // without its end was cut off, and only those before it are sound.
  Result<bool> last_records(Chunk& chunk) {
    if (is_in_long_record_) return pass_over(input_.waiting().size());
    const std::size_t records_bytes = std::exchange(records_bytes_, 0);
    scanned_bytes_ = 0;
    if (input_.has_late_error() && records_bytes > 0) {
      hand_on(chunk, records_bytes);
      return true;
    }
    const bool is_blank = input_.waiting().find_first_not_of(" \t\r\n") == std::string_view::npos;
    if (input_.has_late_error() || is_blank) return ended(input_);
    prologue_.epilogue.clear();
    hand_on(chunk, input_.waiting().size());
    return true;
  }

  // Keeps of a record that is too long only what the scanner may look back at.
  void shrink_long_record() {
    if (!is_in_long_record_) long_record_line_ = input_.line();
    is_in_long_record_ = true;
    if (scanned_bytes_ <= RecordScanner::kLookBehind) return;
    input_.drop(scanned_bytes_ - RecordScanner::kLookBehind);
    scanned_bytes_ = RecordScanner::kLookBehind;
  }

  tl::unexpected<Error> pass_over(std::size_t size) {
    if (!is_in_long_record_) long_record_line_ = input_.line();
    is_in_long_record_ = false;
    input_.drop(size);
    scanned_bytes_ = 0;
    return too_long(fmt::format("{}:{}", input_.name(), long_record_line_), max_bytes_);
  }

  InputBuffer& input_;
  std::uint64_t max_bytes_;
  std::unique_ptr<RecordScanner> scanner_;
  Prologue prologue_;
  std::size_t records_bytes_ = 0;      // of whole records that wait
  std::size_t scanned_bytes_ = 0;      // of the record after them, in which no end was found
  std::size_t long_record_bytes_ = 0;  // of a record after them that is too long
  bool is_in_long_record_ = false;     // of one whose beginning has been dropped
  std::uint64_t long_record_line_ = 1;
};

}  // namespace

std::unique_ptr<ChunkCutter> cut_whole_file(InputBuffer& input, std::uint64_t max_bytes) {
  return std::make_unique<WholeFileCutter>(input, max_bytes);
}

std::unique_ptr<ChunkCutter> cut_records(InputBuffer& input, std::uint64_t max_bytes,
                                         std::unique_ptr<RecordScanner> scanner, Prologue prologue) {
  return std::make_unique<RecordCutter>(input, max_bytes, std::move(scanner), std::move(prologue));
}

}  // namespace warta::indexer
