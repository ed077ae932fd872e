# Shell completion, made from the programs' own option definitions: `PROGRAM --generate SHELL` prints it
# (base/command_texts.h). And the manual pages as they are installed.
set(WARTA_TEXTS_DIR ${PROJECT_BINARY_DIR}/texts)
file(MAKE_DIRECTORY ${WARTA_TEXTS_DIR})
find_program(GZIP gzip REQUIRED)

foreach(program IN ITEMS warta-indexer warta-searcher)
  foreach(shell IN ITEMS bash zsh fish)
    set(script ${WARTA_TEXTS_DIR}/${program}.${shell})
    add_custom_command(OUTPUT ${script}
      COMMAND ${CMAKE_COMMAND} -E env LC_ALL=C $<TARGET_FILE:${program}> --generate ${shell} > ${script}
      DEPENDS ${program})
    list(APPEND warta_texts ${script})
  endforeach()
  set(manual ${PROJECT_SOURCE_DIR}/docs/man/${program}.1)
  add_custom_command(OUTPUT ${WARTA_TEXTS_DIR}/${program}.1.gz
    COMMAND ${GZIP} -9nc ${manual} > ${WARTA_TEXTS_DIR}/${program}.1.gz
    DEPENDS ${manual})
  list(APPEND warta_texts ${WARTA_TEXTS_DIR}/${program}.1.gz)
endforeach()
add_custom_target(warta_texts ALL DEPENDS ${warta_texts})
