#!/bin/sh
# Makes the packages for Windows in dist/, a .zip and a .msi, on Linux: with clang for C, MinGW-w64 to link, wixl for the
# .msi. The same commit gives the same bytes, whenever it is made, with the same compilers and libraries.
#
#   scripts/package-windows.sh
set -eu

cd "$(dirname "$0")/.."

say() { echo "resumax: $*" >&2; }

for tool in clang x86_64-w64-mingw32-gcc wixl msibuild; do
	if ! command -v "$tool" >/dev/null; then
		say "no packages for Windows: $tool is missing (scripts/deps.sh windows installs it where it can)"
		exit 1
	fi
done

# The time of everything in the packages is that of the commit.
if [ -z "${SOURCE_DATE_EPOCH-}" ]; then
	SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null) || SOURCE_DATE_EPOCH=0
fi
export SOURCE_DATE_EPOCH

work=dist/build/windows
mkdir -p "$work"
tools=packaging/tools.mod
version=$(scripts/go.sh run ./tools/package version)

# nethttpomithttp2: Fyne brings HTTP, which nothing here speaks. accessibility: what is in the window, for screen readers.
tags=$(scripts/go.sh env GOFLAGS | sed 's/.*-tags=\([^ ]*\).*/\1/'),release,nethttpomithttp2,accessibility
say "building for Windows"
GOOS=windows GOARCH=amd64 CGO_ENABLED=1 CGO_CFLAGS="-O2 -g '-Doffsetof(t,m)=__builtin_offsetof(t,m)'" CC="clang --target=x86_64-w64-mingw32" scripts/go.sh build -tags "$tags" \
	-ldflags "-s -w -buildid= -funcalign=16 -H=windowsgui -extld=x86_64-w64-mingw32-gcc -extldflags=-Wl,--no-insert-timestamp" \
	-o "$work/resumax.exe" .
x86_64-w64-mingw32-gcc -Os -Wall -Wextra -s -nostdlib -mconsole -Wl,--no-insert-timestamp -Wl,-e,start \
	-o "$work/resumax.com" packaging/windows/console.c -lkernel32 -luser32
scripts/go.sh tool -modfile="$tools" cyclonedx-gomod bin -json -noserial -notimestamp -std -version "v${version%.0}" \
	-output "$work/sbom.json" "$work/resumax.exe" >"$work/sbom.log" 2>&1 || {
	cat "$work/sbom.log" >&2
	exit 1
}
# Icon, manifest and version.
scripts/go.sh tool -modfile="$tools" go-winres patch --in packaging/windows/winres.json --no-backup \
	--file-version "$version" --product-version "$version" "$work/resumax.exe"
say "packing for Windows"
scripts/go.sh run ./tools/package windows -program "$work/resumax.exe" -sbom "$work/sbom.json" -to dist
