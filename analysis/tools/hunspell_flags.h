// The affix flags of Debian's hunspell-id as licences. Used by the build only.
#pragma once

#include <string_view>

#include "analysis/affixes.h"

namespace warta::analysis {

// Returns the licences of a run of two-letter flags, as they stand behind the slash in id_ID.dic. Flags of affixes
// that we do not take off add nothing.
Licences licences_of_flags(std::string_view flags);

}  // namespace warta::analysis
