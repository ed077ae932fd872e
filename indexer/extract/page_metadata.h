// What a page says about itself in data that is meant for machines.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "database/civil_time.h"

namespace warta::indexer {

// Empty where the page says nothing. Values are as the page gives them, with white space folded.
struct PageMetadata {
  std::string headline;
  std::string url;
  std::string published;
  std::string modified;
  std::vector<std::string> authors;
  std::string section;
  std::vector<std::string> tags;
  std::string language;
  std::string site_name;
  std::string body;         // paragraphs divided by '\n'
  bool is_article = false;  // declared as an article of some kind
  bool is_listing = false;  // declared as a collection of others

  // Takes from other what is empty here.
  void complete_with(const PageMetadata& other);
};

}  // namespace warta::indexer
