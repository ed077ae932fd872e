// See confix_stripper.h.
#include "analysis/confix_stripper.h"

#include <algorithm>
#include <cstring>
#include <tuple>
#include <utility>

namespace warta::analysis {
namespace {

constexpr size_t kLongestWord = 63;  // bytes; no Indonesian word comes near
constexpr size_t kShortestRoot = 3;
constexpr size_t kShortestUnlicensedRoot = 4;

bool is_vowel(char c) {
  return contains(letters("aeiou"), c);
}

// Affixes are so short that a call of memcmp costs more than the comparison.
inline bool is_equal(const char* text, std::string_view affix) {
  for (size_t i = affix.size(); i-- > 0;) {
    if (text[i] != affix[i]) return false;
  }
  return true;
}

bool holds(Condition condition, std::string_view rest) {
  switch (condition) {
    case Condition::always: return true;
    case Condition::consonant_er: return rest.substr(1).starts_with("er");
    case Condition::one_syllable: return std::ranges::count_if(rest, is_vowel) == 1;
    case Condition::ajar: return rest == "ajar";
    case Condition::anjur: return rest == "anjur";
  }
  return false;
}

// The affixes of an analysis that the dictionary does not give to its root. A suffix counts as given where one of the
// prefixes takes it, or the bare root does (berpakaian is ber- before pakaian), or the active verb (beritakan stands
// for memberitakan).
int count_unlicensed(const Confix& confix) {
  const Licences licences = confix.entry.licences;
  const Suffix suffix = confix.suffix();
  int unlicensed = 0;
  bool suffix_given = suffix == Suffix::none || (licences & licence(PrefixGroup::bare, suffix)) != 0 ||
                      (suffix != Suffix::an && (licences & licence(PrefixGroup::active, suffix)) != 0);
  for (int i = 0; i < confix.prefix_count; ++i) {
    const PrefixGroup group = confix.prefixes[i]->group;
    const bool before_per = i + 1 < confix.prefix_count && confix.prefixes[i + 1]->group == PrefixGroup::per;
    if (group == PrefixGroup::active && before_per) continue;  // memper- and diper- are licensed as per-
    if ((licences & licence(group, suffix)) != 0) {
      suffix_given = true;
    } else if ((licences & licence(group, Suffix::none)) == 0) {
      ++unlicensed;
    }
  }
  return unlicensed + !suffix_given;
}

// A forbidden pair, unless the dictionary gives just this pair to the root. And, under an affix that the dictionary
// does not give it, a short root or one before a bare -i: those are more often the beginning of another word (tapi,
// Helmi).
bool breaks_a_rule(const Confix& confix) {
  if (confix.unlicensed > 0) {
    if (confix.entry.word.size() < kShortestUnlicensedRoot) return true;
    if (confix.prefix_count == 0 && confix.suffix_rule != nullptr && confix.suffix_rule->only_given) return true;
  }
  if (confix.prefix_count == 0 || confix.suffix_rule == nullptr) return false;
  if (!is_forbidden(*confix.prefixes[0], *confix.suffix_rule)) return false;
  return (confix.entry.licences & licence(confix.prefixes[0]->group, confix.suffix())) == 0 ||
         confix.entry.licences == kEveryLicence;
}

// The stated rule, most weighty first: fewest affixes that the dictionary does not give to the root; fewest affixes,
// where -ku and -mu, rare in news, count twice; fewest at the edges (berikan is beri and -kan, not ber- and ikan); a
// root before an irregular form; the longest root.
bool is_better(const Confix& a, const Confix& b) {
  const auto rank = [](const Confix& confix) {
    const int clitics = !confix.possessive.empty() + !confix.particle.empty();
    const bool rare_possessive = confix.possessive == "ku" || confix.possessive == "mu";
    return std::tuple(confix.unlicensed, confix.affix_count() + rare_possessive, confix.prefix_count + clitics,
                      confix.entry.kind == EntryKind::pair, -static_cast<int>(confix.entry.word.size()));
  };
  return rank(a) < rank(b);
}

// The walk over all analyses of one word. The word lies in a buffer in which a recoded prefix's last letter is
// overwritten by the letter that the nasal swallowed, so that every remainder is one stretch of it.
class Walk {
 public:
  Walk(const ConfixStripper& stripper, std::string_view word) : stripper_(stripper), length_(word.size()) {
    std::memcpy(buffer_, word.data(), word.size());
  }

