#include "searcher/matching/shard_postings.h"

#include <algorithm>

#include "database/frequency_unit.h"

namespace warta::searcher {

Xapian::doccount ShardPostings::frequency(const std::string& term) const {
  const auto entry = terms_.find(term);
  if (entry != terms_.end() && entry->second) return static_cast<Xapian::doccount>(entry->second->documents.size());
  return shard_.get_termfreq(term);
}

std::shared_ptr<const KeptPostings> ShardPostings::find(const std::string& term) {
  const auto entry = terms_.find(term);
  if (entry == terms_.end()) {
    if (!has_room_for(kBytesOfTerm)) return nullptr;
    bytes_ += kBytesOfTerm;
    terms_.emplace(term, nullptr);
    return nullptr;
  }
  if (entry->second) return entry->second;
  const Xapian::doccount documents = shard_.get_termfreq(term);
  const std::size_t bytes = kBytesOfPosting * documents;
  if (bytes > kMostBytesOfTerm || !has_room_for(bytes)) return nullptr;
  bytes_ += bytes;
  return entry->second = read(term, documents);
}

std::shared_ptr<const KeptPostings> ShardPostings::read(const std::string& term, Xapian::doccount documents) const {
  auto postings = std::make_shared<KeptPostings>();
  postings->documents.reserve(documents);
  postings->frequencies.reserve(documents);
  for (auto posting = shard_.postlist_begin(term); posting != shard_.postlist_end(term); ++posting) {
    postings->documents.push_back(*posting);
    postings->frequencies.push_back(
        static_cast<std::uint8_t>(std::min<Xapian::termcount>(posting.get_wdf(), kGreatestFrequency)));
  }
  return postings;
}

}  // namespace warta::searcher
