#!/usr/bin/env bash
# A rule for the rewriters in the shell: a text that is all capitals is written small, with a capital at its start.
IFS= read -r hello || exit 1
echo '{"copydesk":"program","version":1,"kind":"edits","id":"lowercase-shouting","summary":"Writes a text of capitals small."}'
# One jq answers all questions; --unbuffered, so that nobody waits for an answer that is ready.
exec jq -c --unbuffered '
  .text as $t
  | {n, edits: (if ($t | test("^[A-Z][A-Z ,]+[.!?]$"))
      then [{start: 1, end: ($t | length), now: ($t[1:] | ascii_downcase)}] else [] end)}'
