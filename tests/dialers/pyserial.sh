#!/usr/bin/env bash
# python3-serial's RFC 2217 client opens the emulated modem, dials, sees the lines, and hangs up by DTR.
. "$(dirname "$0")/common.sh"
python=/usr/bin/python3
"$python" -c 'import serial' 2>/dev/null || skip "python3-serial is not installed"
mkfifo "$folder/ready"
"$program" emulate --rfc2217 0 --pace 20 >"$folder/ready" &
emulator=$!
read -r line <"$folder/ready"
[[ $line =~ rfc2217=([^ ]+) ]] || { echo "no ready line: $line"; exit 1; }
timeout 120 "$python" - "${BASH_REMATCH[1]}" <<'PYTHON'
import sys
import time
import serial

port = serial.serial_for_url("rfc2217://" + sys.argv[1], baudrate=9600, timeout=30)


def until(text):
    got = port.read_until(text)
    assert got.endswith(text), (text, got)


def lines_show(what, wanted):
    give_up = time.monotonic() + 30
    while getattr(port, what) != wanted:
        assert time.monotonic() < give_up, (what, wanted)


assert port.dsr and port.cts and not port.cd
port.write(b"ATE0\r")
until(b"OK\r\n")
port.write(b"ATDT5550176\r")
until(b"BUSY\r\n")
port.write(b"ATDT5550101\r")
until(b"CONNECT 33600\r\n")
lines_show("cd", True)
port.write(b"\xff\x00\xff\xff")
until(b"\xff\x00\xff\xff")
port.dtr = False
until(b"NO CARRIER\r\n")
lines_show("cd", False)
port.dtr = True
port.baudrate = 57600
port.parity = serial.PARITY_EVEN
port.send_break(0.01)
port.reset_input_buffer()
port.write(b"\rAT\r")
until(b"OK\r\n")
port.close()

again = serial.serial_for_url("rfc2217://" + sys.argv[1], timeout=30)
again.write(b"AT\r")
assert again.read_until(b"OK\r\n").endswith(b"OK\r\n")
again.close()
PYTHON
echo "pyserial: dialled, saw DCD, hung up by DTR"
