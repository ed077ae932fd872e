#include "indexer/split.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <limits>
#include <map>
#include <string>
#include <system_error>
#include <thread>
#include <utility>

#include <fmt/format.h>
#include <xapian.h>

#include "base/bounded_key.h"
#include "base/language.h"
#include "database/acronym_table.h"
#include "database/civil_time.h"
#include "database/count_share.h"
#include "database/database_lock.h"
#include "database/generation.h"
#include "database/schema.h"
#include "database/vocabulary.h"
#include "database/xapian_errors.h"
#include "indexer/database_settings.h"

namespace warta::indexer {
namespace {

namespace fs = std::filesystem;

// A shard is written in pieces that are joined at the end: Xapian's trees of postings grow slow as they outgrow the
// caches. All pieces are open at once when they are joined.
constexpr std::size_t kDocumentsPerPiece = 1000;
constexpr std::size_t kMostPieces = 64;

// The documents of each shard, by their ids in ascending order.
using Parts = std::vector<std::vector<Xapian::docid>>;

// The shards of two machines are the same ones.
Parts parts_by_hash(const Xapian::Database& database, unsigned shards) {
  Parts parts(shards);
  const std::string prefix(kIdentityPrefix);
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    std::vector<Xapian::docid>& part = parts[stable_hash(*term) % shards];
    for (auto id = database.postlist_begin(*term); id != database.postlist_end(*term); ++id) part.push_back(*id);
  }
  for (std::vector<Xapian::docid>& part : parts) std::ranges::sort(part);
  return parts;
}

// Months since year 0 in WIB; the smallest number for articles without a date.
std::int64_t month_of(const std::string& published) {
  if (published.empty()) return std::numeric_limits<std::int64_t>::min();
  const CivilDate day =
      local_day(static_cast<std::int64_t>(Xapian::sortable_unserialise(published)), kWibOffsetMinutes);
  return day.year * std::int64_t{12} + day.month - 1;
}

Parts parts_by_month(const Xapian::Database& database, unsigned shards) {
  std::map<std::int64_t, std::vector<Xapian::docid>> months;
  auto date = database.valuestream_begin(kPublishedSlot);
  for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) {
    if (date != database.valuestream_end(kPublishedSlot)) date.skip_to(*id);
    const bool is_dated = date != database.valuestream_end(kPublishedSlot) && date.get_docid() == *id;
    months[month_of(is_dated ? *date : std::string())].push_back(*id);
  }
  Parts parts(shards);
  std::uint64_t placed = 0;
  for (const auto& [month, ids] : months) {
    // A month belongs where its middle lies.
    const std::uint64_t middle = placed + ids.size() / 2;
    std::vector<Xapian::docid>& part = parts[middle * shards / database.get_doccount()];
    part.insert(part.end(), ids.begin(), ids.end());
    placed += ids.size();
  }
  for (std::vector<Xapian::docid>& part : parts) std::ranges::sort(part);
  return parts;
}

std::string shared_value(const std::string& key, const std::string& value, const CountShare& share) {
  if (is_acronym_key(key)) return share_of_acronyms(value, share);
  if (!key.starts_with(kVocabularyMetadataPrefix)) return value;
  return encode_vocabulary(share_of_vocabulary(decode_vocabulary(value), share));
}

class Splitter {
 public:
  Splitter(fs::path generation, fs::path destination, Parts parts, const std::atomic<bool>& stop)
      : generation_(std::move(generation)),
        destination_(std::move(destination)),
        parts_(std::move(parts)),
        stop_(stop) {}

