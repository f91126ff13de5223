package cli

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"resumax/resume"
)

// say prints one line about a job on standard error.
func (s Streams) say(format string, args ...any) {
	fmt.Fprintf(s.Err, "resumax: %s\n", oneLine(fmt.Sprintf(format, args...)))
}

// sayAll prints a line about each fault.
func (s Streams) sayAll(faults []error) {
	for _, fault := range faults {
		s.say("%v", fault)
	}
}

// A longer message, of a file whose texts are no texts, loses its middle: its
// beginning says what and where, its end what to do.
const (
	messageHead = 400
	messageTail = 200
)

func oneLine(s string) string {
	s = strings.Join(strings.Fields(plain(s)), " ")
	if r := []rune(s); len(r) > messageHead+messageTail {
		s = string(r[:messageHead]) + " … " + string(r[len(r)-messageTail:])
	}
	return s
}

// plain takes out what a terminal would obey instead of showing: control
// characters, and marks that turn the direction of what follows.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, s)
}

// fixes are the problems of a file that saving fixes, without what only the page
// lacks.
func fixes(problems []resume.Problem) []resume.Problem {
	var fixes []resume.Problem
	for _, p := range problems {
		if !p.NotShown {
			fixes = append(fixes, p)
		}
	}
	return fixes
}

// warn says what a file or a page could not take as it was meant. What is not
// shown comes last and is counted by itself, so that a list of what was rewritten
// does not hide it.
func (s Streams) warn(file string, problems []resume.Problem) {
	s.warnOf(file, fixes(problems))
	s.warnOf(file, slices.DeleteFunc(slices.Clone(problems), func(p resume.Problem) bool { return !p.NotShown }))
}

func (s Streams) warnOf(file string, problems []resume.Problem) {
	const most = 5
	for i, p := range problems {
		if i == most {
			s.say("%s: %d more like this, at %s", file, len(problems)-most, places(problems[most:]))
			return
		}
		s.say("%s: %s %s", file, p.Address, p.Text)
	}
}

// places names as many places of problems as a line has room for.
func places(problems []resume.Problem) string {
	const room = 300 // bytes
	var b strings.Builder
	for _, p := range problems {
		if b.Len()+len(p.Address) > room {
			b.WriteString(" …")
			break
		}
		if b.Len() > 0 {
			b.WriteString(" ")
		}
		b.WriteString(string(p.Address))
	}
	return b.String()
}
