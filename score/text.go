package score

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"resumax/resume"
)

// containsWord reports whether a text holds a word or phrase, whole.
func containsWord(text, word string) bool {
	for i := 0; ; {
		j := strings.Index(text[i:], word)
		if j < 0 {
			return false
		}
		j += i
		end := j + len(word)
		if (j == 0 || !isWordByte(text[j-1])) && (end == len(text) || !isWordByte(text[end])) {
			return true
		}
		i = j + 1
	}
}

func isWordByte(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b >= 0x80
}

func titled(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// atPlace names something together with where it was: "Engineer at Fjordpay".
func atPlace(what, where string) string {
	if what == "" || where == "" {
		return what + where
	}
	return what + " at " + where
}

// String is what a position is called in a message.
func (p position) String() string {
	switch {
	case p.title != "" && p.where != "":
		return "“" + p.title + "” at " + p.where
	case p.title != "" || p.where != "":
		return "“" + p.title + p.where + "”"
	}
	return "A position"
}

// say words a message, if words are asked for.
func (r *reading) say(format string, args ...any) string {
	if r.quiet {
		return ""
	}
	return fmt.Sprintf(format, args...)
}

// saying is what is said of a sentence, by what it is said for.
type saying struct{ of, text string }

// says is what is said of a sentence whatever else is on the page, worded once.
func (s *sentence) says(of string, word func() string) string {
	for _, said := range s.said {
		if said.of == of {
			return said.text
		}
	}
	text := word()
	s.said = append(s.said, saying{of, text})
	return text
}

// quoted is a text that prints in quotation marks, shortened. It is a type, so
// that nothing is done for messages that nobody asked for.
type quoted string

func (q quoted) String() string { return "“" + shortened(resume.Plain(string(q))) + "”" }

// shortened is a text's beginning, at most 60 characters of it, cut between
// words.
func shortened(text string) string {
	const maxLength = 60
	r := []rune(text)
	if len(r) <= maxLength {
		return text
	}
	cut := string(r[:maxLength])
	if i := strings.LastIndexByte(cut, ' '); i > maxLength/2 {
		cut = cut[:i]
	}
	return cut + " …"
}

// grouped is a number as it is written in text: "800", "1,000".
func grouped(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%s,%03d", grouped(n/1000), n%1000)
}

// list is words that print as a sentence lists them: "a, b and c".
type list []string

func (l list) String() string {
	switch n := len(l); n {
	case 0:
		return ""
	case 1:
		return l[0]
	default:
		return strings.Join(l[:n-1], ", ") + " and " + l[n-1]
	}
}

// count is a number of things, in words: "1 bullet", "3 bullets".
func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprint(n, " ", thing, "s")
}

// isAre says how many of all things are something: "2 of 9 listed skills are",
// "The only listed skill is".
func isAre(n, all int, thing string) string {
	switch {
	case all == 1:
		return "The only " + thing + " is"
	case n == all && n == 2:
		return "Both " + thing + "s are"
	case n == all:
		return fmt.Sprintf("All %d %ss are", all, thing)
	case n == 1:
		return fmt.Sprintf("1 of %d %ss is", all, thing)
	}
	return fmt.Sprintf("%d of %d %ss are", n, all, thing)
}

// areMany says how many things are: "1 skill is", "No skills are".
func areMany(n int, thing string) string {
	if n == 1 {
		return "1 " + thing + " is"
	}
	return titled(orNo(count(n, thing))) + " are"
}

// orNo is a count with "no" for zero: "no bullets".
func orNo(count string) string {
	if rest, ok := strings.CutPrefix(count, "0 "); ok {
		return "no " + rest
	}
	return count
}

func clamp(v float64) float64 { return min(1, max(0, v)) }
