# libFuzzer comes with clang. Everything is compiled for it, so that it sees which branches an input takes.
option(DIALBENCH_FUZZ "Build the fuzz targets of tests/fuzz (clang only)" OFF)
if(DIALBENCH_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    message(FATAL_ERROR "DIALBENCH_FUZZ needs clang: -DCMAKE_CXX_COMPILER=clang++")
  endif()
  # clang 14 cannot link coroutines with -fsanitize=function.
  set(fuzz_flags -fsanitize=address,undefined -fno-sanitize=function -fno-sanitize-recover=all)
  add_compile_options(-fsanitize=fuzzer-no-link ${fuzz_flags} -fno-omit-frame-pointer)
  add_link_options(${fuzz_flags})
endif()
