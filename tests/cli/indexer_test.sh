#!/bin/sh
# warta-indexer as a person types it: adding, replacing, removing, exporting, and what goes wrong on the way.
#
# usage: indexer_test.sh DIRECTORY-OF-PROGRAMS
set -eu
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=tests/cli/expect.sh
. "$here/expect.sh"

trap 'umount "$scratch/kecil" 2>/dev/null || true; rm -rf "$scratch"' EXIT

cat >berita.jsonl <<'LINES'
{"url":"https://www.contoh.id/beras?utm_source=x","judul":"Harga beras turun","isi":"Harga beras turun di pasar induk.","tanggal":"2024-05-12T14:30:00+07:00","penulis":"Siti Rahma","kategori":"Ekonomi","tags":["beras","pasar"],"dilihat":12}
{"id":"b-2","title":"Banjir surut","body":"Banjir di dua kelurahan mulai surut.\nWarga kembali ke rumah.","published":"2024-05-13","nilai":{"a":[1,2.5]}}
{"title":"Tanpa kunci","body":"Artikel ini tidak punya alamat maupun nomor."}
LINES

# --- The same again changes nothing; a changed one replaces; the later one wins, also within a run.
run 0 warta-indexer add berita.db berita.jsonl
out_is_empty
err_lines 1
err_has "added 3, replaced 0, unchanged 0, skipped 0, warnings 0"
run 0 warta-indexer add berita.db berita.jsonl
err_has "added 0, replaced 0, unchanged 3"
cat >ralat.jsonl <<'LINES'
{"id":"b-2","title":"Banjir surut","body":"Ralat pertama."}
{"id":"b-2","title":"Banjir surut","body":"Ralat kedua."}
{"id":"b-2","title":"Banjir surut","body":"Ralat kedua."}
LINES
run 0 warta-indexer add berita.db ralat.jsonl
err_has "added 0, replaced 2, unchanged 1"
holds 3 berita.db
run 0 warta-indexer export berita.db
out_lines 3
out_has "Ralat kedua."
run 0 warta-indexer --version
run 0 warta-indexer add --quiet berita.db berita.jsonl
err_is_empty

# --- What is exported, is taken back without loss.
run 0 warta-indexer export berita.db -o lama.jsonl
run 0 warta-indexer add salinan.db lama.jsonl
run 0 warta-indexer export salinan.db -o baru.jsonl
run 0 sort lama.jsonl -o lama.sorted
run 0 sort baru.jsonl -o baru.sorted
run 0 cmp lama.sorted baru.sorted
run 0 warta-indexer add berita.db baru.jsonl
err_has "unchanged 3"
run 0 grep -F '"dilihat":12' lama.jsonl
run 0 grep -F '"nilai":{"a":[1,2.5]}' lama.jsonl
run 0 sh -c 'warta-indexer add pipa.db - <lama.jsonl'
holds 3 pipa.db
run 0 sh -c 'warta-indexer export berita.db | head -n 1'
err_is_empty

# --- Archives and feeds from a directory; what is no input stays out, unless it is named.
mkdir -p kumpulan/blog
cat >kumpulan/berita.csv <<'LINES'
judul;isi;tanggal
"Gabah; beras";"Petani menjual gabah
di pasar desa.";12 Mei 2024
Rusak
LINES
cat >kumpulan/blog/umpan.xml <<'LINES'
<rss version="2.0"><channel><link>https://kita.example/</link><language>id</language>
<item><title>Banjir &amp;amp; surut</title><link>/banjir</link><description>Air kembali ke sungai.</description></item>
</channel></rss>
LINES
printf '[{"title":"Dari larik","body":"Isi."},\n{"title":"Kedua","body":"Isi."}]' >kumpulan/larik.json
printf '<urlset><url><loc>https://kita.example/1</loc></url></urlset>' >kumpulan/peta.xml
printf 'Bukan berita\n\nCatatan tentang kumpulan ini.\n' >kumpulan/README.md
run 3 warta-indexer add kumpulan.db kumpulan
err_has "added 4, replaced 0, unchanged 0, skipped 2, warnings 0"
err_has "kumpulan/berita.csv:4: 1 fields where the header has 3"
err_has "kumpulan/peta.xml: a sitemap holds only addresses (1 here); \`warta-indexer fetch\` takes their pages"
holds 4 kumpulan.db
run 0 warta-indexer export kumpulan.db
out_has '"title":"Banjir & surut"'
out_has '"url":"https://kita.example/banjir"'
out_lacks "Bukan berita"
run 0 warta-indexer add kumpulan.db kumpulan/README.md
err_has "added 1"
run 0 warta-indexer extract kumpulan/peta.xml
out_lines 1
out_has '"url":"https://kita.example/1"'
printf '<rss><channel><item><title>Satu</title></item><item><tit' >putus.xml
run 3 warta-indexer extract putus.xml
out_lines 1
err_has "putus.xml:1: broken XML: "

