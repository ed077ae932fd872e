#include "database/record_bytes.h"

#include <limits>

namespace warta {
namespace {

// What stands in front of a timestamp. The values are part of the record's layout.
enum class TimeForm : std::uint8_t { none = 0, date = 1, date_and_time = 2 };

// Small numbers of either sign become small unsigned numbers: 0, -1, 1, -2 -> 0, 1, 2, 3.
std::uint64_t zigzag(std::int64_t value) {
  return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
}

std::int64_t unzigzag(std::uint64_t value) {
  return static_cast<std::int64_t>((value >> 1) ^ (~(value & 1) + 1));
}

}  // namespace

void RecordWriter::number(std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) bytes_ += static_cast<char>(0x80 | (value & 0x7F));
  bytes_ += static_cast<char>(value);
}

void RecordWriter::text(std::string_view value) {
  number(value.size());
  bytes_ += value;
}

void RecordWriter::texts(const std::vector<std::string>& values) {
  number(values.size());
  for (const std::string& value : values) text(value);
}

void RecordWriter::pairs(const std::vector<std::pair<std::string, std::string>>& values) {
  number(values.size());
  for (const auto& [name, value] : values) {
    text(name);
    text(value);
  }
}

void RecordWriter::timestamp(const std::optional<Timestamp>& value) {
  if (!value) {
    number(static_cast<std::uint64_t>(TimeForm::none));
    return;
  }
  number(static_cast<std::uint64_t>(value->has_time ? TimeForm::date_and_time : TimeForm::date));
  number(zigzag(value->epoch_seconds));
  number(zigzag(value->offset_minutes));
}

void RecordReader::fail() {
  is_broken_ = true;
  rest_ = {};
}

std::uint64_t RecordReader::number() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return value;
  }
  fail();
  return 0;
}

std::string_view RecordReader::view() {
  const std::uint64_t size = number();
  if (size > rest_.size()) {
    fail();
    return {};
  }
  const std::string_view value = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return value;
}

std::vector<std::string> RecordReader::texts() {
  std::vector<std::string> values;
  for (std::uint64_t left = number(); left > 0 && !is_broken_; --left) values.push_back(text());
  return values;
}

std::vector<std::pair<std::string, std::string>> RecordReader::pairs() {
  std::vector<std::pair<std::string, std::string>> values;
  for (std::uint64_t left = number(); left > 0 && !is_broken_; --left) {
    std::string name = text();
    values.emplace_back(std::move(name), text());
  }
  return values;
}

std::optional<Timestamp> RecordReader::timestamp() {
  const std::uint64_t form = number();
  if (form == static_cast<std::uint64_t>(TimeForm::none)) return std::nullopt;
  if (form > static_cast<std::uint64_t>(TimeForm::date_and_time)) {
    fail();
    return std::nullopt;
  }
  Timestamp value;
  value.has_time = form == static_cast<std::uint64_t>(TimeForm::date_and_time);
  value.epoch_seconds = unzigzag(number());
  const std::int64_t offset = unzigzag(number());
  if (offset < std::numeric_limits<std::int16_t>::min() || offset > std::numeric_limits<std::int16_t>::max()) {
    fail();
    return std::nullopt;
  }
  value.offset_minutes = static_cast<std::int16_t>(offset);
  return value;
}

}  // namespace warta
