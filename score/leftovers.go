package score

import (
	"math"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"resumax/language/metric"
	"resumax/resume"
)

// leftovers: what a template or a draft left behind: placeholders, and a bullet that
// stands twice.
var leftovers = check{
	id: "leftovers", name: "Leftovers", dimension: "correctness", max: 6, find: findLeftovers,
	how:    "3 points for each placeholder, such as “[Number]”, “XX%” or “lorem ipsum”, and for each bullet that repeats another, up to 6 points.",
	source: "Readers of real resumes put those with leftovers below all others. The points are ours.",
	passes: "Raised sales by 12%",
	fails:  "Raised sales by XX%",
}

const leftoverPoints, leftoverEach = 6, 3.0

// maxLeftovers is how many cost points.
const maxLeftovers = leftoverPoints / leftoverEach

func findLeftovers(r *reading) []Finding {
	var findings []Finding
	add := func(f Finding) {
		if len(findings) < maxLeftovers {
			f.Lost = leftoverEach
			findings = append(findings, f)
		}
	}
	for _, l := range r.sentences {
		if len(findings) == maxLeftovers {
			break
		}
		for _, f := range l.leftovers {
			if len(findings) < maxLeftovers {
				add(r.flawIn(l, f))
			}
		}
	}
	for _, b := range r.repeated {
		if !b.isCopy() {
			continue
		}
		add(Finding{Address: b.address, Quote: b.text, Why: r.say("%s repeats another bullet.", quoted(b.text)), Kind: Edit,
			Fix: "Remove one of them", patch: func(d resume.Document) (resume.Document, error) { return d.Remove(b.address) }})
	}
	return findings
}

// copyWords is how many words without numbers make a bullet that stands twice a copy:
// fewer are said in the same words by chance.
const copyWords = 5

// isCopy reports whether a bullet that says what another one says was copied: it is no
// label such as "Database: SQL Server", which belongs to each of several projects.
func (s *sentence) isCopy() bool { return len(s.key) >= copyWords && !s.isLabel() }

// The words of a label, and those with what it labels.
const labelWords, labeledWords = 3, 12

// isLabel reports whether a text is a label and what it labels.
func (s *sentence) isLabel() bool {
	colon := strings.IndexByte(s.plain, ':')
	return colon > 0 && s.words <= labeledWords && len(strings.Fields(s.plain[:colon])) <= labelWords
}

// readLeftovers finds the placeholders of a sentence.
func (s *sentence) readLeftovers() {
	for i := 0; i < len(s.tokens); i++ {
		t := s.tokens[i]
		if n, _ := longest(lists().leftover, s.tokens[i:]); n > 0 {
			s.addLeftover(t.Start, s.tokens[i+n-1].End, "what belongs here?")
			i += n - 1
		} else if start, end, ok := s.blankAt(i); ok {
			s.addLeftover(start, end, "how much or how many?")
		}
	}
	s.readBracketed()
	for rest, at := s.plain, 0; ; {
		i := strings.Index(rest, "___")
		if i < 0 {
			return
		}
		n := len(rest[i:]) - len(strings.TrimLeft(rest[i:], "_"))
		s.addLeftover(at+i, at+i+n, "what belongs here?")
		rest, at = rest[i+n:], at+i+n
	}
}

func (s *sentence) addLeftover(start, end int, ask string) {
	said := s.plain[start:end]
	s.leftovers = append(s.leftovers, flaw{start, end, "“" + shortened(said) + "” is a placeholder.", "Fill it in, or remove it",
		func() string { return s.with(start, end, "["+ask+"]") }, Ask})
}

// blankAt reports whether the token i stands for an amount that was never filled in,
// and where that is: "XX%", "$X", "X+ years", "#%".
func (s *sentence) blankAt(i int) (start, end int, ok bool) {
	t := s.tokens[i]
	start, end = t.Start, t.End
	before, _ := utf8.DecodeLastRuneInString(s.plain[:start])
	money := unicode.Is(unicode.Sc, before)
	text := strings.TrimLeftFunc(t.Text, func(r rune) bool { money = money || unicode.Is(unicode.Sc, r); return unicode.Is(unicode.Sc, r) })
	body := strings.TrimRight(text, "%+")
	share := strings.ContainsAny(text[len(body):]+s.plain[end:min(len(s.plain), end+1)], "%+")
	if money {
		body = strings.TrimRight(body, "KkMmBb")
	}
	n := 0
	for _, r := range body {
		switch r {
		case 'X', 'x':
			n++
		case '.', ',', '-':
		case '#':
			n++
		case 'N', 'Y', 'Z':
			if len(body) > 1 || !share {
				return 0, 0, false
			}
			n++
		default:
			return 0, 0, false
		}
	}
	counted := t.Text == "X" && i+1 < len(s.tokens) && lists().counted[s.tokens[i+1].Lower]
	if n == 0 || n == 1 && !money && !share && !counted {
		return 0, 0, false
	}
	if i > 0 && !money && !share && metric.IsNumbered(s.tokens[i-1].Lower) {
		return 0, 0, false // "Title XX"
	}
	if money && unicode.Is(unicode.Sc, before) {
		start -= utf8.RuneLen(before)
	}
	for end < len(s.plain) && (s.plain[end] == '%' || s.plain[end] == '+') {
		end++
	}
	return start, end, true
}

// longestBlank is how many words in brackets may be a placeholder.
const longestBlank = 6

// readBracketed finds the placeholders in brackets of any kind but round ones:
// "[Company Name]", "<number>", "{your title}". What ends in a question mark is a slot.
func (s *sentence) readBracketed() {
	if !strings.ContainsAny(s.plain, "[{<") {
		return
	}
	var closing [3]int // behind the next bracket that closes, of each kind
	for i := 0; i < len(s.plain); i++ {
		at := strings.IndexByte("[{<", s.plain[i])
		if at < 0 {
			continue
		}
		if closing[at] <= i {
			closing[at] = math.MaxInt
			if n := strings.IndexByte(s.plain[i:], "]}>"[at]); n >= 0 {
				closing[at] = i + n + 1
			}
		}
		end := closing[at]
		if end == math.MaxInt || !s.isBlank(i, end) {
			continue
		}
		if inside := s.plain[i:end]; !strings.Contains(inside, "?") {
			for end < len(s.plain) && s.plain[end] == inside[len(inside)-1] { // "{{name}}"
				end++
			}
			start := i
			for start > 0 && s.plain[start-1] == s.plain[i] {
				start--
			}
			s.addLeftover(start, end, "what belongs here?")
		}
		i = end - 1
	}
}

// isBlank reports whether the words in brackets say what belongs there rather than
// something that happened: all of them are names of parts of a resume.
func (s *sentence) isBlank(start, end int) bool {
	n, names := 0, 0
	first := sort.Search(len(s.tokens), func(i int) bool { return s.tokens[i].Start >= start })
	for _, t := range s.tokens[first:] {
		if t.End > end || n > longestBlank {
			break
		}
		n++
		switch {
		case lists().fill[t.Lower]:
			if n == 1 {
				names++ // "[Insert …]", "[Your …]"
			}
		case t.in(lists().blank):
			names++
		default:
			return false
		}
	}
	return n > 0 && n <= longestBlank && names > 0
}
