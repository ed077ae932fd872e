// Finds the root of a word by taking affixes off until the lexicon knows what is left (confix stripping).
//
// Nazief & Adriani (1996) take off one affix after the other and stop at the first root that is found; the enhanced
// forms (Asian 2007; Adriani et al. 2007) add recodings and a second order. Here every analysis that the tables allow
// is looked up, and a rule decides between those whose root is known: is_better() in the source, with its figures in
// docs/stemming.md.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "analysis/affixes.h"
#include "analysis/lexicon.h"

namespace warta::analysis {

// One analysis of a word: prefixes, root, suffix, possessive, particle.
struct Confix {
  std::array<const PrefixRule*, kMostPrefixes> prefixes{};  // from the outermost in
  int prefix_count = 0;
  const SuffixRule* suffix_rule = nullptr;
  std::string_view possessive;
  std::string_view particle;
  LexiconEntry entry{};  // of what is left
  int unlicensed = 0;    // affixes that the dictionary does not give to this root

  Suffix suffix() const { return suffix_rule == nullptr ? Suffix::none : suffix_rule->suffix; }
  int affix_count() const { return prefix_count + (suffix_rule != nullptr) + !possessive.empty() + !particle.empty(); }
};

// "me- -kan", "ber- + -nya"; empty where nothing was taken off.
std::string describe(const Confix& confix);

class ConfixStripper {
 public:
  // `user` outranks `built_in`; it may be null. Both tables outlive the stripper.
  ConfixStripper(Lexicon built_in, const Lexicon* user) : built_in_(built_in), user_(user) {}

  // Returns whether the lexicon has the word itself.
  bool find(std::string_view word, LexiconEntry& entry) const {
    return (user_ != nullptr && user_->find(word, entry)) || built_in_.find(word, entry);
  }

  // Returns whether taking off at least one affix leaves a known root, and the best such analysis.
  bool strip(std::string_view word, Confix& best) const;

 private:
  Lexicon built_in_;
  const Lexicon* user_;
};

}  // namespace warta::analysis
