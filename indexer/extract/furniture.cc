#include "indexer/extract/furniture.h"

#include <algorithm>

#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

enum class Match : std::uint8_t {
  whole,  // the line is this, but for punctuation at its end
  start,  // the line begins with this
};

struct Pattern {
  std::string_view text;  // lower case
  Match match;
  LineKind kind;
  std::size_t most_words;  // a longer line is prose, whatever it begins with
};

constexpr std::size_t kAny = 1000;
constexpr std::size_t kShort = 12;

constexpr Pattern kPatterns[] = {
    // pointers to other articles
    {"baca juga", Match::start, LineKind::furniture, 30},
    {"baca :", Match::start, LineKind::furniture, 30},
    {"baca:", Match::start, LineKind::furniture, 30},
    {"baca pula", Match::start, LineKind::furniture, 30},
    {"baca selengkapnya", Match::start, LineKind::furniture, kShort},
    {"baca_juga", Match::start, LineKind::furniture, 30},
    {"lihat juga", Match::start, LineKind::furniture, 30},
    {"lihat video", Match::start, LineKind::furniture, 30},
    {"simak juga", Match::start, LineKind::furniture, 30},
    {"simak video", Match::start, LineKind::furniture, 30},
    {"tonton juga", Match::start, LineKind::furniture, 30},
    {"saksikan video", Match::start, LineKind::furniture, 30},
    {"saksikan juga", Match::start, LineKind::furniture, 30},
    {"berita terkait", Match::start, LineKind::furniture, kShort},
    {"artikel terkait", Match::start, LineKind::furniture, kShort},
    {"berita lainnya", Match::start, LineKind::furniture, kShort},
    {"rekomendasi", Match::whole, LineKind::furniture, kShort},
    {"rekomendasi untuk anda", Match::start, LineKind::furniture, kShort},
    {"related news", Match::whole, LineKind::furniture, kShort},
    {"read also", Match::start, LineKind::furniture, 30},
    {"also read", Match::start, LineKind::furniture, 30},
    {"pilihan editor", Match::start, LineKind::furniture, 30},
    {"selengkapnya", Match::whole, LineKind::furniture, kShort},
    {"selanjutnya", Match::whole, LineKind::furniture, kShort},
    {"sebelumnya", Match::whole, LineKind::furniture, kShort},
    {"next", Match::whole, LineKind::furniture, kShort},
    {"prev", Match::whole, LineKind::furniture, kShort},
    {"halaman selanjutnya", Match::start, LineKind::furniture, kShort},
    {"halaman berikutnya", Match::start, LineKind::furniture, kShort},
    {"halaman:", Match::start, LineKind::furniture, kShort},
    {"klik di sini", Match::whole, LineKind::furniture, kShort},
    // advertisement
    {"advertisement", Match::start, LineKind::furniture, kShort},
    {"iklan", Match::whole, LineKind::furniture, kShort},
    {"scroll to continue", Match::start, LineKind::furniture, kShort},
    {"scroll untuk melanjutkan", Match::start, LineKind::furniture, kShort},
    {"lanjutkan membaca", Match::start, LineKind::furniture, kShort},
    {"gulir untuk melanjutkan", Match::start, LineKind::furniture, kShort},
    {"sponsored", Match::whole, LineKind::furniture, kShort},
    {"promoted", Match::whole, LineKind::furniture, kShort},
    // share bars and counters
    {"bagikan", Match::start, LineKind::furniture, 6},
    {"share", Match::start, LineKind::furniture, 6},
    {"tweet", Match::whole, LineKind::furniture, kShort},
    {"facebook", Match::whole, LineKind::furniture, kShort},
    {"twitter", Match::whole, LineKind::furniture, kShort},
    {"whatsapp", Match::whole, LineKind::furniture, kShort},
    {"telegram", Match::whole, LineKind::furniture, kShort},
    {"email", Match::whole, LineKind::furniture, kShort},
    {"copy link", Match::whole, LineKind::furniture, kShort},
    {"salin tautan", Match::whole, LineKind::furniture, kShort},
    {"print", Match::whole, LineKind::furniture, kShort},
    {"cetak", Match::whole, LineKind::furniture, kShort},
    {"perbesar", Match::whole, LineKind::furniture, kShort},
    {"dibaca :", Match::start, LineKind::furniture, kShort},
    {"dilihat :", Match::start, LineKind::furniture, kShort},
    {"ikuti kami", Match::start, LineKind::furniture, kShort},
    {"ikuti berita", Match::start, LineKind::furniture, 30},
    {"dapatkan update berita", Match::start, LineKind::furniture, 60},
    {"cek berita dan artikel", Match::start, LineKind::furniture, 30},
    {"follow kami", Match::start, LineKind::furniture, kShort},
    {"follow berita", Match::start, LineKind::furniture, 30},
    // credits
    {"penulis :", Match::start, LineKind::furniture, kShort},
    {"penulis:", Match::start, LineKind::furniture, kShort},
    {"editor :", Match::start, LineKind::furniture, kShort},
    {"editor:", Match::start, LineKind::furniture, kShort},
    {"reporter :", Match::start, LineKind::furniture, kShort},
    {"reporter:", Match::start, LineKind::furniture, kShort},
    {"pewarta :", Match::start, LineKind::furniture, kShort},
    {"pewarta:", Match::start, LineKind::furniture, kShort},
    {"redaktur :", Match::start, LineKind::furniture, kShort},
    {"redaktur:", Match::start, LineKind::furniture, kShort},
    {"red:", Match::start, LineKind::furniture, 8},
    {"rep:", Match::start, LineKind::furniture, 8},
    {"laporan:", Match::start, LineKind::furniture, kShort},
    {"laporan wartawan", Match::start, LineKind::furniture, kShort},
    {"copyright", Match::start, LineKind::furniture, kShort},
    {"\xC2\xA9", Match::start, LineKind::furniture, kShort},
    {"hak cipta", Match::start, LineKind::furniture, kShort},
    {"topik terkait", Match::start, LineKind::furniture, 30},
    {"tags", Match::whole, LineKind::furniture, kShort},
    {"tags:", Match::start, LineKind::furniture, 30},
    {"tag:", Match::start, LineKind::furniture, 30},
    {"tag :", Match::start, LineKind::furniture, 30},
    {"tags :", Match::start, LineKind::furniture, 30},
    {"kata kunci", Match::start, LineKind::furniture, 30},
    {"keyword:", Match::start, LineKind::furniture, 30},
    // sections after the article
    {"tinggalkan komentar", Match::start, LineKind::tail, kShort},
    {"tinggalkan balasan", Match::start, LineKind::tail, kShort},
    {"tulis komentar", Match::start, LineKind::tail, kShort},
    {"beri komentar", Match::start, LineKind::tail, kShort},
    {"kirim komentar", Match::start, LineKind::tail, kShort},
    {"komentar anda", Match::start, LineKind::tail, kShort},
    {"leave a reply", Match::start, LineKind::tail, kShort},
    {"leave a comment", Match::start, LineKind::tail, kShort},
    {"alamat email anda tidak akan dipublikasikan", Match::start, LineKind::tail, 20},
    {"komentar", Match::whole, LineKind::tail, 4},
    {"comments", Match::whole, LineKind::tail, 4},
    {"artikel terkini", Match::whole, LineKind::tail, 6},
    {"artikel terbaru", Match::whole, LineKind::tail, 6},
    {"artikel lainnya", Match::whole, LineKind::tail, 6},
    {"berita terkini", Match::whole, LineKind::tail, 6},
    {"berita terbaru", Match::whole, LineKind::tail, 6},
    {"berita populer", Match::whole, LineKind::tail, 6},
    {"terpopuler", Match::whole, LineKind::tail, 6},
    {"terkini", Match::whole, LineKind::tail, 4},
    {"related posts", Match::whole, LineKind::tail, 6},
    {"you may also like", Match::start, LineKind::tail, 8},
    {"kamu mungkin suka", Match::start, LineKind::tail, 8},
    {"anda mungkin suka", Match::start, LineKind::tail, 8},
    {"anda mungkin juga menyukai", Match::start, LineKind::tail, 8},
};

