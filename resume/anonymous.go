package resume

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Anonymous is the resume for readers who must not know whose it is: what is printed,
// as [Document.Public] has it, without name, photo, contact, links and date of birth.
// The headline and the summary stay.
//
// In texts the full name (in the orders and with the initials that people write it
// with), e-mail addresses, web addresses, the person's own telephone number and user
// names are replaced with "[name]" and "[link]", in the resume's language; links keep
// their words. What tells a date of birth goes as a whole.
//
// The problems are at addresses of d. They say which texts were changed, and which have
// a part of the name that may be a word of its own, so that someone should look.
func (d Document) Anonymous() (Document, []Problem) {
	h := newHider(d.Resume())
	d = h.headings(d)
	public, from := d.public(Printed{Setting: func(string) bool { return true }})
	root := public.Root()
	var members []Member
	for _, m := range root.Members() {
		switch m.Name {
		case "basics":
			if basics := h.basics(m.Value); basics.Len() > 0 {
				members = append(members, Member{m.Name, basics})
			}
		case "meta":
			members = append(members, Member{m.Name, h.meta(m.Value)})
		default:
			at := Root.Child(m.Name)
			var items []Value
			for i, item := range m.Value.Items() {
				if item = h.item(item, at.Item(i), from[at.Item(i)]); item.Len() > 0 {
					items = append(items, item)
				}
			}
			if len(items) > 0 {
				members = append(members, Member{m.Name, List(items...)})
			}
		}
	}
	return NewDocument(Struct(members...)), h.problems
}

// hider takes out of texts what tells whose they are.
type hider struct {
	wording  *Wording
	names    *regexp.Regexp // nil for none
	own      *regexp.Regexp // their addresses, user names and numbers; nil for none
	parts    *regexp.Regexp // of the name, which may be words of their own; nil for none
	born     *regexp.Regexp
	problems []Problem
}

// topDomains end web addresses that are known as such without a scheme: "Node.js/Express" is none.
const topDomains = "com|org|net|io|dev|me|co|app|ai|edu|gov|info|eu|page|site|tech|blog|xyz|uk|de|fr|es|it|nl|be|ch|at|pl|cz|sk|se|no|dk|fi|pt|ie|us|ca|au|nz|in|jp|cn|br|ru|ua|gr|ro|hu|tr|il|kr|mx|ar|za"

var (
	// addresses are e-mail addresses, and web addresses that say so or have a path.
	addresses = expression(`(?i)[\p{L}\d._%+'-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+|\b(?:[a-z][a-z0-9+.-]{1,20}://|www\.)[^\s<>"]*[^\s<>".,;:!?)\]}'»”]|` +
		`(?-i:\b(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+(?:` + topDomains + `)/[^\s<>"]*[^\s<>".,;:!?)\]}'»”])`)
	anyYear = expression(`(?:1[89]|20)\d\d`)
)

func newHider(r *Resume) *hider {
	h := &hider{wording: r.Wording()}
	names, parts := namedAs(r.Basics.Name)
	h.names, h.parts = anyOf(names, true), anyOf(parts, false)
	var own []string
	for _, text := range append([]string{r.Basics.Email, r.Basics.URL, hostOf(r.Basics.URL)}, profileTexts(r.Basics.Profiles)...) {
		if text = strings.TrimSpace(text); len(text) > 3 {
			own = append(own, regexp.QuoteMeta(text))
		}
	}
	if number := numberPattern(r.Basics.Phone); number != "" {
		own = append(own, number)
	}
	for i, text := range own {
		own[i] = edge(text, true) + text + edge(text, false)
	}
	h.own = compiled(own, true)
	var born []string
	for _, tag := range WordingTags() { // whatever the language, a form's words are often English
		for _, word := range WordingIn(tag).born {
			born = append(born, wordPattern(regexp.QuoteMeta(word)))
		}
	}
	h.born = compiled(born, true)
	return h
}

// profileTexts are the addresses and the user names of profiles. Short names are words of
// their own too often.
func profileTexts(profiles []Profile) (all []string) {
	for _, p := range profiles {
		all = append(all, p.URL)
		if user := strings.TrimPrefix(p.Username, "@"); utf8.RuneCountInString(user) > 4 {
			all = append(all, user)
		}
	}
	return all
}

// hostOf is the host of a web address that has nothing but one: it is the person's own.
func hostOf(url string) string {
	link, ok := Link(url)
	if !ok {
		return ""
	}
	_, rest, _ := strings.Cut(link, "://")
	host, path, _ := strings.Cut(rest, "/")
	if path != "" {
		return ""
	}
	return strings.TrimPrefix(host, "www.")
}

