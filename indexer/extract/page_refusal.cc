#include "indexer/extract/page_refusal.h"

#include <algorithm>
#include <span>

#include "base/language.h"
#include "indexer/extract/address_shape.h"
#include "indexer/extract/page_url.h"
#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

constexpr std::size_t kFewestWords = 25;  // of an article's text
constexpr std::size_t kShortText = 120;   // words: a longer text is no error page, gallery or stub

// Titles of error pages; as a whole or with the site's name behind them.
constexpr std::string_view kErrorTitles[] = {
    "404",
    "error 404",
    "halaman tidak ditemukan",
    "halaman tidak tersedia",
    "halaman yang anda cari tidak",
    "laman tidak ditemukan",
    "artikel tidak ditemukan",
    "berita tidak ditemukan",
    "konten tidak ditemukan",
    "page not found",
    "not found",
    "error 500",
    "500 internal",
    "internal server error",
    "502 bad gateway",
    "503 service",
    "service unavailable",
    "504 gateway",
    "403 forbidden",
    "forbidden",
    "access denied",
    "akses ditolak",
    "situs sedang dalam perbaikan",
    "sedang dalam pemeliharaan",
    "under maintenance",
    "just a moment",
    "attention required",
    "terjadi kesalahan",
    "oops",
};

constexpr std::string_view kErrorTexts[] = {
    "halaman yang anda cari tidak",
    "halaman yang anda tuju tidak",
    "halaman tidak ditemukan",
    "laman yang anda cari tidak",
    "artikel yang anda cari tidak",
    "berita yang anda cari tidak",
    "page you are looking for",
    "page you requested",
    "page could not be found",
    "page cannot be found",
    "the requested url",
    "tidak ada halaman seperti itu",
    "mungkin telah dihapus atau",
    "enable javascript and cookies",
    "checking your browser",
    "verify you are human",
};

constexpr std::string_view kPayWallTexts[] = {
    "untuk membaca selengkapnya",
    "berlangganan untuk membaca",
    "silakan berlangganan",
    "artikel ini khusus pelanggan",
    "konten khusus pelanggan",
    "khusus untuk pelanggan",
    "masuk untuk membaca",
    "login untuk membaca",
    "lanjutkan membaca dengan berlangganan",
    "subscribe to read",
    "subscribe to continue",
    "sudah berlangganan?",
    "already a subscriber",
    "sign in to read",
    "konten premium",
    "artikel premium",
    "dapatkan akses penuh",
    "pilih paket langganan",
};

constexpr std::string_view kSearchTitles[] = {"hasil pencarian", "pencarian untuk", "pencarian:",       "hasil cari",
                                              "search results",  "search:",         "you searched for", "anda mencari"};
constexpr std::string_view kListingTitles[] = {"indeks berita", "indeks:",  "arsip:",          "arsip kategori",
                                               "arsip tag",     "tag:",     "kategori:",       "category:",
                                               "topik:",        "label:",   "kumpulan berita", "berita terkini seputar",
                                               "archives:",     "penulis:", "author:"};

bool starts_with_any(std::string_view text, std::span<const std::string_view> patterns) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](std::string_view pattern) { return text.starts_with(pattern); });
}

bool contains_any(std::string_view text, std::span<const std::string_view> patterns) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](std::string_view pattern) { return text.find(pattern) != std::string_view::npos; });
}

// One of the patterns in a block of the page, outside of links.
bool page_says(const PageBlocks& page, std::span<const std::string_view> patterns) {
  constexpr std::size_t kLongest = 300;
  return std::any_of(page.blocks.begin(), page.blocks.end(), [&](const ContentBlock& block) {
    return block.text.size() <= kLongest && contains_any(lower_ascii(block.text), patterns);
  });
}

// Much of the region is links to other pages, or its paragraphs stand each under a linked title.
bool looks_like_listing(const PageEvidence& evidence, std::size_t words) {
  constexpr std::size_t kFewestTitles = 4;
  std::size_t all_words = 0;
  std::size_t links = 0;
  std::size_t linked_titles = 0;
  for (std::size_t i = evidence.body.first_block; i < evidence.body.end_block; ++i) {
    const ContentBlock& block = evidence.page.blocks[i];
    if (block.is_unlikely) continue;
    all_words += block.words;
    links += block.link_words;
    linked_titles += block.words >= 3 && block.link_words == block.words ? 1 : 0;
  }
  const bool is_mostly_links = links * 2 > all_words && links > words;
  const bool is_titled_list =
      linked_titles >= kFewestTitles && linked_titles * 3 >= evidence.body.paragraphs.size() * 2;
  return is_mostly_links || is_titled_list;
}

// Several links of a headline's length, outside of furniture: what a page without text of its own is made of.
bool links_headlines(const PageBlocks& page) {
  constexpr std::ptrdiff_t kFewestHeadlines = 3;
  constexpr std::size_t kHeadlineWords = 4;
  return std::count_if(page.blocks.begin(), page.blocks.end(), [](const ContentBlock& block) {
           return !block.is_unlikely && block.link_words >= kHeadlineWords && block.link_words == block.words;
         }) >= kFewestHeadlines;
}

const char* listing_reason(const PageEvidence& evidence, std::size_t words) {
  const std::string title = lower_ascii(evidence.article.title);
  const PageKind kind = evidence.metadata.kind;
  if (kind == PageKind::search_results || starts_with_any(title, kSearchTitles))
    return localized("results of a search, not an article", "hasil pencarian, bukan artikel");
  if (kind == PageKind::profile && words < kShortText)
    return localized("a profile, not an article", "profil, bukan artikel");
  if (kind == PageKind::listing || starts_with_any(title, kListingTitles) || looks_like_listing(evidence, words))
    return localized("a listing of articles, not an article", "daftar artikel, bukan artikel");
  return nullptr;
}

const char* reason_for_little_text(const PageEvidence& evidence, std::size_t words) {
  if (page_says(evidence.page, kPayWallTexts))
    return localized("only a lead before a pay wall", "hanya teras berita, selebihnya berbayar");
  if (words >= kFewestWords) return nullptr;
  if (evidence.metadata.kind == PageKind::media || address_names_media(evidence.article.url))
    return localized("pictures or a video without an article's text", "foto atau video tanpa teks artikel");
  if (links_headlines(evidence.page))
    return localized("a listing of articles, not an article", "daftar artikel, bukan artikel");
  if (evidence.article.title.empty()) return localized("no title and no running text", "tanpa judul dan tanpa teks");
  return localized("no article's text on the page", "tidak ada teks artikel di halaman");
}

}  // namespace

const char* reason_for_no_article(const PageEvidence& evidence) {
  const std::size_t words = count_words(evidence.article.body);
  const auto is_error = [&] {
    return starts_with_any(lower_ascii(evidence.article.title), kErrorTitles) || page_says(evidence.page, kErrorTexts);
  };
  if (words < kShortText && !evidence.metadata.is_article() && is_error())
    return localized("an error page that was sent as a sound one", "halaman galat yang dikirim seolah-olah baik");
  const bool is_declared_article = evidence.metadata.is_article() && words >= 2 * kFewestWords;
  if (is_front_page_url(evidence.article.url) && !is_declared_article)
    return localized("a front page, not an article", "halaman muka, bukan artikel");
  if (const char* reason = listing_reason(evidence, words)) return reason;
  return words < kShortText ? reason_for_little_text(evidence, words) : nullptr;
}

}  // namespace warta::indexer
