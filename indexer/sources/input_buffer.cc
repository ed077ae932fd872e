#include "indexer/sources/input_buffer.h"

#include <algorithm>
#include <span>
#include <utility>

namespace warta::indexer {
namespace {

constexpr std::size_t kReadBytes = std::size_t{256} << 10;

}  // namespace

Result<void> InputBuffer::read_more() {
  const std::size_t goal = waiting().size() + std::max(kReadBytes, waiting().size());
  std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(begin_), buffer_.begin() + static_cast<std::ptrdiff_t>(end_),
            buffer_.begin());
  end_ -= begin_;
  begin_ = 0;
  if (buffer_.size() < goal) buffer_.resize(goal);
  while (!is_at_end_ && end_ < goal) {
    const Result<std::size_t> count = source_->read(std::span(buffer_).subspan(end_));
    if (!count && count.error().code == ExitCode::interrupted) return tl::unexpected(count.error());
    if (!count) late_error_ = count.error();
    is_at_end_ = !count || *count == 0;
    end_ += count ? *count : 0;
  }
  return {};
}

Result<void> InputBuffer::fill(std::size_t bytes) {
  while (waiting().size() < bytes && !is_at_end_) {
    if (const Result<void> more = read_more(); !more) return more;
  }
  return {};
}

void InputBuffer::recode(Recoder recoder) {
  std::string read(waiting());
  begin_ = 0;
  end_ = 0;
  source_ = recoded_source(std::move(source_), std::move(recoder), std::move(read), is_at_end_);
  is_at_end_ = false;
}

std::optional<Error> InputBuffer::take_late_error() {
  return std::exchange(late_error_, std::nullopt);
}

bool InputBuffer::resume() {
  if (source_->can_resume()) is_at_end_ = false;
  return !is_at_end_;
}

std::string InputBuffer::take(std::size_t size) {
  std::string taken(waiting().substr(0, size));
  drop(taken.size());
  return taken;
}

void InputBuffer::drop(std::size_t size) {
  const std::string_view bytes = waiting().substr(0, size);
  const std::size_t dropped = bytes.size();
  // By memchr: std::count looks at each byte, and lines of articles are long.
  for (std::size_t at = 0; (at = bytes.find('\n', at)) != std::string_view::npos; ++at) ++line_;
  begin_ += dropped;
  offset_ += dropped;
}

}  // namespace warta::indexer
