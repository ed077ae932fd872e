#include "tests/property/sample_articles.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>

#include <zstd.h>
#include <nlohmann/json.hpp>

namespace warta::analysis {
namespace {

// Lines that the file is known to hold at the least; one in so many is taken.
constexpr size_t kExpectedLines = 80000;

std::filesystem::path data_file() {
  const char* folder = std::getenv("WARTA_DATA");
  const std::filesystem::path base =
      folder != nullptr ? folder : std::filesystem::path(WARTA_SOURCE_DIR) / ".." / "shared" / "data";
  return base / "news.jsonl.zst";
}

// Calls take(line) for each line of a zstd file until it returns false. Returns false where the file is broken.
template <typename Take>
bool for_each_line(std::istream& file, Take take) {
  const std::unique_ptr<ZSTD_DStream, size_t (*)(ZSTD_DStream*)> stream(ZSTD_createDStream(), ZSTD_freeDStream);
  std::string in(ZSTD_DStreamInSize(), '\0');
  std::string out(ZSTD_DStreamOutSize(), '\0');
  std::string pending;
  while (file.read(in.data(), static_cast<std::streamsize>(in.size())), file.gcount() > 0) {
    ZSTD_inBuffer input{in.data(), static_cast<size_t>(file.gcount()), 0};
    while (input.pos < input.size) {
      ZSTD_outBuffer output{out.data(), out.size(), 0};
      if (ZSTD_isError(ZSTD_decompressStream(stream.get(), &output, &input)) != 0) return false;
      pending.append(out, 0, output.pos);
      size_t begin = 0;
      for (size_t end; (end = pending.find('\n', begin)) != std::string::npos; begin = end + 1) {
        if (!take(std::string_view(pending).substr(begin, end - begin))) return true;
      }
      pending.erase(0, begin);
    }
  }
  return true;
}

}  // namespace

tl::expected<std::vector<std::string>, std::string> sample_articles(size_t count) {
  const std::filesystem::path path = data_file();
  std::ifstream file(path, std::ios::binary);
  if (!file) return tl::unexpected(path.string() + " is not there: no real articles to test with");
  const size_t step = std::max<size_t>(1, kExpectedLines / count);
  std::vector<std::string> articles;
  size_t line_number = 0;
  const bool is_sound = for_each_line(file, [&](std::string_view line) {
    if (line_number++ % step == 0) {
      const nlohmann::json json = nlohmann::json::parse(line, nullptr, /*allow_exceptions=*/false);
      if (json.is_object()) articles.push_back(json.value("title", "") + '\n' + json.value("body", ""));
    }
    return articles.size() < count;
  });
  if (!is_sound) return tl::unexpected(path.string() + " is broken");
  return articles;
}

}  // namespace warta::analysis
