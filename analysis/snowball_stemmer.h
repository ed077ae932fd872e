// Snowball's Indonesian algorithm (Fadillah Z Tala 2003) from libstemmer: needs no word list, and errs without one.
#pragma once

#include <memory>

#include "analysis/stemmer.h"

struct sb_stemmer;

namespace warta::analysis {

class SnowballStemmer : public Stemmer {
 public:
  // Throws std::runtime_error where libstemmer was built without Indonesian: a broken installation.
  SnowballStemmer();

  std::string_view stem(std::string_view word) override;
  StemExplanation explain(std::string_view word) override;

 private:
  struct Delete {
    void operator()(sb_stemmer* stemmer) const;
  };
  std::unique_ptr<sb_stemmer, Delete> stemmer_;
};

}  // namespace warta::analysis
