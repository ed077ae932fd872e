#include "searcher/query/prefix_expansion.h"

#include <algorithm>
#include <array>
#include <utility>

namespace warta::searcher {
namespace {

constexpr std::size_t kLeastTermPrefix = 2;

struct Affix {
  std::string_view affix;
  std::string_view swallowed;  // first letter of the root that the affix can take the place of
};

constexpr std::array kAffixes = {
    Affix{"di", ""},    Affix{"ke", ""},    Affix{"se", ""},     Affix{"ber", ""},    Affix{"be", ""},
    Affix{"ter", ""},   Affix{"te", ""},    Affix{"per", ""},    Affix{"memper", ""}, Affix{"diper", ""},
    Affix{"me", ""},    Affix{"mem", "p"},  Affix{"men", "t"},   Affix{"meny", "s"},  Affix{"meng", "k"},
    Affix{"menge", ""}, Affix{"pe", ""},    Affix{"pem", "p"},   Affix{"pen", "t"},   Affix{"peny", "s"},
    Affix{"peng", "k"}, Affix{"penge", ""}, Affix{"pember", ""}, Affix{"keber", ""},  Affix{"keter", ""},
};

}  // namespace

std::vector<std::string> term_prefixes(std::string_view prefix) {
  std::vector<std::string> prefixes = {std::string(prefix)};
  const auto add = [&](std::string candidate) {
    if (candidate.size() < kLeastTermPrefix || std::ranges::find(prefixes, candidate) != prefixes.end()) return;
    prefixes.push_back(std::move(candidate));
  };
  for (const Affix& row : kAffixes) {
    if (!prefix.starts_with(row.affix)) continue;
    const std::string rest(prefix.substr(row.affix.size()));
    add(rest);
    if (!row.swallowed.empty() && !rest.empty()) add(std::string(row.swallowed) + rest);
  }
  return prefixes;
}

std::vector<std::string> terms_beginning_with(const Xapian::Database& database, const std::string& beginning,
                                              std::size_t most) {
  std::vector<std::pair<Xapian::doccount, std::string>> counted;
  for (auto term = database.allterms_begin(beginning); term != database.allterms_end(beginning); ++term) {
    counted.emplace_back(term.get_termfreq(), *term);
  }
  if (counted.size() > most) {
    const auto is_kept_before = [](const auto& left, const auto& right) {
      return left.first != right.first ? left.first > right.first : left.second < right.second;
    };
    std::ranges::nth_element(counted, counted.begin() + static_cast<std::ptrdiff_t>(most), is_kept_before);
    counted.resize(most);
  }
  std::vector<std::string> terms;
  for (auto& [frequency, term] : counted) terms.push_back(std::move(term));
  std::ranges::sort(terms);
  return terms;
}

}  // namespace warta::searcher
