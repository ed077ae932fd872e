#include "indexer/sources/kind_detection.h"

#include <gtest/gtest.h>

namespace warta::indexer {
namespace {

TEST(DetectKind, GoesByContentThenByName) {
  struct Row {
    const char* name;
    const char* bytes;
    SourceKind kind;
  };
  const Row rows[] = {
      {"a", "{\"title\":1}", SourceKind::jsonl},
      {"a.txt", "  \n{ \"title\":1}", SourceKind::jsonl},
      {"a", "\xEF\xBB\xBF{}", SourceKind::jsonl},
      {"a.jsonl", "rusak", SourceKind::jsonl},
      {"a.jsonl.gz", "rusak", SourceKind::jsonl},
      {"A.JSON.ZST", "[1]", SourceKind::jsonl},
      {"a", "<!DOCTYPE html>", SourceKind::html},
      {"a.txt", "\n<html>", SourceKind::html},
      {"a", "<?xml version='1.0'?>", SourceKind::html},
      {"a.htm", "Teks", SourceKind::html},
      {"a.html", "<?xml version='1.0'?><rss version='2.0'>", SourceKind::html},
      {"a", "< 5 derajat", SourceKind::text},
      {"a", "{kurung} di judul", SourceKind::text},
      {"a", "Judul", SourceKind::text},
      {"-", "", SourceKind::text},
      {"a.jsonl", "", SourceKind::jsonl},
  };
  for (const Row& row : rows) EXPECT_EQ(detect_kind(row.name, row.bytes), row.kind) << row.name << " " << row.bytes;
}

TEST(IsBinary, TellsProgramsFromText) {
  EXPECT_TRUE(is_binary(std::string_view("\x89PNG\0\0", 6)));
  EXPECT_FALSE(is_binary("Judul"));
  EXPECT_FALSE(is_binary(std::string_view("\xFF\xFEJ\0", 4))) << "UTF-16";
}

}  // namespace
}  // namespace warta::indexer
