#include "database/article_record.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include <zdict.h>
#include <zstd.h>

#include "base/language.h"
#include "database/record_bytes.h"

namespace warta {
namespace {

constexpr char kLayoutVersion = 1;
// Level 3 makes records 4% larger than level 6, at a third of its time.
constexpr int kCompressionLevel = 3;

// zstd's densest block spends four bytes on 128 KiB, so a frame that claims more than this is broken. The check keeps
// a damaged length from allocating memory that the record cannot fill.
constexpr std::uint64_t kMaxBytesPerInputByte = (std::uint64_t{128} << 10) / 4;

tl::unexpected<Error> broken_record() {
  return failure(
      ExitCode::io_error,
      localized("stored article is damaged; restore the database from a backup, or add its sources again",
                "artikel tersimpan rusak; pulihkan basis data dari cadangan, atau tambahkan lagi sumbernya"));
}

std::string serialize(const Article& article) {
  RecordWriter writer;
  writer.text(article.id);
  writer.text(article.url);
  writer.text(article.title);
  writer.timestamp(article.published);
  writer.timestamp(article.modified);
  writer.texts(article.authors);
  writer.text(article.source);
  writer.text(article.category);
  writer.texts(article.tags);
  writer.text(article.language);
  writer.pairs(article.extra);
  writer.text(article.body);
  return std::move(writer).bytes();
}

Result<Article> deserialize(std::string_view bytes) {
  RecordReader reader(bytes);
  Article article;
  article.id = reader.text();
  article.url = reader.text();
  article.title = reader.text();
  article.published = reader.timestamp();
  article.modified = reader.timestamp();
  article.authors = reader.texts();
  article.source = reader.text();
  article.category = reader.text();
  article.tags = reader.texts();
  article.language = reader.text();
  article.extra = reader.pairs();
  article.body = reader.text();
  if (!reader.is_complete()) return broken_record();
  return article;
}

struct FreeZstd {
  void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
  void operator()(ZSTD_CDict* dictionary) const { ZSTD_freeCDict(dictionary); }
  void operator()(ZSTD_DDict* dictionary) const { ZSTD_freeDDict(dictionary); }
};

}  // namespace

// Each half is made at its first use: a searcher never compresses, and the dictionary's tables take time to build.
struct ArticleCodec::State {
  struct Dictionary {
    unsigned id = 0;
    std::string bytes;
    std::unique_ptr<ZSTD_DDict, FreeZstd> tables;
  };

  std::vector<Dictionary> dictionaries;  // the one to compress with first
  std::unique_ptr<ZSTD_CCtx, FreeZstd> compressor;
  std::unique_ptr<ZSTD_CDict, FreeZstd> compression_dictionary;
  std::unique_ptr<ZSTD_DCtx, FreeZstd> decompressor;

  Dictionary* find_dictionary(unsigned id) {
    const auto found = std::ranges::find(dictionaries, id, &Dictionary::id);
    return found == dictionaries.end() ? nullptr : &*found;
  }

  void prepare_to_compress() {
    if (compressor) return;
    compressor.reset(ZSTD_createCCtx());
    ZSTD_CCtx_setParameter(compressor.get(), ZSTD_c_compressionLevel, kCompressionLevel);
    ZSTD_CCtx_setParameter(compressor.get(), ZSTD_c_checksumFlag, 1);
    if (dictionaries.empty()) return;
    const std::string& dictionary = dictionaries.front().bytes;
    compression_dictionary.reset(ZSTD_createCDict(dictionary.data(), dictionary.size(), kCompressionLevel));
    ZSTD_CCtx_refCDict(compressor.get(), compression_dictionary.get());
  }

