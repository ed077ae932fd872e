#!/bin/sh
# Shards: split from a database they are whole databases, and together answer as it does.
#
# usage: shards_test.sh DIRECTORY-OF-PROGRAMS TREE
set -eu
tree=$2
programs=$1
# shellcheck source=tests/cli/expect.sh
. "$tree/tests/cli/expect.sh"

run 3 warta-indexer add utuh.db "$tree/tests/corpora/articles.jsonl" "$tree/tests/corpora/text" "$tree/tests/corpora/pages"
for by in hash month; do
  run 0 warta-indexer split utuh.db 3 "terbagi-$by" --by "$by"
  out_lines 3
  for shard in 1 2 3; do
    run 0 warta-indexer check "terbagi-$by/shard-$shard"
    out_has ", 0 problems"
  done
done

# What cannot be split, and where nothing is left behind.
run 2 warta-indexer split utuh.db 3 terbagi-hash
err_has "is not empty"
run 2 warta-indexer split utuh.db 256 kosong
err_has "too few articles"
[ ! -e kosong ] || fail "a refused split left something behind"
run 2 warta-indexer split utuh.db 0 nol
run 4 warta-indexer split tidak-ada.db 2 dua
run 6 flock utuh.db/warta.lock warta-indexer split utuh.db 2 terkunci

# Named one by one, the shards are one database too.
run 0 warta-searcher terbagi-hash/shard-1 --shard terbagi-hash/shard-2 --shard terbagi-hash/shard-3 beras --limit 1
cp out named
run 0 warta-searcher terbagi-hash/shards beras --limit 1
diff -I ' ms)' named out >/dev/null || fail "shards named and listed differ"

# What cannot be searched as one, and who does not answer.
run 0 warta-indexer add --stemmer none lain.db "$tree/tests/corpora/articles.jsonl"
run 5 warta-searcher utuh.db --shard lain.db beras
err_has "stemmer"
run 7 warta-searcher utuh.db --shard 127.0.0.1:1 --timeout 2 beras
err_has "127.0.0.1:1: "
run 4 warta-searcher utuh.db --shard tidak-ada beras

# The same answers, here and over the wire.
if command -v xapian-tcpsrv >/dev/null; then
  queries=$tree/tests/cli/shards_queries.tsv
  run 0 "$tree/scripts/compare-shards" --programs "$programs" utuh.db "$queries"
  run 0 "$tree/scripts/compare-shards" --programs "$programs" --by month --queries 5 utuh.db "$queries"
else
  echo "xapian-tcpsrv is not installed: served shards were not compared"
fi
finish
