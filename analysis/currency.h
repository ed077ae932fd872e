// Money, scales and percent: the words and signs around numbers.
#pragma once

#include <string_view>

namespace warta::analysis {

// ISO code in lower case for a normalised sign, code or word before a number ("rp", "us$", "usd") or behind it
// ("usd", "rupiah", "dolar"), else "".
std::string_view currency_before(std::string_view word);
std::string_view currency_behind(std::string_view word);

// The word under which a currency sign is searched: "$" and "us$" are "dolar"; "" for other signs.
std::string_view currency_word(std::string_view sign);

// "sgd" for "dolar" before "singapura"; "" where the pair names no currency of its own.
std::string_view qualified_currency(std::string_view word, std::string_view qualifier);

// 3 for ribu, 6 for juta, 9 for miliar, 12 for triliun; 0 for other words. M and T are scales of money only.
size_t scale_exponent(std::string_view word, bool is_money);

bool is_percent(std::string_view word);

// True for units that news writes joined to the number: 10km, 5kg.
bool is_unit(std::string_view word);

}  // namespace warta::analysis
