// What came is told by its bytes; the server's word counts only where they leave it open.
#include "indexer/fetch/arrival.h"

#include <gtest/gtest.h>

#include "tests/support/deflated.h"

namespace warta::indexer {
namespace {

TEST(Arrival, IsToldByTheBytes) {
  struct Case {
    const char* body;
    const char* content_type;
    Arrival arrival;
  };
  const Case cases[] = {
      {"<?xml version='1.0'?><rss version='2.0'>", "text/html", Arrival::feed},
      {"\xEF\xBB\xBF\n<?xml version='1.0'?>\n<!-- pembuat: <html> -->\n<feed xmlns='http://www.w3.org/2005/Atom'>", "",
       Arrival::feed},
      {"<rdf:RDF xmlns:rdf='x'>", "", Arrival::feed},
      {"<!DOCTYPE rss [<!ENTITY a \"<html>\">]><rss>", "", Arrival::feed},
      {"{\"version\": \"https://jsonfeed.org/version/1.1\"}", "application/json", Arrival::feed},
      {"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>", "text/xml", Arrival::sitemap},
      {"<sm:sitemapindex xmlns:sm='x'>", "", Arrival::sitemap},
      {"https://contoh.id/a\nhttps://contoh.id/b\n", "text/plain", Arrival::sitemap},
      {"<!DOCTYPE html><html lang='id'>", "application/rss+xml", Arrival::page},
      {"<HTML><body>", "", Arrival::page},
      {"<div>tanpa akar</div>", "text/html", Arrival::page},
      {"rusak <", "application/rss+xml", Arrival::feed},
      {"rusak <", "application/xhtml+xml", Arrival::page},
      {"\x89PNG\r\n", "image/png", Arrival::other},
      {"%PDF-1.7", "application/pdf", Arrival::other},
      {"", "text/html", Arrival::page},
  };
  for (const Case& item : cases) EXPECT_EQ(what_came(item.body, item.content_type), item.arrival) << item.body;
  const std::string items = "{\"items\": [{\"content_text\": \"" + std::string(9000, 'a') + "\"}], ";
  EXPECT_EQ(what_came(items + "\"version\": \"https:\\/\\/jsonfeed.org\\/version\\/1\"}", "application/json"),
            Arrival::feed);
  EXPECT_EQ(what_came(items + "\"version\": \"1\"}", "application/json"), Arrival::page);
  EXPECT_EQ(what_came("{\"isi\": \"lihat https://jsonfeed.org/version/1\"}", "application/json"), Arrival::page);
  EXPECT_EQ(what_came(std::string_view("GIF89a\0\0\0", 9), "text/html"), Arrival::other);
  EXPECT_EQ(what_came(std::string_view("\xFF\xFE<\0r\0s\0s\0>\0", 12), ""), Arrival::feed);
}

TEST(Arrival, ReadsTheCharsetOfTheHeader) {
  EXPECT_EQ(charset_of("text/html; charset=UTF-8"), "utf-8");
  EXPECT_EQ(charset_of("text/html;Charset=\"iso-8859-1\"; x=y"), "iso-8859-1");
  EXPECT_EQ(charset_of("text/html"), "");
  EXPECT_EQ(charset_of(""), "");
}

TEST(Arrival, UnpacksWithinBounds) {
  const std::string text = "<urlset></urlset>";
  EXPECT_EQ(unpacked(text, 5).value(), text);  // not packed: its size was bounded when it came
  EXPECT_EQ(unpacked(test::gzipped(text), 100).value(), text);
  EXPECT_FALSE(unpacked(test::gzipped(std::string(1 << 20, ' ')), 1000));
  std::string damaged = test::gzipped(text);
  damaged[damaged.size() / 2] ^= 0x55;
  EXPECT_NE(unpacked(damaged, 100).value_or(""), text);
}

}  // namespace
}  // namespace warta::indexer
