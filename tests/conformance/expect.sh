#!/bin/sh
# Expect, as scripts for modems are commonly written: expect.sh PORT NUMBER. 0 for CONNECT.
stty -F "$1" raw -echo
exec expect -f - "$1" "$2" <<'END'
log_user 0
lassign $argv port number
spawn -open [open $port r+]
set timeout 5
send "ATZ\r"
expect "OK" {} timeout { exit 2 } eof { exit 3 }
set timeout 20
send "ATDT$number\r"
expect {
  "CONNECT" { exit 0 }
  "BUSY" { exit 4 }
  "NO CARRIER" { exit 5 }
  "NO DIALTONE" { exit 6 }
  "NO ANSWER" { exit 7 }
  "VOICE" { exit 8 }
  "ERROR" { exit 9 }
  timeout { exit 2 }
  eof { exit 3 }
}
END
