// Signatures come as the database has them, in whatever order they are asked for.
#include "searcher/verification/signature_cache.h"

#include <random>
#include <string>

#include <gtest/gtest.h>

#include "database/schema.h"

namespace warta::searcher {
namespace {

constexpr unsigned kSeed = 8;
constexpr Xapian::docid kDocuments = 1000;

// Every seventh document has none, and every fifth is deleted.
Xapian::WritableDatabase make_database() {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (Xapian::docid id = 1; id <= kDocuments; ++id) {
    Xapian::Document document;
    if (id % 7 != 0) document.add_value(kPairsSlot, std::string(id % 90 + 1, static_cast<char>(id)));
    database.add_document(document);
  }
  for (Xapian::docid id = 5; id <= kDocuments; id += 5) database.delete_document(id);
  return database;
}

std::string expected_signature(Xapian::docid id) {
  return id % 7 == 0 || id % 5 == 0 ? std::string() : std::string(id % 90 + 1, static_cast<char>(id));
}

TEST(SignatureCache, GivesTheSignaturesOfTheDatabaseInAnyOrder) {
  SignatureCache signatures(make_database());
  std::mt19937 random(kSeed);
  for (unsigned i = 0; i < 5 * kDocuments; ++i) {
    const auto id = static_cast<Xapian::docid>(1 + random() % kDocuments);
    EXPECT_EQ(signatures.signature_of(id), expected_signature(id)) << "document " << id;
  }
}

TEST(SignatureCache, HasNoneBehindTheLastDocument) {
  SignatureCache signatures(make_database());
  EXPECT_EQ(signatures.signature_of(kDocuments + 300), "");
  EXPECT_EQ(signatures.signature_of(kDocuments - 1), expected_signature(kDocuments - 1));
}

}  // namespace
}  // namespace warta::searcher
