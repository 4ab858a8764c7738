option(DIALBENCH_WERROR "Treat our own warnings as errors" OFF)

# Headers are most of what a source costs to compile, so who builds everything once compiles the sources of a folder
# together; who changes one of them again and again leaves this off. Names in a folder's unnamed namespaces differ.
option(DIALBENCH_TOGETHER "Compile many sources of a folder at once" OFF)
function(dialbench_together target)
  if(DIALBENCH_TOGETHER)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 12)
    # A source that stands in another is a header to the compiler, which finds its unnamed namespaces odd.
    target_compile_options(${target} PRIVATE -Wno-shadow $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
  endif()
endfunction()

# dialbench_module(NAME FOLDER LINKS...): the library of one folder, every .cpp in it (not in its subfolders).
function(dialbench_module name folder)
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${folder}/*.cpp)
  set(links "")
  foreach(link IN LISTS ARGN)
    if(NOT link MATCHES "::")
      set(link dialbench_${link})
    endif()
    list(APPEND links ${link})
  endforeach()
  if(sources)
    add_library(dialbench_${name} STATIC ${sources})
    target_include_directories(dialbench_${name} PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>)
    target_link_libraries(dialbench_${name} PUBLIC ${links})
    dialbench_warnings(dialbench_${name})
    dialbench_together(dialbench_${name})
  else()
    add_library(dialbench_${name} INTERFACE)
    target_include_directories(dialbench_${name} INTERFACE ${PROJECT_SOURCE_DIR})
    target_link_libraries(dialbench_${name} INTERFACE ${links})
  endif()
endfunction()

# dialbench_rooms(NAME FOLDER...): subfolders whose sources belong to the same library.
function(dialbench_rooms name)
  foreach(folder IN LISTS ARGN)
    file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${folder}/*.cpp)
    target_sources(dialbench_${name} PRIVATE ${sources})
  endforeach()
endfunction()

# dialbench_seldom(NAME...): modules whose code runs once a start or once a report. A Release build makes them small,
# not fast: a process that dials once has every page in memory that it touches, and its neighbours.
function(dialbench_seldom)
  foreach(name IN LISTS ARGN)
    target_compile_options(dialbench_${name} PRIVATE $<$<CONFIG:Release>:-Os>)
  endforeach()
endfunction()

# The warnings that every line of ours is compiled with.
function(dialbench_warnings target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion)
  # g++ 12 reports operator delete of coroutine frames as mismatched; it is not.
  target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-mismatched-new-delete>)
  if(DIALBENCH_WERROR)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
endfunction()
