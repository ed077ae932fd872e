// The table of lines that stand around an article's text on Indonesian news sites.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "indexer/extract/furniture.h"

namespace warta::indexer {

enum class Match : std::uint8_t {
  whole,  // the line is this, but for punctuation at its end
  start,  // the line begins with this
};

struct FurniturePatterns {
  std::span<const std::string_view> texts;  // lower case
  Match match;
  LineKind kind;
  std::size_t most_words;  // a longer line is prose, whatever it begins with
};

// The first that matches a line counts.
std::span<const FurniturePatterns> furniture_patterns();

// An invitation begins with one of the verbs and names one of the channels: "Ikuti saluran WhatsApp kami ...".
std::span<const std::string_view> invitation_verbs();
std::span<const std::string_view> invitation_channels();

// What announces a link to another article inside of a paragraph: "baca juga:".
std::span<const std::string_view> pointer_labels();

}  // namespace warta::indexer
