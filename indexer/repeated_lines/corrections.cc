#include "indexer/repeated_lines/corrections.h"

#include <string>
#include <unordered_set>

#include <xxhash.h>

#include "database/article_record.h"
#include "database/schema.h"
#include "database/xapian_errors.h"
#include "indexer/copies/copy_marks.h"
#include "indexer/document_builder.h"

namespace warta::indexer {
namespace {

class Corrector {
 public:
  Corrector(const RunState& run, ArticleCodec codec, DocumentBuilder builder)
      : furniture_(run.furniture),
        codec_(std::move(codec)),
        builder_(std::move(builder)),
        missing_(run.furniture.to_correct()),
        shard_(run.shards.path_for_corrections()) {}

  bool is_done() const { return missing_.empty(); }

  // Corrects the latest version of each page that the database holds.
  void correct(const std::filesystem::path& path) {
    const Xapian::Database database(path.string());
    const std::string prefix(kIdentityPrefix);
    for (auto term = database.allterms_begin(prefix); !is_done() && term != database.allterms_end(prefix); ++term) {
      if (missing_.erase(page_key(*term)) == 0) continue;
      Xapian::docid latest = 0;
      for (auto id = database.postlist_begin(*term); id != database.postlist_end(*term); ++id) latest = *id;
      const Xapian::Document version = database.get_document(latest);
      Result<Article> article = codec_.decode(version.get_value(kArticleSlot));
      if (!article || !furniture_.clean(*article)) continue;
      IndexDocument corrected = builder_.build(*article);
      keep_copy_marks(version, corrected);
      shard_.add(std::move(corrected));
    }
  }

  Shard finish() { return shard_.finish(); }

 private:
  const LearnedFurniture& furniture_;
  ArticleCodec codec_;
  DocumentBuilder builder_;
  std::unordered_set<std::uint64_t> missing_;
  ShardBuilder shard_;
};

}  // namespace

std::uint64_t page_key(std::string_view identity_term) {
  return XXH3_64bits(identity_term.data(), identity_term.size());
}

Result<Shard> write_corrections(const RunState& run, const std::vector<Shard>& shards) {
  if (run.furniture.to_correct().empty()) return Shard{};
  auto codec = ArticleCodec::create(run.database.settings().dictionary);
  if (!codec) return tl::unexpected(codec.error());
  auto builder = make_document_builder(run.database.settings());
  if (!builder) return tl::unexpected(builder.error());
  return guard_xapian(run.database.path(), [&] {
    Corrector corrector(run, std::move(*codec), std::move(*builder));
    for (auto shard = shards.rbegin(); shard != shards.rend(); ++shard) corrector.correct(shard->path);
    if (const auto& current = run.database.current(); current && !corrector.is_done()) corrector.correct(*current);
    return corrector.finish();
  });
}

}  // namespace warta::indexer
