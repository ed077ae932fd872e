// CLI11's own words (Usage, Options, ...) in the language of the person. For the programs: base itself does not link
// it.
#pragma once

#include <array>
#include <utility>

#include <CLI/CLI.hpp>

#include "base/language.h"

namespace warta {

// Gives the help of a program and its commands the person's words. To be called when all options are declared.
inline void localize_help(CLI::App& app) {
  if (language() != Language::indonesian) return;
  constexpr std::array kLabels = {
      std::pair{"Usage", "Pemakaian"},     std::pair{"OPTIONS", "OPSI"},           std::pair{"Positionals", "Argumen"},
      std::pair{"SUBCOMMAND", "PERINTAH"}, std::pair{"SUBCOMMANDS", "PERINTAH"},   std::pair{"REQUIRED", "WAJIB"},
      std::pair{"Needs", "Perlu"},         std::pair{"Excludes", "Tidak bersama"},
  };
  for (const auto& [english, indonesian] : kLabels) app.get_formatter()->label(english, indonesian);
  for (CLI::Option* option : app.get_options()) {
    if (option->get_group() == "Options") option->group("Opsi");
  }
  if (CLI::Option* help = app.get_help_ptr()) help->description("Tampilkan bantuan ini");
  if (CLI::Option* version = app.get_version_ptr()) version->description("Tampilkan versi");
  for (CLI::App* command : app.get_subcommands([](CLI::App*) { return true; })) {
    command->group("Perintah");
    localize_help(*command);
  }
}

}  // namespace warta
