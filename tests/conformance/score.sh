#!/usr/bin/env bash
# score.sh PROGRAM [DIALER...]: runs scripts/conformance/ against the dialers beside this file, and prints a table of
# what each of them gets right. A dialer that is not installed is left out, and said.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
suite=$here/../../scripts/conformance
DIALBENCH=$(realpath "$1")
export DIALBENCH
export DIALBENCH_SCRIPTS=${DIALBENCH_SCRIPTS:-$here/../../scripts}
shift
dialers=("$@")
[ ${#dialers[@]} -gt 0 ] || dialers=(dialbench chat expect kermit runscript wvdial)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
columns=()
for dialer in "${dialers[@]}"; do
  case $dialer in dialbench) program=$DIALBENCH ;; chat) program=$(command -v chat || echo /usr/sbin/chat) ;; *) program=$dialer ;; esac
  command -v "$program" >/dev/null || { echo "$dialer is not installed, and left out." >&2; continue; }
  DIALER="sh $here/$dialer.sh" "$DIALBENCH" test --pty --jobs 4 --tap "$suite" >"$folder/$dialer" || true
  columns+=("$dialer")
done
[ ${#columns[@]} -gt 0 ] || exit 1
grep -qE '^(not )?ok ' "$folder/${columns[0]}" || { echo "The suite did not run; what $DIALBENCH says of it stands above." >&2; exit 1; }
names=$(sed -n 's/^\(not \)\?ok [0-9]* - //p' "$folder/${columns[0]}")
printf '| scenario |'; printf ' %s |' "${columns[@]}"
printf '\n|---|'; printf '%.0s---|' "${columns[@]}"
printf '\n'
while IFS= read -r name; do
  printf '| %s |' "$name"
  for dialer in "${columns[@]}"; do
    if sed -n 's/^ok [0-9]* - //p' "$folder/$dialer" | grep -qxF -e "$name"; then printf ' yes |'; else printf ' no |'; fi
  done
  printf '\n'
done <<<"$names"
printf '| **of %d** |' "$(wc -l <<<"$names")"
for dialer in "${columns[@]}"; do printf ' **%d** |' "$(grep -cE '^ok ' "$folder/$dialer")"; done
printf '\n'
