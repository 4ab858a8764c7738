#!/bin/sh
# dialbench itself: dialbench.sh PORT NUMBER. Its status is 0 for a connection, else the RAS code minus 600.
"${DIALBENCH:-dialbench}" dial -p "$1" "$2" --dial-timeout 20s >/dev/null
