// See hunspell_flags.h. The meaning of each flag is said in the comments of id_ID.aff: capitals are prefixes, and a
// small second letter or an odd number is the half of a circumfix.
#include "analysis/tools/hunspell_flags.h"

#include <algorithm>
#include <initializer_list>
#include <iterator>

namespace warta::analysis {
namespace {

struct Part {
  PrefixGroup group;
  Suffix suffix = Suffix::none;
};

constexpr Licences all(std::initializer_list<Part> parts) {
  Licences licences = 0;
  for (const Part& part : parts) licences |= licence(part.group, part.suffix);
  return licences;
}

struct FlagMeaning {
  std::string_view flag;
  Licences licences;
};

using enum PrefixGroup;
using enum Suffix;
constexpr FlagMeaning kFlags[] = {
    {"B0", all({{ber}})},                 // ber-
    {"BB", all({{ber}})},                 //
    {"BE", all({{ber}})},                 // be-
    {"Ba", all({{ber, an}})},             // ber-an
    {"Bb", all({{ber}})},                 // ber-
    {"Bf", all({{ber, an}})},             // be-an
    {"Bg", all({{ber, kan}})},            // be-kan
    {"Bk", all({{ber, kan}})},            // ber-kan
    {"BK", all({{ber}, {ke}})},           // berke-
    {"Bl", all({{ber}, {ke, an}})},       // berke-an
    {"BP", all({{ber}, {pe}})},           // berpe-
    {"Bq", all({{ber}, {pe, an}})},       // berpe-an
    {"BS", all({{ber}, {se}})},           // berse-
    {"Bt", all({{ber}, {se, an}})},       // berse-an
    {"D0", all({{active}})},              // di-
    {"Di", all({{active, i}})},           // di-i
    {"Dk", all({{active, kan}})},         // di-kan
    {"Dm", all({{active, i}, {ke}})},     // dike-i
    {"Dn", all({{active, kan}, {ke}})},   // dike-kan
    {"DR", all({{per}})},                 // diper-
    {"Dt", all({{per, i}})},              // diper-i
    {"Du", all({{per, kan}})},            // diper-kan
    {"Dv", all({{active, kan}, {se}})},   // dise-kan
    {"K0", all({{ke}})},                  // ke-
    {"Ka", all({{ke, an}})},              // ke-an
    {"Ki", all({{ke, i}})},               // ke-i
    {"Kn", all({{ke}})},                  // ke-nya
    {"Kc", all({{ke, an}, {ber}})},       // keber-an
    {"Ko", all({{ke, an}})},              // keme-an
    {"Kq", all({{ke, an}, {pe}})},        // kepe-an
    {"Kt", all({{ke, an}, {se}})},        // kese-an
    {"Ku", all({{ke, an}, {ter}})},       // keter-an
    {"M0", all({{active}})},              // me-
    {"Mi", all({{active, i}})},           // me-i
    {"Mk", all({{active, kan}})},         // me-kan
    {"Me", all({{active, kan}, {ber}})},  // member-kan
    {"MG", all({{active}})},              // menge-
    {"Mg", all({{active, i}})},           // menge-i
    {"Mh", all({{active, kan}})},         // menge-kan
    {"MM", all({{active}})},              // mem-
    {"Mm", all({{active, i}})},           // mem-i
    {"Mo", all({{active, kan}})},         // mem-kan
    {"MP", all({{active}, {pe}})},        // mempe-
    {"Mp", all({{active, i}, {pe}})},     // mempe-i
    {"Mq", all({{active, kan}, {pe}})},   // mempe-kan
    {"MR", all({{per}})},                 // memper-
    {"Mt", all({{per, i}})},              // memper-i
    {"Mu", all({{per, kan}})},            // memper-kan
    {"MS", all({{active}, {se}})},        // menye-
    {"Mw", all({{active, i}, {se}})},     // menye-i
    {"Mx", all({{active, kan}, {se}})},   // menye-kan
    {"O0", all({{active}})},              // ku-, kau-
    {"Oi", all({{active, i}})},           // ku-i, kau-i
    {"Ok", all({{active, kan}})},         // ku-kan, kau-kan
    {"P0", all({{pe}})},                  // pe-
    {"Pa", all({{pe, an}})},              // pe-an
    {"Pc", all({{pe, an}, {ber}})},       // pember-an
    {"PE", all({{pe}})},                  // pe-
    {"Pf", all({{pe, an}})},              // pe-an
    {"PG", all({{pe}})},                  // pen-
    {"Pg", all({{pe, an}})},              // pen-an
    {"PK", all({{pe}})},                  // peng-
    {"Pl", all({{pe, an}})},              // peng-an
    {"Pn", all({{pe, an}})},              // peme-an
    {"PN", all({{pe}})},                  // penge-
    {"Po", all({{pe, an}})},              // penge-an
    {"Ps", all({{pe, an}, {per}})},       // pemer-an
    {"Pv", all({{pe, an}, {se}})},        // penye-an
    {"R0", all({{per}})},                 // per-
    {"Ra", all({{per, an}})},             // per-an
    {"Ri", all({{per, i}})},              // per-i
    {"Rk", all({{per, kan}})},            // per-kan
    {"Rt", all({{per, an}, {se}})},       // perse-an
    {"S0", all({{se}})},                  // se-
    {"Sa", all({{se, an}})},              // se-an
    {"Sb", all({{se}, {ber}})},           // seber-nya
    {"Sl", all({{se}, {ke, an}})},        // seke-an
    {"Sn", all({{se}})},                  // se-nya
    {"SP", all({{se}, {pe}})},            // sepe-
    {"Sq", all({{se}, {pe, an}})},        // sepe-an
    {"SR", all({{se}, {per}})},           // seper-
    {"SS", all({{se}})},                  // sese-
    {"Ss", all({{se}, {per, an}})},       // seper-an
    {"T0", all({{ter}})},                 // ter-
    {"Ta", all({{ter, an}})},             // ter-an
    {"TB", all({{ter}, {ber}})},          // terbe-
    {"TE", all({{ter}})},                 // te-
    {"Ti", all({{ter, i}})},              // ter-i
    {"Tk", all({{ter, kan}})},            // ter-kan
    {"TR", all({{ter}, {per}})},          // teper-
    {"a0", all({{bare, an}})},            // -an
    {"i0", all({{bare, i}})},             // -i
    {"k0", all({{bare, kan}})},           // -kan
};

}  // namespace

Licences licences_of_flags(std::string_view flags) {
  Licences licences = 0;
  for (size_t at = 0; at + 1 < flags.size(); at += 2) {
    const auto found = std::ranges::find(kFlags, flags.substr(at, 2), &FlagMeaning::flag);
    if (found != std::end(kFlags)) licences |= found->licences;
  }
  return licences;
}

}  // namespace warta::analysis
