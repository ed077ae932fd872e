// Names of the shapes, for people and for tests.
#pragma once

#include <string_view>

#include "analysis/token.h"

namespace warta::analysis {

constexpr std::string_view shape_name(Shape shape) {
  switch (shape) {
    case Shape::word: return "word";
    case Shape::reduplication: return "reduplication";
    case Shape::acronym: return "acronym";
    case Shape::number: return "number";
    case Shape::money: return "money";
    case Shape::percent: return "percent";
    case Shape::time: return "time";
    case Shape::date: return "date";
    case Shape::url: return "url";
    case Shape::email: return "email";
    case Shape::mention: return "mention";
    case Shape::hashtag: return "hashtag";
    case Shape::ideogram: return "ideogram";
    case Shape::symbol: return "symbol";
  }
  return "unknown";
}

}  // namespace warta::analysis
