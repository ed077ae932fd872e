// Reading all documents of a generation while a writer commits to it: for whoever has no lock, as `export` and `check`.
#pragma once

#include <filesystem>
#include <functional>
#include <utility>

#include <xapian.h>

namespace warta::indexer {

// Xapian keeps a state readable until the next but one commit, then throws DatabaseModifiedError at any access. Reading
// goes on, then, in the state that came: with the document at which it broke off.
//
// Documents keep their ids when they are replaced, and new ones have higher ids: so each document that stood at the
// beginning, and was not removed before its turn, is visited once, in one of its versions; what comes meanwhile is not.
class DocumentWalk {
 public:
  // Reads the generation through this handle and, when it gets stale, through a new one in its place.
  DocumentWalk(std::filesystem::path generation, Xapian::Database& database)
      : generation_(std::move(generation)), database_(database) {}

  // Calls visit with the ids in ascending order, until it returns false. visit reads from the database; where it throws
  // DatabaseModifiedError it is called again, so what it tells anyone it must tell last. Throws Xapian::Error;
  // DatabaseModifiedError where a writer is faster each time, or the generation has gone.
  void run(const std::function<bool(Xapian::docid)>& visit);

  // Whether the database that was walked through is another one than at the beginning.
  bool has_changed() const { return has_changed_; }

 private:
  Xapian::PostingIterator first_after(Xapian::docid id) const;
  void reopen();

  std::filesystem::path generation_;
  Xapian::Database& database_;
  Xapian::docid visited_ = 0;
  bool has_changed_ = false;
};

}  // namespace warta::indexer
