#include "indexer/shard_builder.h"

#include <algorithm>
#include <span>
#include <system_error>

#include "base/language.h"
#include "indexer/glass/packing.h"
#include "indexer/glass/term_list_encoder.h"

namespace warta::indexer {
namespace {

namespace fs = std::filesystem;

void make_directory(const fs::path& path) {
  std::error_code error;
  fs::create_directory(path, error);
  if (error) throw Xapian::DatabaseError(path.string() + " cannot be made", error.value());
}

// Each slot as how many were passed over since the one before.
std::string list_of_slots(std::vector<IndexDocument::Value>& values) {
  std::ranges::sort(values, {}, &IndexDocument::Value::first);
  std::string slots;
  Xapian::valueno next = 0;
  for (const auto& [slot, value] : values) {
    glass::append_number(slot - next, slots);
    next = slot + 1;
  }
  return slots;
}

}  // namespace

void ShardBuilder::add(IndexDocument&& document) {
  const std::size_t begin = terms_.size();
  std::uint32_t length = 0;
  document.for_each_term([&](std::string_view term, std::uint32_t count) {
    length += count;
    const std::uint32_t number = numbers_.number_of(term);
    if (number == latest_.size()) latest_.push_back(0);
    if (latest_[number] > begin) {
      terms_[latest_[number] - 1].count += count;
    } else {
      terms_.push_back({number, count});
      latest_[number] = terms_.size();
    }
  });
  std::vector<IndexDocument::Value> values = std::move(document).values();
  documents_.push_back({terms_.size(), length, list_of_slots(values)});
  for (auto& [slot, value] : values) values_[slot].emplace_back(documents(), std::move(value));
}

Shard ShardBuilder::finish() {
  if (documents_.empty()) return {};
  rank_terms();
  try {
    write();
  } catch (const Xapian::DatabaseError& error) {
    throw Xapian::DatabaseError(localized_format(
        "temporary files cannot be written to {}: the disk is full, or fails; make room, or name another place with "
        "--scratch ({})",
        "berkas sementara tidak dapat ditulis ke {}: cakram penuh, atau rusak; sediakan ruang, atau pilih tempat lain "
        "dengan --scratch ({})",
        path_.parent_path().string(), error.get_msg()));
  }
  return {path_, documents()};
}

void ShardBuilder::rank_terms() {
  sorted_ = numbers_.sorted();
  std::vector<std::uint32_t> ranks(sorted_.size());
  for (std::uint32_t rank = 0; rank < sorted_.size(); ++rank) ranks[sorted_[rank]] = rank;
  for (DocumentTerm& term : terms_) term.term = ranks[term.term];
  auto begin = terms_.begin();
  for (const Document& document : documents_) {
    const auto end = terms_.begin() + static_cast<std::ptrdiff_t>(document.terms_end);
    std::sort(begin, end, [](const DocumentTerm& left, const DocumentTerm& right) { return left.term < right.term; });
    begin = end;
  }
}

void ShardBuilder::write() {
  make_directory(path_);
  const glass::TableRoot postings = write_postings();
  const glass::TableRoot term_lists = write_term_lists();
  glass::write_version_file(path_, postings, term_lists, totals());
}

glass::TableRoot ShardBuilder::write_term_lists() const {
  glass::TableWriter table;
  glass::TermListEncoder list;
  std::string key;
  std::size_t term = 0;
  for (std::uint32_t id = 1; const Document& document : documents_) {
    key.clear();
    glass::append_sortable(id++, key);
    list.begin(document.length, document.terms_end - term);
    for (; term < document.terms_end; ++term) list.add(numbers_.text(sorted_[terms_[term].term]), terms_[term].count);
    const auto [bytes, is_deflated] = list.finish();
    table.add(key, bytes, is_deflated);
    if (document.slots.empty()) continue;
    key += '\0';
    table.add(key, document.slots);
  }
  return table.finish(path_ / "termlist.glass");
}

glass::TableRoot ShardBuilder::write_postings() const {
  glass::PostingTableWriter table;
  std::vector<std::vector<glass::PostingTableWriter::Value>> slots;
  for (const auto& [slot, values] : values_) {
    auto& views = slots.emplace_back();
    for (const auto& [document, bytes] : values) views.push_back({document, bytes});
    table.write_statistics(slot, views);
  }
  for (auto views = slots.begin(); const auto& [slot, values] : values_) table.write_values(slot, *views++);

  std::vector<glass::Posting> postings;
  for (std::uint32_t id = 1; const Document& document : documents_) postings.push_back({id++, document.length});
  table.write_lengths(postings);

  // Sorted by counting: how many postings each term has, and so where they end.
  std::vector<std::size_t> ends(sorted_.size() + 1);
  for (const DocumentTerm& term : terms_) ++ends[term.term + 1];
  for (std::size_t rank = 0; rank < sorted_.size(); ++rank) ends[rank + 1] += ends[rank];
  postings.resize(terms_.size());
  std::size_t at = 0;
  for (std::uint32_t id = 1; const Document& document : documents_) {
    for (; at < document.terms_end; ++at) postings[ends[terms_[at].term]++] = {id, terms_[at].count};
    ++id;
  }
  for (std::size_t begin = 0, rank = 0; rank < sorted_.size(); begin = ends[rank++]) {
    table.write_postings(numbers_.text(sorted_[rank]), std::span(postings).subspan(begin, ends[rank] - begin));
  }
  return table.finish(path_ / "postlist.glass");
}

glass::Totals ShardBuilder::totals() const {
  glass::Totals totals{.documents = documents()};
  for (const Document& document : documents_) {
    totals.length += document.length;
    totals.greatest_length = std::max(totals.greatest_length, document.length);
    // A document without counted terms bounds nothing.
    if (document.length == 0) continue;
    totals.least_length = totals.least_length == 0 ? document.length : std::min(totals.least_length, document.length);
  }
  for (const DocumentTerm& term : terms_) totals.greatest_count = std::max(totals.greatest_count, term.count);
  return totals;
}

}  // namespace warta::indexer
