// An article from names and texts: the columns of a row, the elements of a document.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "database/article.h"

namespace warta::indexer {

// Names mean what they mean in JSON (json_fields.h), so that one table and one set of checks serves all sources.
class NamedValues {
 public:
  NamedValues();
  ~NamedValues();
  NamedValues(const NamedValues&) = delete;
  NamedValues& operator=(const NamedValues&) = delete;

  // name and text are valid UTF-8; an empty text says nothing.
  void add(std::string_view name, std::string_view text);

  // The article of what was added since the last call. What is unsound is left out and told to warn, in words for the
  // person; what no field takes is kept (Article::extra). Error (ExitCode::input_skipped): neither a title nor a body.
  Result<Article> take_article(const std::function<void(std::string&&)>& warn);

 private:
  struct Parser;
  std::string json_;
  std::unique_ptr<Parser> parser_;
};

}  // namespace warta::indexer
