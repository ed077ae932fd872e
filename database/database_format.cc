#include "database/database_format.h"

#include "base/language.h"
#include "database/schema.h"

namespace warta {

Result<void> check_format(const Xapian::Database& database, const std::string& name) {
  const std::string format = database.get_metadata(std::string(kFormatMetadataKey));
  if (format == std::to_string(kDatabaseFormat)) return {};
  if (format.empty()) {
    return failure(ExitCode::no_database,
                   localized_format("{} is no Warta database; make one with: warta-indexer add {} SOURCE",
                                    "{} bukan basis data Warta; buat dengan: warta-indexer add {} SUMBER", name, name));
  }
  return failure(ExitCode::wrong_version,
                 localized_format("{} has database format {}, this program reads {}; index it again with: "
                                  "warta-indexer reindex {}, or use the version that made it",
                                  "{} berformat basis data {}, program ini membaca {}; indeks ulang dengan: "
                                  "warta-indexer reindex {}, atau pakai versi pembuatnya",
                                  name, format, kDatabaseFormat, name));
}

}  // namespace warta
