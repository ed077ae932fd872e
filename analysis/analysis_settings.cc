#include "analysis/analysis_settings.h"

#include <nlohmann/json.hpp>

#include "base/escape.h"
#include "base/language.h"

namespace warta::analysis {
namespace {

tl::unexpected<Error> wrong_version(std::string message) {
  return failure(ExitCode::wrong_version, std::move(message));
}

}  // namespace

std::string to_metadata(const AnalysisSettings& settings) {
  const nlohmann::json json = {{"version", settings.version},
                               {"stemmer", settings.stemmer},
                               {"stop_words", settings.stop_words},
                               {"user_lexicon", settings.user_lexicon}};
  // Word lists are files of the user: a byte that is no UTF-8 must not stop an index from being written.
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Result<AnalysisSettings> settings_from_metadata(std::string_view text) {
  const nlohmann::json json = nlohmann::json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object() || !json.contains("version") || !json["version"].is_number_integer()) {
    return wrong_version(localized("the database holds no analysis settings that can be read; index it again",
                                   "basis data tidak memuat pengaturan analisis yang dapat dibaca; indeks ulang"));
  }
  const auto version = json["version"].get<std::int64_t>();
  if (version != kAnalysisVersion) {
    return wrong_version(
        localized_format("the database was made by analysis version {}, this program knows version {}; index it "
                         "again with this warta-indexer, or search it with the version that made it",
                         "basis data dibuat dengan analisis versi {}, program ini mengenal versi {}; indeks ulang "
                         "dengan warta-indexer ini, atau cari dengan versi pembuatnya",
                         version, kAnalysisVersion));
  }
  AnalysisSettings settings;
  const std::pair<const char*, std::string*> fields[] = {
      {"stemmer", &settings.stemmer}, {"stop_words", &settings.stop_words}, {"user_lexicon", &settings.user_lexicon}};
  for (const auto& [name, value] : fields) {
    const auto found = json.find(name);
    if (found == json.end() || !found->is_string()) {
      return wrong_version(localized_format("the database's analysis settings lack \"{}\"; index it again",
                                            "pengaturan analisis basis data tidak memuat \"{}\"; indeks ulang", name));
    }
    *value = found->get<std::string>();
  }
  return settings;
}

}  // namespace warta::analysis
