#!/bin/sh
# Opens the editor on a resume; where there is no display, does the same job without a window: scores the
# resume and writes its PDF and the picture of its pages beside it.
#
#   scripts/run.sh FILE.json      a missing FILE is made from the Backend Engineer's sample
set -eu

file=$1
base=${file%.json}

if [ ! -e "$file" ]; then
	mkdir -p "$(dirname "$file")"
	./resumax new --role backend-engineer --sample -o "$file"
fi

if [ "$(uname -s)" != Linux ] || [ -n "${DISPLAY-}${WAYLAND_DISPLAY-}" ]; then
	exec ./resumax "$file"
fi

echo "No display here: scoring $file and writing its PDF and page picture instead of opening the editor."
./resumax score "$file"
./resumax export "$file" -o "$base.pdf"
./resumax export "$file" -o "$base.png"
echo "Resume  $file"
echo "PDF     $base.pdf"
echo "Picture $base.png"
