#include "indexer/repeated_lines/site_lines.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "database/record_bytes.h"

namespace warta::indexer {
namespace {

constexpr std::size_t kMostShownBytes = 200;

std::string shown(std::string_view text) {
  return std::string(cut_at_character(text, kMostShownBytes));
}

void write_topic(const Topic& topic, RecordWriter& writer) {
  writer.number(topic.size);
  for (std::size_t i = 0; i < topic.size; ++i) writer.number(topic.words[i]);
}

Topic read_topic(RecordReader& reader) {
  Topic topic;
  topic.size = static_cast<std::uint8_t>(std::min<std::uint64_t>(reader.number(), Topic::kMostWords));
  for (std::size_t i = 0; i < topic.size; ++i) topic.words[i] = static_cast<std::uint16_t>(reader.number());
  return topic;
}

}  // namespace

SiteLines::Seen& SiteLines::recall(std::uint64_t hash) {
  if (const auto known = recent_.find(hash); known != recent_.end()) return known->second;
  if (recent_.size() >= kGenerationLines) {
    older_ = std::move(recent_);
    recent_.clear();
  }
  Seen seen;
  if (const auto known = older_.find(hash); known != older_.end()) {
    seen = std::move(known->second);
    older_.erase(known);
  }
  return recent_.emplace(hash, std::move(seen)).first->second;
}

std::vector<std::uint64_t> SiteLines::note(const PageLine& line, std::string_view text, const Topic& topic,
                                           std::uint64_t page) {
  if (is_learned(line.hash) || learned_.size() >= kMostLearned) return {};
  Seen& seen = recall(line.hash);
  if (seen.is_text) return {};
  seen.pages.push_back(page);
  const bool is_new_topic = line.is_foreign && std::ranges::none_of(seen.topics, [&](const Topic& known) {
                              return are_of_one_topic(known, topic);
                            });
  if (is_new_topic && seen.topics.size() < kLeastTopics) seen.topics.push_back(topic);
  ++seen.sights;
  seen.sights_like_head += line.is_like_head ? 1 : 0;
  if (seen.topics.size() == kLeastTopics && 2 * seen.sights_like_head <= seen.sights) {
    learned_.emplace(line.hash, shown(text));
    std::vector<std::uint64_t> pages = std::move(seen.pages);
    recent_.erase(line.hash);
    return pages;
  }
  if (seen.pages.size() >= kMostPages)
    seen = {.topics = {}, .sights = 0, .sights_like_head = 0, .pages = {}, .is_text = true};
  return {};
}

void SiteLines::forget() {
  recent_ = {};
  older_ = {};
}

std::string SiteLines::serialised() const {
  RecordWriter writer;
  writer.number(learned_.size());
  for (const auto& [hash, text] : learned_) {
    writer.number(hash);
    writer.text(text);
  }
  for (const Generation* generation : {&older_, &recent_}) {
    const std::map<std::uint64_t, const Seen*> ordered = [&] {
      std::map<std::uint64_t, const Seen*> result;
      for (const auto& [hash, seen] : *generation) result.emplace(hash, &seen);
      return result;
    }();
    writer.number(ordered.size());
    for (const auto& [hash, seen] : ordered) {
      writer.number(hash);
      writer.number(seen->is_text ? 1 : 0);
      writer.number(seen->sights);
      writer.number(seen->sights_like_head);
      writer.number(seen->topics.size());
      for (const Topic& topic : seen->topics) write_topic(topic, writer);
    }
  }
  return std::move(writer).bytes();
}

SiteLines SiteLines::parse(std::string_view bytes) {
  SiteLines site;
  RecordReader reader(bytes);
  for (std::uint64_t left = std::min<std::uint64_t>(reader.number(), kMostLearned); left > 0; --left) {
    const std::uint64_t hash = reader.number();
    site.learned_.emplace(hash, reader.text());
  }
  for (Generation* generation : {&site.older_, &site.recent_}) {
    for (std::uint64_t left = std::min<std::uint64_t>(reader.number(), kGenerationLines); left > 0; --left) {
      const std::uint64_t hash = reader.number();
      Seen seen;
      seen.is_text = reader.number() == 1;
      seen.sights = static_cast<std::uint32_t>(reader.number());
      seen.sights_like_head = static_cast<std::uint32_t>(reader.number());
      for (std::uint64_t topics = std::min<std::uint64_t>(reader.number(), kLeastTopics); topics > 0; --topics) {
        seen.topics.push_back(read_topic(reader));
      }
      generation->insert_or_assign(hash, std::move(seen));
    }
  }
  return reader.is_complete() ? std::move(site) : SiteLines();
}

}  // namespace warta::indexer
