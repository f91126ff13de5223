#!/bin/sh
# Tries a package in a clean system that can be thrown away, such as a container or a root made by debootstrap: installs
# it with what it depends on, opens a project as a double click does, takes a picture of the window, uninstalls it,
# and compares all files with those before. Run as root there; needs no network but the system's packages.
#
#   scripts/package-check.sh dist/resumax_0.1.0-1_amd64.deb picture.png
set -eu

package=$(realpath "$1")
picture=$(realpath "$2")
work=$(mktemp -d)
user=resumax-check
home=/home/$user

say() { echo "package-check: $*" >&2; }

fail() {
	say "$*"
	exit 1
}

[ "$(id -u)" -eq 0 ] || fail "run this as root, in a system that can be thrown away"
[ ! -e "$home" ] || fail "$home is there already: this is no clean system"

case $package in
*.deb)
	apt() { DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends "$@" >"$work/apt.log" 2>&1 || { cat "$work/apt.log" >&2; exit 1; }; }
	apt update
	add() { apt install "$package"; }
	drop() { apt purge resumax; }
	tools() {
		apt install xvfb xauth openbox xdotool imagemagick dbus-x11 libgl1-mesa-dri libglib2.0-bin xdg-utils \
			shared-mime-info desktop-file-utils hicolor-icon-theme gtk-update-icon-cache man-db
	}
	;;
*.rpm)
	add() { dnf install -y -q --setopt=install_weak_deps=False "$package"; }
	drop() { rpm -e resumax; }
	tools() {
		dnf install -y -q --setopt=install_weak_deps=False xorg-x11-server-Xvfb openbox xdotool ImageMagick dbus-daemon \
			mesa-dri-drivers glib2 xdg-utils shared-mime-info desktop-file-utils hicolor-icon-theme diffutils findutils man-db \
			shadow-utils util-linux
	}
	;;
*.pkg.tar.zst)
	pacman -Sy --noconfirm >/dev/null
	add() { pacman -U --noconfirm "$package" >/dev/null; }
	drop() { pacman -R --noconfirm resumax >/dev/null; }
	tools() {
		pacman -S --noconfirm --needed xorg-server-xvfb openbox xdotool imagemagick dbus mesa glib2 xdg-utils \
			shared-mime-info desktop-file-utils hicolor-icon-theme diffutils man-db >/dev/null
	}
	;;
*.tar.gz)
	command -v make >/dev/null || fail "a tarball is installed by make, which is not here"
	tar xzf "$package" -C "$work"
	add() { make -s -C "$work"/resumax-* install PREFIX=/usr/local >/dev/null; }
	drop() { make -s -C "$work"/resumax-* uninstall PREFIX=/usr/local; }
	tools() { :; } # another package was tried here before
	;;
*) fail "$package is no package that is known here" ;;
esac

# files: every file of the system, with what it holds, but for those that change by themselves and those of users.
files() {
	find / -xdev \( -path /proc -o -path /sys -o -path /dev -o -path /run -o -path /tmp -o -path /home -o -path /root -o -path /var/log \
		-o -path /var/cache -o -path /var/lib/apt -o -path /var/lib/dpkg -o -path /var/lib/dnf -o -path /var/lib/rpm -o -path /usr/lib/sysimage \
		-o -path /var/lib/pacman -o -path /var/tmp -o -path "$(dirname "$picture")" \) -prune -o -type d -printf '%p/\n' -o -type l -printf '%p -> %l\n' -o -type f -exec md5sum {} + |
		awk '/^[0-9a-f]{32}  / { print substr($0, 35) " " substr($0, 1, 32); next } { print }' | LC_ALL=C sort
}

say "installing $(basename "$package") with what it depends on"
add
missing=$(ldd "$(command -v resumax)" | grep "not found" || true)
[ -z "$missing" ] || fail "it does not bring what it needs: $missing"
resumax version
resumax new --role backend-engineer --sample | resumax score - >/dev/null
say "installing what a desktop has"
tools
drop
useradd -m "$user"
files >"$work/before"

say "installing again, and opening a project"
add
[ -n "$(man -w resumax 2>/dev/null || true)" ] || say "no manual is found: this system leaves manuals out"
cat >"$work/session" <<'SESSION'
set -eu
# Clients of this display are waited for no longer than it takes on a slow machine.
await() {
	for _ in $(seq 300); do
		if "$@" >/dev/null 2>&1; then return; fi
		sleep 0.2
	done
	echo "package-check: waited in vain for: $*" >&2
	import -window root "$HOME/picture.png" || true
	exit 1
}
await xdotool getdisplaygeometry
openbox &
manager=$!
cd "$HOME"
resumax new --role backend-engineer --sample -o Ada.resume.json
resumax new --role accountant --sample -o Bea.resume.json
type=$(gio info -a standard::content-type Ada.resume.json | sed -n 's/.*content-type: //p')
[ "$type" = application/x-resumax+json ] || {
	echo "package-check: the project is taken for $type" >&2
	exit 1
}
gio open Ada.resume.json
await xdotool search --onlyvisible --name Ada.resume.json
xdg-open Bea.resume.json & # which the window that is open opens
await xdotool search --onlyvisible --name Bea.resume.json
sleep 3 # the page and the score
import -window root "$HOME/picture.png"
process() { xdotool search --onlyvisible --name Bea.resume.json getwindowpid 2>/dev/null | tail -n 1 | grep .; }
await process
if xdotool search --onlyvisible --name Ada.resume.json >/dev/null 2>&1; then
	echo "package-check: a second window has opened" >&2
	exit 1
fi
kill "$(process)"
kill "$manager"
SESSION
chmod 755 "$work" "$work/session"
Xvfb :77 -screen 0 1440x900x24 -nolisten tcp >/dev/null 2>&1 &
display=$!
trap 'kill "$display" 2>/dev/null || true' EXIT
su "$user" -c "XDG_CURRENT_DESKTOP=GNOME DISPLAY=:77 LIBGL_ALWAYS_SOFTWARE=1 dbus-run-session -- sh $work/session" || {
	cp "$home/picture.png" "$picture" 2>/dev/null || true
	fail "the window does not open"
}
cp "$home/picture.png" "$picture"
kill "$display"
[ -s "$home/Ada.resume.json" ] || fail "the project is gone"

say "uninstalling"
drop
files >"$work/after"
userdel "$user"
if ! diff "$work/before" "$work/after" >"$work/difference"; then
	cat "$work/difference" >&2
	fail "it leaves a trace"
fi
rm -rf "$home" "$work"
say "$(basename "$package"): installed, opened, uninstalled without a trace"
