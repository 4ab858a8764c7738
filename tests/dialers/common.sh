# Sourced by the tests in this folder: starts an emulated modem, and ends it when the test ends. $1 is the program.
set -euo pipefail
program=$1
folder=$(mktemp -d)
emulator=
finish() {
  [ -z "$emulator" ] || { kill "$emulator" 2>/dev/null || true; wait "$emulator" 2>/dev/null || true; }
  rm -rf "$folder"
}
trap finish EXIT

skip() { echo "skipped: $*"; exit 77; }
need() { command -v "$1" >/dev/null 2>&1 || skip "$1 is not installed"; }

# serve PACE: an emulated modem at $folder/modem. Its ready line is waited for, not a time.
serve() {
  mkfifo "$folder/ready"
  "$program" emulate --pty "$folder/modem" --pace "$1" >"$folder/ready" &
  emulator=$!
  read -r line <"$folder/ready"
  [[ $line == ready\ pty=* ]] || { echo "no ready line: $line"; exit 1; }
}

# expect WHAT GOT WANTED
expect() {
  [ "$2" = "$3" ] || { echo "$1: expected $3, got $2"; exit 1; }
  echo "$1: $2"
}
