// Lines that say when, by whom and for which medium: "Senin, 12 Mei 2024 | 14:30 WIB", "Penulis: Sari", "JAKARTA,
// Contoh.com -".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "database/civil_time.h"

namespace warta::indexer {

struct DateLine {
  Timestamp time;
  bool is_whole_line = false;  // nothing but the date, weekday and words like "diterbitkan" stand on the line
};

// The first date on a short line, with its time of day where one follows; nothing on a line of prose.
std::optional<DateLine> find_date_line(std::string_view line);

// The names of a line such as "Penulis: Sari Dewi, Budi" or "Oleh Sari Dewi"; empty for any other line. Editors are not
// authors, and give none.
std::vector<std::string> authors_of_line(std::string_view line);

// True for a line that announces an author and names none: "Penulis", "Reporter:".
bool is_author_label(std::string_view line);

// True for what may be a person's name: one to six words, the first with a capital, without digits.
bool is_person_name(std::string_view name);

// The medium in an article's dateline: "contoh.com" for "JAKARTA, Contoh.com - Harga ...", "Telset.id – ...",
// "Jakarta (Kantor Berita)- ..." gives "Kantor Berita". "" where the first sentence begins at once.
std::string source_of_dateline(std::string_view first_paragraph);

}  // namespace warta::indexer
