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
quiet appstreamcli validate --no-net packaging/linux/io.github.resumax.ResuMax.metainfo.xml
quiet desktop-file-validate packaging/linux/io.github.resumax.ResuMax.desktop
quiet shellcheck scripts/*.sh
[ -z "$failed" ]
