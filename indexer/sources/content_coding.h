// HTTP's codings of a body, undone: chunks, gzip, deflate, Brotli.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace warta::indexer {

// A body in chunks (RFC 9112, section 7.1) as one piece. A body that does not begin as one comes back as it is: many
// archives keep the header field of what they have undone. One that breaks off gives what is there.
std::string without_chunks(std::string_view body);

// Undoes the codings that a Content-Encoding names, the last one first. A body that does not begin as its coding says
// comes back as it is. Errors (ExitCode::input_skipped): damaged, of an unknown coding, or longer than max_bytes when
// unpacked; no more than those are ever held.
Result<std::string> decoded_body(std::string_view body, std::string_view content_encoding, std::size_t max_bytes);

}  // namespace warta::indexer
