#!/usr/bin/env bash
# train.sh SETS_DIR MODEL [OPTION…]: makes the model of names again, to the same bytes.
# SETS_DIR holds the public training sets as JSON Lines (see MODEL-CARD.md); the tables beside this script are the rest.
# With LEAVE_OUT=NAME one source is left out and scored instead.
set -euo pipefail
sets=$(cd "${1:?SETS_DIR}" && pwd); model=${2:?MODEL}; shift 2
here=$(cd "$(dirname "$0")" && pwd); root=$here/../..
swift build --package-path "$root" -c release --product train-entities > /dev/null
sources=(
  gmb="$sets/gmb_first90pct_notitles.jsonl":1
  wikigold="$sets/wikigold.jsonl":1
  crossner="$sets/crossner_politics_train.jsonl":4
  btc="$sets/btc_train.jsonl":0.5
  wnut="$sets/wnut17_train.jsonl":0.3
  news="$here/news.jsonl":0.5
)
arguments=()
for source in "${sources[@]}"; do
  name=${source%%=*}; rest=${source#*=}
  if [ "$name" = "${LEAVE_OUT:-}" ]; then arguments+=(--dev "${rest%%:*}"); else arguments+=(--train "$source"); fi
done
"$root/.build/release/train-entities" --clusters "$here/clusters.tsv" \
  --gazetteer "$here/geonames.tsv" --gazetteer "$here/territories.tsv" --gazetteer "$here/census_names.tsv" \
  --gazetteer "$here/news_names.tsv" --conventions "$here/conventions.tsv" "${arguments[@]}" \
  --epochs 3 --runs 3 --own-sources yes --dropout 0.2 \
  --blend gmb=0.25,crossner=0.3,wikigold=0.3,news=0.25,btc=0.15,wnut=0.15 --out "$model" "$@"
