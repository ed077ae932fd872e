#include "analysis/snowball_stemmer.h"

#include <new>
#include <stdexcept>

#include <libstemmer.h>

namespace warta::analysis {

void SnowballStemmer::Delete::operator()(sb_stemmer* stemmer) const {
  sb_stemmer_delete(stemmer);
}

SnowballStemmer::SnowballStemmer() : stemmer_(sb_stemmer_new("indonesian", "UTF_8")) {
  if (!stemmer_) throw std::runtime_error("libstemmer has no Indonesian stemmer");
}

std::string_view SnowballStemmer::stem(std::string_view word) {
  const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
  const sb_symbol* stemmed = sb_stemmer_stem(stemmer_.get(), bytes, static_cast<int>(word.size()));
  if (stemmed == nullptr) throw std::bad_alloc();
  return {reinterpret_cast<const char*>(stemmed), static_cast<size_t>(sb_stemmer_length(stemmer_.get()))};
}

StemExplanation SnowballStemmer::explain(std::string_view word) {
  return {std::string(stem(word)), "snowball"};
}

}  // namespace warta::analysis
