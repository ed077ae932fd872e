# What the command-line tests share: a scratch directory, and words to say what is expected of a command.
# Sourced with the programs' directory as first argument; the test then works in its scratch directory.
# shellcheck shell=sh

PATH="$(cd "$1" && pwd):$PATH"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1
LC_ALL=C.UTF-8
NO_COLOR=1
export PATH LC_ALL NO_COLOR
failures=0
command="the test itself"

fail() {
  failures=$((failures + 1))
  printf 'FAILED: %s\n--- standard output:\n%s\n--- standard error:\n%s\n' "$1" "$(head -c 2000 out)" "$(head -c 2000 err)"
}

# run CODE COMMAND...: runs the command, keeps what it prints in out and err, and expects the exit code.
run() {
  expected=$1
  shift
  command=$*
  code=0
  "$@" >out 2>err </dev/null || code=$?
  [ "$code" -eq "$expected" ] || fail "$command: exit code $code, not $expected"
}

# What the last command printed.
out_has() { grep -qF -- "$1" out || fail "$command: standard output lacks: $1"; }
out_lacks() { ! grep -qF -- "$1" out || fail "$command: standard output has: $1"; }
err_has() { grep -qF -- "$1" err || fail "$command: standard error lacks: $1"; }
out_lines() { [ "$(wc -l <out)" -eq "$1" ] || fail "$command: $(wc -l <out) lines, not $1"; }
err_lines() { [ "$(wc -l <err)" -eq "$1" ] || fail "$command: $(wc -l <err) lines of messages, not $1"; }
out_is_empty() { [ ! -s out ] || fail "$command: standard output is not empty"; }
err_is_empty() { [ ! -s err ] || fail "$command: standard error is not empty"; }

# holds N DB: the database has so many articles, and is sound.
holds() {
  run 0 warta-indexer check "$2"
  out_has "$1 articles checked, 0 problems"
}

# The last line of a test.
finish() {
  [ "$failures" -eq 0 ] || { echo "$failures failures" && exit 1; }
}