bool matches(const Pattern& pattern, std::string_view lower, std::size_t words) {
  if (words > pattern.most_words || !lower.starts_with(pattern.text)) return false;
  const std::string_view rest = lower.substr(pattern.text.size());
  if (pattern.match == Match::whole) return rest.find_first_not_of(" :.!>\xC2\xBB") == std::string_view::npos;
  // "baca juga" is no start of "baca jugaa"
  const char next = rest.empty() ? ' ' : rest.front();
  const char last = pattern.text.back();
  const bool is_word_end = last >= 'a' && last <= 'z';
  return !is_word_end || next < 'a' || next > 'z';
}

// Letters, slashes and the like between brackets, short, and without a capital in its inside: "fyk/ash", "sar".
bool is_code(std::string_view inside) {
  constexpr std::size_t kLongest = 20;
  if (inside.size() < 2 || inside.size() > kLongest) return false;
  const bool is_plain = std::all_of(inside.begin(), inside.end(), [](char c) {
    return is_ascii_letter(c) || c == '/' || c == '-' || c == '*' || c == ' ';
  });
  const bool has_slash = inside.find('/') != std::string_view::npos;
  const bool is_lower = std::all_of(inside.begin(), inside.end(), [](char c) { return c < 'A' || c > 'Z'; });
  const bool is_one_code = inside.size() <= 4 && is_lower && inside.find(' ') == std::string_view::npos;
  const bool is_several = has_slash && inside.find(' ') == std::string_view::npos;
  return is_plain && (is_one_code || is_several);
}

