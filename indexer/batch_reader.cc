#include "indexer/batch_reader.h"

#include <algorithm>
#include <string>
#include <utility>

#include "database/article_record.h"

namespace warta::indexer {
void BatchReader::learn_dictionary() {
  if (!run_.database.settings().dictionary.empty()) return;
  std::vector<Article> samples;
  std::size_t bytes = 0;
  const ParsedSink sink{
      .article = [&](Article&& article) { samples.push_back(std::move(article)); },
      .skip = [](Skip&&) {},
      .warning = [](Skip&&) {},
  };
  Chunk chunk;
  std::vector<Chunk> chunks;
  while (bytes < kSampleBytes && next_chunk(chunk)) {
    bytes += text_bytes(chunk);
    chunks.push_back(std::move(chunk));
  }
  read_ahead_.assign(std::move_iterator(chunks.rbegin()), std::move_iterator(chunks.rend()));
  if (bytes < kLeastSampleBytes) return;
  for (auto ahead = read_ahead_.rbegin(); ahead != read_ahead_.rend(); ++ahead) {
    parse_chunk(*ahead, run_.options.sources, sink);
  }
  if (std::string dictionary = train_dictionary(samples); !dictionary.empty()) {
    run_.database.set_dictionary(std::move(dictionary));
  }
}

void BatchReader::read_all() {
  Batch batch;
  while (next_batch(batch) && run_.queue.push(std::move(batch))) batch = {};
  if (run_.stop) {
    run_.queue.stop();
  } else {
    run_.queue.close();
  }
}

bool BatchReader::next_batch(Batch& batch) {
  Chunk chunk;
  while (batch.text_bytes < kBatchBytes && next_chunk(chunk)) {
    batch.text_bytes += text_bytes(chunk);
    batch.record_bytes += record_bytes(chunk);
    batch.chunks.push_back(std::move(chunk));
  }
  batch.number = batches_++;
  return !batch.chunks.empty();
}

bool BatchReader::next_chunk(Chunk& chunk) {
  if (!read_ahead_.empty()) {
    chunk = std::move(read_ahead_.back());
    read_ahead_.pop_back();
    return true;
  }
  while (!run_.stop) {
    const Result<bool> read = reader_.next(chunk);
    if (read) return *read;
    if (read.error().code != ExitCode::interrupted) report(read.error());
  }
  return false;
}

void BatchReader::report(const Error& error) {
  const std::lock_guard lock(run_.listener_mutex);
  ++(error.code == ExitCode::input_skipped ? run_.counts.skipped : run_.counts.failed_sources);
  run_.listener.source_failed(error);
}

}  // namespace warta::indexer
