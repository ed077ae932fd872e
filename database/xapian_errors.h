// The one place where Xapian's exceptions become our Result.
#pragma once

#include <string>
#include <type_traits>
#include <utility>

#include <xapian.h>

#include "base/result.h"

namespace warta {

// Error for a Xapian exception on the database at path: locked, missing, wrong format, or I/O.
Error from_xapian(const Xapian::Error& error, const std::string& path);

// Runs body and returns what it returns, as a Result.
template <typename Body>
auto guard_xapian(const std::string& path, Body body) -> Result<decltype(body())> {
  try {
    if constexpr (std::is_void_v<decltype(body())>) {
      body();
      return {};
    } else {
      return body();
    }
  } catch (const Xapian::Error& error) {
    return tl::unexpected<Error>(from_xapian(error, path));
  }
}

}  // namespace warta
