#!/bin/sh
# C-Kermit with its generic modem type: kermit.sh PORT NUMBER. 0 where its dial status is success.
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/script" <<END
set exit warning off
set quiet on
set modem type generic-high-speed
set line $1
set carrier-watch off
set flow-control none
set dial display off
set dial retries 1
set dial timeout 20
dial $2
if success exit 0
exit \\v(dialstatus)
END
HOME=$folder kermit "$folder/script"
