#include "indexer/batch_worker.h"

#include <exception>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "database/schema.h"
#include "database/xapian_errors.h"
#include "indexer/copies/copy_marks.h"
#include "indexer/copies/copy_registry.h"
#include "indexer/copies/text_sketch.h"
#include "indexer/document_builder.h"
#include "indexer/repeated_lines/corrections.h"

namespace warta::indexer {
namespace {

// An article with what decides whether it is news to the database, and whether it is a copy.
struct Candidate {
  Article article;
  std::string identity;
  std::uint64_t content = 0;
  std::optional<std::uint64_t> stored;  // content hash of the article with this identity in the database
  TextSketch sketch;                    // of the whole text, also where furniture goes from it later
  std::uint64_t cluster = 0;            // of copies, where the sketch is comparable
  std::optional<PageLines> lines;       // of a page whose furniture is to be learned
  bool is_summary = false;              // the text is not the whole one
  std::string record;                   // of a stored article, as it stands; else empty
};

struct ParsedBatch {
  std::vector<Candidate> candidates;
  std::vector<Skip> skips;
  std::vector<Skip> warnings;
  std::uint64_t input_bytes = 0;
  std::uint64_t text_bytes = 0;
};

class BatchWorker {
 public:
  BatchWorker(RunState& run, DocumentBuilder builder, Xapian::Database stored)
      : run_(run), builder_(std::move(builder)), stored_(std::move(stored)) {}

  void process(Batch batch) {
    const std::uint64_t number = batch.number;
    ParsedBatch parsed = parse(std::move(batch));
    if (!run_.turnstile.enter(number)) return;
    keep_what_is_new(parsed);
    run_.turnstile.leave();
    run_.shards.add(number, write_shard(number, parsed));
  }

  // What the articles that this worker wrote explain, and their words.
  Learned learned() const { return {acronyms_, builder_.words()}; }

 private:
  ParsedBatch parse(Batch batch) {
    ParsedBatch parsed;
    bool is_of_page = false;
    const ParsedSink sink{
        .article = [&](Article&& article) { parsed.candidates.push_back(candidate(std::move(article), is_of_page)); },
        .skip = [&](Skip&& skip) { parsed.skips.push_back(std::move(skip)); },
        .warning = [&](Skip&& warning) { parsed.warnings.push_back(std::move(warning)); },
        .summary =
            [&](Article&& article) {
              parsed.candidates.push_back(candidate(std::move(article), false));
              parsed.candidates.back().is_summary = true;
            },
    };
    for (Chunk& chunk : batch.chunks) {
      is_of_page = is_page(chunk);
      const std::size_t before = parsed.candidates.size();
      parse_chunk(chunk, run_.options.sources, sink);
      attach_records(chunk, std::span(parsed.candidates).subspan(before));
      parsed.input_bytes += chunk.input_bytes;
      parsed.text_bytes += text_bytes(chunk);
    }
    return parsed;
  }

  // Each stored article has its record, as it stood. Where they do not pair, records are made anew.
  static void attach_records(Chunk& chunk, std::span<Candidate> candidates) {
    if (chunk.records.size() != candidates.size()) return;
    for (std::size_t i = 0; i < candidates.size(); ++i) candidates[i].record = std::move(chunk.records[i]);
  }

  Candidate candidate(Article&& article, bool is_of_page) {
    Candidate result;
    // Lines may go from a page later; what it is must not change with them.
    if (is_of_page && article.url.empty() && article.id.empty()) article.id = identity(article);
    if (is_of_page && !run_.options.keeps_repeated_lines) result.lines = lines_of_page(article);
    result.identity = identity_term(article);
    result.content = content_hash(article);
    result.stored = stored_content(result.identity);
    result.sketch = sketch_text(article.body, article.source);
    result.article = std::move(article);
    return result;
  }

  std::optional<std::uint64_t> stored_content(const std::string& identity) const {
    const auto posting = stored_.postlist_begin(identity);
    if (posting == stored_.postlist_end(identity)) return std::nullopt;
    return unserialise_hash(stored_.get_document(*posting).get_value(kContentHashSlot));
  }

