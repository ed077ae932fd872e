#include "indexer/document_walk.h"

namespace warta::indexer {
namespace {

// In a row, at one document: a writer that commits twice while one is read is hardly met twice.
constexpr int kMostAttempts = 10;

}  // namespace

void DocumentWalk::run(const std::function<bool(Xapian::docid)>& visit) {
  const Xapian::docid end = database_.get_lastdocid();
  for (int attempt = 1;; ++attempt) {
    const Xapian::docid before = visited_;
    try {
      for (auto id = first_after(visited_); id != database_.postlist_end("") && *id <= end; ++id) {
        if (!visit(*id)) return;
        visited_ = *id;
      }
      return;
    } catch (const Xapian::DatabaseModifiedError&) {
      if (visited_ != before) attempt = 1;
      if (attempt == kMostAttempts) throw;
    }
    reopen();
  }
}

Xapian::PostingIterator DocumentWalk::first_after(Xapian::docid id) const {
  Xapian::PostingIterator first = database_.postlist_begin("");
  first.skip_to(id + 1);
  return first;
}

void DocumentWalk::reopen() {
  has_changed_ = true;
  try {
    database_ = Xapian::Database(generation_.string());
  } catch (const Xapian::DatabaseOpeningError&) {
    throw Xapian::DatabaseModifiedError("the generation was removed");
  }
}

}  // namespace warta::indexer
