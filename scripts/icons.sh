#!/bin/sh
# Draws the icons of packages from their SVGs, in the sizes that desktops ask for. They are kept in the repository, so
# that packages do not depend on which version of librsvg draws them.
#
#   scripts/icons.sh      after a change of assets/icon.svg or packaging/icons/project.svg; needs rsvg-convert
set -eu

cd "$(dirname "$0")/.."

for size in 16 22 24 32 48 64 128 256 512 1024; do
	rsvg-convert -w "$size" -h "$size" assets/icon.svg -o "packaging/icons/application-$size.png"
	rsvg-convert -w "$size" -h "$size" packaging/icons/project.svg -o "packaging/icons/project-$size.png"
done
