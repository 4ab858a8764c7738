# at/ as a package of its own: find_package(dialbench), target dialbench::at. docs/at.md says how it is used.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

# What others may include, and what that includes; the other headers are the library's own matter. tests/package asks
# whether each header of this list compiles by itself, and whether one is missing that has names in dialbench::at itself.
set(at_headers
    bytes.hpp
    caller_id.hpp
    characters.hpp
    command.hpp
    command_build.hpp
    command_check.hpp
    connect.hpp
    dial_string.hpp
    dialect.hpp
    expected.hpp
    glance.hpp
    identification.hpp
    inf/fault.hpp
    inf/model.hpp
    inf/read.hpp
    interpreter.hpp
    last_call/ends.def
    last_call/fields.def
    last_call/kind.hpp
    last_call/last_call.hpp
    line_ends.hpp
    meaning.hpp
    owned_dialect.hpp
    pattern.hpp
    reader.hpp
    result.hpp
    words.hpp)
list(TRANSFORM at_headers PREPEND ${PROJECT_SOURCE_DIR}/at/)

add_library(dialbench::at ALIAS dialbench_at)
set_target_properties(dialbench_at PROPERTIES EXPORT_NAME at)
target_compile_features(dialbench_at PUBLIC cxx_std_20)
target_sources(dialbench_at PUBLIC FILE_SET package TYPE HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${at_headers})
# <at/reader.hpp> as in this tree; once installed also <dialbench/at/reader.hpp>.
target_include_directories(dialbench_at INTERFACE $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/dialbench)
install(TARGETS dialbench_at EXPORT dialbench
        ARCHIVE COMPONENT at
        FILE_SET package DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/dialbench COMPONENT at)
install(EXPORT dialbench FILE dialbenchTargets.cmake NAMESPACE dialbench:: DESTINATION ${package_folder} COMPONENT at)
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/dialbenchConfig.cmake.in ${PROJECT_BINARY_DIR}/dialbenchConfig.cmake
                              INSTALL_DESTINATION ${package_folder} NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/dialbenchConfigVersion.cmake COMPATIBILITY SameMajorVersion)
install(FILES ${PROJECT_BINARY_DIR}/dialbenchConfig.cmake ${PROJECT_BINARY_DIR}/dialbenchConfigVersion.cmake
        DESTINATION ${package_folder} COMPONENT at)
