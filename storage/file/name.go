package file

import (
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"unicode/utf8"
)

// nameLimit bounds a cleaned name, in bytes: file systems take 255 bytes or as many units of UTF-16, and an extension
// and a number may still be added.
const nameLimit = 200

// CleanName makes of a text the name of a file that every system takes, without its extension; "" where nothing is left
// of it. A resume goes from one system to another, so Windows' rules hold on all:
//
//   - none of / \ : * ? " < > | and no control character;
//   - no space at either end and no dot: Windows drops those at the end, and those at the beginning hide a file;
//   - no name of a device, such as CON or COM1, with or without an extension: an underscore is added to it.
//
// Source: “Naming Files, Paths, and Namespaces”, Microsoft Learn.
func CleanName(text string) string {
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' || r == 0x7f || r == utf8.RuneError {
			return -1
		}
		return r
	}, text)
	name = trimName(name)
	if len(name) > nameLimit {
		cut := nameLimit
		for !utf8.RuneStart(name[cut]) {
			cut--
		}
		name = trimName(name[:cut])
	}
	stem, rest, dotted := strings.Cut(name, ".")
	if !isDevice(stem) {
		return name
	}
	if stem = strings.TrimRight(stem, " ") + "_"; dotted {
		stem += "." + rest
	}
	return stem
}

func trimName(name string) string { return strings.Trim(name, " .") }

// isDevice reports whether Windows takes a name for a device. The digits of ports are also the superscript ones of
// Latin-1.
func isDevice(name string) bool {
	name = strings.ToUpper(strings.TrimRight(name, " "))
	if port, ok := strings.CutPrefix(name, "COM"); ok {
		return isPort(port)
	}
	if port, ok := strings.CutPrefix(name, "LPT"); ok {
		return isPort(port)
	}
	return slices.Contains([]string{"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$"}, name)
}

func isPort(digit string) bool {
	return utf8.RuneCountInString(digit) == 1 && strings.Contains("0123456789¹²³", digit)
}

// Fold is a path as the system compares names, to tell whether two paths name one file that need not be there: Windows
// and macOS do not part names by case.
func Fold(path string) string { return foldOn(runtime.GOOS, filepath.Clean(path)) }

func foldOn(system, path string) string {
	switch system {
	case "windows":
		return strings.ToLower(strings.ReplaceAll(path, "/", `\`))
	case "darwin", "ios":
		return strings.ToLower(path)
	}
	return path
}
