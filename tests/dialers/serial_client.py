"""A port of python3-serial, and what a test wants of it: texts that must come, lines that must show."""
import time

import serial


class Port:
    def __init__(self, url, shows_within=30):
        self.shows_within = shows_within  # seconds
        self.serial = serial.serial_for_url(url, baudrate=9600, timeout=30)

    def says(self, text):
        self.serial.write(text)

    def hears(self, text):
        got = self.serial.read_until(text)
        assert got.endswith(text), (text, got)

    def shows(self, line, wanted):
        give_up = time.monotonic() + self.shows_within
        while self._line(line) != wanted:
            assert time.monotonic() < give_up, (line, wanted)

    def _line(self, line):
        try:
            return getattr(self.serial, line)
        except serial.SerialException:  # the far side has told of no line yet; pyserial does not wait
            return None

    def calls_and_echoes(self):
        """A busy number, then one that sends back what it gets; the call is up then."""
        self.says(b"ATE0\r")
        self.hears(b"OK\r\n")
        self.says(b"ATDT5550176\r")
        self.hears(b"BUSY\r\n")
        self.says(b"ATDT5550101\r")
        self.hears(b"CONNECT 33600\r\n")
        self.says(b"\xff\x00\xff\xff")
        self.hears(b"\xff\x00\xff\xff")

    def is_hung_up_by_dtr(self):
        self.shows("cd", True)
        self.serial.dtr = False
        self.hears(b"NO CARRIER\r\n")
        self.shows("cd", False)
        self.serial.dtr = True
