#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "searcher/presentation/presenters.h"

namespace warta::searcher {
namespace {

// Names in a run are told apart by white space, so they may hold none.
std::string document_name(const Article& article) {
  std::string name = article.id.empty() ? article.url : article.id;
  std::ranges::replace_if(
      name, [](char c) { return static_cast<unsigned char>(c) <= 0x20; }, '_');
  return name.empty() ? "-" : name;
}

}  // namespace

std::string to_trec(const Answer& answer, std::string_view topic) {
  std::string out;
  double score = std::numeric_limits<double>::max();
  unsigned rank = answer.options.offset;
  for (const Hit& hit : answer.result.hits) {
    score = std::min(score, hit.score);
    out += fmt::format("{} Q0 {} {} {:.6f} warta\n", topic, document_name(hit.article), ++rank, score);
  }
  return out;
}

}  // namespace warta::searcher
