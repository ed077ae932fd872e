#include "indexer/sources/json_cutter.h"

#include <optional>
#include <string_view>
#include <utility>

#include "base/language.h"
#include "indexer/sources/json_envelope.h"
#include "indexer/sources/json_nesting.h"
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
    while (!pass_over_end() || (input_.waiting().size() < kHeadBytes && !input_.is_at_end())) {
      if (input_.is_at_end()) return end();
      if (const Result<void> more = input_.read_more(); !more) return tl::unexpected(more.error());
    }
    Prologue prologue = json_prologue(input_.waiting());
    open_objects_ = prologue.enclosing;
    closing_ = {};
    part_ = cut_records(input_, max_bytes_, scan_json_values(), std::move(prologue));
    return true;
  }

  // Drops the rest of the objects around the last array and what divides values. True where something else waits.
  bool pass_over_end() {
    if (open_objects_ > 0) input_.drop(find_close(input_.waiting(), closing_, open_objects_));
    if (open_objects_ == 0) input_.drop(input_.waiting().find_first_not_of(", \t\r\n"));
    return !input_.waiting().empty();
  }

  Result<bool> end() {
    if (std::optional<Error> error = input_.take_late_error()) return tl::unexpected(std::move(*error));
    if (std::exchange(open_objects_, 0) == 0) return false;
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
  std::size_t open_objects_ = 0;  // around the array that ended last
  JsonNesting closing_;           // of these
};

}  // namespace

std::unique_ptr<ChunkCutter> cut_json(InputBuffer& input, std::uint64_t max_bytes) {
  return std::make_unique<JsonCutter>(input, max_bytes);
}

}  // namespace warta::indexer
