// See reduplication.h. Classes after the reference grammar: full (anak-anak), affixed (berlari-lari, tarik-menarik,
// menari-nari, turun-temurun), and rhyming (sayur-mayur, bolak-balik).
#include "analysis/reduplication.h"

namespace warta::analysis {
namespace {

constexpr int kMostRhymeChanges = 2;

// sayur-mayur, gerak-gerik, bolak-balik: the same length, and but a letter or two changed.
bool rhymes(std::string_view first, std::string_view second) {
  if (first.size() != second.size() || first.size() < 4) return false;
  int changes = 0;
  for (size_t i = 0; i < first.size(); ++i) changes += first[i] != second[i];
  return changes <= kMostRhymeChanges;
}

// turun-temurun, tali-temali: -em- behind the first letter.
bool has_infix_em(std::string_view first, std::string_view second) {
  return second.size() == first.size() + 2 && second.substr(1, 2) == "em" && second.front() == first.front() &&
         second.substr(3) == first.substr(1);
}

// menari-nari, menakut-nakuti: the second half repeats the nasal, without me-.
bool repeats_nasal(std::string_view first, std::string_view second) {
  return first.size() > 4 && first.starts_with("me") && second.starts_with(first.substr(2));
}

}  // namespace

std::string_view reduplicated_base(std::string_view word, const std::function<std::string_view(std::string_view)>& stem,
                                   const std::function<bool(std::string_view)>& known) {
  const size_t hyphen = word.find('-');
  if (hyphen == std::string_view::npos || word.find('-', hyphen + 1) != std::string_view::npos) return {};
  const std::string_view first = word.substr(0, hyphen);
  const std::string_view second = word.substr(hyphen + 1);
  if (first.empty() || second.empty()) return {};
  const std::string_view first_stem = stem(first);
  const std::string_view second_stem = stem(second);
  if (first_stem == second_stem || has_infix_em(first_stem, second) || repeats_nasal(first, second)) {
    return first_stem;
  }
  if (!rhymes(first, second_stem) && !rhymes(first_stem, second_stem)) return {};
  if (known(first)) return first_stem;
  return known(second) ? second_stem : std::string_view{};
}

}  // namespace warta::analysis
