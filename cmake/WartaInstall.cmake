# What is installed beside the programs: manual pages, documents, and the word lists to edit and give back with
# --stop-words. The programs themselves carry what they need.
install(FILES
    ${PROJECT_SOURCE_DIR}/docs/man/warta-indexer.1
    ${PROJECT_SOURCE_DIR}/docs/man/warta-searcher.1
  DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES
    ${PROJECT_SOURCE_DIR}/CHANGELOG.md
    ${PROJECT_SOURCE_DIR}/LICENSE
    ${PROJECT_SOURCE_DIR}/README.md
  DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/docs/
  DESTINATION ${CMAKE_INSTALL_DOCDIR}
  FILES_MATCHING PATTERN "*.md"
  PATTERN "man" EXCLUDE)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/stopwords
  DESTINATION ${CMAKE_INSTALL_DATADIR}/warta
  FILES_MATCHING PATTERN "*.txt")
