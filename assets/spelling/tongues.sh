#!/bin/sh
# Makes de.gz, fr.gz, es.gz and pt.gz, the words of the languages whose spelling is checked beside English. The form of the lists
# is in tools/pack/wordlists. usage: tongues.sh WORDFREQ [FOLDER], from the project's folder
#
#   WORDFREQ  wordfreq/data of Robyn Speer's wordfreq 3.2 (github.com/rspeer/wordfreq): how frequent words are in the texts of the
#             web, of books, of Wikipedia and of subtitles (CC BY-SA 4.0)
#   FOLDER    where Debian's packages are unpacked; a temporary one if none is given
#
# French comes from hunspell-fr-comprehensive (MPL 2.0), which has the spellings before and after 1990; Spanish from hunspell-es
# (MPL 1.1 or later); Portuguese from hunspell-pt-br (MPL) and hunspell-pt-pt (MPL 1.1); German, whose Hunspell dictionaries are under
# the GPL, from Markus Enzenberger's list of German words (github.com/enz/german-wordlist, CC0), which the game tanglet ships.
set -eu
wordfreq=$(cd "$1" && pwd)
to=$PWD/assets/spelling
from=${2:-$(mktemp -d)}
cd "$from"
for package in hunspell-fr-comprehensive hunspell-es hunspell-pt-br hunspell-pt-pt tanglet-data; do
	apt-get download "$package"
	dpkg-deb -x "$package"_*.deb unpacked
done
for name in fr es_ES pt_BR pt_PT; do
	cp "unpacked/usr/share/hunspell/$name.aff" "unpacked/usr/share/hunspell/$name.dic" .
done
zcat unpacked/usr/share/tanglet/gamedata/de/words | sed 's/^[^ ]* //; s/ /\n/g' >de.txt
cp "$wordfreq"/large_de.msgpack.gz "$wordfreq"/large_fr.msgpack.gz "$wordfreq"/large_es.msgpack.gz "$wordfreq"/large_pt.msgpack.gz .
cd "$to/../.."
scripts/go.sh run ./tools/pack/wordlists "$from" "$to"
