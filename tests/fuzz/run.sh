#!/usr/bin/env bash
# Fuzzes: run.sh BUILD SECONDS [TARGET...]      all targets together within that many seconds, on two cores
#         run.sh BUILD runs=COUNT [TARGET...]   so many inputs for each, however long it takes
#         run.sh BUILD merge [TARGET...]        what was found joins tests/fuzz/corpus, as few inputs as see the same
# BUILD is configured with clang and -DDIALBENCH_FUZZ=ON, and its target `fuzz` is built. An input that breaks a rule is
# left in BUILD/fuzz/TARGET/, and the status is 1. FUZZ_BYTES=512 keeps inputs shorter than 4096 bytes, and is faster.
# FUZZ_SEED=1 makes the same inputs in the same order every time: it begins with the kept corpus alone, in the order of
# the names and not of the folder, and without random addresses (where setarch may), which libFuzzer's choices hang on.
set -euo pipefail
[ $# -ge 2 ] || { sed -n '2,8s/^# //p' "$0" >&2; exit 64; }
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
build=$(cd "$1" && pwd)
how=$2
shift 2
cores=2
input_bytes_max=${FUZZ_BYTES:-4096}
corpus_bytes_max=200 # of a kept input, unless a person wrote it

targets=("$@")
if [ ${#targets[@]} -eq 0 ]; then
  for source in "$here"/*.cpp; do
    name=$(basename "$source" .cpp)
    [ "$name" = replay ] || targets+=("$name")
  done
fi
case $how in
runs=*) limit="-runs=${how#runs=}" ;;
merge) limit="" ;;
*)
  rounds=$(((${#targets[@]} + cores - 1) / cores))
  limit="-max_total_time=$((how / rounds))"
  ;;
esac

program() { printf '%s/tests/fuzz/fuzz-%s' "$build" "$1"; }

options() { # TARGET
  printf '%s\n' "-max_len=$input_bytes_max" -timeout=20 -rss_limit_mb=1024 -print_final_stats=1 -verbosity=1
  [ ! -f "$here/$1.dict" ] || printf '%s\n' "-dict=$here/$1.dict"
}

run() { # TARGET : its table row; false after a finding
  local name=$1 folder=$build/fuzz/$1 log=$build/fuzz/$1.log began=$SECONDS status=0 executions
  local arguments fixed=()
  mapfile -t arguments < <(options "$name")
  mkdir -p "$folder/found"
  if [ -n "${FUZZ_SEED:-}" ]; then
    (export LC_ALL=C && printf '%s,' "$here/corpus/$name"/*) | sed 's/,$//' >"$folder/corpus"
    ! setarch -R true 2>/dev/null || fixed=(setarch -R)
    arguments+=("-seed=$FUZZ_SEED" "-seed_inputs=@$folder/corpus")
  else
    arguments+=("$folder/found" "$here/corpus/$name")
  fi
  "${fixed[@]}" "$(program "$name")" "${arguments[@]}" "$limit" "-artifact_prefix=$folder/" >"$log" 2>&1 || status=$?
  executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  local seconds=$((SECONDS - began))
  printf '%-14s %11s executions %8d /s %5d s\n' "$name" "${executions:-?}" $((${executions:-0} / (seconds > 0 ? seconds : 1))) $seconds
  [ $status -eq 0 ] && return
  grep -E '^broken:|ERROR:|SUMMARY:|runtime error|Test unit written|terminate called' "$log" | sed 's/^/  /'
  return 1
}

merge() { # TARGET
  local name=$1 new=$build/fuzz/$1/merged kept=$here/corpus/$1 input
  rm -rf "$new"
  mkdir -p "$new" "$build/fuzz/$1/found"
  "$(program "$name")" -merge=1 "-max_len=$corpus_bytes_max" "$new" "$kept" "$build/fuzz/$name/found" >"$build/fuzz/$name.log" 2>&1
  # libFuzzer names an input by its hash. One that a person wrote has a name, and stays whether it is needed or not.
  find "$kept" -type f -regextype posix-extended -regex '.*/[0-9a-f]{40}' -delete
  for input in "$kept"/*; do rm -f "$new/$(sha1sum <"$input" | cut -d' ' -f1)"; done
  find "$new" -type f -exec cp -t "$kept" {} +
  printf '%-14s %6d inputs %8d bytes\n' "$name" "$(find "$kept" -type f | wc -l)" "$(cat "$kept"/* | wc -c)"
}

mkdir -p "$build/fuzz"
for name in "${targets[@]}"; do
  [ -x "$(program "$name")" ] || { printf 'Not built: %s. ninja -C %s fuzz\n' "$(program "$name")" "$build" >&2; exit 64; }
done
failed=0
if [ "$how" = merge ]; then
  for name in "${targets[@]}"; do merge "$name"; done
  exit 0
fi
running=0
for name in "${targets[@]}"; do
  if [ $running -ge $cores ]; then
    wait -n || failed=1
    running=$((running - 1))
  fi
  run "$name" &
  running=$((running + 1))
done
while [ $running -gt 0 ]; do
  wait -n || failed=1
  running=$((running - 1))
done
exit $failed