// numberPattern finds a telephone number however it is grouped.
func numberPattern(phone string) string {
	var digits []string
	for _, r := range phone {
		if n, ok := digitOf(r); ok {
			digits = append(digits, fmt.Sprint(n))
		}
	}
	const fewest, telling = 6, 8 // the last ones tell whose number it is, whatever codes come before
	if len(digits) < fewest {
		return ""
	}
	return `(?:\+|\b)(?:\(?\d{1,4}\)?[\s().\-/]{0,3}){0,3}` + strings.Join(digits[max(0, len(digits)-telling):], `[\s().\-/]{0,3}`) + `\b`
}

// namedAs are the ways in which a name is written, and its parts that may be words too.
func namedAs(name string) (names, parts []string) {
	name, _, _ = strings.Cut(norm.NFC.String(name), ",") // "Ada Miller, PhD"
	var all []string
	for _, part := range strings.Fields(name) {
		if r := []rune(part); len(r) > 1 && !strings.HasSuffix(part, ".") || len(r) == 2 { // not "Dr.", but "B."
			all = append(all, part)
		}
	}
	if len(all) == 0 {
		return nil, nil
	}
	names = append(names, strings.Join(all, " "))
	if len(all) == 1 {
		return names, nil
	}
	first, last := all[0], all[len(all)-1]
	middle := strings.Join(all[1:len(all)-1], " ")
	var initials []string
	for _, part := range all[:len(all)-1] {
		r, _ := utf8.DecodeRuneInString(part)
		initials = append(initials, string(r))
	}
	names = append(names, first+" "+last, last+" "+first, last+", "+first, first+last, last+first, first+"."+last, first+"-"+last, first+"_"+last)
	if given, second, ok := strings.Cut(first, "-"); ok && given != "" && second != "" { // "Ann-Marie" is Ann, A.-M. and A.M.
		a, _ := utf8.DecodeRuneInString(given)
		b, _ := utf8.DecodeRuneInString(second)
		names = append(names, given+" "+last, last+", "+given)
		for _, join := range []string{".-", ".", ". "} {
			both := string(a) + join + string(b) + "."
			names = append(names, both+" "+last, last+", "+both, last+" "+both)
		}
	}
	if middle != "" {
		names = append(names, last+", "+first+" "+middle, last+" "+first+" "+middle)
	}
	for n := 1; n <= len(initials); n++ { // "A. Miller", "Miller AB", "Miller, A. B."
		for _, join := range []string{".", ". ", ""} {
			some := strings.Join(initials[:n], join)
			names = append(names, last+", "+some, last+" "+some)
			if join != "" {
				names = append(names, some+". "+last, last+", "+some+".", last+" "+some+".")
			} else {
				names = append(names, some+" "+last)
			}
		}
	}
	for _, part := range all {
		if utf8.RuneCountInString(part) > 2 {
			parts = append(parts, part)
		}
	}
	return names, parts
}

// anyOf finds any of some texts as words of their own, the longest first.
func anyOf(texts []string, fold bool) *regexp.Regexp {
	slices.SortStableFunc(texts, func(a, b string) int { return len(b) - len(a) })
	patterns := make([]string, len(texts))
	for i, text := range texts {
		words := strings.Fields(text)
		for k := range words {
			words[k] = loosely(words[k])
		}
		patterns[i] = wordPattern(strings.Join(words, `\s+`))
		if fold && len(words) == 1 { // user names have numbers behind them
			patterns[i] = edge(words[0], true) + words[0] + `\d*` + edge(words[0], false)
		}
	}
	return compiled(patterns, fold)
}

// spelledOut are letters that people write as others where their keyboard has none of them,
// besides the letter without its accent.
var spelledOut = map[rune]string{'ä': "ae", 'ö': "oe", 'ü': "ue", 'å': "aa", 'ß': "ss", 'æ': "ae", 'ø': "oe o", 'œ': "oe", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'ı': "i"}

// loosely is a pattern of a word as people write it: with or without its accents, with either
// apostrophe or none, its hyphen as a space.
func loosely(word string) string {
	var b strings.Builder
	for _, r := range word {
		switch {
		case strings.ContainsRune("'’ʼ‘`´", r):
			b.WriteString("['’ʼ‘`´]?")
			continue
		case strings.ContainsRune("-‐‑", r):
			b.WriteString(`(?:[-‐‑]|\s)?`)
			continue
		}
		ways := []string{regexp.QuoteMeta(string(r))}
		if base := []rune(norm.NFD.String(string(r))); len(base) > 1 && unicode.Is(unicode.Latin, base[0]) {
			ways = append(ways, string(base[:1]))
		}
		for _, way := range strings.Fields(spelledOut[unicode.ToLower(r)]) {
			if unicode.IsUpper(r) {
				way = strings.ToUpper(way[:1]) + way[1:]
			}
			ways = append(ways, way)
		}
		if len(ways) == 1 {
			b.WriteString(ways[0])
			continue
		}
		b.WriteString("(?:" + strings.Join(ways, "|") + ")")
	}
	return b.String()
}

