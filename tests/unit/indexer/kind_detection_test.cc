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
      {"a.xml", "<?xml version='1.0'?>", SourceKind::feed},
      {"a.txt", "<?xml version='1.0'?>\n<!-- x -->\n<rss version='2.0'>", SourceKind::feed},
      {"a", "<!DOCTYPE rss [<!ENTITY a 'b'>]><rss>", SourceKind::feed},
      {"a", "<feed xmlns='http://www.w3.org/2005/Atom'>", SourceKind::feed},
      {"a", "<rdf:RDF xmlns:rdf='x'>", SourceKind::feed},
      {"a.xml", "<html xmlns='http://www.w3.org/1999/xhtml'>", SourceKind::html},
      {"a.json", "{\"version\": \"https://jsonfeed.org/version/1\"", SourceKind::feed},
      {"a.xml", "\n", SourceKind::feed},
      {"a", "<urlset><url>", SourceKind::sitemap},
      {"a.txt", "https://a.example/1\nhttps://a.example/2\n", SourceKind::sitemap},
      {"a.txt", "https://a.example/1\nJudul\n", SourceKind::text},
      {"a.warc.gz", "WARC/1.0\r\n", SourceKind::warc},
      {"a", "<DOC>\n<DOCNO>1</DOCNO>", SourceKind::trec},
      {"a.csv", "nama,umur\n", SourceKind::table},
      {"a.txt", "judul;isi\nA;b\n", SourceKind::table},
      {"a.txt", "Judul, isi dan makna\n", SourceKind::text},
      {"a.jsonl", "[{\"title\":1}]", SourceKind::json},
      {"a", "{\n  \"title\": \"A\"\n}", SourceKind::json},
      {"a", "{\"status\":\"ok\",\"articles\":[{\"title\":1}]}", SourceKind::json},
      {"a", "{\"title\":\"A\",\"data\":[{\"x\":1}]}\n", SourceKind::jsonl},
      {"a", "{\"rusak\n", SourceKind::jsonl},
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

TEST(HasKnownExtension, TellsWhatDirectoriesGive) {
  for (const char* name : {"a.jsonl", "A.JSON.GZ", "b/c.warc.gz", "a.csv.zst", "a.xml", "a.trec", "a.htm", "a.txt"}) {
    EXPECT_TRUE(has_known_extension(name)) << name;
  }
  for (const char* name : {"README.md", "README", "a.jpg", "a.gz", "a.txt.bak", "jsonl"}) {
    EXPECT_FALSE(has_known_extension(name)) << name;
  }
}

TEST(IsBinary, TellsProgramsFromText) {
  EXPECT_TRUE(is_binary(std::string_view("\x89PNG\0\0", 6)));
  EXPECT_FALSE(is_binary("Judul"));
  EXPECT_FALSE(is_binary(std::string_view("\xFF\xFEJ\0", 4))) << "UTF-16";
  EXPECT_FALSE(is_binary(std::string_view("{\0\"\0a\0\x1C\x20", 8))) << "UTF-16 without a mark";
  EXPECT_TRUE(is_binary(std::string_view("\1\0\2\0\3\0\4\0", 8))) << "numbers of 16 bits";
  EXPECT_TRUE(is_binary(std::string_view("a\0\0\0b\0\0\0", 8))) << "UTF-32, or numbers of 32 bits";
}

}  // namespace
}  // namespace warta::indexer
