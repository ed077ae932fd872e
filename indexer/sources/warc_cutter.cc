#include "indexer/sources/warc_cutter.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/language.h"
#include "indexer/sources/content_coding.h"
#include "indexer/sources/header_block.h"
#include "indexer/sources/warc_record.h"

namespace warta::indexer {
namespace {

constexpr std::size_t kMostHeadBytes = std::size_t{64} << 10;  // of a record, and of an HTTP message
constexpr std::size_t kNone = std::string_view::npos;

class WarcCutter final : public ChunkCutter {
 public:
  WarcCutter(InputBuffer& input, std::uint64_t max_bytes) : input_(input), max_bytes_(max_bytes) {}

  Result<bool> next(Chunk& chunk) override {
    for (;;) {
      Result<Step> step = (this->*state_)(chunk);
      if (!step) return tl::unexpected(step.error());
      if (*step == Step::page) return true;
      if (*step == Step::end) return false;
    }
  }

 private:
  // Each state does one thing with what waits; an interruption inside of it leaves it to be repeated.
  enum class Step : std::uint8_t { go_on, page, end };
  using State = Result<Step> (WarcCutter::*)(Chunk&);

  // Reads until `size` bytes wait, or the file ends.
  Result<void> want(std::uint64_t size) {
    while (input_.waiting().size() < size && !input_.is_at_end()) {
      if (const Result<void> more = input_.read_more(); !more) return more;
    }
    return {};
  }

  Result<Step> between_records(Chunk&) {
    constexpr std::size_t kVersionBytes = 10;
    for (;;) {
      const std::size_t blank = std::min(input_.waiting().find_first_not_of("\r\n"), input_.waiting().size());
      input_.drop(blank);
      if (const Result<void> ready = want(kVersionBytes); !ready) return tl::unexpected(ready.error());
      if (input_.waiting().empty()) return ended();
      if (!input_.waiting().starts_with('\r') && !input_.waiting().starts_with('\n')) break;
    }
    record_ = {};
    record_.number = ++records_;
    record_.offset = input_.offset();
    if (input_.waiting().starts_with("WARC/")) {
      state_ = &WarcCutter::in_head;
      return Step::go_on;
    }
    --records_;
    state_ = &WarcCutter::searching;
    return problem(localized("no record begins here; reading goes on at the next",
                             "bukan awal rekaman; pembacaan "
                             "dilanjutkan pada rekaman berikutnya"));
  }

  Result<Step> in_head(Chunk&) {
    std::optional<std::size_t> size;
    while (!(size = head_size(input_.waiting())) && !input_.is_at_end() && input_.waiting().size() < kMostHeadBytes) {
      if (const Result<void> more = input_.read_more(); !more) return tl::unexpected(more.error());
    }
    const std::string_view head = input_.waiting().substr(0, size.value_or(0));
    const bool is_sound = size && read_warc_head(head, record_);
    if (!is_sound) {
      input_.drop(1);
      state_ = &WarcCutter::searching;
      return problem(localized("the head of the record is broken", "kepala rekaman rusak"));
    }
    input_.drop(*size);
    state_ = &WarcCutter::at_block;
    return Step::go_on;
  }

  // Decides by the block's first bytes whether it is held or passed over.
  Result<Step> at_block(Chunk&) {
    const bool may_hold_page = record_.type == "response" || record_.type == "resource";
    if (const Result<void> ready =
            want(may_hold_page ? std::min<std::uint64_t>(record_.block_bytes, kMostHeadBytes) : 0);
        !ready) {
      return tl::unexpected(ready.error());
    }
    const std::string_view first =
        input_.waiting().substr(0, std::min<std::uint64_t>(record_.block_bytes, kMostHeadBytes));
    page_ = may_hold_page ? find_warc_page(record_, first) : std::nullopt;
    passed_bytes_ = 0;
    const bool is_too_long = page_ && record_.block_bytes - page_->begin > max_bytes_;
    state_ = page_ && !is_too_long ? &WarcCutter::in_page : &WarcCutter::passing_over;
    if (is_too_long) {
      return problem(localized_format("longer than {} bytes", "lebih panjang dari {} bita", max_bytes_));
    }
    return Step::go_on;
  }

  Result<Step> in_page(Chunk& chunk) {
    constexpr std::size_t kAfterBytes = 64;  // enough to see what follows
    if (const Result<void> ready = want(record_.block_bytes + kAfterBytes); !ready)
      return tl::unexpected(ready.error());
    if (!ends_at(record_.block_bytes)) {
      state_ = &WarcCutter::searching;
      return wrong_length();
    }
    const std::string_view block = input_.waiting().substr(0, record_.block_bytes);
    const std::string_view body = block.substr(page_->begin);
    Result<std::string> decoded =
        decoded_body(page_->is_chunked ? without_chunks(body) : std::string(body), page_->content_encoding, max_bytes_);
    input_.drop(record_.block_bytes);
    state_ = &WarcCutter::between_records;
    if (!decoded) return problem(decoded.error().message);
    chunk.kind = SourceKind::html;
    chunk.origin = place();
    chunk.url = record_.url;
    chunk.charset = page_->charset;
    chunk.bytes = std::move(*decoded);
    return Step::page;
  }

