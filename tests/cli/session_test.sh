#!/bin/sh
# A person's first session with both programs, over the sample articles: what she types, the exit code, and what she
# looks for in the output.
#
# usage: session_test.sh DIRECTORY-OF-PROGRAMS DIRECTORY-OF-SAMPLES
set -eu

samples=$(cd "$2" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=tests/cli/expect.sh
. "$here/expect.sh"

# A directory of everything: 62 articles, and a page that is none.
run 3 warta-indexer add berita.db "$samples/articles.jsonl" "$samples/text" "$samples/pages"
out_is_empty
err_has "kp-indeks-banjir.html"
err_has "added 62, replaced 0, unchanged 0, skipped 1,"

# The same again changes nothing.
run 0 warta-indexer add berita.db "$samples/articles.jsonl"
err_has "added 0, replaced 0, unchanged 48, skipped 0"

# A corrected article takes the place of the old one.
printf '{"id":"WN-77120","title":"Sengketa Pilkada: ralat","body":"Jumlah perkara diralat."}\n' >ralat.jsonl
run 0 warta-indexer add berita.db ralat.jsonl
err_has "added 0, replaced 1, unchanged 0"
run 0 warta-searcher berita.db 'judul:ralat' --format jsonl
out_lines 1
out_has '"id":"WN-77120"'

# Words in any form and case; best first.
run 0 warta-searcher berita.db 'harga beras naik'
err_is_empty
out_has "Harga Beras Naik Lagi"
run 0 warta-searcher berita.db 'HARGA BERAS' --format jsonl --limit 3
out_lines 3

# An exact phrase keeps case and form; a stemmed one does not.
run 0 warta-searcher berita.db '"Operasi Pasar Sejak Subuh"' --format jsonl
out_lines 1
run 0 warta-searcher berita.db '"OPERASI PASAR SEJAK SUBUH"' --format jsonl
out_is_empty
run 0 warta-searcher berita.db '~"operasi pasar sejak subuh"' --format jsonl
out_lines 1
out_has '"phrase_modes":["stemmed"]'

# Only what was published in a time.
run 0 warta-searcher berita.db 'banjir tanggal:2025-01..2025-03' --sort newest --format jsonl
out_has '"published":"2025-03-04T12:10:00+07:00"'
out_lacks '"published":"2024'

# Fields by Indonesian and English names.
run 0 warta-searcher berita.db 'gempa sumber:suaratimur.test' --format jsonl
out_lacks 'wartanusantara.example'
run 0 warta-searcher berita.db 'author:"Ratna Wulandari"' --format jsonl
out_has '"authors":["Ratna Wulandari"]'

# Nothing found is no error, unless asked.
run 0 warta-searcher berita.db 'kata-yang-tidak-ada-sama-sekali'
run 1 warta-searcher berita.db 'zzzzqqq' --fail-if-empty

# What cannot be read is told with the place.
run 2 warta-searcher berita.db '"harga beras'
out_is_empty
err_has "quotation mark"
run 2 warta-searcher berita.db 'tanggal:2024-02-30'
err_has "29"
run 4 warta-searcher tidak-ada.db beras
err_has "tidak-ada.db"
run 4 warta-indexer stats tidak-ada.db
run 2 warta-searcher berita.db beras --recency nan
run 2 warta-searcher "" beras
err_has "DB: is empty"
run 2 warta-searcher berita.db --shard "" beras
err_has "--shard: is empty"
run 2 warta-searcher berita.db beras --unfold=yes
err_has "--unfold takes no value"

# A batch of topics becomes a TREC run.
printf 't1\tharga beras\nt2\tgempa garut\n' >topics.tsv
run 0 warta-searcher berita.db --batch topics.tsv --limit 2
out_lines 4
out_has "t1 Q0 "
out_has "t2 Q0 "

# Export and add again: the same articles.
run 0 warta-indexer export berita.db
cp out ekspor.jsonl
out_lines 62
run 0 warta-indexer add salinan.db ekspor.jsonl
err_has "added 62"
run 0 warta-indexer export salinan.db
sort out >salinan.sorted
sort ekspor.jsonl >ekspor.sorted
cmp -s ekspor.sorted salinan.sorted || fail "export, add and export again: the articles differ"
run 0 warta-indexer check salinan.db

# Remove by URL, trackers or not, and by id.
run 0 warta-indexer remove salinan.db 'https://suaratimur.test/nasional/gempa-selatan-jawa-barat?utm_source=x' WN-77120
err_has "removed 2"
run 3 warta-indexer remove salinan.db tidak-ada
run 0 warta-indexer stats salinan.db --format json
out_has '"articles": 60'

# One bad line does not stop the good ones.
printf '{"id":"a","title":"Satu","body":"Berita pertama."}\n{"id":"b", rusak\n{"id":"c","title":"Tiga","body":"Berita ketiga."}\n' >rusak.jsonl
run 3 warta-indexer add rusak.db rusak.jsonl
err_has "rusak.jsonl:2"
err_has "added 2"
run 0 warta-searcher rusak.db 'berita' --format jsonl
out_lines 2

# Acronyms that an article explains work both ways, until one asks for what is written.
cat >akronim.jsonl <<'END'
{"id":"keduanya","title":"Penyidik datang","body":"Penyidik Komisi Pemberantasan Korupsi (KPK) datang pagi ini."}
{"id":"panjang","title":"Pimpinan baru","body":"Pimpinan Komisi Pemberantasan Korupsi dilantik."}
{"id":"pendek","title":"Gedung tua","body":"Gedung lama KPK dijadikan museum."}
END
run 0 warta-indexer add akronim.db akronim.jsonl
run 0 warta-searcher akronim.db KPK --format jsonl
out_lines 3
out_has '<mark>Komisi Pemberantasan Korupsi</mark> dilantik'
run 0 warta-searcher akronim.db 'komisi pemberantasan korupsi' --format jsonl
out_lines 3
out_has '"id":"pendek"'
run 0 warta-searcher akronim.db KPK --no-acronyms --format jsonl
out_lines 2
run 0 warta-searcher akronim.db '"KPK"' --format jsonl
out_lines 2
run 0 warta-searcher akronim.db '+KPK' --format jsonl
out_lines 2

# What later articles explain is added to what was known.
printf '{"id":"lagi","title":"Lagi","body":"Juru bicara KPK (Komisi Pemberantasan Korupsi) menjawab."}\n' >lagi.jsonl
run 0 warta-indexer add akronim.db lagi.jsonl
run 0 warta-searcher akronim.db KPK --explain
out_has 'kpk ~ komisi pemberantasan korupsi'
out_has '(2 articles)'

# What was probably meant by a misspelt word is named, never searched for silently.
run 0 warta-searcher berita.db 'Hagra beras naik'
out_has 'did you mean: Harga beras naik'
run 0 warta-searcher berita.db 'hagra beras' --format json
out_has '"suggestion":{"query":"harga beras","words":[{"typed":"hagra","meant":"harga"'
run 0 warta-searcher berita.db 'harga beras naik'
out_lacks 'did you mean'

# An answer that cannot be written whole is no success, whatever its length and form.
for limit in 1 62; do
  code=0
  warta-searcher berita.db 'berita harga banjir' --limit "$limit" --format json >/dev/full 2>err || code=$?
  [ "$code" -eq 7 ] || fail "an answer of $limit hits to a full disk: exit code $code, not 7"
done
code=0
warta-searcher --help >/dev/full 2>err || code=$?
[ "$code" -eq 7 ] || fail "help to a full disk: exit code $code, not 7"

# A reader that leaves has seen enough.
yes beras | warta-searcher stem | head -n 1 >out
out_has 'beras'

# A line that is no topic is named; a directory is no file of topics.
printf 't1\tharga beras\nt 2\tharga beras\n\tharga beras\n' >topik.tsv
run 3 warta-searcher berita.db --batch topik.tsv --limit 1
out_lines 1
err_has 'topik.tsv:2: '
err_has 'topik.tsv:3: '
run 7 warta-searcher berita.db --batch .

# A database that is named twice would count twice.
run 2 warta-searcher berita.db beras --shard ./berita.db
err_has 'named twice'

# What may not be read is not said to be missing. (root may read everything)
if [ "$(id -u)" -ne 0 ]; then
  mkdir tertutup && cp -r berita.db tertutup/ && chmod 0 tertutup
  run 7 warta-searcher tertutup/berita.db beras
  chmod 700 tertutup
fi

# --explain says what each part of the score is, in every form.
run 0 warta-searcher berita.db 'harga beras' --explain --format json
out_has '"features":{'
run 2 warta-searcher berita.db --similar WN-77120 --explain

# What begins so: words and titles.
run 0 warta-searcher berita.db --suggest 'bera'
out_has 'beras  ('
out_has 'Harga Beras'
run 0 warta-searcher berita.db --suggest 'bera' --format json --limit 1
out_has '{"typed":"bera","words":[{"text":"beras"'
run 1 warta-searcher berita.db --suggest 'zzzz' --fail-if-empty

# Double names find each other: those that Warta knows, and one's own, given at any time.
cat >ganda.jsonl <<'END'
{"id":"ejaan","title":"Rapat","body":"Rapat menimbang risiko banjir."}
{"id":"julukan","title":"Wali kota","body":"Bu Tami meresmikan pasar."}
END
run 0 warta-indexer add ganda.db ganda.jsonl
run 0 warta-searcher ganda.db resiko --explain
out_has 'resiko ~ risiko'
run 0 warta-searcher ganda.db resiko --no-synonyms --format jsonl
out_is_empty
run 0 warta-searcher ganda.db '"resiko"' --format jsonl
out_is_empty
printf 'bu tami = hertami widarsih\n' >nama.txt
run 0 warta-indexer add ganda.db ganda.jsonl --synonyms nama.txt
run 0 warta-searcher ganda.db 'hertami widarsih' --format jsonl
out_lines 1
printf 'hertami\n' >nama.txt
run 2 warta-indexer add ganda.db ganda.jsonl --synonyms nama.txt
err_has 'nama.txt: line 1'

# An exact phrase that finds little says what its words find in any form; a quote in it stands behind a backslash.
run 0 warta-searcher berita.db '"operasi pasar sejak subuh"'
out_has '~"..." in any form: 1 article'
run 0 warta-searcher berita.db '"inisial \"B.J.\" di bagian kerah"' --format jsonl
out_lines 1
out_has '"phrase_modes":["exact"]'

# Words of a text, and which are stop words.
run 0 warta-searcher analyze 'yang naik'
out_has 'yang -> yang  (root)  [stop word]'

# A filter that leaves nothing is named, with what there is without it.
run 0 warta-searcher berita.db 'beras sumber:tidak-ada.example'
out_has 'without source:tidak-ada.example: '
run 0 warta-searcher berita.db 'beras tanggal:sejak 2031'
out_has 'without date:2031-01-01..: '

# Messages in Indonesian where the locale says so.
LC_ALL=id_ID.UTF-8
run 4 warta-searcher tidak-ada.db beras
err_has "tidak"
run 0 warta-searcher --help
out_has 'Pemakaian:'
run 0 warta-searcher berita.db 'hagra beras'
out_has 'Maksud Anda: harga beras'

finish
