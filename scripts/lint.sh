#!/bin/sh
# Checks what vet and staticcheck do not: known vulnerabilities in the modules, the files for Linux desktops,
# and these scripts. Says nothing where nothing is wrong. What cannot be checked here is said in a line each and
# is no failure; continuous integration has all the tools.
set -u

cd "$(dirname "$0")/.." || exit 1
failed=

say() { echo "resumax: $*" >&2; }

# quiet COMMAND...: runs a command whose output counts only where it fails, or says that it is not installed.
quiet() {
	if ! command -v "$1" >/dev/null; then
		say "$1 is not installed: what it checks is not checked"
		return
	fi
	output=$("$@" 2>&1) && return
	echo "$output" >&2
	failed=1
}

# vulnerabilities: govulncheck exits with 3 where it finds some that our code calls, and with 1 where it cannot
# look, as without a network.
vulnerabilities() {
	output=$(scripts/go.sh tool govulncheck ./... 2>&1)
	case $? in
	0) return ;;
	1)
		case $output in
		*"fetching vulnerabilities"*)
			say "vulnerabilities are not checked: $(echo "$output" | sed -n 's/.*fetching vulnerabilities: //p')"
			return
			;;
		esac
		;;
	esac
	echo "$output" >&2
	failed=1
}

vulnerabilities
# installed: what packages install beside the program.
installed() {
	tree=$(mktemp -d)
	if scripts/go.sh run ./tools/package tree "$tree"; then
		quiet appstreamcli validate-tree --no-net "$tree"
		quiet desktop-file-validate "$tree"/usr/share/applications/*
		gunzip "$tree"/usr/share/man/man1/*.gz
		quiet mandoc -Tlint -Wwarning "$tree"/usr/share/man/man1/*
		if command -v update-mime-database >/dev/null; then quiet update-mime-database "$tree/usr/share/mime"; fi
	else
		failed=1
	fi
	rm -rf "$tree"
}

installed
quiet shellcheck scripts/*.sh
[ -z "$failed" ]
