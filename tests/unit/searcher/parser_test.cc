// The query language by examples: query -> tree, and query -> error with its place.
#include "searcher/query/parser.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace warta::searcher {
namespace {

constexpr CivilDate kToday{2024, 5, 15};  // a Wednesday

std::string tree_of(const std::string& query) {
  const QueryResult<ParsedQuery> parsed = parse_query(query, kToday);
  return parsed ? to_s_expression(parsed->root) : "error: " + parsed.error().message;
}

struct TreeCase {
  const char* query;
  const char* tree;
};

const TreeCase kTrees[] = {
    // Plain words are one run, whatever punctuation stands among them.
    {"harga beras naik", "(words harga beras naik)"},
    {"  harga \t beras\n", "(words harga beras)"},
    {"Berapa harga beras hari ini?", "(words Berapa harga beras hari ini?)"},
    {"Rp1,5 miliar", "(words Rp1,5 miliar)"},
    {"C++", "(words C++)"},
    {"https://contoh.id/a?b=1&c=2", "(words https://contoh.id/a?b=1&c=2)"},
    {"banjir \xF0\x9F\x98\xA2", "(words banjir \xF0\x9F\x98\xA2)"},
    {"harga and beras dan or not bukan", "(words harga and beras dan or not bukan)"},
    {"5 - 3 = 2", "(words 5 - 3 = 2)"},
    {"suhu -5 derajat", "(words suhu -5 derajat)"},
    {"+62 811", "(words +62 811)"},
    {"di-PHK", "(words di-PHK)"},
    {"Presiden: rakyat", "(words Presiden: rakyat)"},
    {"pukul 14:30", "(words pukul 14:30)"},
    {"IHSG menguat Selasa (12/8) sore", "(words IHSG menguat Selasa 12/8 sore)"},
    {"senang :)", "(words senang :)"},
    {"1) beras 2) jagung", "(words 1 beras 2 jagung)"},
    {"~300 orang", "(words ~300 orang)"},
    // A headline in capitals has no operators.
    {"HARGA BERAS NAIK DAN STOK MENIPIS DI PASAR", "(words HARGA BERAS NAIK dan STOK MENIPIS DI PASAR)"},
    {"KPK AND DPR", "(all (words KPK) (words DPR))"},
    // Phrases.
    {"\"harga beras\"", "(exact \"harga beras\")"},
    {"\xE2\x80\x9Charga  beras\xE2\x80\x9D", "(exact \"harga beras\")"},
    // A mark of the other kind is text, and so is one behind a backslash; where no other follows, either kind closes.
    {"\"ujar \xE2\x80\x9Csiap\xE2\x80\x9D lalu pergi\"", "(exact \"ujar \xE2\x80\x9Csiap\xE2\x80\x9D lalu pergi\")"},
    {"\xE2\x80\x9Cujar \"siap\" lalu pergi\xE2\x80\x9D", "(exact \"ujar \"siap\" lalu pergi\")"},
    {R"("ujar \"siap\"" lalu)", R"((group (exact "ujar "siap"") (words lalu)))"},
    {R"("satu \\" dua)", R"((group (exact "satu \") (words dua)))"},
    {R"("C:\berita" dua)", R"((group (exact "C:\berita") (words dua)))"},
    {"\xE2\x80\x9Charga beras\" naik", "(group (exact \"harga beras\") (words naik))"},
    {"~\"harga beras\"", "(stemmed \"harga beras\")"},
    {"\"harga beras\"~5", "(window 5 \"harga beras\")"},
    {"\"harga beras\"~kalimat", "(sentence \"harga beras\")"},
    {"\"harga beras\"~Sentence", "(sentence \"harga beras\")"},
    {"\"harga beras\"~paragraf", "(paragraph \"harga beras\")"},
    {"\"harga beras\"~paragraph", "(paragraph \"harga beras\")"},
    {"pasar \"harga beras\" naik", "(group (words pasar) (exact \"harga beras\") (words naik))"},
    {"\"\" beras", "(words beras)"},
    // NEAR.
    {"harga NEAR/5 beras", "(window 5 \"harga beras\")"},
    {"harga DEKAT beras", "(window 10 \"harga beras\")"},
    {"harga NEAR/3 beras NEAR/7 naik", "(window 7 \"harga beras naik\")"},
    {"pasar harga NEAR/5 beras naik", "(group (words pasar) (window 5 \"harga beras\") (words naik))"},
    // Operators: what stands side by side binds tighter than AND, AND tighter than OR.
    {"beras AND jagung", "(all (words beras) (words jagung))"},
    {"beras DAN jagung DAN gula", "(all (words beras) (words jagung) (words gula))"},
    {"beras ATAU jagung AND gula", "(any (words beras) (all (words jagung) (words gula)))"},
    {"harga beras OR harga jagung", "(any (words harga beras) (words harga jagung))"},
    {"(beras OR jagung) AND harga", "(all (any (words beras) (words jagung)) (words harga))"},
    {"harga (beras OR jagung)", "(group (words harga) (any (words beras) (words jagung)))"},
    {"beras NOT impor", "(group (words beras) (exclude (words impor)))"},
    {"beras BUKAN impor murah", "(group (words beras) (exclude (words impor)) (words murah))"},
    {"beras AND NOT impor", "(all (words beras) (exclude (words impor)))"},
    {"NOT NOT beras", "(exclude (exclude (words beras)))"},
    {"harga -impor +beras", "(group (words harga) (exclude (words impor)) (require (words beras)))"},
    {"-\"beras impor\"", "(exclude (exact \"beras impor\"))"},
    {"beras -(impor OR ekspor)", "(group (words beras) (exclude (any (words impor) (words ekspor))))"},
    {"-(-beras +impor)", "(exclude (group (exclude (words beras)) (require (words impor))))"},
    // Glued to what stands before it a sign is punctuation: the suffix of a quoted word is not excluded.
    {"\"PHK\"-nya", "(group (exact \"PHK\") (words nya))"},
    {"\"harga\"-\"beras\"", "(group (exact \"harga\") (exact \"beras\"))"},
    {"(BBM OR gas)-bersubsidi", "(group (any (words BBM) (words gas)) (words bersubsidi))"},
    {"judul:(gempa)-tsunami", "(group (field title (words gempa)) (words tsunami))"},
    {"\"\"-beras", "(words beras)"},
    {"\"harga\"+beras", "(group (exact \"harga\") (words beras))"},
    {"((beras)) AND (())jagung", "(all (words beras) (words jagung))"},
    // Prefixes.
    {"pertani*", "(prefix pertani)"},
    {"harga pertani*", "(group (words harga) (prefix pertani))"},
    {"p*", "(words p*)"},
    {"**tebal**", "(words **tebal**)"},
    // Fields.
    {"judul:beras", "(field title (words beras))"},
    {"TITLE:beras naik", "(group (field title (words beras)) (words naik))"},
    {"judul:(beras naik)", "(field title (words beras naik))"},
    {"judul:\"harga beras\"", "(field title (exact \"harga beras\"))"},
    {"judul:pertani*", "(field title (prefix pertani))"},
    {"sumber:kompas.com banjir", "(group (field source (words kompas.com)) (words banjir))"},
    {"penulis:\"Siti Rahma\"", "(field author (exact \"Siti Rahma\"))"},
    {"-sumber:kompas.com banjir", "(group (exclude (field source (words kompas.com))) (words banjir))"},
    {"judul: beras", "(words judul: beras)"},
    {"tak_ada:beras", "(words tak_ada:beras)"},
    // Dates.
    {"tanggal:2024-05-12", "(date 2024-05-12)"},
    {"banjir tanggal:Mei2024", "(group (words banjir) (date 2024-05-01..2024-05-31))"},
    {"tanggal:12 Mei 2024 banjir", "(group (date 2024-05-12) (words banjir))"},
    {"tanggal:\"7 hari terakhir\"", "(date 2024-05-09..2024-05-15)"},
    {"tanggal:hari ini", "(date 2024-05-15)"},
    {"tanggal:\"Mei 2024\" banjir", "(group (date 2024-05-01..2024-05-31) (words banjir))"},
    {"tanggal:7 hari terakhir banjir", "(group (date 2024-05-09..2024-05-15) (words banjir))"},
    {"date:last 7 days floods", "(group (date 2024-05-09..2024-05-15) (words floods))"},
    {"tanggal:1 Mei 2024 .. 3 Mei 2024 banjir", "(group (date 2024-05-01..2024-05-03) (words banjir))"},
    {"tanggal:dari 1 Mei 2024 sampai 3 Juni 2024 banjir", "(group (date 2024-05-01..2024-06-03) (words banjir))"},
    {"tanggal:2024 5 orang", "(group (date 2024-01-01..2024-12-31) (words 5 orang))"},
    {"tanggal:2024.. sampai sekarang", "(group (date 2024-01-01..) (words sampai sekarang))"},
    {"date:2024-01..2024-03", "(date 2024-01-01..2024-03-31)"},
    {"tanggal:12 Mei 2024 - 15 Mei 2024 banjir", "(group (date 2024-05-12..2024-05-15) (words banjir))"},
    {"tanggal:12 - 15 Mei 2024 banjir", "(group (date 2024-05-12..2024-05-15) (words banjir))"},
    {"tanggal:12-15 Mei 2024 banjir-rob", "(group (date 2024-05-12..2024-05-15) (words banjir-rob))"},
    {"tanggal:Mei - Juni 2024", "(date 2024-05-01..2024-06-30)"},
    {"tanggal:2023 \xE2\x80\x93 2024 banjir", "(group (date 2023-01-01..2024-12-31) (words banjir))"},
    {"tanggal:2024-05-12 - 2024-05-15", "(date 2024-05-12..2024-05-15)"},
    {"tanggal:2024 -5 derajat", "(group (date 2024-01-01..2024-12-31) (words -5 derajat))"},
    {"tanggal:2024 banjir - longsor", "(group (date 2024-01-01..2024-12-31) (words banjir - longsor))"},
};

TEST(Parser, MakesTrees) {
  for (const TreeCase& row : kTrees) EXPECT_EQ(tree_of(row.query), row.tree) << row.query;
}

TEST(Parser, PrintsWhatItReadsBack) {
  for (const TreeCase& row : kTrees) {
    const QueryResult<ParsedQuery> parsed = parse_query(row.query, kToday);
    ASSERT_TRUE(parsed) << row.query;
    const std::string printed = to_query_string(parsed->root);
    EXPECT_EQ(tree_of(printed), row.tree) << row.query << " was printed as " << printed;
  }
}

struct ErrorCase {
  const char* query;
  const char* rendered;
};

const ErrorCase kErrors[] = {
    {"harga \"beras naik",
     "query, column 7: this quotation mark is never closed; write \"...\" around the phrase, or leave it out\n"
     "  harga \"beras naik\n"
     "        ^\n"},
    {"beras AND (jagung OR gula",
     "query, column 11: this bracket is never closed; add ) where its part ends\n"
     "  beras AND (jagung OR gula\n"
     "            ^\n"},
    {"beras AND jagung)",
     "query, column 17: this bracket closes nothing; remove it, or open one before\n"
     "  beras AND jagung)\n"
     "                  ^\n"},
    {"beras AND",
     "query, column 7: AND has nothing to work on beside it; add a word, or write it in small letters to search for "
     "it\n"
     "  beras AND\n"
     "        ^^^\n"},
    {"OR beras",
     "query, column 1: OR has nothing to work on beside it; add a word, or write it in small letters to search for it\n"
     "  OR beras\n"
     "  ^^\n"},
    {"\"harga beras\"~banyak",
     "query, column 14: after ~ comes a number from 1 to 1000 (words), kalimat (sentence) or paragraf (paragraph)\n"
     "  \"harga beras\"~banyak\n"
     "               ^^^^^^^\n"},
    {"harga NEAR/0 beras",
     "query, column 7: NEAR takes a number of words from 1 to 1000, as in NEAR/5\n"
     "  harga NEAR/0 beras\n"
     "        ^^^^^^\n"},
    {"harga NEAR \"beras naik\"",
     "query, column 7: NEAR stands between two plain words, as in harga NEAR/5 beras\n"
     "  harga NEAR \"beras naik\"\n"
     "        ^^^^\n"},
    {"banjir tanggal:2024-02-30",
     "query, column 16: the date 2024-02-30 does not exist: that month has 29 days\n"
     "  banjir tanggal:2024-02-30\n"
     "                 ^^^^^^^^^^\n"},
    {"tanggal:2024-03..2024-01",
     "query, column 9: the range ends before it begins; write 2024-01..2024-03\n"
     "  tanggal:2024-03..2024-01\n"
     "          ^^^^^^^^^^^^^^^^\n"},
    {"tanggal:9999 tahun lalu",
     "query, column 9: the date 9999 tahun lalu does not exist: that is before the year 1\n"
     "  tanggal:9999 tahun lalu\n"
     "          ^^^^^^^^^^^^^^^\n"},
    {"tanggal:2024 - 2023 banjir",
     "query, column 9: the range ends before it begins; write 2023..2024\n"
     "  tanggal:2024 - 2023 banjir\n"
     "          ^^^^^^^^^^^\n"},
    {"tanggal:12 Mei 2024 - banjir",
     "query, column 21: behind a date and a dash comes the day that ends the range, as in 12 Mei 2024 - 15 Mei 2024; "
     "leave the dash out, or write 2024.. for all since\n"
     "  tanggal:12 Mei 2024 - banjir\n"
     "                      ^\n"},
    // A star has hundreds of words looked for: 500 of them took a minute and half a gigabyte.
    {"aa* bb* cc* dd* ee* ff* gg* hh* ii* jj* kk* ll* mm* nn* oo* pp* qq*",
     "query, column 65: more than 16 words with a star; write whole words\n"
     "  ...* ee* ff* gg* hh* ii* jj* kk* ll* mm* nn* oo* pp* qq*\n"
     "                                                       ^^^\n"},
    {"", "query, column 1: the query is empty; write what to look for\n  \n  ^\n"},
    // The caret stands under the place, not under the byte: two-byte and double-width characters come before it.
    {"caf\xC3\xA9 \xE6\xBC\xA2 \"x",
     "query, column 8: this quotation mark is never closed; write \"...\" around the phrase, or leave it out\n"
     "  caf\xC3\xA9 \xE6\xBC\xA2 \"x\n"
     "          ^\n"},
};

TEST(Parser, ShowsWhereAQueryIsWrong) {
  for (const ErrorCase& row : kErrors) {
    const QueryResult<ParsedQuery> parsed = parse_query(row.query, kToday);
    ASSERT_FALSE(parsed) << row.query;
    EXPECT_EQ(render(parsed.error(), row.query), row.rendered);
  }
}

TEST(Parser, CutsLongQueriesAroundTheError) {
  const std::string query = std::string(200, 'a') + " \"" + std::string(200, 'b');
  const QueryResult<ParsedQuery> parsed = parse_query(query, kToday);
  ASSERT_FALSE(parsed);
  const std::string rendered = render(parsed.error(), query);
  EXPECT_LT(rendered.size(), 400U);
  EXPECT_NE(rendered.find("\n  ..."), std::string::npos);
}

TEST(Parser, KeepsControlCharactersFromTheTerminal) {
  const std::string query = "\x1B[31m \"beras";
  const QueryResult<ParsedQuery> parsed = parse_query(query, kToday);
  ASSERT_FALSE(parsed);
  EXPECT_EQ(render(parsed.error(), query).find('\x1B'), std::string::npos);
}

TEST(Parser, BoundsWhatItReads) {
  std::string many;
  for (int i = 0; i < 10000; ++i) many += "a ";
  EXPECT_FALSE(parse_query(many, kToday));
  EXPECT_FALSE(parse_plain_query(many));
  std::string words;
  for (int i = 0; i < 1500; ++i) words += "a ";
  EXPECT_FALSE(parse_query(words, kToday));

  const auto nested = [](int depth) {
    return std::string(static_cast<std::size_t>(depth), '(') + "a OR b" +
           std::string(static_cast<std::size_t>(depth), ')');
  };
  EXPECT_TRUE(parse_query(nested(30), kToday));
  EXPECT_FALSE(parse_query(nested(40), kToday));
  std::string negations;
  for (int i = 0; i < 500; ++i) negations += "NOT ";
  EXPECT_FALSE(parse_query(negations + "a", kToday));
}

TEST(Parser, TellsWhatAFieldWithASpaceIsTakenFor) {
  const QueryResult<ParsedQuery> parsed = parse_query("judul: beras", kToday);
  ASSERT_TRUE(parsed);
  ASSERT_EQ(parsed->notes.size(), 1U);
  EXPECT_EQ(parsed->notes[0], "judul: is read as a word; to search the field, write the value close behind it");
}

TEST(Parser, TellsWhereAStarMeansNothing) {
  for (const char* query : {"korup*si", "*korupsi", "a*", "kasus korup*si", "*korupsi*", "*\xC3\xA9"}) {
    const QueryResult<ParsedQuery> parsed = parse_query(query, kToday);
    ASSERT_TRUE(parsed) << query;
    EXPECT_EQ(parsed->notes.size(), 1U) << query;
  }
  for (const char* query : {"korup*", "**tebal**", "2*3", "* beras", "\"korup*si\""}) {
    const QueryResult<ParsedQuery> parsed = parse_query(query, kToday);
    ASSERT_TRUE(parsed) << query;
    EXPECT_TRUE(parsed->notes.empty()) << query;
  }
  EXPECT_EQ(parse_query("a*", kToday)->notes.front(),
            "a* is read as words; a star works behind two letters or more, as in korup*");
}

TEST(Parser, TakesAnyTextAsPlainWords) {
  const QueryResult<ParsedQuery> parsed = parse_plain_query("Apa \"itu NOT (judul:x\xFF?");
  ASSERT_TRUE(parsed);
  EXPECT_EQ(to_s_expression(parsed->root), "(words Apa \"itu NOT (judul:x\xEF\xBF\xBD?)");
}

}  // namespace
}  // namespace warta::searcher
