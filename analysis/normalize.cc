#include "analysis/normalize.h"

#include <algorithm>
#include <array>
#include <iterator>

#include <utf8proc.h>

namespace warta::analysis {
namespace {

constexpr std::int32_t kReplacementCharacter = 0xFFFD;

struct Folding {
  std::int32_t from;
  std::string_view to;
};

// What Unicode's own decomposition leaves alone, or does otherwise (U+00B4 would become a space with an accent), and
// people do not type.
constexpr Folding kFoldings[] = {
    {0x0060, "'"},  {0x00B4, "'"}, {0x02B9, "'"}, {0x02BB, "'"},  {0x02BC, "'"},  {0x02BD, "'"},
    {0x2018, "'"},  {0x2019, "'"}, {0x201B, "'"}, {0x2032, "'"},  {0x2010, "-"},  {0x2011, "-"},
    {0x2012, "-"},  {0x2013, "-"}, {0x2212, "-"}, {0x00E6, "ae"}, {0x00F0, "d"},  {0x00F8, "o"},
    {0x00FE, "th"}, {0x0111, "d"}, {0x0131, "i"}, {0x0142, "l"},  {0x0153, "oe"},
};

bool is_dropped(std::int32_t c) {
  const bool is_diacritic = c >= 0x0300 && c <= 0x036F;
  const bool is_arabic_point = (c >= 0x064B && c <= 0x065F) || c == 0x0670 || c == 0x0640;
  return is_diacritic || is_arabic_point || c == 0x00AD || c == 0xFEFF || (c >= 0x200B && c <= 0x200F) || c == 0x2060;
}

void append_code_point(std::int32_t c, std::string& out) {
  std::array<utf8proc_uint8_t, 4> bytes;
  const utf8proc_ssize_t length = utf8proc_encode_char(c, bytes.data());
  out.append(reinterpret_cast<const char*>(bytes.data()), static_cast<size_t>(length));
}

// Appends the folding of c, if it has one.
bool append_folding(std::int32_t c, std::string& out) {
  const auto* found = std::find_if(std::begin(kFoldings), std::end(kFoldings),
                                   [&](const Folding& folding) { return folding.from == c; });
  if (found == std::end(kFoldings)) return false;
  out += found->to;
  return true;
}

void append_decomposed(std::int32_t c, std::string& out) {
  if (!is_dropped(c) && !append_folding(c, out)) append_code_point(c, out);
}

}  // namespace

void append_normalized(std::int32_t c, std::string& out) {
  if (c < 0x80) {
    out += static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : (c == '`' ? '\'' : c));
    return;
  }
  if (append_folding(c, out)) return;
  constexpr auto kOptions =
      static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
  std::array<utf8proc_int32_t, 32> decomposed;  // the longest decomposition, U+FDFA, has 18 code points
  int boundary_class = 0;
  const utf8proc_ssize_t length =
      utf8proc_decompose_char(c, decomposed.data(), decomposed.size(), kOptions, &boundary_class);
  for (utf8proc_ssize_t i = 0; i < length; ++i) append_decomposed(decomposed[static_cast<size_t>(i)], out);
}

std::string normalized(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t offset = 0; offset < text.size();) {
    const CodePoint point = code_point_at(text, offset);
    append_normalized(point.value == CodePoint::kInvalid ? kReplacementCharacter : point.value, out);
    offset += point.bytes;
  }
  return out;
}

}  // namespace warta::analysis
