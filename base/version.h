// The version that --version prints and that a database remembers.
#pragma once

namespace warta {

const char* version();

}  // namespace warta
