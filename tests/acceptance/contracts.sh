#!/bin/bash
# contracts.sh CLAUSELINT [FOLDER...]: reviews every .docx of the folders and has the marked files judged by gate.py.
#
# CLAUSELINT is the program. Without folders: the contracts under $CLAUSELINT_SHARED/corpora/contracts-docx (en, zh).
# REVIEW_OPTIONS may hold more options for `review` (`--matter FILE`). Exit: 0 passed, 1 a check failed, 77 nothing to judge.
set -u
program=${1:?usage: contracts.sh CLAUSELINT [FOLDER...]}
shift
here=$(cd "$(dirname "$0")" && pwd)
shared=${CLAUSELINT_SHARED:-$here/../../../shared}
export CLAUSELINT_SHARED=$shared
[ $# -gt 0 ] || set -- "$shared/corpora/contracts-docx/en" "$shared/corpora/contracts-docx/zh"
command -v python3 >/dev/null || { echo "SKIPPED: no python3"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

review() {  # FILE FOLDER: the marked file's path on stdout; the exit code is the program's
  mkdir -p "$2"
  "$program" review "$1" -o "$2" --date 2026-01-01T00:00:00Z ${REVIEW_OPTIONS:-} >"$2/stdout" 2>"$2/stderr"
  local code=$?
  find "$2" -name '*.docx' ! -name '*summary*' | head -1
  return $code
}

number=0
failed=0
refused=0
: >"$work/pairs"
for folder in "$@"; do
  [ -d "$folder" ] || { echo "SKIPPED: no folder $folder"; continue; }
  for file in "$folder"/*.docx; do
    [ -f "$file" ] || continue
    number=$((number + 1))
    before=$(cksum <"$file")
    marked=$(review "$file" "$work/$number")
    code=$?
    again=$(review "$file" "$work/$number-again")
    if [ "$before" != "$(cksum <"$file")" ]; then
      echo "FAIL the input was changed: $file"
      failed=$((failed + 1))
    fi
    if [ $code -ge 3 ] || [ -z "$marked" ]; then
      if grep -qE 'protected|signature|UTF-16|64-bit' "$work/$number/stderr"; then
        echo "refused: $(basename "$file"): $(tail -1 "$work/$number/stderr")"
        refused=$((refused + 1))
      else
        echo "FAIL exit $code: $(basename "$file"): $(tail -1 "$work/$number/stderr")"
        failed=$((failed + 1))
      fi
      continue
    fi
    if ! cmp -s "$marked" "$again"; then
      echo "FAIL a second run gives other bytes: $(basename "$file")"
      failed=$((failed + 1))
    fi
    printf '%s\t%s\t%s\n' "$file" "$marked" clauselint >>"$work/pairs"
  done
done
if [ $number -eq 0 ]; then
  echo "SKIPPED: no documents to judge (set CLAUSELINT_SHARED)"
  exit 77
fi
echo "$number documents reviewed, $refused refused with a reason, $failed failed"
python3 "$here/gate.py" "$work/pairs" "$work/gate" || failed=$((failed + 1))
exit $((failed > 0))
