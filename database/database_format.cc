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
                 localized_format("{} has database format {}, this program reads {}; export its articles with the "
                                  "version that made it, and add them to a new database",
                                  "{} berformat basis data {}, program ini membaca {}; ekspor artikelnya dengan versi "
                                  "pembuatnya, lalu tambahkan ke basis data baru",
                                  name, format, kDatabaseFormat));
}

}  // namespace warta
