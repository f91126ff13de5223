#!/bin/sh
# Checks PDFs of all samples in all designs with veraPDF, against what they say they are: PDF/UA-1 and PDF/A-2b. Needs
# veraPDF, as a command or, with VERAPDF="docker run …", in a container that sees the working folder as /data.
#
#   scripts/verapdf-check.sh
set -eu

cd "$(dirname "$0")/.."

pdfs=dist/verapdf
rm -rf "$pdfs"
mkdir -p "$pdfs"
scripts/go.sh build -o dist/build/resumax .
for design in $(dist/build/resumax designs | awk '{ print $1 }'); do
	for resume in render/testdata/*.json render/testdata/samples/*.json; do
		dist/build/resumax export "$resume" --design "$design" -o "$pdfs/$(basename "$resume" .json)-$design.pdf" 2>"$pdfs/said" || cat "$pdfs/said" >&2
	done
done
rm -f "$pdfs/said"
failed=
for flavour in ua1 2b; do
	# VERAPDF is a command with its arguments.
	# shellcheck disable=SC2086
	${VERAPDF:-verapdf} --format text --flavour "$flavour" "$pdfs"/*.pdf >"$pdfs/$flavour.txt" || true
	grep -c '^PASS' "$pdfs/$flavour.txt" | sed "s/\$/ of $(find "$pdfs" -name '*.pdf' | wc -l | tr -d ' ') pass as $flavour/"
	if grep -v '^PASS' "$pdfs/$flavour.txt" || ! [ -s "$pdfs/$flavour.txt" ]; then failed=1; fi
done
[ -z "$failed" ]
