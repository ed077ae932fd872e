#include "analysis/stop_words.h"

#include "analysis/normalize.h"
#include "base/language.h"

namespace warta::analysis {
namespace {

std::string_view trimmed(std::string_view line) {
  constexpr std::string_view kBlank = " \t\r";
  const size_t begin = line.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return line.substr(begin, line.find_last_not_of(kBlank) - begin + 1);
}

}  // namespace

Result<StopWords> StopWords::parse(std::string_view text) {
  StopWords result;
  size_t line_number = 0;
  while (!text.empty()) {
    const size_t newline = text.find('\n');
    std::string_view line = text.substr(0, newline);
    text.remove_prefix(newline == std::string_view::npos ? text.size() : newline + 1);
    ++line_number;
    line = trimmed(line.substr(0, line.find('#')));
    if (line.empty()) continue;
    if (line.front() != '[') {
      result.words_.insert(normalized(line));
    } else if (line != "[function]" && line != "[question]") {
      return failure(ExitCode::usage,
                     localized_format("stop words, line {}: {} is neither [function] nor [question]",
                                      "kata umum, baris {}: {} bukan [function] atau [question]", line_number, line));
    }
  }
  return result;
}

}  // namespace warta::analysis
