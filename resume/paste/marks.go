package paste

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// signs are the characters that are a bullet wherever a line begins with one.
const signs = "•‣◦▪▫■□●○◆◇❖❑❒➢➣➤➔➜►▶▸▹▻✓✔☑☐☒✗✘✦✧∙⁃◉◎⦿⦾♦"

// dashes are bullets before a space.
const dashes = "-–—－*"

// symbolLetters are what the bullets of symbol fonts become as plain text. Before
// a tab or several spaces they are bullets.
const symbolLetters = "ovqnulüàØŸ§¨·à"

var (
	tabbed       = expression(`^(?:\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?)(?:\t\s*|\s{3,})`)
	closed       = expression(`^(?:\((?:\d{1,2}|[a-z]|[A-Z]|[ivx]{1,5})\)|(?:\d{1,2}|[a-zA-Z]|[ivx]{1,5})\))\s+`)
	levels       = expression(`^\d{1,2}(?:\.\d{1,2}){1,3}\.\s+`)
	keycap       = expression(`^[0-9]\x{fe0f}?\x{20e3}\s*`)
	checkbox     = expression(`^\[[ xX]?\]\s+`)
	counted      = expression(`^(\d{1,3}|[a-z]|[ivx]{1,5})([.)-])\s+`)
	loneNumber   = expression(`^\(?\d{1,2}[.)]$`)
	copyright    = expression(`^\([CR]\)\s`)
	abbreviation = expression(`^\pL\.`)
	measure      = expression(`^[\d.,]+\s*(?:[°%‰€$£]|[KCF]\b)`)
)

// unmarked is a line without the mark of an item, where its own text says for sure
// that it is one. The line has no white space around it.
func unmarked(line string) (rest string, marked bool) {
	first, size := utf8.DecodeRuneInString(line)
	after := line[size:]
	rest = strings.TrimSpace(after)
	next, _ := utf8.DecodeRuneInString(rest)
	space := after != rest
	switch {
	case line == "":
		return line, false
	case isSign(first):
		rest = strings.TrimSpace(strings.TrimLeft(after, "\ufe0e\ufe0f"))
		if next, _ = utf8.DecodeRuneInString(rest); isSign(next) && next == first {
			return line, false // a row of them rates something
		}
		return rest, true
	case isPicture(line):
		return strings.TrimSpace(line[pictureEnd(line):]), true
	case strings.ContainsRune(symbolLetters, first) && (strings.HasPrefix(after, "\t") || strings.HasPrefix(after, "  ")),
		first == '§' && space && unicode.IsLetter(next),
		first == '·' && (space || unicode.IsLetter(next)):
		return rest, true
	case strings.ContainsRune(dashes, first) && space && rest != "":
		if measure().MatchString(rest) || unicode.IsDigit(next) && !isWide(after) {
			return line, false // a negative number
		}
		return rest, true
	case strings.ContainsRune("+>»→", first) && space && unicode.IsLetter(next):
		return rest, true
	}
	for _, form := range []*regexp.Regexp{keycap(), checkbox(), tabbed(), closed(), levels()} {
		if form == closed() && copyright().MatchString(line) {
			continue
		}
		if m := form.FindString(line); m != "" && m != line {
			return line[len(m):], true
		}
	}
	return line, false
}

func isSign(r rune) bool { return strings.ContainsRune(signs, r) }

// isWide reports whether a text begins with more than a space: with a tab or several.
func isWide(text string) bool { return strings.HasPrefix(text, "\t") || strings.HasPrefix(text, "  ") }

// isPicture reports whether a line begins with a pictogram and a space, such as "✅ ".
func isPicture(line string) bool {
	r, _ := utf8.DecodeRuneInString(line)
	if r < 0x2190 || !unicode.Is(unicode.So, r) && !(r >= 0x2460 && r <= 0x24ff || r >= 0x2776 && r <= 0x2793) {
		return false
	}
	if r >= 0x1f1e6 && r <= 0x1f1ff || r >= 0x3200 && r <= 0x33ff { // flags; units and companies of East Asia
		return false
	}
	end := pictureEnd(line)
	return end < len(line) && unicode.IsSpace(rune(line[end]))
}

