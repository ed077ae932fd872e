#!/bin/sh
# warta-indexer fetch against a site on loopback that does everything wrong that a site can do.
#
# usage: fetch_test.sh DIRECTORY-OF-PROGRAMS SOURCE-TREE
set -eu
here=$(cd "$(dirname "$0")" && pwd)
tree=$(cd "$2" && pwd)
# shellcheck source=tests/cli/expect.sh
. "$here/expect.sh"

unset http_proxy https_proxy all_proxy no_proxy HTTPS_PROXY ALL_PROXY NO_PROXY
mkfifo ports
python3 -B "$tree/tests/support/web_server.py" requests.log >ports &
server=$!
trap 'kill "$server" 2>/dev/null || true; rm -rf "$scratch"' EXIT
read -r port robots_port slow_port <ports
site=http://127.0.0.1:$port

# fetch CODE DB ARGUMENT...: what a test may do that a person should not: no pauses, addresses of this machine.
fetch() {
  code=$1
  database=$2
  shift 2
  : >requests.log
  run "$code" warta-indexer fetch "$database" --allow-private-addresses --delay 0 "$@"
}

# What the server was asked for by the last command: a path and the status of its answer, so many times.
asked() {
  [ "$(grep -cxF -- "$1 $2" requests.log)" -eq "${3:-1}" ] ||
    fail "$command: not asked ${3:-1} times: $1 $2; but: $(sort requests.log | uniq -c | tr '\n' ';')"
}
asked_in_all() {
  [ "$(wc -l <requests.log)" -eq "$1" ] || fail "$command: asked $(wc -l <requests.log) times, not $1: $(tr '\n' ';' <requests.log)"
}
err_lacks() { ! grep -qF -- "$1" err || fail "$command: standard error has: $1"; }

# --- A feed: its articles once; the second run asks whether the feed has changed, and for nothing else.
fetch 0 umpan.db "$site/umpan"
out_is_empty
err_lines 1
err_has "$site/umpan: found 2, new 2, fetched 2, unchanged 0, failed 0"
asked /robots.txt 200
asked /berita/satu 200
holds 2 umpan.db
fetch 0 umpan.db "$site/umpan"
asked /umpan 304
asked_in_all 1
err_has "failed 0"
# A feed that cannot be asked conditionally is read, and found to be the same.
fetch 0 umpan.db "$site/polos"
asked /berita/tiga 200
fetch 0 umpan.db "$site/polos"
asked_in_all 1
holds 3 umpan.db
run 0 warta-indexer export umpan.db
out_has '"published":"2025-03-04T08:00:00+07:00"'

# A date that a page only shows to its readers is weaker than the feed's.
fetch 0 tanggal.db "$site/umpan-tanggal"
run 0 warta-indexer export tanggal.db
out_has '"published":"2025-03-04T08:00:00+07:00"'
fetch 0 tampak.db "$site/tampak"
run 0 warta-indexer export tampak.db
out_has '"published":"2025-03-09T07:00:00+07:00"'

# --- Sources in a file, with comments and options; two take turns.
cat >sumber.txt <<LINES
# Sumber berita
$site/umpan delay=0 max-urls=10

$site/polos # tanpa validator
LINES
fetch 0 berkas.db --sources sumber.txt
err_lines 2
holds 3 berkas.db
printf '%s/umpan\nbukan url\n' "$site" >salah.txt
run 2 warta-indexer fetch berkas.db --sources salah.txt
err_has "salah.txt:2: "
run 7 warta-indexer fetch berkas.db --sources tidak-ada.txt
run 2 warta-indexer fetch berkas.db
run 2 warta-indexer fetch berkas.db ftp://contoh.id/umpan
err_has "neither http nor https"

# --- A run may be cut: the next one goes on where it ended.
fetch 0 batas.db "$site/umpan" --max-urls 2
err_has "fetched 1,"
err_has "left for the next run 1"
fetch 0 batas.db "$site/umpan" --max-urls 2
asked /umpan 200
asked /berita/satu 200 0
asked /berita/dua 200
holds 2 batas.db
fetch 0 batas.db "$site/umpan"
asked_in_all 1
asked /umpan 304

