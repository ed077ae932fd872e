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

# offers "WORDS TYPED" EXPECTED: what bash would offer for the last word, sorted, must be EXPECTED. Bash itself makes a
# word of each = sign.
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
offers "warta-indexer --ver" "--version"
offers "warta-indexer stats --format = j" "json"
offers "warta-indexer stats --format =" "json text"
offers "warta-indexer stats --format zzz" ""
offers "warta-indexer add berita.db --st" "--stemmer --stop-words"
offers "warta-indexer stats --for" "--format"
offers "warta-indexer stats --format " "json text"
offers "warta-indexer split --by m" "month"
offers "warta-searcher db --sort new" "newest"
offers "warta-searcher db --no-s" "--no-synonyms"
offers "warta-searcher db --fa" "--facet-size --facets --fail-if-empty"
touch berita.db "berita lama.db" stats jsonl
offers "warta-indexer check berita." "berita.db"
offers "warta-searcher berita." "berita.db"
offers "warta-searcher db --batch berita." "berita.db"
offers "warta-indexer export db -o berita." "berita.db"
# What takes no file is offered none; and a file is no command, nor a word of the query one.
offers "warta-indexer b" ""
offers "warta-indexer s" "split stats sync"
offers "warta-indexer add db --threads b" ""
offers "warta-indexer stats --format j" "json"
offers "warta-searcher db --limit b" ""
offers "warta-searcher stem b" ""
offers "warta-searcher db stem --sort new" "newest"
offers "warta-searcher db ste" ""

# fish tells what it offers, with an explanation behind a tab.
if command -v fish >/dev/null; then
  # fish_offers TYPED EXPECTED
  fish_offers() {
    local found
    found=$(HOME=$scratch fish --no-config -c "source $scratch/warta-indexer.fish
      source $scratch/warta-searcher.fish
      complete -C '$1'" | cut -f 1 | LC_ALL=C sort | tr '\n' ' ')
    [ "${found% }" = "$2" ] || { echo "fish, completing '$1': '${found% }', not '$2'" && failures=$((failures + 1)); }
  }
  fish_offers "warta-indexer che" "check"
  fish_offers "warta-indexer jso" ""
  fish_offers "warta-indexer check berita." "berita.db"
  fish_offers "warta-indexer stats --format " "json text"
  fish_offers "warta-indexer add db --threads b" ""
  fish_offers "warta-searcher db --sort new" "newest"
fi
exit "$((failures > 0))"