func compiled(patterns []string, fold bool) *regexp.Regexp {
	if len(patterns) == 0 {
		return nil
	}
	flags := ""
	if fold {
		flags = "(?i)"
	}
	return regexp.MustCompile(flags + strings.Join(patterns, "|"))
}

func wordPattern(p string) string {
	if strings.Contains(p, `\s+`) {
		return edge(p, true) + p // where it ends, whole looks
	}
	return edge(p, true) + p + edge(p, false)
}

// edge is where a text in letters of ASCII begins or ends as a word. RE2 knows no others;
// between those of other scripts words are found by [hider.whole].
func edge(pattern string, begin bool) string {
	r, _ := utf8.DecodeLastRuneInString(pattern)
	if begin {
		r, _ = utf8.DecodeRuneInString(pattern)
	}
	if r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
		return `\b`
	}
	return ""
}

// whole reports whether a match is not part of a longer word. Scripts without spaces
// have none.
func whole(text string, from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:from])
	first, _ := utf8.DecodeRuneInString(text[from:to])
	last, _ := utf8.DecodeLastRuneInString(text[from:to])
	after, _ := utf8.DecodeRuneInString(text[to:])
	joined := func(a, b rune) bool {
		return unicode.IsLetter(a) && unicode.IsLetter(b) && !unicode.In(b, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Thai)
	}
	const long = 8 // a longer name in two words is one in the genitive too: "Zoë Müllers"
	named := to-from >= long && strings.ContainsFunc(text[from:to], unicode.IsSpace)
	return (from == 0 || !joined(before, first)) && (named || to == len(text) || !joined(last, after))
}

// replaced is a text with matches replaced, and whether there were any.
func replaced(text string, re *regexp.Regexp, with string) (string, bool) {
	if re == nil || text == "" {
		return text, false
	}
	var b strings.Builder
	at := 0
	for _, m := range re.FindAllStringIndex(text, -1) {
		if m[0] < m[1] && whole(text, m[0], m[1]) {
			b.WriteString(text[at:m[0]] + with)
			at = m[1]
		}
	}
	if at == 0 {
		return text, false
	}
	return b.String() + text[at:], true
}

// hidden is a plain text without what tells whose it is, and what was in it.
type hidden struct {
	text       string
	name, link bool
}

func (h *hider) hide(text string) hidden {
	out := hidden{text: text}
	link, name := "["+h.wording.Link+"]", "["+h.wording.Name+"]"
	var own, address bool
	out.text, address = replaced(norm.NFC.String(text), addresses(), link)
	out.text, own = replaced(out.text, h.own, link)
	out.text, out.name = replaced(out.text, h.names, name)
	out.link = address || own
	if !out.link && !out.name {
		out.text = text
	}
	return out
}

// note says what was done to the text at an address of the original.
func (h *hider) note(at Address, was hidden, left string) {
	switch {
	case was.name:
		h.problems = append(h.problems, Problem{Address: at, Text: fmt.Sprintf("has the name in it: “[%s]” is there instead", h.wording.Name)})
	case was.link:
		h.problems = append(h.problems, Problem{Address: at, Text: fmt.Sprintf("has an address in it: “[%s]” is there instead", h.wording.Link)})
	}
	if h.parts == nil {
		return
	}
	for _, m := range h.parts.FindAllStringIndex(left, -1) {
		if whole(left, m[0], m[1]) {
			h.problems = append(h.problems, Problem{Address: at, Text: fmt.Sprintf("has “%s” in it, which may tell whose resume it is", left[m[0]:m[1]])})
			return
		}
	}
}

// saysBirth reports whether a line tells a date of birth.
func (h *hider) saysBirth(line string) bool {
	for _, m := range h.born.FindAllStringIndex(line, -1) {
		if whole(line, m[0], m[1]) && anyYear().MatchString(line) {
			return true
		}
	}
	return false
}

// line is a text of one line without marks.
func (h *hider) line(text string, at Address) string {
	if h.saysBirth(text) {
		h.problems = append(h.problems, Problem{Address: at, Text: "tells a date of birth: it is left out"})
		return ""
	}
	out := h.hide(text)
	h.note(at, out, out.text)
	return out.text
}

// prose is a text of paragraphs and bullets with inline marks.
func (h *hider) prose(source string, at Address) string {
	var lines []string
	for _, line := range strings.Split(source, "\n") {
		mark := ""
		if rest, ok := strings.CutPrefix(line, BulletMark); ok {
			mark, line = BulletMark, rest
		}
		was := line
		if line = h.inline(line, at); line != "" || was == "" {
			lines = append(lines, mark+line)
		}
	}
	return strings.Join(lines, "\n")
}

