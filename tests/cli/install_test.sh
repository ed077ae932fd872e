#!/bin/sh
# What is installed works where it is installed.
#
# usage: install_test.sh BUILD-DIRECTORY TREE
set -eu
build=$1
tree=$2
set -- "$build/bin"
# shellcheck source=tests/cli/expect.sh
. "$tree/tests/cli/expect.sh"

if ! DESTDIR=$scratch/root cmake --install "$build" --prefix /usr >install.log 2>&1; then
  cat install.log
  exit 1
fi
for file in bin/warta-indexer bin/warta-searcher libexec/warta/backup libexec/warta/restore libexec/warta/reindex \
  libexec/warta/fetch-news share/man/man1/warta-indexer.1.gz share/man/man1/warta-searcher.1.gz \
  share/bash-completion/completions/warta-searcher share/zsh/vendor-completions/_warta-indexer \
  share/fish/vendor_completions.d/warta-searcher.fish lib/systemd/system/warta-fetch@.service \
  lib/systemd/system/warta-backup@.timer lib/sysusers.d/warta.conf share/doc/warta/copyright; do
  [ -f "root/usr/$file" ] || fail "not installed: $file"
done

# Links of the documents lead to what is installed, and so do those of the units.
documents=root/usr/share/doc/warta
find "$documents" -name '*.md' -exec grep -Ho '](\([^)#:]*\)' {} + >links
while IFS=: read -r document link; do
  link=${link#??}
  [ -z "$link" ] || [ -e "$(dirname "$document")/$link" ] || fail "$document links to $link, which is not installed"
done <links
[ -f "$documents/docs/charts/indexing.svg" ] || fail "not installed: the charts"
sed -n 's|.*file://.*/\(share/doc/[^ ]*\)|root/usr/\1|p' root/usr/lib/systemd/system/*.service >pages
while read -r page; do
  [ -f "$page" ] || fail "a unit names $page, which is not installed"
done <pages

# The scripts use the programs that were installed with them.
PATH=/usr/bin:/bin
printf '{"id":"1","title":"Harga beras","body":"Harga beras naik di pasar."}\n' >satu.jsonl
run 0 root/usr/bin/warta-indexer add berita.db satu.jsonl
run 0 root/usr/libexec/warta/backup berita.db cadangan
run 0 root/usr/libexec/warta/restore cadangan kembali.db
run 0 root/usr/bin/warta-searcher kembali.db beras
run 0 root/usr/libexec/warta/fetch-news --dry-run satu.jsonl berita.db
out_has "root/usr/libexec/warta/../../bin/warta-indexer fetch berita.db"
for script in backup restore reindex fetch-news; do
  run 0 "root/usr/libexec/warta/$script" --help
  out_has "exit codes:"
done

# Units name what is installed.
for unit in root/usr/lib/systemd/system/*.service; do
  program=$(sed -n 's/^ExecStart=\([^ ]*\).*/\1/p' "$unit")
  case "$program" in
    */libexec/warta/*) [ -x "root/usr/libexec/warta/${program##*/}" ] || fail "$unit starts $program" ;;
    *) fail "$unit starts $program" ;;
  esac
done

# Installed somewhere else than was thought of when it was built, units name what stands there.
run 0 cmake --install "$build" --prefix "$scratch/opt/warta"
for unit in opt/warta/lib/systemd/system/*.service; do
  program=$(sed -n 's/^ExecStart=\([^ ]*\).*/\1/p' "$unit")
  page=$(sed -n 's|^Documentation=.*file://\([^ ]*\)|\1|p' "$unit")
  case "$program" in
    "$scratch"/opt/warta/*) [ -x "$program" ] || fail "$unit starts $program, which is not installed" ;;
    *) fail "$unit starts $program" ;;
  esac
  [ -f "$page" ] || fail "$unit names $page, which is not installed"
done
grep -q '^ExecStart=/usr/libexec/warta/fetch-news ' 'root/usr/lib/systemd/system/warta-fetch@.service' ||
  fail "a unit names a directory of the packager"
finish
