// warta-indexer export: all articles of a database as JSON Lines, which `add` takes back without loss.
#include <cerrno>
#include <cstdio>
#include <memory>
#include <string>

#include "base/language.h"
#include "database/schema.h"
#include "database/xapian_errors.h"
#include "indexer/commands/command.h"
#include "indexer/database_settings.h"
#include "indexer/document_walk.h"
#include "indexer/json_export.h"

namespace warta::indexer {
namespace {

struct ExportOptions {
  std::string database;
  std::string output = "-";
};

// The output file, standard output for "-". Its errors surface in close(), as C's streams keep them.
class OutputFile {
 public:
  static Result<OutputFile> open(const std::string& name) {
    std::FILE* file = name == "-" ? stdout : std::fopen(name.c_str(), "wb");
    if (file == nullptr) return system_failure(name, errno);
    return OutputFile(name, file);
  }

  // False once writing has failed.
  bool write_line(const std::string& line) {
    std::fwrite(line.data(), 1, line.size(), file_.get());
    if (std::fputc('\n', file_.get()) == EOF && error_number_ == 0) error_number_ = errno;
    return error_number_ == 0;
  }

  // A reader of a pipe that has seen enough is no error.
  Result<void> close() {
    if (std::fflush(file_.get()) != 0 && error_number_ == 0) error_number_ = errno;
    if (error_number_ == 0 || error_number_ == EPIPE) return {};
    return system_failure(name_, error_number_);
  }

 private:
  struct Close {
    void operator()(std::FILE* file) const {
      if (file != stdout) std::fclose(file);
    }
  };

  OutputFile(std::string name, std::FILE* file) : name_(std::move(name)), file_(file) {}

  std::string name_;
  std::unique_ptr<std::FILE, Close> file_;
  int error_number_ = 0;
};

// Writes every article that can be read; returns how many could not.
std::uint64_t write_articles(OpenDatabase& open, ArticleCodec& codec, OutputFile& output) {
  std::uint64_t damaged = 0;
  DocumentWalk(open.generation, open.database).run([&](Xapian::docid id) {
    const auto article = codec.decode(open.database.get_document(id).get_value(kArticleSlot));
    if (article) return output.write_line(to_json_line(*article));
    ++damaged;
    report({article.error().code, localized_format("document {}: {}", "dokumen {}: {}", id, article.error().message)});
    return true;
  });
  return damaged;
}

ExitCode run_export(const ExportOptions& options) {
  auto open = open_database(options.database);
  if (!open) return report(open.error());
  auto codec = ArticleCodec::create(open->settings.dictionary);
  if (!codec) return report(codec.error());
  auto output = OutputFile::open(options.output);
  if (!output) return report(output.error());
  const auto damaged = guard_xapian(options.database, [&] { return write_articles(*open, *codec, *output); });
  if (!damaged) return report(damaged.error());
  if (const auto closed = output->close(); !closed) return report(closed.error());
  return *damaged > 0 ? ExitCode::io_error : ExitCode::success;
}

}  // namespace

Command export_command() {
  const auto options = std::make_shared<ExportOptions>();
  CommandLine line{.name = "export",
                   .help = localized("Write all articles as JSON Lines", "Tulis semua artikel sebagai JSON Lines"),
                   .detail =
                       "`add` takes them back without loss. Writers may go on meanwhile: each article that stood at "
                       "the beginning is written once, unless it was removed before its turn."};
  line.add({database_argument(options->database),
            option("-o,--output", "FILE", options->output,
                   localized("file to write; - is standard output", "berkas tujuan; - adalah keluaran standar"))});
  return {std::move(line), [options] { return run_export(*options); }};
}

}  // namespace warta::indexer
