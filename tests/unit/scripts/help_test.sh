#!/bin/sh
# Every script says how it is used, and does nothing else when it is asked that.
#
# usage: help_test.sh DIRECTORY-OF-SCRIPTS
set -eu

failed=0
for script in "$1"/*; do
  [ -x "$script" ] || continue
  if ! printed=$("$script" --help </dev/null) || ! printf '%s\n' "$printed" | grep -q '^usage: '; then
    echo "$script --help does not print a line that begins with usage:"
    failed=1
  fi
done
exit "$failed"
