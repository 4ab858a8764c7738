#!/bin/sh
# wvdial, told to begin PPP as soon as there is a connection: wvdial.sh PORT NUMBER. In place of pppd stands a program
# that only notes that it was started; 0 where it was.
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/pppd" <<END
#!/bin/sh
: >"$folder/connected"
END
chmod +x "$folder/pppd"
cat >"$folder/wvdial.conf" <<END
[Dialer Defaults]
Modem = $1
Baud = 115200
Phone = $2
Username = nobody
Password = none
Stupid Mode = yes
New PPPD = no
PPPD Path = $folder/pppd
Auto Reconnect = off
Auto DNS = off
Check DNS = off
Check Def Route = off
Abort on Busy = on
Dial Attempts = 1
Dial Timeout = 20
END
wvdial -C "$folder/wvdial.conf"
[ -e "$folder/connected" ]
