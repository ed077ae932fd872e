# Runs at installation. Units of systemd name programs by absolute paths, which nobody knows before: the prefix may be
# another than the one that was configured. Is told WARTA_UNITS, of which WARTA_UNITS_SOURCE has the templates, and
# GNUInstallDirs' CMAKE_INSTALL_LIBEXECDIR and CMAKE_INSTALL_DOCDIR.
cmake_path(ABSOLUTE_PATH CMAKE_INSTALL_PREFIX OUTPUT_VARIABLE WARTA_PREFIX)
foreach(directory IN ITEMS LIBEXECDIR DOCDIR)
  cmake_path(ABSOLUTE_PATH CMAKE_INSTALL_${directory} BASE_DIRECTORY "${WARTA_PREFIX}"
    OUTPUT_VARIABLE CMAKE_INSTALL_FULL_${directory})
endforeach()
foreach(unit IN LISTS WARTA_UNITS)
  set(WARTA_UNIT "${WARTA_PREFIX}/lib/systemd/system/warta-${unit}@.service")
  message(STATUS "Installing: $ENV{DESTDIR}${WARTA_UNIT}")
  configure_file("${WARTA_UNITS_SOURCE}/warta-${unit}@.service.in" "$ENV{DESTDIR}${WARTA_UNIT}"
    NO_SOURCE_PERMISSIONS @ONLY)
  list(APPEND CMAKE_INSTALL_MANIFEST_FILES "${WARTA_UNIT}")
endforeach()
