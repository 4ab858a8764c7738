#!/usr/bin/env bash
# C-Kermit dials the emulated modem: dial status 22 is busy, 0 is success.
. "$(dirname "$0")/common.sh"
need kermit
serve 20
dial() { # NUMBER
  cat >"$folder/script" <<END
set exit warning off
set quiet on
set modem type generic-high-speed
set line $folder/modem
set carrier-watch off
set flow-control none
set dial display off
set dial retries 1
set dial timeout 20
dial $1
exit \\v(dialstatus)
END
  local status=0
  HOME=$folder timeout 90 kermit "$folder/script" </dev/null >/dev/null 2>&1 || status=$?
  echo "$status"
}
expect "C-Kermit, a number that is busy" "$(dial 5550176)" 22
expect "C-Kermit, a number that answers" "$(dial 5550100)" 0
