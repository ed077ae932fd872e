#include "analysis/compounds.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "analysis/currency.h"
#include "analysis/hyphen_words.h"
#include "analysis/number_shapes.h"

namespace warta::analysis {
namespace {

constexpr size_t kNone = static_cast<size_t>(-1);
constexpr size_t kLongestAmountBytes = 24;

class CompoundFinder {
 public:
  CompoundFinder(std::string_view text, std::span<const ShapedToken> tokens, TextBuffer& buffer,
                 std::vector<ShapedToken>& compounds)
      : text_(text), tokens_(tokens), buffer_(buffer), compounds_(compounds) {}

  void find(size_t anchor) {
    const ShapedToken& token = tokens_[anchor];
    if (token.shape == Shape::number || token.shape == Shape::time) {
      find_amount(anchor);
      find_date(anchor);
    } else {
      find_joined(anchor);
    }
  }

 private:
  // The part after or before index i with nothing but spaces and characters of `allowed` between, or kNone.
  size_t next(size_t i, std::string_view allowed = "") const {
    size_t j = i + 1;
    while (j < tokens_.size() && tokens_[j].overlapping) ++j;
    return j < tokens_.size() && are_neighbours(i, j, allowed) ? j : kNone;
  }
  size_t previous(size_t i, std::string_view allowed) const {
    size_t j = i;
    while (j > 0 && tokens_[j - 1].overlapping) --j;
    return j > 0 && are_neighbours(j - 1, i, allowed) ? j - 1 : kNone;
  }
  bool are_neighbours(size_t i, size_t j, std::string_view allowed) const {
    if (tokens_[i].paragraph != tokens_[j].paragraph) return false;
    std::string_view gap = text_.substr(tokens_[i].end, tokens_[j].begin - tokens_[i].end);
    constexpr std::string_view kNoBreakSpace = "\u00A0";
    while (!gap.empty()) {
      if (gap.starts_with(kNoBreakSpace)) {
        gap.remove_prefix(kNoBreakSpace.size());
      } else if (gap.front() == ' ' || gap.front() == '\t' || allowed.find(gap.front()) != std::string_view::npos) {
        gap.remove_prefix(1);
      } else {
        return false;
      }
    }
    return true;
  }
  std::string_view word(size_t i) const { return i == kNone ? std::string_view() : tokens_[i].text; }

  void add(size_t first, size_t last, std::string_view key, Shape shape) {
    ShapedToken token = tokens_[first];
    token.end = tokens_[last].end;
    token.text = token.key = buffer_.store(key);
    token.shape = shape;
    token.overlapping = true;
    compounds_.push_back(token);
  }

  // The number at i as a decimal; a time with a dot is one where the words around it say so. Empty where it is none.
  std::string amount(size_t i) const {
    const ShapedToken& token = tokens_[i];
    std::string result(token.shape == Shape::time ? token.text : token.key);
    if (result.size() > kLongestAmountBytes || !is_decimal(result)) return {};
    return token.shape == Shape::time ? scaled(result, 0) : result;
  }

  void find_amount(size_t i) {
    std::string value = amount(i);
    if (value.empty()) return;
    size_t first = i;
    size_t last = i;
    std::string_view code;
    if (const size_t sign = previous(i, "."); sign != kNone) {
      code = currency_before(word(sign));
      if (!code.empty()) first = sign;
    }
    const size_t after = next(i);
    bool is_other_form = false;
    if (const size_t exponent = scale_exponent(word(after), !code.empty()); exponent != 0) {
      value = scaled(value, exponent);
      last = after;
      is_other_form = true;
    }
    if (code.empty()) find_currency_behind(next(last), code, last);
    is_other_form |= tokens_[i].shape == Shape::time && (!code.empty() || is_percent(word(after)));
    if (is_other_form) add(i, scale_end(i, after), value, Shape::number);
    if (!code.empty()) add(first, last, std::string(code) + value, Shape::money);
  }

  // The last token of the bare number: its scale word where it has one.
  size_t scale_end(size_t i, size_t after) const { return scale_exponent(word(after), true) != 0 ? after : i; }

  // "rupiah" or "dolar Singapura" at i.
  void find_currency_behind(size_t i, std::string_view& code, size_t& last) const {
    code = currency_behind(word(i));
    if (code.empty()) return;
    last = i;
    const size_t qualifier = next(i);
    if (const std::string_view qualified = qualified_currency(word(i), word(qualifier)); !qualified.empty()) {
      code = qualified;
      last = qualifier;
    }
  }

  void find_date(size_t i) {
    if (tokens_[i].shape != Shape::number || tokens_[i].key.size() > 2) return;
    const size_t month = next(i, "-");
    if (month == kNone) return;
    const int month_value = month_number(word(month));
    if (month_value == 0) return;
    const size_t year = next(month, "-");
    if (year == kNone || tokens_[year].key.size() != 4) return;
    const std::string key = date_key(to_int(tokens_[year].key), month_value, to_int(tokens_[i].key));
    if (!key.empty()) add(i, year, key, Shape::date);
  }

  // The number, or 0 where key is none.
  static int to_int(std::string_view key) {
    int value = 0;
    const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), value);
    return error == std::errc() && end == key.data() + key.size() ? value : 0;
  }

  // A word or an acronym of letters alone.
  static bool is_plain_word(const ShapedToken& token) {
    const bool is_word = token.shape == Shape::word || token.shape == Shape::acronym;
    return is_word && token.key.find_first_of("0123456789&") == std::string_view::npos;
  }

  void find_joined(size_t i) {
    const size_t j = next(i);
    if (j == kNone || tokens_[j].begin == tokens_[i].end || !is_plain_word(tokens_[j])) return;
    add(i, j, std::string(tokens_[i].key).append(tokens_[j].key), Shape::word);
  }

  std::string_view text_;
  std::span<const ShapedToken> tokens_;
  TextBuffer& buffer_;
  std::vector<ShapedToken>& compounds_;
};

}  // namespace

void append_compounds(std::string_view text, std::span<const ShapedToken> tokens, size_t anchor, TextBuffer& buffer,
                      std::vector<ShapedToken>& compounds) {
  CompoundFinder(text, tokens, buffer, compounds).find(anchor);
}

}  // namespace warta::analysis
