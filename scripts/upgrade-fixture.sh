#!/bin/bash
# Keeps what a version of the program leaves on a disk, for the test of upgrades (tools/upgrade): a project that was saved, settings,
# earlier versions, scores, and the journal of work that was not saved when the program was killed. To be run at each
# release, and before a change of what is written. As root, since its user's home is /home/ada; needs what the tests need.
#
#   scripts/upgrade-fixture.sh ./resumax tools/upgrade/testdata/0.1.0
set -eu

program=$(realpath "$1")
out=$2
root=$(cd "$(dirname "$0")/.." && pwd)
home=/home/ada

[ ! -e "$home" ] || {
	echo "resumax: $home is there already" >&2
	exit 1
}
export HOME=$home XDG_CONFIG_HOME=$home/config XDG_STATE_HOME=$home/state XDG_CACHE_HOME=$home/cache XDG_DATA_HOME=$home/data
export LIBGL_ALWAYS_SOFTWARE=1 DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent RESUMAX_TRACE=$home/trace
mkdir -p "$home/config/fyne/io.github.resumax.ResuMax" "$home/config/resumax/designs" "$home/config/resumax/roles"
started=
clean() {
	# Numbers of processes hold no blanks, so splitting them is meant.
	# shellcheck disable=SC2086
	kill -9 $started 2>/dev/null || true
	wait || true
	rm -rf "$home"
}
trap clean EXIT

# The user's own files, in the form that those have which shipped then: DESIGN and ROLE name them.
cp "${DESIGN:-$root/assets/designs/modern.toml}" "$home/config/resumax/designs/mine.toml"
cp "${ROLE:-$root/assets/roles/qa-engineer.toml}" "$home/config/resumax/roles/mine.toml"
printf 'Zyntra\nKubeflux\n' >"$home/config/resumax/words.txt"
echo '{"theme":2,"autosave":false}' >"$home/config/fyne/io.github.resumax.ResuMax/preferences.json"
"$program" new --role backend-engineer --sample -o "$home/ada.json"

# await COMMAND...: until it succeeds, as long as that takes on a slow machine.
await() {
	for _ in $(seq 300); do
		if "$@" >/dev/null 2>&1; then return; fi
		sleep 0.1
	done
	echo "resumax: waited in vain for: $*" >&2
	exit 1
}

display=:78
Xvfb $display -screen 0 1280x800x24 -nolisten tcp >/dev/null 2>&1 &
started=$!
export DISPLAY=$display
await xdotool getdisplaygeometry
openbox >/dev/null 2>&1 &
started="$started $!"
"$program" "$home/ada.json" >/dev/null 2>&1 &
editor=$!
started="$started $editor"
await grep '"/basics/name"' "$RESUMAX_TRACE"
sleep 2
# The middle of the field of the name, in pixels of the window.
at=$(grep '"/basics/name"' "$RESUMAX_TRACE" | tail -n 1 | sed 's/.*"\/basics\/name":\[\([^]]*\)\].*/\1/' |
	awk -F , '{ printf "%d %d", $1 + 60, $2 + $4 / 2 }')
window=$(xdotool search --onlyvisible --pid $editor | tail -n 1)
xdotool windowfocus --sync "$window"
# shellcheck disable=SC2086 # two numbers
xdotool mousemove --window "$window" $at click 1
sleep 0.5
xdotool key --clearmodifiers End
xdotool type --delay 40 ' Saved'
sleep 1
xdotool key ctrl+s
await grep ' Saved"' "$home/ada.json"
sleep 1
xdotool type ' Unsaved'
sleep 4 # a journal is written within two seconds
kill -9 $editor

rm -rf "$out" "$home/cache" "$home/data" "$home/trace" "$home/state/resumax/open" "$home/state/resumax/crash"
find "$home" -name '*.lock' -delete
mkdir -p "$out"
cp -R "$home"/. "$out"
grep -q ' Saved"' "$out/ada.json" || {
	echo "resumax: nothing was typed" >&2
	exit 1
}
find "$out" -type f
