#include "indexer/extract/charset.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <optional>

#include <iconv.h>
#include <uchardet.h>

#include "base/escape.h"
#include "base/utf8.h"
#include "indexer/sources/utf16.h"
#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

constexpr const char* kFallback = "windows-1252";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

class Converter {
 public:
  explicit Converter(const std::string& charset) : handle_(iconv_open("UTF-8", charset.c_str())) {}
  ~Converter() {
    if (is_known()) iconv_close(handle_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  bool is_known() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

  std::string convert(std::string_view bytes) {
    std::string out;
    std::string block(std::size_t{16} << 10, '\0');
    // iconv reads only; its type predates const.
    char* in = const_cast<char*>(bytes.data());
    std::size_t in_left = bytes.size();
    while (in_left > 0) {
      char* out_position = block.data();
      std::size_t room = block.size();
      const std::size_t status = iconv(handle_, &in, &in_left, &out_position, &room);
      out.append(block.data(), block.size() - room);
      if (status != static_cast<std::size_t>(-1) || errno == E2BIG) continue;
      out += kReplacement;
      if (errno == EINVAL) break;  // cut off inside a character
      ++in;
      --in_left;
    }
    return out;
  }

 private:
  iconv_t handle_;
};

std::optional<std::string> convert(std::string_view bytes, const std::string& charset) {
  Converter converter(charset);
  if (!converter.is_known()) return std::nullopt;
  return converter.convert(bytes);
}

// HTML's encoding standard takes these names for windows-1252, because that is what such pages hold.
bool means_windows_1252(std::string_view charset) {
  constexpr std::string_view kNames[] = {"iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii"};
  return std::find(std::begin(kNames), std::end(kNames), charset) != std::end(kNames);
}

std::string detected_charset(std::string_view bytes) {
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
  constexpr std::size_t kEnough = std::size_t{64} << 10;
  uchardet_handle_data(detector.get(), bytes.data(), std::min(bytes.size(), kEnough));
  uchardet_data_end(detector.get());
  return uchardet_get_charset(detector.get());
}

// Bytes of the UTF-8 sequence that this byte begins, if it begins one.
std::size_t sequence_bytes(unsigned char lead) {
  return lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
}

// UTF-8 with strays: most of the page is UTF-8, and single bytes come from windows-1252, as pasted text leaves them.
std::string decode_mixed(std::string_view bytes) {
  std::string out;
  while (!bytes.empty()) {
    std::size_t sound = 1;
    while (sound < bytes.size() && static_cast<unsigned char>(bytes[sound]) < 0x80) ++sound;
    const auto lead = static_cast<unsigned char>(bytes.front());
    const std::size_t length = lead < 0x80 ? sound : sequence_bytes(lead);
    const std::string_view piece = bytes.substr(0, length);
    if (is_valid_utf8(piece)) {
      out += piece;
      bytes.remove_prefix(piece.size());
    } else {
      out += convert(bytes.substr(0, 1), kFallback).value_or(std::string(kReplacement));
      bytes.remove_prefix(1);
    }
  }
  return out;
}

// Few broken bytes in much that is sound.
bool is_mostly_utf8(std::string_view bytes) {
  std::size_t multibyte = 0;
  std::size_t broken = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    const auto lead = static_cast<unsigned char>(bytes[i]);
    const std::size_t length = sequence_bytes(lead);
    const bool is_sound = is_valid_utf8(bytes.substr(i, length));
    if (lead >= 0x80) ++(is_sound ? multibyte : broken);
    i += is_sound ? length : 1;
  }
  return multibyte > broken;
}

bool is_utf8_name(std::string_view charset) {
  return charset == "utf-8" || charset == "utf8";
}

std::string decode(std::string_view bytes, std::string_view header_charset) {
  if (bytes.starts_with(kUtf8Mark)) return std::string(without_utf8_mark(bytes));
  if (const std::optional<Utf16Form> utf16 = utf16_form(bytes)) return utf8_from_utf16(bytes, *utf16);
  if (is_valid_utf8(bytes)) return std::string(bytes);
  if (is_mostly_utf8(bytes)) return decode_mixed(bytes);
  for (std::string charset :
       {lower_ascii(trimmed(header_charset)), declared_charset(bytes), lower_ascii(detected_charset(bytes))}) {
    if (is_utf8_name(charset)) return decode_mixed(bytes);
    if (charset.empty() || charset.starts_with("utf-16")) continue;  // the bytes would have shown it
    if (means_windows_1252(charset)) charset = kFallback;
    if (std::optional<std::string> converted = convert(bytes, charset)) return std::move(*converted);
  }
  return convert(bytes, kFallback).value_or("");
}

}  // namespace

std::string declared_charset(std::string_view bytes) {
  constexpr std::size_t kPrescanBytes = 4096;
  const std::string head = lower_ascii(bytes.substr(0, kPrescanBytes));
  for (const std::string_view key : {"charset=", "encoding="}) {
    std::size_t begin = head.find(key);
    if (begin == std::string::npos) continue;
    begin = head.find_first_not_of("\"' ", begin + key.size());
    if (begin == std::string::npos) continue;
    const std::size_t end = head.find_first_of("\"' ;/>?", begin);
    return head.substr(begin, end == std::string::npos ? end : end - begin);
  }
  return {};
}

std::string to_utf8(std::string_view bytes, std::string_view header_charset) {
  std::string text = decode(bytes, header_charset);
  if (!is_valid_utf8(text)) text = valid_utf8(text);
  std::erase_if(text, is_ascii_control);
  return text;
}

}  // namespace warta::indexer
