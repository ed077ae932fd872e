// Data as a server or an archive packs it: for tests of what unpacks.
#pragma once

#include <zlib.h>

#include <stdexcept>
#include <string>

namespace warta::test {

inline constexpr int kGzipWindowBits = MAX_WBITS + 16;

// window_bits as deflateInit2 takes them: 15 zlib, 31 gzip, -15 bare.
inline std::string deflated(const std::string& text, int window_bits, int level = Z_BEST_SPEED) {
  z_stream stream = {};
  if (deflateInit2(&stream, level, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::runtime_error("deflateInit2");
  }
  std::string out(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int ended = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  if (ended != Z_STREAM_END) throw std::runtime_error("deflate");
  return out;
}

inline std::string gzipped(const std::string& text, int level = Z_BEST_SPEED) {
  return deflated(text, kGzipWindowBits, level);
}

}  // namespace warta::test
