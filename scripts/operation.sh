# What the operator's scripts share: help, log lines, one run at a time, signals. Sourced by a script that begins with
#
#   #!/bin/sh
#   # What it does.
#   #
#   # usage: ...                   (this comment, up to the first other line, is what show_help prints)
#   set -eu
#   # shellcheck source=scripts/operation.sh
#   . "$(dirname "$0")/operation.sh"
#   begin NAME
#
# and then uses, in this order:
#
#   take_option "$1" && shift ...  the options that all scripts have; see there
#   show_help                      prints the script's opening comment
#   fail CODE TEXT                 logs the text and ends with one of the exit codes below
#   find_program warta-indexer     prints the path: the one installed beside the scripts, of PATH, or of this build
#   take_lock FILE                 one run at a time: ends with $kLocked where another run has FILE, after $wait_seconds
#   take_writers_lock DB           keeps every writer out of the database until release_writers_lock; the same exit code
#   generation_of DB               prints the name of the current generation; nothing where there is no database
#   event TEXT                     a line of the log: time, name of the script, text (say counts in it)
#   run_or_fail COMMAND...         runs it, each line that it prints an event; ends with its exit code where that is not 0
#   run_logged COMMAND...          the same, but returns the exit code; both hand signals on
#   forget_held                    ends without a mail also where the exit code is not 0
#   finish TEXT                    the last event, with the seconds since begin; then exit 0
#
# Log lines go to a terminal and to systemd's journal at once. Where neither reads (cron), they are held back and
# printed only if the run fails: a mail that comes is a mail to read. --log FILE keeps every line in either case.
# shellcheck shell=sh

# Exit codes: those of the programs (base/exit_codes.h).
# shellcheck disable=SC2034  # each script takes those that it needs
{
  kSuccess=0 kUsage=2 kInputSkipped=3 kNoDatabase=4 kLocked=6 kIoError=7 kInterrupted=130
}

operation=""
dry_run=false
wait_seconds=0
log_file=""
option_width=0 # arguments that take_option took
discarded=""   # what a script makes for itself, and is removed at its end
child=""

# begin NAME: names the script, and keeps its held lines from getting lost.
begin() {
  operation=$1
  began=$(date +%s)
  work=$(mktemp -d "${TMPDIR:-/tmp}/warta-$operation.XXXXXX")
  : >"$work/held"
  trap 'end "$?"' EXIT
  trap 'interrupt' INT TERM HUP
}

# end CODE: what was held back is worth reading where the run failed.
end() {
  trap - EXIT
  [ "$1" -eq 0 ] || cat "$work/held" >&2
  rm -rf "$work" ${discarded:+"$discarded"}
  exit "$1"
}

# A signal goes to the program that runs, which ends at its next commit; without one the script ends here.
interrupt() {
  if [ -n "$child" ]; then kill -TERM "$child" 2>/dev/null || true; else fail "$kInterrupted" "interrupted"; fi
}

# take_option ARGUMENT...: takes --help, --dry-run, --wait SECONDS or --log FILE from the front, and sets option_width
# to the number of arguments to shift. Returns 1, and takes nothing, where the first argument is none of them.
take_option() {
  option_width=1
  case "$1" in
    -h | --help) show_help && exit 0 ;;
    --dry-run) dry_run=true ;;
    --wait | --log)
      [ $# -ge 2 ] || fail "$kUsage" "$1 needs a value; see --help"
      option_width=2
      if [ "$1" = --log ]; then log_to "$2"; else wait_seconds=$2; fi
      case "$wait_seconds" in *[!0-9]* | "") fail "$kUsage" "--wait $wait_seconds: not a number of seconds" ;; esac
      ;;
    *) return 1 ;;
  esac
}

# The first line makes the file: a dry run writes none.
log_to() {
  if [ -e "$1" ]; then [ ! -d "$1" ] && [ -w "$1" ]; else [ -w "$(dirname "$1")" ]; fi ||
    fail "$kIoError" "$1: cannot be written"
  log_file=$1
}

show_help() {
  sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$0"
}

# Whether somebody or something reads lines as they come.
is_watched() {
  [ -t 1 ] || [ -n "${JOURNAL_STREAM:-}" ]
}

event() {
  line="$(date +%Y-%m-%dT%H:%M:%S%z) $operation: $*"
  if is_watched; then printf '%s\n' "$line"; else printf '%s\n' "$line" >>"$work/held"; fi
  [ -z "$log_file" ] || $dry_run || printf '%s\n' "$line" >>"$log_file"
}

# Takes back what was held: the run failed in a way that is no news to whoever reads mail of cron.
forget_held() {
  : >"$work/held"
}

fail() {
  failed_with=$1
  shift
  event "$*"
  exit "$failed_with"
}

finish() {
  event "$* ($(($(date +%s) - began)) s)"
  exit 0
}

# find_program NAME
find_program() {
  for path in "$(dirname "$0")/../../bin/$1" "$(dirname "$0")/../build/release/bin/$1"; do
    if [ -x "$path" ]; then printf '%s\n' "$path" && return; fi
  done
  command -v "$1" || fail "$kIoError" "$1 is not installed"
}

# take_lock FILE: the lock is held by this shell, and goes with it however it ends.
take_lock() {
  if $dry_run; then return 0; fi
  (: >>"$1") 2>/dev/null || fail "$kIoError" "$1: cannot be written"
  exec 9>>"$1"
  flock -w "$wait_seconds" 9 || fail "$kLocked" "another run has $1"
}

# take_writers_lock DB: the lock of warta-indexer itself, on a descriptor that no program of ours inherits for long.
take_writers_lock() {
  (: >>"$1/warta.lock") 2>/dev/null || fail "$kIoError" "$1/warta.lock: cannot be written"
  exec 8>>"$1/warta.lock"
  flock -w "$wait_seconds" 8 || fail "$kLocked" "$1: another program is writing to it"
}

release_writers_lock() {
  exec 8>&-
}

# generation_of DB: only a name that Warta gives; a stub file of Xapian may name anything.
generation_of() {
  sed -n 's/^auto \(gen-[0-9][0-9]*\)$/\1/p;q' "$1/XAPIANDB" 2>/dev/null || true
}

# run_logged COMMAND...: with --dry-run only prints it. The program does not get the lock: were it to outlive this
# shell, the database's own lock still keeps others out.
run_logged() {
  if $dry_run; then
    printf '%s\n' "$*"
    return 0
  fi
  rm -f "$work/lines" && mkfifo "$work/lines"
  "$@" >"$work/lines" 2>&1 9>&- &
  child=$!
  while IFS= read -r printed; do event "${printed#warta-indexer: }"; done <"$work/lines"
  while :; do
    run_code=0
    wait "$child" || run_code=$?
    kill -0 "$child" 2>/dev/null || break # a signal ends the wait before the program
  done
  child=""
  return "$run_code"
}

run_or_fail() {
  code=0
  run_logged "$@" || code=$?
  [ "$code" -eq 0 ] || fail "$code" "ended with exit code $code"
}
