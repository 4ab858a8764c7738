#!/usr/bin/env bash
# ser2net stands between python3-serial's RFC 2217 client and an emulated modem, in both of its ways: as the client of
# our RFC 2217 port, with the modem's lines, and on our pty, which has none.
. "$(dirname "$0")/common.sh"
PATH=$PATH:/usr/sbin:/sbin
need ser2net
need_serial_client

server=
stop() { # PID
  [ -z "$1" ] || { kill "$1" 2>/dev/null || true; wait "$1" 2>/dev/null || true; }
}
trap 'stop "$server"; finish' EXIT

# The port on 127.0.0.1 that the process $1 listens on, or nothing.
listens() {
  local inodes
  inodes=$(find "/proc/$1/fd" -lname 'socket:*' -printf '%l ' 2>/dev/null) || return 0
  awk -v inodes="$inodes" '$4 == "0A" && index(inodes, "[" $10 "]") { split($2, at, ":"); print at[2]; exit }' \
    "/proc/$1/net/tcp" 2>/dev/null || true
}

relay() { # CONNECTOR : sets number, of any port that is free
  cat >"$folder/ser2net.yaml" <<YAML
connection: &modem
  accepter: telnet(rfc2217=true),tcp,127.0.0.1,0
  timeout: 0
  connector: $1
  options: {kickolduser: false, max-connections: 1}
YAML
  ser2net -n -d -l -c "$folder/ser2net.yaml" -P "$folder/pid" >"$folder/log" 2>&1 &
  server=$!
  number=
  local give_up=$((SECONDS + 30))
  while [ -z "$number" ]; do
    kill -0 "$server" 2>/dev/null || { cat "$folder/log"; exit 1; }
    [ "$SECONDS" -lt "$give_up" ] || { echo "ser2net listens nowhere"; exit 1; }
    number=$(listens "$server")
  done
  number=$((16#$number))
}

dial() { # URL LINES
  timeout 120 "$python" - "$@" <<'PYTHON'
import sys
import time
from serial_client import Port

port = Port(sys.argv[1], shows_within=5)
port.calls_and_echoes()
if sys.argv[2] == "lines":
    port.shows("cd", True)
    assert port.serial.dsr and port.serial.cts and not port.serial.ri
    port.is_hung_up_by_dtr()
    port.says(b"\rATS7=255DT5550178\r")
    # A break ends a dial as any character does, when the dial is 125 ms old.
    got, give_up = b"", time.monotonic() + 30
    while b"NO CARRIER" not in got:
        assert time.monotonic() < give_up, got
        port.serial.send_break(0.01)
        got += port.serial.read(port.serial.in_waiting)
port.serial.close()
PYTHON
}

emulate 20 --rfc2217 0
relay "telnet(rfc2217=true),tcp,127.0.0.1,${port##*:}"
# On a busy machine ser2net now and then says nothing of a line that our port has told it of; a new connection starts
# anew. tests/dialers/pyserial.sh asks our port itself, which has to say it the first time.
attempts=1
until dial "rfc2217://127.0.0.1:$number" lines 2>"$folder/said"; do
  grep -qE "AssertionError: \('cd'" "$folder/said" && [ $attempts -lt 6 ] || { cat "$folder/said"; exit 1; }
  attempts=$((attempts + 1))
done
stop "$server"
stop "$emulator"
echo "ser2net, as the client of our RFC 2217 port: dialled, saw DCD, hung up by DTR, broke a dial off"

serve 20
relay "serialdev,$port,115200n81,local"
# A pty has no lines: ser2net says nothing to what python3-serial asks of them.
dial "rfc2217://127.0.0.1:$number?ign_set_control" none
dial "rfc2217://127.0.0.1:$number?ign_set_control" none
echo "ser2net, on our pty: dialled, left, and dialled again"