# --- Discovery: a front page names a feed; or robots.txt a sitemap index with packed sitemaps, the news first.
fetch 0 depan.db "$site/depan"
asked /berita/dua 200
fetch 0 depan.db "$site/depan"
asked /depan 304
asked /umpan 304
asked_in_all 2
fetch 0 peta.db "$site/"
asked /peta-news.xml.gz 200
asked /berita/baru 200
asked /berita/lama 200
holds 2 peta.db
fetch 0 peta.db "$site/indeks.xml"
asked /indeks.xml 304
asked /peta-news.xml.gz 304
asked /peta-lama.xml.gz 304
asked_in_all 3

# --- An article on several pages is one.
fetch 0 panjang.db "$site/2025/03/04/jembatan-bambu-dibangun-ulang-warga"
err_has "found 1, new 1, fetched 1"
holds 1 panjang.db
run 0 warta-indexer export panjang.db
out_has "jembatan bambu"
out_has "panen raya"

fetch 0 semua.db "$site/2025/03/05/panen-raya-desa-sukamaju"
asked "/2025/03/05/panen-raya-desa-sukamaju?page=all" 200
asked_in_all 3
run 0 warta-indexer export semua.db
out_has "lumbung desa"

# --- A front page that names nothing: its links are tried, and what is not there is no error.
fetch 0 kanal.db "$site/kanal"
err_has "found 5, new 5, fetched 2, unchanged 0, failed 0"
holds 2 kanal.db

# --- Pages that are no article are tried again a few times, then no more.
fetch 3 galat.db "$site/umpan-galat"
err_has "$site/kosong: "
err_has "$site/hilang: HTTP 404"
err_has "fetched 1, unchanged 0, failed 1, without an article 1"
holds 1 galat.db
fetch 3 galat.db "$site/umpan-galat"
asked /umpan-galat 304
asked /kosong 200
asked /berita/baik 200 0
fetch 0 galat.db "$site/umpan-galat"
asked_in_all 1

# --- A feed that failed is asked for again, and so is what a malformed one held before its defect.
fetch 7 ulang.db "$site/umpan-sekali"
err_has "$site/umpan-sekali: HTTP 500"
[ ! -e ulang.db ] || fail "a database was made of nothing"
fetch 0 ulang.db "$site/umpan-sekali"
asked /berita/ulang 200
fetch 3 rusak.db "$site/umpan-rusak"
err_has "$site/umpan-rusak"
asked /berita/utuh 200
holds 1 rusak.db
# A page that cannot be had, of a feed that carries the whole text.
fetch 0 penuh.db "$site/umpan-penuh"
err_has "taken from the feed 1"
holds 1 penuh.db

# --- robots.txt.
fetch 3 robots.db "$site/umpan-terlarang"
err_has "$site/terlarang/satu: robots.txt forbids it"
asked /terlarang/satu 200 0
asked /berita/boleh 200
fetch 7 robots-rusak.db "http://127.0.0.1:$robots_port/umpan"
err_has "robots.txt cannot be read"
asked /umpan 200 0
fetch 0 robots-pelan.db "http://127.0.0.1:$slow_port/umpan"
err_has "robots.txt asks for a longer pause"
err_has "left for the next run 2"
asked /umpan 200

# --- noindex: obeyed, said and counted; a page that is only printed is not indexed.
fetch 3 rahasia-situs.db "$site/umpan-rahasia"
err_has "$site/rahasia-kepala: it asks not to be indexed (noindex)"
err_has "$site/rahasia-halaman: it asks not to be indexed (noindex)"
err_has "fetched 1, unchanged 0, failed 0, not to be indexed 2"
holds 1 rahasia-situs.db
run 0 warta-indexer extract --allow-private-addresses "$site/rahasia-halaman"
out_lines 1

