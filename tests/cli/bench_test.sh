#!/bin/sh
# scripts/bench and scripts/bench-report on the sample articles, with Warta alone.
#
# usage: bench_test.sh DIRECTORY-OF-PROGRAMS SOURCE-DIRECTORY
set -eu

programs=$(cd "$1" && pwd)
sources=$(cd "$2" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=tests/cli/expect.sh
. "$here/expect.sh"
WARTA_DATA=$scratch/no-data
export WARTA_DATA
bench="$sources/scripts/bench"

# Without a corpus it says what to do.
run 2 "$bench" --systems warta
err_has "set WARTA_DATA, or name a corpus"
run 2 "$bench" --systems warta,elastic "$sources/tests/corpora/articles.jsonl"
err_has "unknown system elastic"

# A dry run names the steps and does none.
run 0 "$bench" --dry-run --systems warta --rounds 1 --directory measured "$sources/tests/corpora/articles.jsonl"
out_has "round 1: index, Warta"
[ ! -e measured ] || fail "a dry run wrote something"

quickly() {
  run "$1" "$bench" --systems warta --rounds 1 --programs "$programs" --directory measured --articles 20 --queries 5 \
    --processes 2 --additions 20 --warm-up 0 --ten-times "$sources/tests/corpora/articles.jsonl"
}
quickly 0
# Of 20 articles, ten times as many, and the 20 that are added to them.
for member in '"articles": 20' '"articles": 200' '"additions": 20' '"answered": 1.0' '"failed": {}'; do
  grep -qF "$member" measured/results.json || fail "results.json lacks $member"
done
holds 40 measured/warta-added

# Two at once would measure each other.
exec 9>measured/lock
flock 9
quickly 6
err_has "another benchmark runs"
exec 9>&-

# The report goes between the markers, and nowhere else.
mkdir docs
printf 'before\n<!-- speed: written by scripts/bench-report -->\nold\n<!-- end of speed -->\nafter\n' >docs/benchmarks.md
run 0 "$sources/scripts/bench-report" measured/results.json docs/benchmarks.md
[ "$(head -n 1 docs/benchmarks.md)/$(tail -n 1 docs/benchmarks.md)" = before/after ] || fail "text around the markers changed"
grep -q '^| Warta ' docs/benchmarks.md || fail "the report has no row of Warta"
! grep -q '^old$' docs/benchmarks.md || fail "the old report is still there"
run 2 "$sources/scripts/bench-report" measured/results.json "$sources/README.md"
err_has "lacks the lines"

finish
