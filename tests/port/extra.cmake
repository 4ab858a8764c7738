# What the tests of the port start beside themselves: a program that opens a port and does as it is told, and the shim
# that gives a pty modem lines.
add_executable(port-probe ${CMAKE_CURRENT_SOURCE_DIR}/port/probe/main.cpp)
target_link_libraries(port-probe PRIVATE dialbench_port)
dialbench_warnings(port-probe)

# Preloaded into programs of any kind, so it must need nothing that they do not have: no sanitizer, no C++ library.
add_library(modem-lines-shim SHARED ${CMAKE_CURRENT_SOURCE_DIR}/shim/modem_lines.cpp)
target_include_directories(modem-lines-shim PRIVATE ${PROJECT_SOURCE_DIR})
target_compile_options(modem-lines-shim PRIVATE -fno-exceptions -fno-rtti -fno-threadsafe-statics -fno-sanitize=all)
target_link_options(modem-lines-shim PRIVATE -fno-sanitize=all LINKER:--as-needed)
target_link_libraries(modem-lines-shim PRIVATE ${CMAKE_DL_LIBS})
dialbench_warnings(modem-lines-shim)

if(TARGET tests-port)
  add_dependencies(tests-port port-probe modem-lines-shim)
  target_compile_definitions(tests-port PRIVATE PORT_PROBE="$<TARGET_FILE:port-probe>"
                                                MODEM_LINES_SHIM="$<TARGET_FILE:modem-lines-shim>")
endif()
