// What a function returns that can fail in an expected way: a broken page, an odd query, a locked database.
#pragma once

#include <string>
#include <utility>

#include <tl/expected.hpp>

#include "base/exit_codes.h"

namespace warta {

// The message names the thing, the problem and, where known, the next step, in the language of the person.
struct Error {
  ExitCode code = ExitCode::io_error;
  std::string message;
};

template <typename T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(ExitCode code, std::string message) {
  return tl::unexpected<Error>(Error{code, std::move(message)});
}

}  // namespace warta
