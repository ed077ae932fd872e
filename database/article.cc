// What makes an article the same article, and the same content.
#include "database/article.h"

#include <algorithm>
#include <memory>

#include <fmt/format.h>
#include <xxhash.h>

#include "base/bounded_key.h"

namespace warta {
namespace {

// XXH3 over fields, each with its length before it, so that text cannot move from one field to the next unnoticed.
// The algorithm's output is fixed since xxHash 0.8.0; numbers go in as little-endian bytes on every machine.
class FieldHasher {
 public:
  FieldHasher() : state_(XXH3_createState()) {
    if (state_ == nullptr) throw std::bad_alloc();
    XXH3_64bits_reset(state_.get());
  }

  FieldHasher& add(std::uint64_t number) {
    unsigned char bytes[8];
    for (unsigned char& byte : bytes) {
      byte = static_cast<unsigned char>(number & 0xFF);
      number >>= 8;
    }
    XXH3_64bits_update(state_.get(), bytes, sizeof bytes);
    return *this;
  }

  FieldHasher& add(std::string_view text) {
    add(std::uint64_t{text.size()});
    XXH3_64bits_update(state_.get(), text.data(), text.size());
    return *this;
  }

  FieldHasher& add(const std::optional<Timestamp>& timestamp) {
    if (!timestamp) return add(std::uint64_t{0});
    add(std::uint64_t{timestamp->has_time ? 2U : 1U});
    add(static_cast<std::uint64_t>(timestamp->epoch_seconds));
    return add(static_cast<std::uint64_t>(timestamp->offset_minutes));
  }

  FieldHasher& add(const std::vector<std::string>& list) {
    add(std::uint64_t{list.size()});
    for (const std::string& text : list) add(std::string_view(text));
    return *this;
  }

  std::uint64_t digest() const { return XXH3_64bits_digest(state_.get()); }

 private:
  struct Free {
    void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
  };
  std::unique_ptr<XXH3_state_t, Free> state_;
};

std::uint64_t hash_of(const Article& article, std::string_view language) {
  FieldHasher hasher;
  hasher.add(std::string_view(article.id)).add(std::string_view(article.url));
  hasher.add(std::string_view(article.title)).add(std::string_view(article.body));
  hasher.add(article.published).add(article.modified).add(article.authors);
  hasher.add(std::string_view(article.source)).add(std::string_view(article.category)).add(article.tags);
  hasher.add(language).add(std::uint64_t{article.extra.size()});
  for (const auto& [name, value] : article.extra) hasher.add(std::string_view(name)).add(std::string_view(value));
  return hasher.digest();
}

}  // namespace

std::string_view language_of(const Article& article) {
  return article.language.empty() ? std::string_view("id") : std::string_view(article.language);
}

bool is_indonesian(const Article& article) {
  return language_of(article) == "id";
}

std::string identity(const Article& article) {
  constexpr std::size_t kLongest = 200;  // a Xapian term holds 245 bytes, and a prefix stands before it
  std::string key;
  if (std::string url = canonical_url(article.url); !url.empty()) {
    key = "u" + url;
  } else if (!article.id.empty()) {
    key = "i" + article.id;
  } else {
    return fmt::format("h{:016x}", hash_of(article, ""));
  }
  if (bytes_as_term(key) <= kLongest) return key;
  constexpr std::size_t kHashDigits = 16;
  const std::uint64_t hash = XXH3_64bits(key.data(), key.size());
  key.resize(std::min(key.size(), kLongest - kHashDigits));
  std::erase(key, '\0');
  return key + fmt::format("{:016x}", hash);
}

std::uint64_t content_hash(const Article& article) {
  return hash_of(article, article.language);
}

std::string serialise_hash(std::uint64_t hash) {
  std::string value(sizeof hash, '\0');
  for (auto byte = value.rbegin(); byte != value.rend(); ++byte, hash >>= 8) *byte = static_cast<char>(hash & 0xFF);
  return value;
}

std::uint64_t unserialise_hash(std::string_view value) {
  std::uint64_t hash = 0;
  for (const char byte : value.substr(0, sizeof hash)) hash = hash << 8 | static_cast<unsigned char>(byte);
  return hash;
}

}  // namespace warta
