# Every library that Warta links, all of them Debian 12 packages that scripts/install-dependencies names.
find_package(PkgConfig REQUIRED)
pkg_check_modules(Xapian REQUIRED IMPORTED_TARGET xapian-core>=1.4.22)
pkg_check_modules(Brotli REQUIRED IMPORTED_TARGET libbrotlidec)
pkg_check_modules(Curl REQUIRED IMPORTED_TARGET libcurl>=7.88)
pkg_check_modules(Gumbo REQUIRED IMPORTED_TARGET gumbo)
pkg_check_modules(Psl REQUIRED IMPORTED_TARGET libpsl)
pkg_check_modules(Deflate REQUIRED IMPORTED_TARGET libdeflate)
pkg_check_modules(LibXml2 REQUIRED IMPORTED_TARGET libxml-2.0)
pkg_check_modules(Sqlite3 REQUIRED IMPORTED_TARGET sqlite3)
pkg_check_modules(Utf8proc REQUIRED IMPORTED_TARGET libutf8proc)
pkg_check_modules(Uchardet REQUIRED IMPORTED_TARGET uchardet)
pkg_check_modules(Xxhash REQUIRED IMPORTED_TARGET libxxhash)
pkg_check_modules(Zstd REQUIRED IMPORTED_TARGET libzstd)
find_package(CLI11 REQUIRED)
find_package(fmt REQUIRED)
find_package(mimalloc REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(simdjson REQUIRED)
find_package(tl-expected REQUIRED)
find_package(Threads REQUIRED)
find_package(ZLIB REQUIRED)

# libstemmer ships neither a pkg-config file nor a CMake package.
find_path(STEMMER_INCLUDE_DIR libstemmer.h REQUIRED)
find_library(STEMMER_LIBRARY stemmer REQUIRED)
add_library(Snowball::stemmer UNKNOWN IMPORTED)
set_target_properties(Snowball::stemmer PROPERTIES
  IMPORTED_LOCATION ${STEMMER_LIBRARY}
  INTERFACE_INCLUDE_DIRECTORIES ${STEMMER_INCLUDE_DIR})

# Neither does CLD2.
find_path(CLD2_INCLUDE_DIR cld2/public/compact_lang_det.h REQUIRED)
find_library(CLD2_LIBRARY cld2 REQUIRED)
add_library(Cld2::cld2 UNKNOWN IMPORTED)
set_target_properties(Cld2::cld2 PROPERTIES
  IMPORTED_LOCATION ${CLD2_LIBRARY}
  INTERFACE_INCLUDE_DIRECTORIES ${CLD2_INCLUDE_DIR})