  // Several shards at a time, each with its own handles on the database: Xapian's are not shared by threads.
  Result<std::vector<SplitShard>> run() {
    for (std::size_t shard = 0; shard < parts_.size(); ++shard) {
      shards_.push_back({destination_ / fmt::format("shard-{}", shard + 1), parts_[shard].size()});
    }
    errors_.resize(parts_.size());
    {
      std::vector<std::jthread> workers;
      for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i) {
        workers.emplace_back([this] { work(); });
      }
    }
    for (const Result<void>& result : errors_) {
      if (!result) return tl::unexpected(result.error());
    }
    if (auto listed = write_list(); !listed) return tl::unexpected(listed.error());
    return std::move(shards_);
  }

 private:
  void work() {
    for (std::size_t shard = next_++; shard < parts_.size(); shard = next_++) errors_[shard] = make_shard(shard);
  }

  Result<void> make_shard(std::size_t shard) {
    const fs::path& path = shards_[shard].path;
    const fs::path scratch = path / "scratch-split";
    std::error_code error;
    fs::create_directories(scratch, error);
    if (error) return system_failure(scratch.string(), error.value());
    const fs::path built = building_directory(path);
    const auto written = guard_xapian(path, [&] {
      Xapian::Database pieces = write_pieces(shard, scratch);
      if (stop_) return;
      pieces.compact(built.string(), Xapian::DBCOMPACT_NO_RENUMBER | Xapian::Compactor::FULLER);
    });
    fs::remove_all(scratch, error);
    if (!written) return written;
    if (stop_) return failure(ExitCode::interrupted, localized("interrupted", "dihentikan"));
    return publish_new_generation(path, built);
  }

  // The first piece has the metadata.
  Xapian::Database write_pieces(std::size_t shard, const fs::path& scratch) const {
    const Xapian::Database source(generation_.string());
    const std::vector<Xapian::docid>& ids = parts_[shard];
    const std::size_t size = std::max(kDocumentsPerPiece, (ids.size() + kMostPieces - 1) / kMostPieces);
    Xapian::Database pieces;
    for (std::size_t first = 0; first < ids.size() && !stop_; first += size) {
      const std::string path = (scratch / std::to_string(first)).string();
      Xapian::WritableDatabase piece(path, Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS);
      if (first == 0) write_metadata(source, share_of(shard), piece);
      const std::size_t last = std::min(ids.size(), first + size);
      for (std::size_t i = first; i < last; ++i) piece.replace_document(ids[i], source.get_document(ids[i]));
      piece.commit();
      piece.close();
      pieces.add_database(Xapian::Database(path));
    }
    return pieces;
  }

  static void write_metadata(const Xapian::Database& source, const CountShare& share, Xapian::WritableDatabase& piece) {
    for (auto key = source.metadata_keys_begin(); key != source.metadata_keys_end(); ++key) {
      piece.set_metadata(*key, shared_value(*key, source.get_metadata(*key), share));
    }
  }

  CountShare share_of(std::size_t shard) const {
    CountShare share;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      if (i < shard) share.before += parts_[i].size();
      share.all += parts_[i].size();
    }
    share.own = parts_[shard].size();
    return share;
  }

  // Last: whoever finds the list finds everything that it names.
  Result<void> write_list() const {
    const fs::path path = destination_ / kShardListName;
    std::ofstream list(path);
    for (const SplitShard& shard : shards_) list << "auto " << shard.path.filename().string() << '\n';
    list.close();
    if (!list) return system_failure(path.string(), errno);
    return {};
  }

  const fs::path generation_;
  const fs::path destination_;
  const Parts parts_;
  const std::atomic<bool>& stop_;
  std::vector<SplitShard> shards_;
  std::vector<Result<void>> errors_;  // by shard
  std::atomic<std::size_t> next_ = 0;
};

tl::unexpected<Error> no_articles(const fs::path& database) {
  return failure(ExitCode::usage,
                 localized_format("{}: holds no articles", "{}: tidak berisi artikel", database.string()));
}

Result<void> make_empty_directory(const fs::path& path) {
  std::error_code error;
  fs::create_directories(path, error);
  if (error) return system_failure(path.string(), error.value());
  if (fs::is_empty(path, error) && !error) return {};
  return failure(ExitCode::usage, localized_format("{}: is not empty; name a new directory",
                                                   "{}: tidak kosong; sebutkan direktori baru", path.string()));
}

}  // namespace

Result<std::vector<SplitShard>> split_database(const fs::path& database, unsigned shards, SplitBy by,
                                               const fs::path& destination, const std::atomic<bool>& stop) {
  if (const auto there = current_generation(database); !there) return tl::unexpected(there.error());
  const auto lock = DatabaseLock::acquire(database);
  if (!lock) return tl::unexpected(lock.error());
  const auto open = open_database(database);
  if (!open) return tl::unexpected(open.error());
  if (open->database.get_doccount() == 0) return no_articles(database);
  const auto parts = guard_xapian(database, [&] {
    return by == SplitBy::hash ? parts_by_hash(open->database, shards) : parts_by_month(open->database, shards);
  });
  if (!parts) return tl::unexpected(parts.error());
  if (std::ranges::any_of(*parts, [](const auto& part) { return part.empty(); })) {
    return failure(ExitCode::usage,
                   localized_format(
                       "{}: too few {} for {} shards", "{}: terlalu sedikit {} untuk {} pecahan", database.string(),
                       by == SplitBy::hash ? localized("articles", "artikel") : localized("months", "bulan"), shards));
  }
  if (auto made = make_empty_directory(destination); !made) return tl::unexpected(made.error());
  auto split = Splitter(open->generation, destination, *parts, stop).run();
  if (!split) {
    std::error_code ignored;
    for (unsigned shard = 1; shard <= shards; ++shard) {
      fs::remove_all(destination / fmt::format("shard-{}", shard), ignored);
    }
  }
  return split;
}

}  // namespace warta::indexer