// pictureEnd is where a pictogram at a line's begin ends: behind what joins more to it.
func pictureEnd(line string) int {
	for i, r := range line {
		joined := r == 0xfe0f || r == 0xfe0e || r == 0x200d || r >= 0x1f3fb && r <= 0x1f3ff
		if i > 0 && !joined && !strings.HasSuffix(line[:i], "\u200d") {
			return i
		}
	}
	return len(line)
}

// withoutMarks is a line without marks, however many it begins with.
func withoutMarks(line string) string {
	for {
		rest, ok := unmarked(line)
		if rest = strings.TrimLeft(rest, "\u200c\u200d\ufe0e\ufe0f"); !ok || rest == "" {
			return line
		}
		line = rest
	}
}

// isLoneSign reports whether a line is a bullet without a text.
func isLoneSign(line string) bool {
	r, size := utf8.DecodeRuneInString(line)
	return size > 0 && size == len(line) && (isSign(r) || strings.ContainsRune(dashes+"§·", r))
}

// loneMarks reports which lines are marks without a text: some programs put those on lines
// of their own. A letter or a number is one only where there are several.
func loneMarks(text string) func(line string) bool {
	hollow, number := 0, 0
	for l := range strings.SplitSeq(text, "\n") {
		switch l = strings.TrimSpace(l); {
		case l == "o":
			hollow++
		case loneNumber().MatchString(l) && decimal(strings.Trim(l, "().")) == number+1:
			number++
		}
	}
	return func(line string) bool {
		return isLoneSign(line) || line == "o" && hollow > 1 || number > 1 && loneNumber().MatchString(line)
	}
}

// unmarkedTogether takes the marks from lines that are known for marks only by each
// other: "1. …" before "2. …", several that begin with "o " or with "- " and a
// number. Others it leaves alone. It reports which it changed.
func unmarkedTogether(lines []string, places []line) []bool {
	changed := make([]bool, len(lines))
	strip := func(i, n int) { lines[i], changed[i] = strings.TrimSpace(lines[i][n:]), true }
	for _, form := range []func(string) int{numberedDash, letterO} {
		var at []int
		for i, l := range lines {
			if form(l) > 0 {
				at = append(at, i)
			}
		}
		if len(at) > 1 {
			for _, i := range at {
				strip(i, form(lines[i]))
			}
		}
	}
	for _, i := range sequence(lines, places) {
		strip(i, len(counted().FindString(lines[i])))
	}
	return changed
}

// numberedDash is the length of a dash before a number that counts something.
func numberedDash(line string) int {
	r, size := utf8.DecodeRuneInString(line)
	rest := strings.TrimLeft(line[size:], " ")
	if !strings.ContainsRune(dashes, r) || len(rest) == len(line[size:]) || rest == "" || rest[0] < '0' || rest[0] > '9' || measure().MatchString(rest) {
		return 0
	}
	return size
}

// letterO is the length of a "o " before a capital: Word's hollow bullet.
func letterO(line string) int {
	if rest, ok := strings.CutPrefix(line, "o "); ok {
		if r, _ := utf8.DecodeRuneInString(rest); unicode.IsUpper(r) {
			return 2
		}
	}
	return 0
}

// sequence are the lines that are counted up, from any number on, where there are
// several: "1." "2.", "a)" "b)", "iii." "iv.". Lists indented below them belong to them.
func sequence(lines []string, places []line) []int {
	for _, value := range []func(string) int{decimal, letter, roman} {
		var at []int
		last := map[int]int{} // by indent
		top := -1             // the indent of the first
		count := 0
		for i, l := range lines {
			m := counted().FindStringSubmatch(l)
			if m == nil || value(m[1]) == 0 || abbreviation().MatchString(l[len(m[0]):]) {
				continue
			}
			n, indent := value(m[1]), places[i].indent
			if top < 0 || n == last[indent]+1 && indent >= top {
				if top < 0 || indent == top {
					top = indent
					count++
				}
				at, last[indent] = append(at, i), n
				for deeper := range last {
					if deeper > indent {
						delete(last, deeper)
					}
				}
			}
		}
		if count > 1 {
			return at
		}
	}
	return nil
}

func decimal(s string) (n int) {
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return 0
		}
		n = 10*n + int(c-'0')
	}
	return n
}

func letter(s string) int {
	if len(s) != 1 || s[0] < 'a' || s[0] > 'z' {
		return 0
	}
	return int(s[0]-'a') + 1
}

func roman(s string) int {
	for i, r := range []string{"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"} {
		if s == r {
			return i + 1
		}
	}
	return 0
}
