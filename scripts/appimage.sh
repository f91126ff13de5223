#!/bin/sh
# Makes an AppImage of the tarball in dist/, which runs on any desktop Linux without being installed. linuxdeploy copies
# the libraries that not every system has.
#
#   make package
#   LINUXDEPLOY=./linuxdeploy-x86_64.AppImage scripts/appimage.sh
set -eu

cd "$(dirname "$0")/.."

tool=${LINUXDEPLOY:-$(command -v linuxdeploy || true)}
if [ -z "$tool" ]; then
	echo "resumax: no AppImage is made: linuxdeploy is not here, and LINUXDEPLOY does not name it" >&2
	exit 1
fi
tarball=$(find dist -maxdepth 1 -name 'resumax-*-linux-*.tar.gz' | sort | tail -n 1)
[ -n "$tarball" ] || {
	echo "resumax: there is no tarball in dist/: run make package first" >&2
	exit 1
}

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
tar xzf "$tarball" -C "$folder"
make -s -C "$folder"/resumax-* install DESTDIR="$folder/AppDir" PREFIX=/usr
# An AppImage's desktop file calls the command by its name.
cp "$folder"/resumax-*/files/share/applications/*.desktop "$folder/AppDir/usr/share/applications/"

name=$(basename "$tarball" .tar.gz)
LDAI_OUTPUT="$PWD/dist/$name.AppImage" NO_STRIP=1 "$tool" --appdir "$folder/AppDir" --output appimage \
	--desktop-file "$folder/AppDir/usr/share/applications/io.github.resumax.ResuMax.desktop" \
	--icon-file "$folder/AppDir/usr/share/icons/hicolor/256x256/apps/io.github.resumax.ResuMax.png"
echo "dist/$name.AppImage"