# What was taken before it asked goes; a view of an article does not speak for that.
fetch 0 tarik.db "$site/ditarik" "$site/ditarik-kepala" "$site/cetak" "$site/polos"
holds 4 tarik.db
fetch 3 tarik.db "$site/ditarik" "$site/ditarik-kepala" "$site/cetak" "$site/polos"
err_has "$site/ditarik-kepala: it asks not to be indexed (noindex)"
holds 2 tarik.db
run 0 warta-indexer export tarik.db
out_has "/berita/asli"
out_lacks "/ditarik"

# --- Servers that want to be left alone.
fetch 0 sibuk.db "$site/sibuk"
asked /sibuk 429
asked /sibuk 200
fetch 7 libur.db "$site/libur"
err_has "the server refuses (HTTP 429)"
asked /libur 429
fetch 3 libur-lagi.db "$site/polos"  "http://localhost:$port/libur"
err_has "the server refuses (HTTP 429)"
fetch 3 libur-lagi.db "http://localhost:$port/umpan" "$site/polos"
err_has "asked to be left alone"
asked /umpan 200 0

fetch 3 tolak.db "$site/umpan-tolak"
err_has "$site/tolak: the server refuses (HTTP 503)"
err_has "left for the next run 1"
asked /tolak 503 3
asked /berita/sesudah 200 0
# A page that is always refused does not keep the others from their turn for ever.
fetch 3 tolak.db "$site/umpan-tolak"
asked /umpan-tolak 200
fetch 0 tolak.db "$site/umpan-tolak"
asked /tolak 503 0
asked /berita/sesudah 200

# --- Redirects.
fetch 0 pindah.db "$site/pindah"
asked /berita/pindahan 200
fetch 7 putar.db "$site/putar"
err_has "more than 10 redirects"
asked /putar 302 11
fetch 7 berkas-lokal.db "$site/ke-berkas"
err_has "neither http nor https"

# --- Addresses that are not public: refused after resolution, also at the end of a redirect. (Through a proxy, because
# only so a test can ask a public host.)
for host in 127.0.0.1 localhost '[::1]' 0x7f000001; do
  run 7 warta-indexer fetch privat.db "http://$host:$port/umpan"
  err_has "address is not public"
done
: >requests.log
run 7 env http_proxy="$site" warta-indexer fetch privat.db http://situs.example/ke-dalam
err_has "address is not public"
asked /ke-dalam 302
asked /berita/dalam 200 0
run 0 env http_proxy="$site" warta-indexer fetch proksi.db http://situs.example/umpan --delay 0 --max-urls 1
asked /umpan 200

# --- Bounds: floods, bombs, laughter, one byte a second, a cut connection. Each is named; the rest goes on.
fetch 3 aneh.db "$site/banjir" "$site/bom" "$site/bom.xml.gz" "$site/tawa" "$site/putus" "$site/polos" --max-bytes 3000000
err_has "$site/banjir: more than 3000000 bytes"
err_has "$site/bom: more than 3000000 bytes"
err_has "$site/bom.xml.gz: longer than 3000000 bytes"
err_has "$site/putus: the connection was cut"
err_has "$site/tawa"
err_has "$site/polos: found 1, new 1, fetched 1"
holds 1 aneh.db
fetch 3 pelan.db "$site/tetes" "$site/polos" --max-seconds 2
err_has "$site/tetes: the server is too slow"
holds 1 pelan.db

# --- A charset that only the header tells, and one that it tells wrongly.
fetch 0 charset.db "$site/salah-charset"
run 0 warta-indexer export charset.db
out_has "Warga Café memperbaiki tanggul"
fetch 0 charset.db "$site/bohong-charset"
run 0 warta-indexer export charset.db
out_has "Warga Tomé memperbaiki tanggul"

# --- Credentials are used, and shown nowhere.
fetch 3 rahasia.db "http://siti:gulali@127.0.0.1:$port/hilang?token=kunci123" "$site/polos"
err_has "http://127.0.0.1:$port/hilang?token=***"
err_lacks gulali
err_lacks kunci123
! grep -q gulali rahasia.db/fetch.sqlite || fail "a password is kept"

