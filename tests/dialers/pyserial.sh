#!/usr/bin/env bash
# python3-serial's RFC 2217 client opens the emulated modem, dials, sees the lines, and hangs up by DTR.
. "$(dirname "$0")/common.sh"
need_serial_client
emulate 20 --rfc2217 0
timeout 120 "$python" - "$port" <<'PYTHON'
import sys
import serial
from serial_client import Port

port = Port("rfc2217://" + sys.argv[1])
assert port.serial.dsr and port.serial.cts and not port.serial.cd
port.calls_and_echoes()
port.is_hung_up_by_dtr()
port.serial.baudrate = 57600
port.serial.parity = serial.PARITY_EVEN
port.serial.send_break(0.01)
port.serial.reset_input_buffer()
port.says(b"\rAT\r")
port.hears(b"OK\r\n")
port.serial.close()

again = Port("rfc2217://" + sys.argv[1])
again.says(b"AT\r")
again.hears(b"OK\r\n")
again.serial.close()
PYTHON
echo "pyserial: dialled, saw DCD, hung up by DTR"
