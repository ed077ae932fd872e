#include "searcher/session.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>

#include "base/language.h"
#include "database/database_format.h"
#include "database/schema.h"
#include "database/xapian_errors.h"

namespace warta::searcher {
namespace {

// Shards that stem or split words in different ways have no terms in common to be searched by.
Result<void> check_same_analysis(const analysis::AnalysisSettings& first, const analysis::AnalysisSettings& other,
                                 const std::string& first_name, const std::string& other_name) {
  if (first == other) return {};
  const char* difference = localized("user lexicon", "leksikon pengguna");
  if (first.stop_words != other.stop_words) difference = localized("stop words", "kata henti");
  if (first.stemmer != other.stemmer) difference = localized("stemmer", "pemangkas kata");
  return failure(ExitCode::wrong_version,
                 localized_format("{} and {} cannot be searched as one: they differ in their {}; index one of them "
                                  "again with the settings of the other",
                                  "{} dan {} tidak dapat dicari bersama: {} berbeda; indeks ulang salah satunya dengan "
                                  "pengaturan yang lain",
                                  first_name, other_name, difference));
}

// What the metadata of the shards says, gathered one shard at a time.
class MetadataReader {
 public:
  // Throws Xapian::Error.
  Result<void> add(const Xapian::Database& shard, const std::string& name) {
    if (auto format = check_format(shard, name); !format) return format;
    auto settings = analysis::settings_from_metadata(shard.get_metadata(std::string(kSettingsMetadataKey)));
    if (!settings) return tl::unexpected(settings.error());
    if (!settings_) {
      settings_ = std::move(*settings);
      first_name_ = name;
    } else if (auto same = check_same_analysis(*settings_, *settings, first_name_, name); !same) {
      return same;
    }
    add_synonyms(shard.get_metadata(std::string(kSynonymsMetadataKey)));
    return codec_->add_dictionary(shard.get_metadata(std::string(kDictionaryMetadataKey)));
  }

  Result<analysis::Analyzer> analyzer() const { return analysis::Analyzer::create(*settings_); }
  Result<SynonymList> synonyms() const { return SynonymList::parse(synonyms_); }
  ArticleCodec take_codec() { return std::move(*codec_); }

 private:
  // Lists of several shards count together; mostly they are the same.
  void add_synonyms(std::string text) {
    if (std::ranges::find(synonym_texts_, text) != synonym_texts_.end()) return;
    synonyms_ += text + "\n";
    synonym_texts_.push_back(std::move(text));
  }

  std::optional<analysis::AnalysisSettings> settings_;
  std::string first_name_;
  std::vector<std::string> synonym_texts_;
  std::string synonyms_;
  Result<ArticleCodec> codec_ = ArticleCodec::create();
};

bool is_same(const ShardAddress& left, const ShardAddress& right) {
  if (!left.host.empty() || !right.host.empty()) return left.host == right.host && left.port == right.port;
  std::error_code none;
  return std::filesystem::equivalent(left.name, right.name, none);
}

// Errors: what find_shards says, and ExitCode::usage for a database that is named twice.
Result<std::vector<ShardAddress>> find_all_shards(const std::vector<std::string>& names) {
  std::vector<ShardAddress> addresses;
  for (const std::string& name : names) {
    auto found = find_shards(name);
    if (!found) return tl::unexpected(found.error());
    addresses.insert(addresses.end(), found->begin(), found->end());
  }
  for (auto address = addresses.begin(); address != addresses.end(); ++address) {
    const auto twin =
        std::find_if(addresses.begin(), address, [&](const auto& other) { return is_same(other, *address); });
    if (twin == address) continue;
    return failure(ExitCode::usage,
                   localized_format("{} is named twice: its articles would count twice",
                                    "{} disebut dua kali: artikelnya akan terhitung dua kali", address->name));
  }
  return addresses;
}

Xapian::Database joined(Shards shards) {
  if (shards.size() == 1) return shards.front();
  Xapian::Database database;
  for (const Xapian::Database& shard : shards) database.add_database(shard);
  return database;
}

}  // namespace

Result<Session> Session::open(std::vector<std::string> names, std::chrono::milliseconds timeout) {
  const auto addresses = find_all_shards(names);
  if (!addresses) return tl::unexpected(addresses.error());
  std::vector<Xapian::Database> shards;
  MetadataReader metadata;
  for (const ShardAddress& address : *addresses) {
    auto shard = open_shard(address, timeout);
    if (!shard) return tl::unexpected(shard.error());
    // A database is called by the name that the person gave it, not by that of its generation.
    const std::string& name = addresses->size() == names.size() ? names[shards.size()] : address.name;
    const auto read = guard_xapian(name, [&] { return metadata.add(*shard, name); });
    if (!read) return tl::unexpected(read.error());
    if (!*read) return tl::unexpected(read->error());
    shards.push_back(std::move(*shard));
  }
  auto analyzer = metadata.analyzer();
  if (!analyzer) return tl::unexpected(analyzer.error());
  auto synonyms = metadata.synonyms();
  if (!synonyms) return tl::unexpected(synonyms.error());
  const bool is_remote = std::ranges::any_of(*addresses, [](const auto& address) { return !address.host.empty(); });
  return Session(std::move(names), timeout, std::move(shards), is_remote, std::move(*analyzer), metadata.take_codec(),
                 std::move(*synonyms));
}

Session::Session(std::vector<std::string> names, std::chrono::milliseconds timeout,
                 std::vector<Xapian::Database> shards, bool is_remote, analysis::Analyzer analyzer, ArticleCodec codec,
                 SynonymList synonyms)
    : names_(std::move(names)),
      timeout_(timeout),
      shards_(std::move(shards)),
      is_remote_(is_remote),
      database_(joined(shards_)),
      analyzer_(std::move(analyzer)),
      codec_(std::move(codec)),
      synonyms_(std::move(synonyms)),
      postings_(shards_.begin(), shards_.end()),
      signatures_(shards_.begin(), shards_.end()) {}

Result<void> Session::renew() {
  Result<Session> fresh = open(names_, timeout_);
  if (!fresh) return tl::unexpected(fresh.error());
  *this = std::move(*fresh);
  return {};
}

}  // namespace warta::searcher
