#include "indexer/reindex/dictionary_renewal.h"

#include <cmath>
#include <numbers>
#include <string>
#include <utility>
#include <vector>

#include "database/article_record.h"
#include "database/xapian_errors.h"

namespace warta::indexer {
namespace {

bool has_outgrown(const DatabaseSettings& settings, std::uint64_t articles) {
  return settings.dictionary.empty() || articles / kOutgrownTimes >= settings.dictionary_articles;
}

// Multiples of the golden ratio fall evenly into the range of the document ids, however many are taken (Kronecker's
// sequence): so nobody need know beforehand how long the articles are. Throws Xapian::Error.
std::vector<Article> spread_samples(StoredArticles& stored) {
  std::vector<Article> samples;
  std::size_t bytes = 0;
  const double last = stored.database().get_lastdocid();
  for (Xapian::doccount i = 0; i < stored.size() && bytes < kSampleBytes; ++i) {
    const double place = i * std::numbers::phi;
    const auto [id, record] = stored.next_record(static_cast<Xapian::docid>((place - std::floor(place)) * last));
    if (id == 0) continue;
    Result<Article> article = stored.decode(record);
    if (!article) continue;
    bytes += article->title.size() + article->body.size();
    samples.push_back(std::move(*article));
  }
  return samples;
}

}  // namespace

void renew_dictionary(StoredArticles& stored, DatabaseSettings& settings) {
  const auto trained = guard_xapian(stored.generation(), [&]() -> std::string {
    if (!has_outgrown(settings, stored.size())) return {};
    return train_dictionary(spread_samples(stored));
  });
  if (!trained || trained->empty()) return;
  settings.dictionary = *trained;
  settings.dictionary_articles = stored.size();
}

}  // namespace warta::indexer