# --- A whole text takes the place of a feed's summary, and not the other way round.
echo '{"url":"https://kita.example/banjir","title":"Banjir surut","body":"Air kembali ke sungai. Warga pulang."}' >utuh.jsonl
run 0 warta-indexer add kumpulan.db utuh.jsonl
err_has "added 0, replaced 1, unchanged 0"
run 0 warta-indexer add kumpulan.db kumpulan/blog/umpan.xml
err_has "added 0, replaced 0, unchanged 1"
run 0 warta-indexer export kumpulan.db
out_has "Warga pulang."

# --- Removing by URL and by id.
run 0 warta-indexer remove salinan.db http://contoh.id/beras b-2
err_has "removed 2, not found 0; 1 articles"
run 3 warta-indexer remove salinan.db b-2
err_has "b-2: no article has this URL or id"
run 3 warta-indexer remove salinan.db "" " "
err_has "removed 0, not found 2; 1 articles"
holds 1 salinan.db
cat >serupa.jsonl <<'END'
{"id":"7","url":"https://kita.example/7","title":"Panen raya"}
{"id":"7","url":"https://mereka.example/7","title":"Banjir surut"}
{"id":"8","title":"Jalan baru"}
END
run 0 warta-indexer add serupa.db serupa.jsonl
run 2 warta-indexer remove serupa.db 8 7
err_has "7: several articles have this id"
err_has "Nothing was removed: https://kita.example/7, https://mereka.example/7"
holds 3 serupa.db
run 0 warta-indexer remove serupa.db https://kita.example/7 7 --all
err_has "removed 2, not found 0; 1 articles"

# --- Statistics.
run 0 warta-indexer stats berita.db
out_has "contoh.id"
run 0 warta-indexer stats berita.db --format json
out_has '"articles": 3'
cp out statistik.json
run 0 python3 -c 'import json; json.load(open("statistik.json"))'

# --- Bad input is named with its place, counted, and shown in the exit code; the rest is taken.
{
  echo '{"id":"1","title":"Baik","body":"Artikel yang baik."}'
  echo '{"id":"2","title":"Putus","body":"Tanda kurung'
  printf '{"id":"3","title":"Bita","body":"Kata \377\376 rusak."}\n'
  echo '{"id":"4","title":"Kosong","body":""}'
  echo '{"id":"5","body":"Tanpa judul."}'
  echo '{"id":"6","title":"Tanggal","body":"Tanggal mustahil.","published":"2024-02-30"}'
  echo '[1,2]'
  echo ''
} >buruk.jsonl
run 3 warta-indexer add buruk.db buruk.jsonl
err_has "buruk.jsonl:2: "
err_has "buruk.jsonl:6: "
err_has "buruk.jsonl:7: "
run 0 warta-indexer check buruk.db
out_has " 0 problems"
run 0 warta-indexer export buruk.db
out_has "Artikel yang baik."
out_has "Tanggal mustahil."

# More than twenty are counted, and named where that is asked for.
i=0
while [ $i -lt 30 ]; do i=$((i + 1)) && echo '{"broken'; done >rusak.jsonl
run 3 warta-indexer add buruk.db rusak.jsonl
err_has "rusak.jsonl:20: "
err_has "skipped 30"
err_lines 22
run 3 warta-indexer add --verbose buruk.db rusak.jsonl
err_has "rusak.jsonl:30: "

# A body of 50 MB.
{
  printf '{"id":"besar","title":"Besar","body":"'
  head -c 52428800 /dev/zero | tr '\0' 'a'
  echo '"}'
  echo '{"id":"sesudah","title":"Sesudah","body":"Artikel sesudahnya."}'
} >besar.jsonl
run 3 warta-indexer add besar.db besar.jsonl
err_has "besar.jsonl:1: "
err_has "added 1, "
rm besar.jsonl

# A compressed file that was cut: what came before the cut is taken.
i=0
while [ $i -lt 2000 ]; do
  i=$((i + 1))
  echo "{\"id\":\"$i\",\"title\":\"Berita $i\",\"body\":\"Berita nomor $i dari $((i * 7919 % 1000)) kabupaten $((i * i)).\"}"
done >banyak.jsonl
gzip -c banyak.jsonl | head -c 20000 >putus.jsonl.gz
run 3 warta-indexer add putus.db putus.jsonl.gz
err_has "putus.jsonl.gz"
run 0 warta-indexer check putus.db
out_has " 0 problems"

# --- What is printed to a full disk is told to be lost.
for line in "stats berita.db" "generations berita.db" "check berita.db" "export berita.db" "extract berita.jsonl" "--help"; do
  run 7 sh -c "warta-indexer $line >/dev/full"
  err_lines 1
done

# --- What cannot be read at all; nothing is made of it.
run 7 warta-indexer add baru.db tidak-ada.jsonl
err_has "tidak-ada.jsonl"
[ ! -e baru.db ] || fail "a database was made of nothing"
run 3 warta-indexer add ada.db berita.jsonl tidak-ada.jsonl
err_has "added 3, "
ln -s putaran putaran
run 7 warta-indexer add baru.db putaran

# --- A database among its own sources is no source.
mkdir arsip && cp berita.jsonl arsip
run 0 warta-indexer add arsip/berita.db arsip
run 0 warta-indexer add arsip/berita.db arsip
err_has "unchanged 3, skipped 0"

