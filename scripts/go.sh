#!/bin/sh
# Runs a Go that is new enough for go.mod, with the settings every build of ResuMax shares:
#
#   scripts/go.sh build ./...     runs that Go
#   scripts/go.sh --found         succeeds where one is there already
#
# Where the machine's own Go is older, it serves to fetch the newer one: Go's releases are published as
# versions of the module golang.org/toolchain, so they come from the module proxy in use, checked by Go
# against the checksum database and here against toolchain.sum. It goes to the user's cache folder; nothing
# of the system changes.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
sums=$root/scripts/toolchain.sum
wanted=$(sed -n 's/^go //p' "$root/go.mod")
release=$(sed -n '1s/.*-\(go[0-9.]*\)\..*/\1/p' "$sums")
cached=${XDG_CACHE_HOME:-$HOME/.cache}/resumax/$release

fail() {
	echo "resumax: $*" >&2
	exit 1
}

# new_enough GO: whether this Go, as it would run in the module, is at least the version go.mod asks for.
new_enough() {
	version=$(cd "$root" && "$1" env GOVERSION 2>/dev/null) || return 1
	echo "$version $wanted" | awk '{
		sub(/^go/, "", $1)
		split($1, have, /[^0-9]+/)
		split($2, want, /[^0-9]+/)
		for (i = 1; i <= 3; i++)
			if (have[i] + 0 != want[i] + 0)
				exit have[i] + 0 < want[i] + 0
	}'
}

find_go() {
	for go in "$(command -v go || true)" /usr/local/go/bin/go "$cached/bin/go"; do
		if [ -x "$go" ] && new_enough "$go"; then
			return 0
		fi
	done
	return 1
}

platform() {
	case $(uname -s) in
	Linux) os=linux ;;
	Darwin) os=darwin ;;
	*) fail "install Go $wanted or newer for this system by hand" ;;
	esac
	case $(uname -m) in
	x86_64 | amd64) arch=amd64 ;;
	aarch64 | arm64) arch=arm64 ;;
	*) fail "install Go $wanted or newer for $(uname -m) by hand" ;;
	esac
	echo "$os-$arch"
}

# fetch_go: puts the pinned release into the cache folder, whole or not at all.
fetch_go() {
	older=$(command -v go) || fail "no Go found to fetch $release with: run 'make deps'"
	version=v0.0.1-$release.$(platform)
	mkdir -p "$(dirname "$cached")"
	work=$(mktemp -d "$(dirname "$cached")/fetch.XXXXXX")
	trap 'rm -rf "$work"' EXIT
	echo "resumax: $("$older" env GOVERSION) is older than go.mod's $wanted; fetching $release" >&2
	# The older Go would refuse this module's go.mod, so it runs beside it.
	answer=$(cd "$work" && GOTOOLCHAIN=local GOFLAGS=-modcacherw GOMODCACHE=$work/modules \
		"$older" mod download -json "golang.org/toolchain@$version") ||
		fail "fetching $release failed: $answer"
	sum=$(echo "$answer" | sed -n 's/.*"Sum": "\(.*\)".*/\1/p')
	grep -qxF "golang.org/toolchain $version $sum" "$sums" ||
		fail "$release for $(platform) came with checksum '$sum', which scripts/toolchain.sum does not list"

	# A module cannot hold executable files nor go.mod files of its own; both are put back here.
	tree=$work/modules/golang.org/toolchain@$version
	chmod -R +x "$tree/bin" "$tree/pkg/tool"
	find "$tree" -name _go.mod | while read -r renamed; do
		mv "$renamed" "${renamed%_go.mod}go.mod"
	done
	rm -rf "$cached"
	mv "$tree" "$cached"
	rm -rf "$work"
	go=$cached/bin/go
}

if [ "${1-}" = --found ]; then
	find_go
	exit
fi
find_go || fetch_go

# Fyne's C parts compile in a quarter of the time with clang.
if [ -z "${CC-}" ] && [ "$(uname -s)" = Linux ] && command -v clang >/dev/null; then
	export CC=clang
fi
PATH=$(dirname "$go"):$PATH
# no_animations: Fyne's blinking cursor alone paints the window 25 times a second.
# no_emoji: Fyne parses its emoji font once for each style of text, 16 MB in all; the system has one.
GOFLAGS="$("$go" env GOFLAGS) -tags=migrated_fynedo,no_animations,no_emoji -trimpath -buildvcs=false"
export PATH GOFLAGS
exec "$go" "$@"
