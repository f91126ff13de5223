package letter

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"resumax/job/posting"
)

// reach is how far from a name the address or the number is by which a posting says that this is
// whom to write to, in lines.
const reach = 2

// reachable finds an e-mail address or a phone number: digits with spaces and the like between them.
var reachable = regexp.MustCompile(`\S@\S+\.\w|\(?\+?\d[\d ()/.\-–]{5,}\d`)

// personIn is the person whom a posting names to write to, with the title: "Frau Petra Lührmann". It
// is "" where there is none or several, or where the name may be longer or shorter than it looks:
// a letter to the wrong name is worse than one to nobody.
func personIn(p posting.Posting) string {
	var lines []string
	for _, l := range p.Text() {
		lines = append(lines, l.Text)
	}
	titles := wordsIn(p.Language).Salutation.Persons
	found := ""
	for i, line := range lines {
		near := strings.Join(lines[max(0, i-reach):min(len(lines), i+reach+1)], "\n")
		if !reachable.MatchString(near) {
			continue
		}
		fields := strings.Fields(line)
		for k := range fields {
			if !slices.Contains(titles, strings.TrimLeft(fields[k], "(–-")) {
				continue
			}
			name, ok := nameFrom(fields[k+1:])
			if !ok {
				return ""
			}
			name = strings.TrimLeft(fields[k], "(–-") + " " + name
			if found != "" && lastName(found) != lastName(name) {
				return ""
			}
			if len(name) > len(found) {
				found = name
			}
		}
	}
	return found
}

// nameFrom is the name that words begin with, behind a title: academic titles, a first name or none,
// and a last name with what stands before it. False where the words are no name, or go on as one.
func nameFrom(fields []string) (string, bool) {
	const most = 2
	var name []string
	names := 0
	for _, f := range fields {
		word := strings.TrimRight(f, ".,;:!?)")
		first, _ := utf8.DecodeRuneInString(word)
		ended := word != f
		switch {
		case names == 0 && strings.HasSuffix(f, ".") && word != "" && utf8.RuneCountInString(word) <= 4:
			name = append(name, f) // "Dr.", "med."
		case !ended && strings.Contains(particles, " "+word+" "):
			name = append(name, word)
		case !unicode.IsUpper(first) || strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !strings.ContainsRune("-'’", r) }):
			return finished(name, names)
		case names == most:
			return "", false
		default:
			names++
			if name = append(name, word); ended {
				return finished(name, names)
			}
		}
	}
	return finished(name, names)
}

// finished is a name without the small words behind it, unless nothing else is in it.
func finished(name []string, names int) (string, bool) {
	for len(name) > 0 && strings.Contains(particles, " "+name[len(name)-1]+" ") {
		name = name[:len(name)-1] // "Frau Weber zu den Bürozeiten"
	}
	return strings.Join(name, " "), names > 0
}