  void remove_learned_lines(Candidate& candidate) {
    if (!candidate.lines) return;
    if (!run_.furniture.take(*candidate.lines, page_key(candidate.identity), candidate.article)) return;
    candidate.content = content_hash(candidate.article);
  }

  // A feed's summary never takes the place of what is there: that may be the whole text.
  Verdict verdict_on(const Candidate& candidate) {
    const bool is_there = candidate.stored || run_.registry.has(candidate.identity);
    if (candidate.is_summary && is_there) return Verdict::unchanged;
    return run_.registry.decide(candidate.identity, candidate.content, candidate.stored);
  }

  // The step that needs the order of the input.
  void keep_what_is_new(ParsedBatch& parsed) {
    std::uint64_t verdicts[3] = {};
    std::erase_if(parsed.candidates, [&](Candidate& candidate) {
      if (run_.options.seen != nullptr) run_.options.seen->insert(page_key(candidate.identity));
      remove_learned_lines(candidate);
      const Verdict verdict = verdict_on(candidate);
      ++verdicts[static_cast<size_t>(verdict)];
      return verdict == Verdict::unchanged;
    });
    for (Candidate& candidate : parsed.candidates) {
      if (!candidate.sketch.is_comparable()) continue;
      candidate.cluster = run_.copies().place(candidate.sketch, new_cluster(candidate.identity, candidate.content));
    }
    const std::lock_guard lock(run_.listener_mutex);
    run_.counts.added += verdicts[static_cast<size_t>(Verdict::added)];
    run_.counts.replaced += verdicts[static_cast<size_t>(Verdict::replaced)];
    run_.counts.unchanged += verdicts[static_cast<size_t>(Verdict::unchanged)];
    run_.counts.skipped += parsed.skips.size();
    run_.counts.warnings += parsed.warnings.size();
    run_.counts.input_bytes += parsed.input_bytes;
    run_.counts.text_bytes += parsed.text_bytes;
    for (const Skip& skip : parsed.skips) run_.listener.skipped(skip);
    for (const Skip& warning : parsed.warnings) run_.listener.warned(warning);
    run_.listener.progressed(run_.counts);
  }

  Shard write_shard(std::uint64_t number, const ParsedBatch& parsed) {
    if (parsed.candidates.empty() || run_.options.is_dry_run) return {};
    ShardBuilder shard(run_.shards.path_for(number));
    for (const Candidate& candidate : parsed.candidates) {
      IndexDocument document = builder_.build(candidate.article, candidate.record);
      mark_copies(candidate.sketch, candidate.cluster, document);
      shard.add(std::move(document));
      acronyms_.add_text(candidate.article.body);
    }
    return shard.finish();
  }

  RunState& run_;
  DocumentBuilder builder_;
  analysis::AcronymCounts acronyms_;
  Xapian::Database stored_;  // the generation before the run; without documents where there is none
};

Result<BatchWorker> make_worker(RunState& run) {
  auto builder = make_document_builder(run.database.settings());
  if (!builder) return tl::unexpected(builder.error());
  Xapian::Database stored;
  if (const auto& current = run.database.current()) stored = Xapian::Database(current->string());
  return BatchWorker(run, std::move(*builder), std::move(stored));
}

Result<void> work(RunState& run) {
  auto worker = make_worker(run);
  if (!worker) return tl::unexpected(worker.error());
  while (std::optional<Batch> batch = run.queue.pop()) {
    const std::size_t memory = memory_of(*batch);
    worker->process(std::move(*batch));
    run.queue.release(memory);
  }
  run.learn(worker->learned());
  return {};
}

}  // namespace

void work_on_batches(RunState& run) {
  try {
    if (auto worked = work(run); !worked) run.fail(worked.error());
  } catch (const Xapian::Error& error) {
    run.fail(from_xapian(error, run.database.path()));
  } catch (const std::exception& error) {
    run.fail({ExitCode::internal_error, error.what()});
  }
}

}  // namespace warta::indexer
