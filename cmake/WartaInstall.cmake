# What is installed beside the programs: manual pages, completion, documents, the scripts of the operator, units of
# systemd, and the word lists to edit and give back with --stop-words. The programs themselves carry what they need.
foreach(program IN ITEMS warta-indexer warta-searcher)
  install(FILES ${WARTA_TEXTS_DIR}/${program}.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
  install(FILES ${WARTA_TEXTS_DIR}/${program}.bash
    DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME ${program})
  install(FILES ${WARTA_TEXTS_DIR}/${program}.zsh
    DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions RENAME _${program})
  install(FILES ${WARTA_TEXTS_DIR}/${program}.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
endforeach()

# Documents stand to each other as they do in the source tree, so that the links between them lead somewhere.
foreach(document IN ITEMS ARCHITECTURE CHANGELOG CONTRIBUTING README benchmark/README tests/corpora/README
    tests/relevance/README)
  cmake_path(GET document PARENT_PATH folder)
  install(FILES ${PROJECT_SOURCE_DIR}/${document}.md DESTINATION ${CMAKE_INSTALL_DOCDIR}/${folder})
endforeach()
install(DIRECTORY ${PROJECT_SOURCE_DIR}/docs
  DESTINATION ${CMAKE_INSTALL_DOCDIR}
  FILES_MATCHING PATTERN "*.md" PATTERN "*.svg" PATTERN "results.json"
  PATTERN "man" EXCLUDE)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/stopwords
  DESTINATION ${CMAKE_INSTALL_DATADIR}/warta
  FILES_MATCHING PATTERN "*.txt")

# The scripts find what they share, and the programs, from where they stand.
set(WARTA_UNITS backup fetch reindex)
install(PROGRAMS
    ${PROJECT_SOURCE_DIR}/scripts/backup
    ${PROJECT_SOURCE_DIR}/scripts/fetch-news
    ${PROJECT_SOURCE_DIR}/scripts/reindex
    ${PROJECT_SOURCE_DIR}/scripts/restore
  DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/warta)
install(FILES ${PROJECT_SOURCE_DIR}/scripts/operation.sh DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/warta)
foreach(unit IN LISTS WARTA_UNITS)
  install(FILES ${PROJECT_SOURCE_DIR}/systemd/warta-${unit}@.timer DESTINATION lib/systemd/system)
endforeach()
install(CODE "
  set(WARTA_UNITS \"${WARTA_UNITS}\")
  set(WARTA_UNITS_SOURCE \"${PROJECT_SOURCE_DIR}/systemd\")
  set(CMAKE_INSTALL_LIBEXECDIR \"${CMAKE_INSTALL_LIBEXECDIR}\")
  set(CMAKE_INSTALL_DOCDIR \"${CMAKE_INSTALL_DOCDIR}\")
  include(\"${CMAKE_CURRENT_LIST_DIR}/install-units.cmake\")")
install(FILES ${PROJECT_SOURCE_DIR}/systemd/warta.sysusers DESTINATION lib/sysusers.d RENAME warta.conf)
install(FILES ${PROJECT_SOURCE_DIR}/systemd/warta.tmpfiles DESTINATION lib/tmpfiles.d RENAME warta.conf)
