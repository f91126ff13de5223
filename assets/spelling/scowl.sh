#!/bin/sh
# Makes en.gz of SCOWL's lists, as Debian's package scowl has them: American, British, Canadian and Australian words of
# the sizes 10 to 80, with the variants that dictionaries accept. Each size begins with a line "# SIZE". A word is in
# the smallest size that has it. usage: scowl.sh [FOLDER] > en.gz
set -eu
cd "${1:-/usr/share/dict/scowl}"
for size in 10 20 35 40 50 55 60 70 80; do
	echo "# $size"
	for name in english american british british_z canadian australian variant_1 variant_2 \
		british_variant_1 canadian_variant_1 australian_variant_1; do
		for kind in words upper proper-names abbreviations contractions; do
			file=$name-$kind.$size
			[ ! -f "$file" ] || cat "$file"
		done
	done | iconv -f latin1 -t utf8 | grep -v -e "'s\$" -e '[0-9]' | LC_ALL=C sort -u
done | awk '/^#/ || !seen[$0]++' | gzip -9n
