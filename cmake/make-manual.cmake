# Makes a manual page: cmake -DPROGRAM=... -DTEMPLATE=... -DMANUAL=... -P make-manual.cmake
# The program itself says what stands in the place of each mark of the template.
foreach(part IN ITEMS synopsis commands options exit-status)
  execute_process(COMMAND ${PROGRAM} --generate ${part} OUTPUT_VARIABLE text OUTPUT_STRIP_TRAILING_WHITESPACE
    COMMAND_ERROR_IS_FATAL ANY)
  string(TOUPPER ${part} mark)
  string(REPLACE "-" "_" mark ${mark})
  set(${mark} "${text}")
endforeach()
configure_file(${TEMPLATE} ${MANUAL} @ONLY)
