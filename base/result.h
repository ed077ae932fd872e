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

// What the system means by an errno, in the language of the person.
std::string system_message(int error_number);

// What the system said of a file, or of whatever else has the name; error_number is an errno.
inline tl::unexpected<Error> system_failure(const std::string& name, int error_number) {
  return failure(ExitCode::io_error, name + ": " + system_message(error_number));
}

}  // namespace warta
