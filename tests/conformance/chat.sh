#!/bin/sh
# chat(8) as its manual and most guides have it: chat.sh PORT NUMBER. Its status is the script's.
stty -F "$1" raw -echo
status=0
"$(command -v chat || echo /usr/sbin/chat)" -t 20 ABORT BUSY ABORT 'NO CARRIER' ABORT 'NO DIALTONE' ABORT 'NO ANSWER' ABORT VOICE ABORT ERROR \
  '' ATZ OK "ATDT$2" CONNECT '' <"$1" >"$1" || status=$?
exit $status
