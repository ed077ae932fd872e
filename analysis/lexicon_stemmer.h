// The default stemmer: confix stripping over the lexicon, reduplication, and a guarded way with unknown words.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "analysis/confix_stripper.h"
#include "analysis/lexicon.h"
#include "analysis/lexicon_builder.h"
#include "analysis/stemmer.h"
#include "base/result.h"

namespace warta::analysis {

class LexiconStemmer : public Stemmer {
 public:
  // `user_lexicon` is the text of the user's own entries (analysis/user_lexicon.h); it may be empty. An entry that
  // cannot be read is ExitCode::usage, and the message names its line.
  static Result<std::unique_ptr<Stemmer>> create(std::string_view user_lexicon);

  std::string_view stem(std::string_view word) override;
  StemExplanation explain(std::string_view word) override;
  bool knows(std::string_view word) const override;

 private:
  explicit LexiconStemmer(std::optional<LexiconStorage> user);

  std::optional<LexiconStorage> user_storage_;
  std::optional<Lexicon> user_;
  ConfixStripper stripper_;
};

}  // namespace warta::analysis