  // Whether a block of this size ends as one does: with two line ends, or where the next record or the end of the file
  // follows.
  bool ends_at(std::uint64_t size) const {
    if (input_.waiting().size() < size) return false;
    const std::string_view after = input_.waiting().substr(size);
    const std::string_view next = after.substr(std::min(after.find_first_not_of("\r\n"), after.size()));
    return after.starts_with("\r\n\r\n") || next.starts_with("WARC/") || (next.empty() && input_.is_at_end());
  }

  // Drops the block as it is read. A record that begins inside of it shows that the length is wrong.
  Result<Step> passing_over(Chunk&) {
    constexpr std::size_t kKept = 256;  // so that a record's beginning is seen whole
    for (;;) {
      const std::uint64_t left = record_.block_bytes - passed_bytes_;
      const std::string_view waiting = input_.waiting();
      const std::size_t in_sight = std::min<std::uint64_t>(left, waiting.size());
      const std::size_t inner = find_warc_record(waiting.substr(0, in_sight), passed_bytes_ == 0 ? 1 : 0);
      if (inner != kNone) {
        input_.drop(inner);
        state_ = &WarcCutter::between_records;
        return wrong_length();
      }
      const bool is_all = in_sight == left;
      const std::size_t size = is_all ? in_sight : in_sight - std::min(in_sight, kKept);
      input_.drop(size);
      passed_bytes_ += size;
      if (is_all) break;
      if (input_.is_at_end()) {
        input_.drop(input_.waiting().size());
        state_ = &WarcCutter::between_records;
        return wrong_length();
      }
      if (const Result<void> more = input_.read_more(); !more) return tl::unexpected(more.error());
    }
    state_ = &WarcCutter::after_block;
    return Step::go_on;
  }

  Result<Step> after_block(Chunk&) {
    constexpr std::size_t kAfterBytes = 64;
    if (const Result<void> ready = want(kAfterBytes); !ready) return tl::unexpected(ready.error());
    if (ends_at(0)) {
      state_ = &WarcCutter::between_records;
      return Step::go_on;
    }
    state_ = &WarcCutter::searching;
    return wrong_length();
  }

  // To the next record, wherever it is.
  Result<Step> searching(Chunk&) {
    constexpr std::size_t kKept = 256;
    for (;;) {
      const std::string_view waiting = input_.waiting();
      const std::size_t at = find_warc_record(waiting, 0);
      input_.drop(at != kNone || input_.is_at_end() ? std::min(at, waiting.size())
                                                    : waiting.size() - std::min(waiting.size(), kKept));
      if (at != kNone || input_.is_at_end()) break;
      if (const Result<void> more = input_.read_more(); !more) return tl::unexpected(more.error());
    }
    state_ = &WarcCutter::between_records;
    return Step::go_on;
  }

  Result<Step> ended() {
    std::optional<Error> error = input_.take_late_error();
    if (!error) return Step::end;
    // Most archives are compressed record by record, so what follows the damage is whole again.
    if (input_.resume()) state_ = &WarcCutter::searching;
    return tl::unexpected(std::move(*error));
  }

  std::string place() const {
    return localized_format("{}: record {} (byte {}, {})", "{}: rekaman {} (bita {}, {})", input_.name(),
                            record_.number, record_.offset, record_.url.empty() ? "-" : record_.url);
  }

  tl::unexpected<Error> problem(const std::string& reason) const {
    return failure(ExitCode::input_skipped, fmt::format("{}: {}", place(), reason));
  }

  tl::unexpected<Error> wrong_length() const {
    return problem(localized_format("the record does not end after the {} bytes that it declares",
                                    "rekaman tidak berakhir setelah {} bita yang dinyatakannya", record_.block_bytes));
  }

  InputBuffer& input_;
  std::uint64_t max_bytes_;
  State state_ = &WarcCutter::between_records;
  std::uint64_t records_ = 0;
  WarcRecord record_;
  std::optional<WarcPage> page_;
  std::uint64_t passed_bytes_ = 0;  // of the block under way
};

}  // namespace

std::unique_ptr<ChunkCutter> cut_warc(InputBuffer& input, std::uint64_t max_bytes) {
  return std::make_unique<WarcCutter>(input, max_bytes);
}

}  // namespace warta::indexer
