#include "indexer/article_language.h"

#include <algorithm>
#include <array>
#include <cstdio>  // CLD2's header uses it without including it

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include "base/utf8.h"
#include "indexer/telling_words.h"

namespace warta::indexer {
namespace {

// So much of the body is looked at: some two hundred words.
constexpr std::size_t kSampleBytes = 1536;

// Of a hundred words of Indonesian some 30 stand in our lists. From this many on no detector is asked, and below the
// second one it may name any language.
constexpr unsigned kClearlyIndonesianPercent = 8;
constexpr unsigned kHardlyIndonesianPercent = 3;

// What a detector says of fewer words than these ("Live Streaming Real Madrid") is chance.
constexpr unsigned kFewestWords = 6;

struct Neighbour {
  std::string_view code;
  Tongue tongue;
  unsigned least_different;   // words of the list; one fewer where the source declares the language
  unsigned least_percent;     // of all words
  unsigned times_indonesian;  // how much oftener than Indonesian words
};

constexpr Neighbour kNeighbours[] = {
    {"jv", Tongue::javanese, 3, 10, 2},
    {"su", Tongue::sundanese, 3, 10, 2},
    {"en", Tongue::english, 3, 12, 5},
};

// The language of most of a text as CLD2 (Compact Language Detector 2, D. Sites, Google 2013) sees it.
struct Opinion {
  std::string code;  // ISO 639-1; "" where it is unknown, or has no such code
  bool is_reliable = false;
};

std::string iso_code(CLD2::Language language) {
  const std::string_view code = CLD2::LanguageCode(language);
  if (code == "jw") return "jv";
  if (code == "iw") return "he";
  if (code.starts_with("zh")) return "zh";
  return code.size() == 2 && language != CLD2::UNKNOWN_LANGUAGE ? std::string(code) : std::string();
}

Opinion ask_cld2(std::string_view text) {
  constexpr int kMostlyPercent = 80;
  const CLD2::CLDHints no_hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  std::array<CLD2::Language, 3> languages = {};
  std::array<int, 3> percents = {};
  std::array<double, 3> scores = {};
  int text_bytes = 0;
  int valid_bytes = 0;
  bool is_reliable = false;
  CLD2::ExtDetectLanguageSummaryCheckUTF8(text.data(), static_cast<int>(text.size()), /*is_plain_text=*/true, &no_hints,
                                          /*flags=*/0, languages.data(), percents.data(), scores.data(), nullptr,
                                          &text_bytes, &is_reliable, &valid_bytes);
  return {iso_code(languages[0]), is_reliable && percents[0] >= kMostlyPercent};
}

unsigned indonesian_words(const WordEvidence& evidence) {
  return evidence.count(Tongue::common) + evidence.count(Tongue::indonesian);
}

unsigned percent(unsigned part, const WordEvidence& evidence) {
  return evidence.words() == 0 ? 0 : 100 * part / evidence.words();
}

// Malay shares its commonest words with Indonesian, so that its own must be seen, hardly any Indonesian ones, and a
// second opinion where they are few.
bool is_malay(const WordEvidence& evidence, std::string_view sample, bool is_declared) {
  const unsigned sure = evidence.different(Tongue::malay);
  const unsigned different = sure + evidence.different(Tongue::malayish);
  const unsigned count = evidence.count(Tongue::malay) + evidence.count(Tongue::malayish);
  const unsigned against = evidence.count(Tongue::indonesian);
  if (is_declared) return different >= 2 && count > against;
  if (sure == 0 || different < 3 || count <= 2 * against) return false;
  if (sure >= 3) return true;
  const Opinion opinion = ask_cld2(sample);
  return opinion.code == "ms" && opinion.is_reliable;
}

// Javanese and Sundanese share the words for a government and its offices, so that only the commonest words speak
// against them.
unsigned words_against(const WordEvidence& evidence, const Neighbour& neighbour) {
  return neighbour.tongue == Tongue::english ? indonesian_words(evidence) : evidence.count(Tongue::common);
}

bool is_neighbour(const WordEvidence& evidence, const Neighbour& neighbour, std::string_view declared) {
  const unsigned count = evidence.count(neighbour.tongue);
  const unsigned least_different = neighbour.least_different - (declared == neighbour.code ? 1 : 0);
  return evidence.different(neighbour.tongue) >= least_different &&
         percent(count, evidence) >= neighbour.least_percent &&
         count > neighbour.times_indonesian * words_against(evidence, neighbour);
}

// Chinese has no spaces to count words by, and no other script is an accident in an Indonesian text.
bool is_mostly_not_latin(std::string_view text) {
  return 2 * static_cast<std::size_t>(std::ranges::count_if(text, is_beyond_ascii)) > text.size();
}

// Where the lists see too little, the detector's word needs some support by them.
bool is_supported(const WordEvidence& evidence, std::string_view code, std::string_view sample) {
  constexpr unsigned kFewestWordsOfEnglish = 13;  // titles of films and games are shorter
  const auto* neighbour = std::ranges::find(kNeighbours, code, &Neighbour::code);
  if (neighbour == std::end(kNeighbours)) return evidence.words() >= kFewestWords || is_mostly_not_latin(sample);
  return evidence.different(neighbour->tongue) >= 2 && evidence.words() >= kFewestWords &&
         (neighbour->tongue != Tongue::english || evidence.words() >= kFewestWordsOfEnglish);
}

std::string detect_distant(const WordEvidence& evidence, std::string_view sample, std::string_view declared) {
  const Opinion opinion = ask_cld2(sample);
  const unsigned indonesian = indonesian_words(evidence);
  const bool is_family = opinion.code == "id" || opinion.code == "ms";
  if (is_family && opinion.is_reliable && indonesian > 0) return "id";
  if (percent(indonesian, evidence) >= kHardlyIndonesianPercent) return "";
  if (opinion.code.empty() || opinion.code == declared) return std::string(declared);
  if (is_family || !opinion.is_reliable || !is_supported(evidence, opinion.code, sample)) return "";
  return opinion.code;
}

std::string sample_of(std::string_view title, std::string_view body) {
  std::string sample(title);
  sample += '\n';
  sample += cut_at_character(body, kSampleBytes);
  return sample;
}

}  // namespace

std::string detect_language(std::string_view title, std::string_view body, std::string_view declared) {
  const std::string sample = sample_of(title, body);
  WordEvidence evidence;
  evidence.add(sample);
  if (is_malay(evidence, sample, declared == "ms")) return "ms";
  for (const Neighbour& neighbour : kNeighbours) {
    if (is_neighbour(evidence, neighbour, declared)) return std::string(neighbour.code);
  }
  if (percent(indonesian_words(evidence), evidence) >= kClearlyIndonesianPercent) return "id";
  return detect_distant(evidence, sample, declared);
}

void settle_language(Article& article) {
  article.language = detect_language(article.title, article.body, article.language);
}

}  // namespace warta::indexer
