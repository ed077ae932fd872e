#include "indexer/glass/posting_tables.h"

#include <algorithm>
#include <numeric>

#include "indexer/glass/packing.h"

namespace warta::indexer::glass {
namespace {

// A piece of a list of postings ends when it has grown to this; a reader looks through one from its beginning.
constexpr std::size_t kChunkBytes = 2000;

// A piece of a slot's values: shorter, because it is one item of a block, and blocks of 8 KiB hold whole items. Pieces
// of stored articles as long as those of postings would leave a seventh of their blocks empty.
constexpr std::size_t kValueChunkBytes = 500;

// Beginnings of keys that are no terms: a term's zero byte has 0xFF behind it.
constexpr std::string_view kStatisticsKey("\0\xD0", 2);
constexpr std::string_view kValuesKey("\0\xD8", 2);
constexpr std::string_view kLengthsKey("\0\xE0", 2);

}  // namespace

void PostingTableWriter::write_statistics(std::uint32_t slot, std::span<const Value> values) {
  key_ = kStatisticsKey;
  append_last_number(slot, key_);
  const auto [least, greatest] = std::ranges::minmax_element(values, {}, &Value::bytes);
  entry_.clear();
  append_number(values.size(), entry_);
  append_text(least->bytes, entry_);
  if (greatest->bytes != least->bytes) entry_ += greatest->bytes;
  table_.add(key_, entry_);
}

void PostingTableWriter::write_values(std::uint32_t slot, std::span<const Value> values) {
  std::uint32_t before = 0;
  entry_.clear();
  for (const Value& value : values) {
    if (entry_.empty()) {
      key_ = kValuesKey;
      append_number(slot, key_);
      append_sortable(value.document, key_);
    } else {
      append_number(value.document - before - 1, entry_);
    }
    append_text(value.bytes, entry_);
    before = value.document;
    if (entry_.size() < kValueChunkBytes) continue;
    table_.add(key_, entry_);
    entry_.clear();
  }
  if (!entry_.empty()) table_.add(key_, entry_);
}

// The list of all documents counts no terms.
void PostingTableWriter::write_lengths(std::span<const Posting> lengths) {
  key_ = kLengthsKey;
  write_chunks(0, 0, lengths);
}

void PostingTableWriter::write_postings(std::string_view term, std::span<const Posting> postings) {
  key_.clear();
  append_sortable(term, key_);
  const std::uint64_t sum = std::accumulate(postings.begin(), postings.end(), std::uint64_t{0},
                                            [](std::uint64_t total, const Posting& p) { return total + p.count; });
  write_chunks(static_cast<std::uint32_t>(postings.size()), sum, postings);
}

// The first piece says how many documents and occurrences there are, and which document comes first; all later ones
// have their first document in the key. Each says whether it is the last, and how far its documents reach.
void PostingTableWriter::write_chunks(std::uint32_t documents, std::uint64_t sum, std::span<const Posting> postings) {
  entry_.clear();
  append_number(documents, entry_);
  append_number(sum, entry_);
  append_number(postings.front().document - 1, entry_);
  const std::size_t list_key_bytes = key_.size();
  const bool is_terms_key = key_ != kLengthsKey;
  for (auto first = postings.begin(); first != postings.end();) {
    if (first != postings.begin()) {
      key_.resize(list_key_bytes);
      if (is_terms_key) key_ += '\0';
      append_sortable(first->document, key_);
      entry_.clear();
    }
    chunk_.clear();
    append_number(first->count, chunk_);
    auto last = first;
    for (auto next = first + 1; next != postings.end() && chunk_.size() < kChunkBytes; last = next++) {
      append_number(next->document - last->document - 1, chunk_);
      append_number(next->count, chunk_);
    }
    entry_ += last + 1 == postings.end() ? '1' : '0';
    append_number(last->document - first->document, entry_);
    entry_ += chunk_;
    table_.add(key_, entry_);
    first = last + 1;
  }
}

}  // namespace warta::indexer::glass
