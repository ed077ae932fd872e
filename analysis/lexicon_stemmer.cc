// See lexicon_stemmer.h.
#include "analysis/lexicon_stemmer.h"

#include "analysis/reduplication.h"
#include "analysis/user_lexicon.h"

namespace warta::analysis {
namespace {

constexpr size_t kShortestUnknown = 4;  // letters that an unknown word keeps at the least

// What an unknown word loses: -nya alone. The other clitics end too many names (Lukaku, Jamilah), and Snowball's
// suffixes and prefixes far more of them; the figures are in docs/stemming.md.
constexpr std::string_view kSafeClitic = "nya";

std::string_view without_safe_clitic(std::string_view word) {
  if (word.size() < kShortestUnknown + kSafeClitic.size() || !word.ends_with(kSafeClitic)) return word;
  word.remove_suffix(kSafeClitic.size());
  if (word.ends_with('-')) word.remove_suffix(1);
  return word;
}

enum class Decision { listed, never, pair, affixes, reduplication, unknown };

struct Decided {
  std::string_view stem;  // a view of the lexicon or of the word
  Decision decision;
};

Decided decide_simple(const ConfixStripper& stripper, std::string_view word, Confix& confix) {
  LexiconEntry entry;
  if (stripper.find(word, entry)) {
    switch (entry.kind) {
      case EntryKind::root: return {entry.root, Decision::listed};
      case EntryKind::never: return {entry.root, Decision::never};
      case EntryKind::pair: return {entry.root, Decision::pair};
    }
  }
  if (stripper.strip(word, confix)) return {confix.entry.root, Decision::affixes};
  return {without_safe_clitic(word), Decision::unknown};
}

// A hyphenated word that the lexicon has as a whole, affixes aside, is that word (perundang-undangan); else it is the
// base of its reduplication, where it is one.
Decided decide(const ConfixStripper& stripper, std::string_view word, Confix& confix) {
  const Decided whole = decide_simple(stripper, word, confix);
  if (whole.decision != Decision::unknown || word.find('-') == std::string_view::npos) return whole;
  Confix parts;
  const std::string_view base = reduplicated_base(
      word, [&](std::string_view half) { return decide_simple(stripper, half, parts).stem; },
      [&](std::string_view half) { return decide_simple(stripper, half, parts).decision != Decision::unknown; });
  return base.empty() ? whole : Decided{base, Decision::reduplication};
}

}  // namespace

Result<std::unique_ptr<Stemmer>> LexiconStemmer::create(std::string_view user_lexicon) {
  if (user_lexicon.empty()) return std::unique_ptr<Stemmer>(new LexiconStemmer(std::nullopt));
  Result<LexiconBuilder> builder = read_user_lexicon(user_lexicon);
  if (!builder) return tl::unexpected(builder.error());
  return std::unique_ptr<Stemmer>(new LexiconStemmer(builder->build()));
}

LexiconStemmer::LexiconStemmer(std::optional<LexiconStorage> user)
    : user_storage_(std::move(user)),
      user_(user_storage_ ? std::optional(Lexicon(user_storage_->table())) : std::nullopt),
      stripper_(Lexicon::built_in(), user_ ? &*user_ : nullptr) {}

std::string_view LexiconStemmer::stem(std::string_view word) {
  Confix confix;
  return decide(stripper_, word, confix).stem;
}

StemExplanation LexiconStemmer::explain(std::string_view word) {
  Confix confix;
  const Decided decided = decide(stripper_, word, confix);
  std::string stem(decided.stem);
  switch (decided.decision) {
    case Decision::listed: return {stem, "root"};
    case Decision::never: return {stem, "list: never stemmed"};
    case Decision::pair: return {stem, "list: irregular pair"};
    case Decision::affixes: return {stem, describe(confix)};
    case Decision::reduplication: return {stem, "reduplication"};
    case Decision::unknown: return {stem, stem.size() == word.size() ? "unknown" : "unknown: -nya"};
  }
  return {stem, ""};
}

bool LexiconStemmer::knows(std::string_view word) const {
  LexiconEntry entry;
  return stripper_.find(word, entry);
}

}  // namespace warta::analysis
