// A database of a few articles, made with the indexer's own document builder; it knows their words.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include <xapian.h>

#include "database/article.h"
#include "database/generation.h"
#include "database/schema.h"
#include "database/vocabulary.h"
#include "indexer/copies/copy_marks.h"
#include "indexer/copies/copy_registry.h"
#include "indexer/copies/text_sketch.h"
#include "indexer/database_settings.h"
#include "tests/support/scratch.h"

namespace warta::test {

class TestDatabase {
 public:
  explicit TestDatabase(const std::vector<Article>& articles, const std::string& stop_words = "di\nyang\n") {
    indexer::DatabaseSettings settings;
    settings.analysis.stop_words = stop_words;
    Result<indexer::DocumentBuilder> builder = indexer::make_document_builder(settings);
    if (!builder) throw std::runtime_error(builder.error().message);
    const std::filesystem::path generation = next_generation(scratch_.path());
    Xapian::WritableDatabase database(generation.string(), Xapian::DB_CREATE);
    indexer::write_settings(settings, database);
    indexer::CopyRegistry copies;
    for (const Article& article : articles) {
      indexer::IndexDocument document = builder->build(article);
      const indexer::TextSketch sketch = indexer::sketch_text(article.body, article.source);
      const std::uint64_t own = indexer::new_cluster(identity_term(article), content_hash(article));
      if (sketch.is_comparable()) indexer::mark_copies(sketch, copies.place(sketch, own), document);
      database.add_document(indexer::to_xapian(document));
    }
    add_vocabulary(database, builder->words());
    database.commit();
    database.close();
    const Result<void> published = publish_generation(scratch_.path(), generation);
    if (!published) throw std::runtime_error(published.error().message);
  }

  std::string path() const { return scratch_.path().string(); }

 private:
  ScratchDirectory scratch_;
};

}  // namespace warta::test
