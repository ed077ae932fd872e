#include "indexer/sources/json_fields.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>

#include "base/ascii.h"

namespace warta::indexer {
namespace {

struct Alias {
  std::string_view name;
  JsonField field;
};

// For each field our own name first, then what exports, crawlers and Indonesian data sets call it, the surest first.
constexpr Alias kAliases[] = {
    {"id", JsonField::id},
    {"docid", JsonField::id},
    {"articleid", JsonField::id},
    {"guid", JsonField::id},
    {"docno", JsonField::id},
    {"newsid", JsonField::id},
    {"idberita", JsonField::id},
    {"idartikel", JsonField::id},
    {"url", JsonField::url},
    {"link", JsonField::url},
    {"permalink", JsonField::url},
    {"canonicalurl", JsonField::url},
    {"articleurl", JsonField::url},
    {"tautan", JsonField::url},
    {"newsurl", JsonField::url},
    {"linkberita", JsonField::url},
    {"urlberita", JsonField::url},
    {"urlartikel", JsonField::url},
    {"alamat", JsonField::url},
    {"href", JsonField::url},
    {"title", JsonField::title},
    {"judul", JsonField::title},
    {"headline", JsonField::title},
    {"judulberita", JsonField::title},
    {"judulartikel", JsonField::title},
    {"articletitle", JsonField::title},
    {"newstitle", JsonField::title},
    {"body", JsonField::body},
    {"isi", JsonField::body},
    {"articlebody", JsonField::body},
    {"fulltext", JsonField::body},
    {"maintext", JsonField::body},
    {"content", JsonField::body},
    {"konten", JsonField::body},
    {"text", JsonField::body},
    {"teks", JsonField::body},
    {"isiberita", JsonField::body},
    {"artikel", JsonField::body},
    {"article", JsonField::body},
    {"articletext", JsonField::body},
    {"articlecontent", JsonField::body},
    {"isiartikel", JsonField::body},
    {"kontenberita", JsonField::body},
    {"newscontent", JsonField::body},
    {"newstext", JsonField::body},
    {"berita", JsonField::body},
    {"news", JsonField::body},
    {"narasi", JsonField::body},
    {"description", JsonField::body},
    {"deskripsi", JsonField::body},
    {"ringkasan", JsonField::body},
    {"summary", JsonField::body},
    {"excerpt", JsonField::body},
    {"published", JsonField::published},
    {"publishedat", JsonField::published},
    {"publisheddate", JsonField::published},
    {"publishedtime", JsonField::published},
    {"datepublished", JsonField::published},
    {"publishdate", JsonField::published},
    {"datepublish", JsonField::published},
    {"pubdate", JsonField::published},
    {"tanggalterbit", JsonField::published},
    {"datetime", JsonField::published},
    {"date", JsonField::published},
    {"tanggal", JsonField::published},
    {"waktu", JsonField::published},
    {"timestamp", JsonField::published},
    {"createdat", JsonField::published},
    {"publicationdate", JsonField::published},
    {"publishtime", JsonField::published},
    {"posttime", JsonField::published},
    {"tanggalpublikasi", JsonField::published},
    {"tanggalberita", JsonField::published},
    {"waktuterbit", JsonField::published},
    {"waktupublikasi", JsonField::published},
    {"time", JsonField::published},
    {"modified", JsonField::modified},
    {"modifiedat", JsonField::modified},
    {"datemodified", JsonField::modified},
    {"datemodify", JsonField::modified},
    {"updatedat", JsonField::modified},
    {"updated", JsonField::modified},
    {"lastmodified", JsonField::modified},
    {"authors", JsonField::authors},
    {"author", JsonField::authors},
    {"penulis", JsonField::authors},
    {"reporter", JsonField::authors},
    {"wartawan", JsonField::authors},
    {"byline", JsonField::authors},
    {"jurnalis", JsonField::authors},
    {"penulisberita", JsonField::authors},
    {"creator", JsonField::authors},
    {"source", JsonField::source},
    {"sumber", JsonField::source},
    {"site", JsonField::source},
    {"situs", JsonField::source},
    {"publisher", JsonField::source},
    {"media", JsonField::source},
    {"sourcedomain", JsonField::source},
    {"domain", JsonField::source},
    {"portal", JsonField::source},
    {"website", JsonField::source},
    {"outlet", JsonField::source},
    {"namamedia", JsonField::source},
    {"sumberberita", JsonField::source},
    {"category", JsonField::category},
    {"kategori", JsonField::category},
    {"section", JsonField::category},
    {"articlesection", JsonField::category},
    {"kanal", JsonField::category},
    {"rubrik", JsonField::category},
    {"categories", JsonField::category},
    {"newscategory", JsonField::category},
    {"kategoriberita", JsonField::category},
    {"channel", JsonField::category},
    {"label", JsonField::category},
    {"kelas", JsonField::category},
    {"tags", JsonField::tags},
    {"tag", JsonField::tags},
    {"keywords", JsonField::tags},
    {"keyword", JsonField::tags},
    {"katakunci", JsonField::tags},
    {"topik", JsonField::tags},
    {"topics", JsonField::tags},
    {"topic", JsonField::tags},
    {"language", JsonField::language},
    {"lang", JsonField::language},
    {"bahasa", JsonField::language},
    {"inlanguage", JsonField::language},
};

using AliasTable = std::unordered_map<std::string_view, JsonFieldMatch>;

const AliasTable& alias_table() {
  static const AliasTable table = [] {
    AliasTable built;
    for (std::size_t rank = 0; rank < std::size(kAliases); ++rank) {
      built.emplace(kAliases[rank].name, JsonFieldMatch{kAliases[rank].field, rank});
    }
    return built;
  }();
  return table;
}

}  // namespace

std::optional<JsonFieldMatch> find_json_field(std::string_view name) {
  constexpr std::size_t kLongest = 32;  // no alias is longer, and names of outside data may be endless
  char folded[kLongest];
  std::size_t size = 0;
  for (const char c : name) {
    if (c == '_' || c == '-' || c == ' ') continue;
    if (size == kLongest) return std::nullopt;
    folded[size++] = lower_ascii(c);
  }
  const auto found = alias_table().find(std::string_view(folded, size));
  if (found == alias_table().end()) return std::nullopt;
  return found->second;
}

std::string_view json_field_name(JsonField field) {
  return std::find_if(std::begin(kAliases), std::end(kAliases),
                      [&](const Alias& alias) { return alias.field == field; })
      ->name;
}

}  // namespace warta::indexer
