// The fields: one table for the indexer that fills them, the query parser that names them, and the manual.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyzer.h"
#include "database/article.h"

namespace warta {

enum class FieldKind : std::uint8_t {
  text,     // analysed terms under the prefix
  keyword,  // one whole, case-folded term under the prefix
  date,     // value slot, for ranges and sorting
};

struct Field {
  std::string_view name;             // English query name, and the name in JSON: "title"
  std::string_view indonesian_name;  // "judul"
  std::string_view prefix;           // Xapian term prefix; empty for body
  FieldKind kind;
  std::string_view help;  // English, one line
  std::string_view indonesian_help;
};

// Terms of title and body stand together without a prefix; a title's terms stand under its prefix too. Behind these
// prefixes analysis::kUnstemmedPrefix may follow.
inline constexpr std::string_view kTitlePrefix = "S";
// Before a term that stands nowhere in the article but within a longer token (analysis/inner_words.h): phrases may
// begin or end there.
inline constexpr std::string_view kInnerWordPrefix = "W";
inline constexpr std::string_view kAuthorPrefix = "A";
inline constexpr std::string_view kSourcePrefix = "H";
inline constexpr std::string_view kCategoryPrefix = "C";
inline constexpr std::string_view kTagPrefix = "K";
inline constexpr std::string_view kLanguagePrefix = "L";  // language_of: on every article
inline constexpr std::string_view kIdPrefix = "I";        // the id that the source gave
inline constexpr std::string_view kCopiesPrefix = "D";    // the value of kCopiesSlot: one for all copies of a text
inline constexpr std::string_view kIdentityPrefix = "Q";  // identity(article): unique; finds an article by its URL too

inline constexpr unsigned kPublishedSlot = 0;    // sortable_serialise(moment_of()); absent where unknown
inline constexpr unsigned kContentHashSlot = 1;  // eight bytes, big endian
// ArticleCodec::encode. A slot, because Xapian deflates a document's data at each of the passes that a run takes over
// it: for records, which are compressed already, that was a fifth of the time of indexing.
inline constexpr unsigned kArticleSlot = 2;
inline constexpr unsigned kCopiesSlot = 3;  // eight bytes, the same for all copies of a text; absent for short texts
inline constexpr unsigned kSketchSlot = 4;  // what later copies are recognised by: indexer/copies/text_sketch.h
inline constexpr unsigned kFacetSlot = 5;   // serialise_facets
inline constexpr unsigned kPairsSlot = 6;   // terms side by side: database/pair_signature.h

inline constexpr std::string_view kSettingsMetadataKey = "warta.analysis";      // analysis::to_metadata
inline constexpr std::string_view kFormatMetadataKey = "warta.format";          // kDatabaseFormat as decimal digits
inline constexpr std::string_view kDictionaryMetadataKey = "warta.dictionary";  // train_dictionary; may be absent
// Articles that the database had when its dictionary was trained, as decimal digits; may be absent.
inline constexpr std::string_view kDictionaryArticlesMetadataKey = "warta.dictionary-articles";
inline constexpr int kDatabaseFormat = 5;  // rises when terms, slots or records change their meaning

// Terms of an article's title count as often as this many in its body.
inline constexpr unsigned kTitleWeight = 3;

// Xapian's limit for a term is 245 bytes; terms of ours stay under this.
inline constexpr std::size_t kMaxKeywordTermBytes = 200;

// All fields that a query can name, in the order of the manual.
std::span<const Field> fields();

// The field with this English or Indonesian name or alias in any case, or nullptr.
const Field* find_field(std::string_view name);

// The term under which a keyword field's whole value stands, and by which a query asks for a value: the
// prefix and the value case-folded, with white space folded. A source is reduced to its host, a URL to its canonical
// form, the name of a language to its code; a longer value is cut and ends in a hash. "" where the value says nothing,
// or the field is no keyword.
std::string keyword_term(const Field& field, std::string_view value);

// All distinct terms under which a keyword field's value is found, keyword_term() among them. A source also stands
// under the domains above its host: "news.detik.com" -> "Hdetik.com", "Hnews.detik.com". An author, a category and a
// tag also stand under each of their words: "Siti Rahma" -> "Arahma", "Asiti", "Asiti rahma". Empty where
// keyword_term() is.
std::vector<std::string> keyword_terms(const Field& field, std::string_view value);

// How the analyzer treats the words of an article: only Indonesian ones are stemmed.
analysis::Stemming stemming_of(const Article& article);

// The term of all articles with this value of kCopiesSlot.
std::string copies_term(std::string_view copies_value);

// The unique term of an article: kIdentityPrefix and identity(article).
std::string identity_term(const Article& article);

}  // namespace warta
