# What is made from the programs' own option definitions, so that nothing can say something else than --help: shell
# completion, and the manual pages, whose parts take the places of marks in docs/man (base/command_line/manual.h).
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
  set(manual ${WARTA_TEXTS_DIR}/${program}.1)
  set(template ${PROJECT_SOURCE_DIR}/docs/man/${program}.1.in)
  set(maker ${PROJECT_SOURCE_DIR}/cmake/make-manual.cmake)
  add_custom_command(OUTPUT ${manual} ${manual}.gz
    COMMAND ${CMAKE_COMMAND} -E env LC_ALL=C ${CMAKE_COMMAND}
      -DPROGRAM=$<TARGET_FILE:${program}> -DTEMPLATE=${template} -DMANUAL=${manual} -P ${maker}
    COMMAND ${GZIP} -9nc ${manual} > ${manual}.gz
    DEPENDS ${program} ${template} ${maker})
  list(APPEND warta_texts ${manual}.gz)
endforeach()
add_custom_target(warta_texts ALL DEPENDS ${warta_texts})