  // zstd's result: the bytes written, or an error. Without a dictionary where that is null.
  size_t decompress(std::string_view frame, Dictionary* dictionary, std::string& bytes) {
    if (!decompressor) decompressor.reset(ZSTD_createDCtx());
    if (dictionary == nullptr) {
      return ZSTD_decompressDCtx(decompressor.get(), bytes.data(), bytes.size(), frame.data(), frame.size());
    }
    if (!dictionary->tables) {
      dictionary->tables.reset(ZSTD_createDDict(dictionary->bytes.data(), dictionary->bytes.size()));
    }
    return ZSTD_decompress_usingDDict(decompressor.get(), bytes.data(), bytes.size(), frame.data(), frame.size(),
                                      dictionary->tables.get());
  }
};

ArticleCodec::ArticleCodec(std::unique_ptr<State> state) : state_(std::move(state)) {}
ArticleCodec::ArticleCodec(ArticleCodec&&) noexcept = default;
ArticleCodec& ArticleCodec::operator=(ArticleCodec&&) noexcept = default;
ArticleCodec::~ArticleCodec() = default;

Result<ArticleCodec> ArticleCodec::create(std::string_view dictionary) {
  ArticleCodec codec(std::make_unique<State>());
  if (const Result<void> added = codec.add_dictionary(dictionary); !added) return tl::unexpected(added.error());
  return codec;
}

Result<void> ArticleCodec::add_dictionary(std::string_view dictionary) {
  if (dictionary.empty()) return {};
  const unsigned id = ZDICT_getDictID(dictionary.data(), dictionary.size());
  if (id == 0) {
    return failure(ExitCode::io_error,
                   localized("the database's compression dictionary is damaged", "kamus kompresi basis data rusak"));
  }
  if (state_->find_dictionary(id) == nullptr) state_->dictionaries.push_back({id, std::string(dictionary), nullptr});
  return {};
}

std::string ArticleCodec::encode(const Article& article) {
  state_->prepare_to_compress();
  const std::string bytes = serialize(article);
  std::string record(1 + ZSTD_compressBound(bytes.size()), '\0');
  record[0] = kLayoutVersion;
  const size_t written =
      ZSTD_compress2(state_->compressor.get(), record.data() + 1, record.size() - 1, bytes.data(), bytes.size());
  if (ZSTD_isError(written) != 0) throw std::bad_alloc();  // the room is enough, so only memory can be short
  record.resize(1 + written);
  return record;
}

bool ArticleCodec::makes_such(std::string_view record) const {
  if (record.empty() || record[0] != kLayoutVersion) return false;
  const unsigned dictionary_id = state_->dictionaries.empty() ? 0 : state_->dictionaries.front().id;
  return ZSTD_getDictID_fromFrame(record.data() + 1, record.size() - 1) == dictionary_id;
}

Result<Article> ArticleCodec::decode(std::string_view record) {
  if (record.empty()) return broken_record();
  if (record[0] != kLayoutVersion) {
    return failure(ExitCode::wrong_version,
                   localized_format("stored article has layout {}, which this version of Warta does not know",
                                    "artikel tersimpan memakai tata letak {}, yang tidak dikenal versi Warta ini",
                                    static_cast<int>(record[0])));
  }
  record.remove_prefix(1);
  const std::uint64_t size = ZSTD_getFrameContentSize(record.data(), record.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN) return broken_record();
  if (size > record.size() * kMaxBytesPerInputByte) return broken_record();
  const unsigned dictionary_id = ZSTD_getDictID_fromFrame(record.data(), record.size());
  State::Dictionary* dictionary = state_->find_dictionary(dictionary_id);
  if (dictionary_id != 0 && dictionary == nullptr) {
    return failure(ExitCode::wrong_version, localized("stored article was compressed with another dictionary",
                                                      "artikel tersimpan dimampatkan dengan kamus lain"));
  }
  std::string bytes(size, '\0');
  const size_t read = state_->decompress(record, dictionary, bytes);
  if (ZSTD_isError(read) != 0 || read != size) return broken_record();
  return deserialize(bytes);
}

std::string train_dictionary(std::span<const Article> samples) {
  std::string bytes;
  std::vector<size_t> sizes;
  for (const Article& article : samples) {
    const std::string sample = serialize(article);
    bytes += sample;
    sizes.push_back(sample.size());
  }
  if (bytes.size() < kLeastSampleBytes) return {};
  std::string dictionary(kDictionaryBytes, '\0');
  const size_t size = ZDICT_trainFromBuffer(dictionary.data(), dictionary.size(), bytes.data(), sizes.data(),
                                            static_cast<unsigned>(sizes.size()));
  if (ZDICT_isError(size) != 0) return {};
  dictionary.resize(size);
  return dictionary;
}

}  // namespace warta
