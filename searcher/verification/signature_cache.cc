#include "searcher/verification/signature_cache.h"

#include "database/schema.h"

namespace warta::searcher {

std::string_view SignatureCache::signature_of(Xapian::docid document) {
  Group& group = group_of(document);
  Place& place = group.places[document % kDocumentsPerGroup];
  if (place.end == 0) {
    last_ = read(document);
    if (bytes_ + last_.size() > kMostBytes) return last_;
    group.bytes += last_;
    bytes_ += last_.size();
    place.end = static_cast<std::uint32_t>(group.bytes.size() + 1);
    place.length = static_cast<std::uint32_t>(last_.size());
  }
  return std::string_view(group.bytes).substr(place.end - 1 - place.length, place.length);
}

SignatureCache::Group& SignatureCache::group_of(Xapian::docid document) {
  const std::size_t number = document / kDocumentsPerGroup;
  if (number >= groups_.size()) groups_.resize(number + 1);
  if (!groups_[number]) groups_[number] = std::make_unique<Group>();
  return *groups_[number];
}

// Documents are mostly asked for in their order, in which a list of values is read fastest.
std::string SignatureCache::read(Xapian::docid document) {
  const Xapian::ValueIterator end = shard_.valuestream_end(kPairsSlot);
  if (reader_ == end || reader_.get_docid() > document) reader_ = shard_.valuestream_begin(kPairsSlot);
  if (reader_ != end && reader_.get_docid() < document) reader_.skip_to(document);
  return reader_ != end && reader_.get_docid() == document ? *reader_ : std::string();
}

}  // namespace warta::searcher
