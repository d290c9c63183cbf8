#!/usr/bin/env bash
# Kills a sweep at random moments and lets it go on, then compares with one that was left alone: the
# same files with the same bytes, but for the store, which holds the same rows in other places.
#
#   Tests/Scripts/kill-sweep.sh [lindung] [kills] [points] [seed]
set -euo pipefail
cd "$(dirname "$0")/../.."
lindung=${1:-.build/release/lindung}
kills=${2:-50}
points=${3:-20000}
RANDOM=${4:-1}

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat > "$folder/sapuan.yaml" <<YAML
name: dibunuh
scenario: $PWD/scenarios/kota-probolinggo/dasar.yaml
policies:
  dasar: {}
  separuh: { quota.pedagang: { scale: 0.5 } }
design: { kind: lhs, points: $((points / 2)), seed: 7 }
inputs:
  rate.lapse: 0.05 .. 0.5
  quota.petani: { scale: 0.5 .. 1.5 }
  purse.ceiling.dbh-cht: { from: 2026-01, scale: [0.4, 0.7, 1] }
  waiting_restarts: [true, false]
YAML
words=("$folder/sapuan.yaml" --data notebooks-data --quiet --out)

same() {
  diff -r --exclude sweep.store "$folder/whole" "$folder/killed"
}

begin=$(date +%s%N)
"$lindung" sweep "${words[@]}" "$folder/whole"
whole=$(((($(date +%s%N) - begin)) / 1000000))
# Long enough for the start, short enough that several kills fall within one sweep.
longest=$((whole < 1200 ? whole : 1200))

killed=0
finished=0
while [ "$killed" -lt "$kills" ]; do
  "$lindung" sweep "${words[@]}" "$folder/killed" &
  process=$!
  sleep "$(printf '0.%03d' $((RANDOM % longest % 1000)))"
  if kill -9 "$process" 2>/dev/null; then killed=$((killed + 1)); fi
  if wait "$process" 2>/dev/null; then
    # It was done before it could be killed: compare, then begin anew.
    finished=$((finished + 1))
    same
    rm -r "$folder/killed"
  fi
done
"$lindung" sweep "${words[@]}" "$folder/killed"
same
echo "$killed kills, $((finished + 1)) sweeps brought to their end, the same bytes as one of $whole ms"
