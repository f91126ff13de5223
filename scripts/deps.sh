#!/bin/sh
# Installs what scripts/packages.txt lists for the given needs and this machine lacks:
#
#   scripts/deps.sh build         enough to build and run
#   scripts/deps.sh build test    enough for the tests too
#
# Where nothing is missing it only looks, in a fraction of a second.
set -eu

here=$(cd "$(dirname "$0")" && pwd)

say() { echo "resumax: $*" >&2; }

fail() {
	say "$*"
	exit 1
}

# as_root COMMAND...: no sudo where the user is root already.
as_root() {
	if [ "$(id -u)" -eq 0 ]; then
		"$@"
	elif command -v sudo >/dev/null; then
		sudo "$@"
	else
		fail "installing needs root and there is no sudo here; run this as root"
	fi
}

# listed COLUMN NEED...: the packages of that column of the list, one a line.
listed() {
	column=$1
	shift
	awk -v column="$column" -v needs=" $* " '
		/^[^#]/ && index(needs, " " $1 " ") && $column != "-" { print $column }
	' "$here/packages.txt"
}

# The functions below take packages and print those not installed, or install them.

apt_missing() {
	installed=$(dpkg-query -W -f '${Status} ${Package}\n' "$@" 2>/dev/null | sed -n 's/^install ok installed //p')
	for package; do
		echo "$installed" | grep -qxF "$package" || echo "$package"
	done
}

apt_install() {
	# One unreachable extra source should not stop what the others can serve.
	as_root apt-get update -q || say "apt-get update had errors; going on with what it fetched"
	as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
		-o DPkg::Lock::Timeout=300 "$@"
}

dnf_missing() {
	LC_ALL=C rpm -q --whatprovides "$@" | sed -n 's/^no package provides //p'
}

dnf_install() { as_root dnf install -y --setopt=install_weak_deps=False "$@"; }

pacman_missing() { pacman -T "$@" || true; }

pacman_install() {
	# Refreshing the list without upgrading can break an Arch machine, so only one that has no list yet gets it.
	refresh=
	ls /var/lib/pacman/sync/*.db >/dev/null 2>&1 || refresh=y
	as_root pacman -S$refresh --needed --noconfirm "$@"
}

brew_missing() {
	prefix=$(brew --prefix 2>/dev/null) || prefix=/nonexistent
	for package; do
		[ -e "$prefix/opt/$package" ] || echo "$package"
	done
}

brew_install() {
	command -v brew >/dev/null || fail "install Homebrew (its home page has the one-line command), then run this again for: $*"
	brew install "$@"
}

case $(uname -s) in
Darwin)
	system=brew column=5
	if ! xcode-select -p >/dev/null 2>&1; then
		xcode-select --install || true
		fail "the Xcode command-line tools are being installed; run this again when they are done"
	fi
	;;
Linux)
	if command -v apt-get >/dev/null; then
		system=apt column=2
	elif command -v dnf >/dev/null; then
		system=dnf column=3
	elif command -v pacman >/dev/null; then
		system=pacman column=4
	else
		fail "knows apt, dnf and pacman only; install by hand what scripts/packages.txt lists"
	fi
	;;
*)
	fail "knows Linux and macOS only; install by hand what scripts/packages.txt lists"
	;;
esac

needs=$*
"$here/go.sh" --found || needs="go $needs"

# Package names hold no blanks, so splitting the lists into words is meant.
# shellcheck disable=SC2046,SC2086
set -- $(listed $column $needs)
if [ $# -gt 0 ]; then
	# shellcheck disable=SC2046
	set -- $(${system}_missing "$@")
fi
if [ $# -gt 0 ]; then
	say "installing $*"
	${system}_install "$@"
fi
"$here/go.sh" version >/dev/null
