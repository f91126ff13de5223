#!/bin/sh
# Runs every fuzz target for a while. An input that fails one is kept in its package's testdata/fuzz, where plain
# tests run it from then on.
#
#   scripts/fuzz.sh 30s
set -eu

cd "$(dirname "$0")/.."

grep -rl --include='*_test.go' '^func Fuzz' . | sort | while read -r file; do
	sed -n 's/^func \(Fuzz[A-Za-z0-9_]*\)(.*/\1/p' "$file" | while read -r target; do
		echo "resumax: $(dirname "$file") $target" >&2
		scripts/go.sh test -run '^$' -fuzz "^$target\$" -fuzztime "$1" "$(dirname "$file")" </dev/null
	done
done
