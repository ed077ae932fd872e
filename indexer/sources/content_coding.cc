#include "indexer/sources/content_coding.h"

#include <algorithm>
#include <charconv>
#include <memory>
#include <new>
#include <vector>

#include <brotli/decode.h>
#include <zlib.h>

#include "base/ascii.h"
#include "base/language.h"
#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{64} << 10;

tl::unexpected<Error> damaged() {
  return failure(ExitCode::input_skipped, localized("the compressed body is damaged", "isi terkompresi rusak"));
}

tl::unexpected<Error> too_long(std::size_t max_bytes) {
  return failure(ExitCode::input_skipped, localized_format("longer than {} bytes when it is unpacked",
                                                           "lebih panjang dari {} bita setelah dibuka", max_bytes));
}

// The magic number of a gzip member (RFC 1952).
constexpr std::string_view kGzipMark = "\x1F\x8B";

// Of gzip's format, one member may follow the other; what is no member is padding.
bool goes_on(const z_stream& stream, int window_bits) {
  const std::string_view rest(reinterpret_cast<const char*>(stream.next_in), stream.avail_in);
  return window_bits > MAX_WBITS && rest.starts_with(kGzipMark);
}

// window_bits as inflateInit2 takes them: which of zlib's three formats it is.
Result<std::string> inflated(std::string_view body, int window_bits, std::size_t max_bytes) {
  z_stream stream = {};
  if (inflateInit2(&stream, window_bits) != Z_OK) throw std::bad_alloc();
  const std::unique_ptr<z_stream, decltype(&inflateEnd)> guard(&stream, &inflateEnd);
  // zlib never writes through next_in; its type predates const.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
  stream.avail_in = static_cast<uInt>(body.size());
  std::string out;
  const auto block = std::make_unique_for_overwrite<char[]>(kBlockBytes);
  for (int status = Z_OK; status == Z_OK;) {
    stream.next_out = reinterpret_cast<Bytef*>(block.get());
    stream.avail_out = kBlockBytes;
    status = inflate(&stream, Z_NO_FLUSH);
    out.append(block.get(), kBlockBytes - stream.avail_out);
    if (out.size() > max_bytes) return too_long(max_bytes);
    // Z_BUF_ERROR: the body breaks off; a page without its end is a page.
    if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR) return damaged();
    if (status == Z_STREAM_END && goes_on(stream, window_bits)) status = inflateReset(&stream);
  }
  return out;
}

Result<std::string> gunzipped(std::string_view body, std::size_t max_bytes) {
  if (!body.starts_with(kGzipMark)) return std::string(body);
  return inflated(body, MAX_WBITS + 16, max_bytes);
}

// HTTP's "deflate" is zlib's format; some servers send the bare stream.
Result<std::string> undeflated(std::string_view body, std::size_t max_bytes) {
  if (body.starts_with('<')) return std::string(body);
  Result<std::string> with_header = inflated(body, MAX_WBITS, max_bytes);
  return with_header ? with_header : inflated(body, -MAX_WBITS, max_bytes);
}

Result<std::string> unbrotlied(std::string_view body, std::size_t max_bytes) {
  if (body.starts_with('<')) return std::string(body);
  const std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)> decoder(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), &BrotliDecoderDestroyInstance);
  if (decoder == nullptr) throw std::bad_alloc();
  const auto* in = reinterpret_cast<const std::uint8_t*>(body.data());
  std::size_t in_left = body.size();
  std::string out;
  for (;;) {
    const std::size_t size = out.size();
    out.resize(size + kBlockBytes);
    auto* next_out = reinterpret_cast<std::uint8_t*>(out.data() + size);
    std::size_t room = kBlockBytes;
    const BrotliDecoderResult status =
        BrotliDecoderDecompressStream(decoder.get(), &in_left, &in, &room, &next_out, nullptr);
    out.resize(out.size() - room);
    if (out.size() > max_bytes) return too_long(max_bytes);
    if (status == BROTLI_DECODER_RESULT_ERROR) return damaged();
    if (status != BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) return out;
  }
}

Result<std::string> unchanged(std::string_view body, std::size_t) {
  return std::string(body);
}

struct Coding {
  std::string_view name;
  Result<std::string> (*undo)(std::string_view body, std::size_t max_bytes);
};

constexpr Coding kCodings[] = {
    {"gzip", gunzipped},     {"x-gzip", gunzipped}, {"deflate", undeflated}, {"br", unbrotlied},
    {"identity", unchanged}, {"none", unchanged},   {"utf-8", unchanged},  // what some servers send
};

}  // namespace

std::string without_chunks(std::string_view body) {
  std::string out;
  std::string_view rest = body;
  for (bool is_first = true;; is_first = false) {
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), size, 16);
    const std::size_t line_end = rest.find('\n');
    const bool is_size = error == std::errc() && line_end != std::string_view::npos &&
                         (*end == '\r' || *end == '\n' || *end == ';' || *end == ' ');
    if (!is_size) return is_first ? std::string(body) : out;
    rest.remove_prefix(line_end + 1);
    if (size == 0) return out;
    out += rest.substr(0, size);
    rest.remove_prefix(std::min(size, rest.size()));
    if (rest.starts_with('\r')) rest.remove_prefix(1);
    if (rest.starts_with('\n')) rest.remove_prefix(1);
  }
}

Result<std::string> decoded_body(std::string_view body, std::string_view content_encoding, std::size_t max_bytes) {
  const std::vector<std::string> names = split_list(content_encoding);
  constexpr std::size_t kMostCodings = 4;  // more of them is nothing but an attack
  std::string out(body);
  if (names.size() > kMostCodings) return damaged();
  for (auto name = names.rbegin(); name != names.rend(); ++name) {
    const std::string lower = lower_ascii(*name);
    const auto* coding =
        std::find_if(std::begin(kCodings), std::end(kCodings), [&](const Coding& row) { return row.name == lower; });
    if (coding == std::end(kCodings)) {
      return failure(ExitCode::input_skipped, localized_format("the content encoding \"{}\" is not known",
                                                               "penyandian isi \"{}\" tidak dikenal", lower));
    }
    Result<std::string> undone = coding->undo(out, max_bytes);
    if (!undone) return undone;
    out = std::move(*undone);
  }
  if (out.size() > max_bytes) return too_long(max_bytes);
  return out;
}

}  // namespace warta::indexer
