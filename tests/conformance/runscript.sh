#!/bin/sh
# The script interpreter of minicom, outside of it: runscript.sh PORT NUMBER. Its status is the script's.
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/script" <<END
verbose off
send ATZ
expect {
  "OK"
  timeout 5 exit 2
}
send ATDT$2
expect {
  "CONNECT" exit 0
  "BUSY" exit 4
  "NO CARRIER" exit 5
  "NO DIALTONE" exit 6
  "NO ANSWER" exit 7
  "VOICE" exit 8
  "ERROR" exit 9
  timeout 20 exit 2
}
END
stty -F "$1" raw -echo
status=0
runscript "$folder/script" <"$1" >"$1" || status=$?
exit $status
