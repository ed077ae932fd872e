// The stored article: what a document's data holds. It carries everything that indexing it again needs.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "database/article.h"

namespace warta {

// Turns articles into records and back. One a thread: it keeps compression state.
//
// A record is one byte for the version of its layout and one zstd frame. News articles are short and resemble each
// other, so a dictionary trained on the corpus makes their records a quarter smaller; it lives in the database's
// metadata. Records that were written without a dictionary can always be read.
class ArticleCodec {
 public:
  // The dictionary of train_dictionary, or "" for none. Broken bytes are ExitCode::io_error.
  static Result<ArticleCodec> create(std::string_view dictionary = {});
  ArticleCodec(ArticleCodec&&) noexcept;
  ArticleCodec& operator=(ArticleCodec&&) noexcept;
  ~ArticleCodec();

  // Lets it read the records made with this dictionary too; "" adds nothing. Broken bytes are ExitCode::io_error.
  Result<void> add_dictionary(std::string_view dictionary);

  // The record, made with the dictionary of create().
  std::string encode(const Article& article);

  // Whether encode() would give a record of this layout, with this dictionary.
  bool makes_such(std::string_view record) const;

  // The article that was encoded, equal to it in every field. Broken bytes are ExitCode::io_error; an unknown layout,
  // or a record made with a dictionary that was not given, is ExitCode::wrong_version. Never crashes on any input.
  Result<Article> decode(std::string_view record);

 private:
  struct State;
  explicit ArticleCodec(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

inline constexpr std::size_t kDictionaryBytes = std::size_t{112} << 10;

// zstd's advice: samples of a hundred times the dictionary. Ten times still pay; with less, the dictionary would cost
// more than it saves.
inline constexpr std::size_t kLeastSampleBytes = 10 * kDictionaryBytes;

// Of a larger corpus, so much is learned from. More takes longer, and gains less than one percent.
inline constexpr std::size_t kSampleBytes = 20 * kDictionaryBytes;

// A dictionary of at most kDictionaryBytes made from sample articles (a few thousand are enough), or "" where they
// are too few to learn from.
std::string train_dictionary(std::span<const Article> samples);

}  // namespace warta
