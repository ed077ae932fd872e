#!/bin/bash
# Completion: bash is asked, zsh and fish read their scripts where they are installed.
#
# usage: completion_test.sh DIRECTORY-OF-PROGRAMS
set -eu
programs=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failures=0
export LC_ALL=C

for program in warta-indexer warta-searcher; do
  for shell in bash zsh fish; do "$programs/$program" --generate "$shell" >"$scratch/$program.$shell"; done
  # shellcheck source=/dev/null
  . "$scratch/$program.bash"
  ! command -v zsh >/dev/null || zsh -n "$scratch/$program.zsh" || failures=$((failures + 1))
  ! command -v fish >/dev/null || fish --no-execute "$scratch/$program.fish" || failures=$((failures + 1))
done

# offers "WORDS TYPED" EXPECTED: what bash would offer for the last word, sorted, must be EXPECTED.
offers() {
  read -r -a COMP_WORDS <<<"$1"
  case "$1" in *' ') COMP_WORDS+=('') ;; esac
  COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
  COMPREPLY=()
  "_${COMP_WORDS[0]//-/_}" || true
  local found
  found=$(printf '%s\n' "${COMPREPLY[@]}" | LC_ALL=C sort | tr '\n' ' ')
  [ "${found% }" = "$2" ] || { echo "completing '$1': '${found% }', not '$2'" && failures=$((failures + 1)); }
}

cd "$scratch"
mkdir kosong
cd kosong
offers "warta-indexer che" "check"
offers "warta-indexer stats --for" "--format"
offers "warta-indexer stats --format " "json text"
offers "warta-indexer split --by m" "month"
offers "warta-searcher db --sort new" "newest"
offers "warta-searcher db --no-s" "--no-synonyms"
offers "warta-searcher db --fa" "--facet-size --facets --fail-if-empty"
touch berita.db
offers "warta-indexer check ber" "berita.db"
offers "warta-searcher db --batch ber" "berita.db"
exit "$((failures > 0))"
