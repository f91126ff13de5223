package file

import (
	"net/url"
	"runtime"
	"strings"
)

// PathOf is the path that a file URI means, and false for any other text. Desktops, browsers and other programs hand files
// over as such, in several forms: “file:///C:/Users/Ada/My%20CV.json”, “file:/home/ada/cv.json” and, of a shared folder,
// “file://server/share/cv.json”. A host is this computer if it is “localhost”; another one has a path on Windows only.
// RFC 8089 has the forms.
func PathOf(uri string) (string, bool) { return pathOn(runtime.GOOS, uri) }

func pathOn(system, uri string) (string, bool) {
	const scheme = "file:"
	if len(uri) < len(scheme) || !strings.EqualFold(uri[:len(scheme)], scheme) {
		return "", false
	}
	rest := strings.ReplaceAll(uri[len(scheme):], `\`, "/") // written by hand on Windows
	host := ""
	if after, ok := strings.CutPrefix(rest, "//"); ok {
		i := strings.IndexByte(after, '/')
		if i < 0 {
			return "", false
		}
		if host, rest = after[:i], after[i:]; isDrive(host) { // “file://C:/a”, which is wrong and common
			host, rest = "", "/"+after
		}
	}
	rest, err := url.PathUnescape(rest)
	if err != nil || !strings.HasPrefix(rest, "/") || strings.Trim(rest, "/") == "" || strings.ContainsRune(rest, 0) {
		return "", false
	}
	remote := host != "" && !strings.EqualFold(host, "localhost")
	if system != "windows" {
		return rest, !remote
	}
	switch drive, _, _ := strings.Cut(rest[1:], "/"); {
	case remote:
		rest = "//" + host + rest
	case isDrive(drive):
		rest = rest[1:]
	}
	return strings.ReplaceAll(rest, "/", `\`), true
}

// isDrive reports whether a text is a drive of Windows, such as “C:”.
func isDrive(text string) bool {
	return len(text) == 2 && text[1] == ':' && (text[0]|0x20) >= 'a' && (text[0]|0x20) <= 'z'
}
