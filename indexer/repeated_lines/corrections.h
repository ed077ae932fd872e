// The pages of a run that were written before a line of theirs was learned to be furniture, written again without it.
#pragma once

#include "base/result.h"
#include "indexer/run_state.h"

namespace warta::indexer {

// The key by which a page is found again: of its identity term.
std::uint64_t page_key(std::string_view identity_term);

// A shard with the corrected documents, to be committed after all shards of the run, whose documents it replaces; one
// without documents where there is nothing to correct. When no worker runs any more.
Result<Shard> write_corrections(const RunState& run, const std::vector<Shard>& shards);

}  // namespace warta::indexer
