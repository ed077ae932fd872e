// Lines that stand around an article's text on Indonesian news sites: pointers to other articles, share bars, credits,
// comment forms. One table for pages and for scraped text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace warta::indexer {

enum class LineKind : std::uint8_t {
  text,       // may belong to the article
  furniture,  // a line of furniture among the article's own
  tail,       // the head of a section after the article: nothing after it belongs to the article
};

// line has its white space folded.
LineKind classify_line(std::string_view line);

// True for a line that is a reporter's code: "(dod/aud)", "[sar]", "(fyk/ash)", "(*)".
bool is_reporter_code(std::string_view line);

// The text without a reporter's code at its end.
std::string_view without_reporter_code(std::string_view text);

// Where the words begin that announce a link at the end of text, with a bracket before them: 11 in "Harga naik. (Baca
// juga:". npos where text ends in no such words.
std::size_t pointer_label_begin(std::string_view text);

// The paragraph without "Baca juga: ..." behind its last sentence.
std::string_view without_trailing_pointer(std::string_view text);

// The text without insertions such as "[Gambas:Video 20detik]".
std::string without_insertions(std::string_view text);

}  // namespace warta::indexer
