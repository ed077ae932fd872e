// The titles of other articles in a text: "<" and ">" stand around them.
#include "analysis/teasers.h"

#include <random>
#include <string>

#include <gtest/gtest.h>

namespace warta::analysis {
namespace {

std::string marked(const std::string& text) {
  std::vector<TextSpan> spans;
  find_teasers(text, spans);
  std::string out;
  std::size_t done = 0;
  for (const TextSpan& span : spans) {
    out += text.substr(done, span.begin - done) + "<" + text.substr(span.begin, span.end - span.begin) + ">";
    done = span.end;
  }
  return out + text.substr(done);
}

TEST(Teasers, EndWhereTheirTitlesEnd) {
  const char* cases[] = {
      "",
      "Harga beras naik.",
      "Harga naik. <Baca juga: Beras Langka di Pasar>\nKata pedagang.",
      "<BACA JUGA:\nBeras Langka di Pasar>\nKata pedagang.",
      "<Lihat Juga : Beras Langka>\n<Simak juga Video: Pasar Sepi>\nAkhir",
      "<Baca juga: Mengapa Beras Langka? Ini Kata Menteri>\nAkhir",
      "<Baca juga: Beras Langka di Pasar.> Pedagang mengeluh.",
      "<Baca juga: Dr. Siti vs. Harga Beras>\nAkhir",
      // Glued by scraping, before and behind.
      "kata Siti.<Baca juga: Minta Maaf>Siti mengaku salah.",
      "Menyesal <Baca juga: Minta Maaf>",
      "Menyesal<Baca juga: Minta Maaf>Siti mengaku salah.",
      // Two of them are one stretch.
      "<Baca juga: Beras Langka Baca juga: Pasar Sepi>\nAkhir",
      // The title was lost: what follows is the text itself.
      "Baca Juga\nPedagang mengeluh.",
      "Baca Juga Pedagang mengeluh, katanya: mahal.",
      // Editors list several, and use no colon.
      "<Pilihan Redaksi Beras Langka Pasar Sepi>\nAkhir",
      "pilihan redaksi tetap sama",
      // Text that only looks like it.
      "Ia membaca juga: semua buku.",
      "baca, juga: tulis",
      "juga: harga",
      "jugalah",
  };
  for (const std::string expected : cases) {
    std::string text;
    for (const char c : expected) {
      if (c != '<' && c != '>') text += c;
    }
    EXPECT_EQ(marked(text), expected);
  }
}

TEST(Teasers, HaveAnEndWhereNothingSaysSo) {
  std::string text = "Baca juga:";
  for (int i = 0; i < 100; ++i) text += " kata";
  std::vector<TextSpan> spans;
  find_teasers(text, spans);
  ASSERT_EQ(spans.size(), 1U);
  EXPECT_EQ(text.substr(0, spans.front().end), text.substr(0, std::string_view("Baca juga:").size() + 20 * 5 + 1));
}

TEST(Teasers, AreInOrderAndApartInAnyText) {
  const unsigned seed = std::random_device()();
  std::mt19937 random(seed);
  const std::string_view pieces[] = {"Baca", "baca", "Pilihan", "Redaksi", " ",    "juga",
                                     "Juga", ":",    "\n",      ".",       "Kata", "x"};
  std::vector<TextSpan> spans;
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (auto length = random() % 40; length > 0; --length) text += pieces[random() % std::size(pieces)];
    find_teasers(text, spans);
    std::size_t done = 0;
    for (const TextSpan& span : spans) {
      ASSERT_LE(done, span.begin) << text << " seed " << seed;
      ASSERT_LT(span.begin, span.end) << text << " seed " << seed;
      ASSERT_LE(span.end, text.size()) << text << " seed " << seed;
      done = span.end;
    }
  }
}

}  // namespace
}  // namespace warta::analysis
