# The Debian package: `scripts/package` builds it, and has lintian look at it.

# Who builds a package answers for it, by the name and address that Debian's own tools go by, or git. Without either,
# everything but the package can be built.
function(find_package_contact result)
  set(name "$ENV{DEBFULLNAME}")
  set(address "$ENV{DEBEMAIL}")
  foreach(part IN ITEMS name address)
    if(NOT ${part})
      string(REPLACE address email key ${part})
      execute_process(COMMAND git config user.${key} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
        OUTPUT_VARIABLE ${part} OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    endif()
  endforeach()
  set(${result} "" PARENT_SCOPE)
  if(name AND address)
    set(${result} "${name} <${address}>" PARENT_SCOPE)
  endif()
endfunction()
# Only what was asked for is kept from one configuring to the next; who builds may change.
set(WARTA_PACKAGE_CONTACT "" CACHE STRING
  "Who answers for the package, as \"Name <address>\"; empty: DEBFULLNAME and DEBEMAIL, or git")
if(NOT WARTA_PACKAGE_CONTACT)
  find_package_contact(WARTA_PACKAGE_CONTACT)
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME warta)
set(CPACK_PACKAGE_CONTACT "${WARTA_PACKAGE_CONTACT}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS xapian-tools)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "full-text search for Indonesian news")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Warta takes in articles from files, feeds, web sites and archives, and finds
 them again: by words in any form, exact and stemmed phrases, fields and dates,
 with copies folded, facets, suggestions and similar articles. Its stemmer and
 tokenizer are made for Indonesian. Databases are Xapian's, and can be spread
 over several machines.")
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${PROJECT_SOURCE_DIR}/packaging/postinst)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

# What Debian's policy wants in the directory of documents.
configure_file(${PROJECT_SOURCE_DIR}/packaging/copyright.in ${PROJECT_BINARY_DIR}/packaging/copyright COPYONLY)
configure_file(${PROJECT_SOURCE_DIR}/packaging/changelog.in ${PROJECT_BINARY_DIR}/packaging/changelog @ONLY)
add_custom_command(OUTPUT ${PROJECT_BINARY_DIR}/packaging/changelog.gz
  COMMAND ${GZIP} -9nkf ${PROJECT_BINARY_DIR}/packaging/changelog
  DEPENDS ${PROJECT_BINARY_DIR}/packaging/changelog)
add_custom_target(warta_package_texts ALL DEPENDS ${PROJECT_BINARY_DIR}/packaging/changelog.gz)
install(FILES ${PROJECT_BINARY_DIR}/packaging/changelog.gz ${PROJECT_BINARY_DIR}/packaging/copyright
  DESTINATION ${CMAKE_INSTALL_DOCDIR})
include(CPack)
