#include "analysis/analysis_settings.h"

#include <nlohmann/json.hpp>

#include "base/escape.h"
#include "base/language.h"

namespace warta::analysis {
namespace {

tl::unexpected<Error> wrong_version(std::string message) {
  return failure(ExitCode::wrong_version, std::move(message));
}

struct TextSetting {
  const char* name;
  std::string AnalysisSettings::*text;
};
constexpr TextSetting kTextSettings[] = {{"stemmer", &AnalysisSettings::stemmer},
                                         {"stop_words", &AnalysisSettings::stop_words},
                                         {"user_lexicon", &AnalysisSettings::user_lexicon}};

nlohmann::json parse_metadata(std::string_view text) {
  return nlohmann::json::parse(text, nullptr, /*allow_exceptions=*/false);
}

// False where the text is not there.
bool read_setting(const nlohmann::json& json, const TextSetting& setting, AnalysisSettings& settings) {
  if (!json.is_object()) return false;
  const auto found = json.find(setting.name);
  if (found == json.end() || !found->is_string()) return false;
  settings.*setting.text = found->get<std::string>();
  return true;
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
  const nlohmann::json json = parse_metadata(text);
  if (!json.is_object() || !json.contains("version") || !json["version"].is_number_integer()) {
    return wrong_version(
        localized("the database holds no analysis settings that can be read; this makes new ones: warta-indexer "
                  "reindex DB",
                  "basis data tidak memuat pengaturan analisis yang dapat dibaca; buat yang baru dengan: warta-indexer "
                  "reindex DB"));
  }
  const auto version = json["version"].get<std::int64_t>();
  if (version != kAnalysisVersion) {
    return wrong_version(
        localized_format("the database was made by analysis version {}, this program knows version {}; index it "
                         "again with: warta-indexer reindex DB, or search it with the version that made it",
                         "basis data dibuat dengan analisis versi {}, program ini mengenal versi {}; indeks ulang "
                         "dengan: warta-indexer reindex DB, atau cari dengan versi pembuatnya",
                         version, kAnalysisVersion));
  }
  AnalysisSettings settings;
  for (const TextSetting& setting : kTextSettings) {
    if (read_setting(json, setting, settings)) continue;
    return wrong_version(
        localized_format("the database's analysis settings lack \"{}\"; index it again with: warta-indexer reindex DB",
                         "pengaturan analisis basis data tidak memuat \"{}\"; indeks ulang dengan: warta-indexer "
                         "reindex DB",
                         setting.name));
  }
  return settings;
}

AnalysisSettings settings_for_this_version(std::string_view text, AnalysisSettings defaults) {
  const nlohmann::json json = parse_metadata(text);
  AnalysisSettings settings = std::move(defaults);
  for (const TextSetting& setting : kTextSettings) read_setting(json, setting, settings);
  settings.version = kAnalysisVersion;
  return settings;
}

}  // namespace warta::analysis