# --- Missing and foreign databases, and such as others may not read.
if [ "$(id -u)" -eq 0 ] && command -v setpriv >/dev/null; then
  as_nobody() { setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; }
  cp -r berita.db rahasia.db
  chmod 755 "$scratch"
  chmod 700 rahasia.db
  if as_nobody warta-indexer --version >/dev/null 2>&1; then
    for line in "stats rahasia.db" "check rahasia.db" "add rahasia.db berita.jsonl" "generations rahasia.db"; do
      # shellcheck disable=SC2086  # words
      run 7 as_nobody warta-indexer $line
      err_has "rahasia.db: Permission denied"
    done
  fi
fi
run 4 warta-indexer stats berita.jsonl
err_has "berita.jsonl: is no directory"
for verb in export stats check; do
  run 4 warta-indexer $verb tidak-ada.db
  err_has "tidak-ada.db"
done
run 4 warta-indexer remove tidak-ada.db x
[ ! -e tidak-ada.db ] || fail "a database was made by remove"
mkdir dokumen && echo penting >dokumen/catatan.txt
run 2 warta-indexer add dokumen berita.jsonl
err_has "not a Warta database"
[ "$(cat dokumen/catatan.txt)" = penting ] || fail "a foreign directory was changed"

# --- Settings are the database's.
run 2 warta-indexer add berita.db berita.jsonl --stemmer none
err_has "other settings"
run 0 warta-indexer add tanpa.db berita.jsonl --stemmer none
run 0 warta-indexer add tanpa.db berita.jsonl --stemmer none
run 0 warta-indexer stats tanpa.db
out_has "none"

# --- Usage.
run 2 warta-indexer
run 2 warta-indexer add
run 2 warta-indexer add berita.db berita.jsonl --tidak-ada
run 2 warta-indexer add berita.db berita.jsonl --kind pdf
run 2 warta-indexer add berita.db berita.jsonl --memory 1
err_has "--memory: 1 is no number from 192 to "
run 2 warta-indexer add berita.db berita.jsonl --quiet=false
err_has "--quiet takes no value"
run 2 warta-indexer berita.db add berita.jsonl
err_has "the command comes first, as in: warta-indexer add berita.db"
for verb in check stats export generations reindex; do
  run 2 warta-indexer $verb ""
  err_has "DB: is empty"
done
run 2 warta-indexer add "" berita.jsonl
run 2 warta-indexer add berita.db ""
err_has "SOURCE: is empty"
run 0 warta-indexer add --help
LC_ALL=id_ID.UTF-8 run 4 warta-indexer stats tidak-ada.db
err_has "tidak ada basis data"

# --- A locked database, by another Warta and by another Xapian program.
cp -r berita.db terkunci.db
flock terkunci.db/warta.lock warta-indexer stats terkunci.db >out 2>err || fail "readers need no lock"
run 6 flock terkunci.db/warta.lock warta-indexer add terkunci.db ralat.jsonl
err_has "another program is writing"
run 6 flock terkunci.db/warta.lock warta-indexer remove terkunci.db b-2
holds 3 terkunci.db

# --- A killed run leaves the database as it was; the next one clears up.
mkdir terkunci.db/scratch-1 terkunci.db/gen-000099
run 0 warta-indexer add terkunci.db berita.jsonl
[ ! -e terkunci.db/scratch-1 ] || fail "scratch of a killed run is left"
[ ! -e terkunci.db/gen-000099 ] || fail "an unfinished generation is left"
mkdir sementara
run 0 warta-indexer add --scratch sementara terkunci.db banyak.jsonl
[ -z "$(ls sementara)" ] || fail "scratch files are left"
holds 2,003 terkunci.db

# --- Ctrl-C commits what was read. (Through a pipe that stays open, so that the run is under way.)
mkfifo pipa
warta-indexer add henti.db - <pipa >out 2>err &
indexer=$!
exec 3>pipa
cat banyak.jsonl banyak.jsonl >&3
for _ in 1 2 3 4 5 6 7 8 9 10; do head -c 300000 /dev/zero | tr '\0' ' ' >&3 && echo >&3; done
sleep 1
kill -INT "$indexer"
code=0
wait "$indexer" || code=$?
exec 3>&-
command="interrupted add"
[ "$code" -eq 130 ] || fail "interrupted add: exit code $code, not 130"
err_has "interrupted"
run 0 warta-indexer check henti.db
out_has " 0 problems"

# --- A full disk, where a small file system can be mounted.
mkdir kecil
if mount -t tmpfs -o size=2m none kecil 2>err; then
  run 0 warta-indexer add kecil/berita.db berita.jsonl
  i=0
  while [ $i -lt 6 ]; do i=$((i + 1)) && sed "s/Berita nomor/Berita $i nomor/; s/\"id\":\"/&$i-/" banyak.jsonl; done >penuh.jsonl
  run 7 warta-indexer add kecil/berita.db penuh.jsonl
  err_has "kecil/berita.db"
  holds 3 kecil/berita.db
  umount kecil
else
  echo "skipped: a full disk, because no small file system can be mounted here"
fi

finish