// Where a code in brackets begins that ends the text, or npos.
std::size_t code_begin(std::string_view text) {
  if (text.empty()) return std::string_view::npos;
  const char closing = text.back();
  if (closing != ')' && closing != ']') return std::string_view::npos;
  const std::size_t begin = text.rfind(closing == ')' ? '(' : '[');
  if (begin == std::string_view::npos) return begin;
  const std::string_view inside = text.substr(begin + 1, text.size() - begin - 2);
  return is_code(inside) ? begin : std::string_view::npos;
}

}  // namespace

LineKind classify_line(std::string_view line) {
  if (is_reporter_code(line)) return LineKind::furniture;
  constexpr std::size_t kLongestHead = 64;
  const std::string lower = lower_ascii(line.substr(0, kLongestHead));
  const std::size_t words = count_words(line);
  for (const Pattern& pattern : kPatterns) {
    // A whole match must not be taken from the front of a longer line.
    if (pattern.match == Match::whole && line.size() > kLongestHead) continue;
    if (matches(pattern, lower, words)) return pattern.kind;
  }
  return LineKind::text;
}

bool is_reporter_code(std::string_view line) {
  return code_begin(trimmed(line)) == 0;
}

std::string_view without_reporter_code(std::string_view text) {
  const std::string_view end_trimmed = trimmed(text);
  const std::size_t begin = code_begin(end_trimmed);
  if (begin == std::string_view::npos || begin == 0) return text;
  const std::string_view before = trimmed(end_trimmed.substr(0, begin));
  // Only after the end of a sentence: "(sic)" inside of one is text.
  const bool is_after_sentence =
      !before.empty() && std::string_view(".!?\"'").find(before.back()) != std::string_view::npos;
  return is_after_sentence || before.ends_with("\xE2\x80\x9D") ? before : text;
}

std::string without_insertions(std::string_view text) {
  constexpr std::string_view kOpenings[] = {"[gambas:", "[video:", "[caption", "[/caption",
                                            "[embed",   "[/embed", "[gallery"};
  std::string out;
  while (!text.empty()) {
    const std::size_t open = text.find('[');
    out += text.substr(0, open);
    if (open == std::string_view::npos) break;
    text.remove_prefix(open);
    const std::string lower = lower_ascii(text.substr(0, 12));
    const bool is_insertion = std::any_of(std::begin(kOpenings), std::end(kOpenings),
                                          [&](std::string_view opening) { return lower.starts_with(opening); });
    const std::size_t close = is_insertion ? text.find(']') : std::string_view::npos;
    if (close == std::string_view::npos) out += '[';
    text.remove_prefix(close == std::string_view::npos ? 1 : close + 1);
  }
  return folded_space(out);
}

}  // namespace warta::indexer
