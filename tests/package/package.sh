#!/usr/bin/env bash
# The library as others get it. package.sh HOW SOURCE BUILD WORK: builds and runs consumer/ against dialbench::at, taken
#   at-only     from an installation of the library alone, built without any package and moved to another place
#   subproject  as a part of the consumer's own build
#   whole       from an installation of everything, program and scripts too, out of the build tree BUILD
# Compiler, flags and generator are those of BUILD. Nothing is taken from a network.
set -euo pipefail
how=$1 source=$2 build=$3 work=$4
here=$source/tests/package
rm -rf "$work"
mkdir -p "$work"

fail() { printf '%s\n' "$*" >&2; exit 1; }

quietly() { # COMMAND... : its output only where it fails
  "$@" >"$work/log" 2>&1 || { cat "$work/log"; fail "failed: $*"; }
}

cached() { sed -n "s/^$1:[A-Z]*=//p" "$build/CMakeCache.txt"; }

configure() { # SOURCE FOLDER ARGUMENT...
  quietly cmake -S "$1" -B "$2" -G "$(cached CMAKE_GENERATOR)" "-DCMAKE_CXX_COMPILER=$(cached CMAKE_CXX_COMPILER)" \
    "-DCMAKE_CXX_COMPILER_LAUNCHER=$(cached CMAKE_CXX_COMPILER_LAUNCHER)" "-DCMAKE_CXX_FLAGS=$(cached CMAKE_CXX_FLAGS)" \
    -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG=-O0 -DDIALBENCH_TOGETHER=ON "-DFETCHCONTENT_FULLY_DISCONNECTED=ON" "${@:3}"
}

consume() { # ARGUMENT... : builds the consumer and compares what it says
  configure "$here/consumer" "$work/consumer" "$@"
  quietly cmake --build "$work/consumer"
  "$work/consumer/consumer" >"$work/said"
  diff "$here/expected.txt" "$work/said" || fail "the consumer says something else"
}

# Headers of at/ itself that were forgotten: what stands in the namespace dialbench::at, with no other inside, is public.
forgotten_headers() { # INCLUDE-FOLDER
  local header
  (cd "$source" && find at -maxdepth 1 -name '*.hpp') | while read -r header; do
    ! grep -q '^namespace dialbench::at {' "$source/$header" || [ -f "$1/$header" ] || printf '%s\n' "$header"
  done
}

case $how in
at-only)
  # Were a package asked for, this would say so.
  configure "$source" "$work/build" -DDIALBENCH_AT_ONLY=ON \
    -DCMAKE_DISABLE_FIND_PACKAGE_Threads=ON -DCMAKE_DISABLE_FIND_PACKAGE_Boost=ON -DCMAKE_DISABLE_FIND_PACKAGE_Catch2=ON
  quietly cmake --build "$work/build"
  quietly cmake --install "$work/build" --prefix "$work/first"
  mv "$work/first" "$work/moved"
  ! grep -rlE "$work|$source" "$work/moved/lib"/cmake "$work/moved/lib"/*/cmake 2>/dev/null || fail "the package knows where it was built"
  forgotten=$(forgotten_headers "$work/moved/include/dialbench")
  [ -z "$forgotten" ] || fail "in the interface, but not in cmake/at_package.cmake: $forgotten"
  consume "-DCMAKE_PREFIX_PATH=$work/moved" "-DDIALBENCH_HEADERS=$work/moved/include/dialbench"
  ;;
subproject) consume "-DDIALBENCH_SOURCE=$source" ;;
whole)
  quietly cmake --install "$build" --prefix "$work/prefix"
  "$work/prefix/bin/dialbench" --version >/dev/null || fail "the installed program does not run"
  diff -r "$source/scripts" "$work/prefix/share/dialbench/scripts" || fail "the installed scripts are others"
  consume "-DCMAKE_PREFIX_PATH=$work/prefix"
  ;;
*) fail "package.sh at-only|subproject|whole SOURCE BUILD WORK" ;;
esac
