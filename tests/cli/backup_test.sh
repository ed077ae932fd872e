#!/bin/sh
# scripts/backup and scripts/restore: what is copied comes back, whatever happened meanwhile.
#
# usage: backup_test.sh DIRECTORY-OF-PROGRAMS TREE
set -eu
tree=$2
# shellcheck source=tests/cli/expect.sh
. "$tree/tests/cli/expect.sh"
unset JOURNAL_STREAM
backup=$tree/scripts/backup
restore=$tree/scripts/restore
TMPDIR=$scratch
export TMPDIR

article() { printf '{"id":"%s","title":"Harga beras %s","body":"Harga beras naik di pasar nomor %s."}\n' "$1" "$1" "$1"; }
add() { article "$2" | warta-indexer add --quiet "$1" - || fail "cannot add $2"; }
newest() { find cadangan -maxdepth 1 -name 'warta-*' | sort | tail -n 1; }

add berita.db 1

# --- A dry run does nothing; a run is silent where nobody watches, and logs a line.
run 0 "$backup" --log kering.log --dry-run berita.db cadangan
[ ! -e kering.log ] || fail "a dry run wrote a log"
out_has "copy berita.db/gen-000001 to cadangan/warta-"
[ ! -e cadangan ] || fail "a dry run made a backup"
run 0 "$backup" --log cadangan.log berita.db cadangan
out_is_empty
err_is_empty
grep -qE '^[0-9-]+T[0-9:]+[+-][0-9]{4} backup: cadangan/warta-.*files copied, 0 unchanged; 0 old' cadangan.log ||
  fail "$command: $(cat cadangan.log)"
holds 1 "$(newest)"

# --- Unchanged files are hard links; old backups go.
sleep 1
run 0 "$backup" --keep 1 --log cadangan.log berita.db cadangan
grep -q ' 0 files copied, .*; 1 old backups removed' cadangan.log || fail "$command: $(cat cadangan.log)"
holds 1 "$(newest)"

# --- Two backups of the same second are two.
for _ in 1 2 3; do run 0 "$backup" berita.db cepat; done
[ "$(find cepat -maxdepth 1 -name 'warta-*' | wc -l)" -eq 3 ] || fail "a backup is lost: $(ls cepat cepat/warta-*)"

# --- A writer at work keeps it out, and another backup too.
run 6 flock berita.db/warta.lock "$backup" berita.db cadangan
err_has "another program is writing"
run 6 flock cadangan/backup.lock "$backup" berita.db cadangan
run 4 "$backup" tidak-ada.db cadangan
run 2 "$backup" berita.db
run 2 "$backup" --keep nol berita.db cadangan
run 7 "$backup" --log tidak-ada/catatan berita.db cadangan
err_has "tidak-ada/catatan: cannot be written"
err_lines 1

# --- What came after the backup is gone after a restore, and the generation before stays.
add berita.db 2
holds 2 berita.db
before=$(cat berita.db/XAPIANDB)
run 0 "$restore" --dry-run cadangan berita.db
holds 2 berita.db
run 0 "$restore" cadangan berita.db
out_is_empty
holds 1 berita.db
[ "$(cat berita.db/XAPIANDB)" != "$before" ] || fail "the pointer was not swapped"
[ -d "berita.db/${before#auto }" ] || fail "the generation before is gone"
[ ! -e berita.db.restoring ] || fail "a copy was left behind"
add berita.db 3
holds 2 berita.db

# --- What an interrupted writer left looks published to nobody; the generation that stood is an earlier one from now on.
cp -r berita.db lama.db
stood=$(sed -n 's/^auto //p' lama.db/XAPIANDB)
touch -d '40 days ago' "lama.db/$stood"
mkdir lama.db/gen-000009
: >lama.db/gen-000009/postlist.glass
run 0 "$restore" cadangan lama.db
run 0 warta-indexer generations lama.db
out_has "$stood"
out_lacks "gen-000009"
[ -z "$(find "lama.db/$stood" -maxdepth 0 -mtime +1)" ] || fail "the generation that stood is an old one already"
holds 1 lama.db

# --- To a place where nothing stands.
run 0 "$restore" cadangan baru.db
holds 1 baru.db

