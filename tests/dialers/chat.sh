#!/usr/bin/env bash
# chat(8) of Debian's ppp dials the emulated modem: it connects, and sees BUSY as BUSY.
. "$(dirname "$0")/common.sh"
chat=$(command -v chat || echo /usr/sbin/chat)
need "$chat"
serve 20
dial() { # NUMBER -> chat's status: 0 connected, 4 and up the ABORT string
  local status=0
  timeout 60 "$chat" -t 20 ABORT BUSY ABORT 'NO CARRIER' '' ATZ OK "ATDT$1" CONNECT '' \
    <"$folder/modem" >"$folder/modem" 2>/dev/null || status=$?
  echo "$status"
}
stty -F "$folder/modem" raw -echo
expect "chat, a number that is busy" "$(dial 5550176)" 4
expect "chat, a number that answers" "$(dial 5550100)" 0
