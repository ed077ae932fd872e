// Lines that say when, by whom and for which medium: "Senin, 12 Mei 2024 | 14:30 WIB", "Penulis: Sari", "JAKARTA,
// Contoh.com -".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "database/civil_time.h"

namespace warta::indexer {

// Of several dates of one kind the first counts, one with a time of day before one without. At least one is set.
struct DateLine {
  std::optional<Timestamp> published;
  std::optional<Timestamp> modified;  // behind "diperbarui" and its kin
  bool has_time = false;              // of day, in one of both
  bool is_whole_line = false;         // nothing but a date of each kind and words like "diterbitkan" stands there
};

// The dates on a short line; nothing where it has none, or is too long to be more than prose.
std::optional<DateLine> find_date_line(std::string_view line);

// The names of a line such as "Penulis: Sari Dewi, Budi" or "Oleh Sari Dewi"; empty for any other line. Editors are not
// authors, and give none.
std::vector<std::string> authors_of_line(std::string_view line);

// True for a line that announces an author and names none: "Penulis", "Reporter:".
bool is_author_label(std::string_view line);

// True for what may be a person's name: one to six words, the first with a capital, without digits.
bool is_person_name(std::string_view name);

// The medium in an article's dateline: "contoh.com" for "JAKARTA, Contoh.com - Harga ...", "Telset.id – ...",
// "Jakarta (Kantor Berita)- ..." gives "Kantor Berita", and "Jakarta (5/2) -" nothing: that is a day. "" where the
// first sentence begins at once.
std::string source_of_dateline(std::string_view first_paragraph);

}  // namespace warta::indexer
