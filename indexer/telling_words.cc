#include "indexer/telling_words.h"

#include "base/ascii.h"
#include "base/utf8.h"

namespace warta::indexer {
namespace {

struct WordList {
  Tongue tongue;
  std::string_view words;  // in lower case, é and è without their accents; at most kLongestWord bytes each
};

// No word stands in two lists.
constexpr WordList kWordLists[] = {
    {Tongue::common,
     "yang dan di dari untuk dengan pada dalam ini itu tidak akan juga oleh kepada atau telah lebih mereka "
     "menjadi seorang dapat sebagai masih sudah kami kita adalah antara menurut secara terhadap setelah pun tak "
     "hanya seperti para beberapa hingga jadi namun tersebut sementara kata mengatakan tahun hari orang negara "
     "ada kembali sehingga ketika saya serta agar dia belum setiap"},
    {Tongue::indonesian,
     "karena bahwa bisa saat usai ujar ujarnya polisi uang mobil rapat kantor provinsi kabupaten senin kamis "
     "jumat maret juni juli agustus oktober desember warga pihaknya sejumlah terkait wib rp soal saja meski "
     "lantaran pemerintah perusahaan korban mantan kapan nggak menyebut sebutnya tni polri dpr kpk"},
    {Tongue::malay,
     "bahawa kerana sahaja iaitu mesyuarat syarikat jurucakap disyaki siasatan isnin khamis jumaat julai ogos "
     "disember universiti kualiti kenderaan setiausaha jawatankuasa pengerusi membabitkan seramai mahu sebarang "
     "maklumat hendaklah ekoran lebuhraya dimaklumkan memaklumkan kelmarin kes bilion peratus timbalan parlimen "
     "perlembagaan jenayah rasuah peguam kejohanan pilihanraya terjejas kewangan pelancong pelancongan hujung "
     "kesihatan perubatan pesakit jururawat bomba tentera pertubuhan elektrik filem muzik sukan penyokong "
     "jurulatih bandaraya motosikal basikal pelaburan pelabur eksport mengundi pendakwaan seksyen disokong "
     "sokongan menyokong"},
    {Tongue::malayish,
     "kereta polis wang kerajaan pejabat pegawai beliau ialah daripada manakala pelbagai ramai menerusi mangsa "
     "lelaki ditahan tarikh peringkat semalam mac jun ringgit kemalangan berkata selepas apabila mengikut "
     "berjaya didakwa pasukan perlawanan pengarah hospital suspek rm lori bertembung stadium dinaiki"},
    {Tongue::javanese,
     "ing lan sing ingkang kang kanggo kangge karo kaliyan iku iki kuwi punika menika ora mboten boten wis "
     "sampun wong tiyang saka saking dening dipun marang dhateng yaiku uga ugi nalika amarga amargi utawa utawi "
     "arep badhe padha dadi dados ana wonten dheweke panjenengane kula nanging isih luwih langkung kayata "
     "nganti nganggo inggih supados kowe sampeyan piye kepriye dudu durung dereng mung namung kados gedhe cilik "
     "omah menyang tuku maneh esuk sawetara kanthi rega ngendi sapa nduweni nduwe tumrap warsa wiwit"},
    {Tongue::sundanese,
     "anu nu jeung sareng teu henteu ka ku ti tina kana ieu eta aya oge mah keur pikeun urang geus parantos "
     "nepi dugi sadaya kumaha naon nyaeta ngeunaan ceuk saur anjeunna manehna lamun atawa loba poe jalma hiji "
     "sahiji antukna ayeuna kiwari alatan pisan sangkan ngan wungkul naha deui keneh leuwih boga kungsi "
     "babarengan upama taya kalayan meuli bade meser peuting isukan imah cai ngajual ngayakeun ngabogaan"},
    {Tongue::english,
     "the of and to in that is was were for on with by as at from has have had are be been will would said it "
     "its he his she they their this which who not an or after but than we our you told says new over more year "
     "first people government during million about into when also could may up out if"},
};

constexpr std::size_t kLongestWord = 12;
constexpr std::uint32_t kHashStart = 2166136261U;

// FNV-1a, a letter at a time.
constexpr std::uint32_t hashed(std::uint32_t hash, char letter) {
  return (hash ^ static_cast<unsigned char>(letter)) * 16777619U;
}

// The words of all lists by their hash, probed linearly; the compiler makes it.
class WordTable {
 public:
  struct Entry {
    std::string_view word;
    Tongue tongue = {};
    std::uint16_t ordinal = 0;
  };

  constexpr WordTable() {
    std::uint16_t ordinal = 0;
    for (const WordList& list : kWordLists) {
      for (std::string_view rest = list.words; !rest.empty();) {
        const std::string_view word = rest.substr(0, rest.find(' '));
        rest.remove_prefix(word.size() + (word.size() < rest.size() ? 1 : 0));
        add({word, list.tongue, ordinal++});
      }
    }
  }

  constexpr const Entry* find(std::string_view word, std::uint32_t hash) const {
    std::size_t slot = slot_of(hash);
    for (; !slots_[slot].word.empty(); slot = (slot + 1) % kSlots) {
      if (slots_[slot].word == word) return &slots_[slot];
    }
    return nullptr;
  }

 private:
  static constexpr std::size_t kSlots = 2 * kTellingWordsBound;

  static constexpr std::size_t slot_of(std::uint32_t hash) { return (hash ^ hash >> 15) % kSlots; }

  constexpr void add(const Entry& entry) {
    std::uint32_t hash = kHashStart;
    for (const char letter : entry.word) hash = hashed(hash, letter);
    std::size_t slot = slot_of(hash);
    while (!slots_[slot].word.empty()) slot = (slot + 1) % kSlots;
    slots_[slot] = entry;
  }

  std::array<Entry, kSlots> slots_ = {};
};

constexpr WordTable kTable;

// For each byte the letter that it is in a word, in lower case; '\0' for what parts words.
constexpr std::array<char, 256> kLetters = [] {
  std::array<char, 256> letters = {};
  for (int c = 0; c < 256; ++c) {
    const auto byte = static_cast<char>(c);
    letters[static_cast<std::size_t>(c)] = is_letter_byte(byte) ? lower_ascii(byte) : '\0';
  }
  return letters;
}();

// é, è and É, as Sundanese and Javanese are sometimes spelt.
bool is_accented_e(std::string_view text, std::size_t at) {
  const std::string_view pair = text.substr(at, 2);
  return pair == "\xC3\xA9" || pair == "\xC3\xA8" || pair == "\xC3\x89";
}

}  // namespace

bool is_function_word(std::string_view word) {
  std::uint32_t hash = kHashStart;
  for (const char letter : word) hash = hashed(hash, letter);
  return kTable.find(word, hash) != nullptr;
}

void WordEvidence::add(std::string_view text) {
  char word[kLongestWord];
  std::size_t length = 0;
  std::uint32_t hash = kHashStart;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    char letter = at < text.size() ? kLetters[static_cast<unsigned char>(text[at])] : '\0';
    if (letter != '\0') {
      if (letter == '\xC3' && is_accented_e(text, at)) {
        letter = 'e';
        ++at;
      }
      if (length < kLongestWord) word[length] = letter;
      ++length;
      hash = hashed(hash, letter);
      continue;
    }
    if (length > 0) ++words_;
    if (length > 0 && length <= kLongestWord) count(kTable.find({word, length}, hash));
    length = 0;
    hash = kHashStart;
  }
}

}  // namespace warta::indexer
