# The packages, each behind one target of ours, so that only this file knows how the distribution ships them.
find_package(Threads REQUIRED)

set(DIALBENCH_BOOST_ROOT "" CACHE PATH "A private unpacking of libboost1.81-dev, where another Boost stands in the way")
if(DIALBENCH_BOOST_ROOT)
  list(PREPEND CMAKE_PREFIX_PATH ${DIALBENCH_BOOST_ROOT}/usr)
endif()
find_package(Boost 1.81 CONFIG QUIET)
if(NOT Boost_FOUND)
  message(FATAL_ERROR "Boost 1.81 or newer is needed (Debian 12: apt-get install libboost1.81-dev). ./run does this.")
endif()
find_package(fmt REQUIRED)
find_package(spdlog REQUIRED)
find_package(CLI11 REQUIRED)
find_package(tomlplusplus REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(pugixml REQUIRED)

# Boost.Asio, compiled once.
add_library(dialbench_asio STATIC harness/packages/asio.cpp)
target_compile_definitions(dialbench_asio PUBLIC BOOST_ASIO_SEPARATE_COMPILATION BOOST_ASIO_NO_DEPRECATED
                                                 BOOST_ASIO_DISABLE_BOOST_REGEX)
target_link_libraries(dialbench_asio PUBLIC Boost::headers Threads::Threads)
add_library(dialbench::asio ALIAS dialbench_asio)

# spdlog, compiled once and static: the shared one costs a millisecond and 3 MiB at every start.
get_target_property(spdlog_include spdlog::spdlog INTERFACE_INCLUDE_DIRECTORIES)
add_library(dialbench_log STATIC harness/packages/spdlog.cpp)
target_include_directories(dialbench_log SYSTEM PUBLIC ${spdlog_include})
target_compile_definitions(dialbench_log PUBLIC SPDLOG_COMPILED_LIB SPDLOG_FMT_EXTERNAL FMT_HEADER_ONLY)
target_link_libraries(dialbench_log PUBLIC Threads::Threads)
add_library(dialbench::log ALIAS dialbench_log)

add_library(dialbench_fmt INTERFACE)
target_link_libraries(dialbench_fmt INTERFACE fmt::fmt-header-only)
add_library(dialbench::fmt ALIAS dialbench_fmt)
add_library(dialbench_cli INTERFACE)
target_link_libraries(dialbench_cli INTERFACE CLI11::CLI11)
add_library(dialbench::cli ALIAS dialbench_cli)

# toml++ in the same way: the shared one takes the shared C++ library with it.
get_target_property(toml_include tomlplusplus::tomlplusplus INTERFACE_INCLUDE_DIRECTORIES)
add_library(dialbench_toml STATIC harness/packages/toml.cpp)
target_include_directories(dialbench_toml SYSTEM PUBLIC ${toml_include})
target_compile_definitions(dialbench_toml PUBLIC TOML_HEADER_ONLY=0)
add_library(dialbench::toml ALIAS dialbench_toml)
add_library(dialbench_json INTERFACE)
target_link_libraries(dialbench_json INTERFACE nlohmann_json::nlohmann_json)
add_library(dialbench::json ALIAS dialbench_json)
add_library(dialbench_xml INTERFACE)
target_link_libraries(dialbench_xml INTERFACE pugixml::static)
add_library(dialbench::xml ALIAS dialbench_xml)

# A Release build takes the C++ library into the program, and keeps its relocations short: one dial takes 5.7 MiB so,
# 8.4 without. The C library stays shared, because it looks up names and users by parts of its own that are loaded at run
# time.
include(CheckLinkerFlag)
set(short_relocations -Wl,-z,pack-relative-relocs) # needs ld 2.38 and glibc 2.36
check_linker_flag(CXX ${short_relocations} has_short_relocations)
function(dialbench_small target)
  target_link_options(${target} PRIVATE $<$<CONFIG:Release>:-static-libstdc++ -static-libgcc -Wl,--gc-sections,--as-needed>)
  if(has_short_relocations)
    target_link_options(${target} PRIVATE $<$<CONFIG:Release>:${short_relocations}>)
  endif()
endfunction()
