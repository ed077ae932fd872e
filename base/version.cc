#include "base/version.h"

namespace warta {

const char* version() {
  return WARTA_VERSION;
}

}  // namespace warta
