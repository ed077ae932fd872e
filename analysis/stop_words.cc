#include "analysis/stop_words.h"

#include "analysis/normalize.h"
#include "base/language.h"
#include "base/text_parts.h"

namespace warta::analysis {

Result<StopWords> StopWords::parse(std::string_view text) {
  StopWords result;
  for (std::size_t line_number = 1; !text.empty(); ++line_number) {
    std::string_view line = next_part(text, '\n');
    line = trimmed_ascii(line.substr(0, line.find('#')));
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
