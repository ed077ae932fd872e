# Precompiled headers, for builds from nothing, as in CI: each set is compiled once, and all targets of its kind share it
# (a set for each target costs more than it saves). Not with ccache, which keeps nothing that was compiled with them, and
# not with clang, which wants the same macros in all targets of a set.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(WARTA_CAN_PRECOMPILE ON)
else()
  set(WARTA_CAN_PRECOMPILE OFF)
endif()
option(WARTA_PRECOMPILE_TESTS "Compile the headers of tests once" ${WARTA_CAN_PRECOMPILE})
# Not in the release build: there, a file that forgets an include must not compile.
option(WARTA_PRECOMPILE_LIBRARIES "Compile the headers that most files include once" OFF)

# warta_add_headers(NAME HEADERS header... [LIBRARIES lib...] [OPTIONS option...]): a set that targets with the same
# options can take with target_precompile_headers(TARGET REUSE_FROM NAME).
function(warta_add_headers name)
  cmake_parse_arguments(ARG "" "" "HEADERS;LIBRARIES;OPTIONS" ${ARGN})
  file(CONFIGURE OUTPUT ${name}.cc CONTENT "")
  add_library(${name} OBJECT ${CMAKE_CURRENT_BINARY_DIR}/${name}.cc)
  target_link_libraries(${name} PRIVATE ${ARG_LIBRARIES})
  target_compile_options(${name} PRIVATE ${ARG_OPTIONS})
  target_precompile_headers(${name} PRIVATE ${ARG_HEADERS})
endfunction()

if(WARTA_PRECOMPILE_LIBRARIES AND WARTA_CAN_PRECOMPILE)
  warta_add_headers(warta_headers LIBRARIES fmt::fmt tl::expected
    HEADERS <algorithm> <array> <chrono> <filesystem> <functional> <map> <memory> <optional> <span> <string>
      <string_view> <unordered_map> <vector> <fmt/format.h> <tl/expected.hpp>)
  foreach(library IN ITEMS warta_base warta_command_line warta_analysis warta_database warta_indexer warta_searcher)
    target_precompile_headers(${library} REUSE_FROM warta_headers)
  endforeach()
endif()
