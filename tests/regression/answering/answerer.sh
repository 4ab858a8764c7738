#!/bin/sh
# A small program that answers: answerer.sh PORT WAY [ONCE]. WAY is what it does, right or wrong; with ONCE it ends
# behind its first call. ANSWERING in the environment may say WAY, too.
#   ata      waits for RING, says ATA, as mgetty does        s0       lets the modem answer, ATS0=1
#   s0=N     the same at ring N                              eager    says ATA before anybody calls
#   never    hears RING and does nothing                     twice    says ATA again while the modems train
#   stays    never hangs up, and holds the port              dumb     answers, and says nothing
#   by-ath   hangs up with +++ and ATH                       deaf     goes on as if the call had not ended
port=$1 way=${2:-${ANSWERING:-ata}} once=${3:-}

say() { printf '%s\r' "$1" >&3; }
# The line that has one of these words; 1 where the port is gone.
wait_for() {
  while IFS= read -r line <&3; do
    for word in "$@"; do case $line in *"$word"*) return 0 ;; esac done
  done
  return 1
}

session() {
  exec 3<>"$port" || exit 1
  stty raw -echo icrnl <&3
  say ATE0Q0V1
  wait_for OK || exit 1
  case $way in
    s0) say ATS0=1 && wait_for OK ;;
    s0=*) say "AT$(printf '%s' "$way" | tr s S)" && wait_for OK ;;
    eager) say ATA ;;
    never) wait_for "NEVER" ;;
    *) wait_for RING && say ATA ;;
  esac
  if [ "$way" = twice ]; then
    sleep 0.1 # longer than the modem forgives
    say ATA
  fi
  wait_for CONNECT "NO CARRIER" || exit 1
  case $line in *CONNECT*) ;; *) exec 3>&-; sleep 0.5; return ;; esac
  [ "$way" = dumb ] || printf 'login: ' >&3
  # Who is asked and goes instead is missed here.
  while IFS= read -r line <&3; do
    case $line in
      *"NO CARRIER"*) [ "$way" = deaf ] || break ;;
      ?*) [ "$way" = deaf ] || [ "$way" = stays ] || { printf 'bye\r\n' >&3; break; } ;;
    esac
  done
  if [ "$way" = by-ath ]; then
    sleep 0.5 # the silence around an escape, at the pace of the scenario
    printf '+++' >&3
    wait_for OK && say ATH && wait_for OK
  fi
  sleep 0.1 # until all of it is out
  exec 3>&-
  sleep 0.5 # a shorter drop of DTR is none (S25)
}

while :; do
  session
  [ -z "$once" ] || exit 0
done
