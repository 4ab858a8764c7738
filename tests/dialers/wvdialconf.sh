#!/usr/bin/env bash
# wvdialconf looks for a modem on every serial port it finds, and finds the emulated one. It knows fixed names in /dev only,
# so it runs with a /dev of its own, in a mount namespace.
. "$(dirname "$0")/common.sh"
need wvdialconf
need unshare
unshare -m true 2>/dev/null || skip "a private /dev cannot be had here (unshare -m)"
serve 1
pts=$(readlink -f "$folder/modem")
unshare -m bash -c '
  set -e
  mkdir "$1/dev"
  mount -t tmpfs none "$1/dev"
  for node in null zero tty; do touch "$1/dev/$node"; mount --bind "/dev/$node" "$1/dev/$node"; done
  mkdir "$1/dev/pts"; mount --bind /dev/pts "$1/dev/pts"
  touch "$1/dev/modem"; mount --bind "$2" "$1/dev/modem"
  ln -s modem "$1/dev/ttyS0"
  mount --move "$1/dev" /dev 2>/dev/null || mount --rbind "$1/dev" /dev
  timeout 120 wvdialconf "$1/wvdial.conf" >"$1/out" 2>&1 || true
' bash "$folder" "$pts" || skip "a private /dev cannot be had here (mount)"
grep -q 'Found a modem' "$folder/out" || grep -q 'Modem = ' "$folder/wvdial.conf" 2>/dev/null || { cat "$folder/out"; exit 1; }
echo "wvdialconf found the modem: $(grep -m1 -E 'Modem = |Found a modem' "$folder/out" "$folder/wvdial.conf" | tail -n 1)"
