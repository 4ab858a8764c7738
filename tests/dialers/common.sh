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

# emulate PACE OPTION WHERE: an emulated modem; sets port. Its ready line is waited for, not a time.
emulate() {
  rm -f "$folder/ready"
  mkfifo "$folder/ready"
  "$program" emulate "$2" "$3" --pace "$1" >"$folder/ready" &
  emulator=$!
  read -r line <"$folder/ready"
  [[ $line =~ ^ready\ [a-z0-9]+=([^ ]+) ]] || { echo "no ready line: $line"; exit 1; }
  port=${BASH_REMATCH[1]}
}
# serve PACE: one at $folder/modem
serve() { emulate "$1" --pty "$folder/modem"; }

# Python with python3-serial and serial_client.py beside this file; the test is skipped where there is none.
need_serial_client() {
  python=/usr/bin/python3
  "$python" -c 'import serial' 2>/dev/null || skip "python3-serial is not installed"
  PYTHONPATH=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
  export PYTHONPATH PYTHONDONTWRITEBYTECODE=1
}

# expect WHAT GOT WANTED
expect() {
  [ "$2" = "$3" ] || { echo "$1: expected $3, got $2"; exit 1; }
  echo "$1: $2"
}
