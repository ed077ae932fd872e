#include "indexer/database_check.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/language.h"
#include "database/generation.h"
#include "database/schema.h"
#include "database/xapian_errors.h"
#include "indexer/copies/copy_marks.h"
#include "indexer/database_settings.h"
#include "indexer/document_walk.h"
#include "indexer/table_check.h"

namespace warta::indexer {
namespace {

bool have_same_terms(const Xapian::Document& left, const Xapian::Document& right) {
  auto term = left.termlist_begin();
  auto other = right.termlist_begin();
  for (; term != left.termlist_end() && other != right.termlist_end(); ++term, ++other) {
    if (*term != *other || term.get_wdf() != other.get_wdf()) return false;
  }
  return term == left.termlist_end() && other == right.termlist_end();
}

struct ComparedValue {
  Xapian::valueno slot;
  const char* english;
  const char* indonesian;
  bool may_be_absent = false;  // in what an earlier version wrote
};
constexpr std::array kComparedValues = {
    ComparedValue{kPublishedSlot, "date", "tanggal"},
    ComparedValue{kContentHashSlot, "content hash", "hash isi"},
    ComparedValue{kFacetSlot, "facets (source, category, authors)", "faset (sumber, kategori, penulis)"},
    ComparedValue{kPairsSlot, "signature of terms side by side", "tanda istilah yang bersebelahan", true},
};

// Names of the values in which a document differs from what it should be; empty where there is none.
std::string differing_values(const Xapian::Document& document, const Xapian::Document& expected) {
  std::vector<std::string_view> names;
  for (const ComparedValue& value : kComparedValues) {
    const std::string present = document.get_value(value.slot);
    if (present == expected.get_value(value.slot) || (present.empty() && value.may_be_absent)) continue;
    names.emplace_back(localized(value.english, value.indonesian));
  }
  return fmt::to_string(fmt::join(names, ", "));
}

std::string table_errors(const std::filesystem::path& generation, const TableCheck& tables) {
  return localized_format("{} errors in the tables of {}:\n{}", "{} kesalahan pada tabel {}:\n{}", tables.errors,
                          generation.filename().string(), tables.details);
}

// Nothing where the tables are too damaged to say it.
std::optional<Xapian::rev> revision_of(const std::filesystem::path& generation) {
  try {
    return Xapian::Database(generation.string()).get_revision();
  } catch (const Xapian::Error&) {
    return std::nullopt;
  }
}

// Xapian checks the files, not a state of them: what a writer changes meanwhile may look like an error.
TableCheck check_settled_tables(const std::filesystem::path& generation) {
  constexpr int kMostAttempts = 10;  // a writer's commits are seconds apart
  for (int attempt = 1;; ++attempt) {
    const auto revision = revision_of(generation);
    TableCheck tables = check_tables(generation);
    const bool is_settled = tables.errors == 0 || revision_of(generation) == revision;
    if (is_settled || attempt == kMostAttempts) return tables;
  }
}

class DatabaseChecker {
 public:
  DatabaseChecker(OpenDatabase& open, DocumentBuilder builder, ArticleCodec codec,
                  const std::function<void(const std::string&)>& problem)
      : open_(open), builder_(std::move(builder)), codec_(std::move(codec)), problem_(problem) {}

  CheckReport run() {
    if (!check_tables()) return report_;
    DocumentWalk walk(open_.generation, open_.database);
    const Xapian::doccount counted = open_.database.get_doccount();
    walk.run([this](Xapian::docid id) {
      check_document(id);
      return true;
    });
    if (!walk.has_changed() && report_.articles != counted) {
      tell(localized_format("{} articles are counted, {} are there", "tercatat {} artikel, yang ada {}", counted,
                            report_.articles));
    }
    return report_;
  }

  CheckReport run_on_sample(unsigned articles) {
    if (!check_tables()) return report_;
    const Xapian::Database& database = open_.database;
    const Xapian::docid step = std::max(1U, database.get_lastdocid() / std::max(1U, articles));
    auto id = database.postlist_begin("");
    while (id != database.postlist_end("")) {
      check_document(*id);
      check_search(*id);
      id.skip_to(*id + step);
    }
    return report_;
  }

 private:
  void tell(const std::string& message) {
    ++report_.problems;
    problem_(message);
  }

  void tell(const std::vector<std::string>& messages) {
    for (const std::string& message : messages) tell(message);
  }

  // False where they are so damaged that reading articles could end the program.
  bool check_tables() {
    const TableCheck tables = check_settled_tables(open_.generation);
    if (tables.errors > 0) tell(table_errors(open_.generation, tables));
    return !tables.has_died;
  }