# wait_for PATTERN: until the server has been asked for it.
wait_for() {
  tries=0
  until grep -q -- "$1" requests.log; do
    tries=$((tries + 1))
    [ $tries -lt 300 ] || { fail "the server was not asked for $1" && return; }
    sleep 0.1
  done
}

# --- A run that is killed between fetching and committing repeats its work, and loses none.
fetch 0 mati.db "$site/polos"
: >requests.log
warta-indexer fetch mati.db --allow-private-addresses --delay 0 "$site/umpan-tahan" >out 2>err &
indexer=$!
wait_for "^/tahan held"
kill -KILL "$indexer"
wait "$indexer" || true
holds 1 mati.db

# --- Ctrl-C commits what has been fetched, and says how to go on.
: >requests.log
warta-indexer fetch mati.db --allow-private-addresses --delay 0 "$site/umpan-tahan" >out 2>err &
indexer=$!
wait_for "^/tahan held"
kill -INT "$indexer"
code=0
wait "$indexer" || code=$?
command="interrupted fetch"
[ "$code" -eq 130 ] || fail "interrupted fetch: exit code $code, not 130"
err_has "interrupted"
asked /berita/lebih-dulu 200
holds 2 mati.db
python3 -c "import urllib.request; urllib.request.urlopen('$site/lepas').read()"
fetch 0 mati.db "$site/umpan-tahan"
asked /umpan-tahan 200
asked /berita/lebih-dulu 200 0
asked /tahan 200
holds 3 mati.db

# --- The script for cron: a line a source after the time, the program's exit code, one run at a time.
printf '%s/umpan\n%s/polos\n' "$site" "$site" >sumber.txt
run 0 "$tree/scripts/fetch-news" --dry-run sumber.txt jadwal.db --delay 0
out_has "warta-indexer fetch jadwal.db --sources sumber.txt --delay 0"
[ ! -e jadwal.db ] || fail "a dry run made a database"
run 0 "$tree/scripts/fetch-news" --log jadwal.log sumber.txt jadwal.db --delay 0 --allow-private-addresses
out_is_empty
err_is_empty
grep -qE '^[0-9-]+T[0-9:]+[+-][0-9]{4} fetch-news: http.*: found 2, new 2, fetched 2' jadwal.log ||
  fail "$command: $(cat jadwal.log)"
echo "$site/hilang" >>sumber.txt
run 3 "$tree/scripts/fetch-news" --log lewat.log sumber.txt jadwal.db --delay 0 --allow-private-addresses
err_is_empty # what is skipped is in the log, and no reason for a mail
grep -qF "$site/hilang: HTTP 404" lewat.log || fail "$command: $(cat lewat.log)"
grep -q "something was skipped" lewat.log || fail "$command: $(cat lewat.log)"
echo "$site/hilang" >hilang.txt
run 7 "$tree/scripts/fetch-news" hilang.txt tidak-jadi.db --delay 0 --allow-private-addresses
err_has "$site/hilang: HTTP 404"
run 0 "$tree/scripts/fetch-news" --log kering.log --dry-run sumber.txt jadwal.db
[ ! -e kering.log ] || fail "$command: a dry run wrote a log"
run 6 flock jadwal.db.fetch.lock "$tree/scripts/fetch-news" sumber.txt jadwal.db
err_has "another run has jadwal.db.fetch.lock"
run 7 "$tree/scripts/fetch-news" tidak-ada.txt jadwal.db
run 2 "$tree/scripts/fetch-news" sumber.txt
run 2 "$tree/scripts/fetch-news" --tidak-ada sumber.txt jadwal.db

# --- What is beside the database is no database of ours, and no article.
echo "bukan sqlite" >umpan.db/fetch.sqlite
run 7 warta-indexer fetch umpan.db "$site/umpan" --allow-private-addresses
err_has "umpan.db/fetch.sqlite"

# --- URLs are extracted too.
run 0 warta-indexer extract --allow-private-addresses "$site/2025/03/04/jembatan-bambu-dibangun-ulang-warga"
out_lines 1
out_has "panen raya"
run 3 warta-indexer extract --allow-private-addresses "$site/kosong"

finish
