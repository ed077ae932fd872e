#!/bin/sh
# The manual pages and --help name the same options; the pages name all exit codes.
#
# usage: manual_test.sh DIRECTORY-OF-PROGRAMS DIRECTORY-OF-MANUAL-PAGES
set -eu

programs=$1
manuals=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
LC_ALL=C
export LC_ALL
failed=0

# compare PROGRAM: the long options of the program and of its commands against those of its page.
compare() {
  program=$1
  {
    "$programs/$program" --help
    for command in $("$programs/$program" --help | sed -n '/^Subcommands:/,$ s/^  \([a-z][a-z-]*\) .*/\1/p'); do
      "$programs/$program" "$command" --help
      grep -q "^\.Cm $command\$" "$manuals/$program.1" || echo " --the-command-$command"
    done
  } | grep -oE '(^|[ ,])--[a-z][a-z-]+' | tr -d ' ,' | sort -u >"$scratch/help"
  sed -n 's/^\.It Fl //p' "$manuals/$program.1" | grep -oE '(^|[ ,])-[a-z][a-z-]+' | tr -d ' ,' | sed 's/^/-/' |
    sort -u >"$scratch/manual"
  diff -u --label "$program.1" --label "$program --help" "$scratch/manual" "$scratch/help" || failed=1
}

compare warta-indexer
compare warta-searcher

# Exit codes: the table of the code, and that of each page.
sed -n 's/^  [a-z_]* = \([0-9]*\),.*/\1/p' "$manuals/../../base/exit_codes.h" >"$scratch/codes"
for program in warta-indexer warta-searcher; do
  sed -n '/^\.Sh EXIT STATUS/,/^\.El/s/^\.It \([0-9]*\)$/\1/p' "$manuals/$program.1" >"$scratch/manual-codes"
  diff -u --label base/exit_codes.h --label "$program.1" "$scratch/codes" "$scratch/manual-codes" || failed=1
done
exit "$failed"