# --- A damaged backup is refused, and the database stays as it was.
cp -r "$(newest)" rusak
for file in rusak/gen-*/postlist.glass; do
  dd if=/dev/zero of="$file" bs=512 seek=1 count=8 conv=notrunc 2>/dev/null
done
code=0
"$restore" rusak berita.db >out 2>err || code=$?
[ "$code" -ne 0 ] || fail "a damaged backup was restored"
grep -q "not restored" err || fail "the refusal is not told: $(cat err)"
holds 2 berita.db
run 4 "$restore" tidak-ada berita.db
run 6 flock berita.db.restore.lock "$restore" cadangan berita.db
run 6 flock berita.db/warta.lock "$restore" cadangan berita.db
[ ! -e berita.db.restoring ] || fail "a copy was left behind"
holds 2 berita.db

# --- The rule for earlier generations belongs to the database; one that stands keeps its own.
run 0 warta-indexer generations berita.db --keep 3
sleep 1
run 0 "$backup" berita.db aturan
[ -f "$(find aturan -maxdepth 1 -name 'warta-*')/warta.keep" ] || fail "the rule is in no backup"
run 0 "$restore" aturan asing.db
cmp -s berita.db/warta.keep asing.db/warta.keep || fail "the rule did not come back"
run 0 warta-indexer generations asing.db --keep 5
run 0 "$restore" aturan asing.db
grep -q "generations 5" asing.db/warta.keep || fail "the rule of the database that stood was lost"

# --- What is no database is not made one, and nothing in it is touched; what is no backup is not restored.
mkdir rumah
echo penting >rumah/surat
echo penting >rumah/fetch.sqlite
for option in "--dry-run" "--wait 1"; do
  # shellcheck disable=SC2086  # two words
  run 4 "$restore" $option cadangan rumah
  err_has "no Warta database"
done
run 4 "$restore" berita.db cadangan
[ "$(cat rumah/surat rumah/fetch.sqlite | wc -l)" -eq 2 ] || fail "$command: rumah was changed"
run 4 "$restore" rumah berita.db
mkdir bukan
printf 'auto ../rumah\n' >bukan/XAPIANDB
run 4 "$restore" bukan berita.db
printf 'auto gen-000001\n' >bukan/XAPIANDB
run 4 "$restore" bukan berita.db
if command -v xapian-metadata >/dev/null; then
  cp -r "$(newest)" xapian
  for key in $(xapian-metadata list xapian/gen-0* 2>/dev/null); do
    xapian-metadata set "$(echo xapian/gen-0*)" "$key" "" 2>/dev/null || true
  done
  if [ -z "$(xapian-metadata list xapian/gen-0* 2>/dev/null)" ]; then
    run 4 "$restore" xapian berita.db
    err_has "not restored"
  fi
fi
run 2 "$restore" "$(newest)" "$(newest)"
holds 2 berita.db

# --- A database that lost its pointer gets a new one, and keeps what stood.
cp -r berita.db buta.db
rm buta.db/XAPIANDB
stood=$(find buta.db -maxdepth 1 -name 'gen-*' | wc -l)
run 0 "$restore" cadangan buta.db
holds 1 buta.db
[ "$(find buta.db -maxdepth 1 -name 'gen-*' | wc -l)" -eq $((stood + 1)) ] || fail "$command: a generation is gone"

# --- A lock that cannot be had is an error of the disk.
cp -r berita.db kunci.db
rm -f kunci.db/warta.lock
mkdir kunci.db/warta.lock
run 7 "$backup" kunci.db cadangan
err_has "warta.lock: cannot be written"
run 7 "$restore" cadangan kunci.db
err_has "warta.lock: cannot be written"
[ ! -e kunci.db.restoring ] || fail "a copy was left behind"

# --- While a writer adds all the time, every backup is sound.
(for i in 10 11 12 13 14 15; do article "$i" | warta-indexer add --quiet berita.db - || true; done) &
writer=$!
for round in 1 2 3; do
  run 0 "$backup" --wait 60 berita.db "ramai-$round"
done
wait "$writer"
for round in 1 2 3; do
  run 0 warta-indexer check "$(find "ramai-$round" -maxdepth 1 -name 'warta-*')"
  out_has ", 0 problems"
done
finish
