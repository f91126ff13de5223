#!/bin/sh
# Checks the pages that we export: html-validate's rules, and axe-core's in Chromium, at widths of a screen and
# of a phone and as printed. Needs Node, npm and Chromium (CHROMIUM names it), and fetches the checkers into a temporary folder.
#
#   scripts/html-check.sh [RESUME.json...]     else the samples of the tests
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ $# -gt 0 ] || set -- "$root"/render/testdata/*.json "$root"/render/testdata/samples/*.json

"$root/scripts/go.sh" build -C "$root" -o "$work/resumax" .
mkdir "$work/pages"
designs=$("$work/resumax" designs | awk '{ print $1 }')
for resume; do
	for design in $designs; do
		"$work/resumax" export "$resume" --design "$design" -o "$work/pages/$(basename "$resume" .json)-$design.html" 2>"$work/said" || cat "$work/said" >&2 ||
			echo "$resume is not exported"
	done
done
npm install --silent --no-fund --no-audit --prefix "$work" html-validate@10.17.0 axe-core@4.14.1 puppeteer-core@24.43.1
cp "$root/scripts/html-check.mjs" "$work"
cd "$work"
npx html-validate pages/*.html
node html-check.mjs "${CHROMIUM:-$(command -v chromium || command -v google-chrome)}" pages/*.html
