#!/bin/sh
# Generations as a person meets them: reindexing, going back, synchronising, waiting, and the script for cron.
#
# usage: reindex_test.sh DIRECTORY-OF-PROGRAMS SOURCE-TREE
set -eu
here=$(cd "$(dirname "$0")" && pwd)
tree=$(cd "$2" && pwd)
# shellcheck source=tests/cli/expect.sh
. "$here/expect.sh"

i=0
while [ $i -lt 40 ]; do
  i=$((i + 1))
  echo "{\"id\":\"$i\",\"title\":\"Berita $i\",\"body\":\"Menteri mengatakan harga beras nomor $i naik.\"}"
done >berita.jsonl
run 0 warta-indexer add --quiet berita.db berita.jsonl

# stemmer: the one that the database has.
stemmer_is() {
  run 0 warta-indexer stats berita.db
  out_has "$1, analysis version"
}

# --- Reindexing changes settings, and nothing else.
run 0 warta-indexer reindex berita.db --stemmer none
out_is_empty
err_lines 1
err_has "gen-000002 is current: 40 articles, 40 of them indexed by this run, 0 damaged ones left out"
stemmer_is none
holds 40 berita.db
run 0 warta-indexer reindex --quiet berita.db
err_is_empty
stemmer_is none
run 2 warta-indexer reindex berita.db --stemmer tidak-ada
stemmer_is none
run 7 warta-indexer reindex berita.db --stop-words tidak-ada.txt
run 4 warta-indexer reindex tidak-ada.db
[ ! -e tidak-ada.db ] || fail "reindex made a database"
[ ! -e berita.db/reindex ] || fail "reindex left something behind"

# --- The generations, and back and forth between them.
run 0 warta-indexer generations berita.db
out_lines 2
grep -q "^gen-000003	current	-	40$" out || fail "$command: $(cat out)"
grep -qE "^gen-000002	earlier	[0-9]{4}-[0-9T:-]+Z	40$" out || fail "$command: $(cat out)"
run 0 warta-indexer reindex --quiet berita.db --stemmer lexicon --keep 5 --keep-for 7d
run 0 warta-indexer generations berita.db
out_lines 3
echo '{"id":"baru","title":"Baru","body":"Artikel yang datang kemudian."}' >baru.jsonl
run 0 warta-indexer add --quiet berita.db baru.jsonl
run 0 warta-indexer rollback berita.db
err_has "gen-000003 is current again; 1 articles that were added or changed after it are in gen-000004 only"
stemmer_is none
holds 40 berita.db
run 0 warta-indexer add --quiet berita.db baru.jsonl
run 0 warta-indexer rollback berita.db --to gen-000004
stemmer_is lexicon
holds 41 berita.db
run 2 warta-indexer rollback berita.db --to gen-000009
err_has "generations"
run 0 warta-indexer reindex --quiet berita.db --keep 0 --keep-for 0s
run 0 warta-indexer generations berita.db
out_lines 1
out_has gen-000005
run 2 warta-indexer rollback berita.db
run 4 warta-indexer rollback tidak-ada.db
run 4 warta-indexer generations tidak-ada.db
run 2 warta-indexer generations berita.db --keep-for selamanya

# --- To where one is already: nothing is done, and said.
pointer=$(stat -c %i berita.db/XAPIANDB)
run 0 warta-indexer rollback berita.db --to gen-000005
err_has "gen-000005 is current already; nothing was changed"
[ "$(stat -c %i berita.db/XAPIANDB)" = "$pointer" ] || fail "$command: the pointer was written anew"

# --- An archive whose pointer was lost is emptied by nobody, says how to come back, and comes back.
cp -r berita.db hilang.db
rm hilang.db/XAPIANDB
for writer in "add hilang.db baru.jsonl" "sync hilang.db baru.jsonl" "remove hilang.db 1" "reindex hilang.db" \
  "rollback hilang.db" "stats hilang.db" "export hilang.db" "generations hilang.db --keep 0"; do
  # shellcheck disable=SC2086  # words
  run 4 warta-indexer $writer
  err_has "warta-indexer rollback hilang.db --to gen-000005"
done
run 4 warta-searcher hilang.db beras
err_has "warta-indexer rollback hilang.db --to gen-000005"
run 4 warta-indexer rollback hilang.db --to gen-000004
run 0 warta-indexer rollback hilang.db --to gen-000005
err_has "gen-000005 is current again; the pointer was lost"
err_lines 1
holds 41 hilang.db
cp -r hilang.db ganda.db
run 0 warta-indexer reindex --quiet ganda.db --keep 1
rm ganda.db/XAPIANDB
run 0 warta-indexer rollback ganda.db --to gen-000005
err_has "1 other generations stay as earlier ones"
run 0 warta-indexer generations ganda.db
out_lines 2