  bool run(Confix& best) {
    best_ = &best;
    without_particle(length_);
    for (const std::string_view particle : particles()) {
      if (!ends_with(length_, particle)) continue;
      current_.particle = particle;
      without_particle(length_ - particle.size());
      current_.particle = {};
    }
    return found_;
  }

 private:
  bool ends_with(size_t end, std::string_view ending) const {
    return end >= ending.size() + kShortestRoot && is_equal(buffer_ + end - ending.size(), ending);
  }

  void without_particle(size_t end) {
    without_possessive(end);
    for (const std::string_view possessive : possessives()) {
      if (!ends_with(end, possessive)) continue;
      current_.possessive = possessive;
      without_possessive(end - possessive.size());
      current_.possessive = {};
    }
  }

  void without_possessive(size_t end) {
    without_suffix(0, end);
    for (const SuffixRule& rule : suffix_rules()) {
      if (!ends_with(end, rule.text)) continue;
      current_.suffix_rule = &rule;
      without_suffix(0, end - rule.text.size());
      current_.suffix_rule = nullptr;
    }
  }

  // Looks up [begin, end), then takes off each prefix that fits.
  void without_suffix(size_t begin, size_t end) {
    consider(begin, end);
    if (current_.prefix_count == kMostPrefixes) return;
    for (const PrefixRule& rule : prefix_rules(buffer_[begin])) {
      if (fits(rule, begin, end)) without_prefix(rule, begin, end);
    }
  }

  bool fits(const PrefixRule& rule, size_t begin, size_t end) const {
    const std::string_view part(buffer_ + begin, end - begin);
    const size_t taken = rule.text.size() - (rule.restored != 0);
    if (part.size() <= rule.text.size() || part.size() - taken < kShortestRoot) return false;
    if (!is_equal(part.data(), rule.text) || !contains(rule.before, part[rule.text.size()])) return false;
    if (current_.prefix_count > 0) {
      const PrefixRule& outer = *current_.prefixes[current_.prefix_count - 1];
      if (rule.outermost || !may_follow(outer.group, rule.group)) return false;
    }
    return holds(rule.condition, part.substr(rule.text.size()));
  }

  void without_prefix(const PrefixRule& rule, size_t begin, size_t end) {
    size_t rest = begin + rule.text.size();
    current_.prefixes[current_.prefix_count++] = &rule;
    if (rule.restored == 0) {
      without_suffix(rest, end);
    } else {
      --rest;
      const char swallowed = std::exchange(buffer_[rest], rule.restored);
      without_suffix(rest, end);
      buffer_[rest] = swallowed;
    }
    --current_.prefix_count;
  }

  void consider(size_t begin, size_t end) {
    if (current_.affix_count() == 0 || !stripper_.find({buffer_ + begin, end - begin}, current_.entry)) return;
    const bool derived = current_.prefix_count > 0 || current_.suffix_rule != nullptr;
    if (derived && current_.entry.kind == EntryKind::never) return;
    current_.unlicensed = count_unlicensed(current_);
    if (breaks_a_rule(current_)) return;
    if (found_ && !is_better(current_, *best_)) return;
    *best_ = current_;
    found_ = true;
  }

  const ConfixStripper& stripper_;
  size_t length_;
  char buffer_[kLongestWord];
  Confix current_;
  Confix* best_ = nullptr;
  bool found_ = false;
};

}  // namespace

bool ConfixStripper::strip(std::string_view word, Confix& best) const {
  if (word.size() <= kShortestRoot || word.size() > kLongestWord) return false;
  return Walk(*this, word).run(best);
}

std::string describe(const Confix& confix) {
  std::string text;
  const auto add = [&](std::string_view before, std::string_view affix, std::string_view after) {
    if (!text.empty()) text += ' ';
    text.append(before).append(affix).append(after);
  };
  for (int i = 0; i < confix.prefix_count; ++i) {
    const PrefixRule& rule = *confix.prefixes[i];
    add("", rule.text, "-");
    if (rule.restored != 0) text.append("(").append(1, rule.restored).append(")");
  }
  if (confix.suffix_rule != nullptr) add("-", confix.suffix_rule->text, "");
  if (!confix.possessive.empty()) add("-", confix.possessive, "");
  if (!confix.particle.empty()) add("-", confix.particle, "");
  return text;
}

}  // namespace warta::analysis
