#include "analysis/currency.h"

#include <algorithm>
#include <iterator>

namespace warta::analysis {
namespace {

using std::string_view;

// Where the name of a currency stands: Rp5 and $5, USD5 and 5 USD, 5 dolar.
enum class Place { before, before_or_behind, behind };

struct Currency {
  string_view name;
  string_view code;
  Place place;
};

constexpr Currency kCurrencies[] = {
    {"rp", "idr", Place::before},
    {"idr", "idr", Place::before_or_behind},
    {"rupiah", "idr", Place::behind},
    {"$", "usd", Place::before},
    {"us$", "usd", Place::before},
    {"usd", "usd", Place::before_or_behind},
    {"dolar", "usd", Place::behind},
    {"dollar", "usd", Place::behind},
    {"s$", "sgd", Place::before},
    {"sgd", "sgd", Place::before_or_behind},
    {"a$", "aud", Place::before},
    {"aud", "aud", Place::before_or_behind},
    {"hk$", "hkd", Place::before},
    {"€", "eur", Place::before},
    {"eur", "eur", Place::before_or_behind},
    {"euro", "eur", Place::behind},
    {"£", "gbp", Place::before},
    {"gbp", "gbp", Place::before_or_behind},
    {"pound", "gbp", Place::behind},
    {"poundsterling", "gbp", Place::behind},
    {"¥", "jpy", Place::before},
    {"jpy", "jpy", Place::before_or_behind},
    {"yen", "jpy", Place::behind},
    {"rm", "myr", Place::before},
    {"myr", "myr", Place::before_or_behind},
    {"ringgit", "myr", Place::behind},
    {"cny", "cny", Place::before_or_behind},
    {"yuan", "cny", Place::behind},
    {"krw", "krw", Place::before_or_behind},
    {"won", "krw", Place::behind},
    {"sar", "sar", Place::before_or_behind},
    {"riyal", "sar", Place::behind},
};

struct Pair {
  string_view first;
  string_view second;
};

constexpr Pair kSigns[] = {{"$", "dolar"},   {"us$", "dolar"}, {"s$", "dolar"}, {"a$", "dolar"},
                           {"hk$", "dolar"}, {"€", "euro"},    {"£", "pound"},  {"¥", "yen"}};

// What follows "dolar".
constexpr Pair kDollars[] = {{"as", "usd"},        {"amerika", "usd"}, {"singapura", "sgd"},
                             {"australia", "aud"}, {"hong", "hkd"},    {"hongkong", "hkd"}};

struct Scale {
  string_view name;
  size_t exponent;
  bool money_only;
};

constexpr Scale kScales[] = {
    {"ribu", 3, false},   {"rb", 3, false},       {"juta", 6, false},     {"jt", 6, false}, {"miliar", 9, false},
    {"milyar", 9, false}, {"triliun", 12, false}, {"trilyun", 12, false}, {"m", 9, true},   {"t", 12, true},
};

constexpr string_view kUnits[] = {"km",   "m",  "cm",  "mm",  "kg",   "gr",   "mg",     "ml",     "cc",
                                  "ha",   "gb", "mb",  "tb",  "mw",   "gw",   "kw",     "kwh",    "watt",
                                  "volt", "hz", "mhz", "ghz", "mah",  "inci", "wib",    "rb",     "jt",
                                  "t",    "am", "pm",  "hp",  "ribu", "juta", "miliar", "triliun"};

string_view second_of(const Pair* begin, const Pair* end, string_view first) {
  const auto* found = std::find_if(begin, end, [&](const Pair& pair) { return pair.first == first; });
  return found == end ? string_view() : found->second;
}

const Currency* find_currency(string_view word) {
  const auto* found = std::find_if(std::begin(kCurrencies), std::end(kCurrencies),
                                   [&](const Currency& currency) { return currency.name == word; });
  return found == std::end(kCurrencies) ? nullptr : found;
}

}  // namespace

string_view currency_before(string_view word) {
  const Currency* found = find_currency(word);
  return found == nullptr || found->place == Place::behind ? string_view() : found->code;
}

string_view currency_behind(string_view word) {
  const Currency* found = find_currency(word);
  return found == nullptr || found->place == Place::before ? string_view() : found->code;
}

string_view currency_word(string_view sign) {
  return second_of(std::begin(kSigns), std::end(kSigns), sign);
}

string_view qualified_currency(string_view word, string_view qualifier) {
  if (word != "dolar" && word != "dollar") return {};
  return second_of(std::begin(kDollars), std::end(kDollars), qualifier);
}

size_t scale_exponent(string_view word, bool is_money) {
  for (const Scale& scale : kScales) {
    if (scale.name == word) return scale.money_only && !is_money ? 0 : scale.exponent;
  }
  return 0;
}

bool is_percent(string_view word) {
  return word == "%" || word == "persen" || word == "prosen" || word == "percent";
}

bool is_unit(string_view word) {
  return std::find(std::begin(kUnits), std::end(kUnits), word) != std::end(kUnits);
}

}  // namespace warta::analysis