# --- The one generation of a young archive is no beginning either.
run 0 warta-indexer add --quiet muda.db baru.jsonl
rm muda.db/XAPIANDB
run 4 warta-indexer add muda.db berita.jsonl
run 0 warta-indexer rollback muda.db --to gen-000001
holds 1 muda.db
# Interrupted between the last two steps of the very first publishing, the next run does the last one.
mv muda.db/XAPIANDB muda.db/XAPIANDB.new
run 0 warta-indexer add --quiet muda.db berita.jsonl
holds 41 muda.db

# --- Above all, one goes back from a generation that is damaged.
cp -r berita.db rusak.db
run 0 warta-indexer reindex rusak.db --quiet --keep 1
for file in rusak.db/"$(sed -n 's/^auto //p' rusak.db/XAPIANDB)"/*.glass; do : >"$file"; done
run 0 warta-indexer rollback rusak.db
err_has "cannot be read"
run 0 warta-indexer check rusak.db

# --- A database of another version is refused, and reindex is the way out that the message names.
cp -r berita.db lama.db
xapian-metadata set lama.db/gen-000005 warta.analysis '{"version":0,"stemmer":"snowball"}' 2>/dev/null || true
if [ "$(xapian-metadata get lama.db/gen-000005 warta.analysis 2>/dev/null)" = '{"version":0,"stemmer":"snowball"}' ]; then
  run 5 warta-searcher lama.db beras
  err_has "warta-indexer reindex"
  run 5 warta-indexer add lama.db baru.jsonl
  run 0 warta-indexer reindex lama.db
  run 0 warta-searcher lama.db beras
  holds 41 lama.db
fi

# --- Synchronising: what is gone goes, unless the source looks broken.
head -n 38 berita.jsonl >sumber.jsonl
run 0 warta-indexer sync berita.db sumber.jsonl --dry-run
err_has "would add 0, replace 0, leave 38, remove 3; nothing was changed"
holds 41 berita.db
run 0 warta-indexer sync berita.db sumber.jsonl
err_has "removed 3"
holds 38 berita.db
head -n 5 berita.jsonl >sedikit.jsonl
run 3 warta-indexer sync --quiet berita.db sedikit.jsonl
err_has "33 of 38 articles are in no source"
run 7 warta-indexer sync berita.db tidak-ada.jsonl
mkdir kosong
run 3 warta-indexer sync --quiet berita.db kosong
holds 38 berita.db
run 0 warta-indexer sync --quiet berita.db sedikit.jsonl --force
holds 5 berita.db
run 0 warta-indexer sync --quiet segar.db sumber.jsonl
holds 38 segar.db

# --- Waiting for another writer.
flock berita.db/warta.lock sleep 2 &
until ! flock -n berita.db/warta.lock true; do sleep 0.1; done
run 6 warta-indexer remove berita.db 1
err_has "--wait"
run 0 warta-indexer remove berita.db 1 --wait 60
holds 4 berita.db
wait

# --- A reader that goes away is no error.
i=0
while [ $i -lt 3000 ]; do i=$((i + 1)) && echo "{\"id\":\"p$i\",\"title\":\"Panjang $i\",\"body\":\"Harga beras $i\"}"; done >panjang.jsonl
run 0 warta-indexer add --quiet panjang.db panjang.jsonl
for pipe in 'warta-indexer export panjang.db' 'warta-searcher panjang.db harga --limit 1000 --format jsonl' \
  'warta-searcher panjang.db harga --limit 1000' 'warta-indexer extract panjang.jsonl'; do
  run 0 sh -c "{ $pipe; echo \$? >code; } | head -n 1"
  out_lines 1
  err_is_empty
  [ "$(cat code)" -eq 0 ] || fail "$pipe | head: exit code $(cat code)"
done

# --- The script for cron.
run 0 "$tree/scripts/reindex" --dry-run berita.db --stemmer none
out_has "warta-indexer reindex berita.db"
out_has "gen-0000"
stemmer_is lexicon
run 0 "$tree/scripts/reindex" --log catatan.log berita.db --stemmer none
out_is_empty
err_is_empty
grep -qE "^[0-9T:+-]+ reindex: gen-[0-9]+ is current: 4 articles" catatan.log || fail "$command: $(cat catatan.log)"
stemmer_is none
run 4 "$tree/scripts/reindex" tidak-ada.db
run 2 "$tree/scripts/reindex"
run 2 "$tree/scripts/reindex" --tidak-ada berita.db
run 6 flock berita.db.reindex.lock "$tree/scripts/reindex" berita.db

finish
