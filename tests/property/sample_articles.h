// Real articles for the property tests, where the evaluation data is at hand.
#pragma once

#include <string>
#include <vector>

#include <tl/expected.hpp>

namespace warta::analysis {

// Title and body of at most `count` articles, evenly spread over news.jsonl.zst in the folder that the environment
// variable WARTA_DATA names (../shared/data beside the source by default); or why there are none.
tl::expected<std::vector<std::string>, std::string> sample_articles(size_t count);

}  // namespace warta::analysis