  // Told when all was read: the walk comes back to a document that changed meanwhile.
  void check_document(Xapian::docid id) {
    const std::vector<std::string> problems = problems_of(id);
    ++report_.articles;
    tell(problems);
  }

  std::vector<std::string> problems_of(Xapian::docid id) {
    const Xapian::Document document = open_.database.get_document(id);
    const auto article = codec_.decode(document.get_value(kArticleSlot));
    if (!article) return {localized_format("document {}: {}", "dokumen {}: {}", id, article.error().message)};
    std::vector<std::string> problems;
    IndexDocument built = builder_.build(*article);
    keep_copy_marks(document, built);  // of which articles it is a copy, the others say
    const Xapian::Document expected = to_xapian(built);
    if (!have_same_terms(document, expected)) {
      problems.push_back(localized_format("document {}: its terms are not those of its article",
                                          "dokumen {}: istilahnya bukan istilah artikelnya", id));
    }
    if (const std::string values = differing_values(document, expected); !values.empty()) {
      problems.push_back(localized_format("document {}: not what its article gives: {}",
                                          "dokumen {}: bukan yang dihasilkan artikelnya: {}", id, values));
    }
    if (open_.database.get_termfreq(identity_term(*article)) != 1) {
      problems.push_back(localized_format("document {}: more than one article has its identity {}",
                                          "dokumen {}: lebih dari satu artikel beridentitas {}", id,
                                          identity(*article)));
    }
    return problems;
  }

  // Evenly spread terms, so that all prefixes are among them.
  void check_search(Xapian::docid id) {
    std::vector<std::string> terms(open_.database.termlist_begin(id), open_.database.termlist_end(id));
    std::vector<Xapian::Query> some;
    for (std::size_t i = 0; i < terms.size(); i += 1 + terms.size() / kSearchedTerms) some.emplace_back(terms[i]);
    Xapian::Enquire enquire(open_.database);
    enquire.set_query({Xapian::Query::OP_AND, some.begin(), some.end()});
    const Xapian::MSet matches = enquire.get_mset(0, open_.database.get_doccount());
    if (std::any_of(matches.begin(), matches.end(), [&](Xapian::docid match) { return match == id; })) return;
    tell(localized_format("document {}: a search for its words does not find it",
                          "dokumen {}: tidak ditemukan oleh pencarian kata-katanya", id));
  }

  // So many that few other articles have all.
  static constexpr std::size_t kSearchedTerms = 12;

  OpenDatabase& open_;
  DocumentBuilder builder_;
  ArticleCodec codec_;
  const std::function<void(const std::string&)>& problem_;
  CheckReport report_;
};

// Of damaged tables Xapian may read that there is no database, or that it has changed. Tells that they are damaged, and
// what came of it; the error itself where they are sound.
Result<CheckReport> told_as_damage(const std::filesystem::path& path, const Error& error,
                                   const std::function<void(const std::string&)>& problem) {
  const auto generation = current_generation(path);
  if (!generation) return tl::unexpected(error);
  const TableCheck tables = check_settled_tables(*generation);
  if (tables.errors == 0) return tl::unexpected(error);
  problem(table_errors(*generation, tables));
  problem(error.message);
  return CheckReport{.problems = 2};
}

template <typename Run>
Result<CheckReport> check(const std::filesystem::path& path, const std::function<void(const std::string&)>& problem,
                          Run run) {
  auto open = open_database(path);
  if (!open) return told_as_damage(path, open.error(), problem);
  auto builder = make_document_builder(open->settings);
  if (!builder) return tl::unexpected(builder.error());
  auto codec = ArticleCodec::create(open->settings.dictionary);
  if (!codec) return tl::unexpected(codec.error());
  DatabaseChecker checker(*open, std::move(*builder), std::move(*codec), problem);
  const Result<CheckReport> checked = guard_xapian(path, [&] { return run(checker); });
  return checked ? checked : told_as_damage(path, checked.error(), problem);
}

}  // namespace

Result<CheckReport> check_database(const std::filesystem::path& path,
                                   const std::function<void(const std::string&)>& problem) {
  return check(path, problem, [](DatabaseChecker& checker) { return checker.run(); });
}

Result<CheckReport> check_sample(const std::filesystem::path& path, unsigned articles,
                                 const std::function<void(const std::string&)>& problem) {
  return check(path, problem, [&](DatabaseChecker& checker) { return checker.run_on_sample(articles); });
}

}  // namespace warta::indexer
