#!/bin/sh
# The manual pages, as the build made them, are whole, can be read without a warning, and name all exit codes. What they
# say of options and commands is made from what parses these (unit/command_line).
#
# usage: manual_test.sh DIRECTORY-OF-MANUAL-PAGES TREE
set -eu
manuals=$1
tree=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0

# quiet COMMAND...: the command has nothing to say of the page, where it is installed.
quiet() {
  command -v "$1" >/dev/null || return 0
  "$@" >"$scratch/warnings" 2>&1 || failed=1
  [ ! -s "$scratch/warnings" ] || { failed=1 && sed "s|^|$1: |" "$scratch/warnings"; }
}

sed -n 's/^  [a-z_]* = \([0-9]*\),.*/\1/p' "$tree/base/exit_codes.h" >"$scratch/codes"
for program in warta-indexer warta-searcher; do
  page=$manuals/$program.1
  quiet groff -mandoc -Tutf8 -ww -z "$page"
  quiet mandoc -Tlint -Wwarning "$page"
  ! grep -n '@[A-Z_]*@' "$page" || failed=1
  sed -n '/^\.Sh EXIT STATUS/,/^\.El/s/^\.It \([0-9]*\)$/\1/p' "$page" >"$scratch/manual-codes"
  diff -u --label base/exit_codes.h --label "$program.1" "$scratch/codes" "$scratch/manual-codes" || failed=1
done
exit "$failed"