// inline is a line with inline marks.
func (h *hider) inline(source string, at Address) string {
	plain := Plain(source)
	if h.saysBirth(plain) {
		h.problems = append(h.problems, Problem{Address: at, Text: "tells a date of birth: it is left out"})
		return ""
	}
	spans := Spans(source)
	changed := false
	var one hidden
	var said strings.Builder
	for i := range spans {
		out := h.hide(spans[i].Text)
		changed = changed || out.name || out.link || spans[i].Link != ""
		one.name, one.link = one.name || out.name, one.link || out.link
		spans[i].Text, spans[i].Link = out.text, ""
		said.WriteString(out.text)
	}
	if all := h.hide(said.String()); all.name || all.link { // over the border of two looks
		spans, one, changed = []Span{{Text: all.text}}, all, true
	}
	if changed {
		source = sourceOf(spans)
	}
	h.note(at, one, Plain(source))
	return source
}

// sourceOf is a text with inline marks that reads as spans without links.
func sourceOf(spans []Span) string {
	var rich, plain, want strings.Builder
	for _, s := range spans {
		text := inlineEscaper.Replace(s.Text)
		plain.WriteString(text)
		want.WriteString(s.Text)
		inner := strings.TrimSpace(text)
		mark := ""
		if s.Bold {
			mark = "**"
		}
		if s.Italic {
			mark += "*"
		}
		if inner == "" || mark == "" {
			rich.WriteString(text)
			continue
		}
		lead := strings.Index(text, inner)
		rich.WriteString(text[:lead] + mark + inner + mark + text[lead+len(inner):])
	}
	if Plain(rich.String()) != want.String() {
		return plain.String()
	}
	return rich.String()
}

// basics keeps what is said of the work.
func (h *hider) basics(basics Value) Value {
	var members []Member
	for _, m := range basics.Members() {
		text := ""
		switch at := Basics.Child(m.Name); m.Name {
		case "label":
			text = h.line(m.Value.Str(), at)
		case "summary":
			text = h.prose(m.Value.Str(), at)
		}
		if text != "" {
			members = append(members, Member{m.Name, Text(text)})
		}
	}
	return Struct(members...)
}

// item is an entry. Its address is now; from is where it is in the original.
func (h *hider) item(item Value, now, from Address) Value {
	fields := fieldsAt(now)
	var labels []string
	for _, m := range item.Members() {
		labels = append(labels, m.Value.Str())
	}
	if schemaOf(now.Parent().Last()) == nil && h.saysBirth(strings.Join(labels, " ")) {
		h.problems = append(h.problems, Problem{Address: from, Text: "tells a date of birth: it is left out"})
		return Value{}
	}
	var members []Member
	for _, m := range item.Members() {
		f := fieldNamed(fields, m.Name)
		at := from.Child(m.Name)
		switch v := m.Value; {
		case m.Name == "url":
			continue
		case v.Kind() == Array:
			var texts []Value
			for i, text := range v.Items() {
				said := ""
				if f != nil && hasMarks(*f, now) {
					said = h.prose(text.Str(), at.Item(i))
				} else {
					said = h.line(text.Str(), at.Item(i))
				}
				if said != "" {
					texts = append(texts, Text(said))
				}
			}
			if len(texts) == 0 {
				continue
			}
			m.Value = List(texts...)
		case v.Kind() == String && f != nil && f.Shape == DateLine && !strings.ContainsFunc(v.Str(), unicode.IsLetter):
		case v.Kind() == String:
			said := ""
			if f != nil && hasMarks(*f, now) {
				said = h.prose(v.Str(), at)
			} else {
				said = h.line(v.Str(), at)
			}
			if said == "" {
				continue
			}
			m.Value = Text(said)
		}
		members = append(members, m)
	}
	return Struct(members...)
}

// headings takes the name out of headings, which custom sections are called by as well.
func (h *hider) headings(d Document) Document {
	for _, s := range d.Resume().Sections {
		out := h.hide(s.Title)
		h.note(s.Address, out, out.text)
		if out.text == s.Title {
			continue
		}
		if next, err := d.RenameSection(s.Key, strings.NewReplacer("[", "", "]", "").Replace(out.text)); err == nil {
			d = next
		}
	}
	return d
}

// meta are the looks, without a design that is called after its owner.
func (h *hider) meta(v Value) Value {
	switch v.Kind() {
	case Array:
		items := make([]Value, len(v.Items()))
		for i, item := range v.Items() {
			items[i] = h.meta(item)
		}
		return List(items...)
	case Object:
		var members []Member
		for _, m := range v.Members() {
			name := h.hide(m.Name)
			text := h.hide(m.Value.Str())
			if name.name || name.link || text.name || text.link {
				continue
			}
			members = append(members, Member{m.Name, h.meta(m.Value)})
		}
		return Struct(members...)
	}
	return v
}
