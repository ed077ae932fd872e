// Names and tags of languages to codes.
#pragma once

#include <string>
#include <string_view>

namespace warta {

// ISO 639-1 code for a language tag or name: "id-ID", "in", "Bahasa Indonesia" -> "id". "" where it is not known.
std::string language_code(std::string_view text);

}  // namespace warta
