# Sourced by ./run, ./test and .ci/run: installs what is missing, and builds. Nothing here removes a package.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '%s\n' "$*" >&2; }

# What each job needs, one list a job. A later one adds to the ones before it.
packages_run=(g++ cmake ninja-build libspdlog-dev libfmt-dev libcli11-dev libtomlplusplus-dev nlohmann-json3-dev
  libpugixml-dev socat)
packages_test=(catch2 librapidcheck-dev ppp ckermit wvdial iaxmodem util-linux passwd python3 python3-serial ser2net)
packages_ci=(clang clang-format clang-tidy libclang-rt-14-dev strace valgrind)

missing() { # PACKAGE... : those that are not installed
  local package
  for package in "$@"; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || printf '%s\n' "$package"
  done
}

boost_root=""
boost_package=""
# Boost.Asio 1.81 or newer. libboost1.81-dev conflicts with libboost1.74-dev: where that one stands in the way, the
# package is unpacked under build/ and nothing is removed.
find_boost() {
  local version
  version=$(dpkg-query -W -f='${Version}' libboost-dev 2>/dev/null || echo 0)
  if [ -z "$(missing libboost1.81-dev)" ] || { [ -z "$(missing libboost-dev)" ] && dpkg --compare-versions "$version" ge 1.81; }; then
    return 0
  elif [ -d "$root/build/boost/usr/include/boost" ]; then
    boost_root=$root/build/boost
  elif [ -z "$(missing libboost1.74-dev)" ]; then
    say "Boost 1.74 is installed and stays; libboost1.81-dev is unpacked under build/boost instead."
    mkdir -p "$root/build/boost"
    (cd "$root/build/boost" && apt-get download -qq libboost1.81-dev && dpkg -x libboost1.81-dev_*.deb . && rm -f libboost1.81-dev_*.deb) >&2
    boost_root=$root/build/boost
  elif [ -n "$(apt-cache search --names-only '^libboost1\.81-dev$' 2>/dev/null)" ]; then
    boost_package=libboost1.81-dev
  else
    boost_package=libboost-dev
  fi
}

need() { # PACKAGE... : installs those that are missing, and a Boost that is new enough
  command -v apt-get >/dev/null || { say "This set-up knows Debian's apt-get only. Needed: the headers of Boost 1.81 or newer, $*"; exit 1; }
  local wanted
  wanted=$(missing "$@")
  # A machine that has never updated its lists knows no package at all.
  if [ "$(id -u)" = 0 ] && [ -z "$(apt-cache search --names-only '^ninja-build$' 2>/dev/null)" ]; then apt-get update -qq; fi
  find_boost
  wanted="$wanted${boost_package:+ $boost_package}"
  # shellcheck disable=SC2086 # one package a word
  set -- $wanted
  [ $# -gt 0 ] || return 0
  if [ "$(id -u)" != 0 ]; then
    say "These packages are missing, and only root may install them. Run this once, then start again:"
    say "  sudo apt-get install --no-install-recommends --no-remove $*"
    exit 1
  fi
  say "Installing: $*"
  apt_install "$@" || { apt-get update -qq && apt_install "$@"; } || {
    tail -n 20 "$root/build/apt.log" >&2
    say "apt-get could not install them; the whole of what it said is in build/apt.log."
    exit 1
  }
}

apt_install() { # PACKAGE... : the lists may be older than what the archive has, so a failure is tried again with new ones
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends --no-remove -o Dpkg::Use-Pty=0 "$@" \
    >"$root/build/apt.log" 2>&1
}

configure() { # FOLDER CMAKE-ARGUMENT... : once, and again when the arguments change
  local folder=$root/build/$1
  shift
  [ -z "$boost_root" ] || set -- "$@" "-DDIALBENCH_BOOST_ROOT=$boost_root"
  if [ ! -f "$folder/build.ninja" ] || [ "$(cat "$folder/.arguments" 2>/dev/null)" != "$*" ]; then
    mkdir -p "$folder"
    cmake -S "$root" -B "$folder" -G Ninja "$@" >"$folder/configure.log" 2>&1 || { tail -n 20 "$folder/configure.log" >&2; exit 1; }
    printf '%s' "$*" >"$folder/.arguments"
  fi
}

build() { # FOLDER TARGET...
  local folder=$root/build/$1
  shift
  ninja -C "$folder" "$@" >"$folder/build.log" 2>&1 || { grep -E 'error|FAILED' "$folder/build.log" | head -n 30 >&2; say "The build failed; all of it is in ${folder#"$root"/}/build.log."; exit 1; }
}
mkdir -p "$root/build"
