// The robots.txt of each site: kept for a day from run to run, and made of what the site answers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "indexer/fetch/fetch_state.h"
#include "indexer/fetch/http_client.h"
#include "indexer/fetch/robots.h"

namespace warta::indexer {

class RobotsStore {
 public:
  // `product` is our product token. Both must outlive the store.
  RobotsStore(FetchState& state, std::string_view product) : state_(state), product_(product) {}

  // The rules of an origin, or nullptr where robots.txt has to be asked for first. Valid as long as the store.
  const RobotsRules* find(const std::string& origin, std::int64_t now);

  // Takes the answer for an origin's robots.txt (RFC 9309, 2.3.1): a file is kept, HTTP 4xx allows everything, and no
  // answer, one that was cut short, HTTP 429 or 5xx forbids everything for this run, unless an older file is still
  // known.
  const RobotsRules& take(const std::string& origin, const HttpResponse& response, std::int64_t now);

  // Why robots.txt could not be read, so that everything is forbidden: a passing trouble, no rule. "" where it could.
  const std::string& trouble(const std::string& origin) const { return origins_.at(origin).trouble; }

 private:
  struct Origin {
    RobotsRules rules;
    std::string trouble;
  };

  const RobotsRules& keep(const std::string& origin, const RobotsRecord& record);

  FetchState& state_;
  std::string product_;
  std::unordered_map<std::string, Origin> origins_;
};

}  // namespace warta::indexer
