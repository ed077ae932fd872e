// Is it a database of ours, in a format that this program reads?
#pragma once

#include <string>

#include <xapian.h>

#include "base/result.h"

namespace warta {

// ExitCode::no_database where no Warta made the database, ExitCode::wrong_version with the way out where another
// version did. The name is for the message. Throws Xapian::Error.
Result<void> check_format(const Xapian::Database& database, const std::string& name);

}  // namespace warta
