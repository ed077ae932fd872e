#include "indexer/sources/warc_cutter.h"

#include <brotli/encode.h>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/sources/content_coding.h"
#include "tests/support/deflated.h"
#include "tests/support/read_sources.h"

namespace warta::indexer {
namespace {

using test::deflated;
using test::gzipped;
using testing::ElementsAre;

std::string brotlied(const std::string& text) {
  std::string out(BrotliEncoderMaxCompressedSize(text.size()), '\0');
  std::size_t size = out.size();
  BrotliEncoderCompress(5, 22, BROTLI_MODE_TEXT, text.size(), reinterpret_cast<const std::uint8_t*>(text.data()), &size,
                        reinterpret_cast<std::uint8_t*>(out.data()));
  out.resize(size);
  return out;
}

std::string chunked(const std::string& body) {
  std::string out;
  for (std::size_t at = 0; at < body.size(); at += 100) {
    const std::string piece = body.substr(at, 100);
    out += fmt::format("{:x}\r\n{}\r\n", piece.size(), piece);
  }
  return out + "0\r\n\r\n";
}

std::string page(int number) {
  std::string html = fmt::format("<html><head><title>Judul {0}</title></head><body><h1>Judul {0}</h1>", number);
  for (int i = 0; i < 6; ++i) {
    html += "<p>Petani di desa itu menjual gabah kering dengan harga yang lebih baik daripada tahun lalu.</p>";
  }
  return html + "</body></html>";
}

struct RecordOptions {
  std::string type = "response";
  std::string status = "200 OK";
  std::string content_type = "text/html; charset=utf-8";
  std::string http_fields = {};
  std::ptrdiff_t wrong_by = 0;  // of the declared length
};

std::string record(int number, const std::string& body, const RecordOptions& options = {}) {
  const bool is_http = options.type == "response";
  const std::string block = is_http ? "HTTP/1.1 " + options.status + "\r\nContent-Type: " + options.content_type +
                                          "\r\n" + options.http_fields + "\r\n" + body
                                    : body;
  return fmt::format(
      "WARC/1.0\r\nWARC-Type: {}\r\nWARC-Target-URI: <https://a.example/{}>\r\nContent-Type: {}\r\nContent-Length: "
      "{}\r\n\r\n{}\r\n\r\n",
      options.type, number, is_http ? "application/http; msgtype=response" : options.content_type,
      static_cast<std::ptrdiff_t>(block.size()) + options.wrong_by, block);
}

std::vector<std::string> titles(const Gathered& gathered) {
  std::vector<std::string> out;
  for (const Article& article : gathered.articles) out.push_back(article.title);
  return out;
}

TEST(WarcCutter, TakesPagesHoweverTheyArePacked) {
  const std::string archive =
      record(0, "software: x\r\n", {.type = "warcinfo", .content_type = "application/warc-fields"}) +
      record(1, page(1)) + record(2, gzipped(page(2)), {.http_fields = "Content-Encoding: gzip\r\n"}) +
      record(3, chunked(deflated(page(3), 15)),
             {.http_fields = "Transfer-Encoding: chunked\r\ncontent-encoding: deflate\r\n"}) +
      record(4, deflated(page(4), -15), {.http_fields = "Content-Encoding: deflate\r\n"}) +
      record(5, brotlied(page(5)), {.http_fields = "Content-Encoding: br\r\n"}) +
      record(6, page(6), {.type = "resource"}) +
      record(7, page(7), {.http_fields = "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"});
  const std::vector<std::string> expected = {"Judul 1", "Judul 2", "Judul 3", "Judul 4",
                                             "Judul 5", "Judul 6", "Judul 7"};
  std::string members;
  for (std::size_t at = 0; at < archive.size();) {
    const std::size_t end = std::min(archive.find("WARC/1.0", at + 1), archive.size());
    members += gzipped(archive.substr(at, end - at));
    at = end;
  }
  const std::pair<const char*, std::string> files[] = {
      {"a.warc", archive}, {"b.warc.gz", gzipped(archive)}, {"c.warc.gz", members}};
  for (const auto& [name, bytes] : files) {
    const Gathered gathered = read_bytes(name, bytes);
    EXPECT_EQ(titles(gathered), expected) << name;
    EXPECT_TRUE(gathered.complaints.empty()) << name << ": " << gathered.complaints.front();
    EXPECT_EQ(gathered.articles[0].url, "https://a.example/1");
  }
}

TEST(WarcCutter, PassesOverWhatIsNoPage) {
  const Gathered gathered = read_bytes(
      "a.warc", record(1, page(1), {.status = "404 Not Found"}) + record(2, page(2), {.content_type = "image/png"}) +
                    record(3, std::string(1000000, 'x'), {.content_type = "video/mp4"}) +
                    record(4, page(4), {.type = "request"}) + record(5, page(5), {.type = "revisit"}) +
                    record(6, page(6)));
  EXPECT_THAT(titles(gathered), ElementsAre("Judul 6"));
  EXPECT_TRUE(gathered.complaints.empty());
}

TEST(WarcCutter, TakesTheCharsetOfTheTransfer) {
  std::string latin = page(1);
  latin.replace(latin.find("Petani"), 6, "Caf\xE9");
  const Gathered gathered =
      read_bytes("a.warc", record(1, latin, {.content_type = "text/html; charset=\"ISO-8859-1\""}));
  ASSERT_EQ(gathered.articles.size(), 1u);
  EXPECT_THAT(gathered.articles[0].body, testing::StartsWith("Caf\xC3\xA9 di desa"));
}

TEST(WarcCutter, GoesOnAfterDefects) {
  struct Row {
    const char* what;
    std::string middle;  // between the sound records 1 and 3
    std::vector<std::string> titles;
    std::string complaint;
  };
  const std::string first = record(1, page(1));
  const std::string place = fmt::format("FILE: record 2 (byte {}, https://a.example/2): ", first.size());
  const Row rows[] = {
      {"length too small",
       record(2, page(2), {.wrong_by = -50}),
       {"Judul 1", "Judul 3"},
       place + "the record does not end"},
      {"length too large",
       record(2, page(2), {.wrong_by = 50}),
       {"Judul 1", "Judul 3"},
       place + "the record does not end"},
      {"length beyond the next record",
       record(2, page(2), {.wrong_by = 900}),
       {"Judul 1", "Judul 3"},
       place + "the record does not end"},
      {"length beyond the file",
       record(2, page(2), {.wrong_by = 1000000}),
       {"Judul 1", "Judul 3"},
       place + "the record does not end"},
      {"length beyond any page",
       record(2, page(2), {.wrong_by = 1000000000}),
       {"Judul 1", "Judul 3"},
       place + "longer than 8388608 bytes"},
      {"a picture with a wrong length",
       record(2, "PNG", {.content_type = "image/png", .wrong_by = 500}),
       {"Judul 1", "Judul 3"},
       place + "the record does not end"},
      {"cut off", record(2, page(2)).substr(0, 500), {"Judul 1", "Judul 3"}, place + "the record does not end"},
      {"bytes between records",
       record(2, page(2)) + "sampah\r\n\r\nsampah",
       {"Judul 1", "Judul 2", "Judul 3"},
       fmt::format("FILE: record 3 (byte {}, -): no record begins here", first.size() + record(2, page(2)).size())},
      {"no length",
       "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/2\r\n\r\nx\r\n\r\n",
       {"Judul 1", "Judul 3"},
       place + "the head of the record is broken"},
      {"damaged body",
       record(2, gzipped(page(2)).replace(20, 30, 30, 'x'), {.http_fields = "Content-Encoding: gzip\r\n"}),
       {"Judul 1", "Judul 3"},
       place + "the compressed body is damaged"},
      {"unknown coding",
       record(2, page(2), {.http_fields = "Content-Encoding: zstd\r\n"}),
       {"Judul 1", "Judul 3"},
       place + "the content encoding \"zstd\" is not known"},
      {"a bomb",
       record(2, gzipped(std::string(20000000, ' ')), {.http_fields = "Content-Encoding: gzip\r\n"}),
       {"Judul 1", "Judul 3"},
       place + "longer than 8388608 bytes when it is unpacked"},
      {"a page that is no article", record(2, "<html><p>Hai</p></html>"), {"Judul 1", "Judul 3"}, place},
  };
  for (const Row& row : rows) {
    const Gathered gathered = read_bytes("a.warc", first + row.middle + record(3, page(3)));
    EXPECT_EQ(titles(gathered), row.titles) << row.what;
    ASSERT_FALSE(gathered.complaints.empty()) << row.what;
    EXPECT_THAT(gathered.complaints[0], testing::StartsWith(row.complaint)) << row.what;
  }
}

TEST(WarcCutter, NamesARecordThatEndsTooEarly) {
  const std::string first = record(1, page(1));
  const Gathered gathered = read_bytes("a.warc", first + record(2, page(2)).substr(0, 400));
  EXPECT_THAT(titles(gathered), ElementsAre("Judul 1"));
  ASSERT_EQ(gathered.complaints.size(), 1u);
  EXPECT_THAT(gathered.complaints[0],
              testing::StartsWith(fmt::format("FILE: record 2 (byte {}, https://a.example/2): ", first.size())));
}

TEST(WarcCutter, GoesOnAfterADamagedMember) {
  std::string damaged = gzipped(record(2, page(2)));
  damaged.replace(60, 40, 40, 'x');
  for (const std::string& middle : {damaged, damaged.substr(0, 100), std::string("bukan gzip")}) {
    const Gathered gathered =
        read_bytes("a.warc.gz", gzipped(record(1, page(1))) + middle + gzipped(record(3, page(3))));
    EXPECT_THAT(titles(gathered), ElementsAre("Judul 1", "Judul 3"));
    ASSERT_FALSE(gathered.complaints.empty());
    EXPECT_THAT(gathered.complaints.back(), testing::HasSubstr("the compressed data is damaged"));
  }
}

TEST(ContentCoding, TakesABodyThatIsUnpackedAlready) {
  for (const char* coding : {"gzip", "deflate", "br", "identity", "gzip, br"}) {
    const Result<std::string> body = decoded_body("<html>", coding, 100);
    ASSERT_TRUE(body) << coding;
    EXPECT_EQ(*body, "<html>") << coding;
  }
  EXPECT_EQ(without_chunks("<html>"), "<html>");
  EXPECT_EQ(without_chunks("3;x=y\r\nabc\r\n2\r\nd"), "abcd") << "what breaks off gives what is there";
}

TEST(ContentCoding, ReadsEachMemberOfAGzipBody) {
  const std::string one = gzipped("<html>satu, ");
  const std::string two = gzipped("dua</html>");
  const struct {
    const char* what;
    std::string body, text;
  } kCases[] = {
      {"two members", one + two, "<html>satu, dua</html>"},
      {"an empty one between", one + gzipped("") + two, "<html>satu, dua</html>"},
      {"padding behind", one + two + std::string(512, '\0'), "<html>satu, dua</html>"},
      {"the last one breaks off", one + two.substr(0, 10), "<html>satu, "},
  };
  for (const auto& row : kCases) {
    const Result<std::string> body = decoded_body(row.body, "gzip", 1000);
    ASSERT_TRUE(body) << row.what;
    EXPECT_EQ(*body, row.text) << row.what;
  }
  EXPECT_FALSE(decoded_body(one + two, "gzip", 15)) << "the bound is on all members";
  std::string many;
  for (int i = 0; i < 100; ++i) many += gzipped(std::string(100, ' '));
  EXPECT_FALSE(decoded_body(many, "gzip", 9000));
}

}  // namespace
}  // namespace warta::indexer
