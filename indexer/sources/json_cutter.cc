#include "indexer/sources/json_cutter.h"

#include <optional>
#include <string_view>
#include <utility>

#include "base/language.h"
#include "indexer/sources/json_envelope.h"
#include "indexer/sources/record_scanners.h"

namespace warta::indexer {
namespace {

// How much of a JSON text is looked at to find its articles.
constexpr std::size_t kHeadBytes = std::size_t{64} << 10;

class JsonCutter final : public ChunkCutter {
 public:
  JsonCutter(InputBuffer& input, std::uint64_t max_bytes) : input_(input), max_bytes_(max_bytes) {}

  Result<bool> next(Chunk& chunk) override {
    for (;;) {
      if (part_ == nullptr) {
        const Result<bool> begun = begin_part();
        if (!begun || !*begun) return begun;
      }
      const Result<bool> filled = part_->next(chunk);
      if (!filled || *filled) return filled;
      part_.reset();
    }
  }

 private:
  // Goes to the next part; false, or why not, at the end of the file. An interruption leaves everything as it is.
  Result<bool> begin_part() {
    for (;;) {
      if (walk_ && find_next_array()) {
        part_ = cut_records(input_, max_bytes_, scan_json_values());
        return true;
      }
      if (!walk_ && find_next_text()) {
        Prologue prologue = json_prologue(input_.waiting());
        if (prologue.enclosing > 0) walk_.emplace(prologue.enclosing);
        part_ = cut_records(input_, max_bytes_, scan_json_values(), std::move(prologue));
        return true;
      }
      if (input_.is_at_end() && input_.waiting().empty()) return end();
      if (const Result<void> more = input_.read_more(); !more) return tl::unexpected(more.error());
    }
  }

  // Drops what stands between two arrays of one object, or all the rest of that, which ends the walk. True where
  // another array begins.
  bool find_next_array() {
    const std::string_view bytes = input_.waiting();
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      const EnvelopeWalk::Step step = walk_->pass(bytes[i]);
      const bool is_found = step == EnvelopeWalk::Step::array_found;
      if (!is_found && step != EnvelopeWalk::Step::closed) continue;
      input_.drop(is_found ? i : i + 1);
      if (is_found) {
        walk_.emplace(walk_->open_objects());
      } else {
        walk_.reset();
      }
      return is_found;
    }
    input_.drop(bytes.size());
    return false;
  }

  // Drops what divides values. True where enough of the next one waits.
  bool find_next_text() {
    input_.drop(input_.waiting().find_first_not_of(", \t\r\n"));
    return !input_.waiting().empty() && (input_.waiting().size() >= kHeadBytes || input_.is_at_end());
  }

  Result<bool> end() {
    if (std::optional<Error> error = input_.take_late_error()) return tl::unexpected(std::move(*error));
    if (!walk_) return false;
    walk_.reset();
    return failure(ExitCode::input_skipped,
                   localized_format("{}:{}: the object around the articles has no end; what stands behind them was "
                                    "passed over",
                                    "{}:{}: objek di sekeliling artikel tidak ditutup; yang ada di belakangnya "
                                    "dilewati",
                                    input_.name(), input_.line()));
  }

  InputBuffer& input_;
  std::uint64_t max_bytes_;
  std::unique_ptr<ChunkCutter> part_;
  std::optional<EnvelopeWalk> walk_;  // behind the array under way, where objects are around it
};

}  // namespace

std::unique_ptr<ChunkCutter> cut_json(InputBuffer& input, std::uint64_t max_bytes) {
  return std::make_unique<JsonCutter>(input, max_bytes);
}

}  // namespace warta::indexer
