#include "searcher/spelling/slip_cost.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>

namespace warta::searcher {
namespace {

constexpr double kTurnedRound = 0.8;
constexpr double kDoubledLetter = 0.7;
constexpr double kVowelLeftOut = 0.85;
constexpr double kNeighbouringKey = 0.9;
constexpr double kSameSound = 0.75;

// Two letters of one sound, exchanged in either direction.
constexpr std::array<std::string_view, 15> kLettersOfOneSound = {"fp", "fv", "pv", "iy", "ie", "uo", "sz", "jz",
                                                                 "kq", "ck", "dt", "bp", "gk", "jy", "kg"};

// One sound in two spellings, exchanged in either direction.
struct Spelling {
  std::string_view left;  // always two letters
  std::string_view right;
};

constexpr std::array kSpellings = {
    Spelling{"kh", "h"}, Spelling{"kh", "k"}, Spelling{"sy", "s"},  Spelling{"ng", "n"},
    Spelling{"ny", "n"}, Spelling{"dh", "d"}, Spelling{"th", "t"},  Spelling{"gh", "g"},
    Spelling{"ks", "x"}, Spelling{"tj", "c"}, Spelling{"dj", "j"},  Spelling{"oe", "u"},
    Spelling{"ai", "e"}, Spelling{"au", "o"}, Spelling{"nj", "ny"}, Spelling{"ch", "kh"},
};

constexpr std::array<std::string_view, 3> kKeyboardRows = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};

bool are_neighbouring_keys(char left, char right) {
  for (std::size_t row = 0; row < kKeyboardRows.size(); ++row) {
    const std::size_t column = kKeyboardRows[row].find(left);
    if (column == std::string_view::npos) continue;
    // Each row begins half a key further right than the one above it.
    for (std::size_t other = row == 0 ? 0 : row - 1; other <= std::min(row + 1, kKeyboardRows.size() - 1); ++other) {
      const std::size_t at = kKeyboardRows[other].find(right);
      if (at == std::string_view::npos) continue;
      if (other == row) return at + 1 == column || column + 1 == at;
      return other < row ? at == column || at == column + 1 : at == column || at + 1 == column;
    }
  }
  return false;
}

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

constexpr std::size_t kLetters = 26;

bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
}

using ExchangeCosts = std::array<std::array<double, kLetters>, kLetters>;

ExchangeCosts make_exchange_costs() {
  ExchangeCosts costs;
  for (std::size_t left = 0; left < kLetters; ++left) {
    for (std::size_t right = 0; right < kLetters; ++right) {
      const bool are_near = are_neighbouring_keys(static_cast<char>('a' + left), static_cast<char>('a' + right));
      costs[left][right] = left == right ? 0 : are_near ? kNeighbouringKey : kSlipCost;
    }
  }
  for (const std::string_view pair : kLettersOfOneSound) {
    const auto left = static_cast<std::size_t>(pair[0] - 'a');
    const auto right = static_cast<std::size_t>(pair[1] - 'a');
    costs[left][right] = costs[right][left] = kSameSound;
  }
  return costs;
}

double cost_of_exchange(char typed, char meant) {
  static const ExchangeCosts costs = make_exchange_costs();
  if (typed == meant) return 0;
  if (!is_letter(typed) || !is_letter(meant)) return kSlipCost;
  return costs[static_cast<std::size_t>(typed - 'a')][static_cast<std::size_t>(meant - 'a')];
}

// Of the letter at `at`, which stands only in `word`.
double cost_of_extra_letter(std::string_view word, std::size_t at) {
  const bool is_doubled = (at > 0 && word[at - 1] == word[at]) || (at + 1 < word.size() && word[at + 1] == word[at]);
  return is_doubled ? kDoubledLetter : kSlipCost;
}

double cost_of_missing_letter(std::string_view meant, std::size_t at) {
  const double cost = cost_of_extra_letter(meant, at);
  return is_vowel(meant[at]) ? std::min(cost, kVowelLeftOut) : cost;
}

constexpr double kInfinite = std::numeric_limits<double>::infinity();

// The costs of aligning the first i letters typed with the first j meant, in a band around the diagonal: further from
// it lie more letters left out than kMostSlips.
class Alignment {
 public:
  Alignment(std::string_view typed, std::string_view meant) : typed_(typed), meant_(meant) {}

  double run(double most) {
    double least_before = 0;
    for (std::size_t i = 0; i <= typed_.size(); ++i) {
      costs_[i].fill(kInfinite);
      const std::size_t first = i > kMostSlips ? i - kMostSlips : 0;
      const std::size_t last = std::min(meant_.size(), i + kMostSlips);
      double least = kInfinite;
      for (std::size_t j = first; j <= last; ++j) least = std::min(least, fill(i, j));
      // Only digraphs and letters turned round reach over a row, and they begin two rows back at the most.
      if (least > most && least_before > most) return kInfinite;
      least_before = least;
    }
    return at(typed_.size(), meant_.size());
  }

 private:
  double& at(std::size_t i, std::size_t j) { return costs_[i][j + kMostSlips - i]; }
  double cost(std::size_t i, std::size_t j) { return j + kMostSlips < i || j > i + kMostSlips ? kInfinite : at(i, j); }

  double fill(std::size_t i, std::size_t j) {
    if (i == 0 && j == 0) return at(0, 0) = 0;
    double best = kInfinite;
    const double first = i <= 1 && j <= 1 ? kFirstLetterCost : 0;
    if (i > 0 && j > 0) {
      const double exchange = cost_of_exchange(typed_[i - 1], meant_[j - 1]);
      best = cost(i - 1, j - 1) + (exchange > 0 ? exchange + first : 0);
    }
    if (i > 0) best = std::min(best, cost(i - 1, j) + cost_of_extra_letter(typed_, i - 1) + first);
    if (j > 0) best = std::min(best, cost(i, j - 1) + cost_of_missing_letter(meant_, j - 1) + first);
    if (i > 1 && j > 1 && typed_[i - 1] == meant_[j - 2] && typed_[i - 2] == meant_[j - 1]) {
      best = std::min(best, cost(i - 2, j - 2) + kTurnedRound);
    }
    const bool differs = i > 0 && j > 0 && (typed_[i - 1] != meant_[j - 1] || (i > 1 && j > 1));
    return at(i, j) = differs ? std::min(best, cost_of_spelling(i, j)) : best;
  }

  double cost_of_spelling(std::size_t i, std::size_t j) {
    double best = kInfinite;
    const std::string_view typed = typed_.substr(0, i);
    const std::string_view meant = meant_.substr(0, j);
    for (const Spelling& row : kSpellings) {
      if (typed.ends_with(row.left) && meant.ends_with(row.right)) {
        best = std::min(best, cost(i - row.left.size(), j - row.right.size()) + kSameSound);
      }
      if (typed.ends_with(row.right) && meant.ends_with(row.left)) {
        best = std::min(best, cost(i - row.right.size(), j - row.left.size()) + kSameSound);
      }
    }
    return best;
  }

  std::string_view typed_;
  std::string_view meant_;
  std::array<std::array<double, 2 * kMostSlips + 1>, kMostSpelledLetters + 1> costs_;
};

}  // namespace

double slip_cost(std::string_view typed, std::string_view meant, double most) {
  const std::size_t longer = std::max(typed.size(), meant.size());
  const std::size_t shorter = std::min(typed.size(), meant.size());
  if (longer > kMostSpelledLetters || longer - shorter > kMostSlips) return kInfinite;
  const double cost = Alignment(typed, meant).run(most);
  return cost > most ? kInfinite : cost;
}

}  // namespace warta::searcher
