#include "indexer/extract/furniture_patterns.h"

namespace warta::indexer {
namespace {

constexpr std::size_t kShort = 12;

// Pointers to other articles.
constexpr std::string_view kPointers[] = {"baca juga",
                                          "baca :",
                                          "baca:",
                                          "baca pula",
                                          "baca_juga",
                                          "lihat juga",
                                          "lihat pula",
                                          "lihat video",
                                          "lihat foto",
                                          "simak juga",
                                          "simak pula",
                                          "simak video",
                                          "tonton juga",
                                          "tonton video",
                                          "saksikan video",
                                          "saksikan juga",
                                          "saksikan live",
                                          "read also",
                                          "also read",
                                          "read more",
                                          "see also",
                                          "pilihan editor",
                                          "pilihan redaksi",
                                          "halaman selanjutnya",
                                          "halaman berikutnya",
                                          "jangan lewatkan",
                                          "video terpopuler",
                                          "video pilihan",
                                          "simak berita lainnya",
                                          "simak ulasan",
                                          "simak selengkapnya",
                                          "baca berita lainnya",
                                          "baca artikel lainnya",
                                          "bersambung ke halaman",
                                          "berlanjut ke halaman",
                                          "lanjut ke halaman",
                                          "topik terkait",
                                          "topik :",
                                          "topik:",
                                          "untuk berita terkini"};
constexpr std::string_view kLongPointers[] = {"simak breaking news",
                                              "artikel ini telah tayang",
                                              "artikel ini sudah tayang",
                                              "berita ini telah tayang",
                                              "berita ini sudah tayang",
                                              "artikel ini pertama kali tayang",
                                              "artikel asli",
                                              "tulisan ini telah tayang"};
constexpr std::string_view kPointerHeads[] = {
    "baca selengkapnya",   "baca selanjutnya",   "lihat selengkapnya",     "lihat semua",        "berita terkait",
    "artikel terkait",     "berita lainnya",     "rekomendasi untuk anda", "halaman:",           "artikel sebelumnya",
    "artikel selanjutnya", "artikel berikutnya", "berita sebelumnya",      "berita selanjutnya", "berita berikutnya",
    "pos sebelumnya",      "pos berikutnya",     "previous article",       "next article",       "previous post",
    "next post",           "post sebelumnya",    "post selanjutnya",       "artikulli paraprak", "navigasi pos"};
constexpr std::string_view kPointerWords[] = {"rekomendasi",    "related news", "selengkapnya", "selanjutnya",
                                              "sebelumnya",     "next",         "prev",         "previous",
                                              "klik di sini",   "terkait",      "infografis",   "pilihan untukmu",
                                              "berita pilihan", "sorotan",      "headline",     "highlight"};

// Advertisement.
constexpr std::string_view kAdvertisements[] = {
    "advertisement",     "scroll to continue", "scroll untuk",   "scroll ke bawah", "scroll down",
    "lanjutkan membaca", "gulir untuk",        "gulir ke bawah", "geser ke bawah",  "konten promosi",
    "powered by",        "tutup iklan",        "iklan -",        "iklan google"};
constexpr std::string_view kAdvertisementWords[] = {"iklan",   "sponsored", "promoted", "adv",       "ads",
                                                    "sponsor", "promosi",   "adsense",  "close ads", "skip ad"};

// Share bars and counters.
constexpr std::string_view kShareBars[] = {"bagikan",      "share",     "sebarkan",    "post views",
                                           "dibaca",       "dilihat",   "waktu baca",  "reading time",
                                           "ukuran huruf", "font size", "total views", "jumlah pembaca"};
constexpr std::string_view kShareWords[] = {"tweet",
                                            "facebook",
                                            "twitter",
                                            "whatsapp",
                                            "telegram",
                                            "email",
                                            "line",
                                            "linkedin",
                                            "pinterest",
                                            "instagram",
                                            "tiktok",
                                            "youtube",
                                            "threads",
                                            "messenger",
                                            "copy link",
                                            "salin tautan",
                                            "salin link",
                                            "copy url",
                                            "url telah tercopy",
                                            "tautan telah disalin",
                                            "tautan berhasil disalin",
                                            "link berhasil disalin",
                                            "link copied",
                                            "print",
                                            "cetak",
                                            "perbesar",
                                            "perkecil",
                                            "simpan",
                                            "laporkan",
                                            "dengarkan",
                                            "dengarkan artikel",
                                            "google news",
                                            "a- a+",
                                            "a+ a-",
                                            "a a a"};
constexpr std::string_view kShareLines[] = {"dibaca :",    "dilihat :", "ikuti kami",
                                            "follow kami", "follow us", "ikuti media sosial"};

// Invitations.
constexpr std::string_view kInvitations[] = {"ikuti berita", "cek berita dan artikel", "follow berita", "ikuti saluran",
                                             "gabung di saluran"};
constexpr std::string_view kLongInvitations[] = {
    "dapatkan update berita", "dapatkan berita",     "dapatkan informasi terkini",
    "dapatkan kabar",         "dapatkan artikel",    "pastikan kamu sudah install",
    "unduh aplikasi",         "download aplikasi",   "nikmati berita",
    "jadilah bagian dari",    "daftar newsletter",   "berlangganan newsletter",
    "langganan newsletter",   "subscribe newsletter"};

// Credits.
constexpr std::string_view kCredits[] = {"penulis :",
                                         "penulis:",
                                         "editor :",
                                         "editor:",
                                         "reporter :",
                                         "reporter:",
                                         "pewarta :",
                                         "pewarta:",
                                         "redaktur :",
                                         "redaktur:",
                                         "redaktur & reporter",
                                         "penyunting :",
                                         "penyunting:",
                                         "fotografer :",
                                         "fotografer:",
                                         "kontributor :",
                                         "kontributor:",
                                         "wartawan :",
                                         "wartawan:",
                                         "jurnalis :",
                                         "jurnalis:",
                                         "uploader :",
                                         "uploader:",
                                         "publisher :",
                                         "publisher:",
                                         "laporan:",
                                         "laporan wartawan",
                                         "laporan jurnalis",
                                         "laporan reporter",
                                         "sumber berita",
                                         "foto :",
                                         "foto:",
                                         "(foto:",
                                         "(foto :",
                                         "photo:",
                                         "kredit foto",
                                         "sumber foto",
                                         "grafis:",
                                         "video editor",
                                         "diposting oleh",
                                         "ditulis oleh"};
constexpr std::string_view kShortCredits[] = {"red:", "rep:", "red :", "rep :", "caption:", "dok."};
constexpr std::string_view kCopyrights[] = {"copyright", "\xC2\xA9", "hak cipta", "all rights reserved"};
constexpr std::string_view kProhibitions[] = {"dilarang keras mengambil", "dilarang mengambil",
                                              "dilarang mengutip",        "dilarang menyalin",
                                              "dilarang memperbanyak",    "komentar anda menjadi tanggung jawab",
                                              "konten ini dilindungi"};

// Tags.
constexpr std::string_view kTagWords[] = {"tags", "tag", "label", "topik", "kata kunci", "keywords"};
constexpr std::string_view kTagLines[] = {
    "tags:",   "tag:",        "tag :",        "tags :",        "kata kunci",          "keyword:", "keywords:", "label:",
    "label :", "tag terkait", "topik berita", "topik artikel", "berita terkait topik"};

// Sections after the article.
constexpr std::string_view kCommentHeads[] = {"tinggalkan komentar",
                                              "tinggalkan balasan",
                                              "tulis komentar",
                                              "beri komentar",
                                              "berikan komentar",
                                              "kirim komentar",
                                              "komentar anda",
                                              "leave a reply",
                                              "leave a comment",
                                              "post a comment",
                                              "write a comment",
                                              "posting komentar",
                                              "tidak ada komentar",
                                              "belum ada komentar",
                                              "jadilah yang pertama berkomentar",
                                              "komentari"};
constexpr std::string_view kCommentForms[] = {"alamat email anda tidak akan dipublikasikan",
                                              "your email address will not be published", "silakan login untuk",
                                              "login untuk berkomentar", "silakan masukkan komentar"};
constexpr std::string_view kTailWords[] = {"komentar", "comments",     "terkini",       "terbaru",
                                           "trending", "most popular", "popular posts", "latest news"};
constexpr std::string_view kTailHeads[] = {"artikel terkini",     "artikel terbaru",        "artikel lainnya",
                                           "berita terkini",      "berita terbaru",         "berita populer",
                                           "terpopuler",          "paling populer",         "artikel populer",
                                           "related posts",       "related articles",       "pos terkait",
                                           "postingan terkait",   "berita menarik lainnya", "berita daerah terkini",
                                           "rekomendasi artikel", "rekomendasi berita",     "berita rekomendasi",
                                           "pencarian populer",   "baca berita lain"};
constexpr std::string_view kSuggestionHeads[] = {"you may also like", "you might also like",        "kamu mungkin suka",
                                                 "anda mungkin suka", "anda mungkin juga menyukai", "mungkin anda suka",
                                                 "mungkin kamu suka", "berita terkini lainnya"};

constexpr FurniturePatterns kPatterns[] = {
    {kPointers, Match::start, LineKind::furniture, 30},
    {kLongPointers, Match::start, LineKind::furniture, 60},
    {kPointerHeads, Match::start, LineKind::furniture, kShort},
    {kPointerWords, Match::whole, LineKind::furniture, kShort},
    {kAdvertisements, Match::start, LineKind::furniture, kShort},
    {kAdvertisementWords, Match::whole, LineKind::furniture, kShort},
    {kShareBars, Match::start, LineKind::furniture, 6},
    {kShareWords, Match::whole, LineKind::furniture, kShort},
    {kShareLines, Match::start, LineKind::furniture, kShort},
    {kInvitations, Match::start, LineKind::furniture, 30},
    {kLongInvitations, Match::start, LineKind::furniture, 60},
    {kCredits, Match::start, LineKind::furniture, kShort},
    {kShortCredits, Match::start, LineKind::furniture, 8},
    {kCopyrights, Match::start, LineKind::furniture, kShort},
    {kProhibitions, Match::start, LineKind::furniture, 60},
    {kTagWords, Match::whole, LineKind::furniture, kShort},
    {kTagLines, Match::start, LineKind::furniture, 30},
    {kCommentHeads, Match::start, LineKind::tail, kShort},
    {kCommentForms, Match::start, LineKind::tail, 20},
    {kTailWords, Match::whole, LineKind::tail, 4},
    {kTailHeads, Match::whole, LineKind::tail, 6},
    {kSuggestionHeads, Match::start, LineKind::tail, 8},
};

constexpr std::string_view kInvitationVerbs[] = {
    "ikuti",  "follow", "dapatkan", "gabung",  "bergabung", "join",      "simak", "baca",
    "cek",    "pantau", "update",   "klik",    "temukan",   "yuk",       "ayo",   "mari",
    "jangan", "akses",  "nantikan", "silakan", "cari",      "langganan", "untuk", "kunjungi",
};

constexpr std::string_view kInvitationChannels[] = {
    "whatsapp channel", "wa channel",  "saluran whatsapp", "channel whatsapp", "kanal whatsapp",
    "grup whatsapp",    "google news", "saluran telegram", "channel telegram", "kanal telegram",
    "grup telegram",    "googlenews",  "google berita",    "kanal youtube",    "channel youtube",
};

constexpr std::string_view kPointerLabels[] = {
    "baca juga",  "baca pula",  "baca",        "lihat juga", "simak juga",
    "lihat pula", "simak pula", "tonton juga", "read also",  "bacajuga",
};

}  // namespace

std::span<const FurniturePatterns> furniture_patterns() {
  return kPatterns;
}

std::span<const std::string_view> invitation_verbs() {
  return kInvitationVerbs;
}

std::span<const std::string_view> invitation_channels() {
  return kInvitationChannels;
}

std::span<const std::string_view> pointer_labels() {
  return kPointerLabels;
}

}  // namespace warta::indexer
