#!/usr/bin/env bash
# A modem that nobody here wrote: Debian's iaxmodem, spandsp's AT interpreter on a pty. It runs in a network namespace that
# has nothing but a loopback, and no server answers there, so a dial ends in its own NO ANSWER after 45 s.
set -euo pipefail
program=$1
skip() { echo "skipped: $*"; exit 77; }
command -v iaxmodem >/dev/null 2>&1 || skip "iaxmodem is not installed"
[ "$(id -u)" = 0 ] || skip "iaxmodem wants root"
getent passwd uucp >/dev/null || skip "there is no user uucp"
unshare -n true 2>/dev/null || skip "a network namespace cannot be had here (unshare -n)"
folder=$(mktemp -d)
name=dialbench-test-$$
finish() {
  [ -z "${modem:-}" ] || { kill "$modem" 2>/dev/null || true; wait "$modem" 2>/dev/null || true; }
  rm -rf "$folder" "/etc/iaxmodem/$name" "/var/log/iaxmodem/$name"*
}
trap finish EXIT
mkdir -p /etc/iaxmodem /var/log/iaxmodem
cat >"/etc/iaxmodem/$name" <<END
device $folder/modem
owner uucp:uucp
mode 660
port 4570
refresh 0
server 127.0.0.1
peername test
secret test
codec slinear
END
chmod 755 "$folder"
unshare -n bash -c 'ip link set lo up 2>/dev/null || true; exec iaxmodem "$1"' bash "$name" >"$folder/log" 2>&1 &
modem=$!
# The modem makes its link when it can be dialled; inotify would be finer, but its folder is all there is to watch.
for _ in $(seq 200); do [ -e "$folder/modem" ] && break; read -rt 0.05 <> <(:) || true; done
[ -e "$folder/modem" ] || { cat "$folder/log"; echo "iaxmodem gave no port"; exit 1; }
status=0
out=$("$program" dial -p "$folder/modem" --line simulator --json 5551234) || status=$?
printf '%s\n' "$out"
[ "$status" = 78 ] || { echo "expected exit status 78, got $status"; exit 1; }
case $out in *'"word": "NO ANSWER"'*) ;; *) echo "expected the modem's own NO ANSWER"; exit 1 ;; esac
