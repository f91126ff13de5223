package posting

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// part is a line with the section that it is in.
type part struct {
	line
	tokens  []token
	in      Section
	lead    bool // it is a heading, or leads to a list
	label   bool // it is a label, or the value of one
	oneOf   int  // lines with the same number are points of which one is enough, 0 for none
	spoken  bool // it is under a heading of languages
	heading string
	isHead  bool // it is a heading, with nothing behind it

	row, offset int // where its text begins: a line of the reading, and a byte of that
}

// headingWords is how many words a heading may have.
const headingWords = 12

// partsOf finds the sections of a posting. Labels and their values become facts.
func (r *reading) partsOf(lines []line) (all []part) {
	now, level, one, group, spoken := NoSection, 0, false, 0, false
	heading := ""
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		if len(l.text) > maxLine {
			l.text = strings.ToValidUTF8(l.text[:maxLine], "")
		}
		p := part{line: l, tokens: tokensOf(l.text), row: i}
		kind, rest, isHeading := r.headingOf(p, i, lines)
		if isHeading {
			own := l.heading
			if own == 0 {
				own = 7
			}
			switch {
			case kind != NoSection:
				now, level = kind, own
			case own <= level || l.heading > 0 && level == 7 || l.heading == 0 && l.bold && level == 7 && !inherits(now):
				now, level = RoleText, own // a part that is not known
			}
			n := normal(l.text)
			spoken = r.words.labels[n] == "" && isLanguageHeading(n)
			heading = n
			p.in, p.lead, p.heading, p.isHead = now, true, heading, rest == ""
			one = false
			all = append(all, p)
			if rest != "" {
				q := part{line: line{text: rest, item: true}, tokens: tokensOf(rest), in: now, spoken: spoken, heading: heading, row: i, offset: strings.LastIndex(l.text, rest)}
				all = append(all, q)
			}
			continue
		}
		if n := r.labeled(p, i, lines, now); n > 0 {
			for k, l := range lines[i : i+n] {
				all = append(all, part{line: l, tokens: tokensOf(l.text), in: now, lead: true, label: true, row: i + k})
			}
			i += n - 1
			continue
		}
		if strings.HasSuffix(l.text, ":") && len(p.tokens) < 40 {
			// "You hold at least one of the following:" leads to its points.
			if kind := r.words.leads(p.tokens); kind != NoSection && !(now == Preferred && kind == Required) && (now == NoSection || now == RoleText || now == About || now == Benefits || kind == Preferred || now != Required) {
				now = kind
				level = max(level, 7)
			}
			p.lead, p.in = true, now
			one = r.words.one.in(p.tokens) && i+1 < len(lines) && lines[i+1].item
			if one {
				group++
			}
			all = append(all, p)
			continue
		}
		if !l.item {
			one = false
		}
		if one {
			p.oneOf = group
		}
		p.in, p.spoken, p.heading = now, spoken, heading
		all = append(all, p)
	}
	return all
}

// inherits reports whether what is under a heading that is not known goes on with a section.
func inherits(s Section) bool {
	return s == Required || s == Preferred || s == Responsibilities || s == Unlabeled || s == Benefits || s == EqualOpportunity
}

func isLanguageHeading(n string) bool {
	switch n {
	case "languages", "language", "language skills", "language requirements", "sprachkenntnisse", "sprachen", "langues", "idiomas", "langue":
		return true
	}
	return false
}

// headingOf reports whether a line is a heading, the section that it tells, and what stands
// behind it on the same line.
func (r *reading) headingOf(p part, i int, lines []line) (kind Section, rest string, ok bool) {
	text := p.text
	label, after, cut := strings.Cut(text, ":")
	if strings.Contains(text, "\t") {
		label, after, cut = strings.Cut(text, "\t")
	}
	if cut && strings.TrimSpace(after) != "" && utf8.RuneCountInString(label) < 50 && !strings.HasPrefix(after, "//") {
		n := normal(label)
		if kind, ok := r.words.headings[n]; ok && r.words.labels[n] == "" && len(strings.Fields(label)) <= 6 && len(n) > 3 && p.heading == "" {
			if p.item && kind != Preferred && kind != Required {
				return NoSection, "", false
			}
			return kind, strings.TrimSpace(after), true
		}
		if p.line.heading == 0 {
			return NoSection, "", false
		}
	}
	n := normal(text)
	count := len(strings.Fields(n))
	if count == 0 {
		return NoSection, "", false
	}
	colon := strings.HasSuffix(text, ":")
	looks := p.line.heading > 0 || !p.item && p.bold && count <= headingWords && !strings.HasSuffix(text, ".") || !p.item && isCapitals(text) && count <= 8
	if kind, ok := r.words.headings[n]; ok {
		alone := !p.item && i+1 < len(lines) && !strings.HasSuffix(text, ".")
		if looks || colon && !p.item || colon && p.bold || alone && (len(n) > 4 || p.gap) && r.standsAlone(n, i, lines) {
			return kind, "", true
		}
	}
	if count > headingWords {
		return NoSection, "", false
	}
	if about, ok := aboutEmployer(n); ok && (looks || !p.item && count <= 5 && p.gap) {
		return about, "", true
	}
	if p.item && p.line.heading == 0 && !(p.bold && colon) {
		return NoSection, "", false
	}
	question := strings.HasSuffix(text, "?") && count <= 8
	if !looks && !(question && p.gap) && !(colon && count <= 6) {
		return NoSection, "", false
	}
	if kind := r.words.leads(p.tokens); kind != NoSection {
		return kind, "", true
	}
	if p.line.heading > 0 || p.bold && (p.gap || colon) && count <= 8 && i > 0 {
		return NoSection, "", true
	}
	return NoSection, "", false
}

// standsAlone reports whether a word that may be a heading or a value of a fact is one: a
// list, a paragraph or space is around it.
func (r *reading) standsAlone(n string, i int, lines []line) bool {
	if r.words.labels[n] != "" && i+1 < len(lines) && !lines[i+1].item && len(lines[i+1].text) < 40 && !lines[i].gap {
		return false
	}
	return true
}

// aboutEmployer reports whether a heading is "About Halvorsen" or "Why Halvorsen?" in any
// language that is read.
func aboutEmployer(n string) (Section, bool) {
	for _, start := range []string{"about ", "über ", "à propos de ", "à propos d'", "sobre ", "acerca de ", "why ", "warum ", "pourquoi ", "por qué ", "life at ", "working at ", "who is ", "meet ", "join ", "qui est "} {
		if rest, ok := strings.CutPrefix(n, start); ok && rest != "" {
			switch first, _, _ := strings.Cut(rest, " "); first {
			case "the", "this", "your", "you", "la", "le", "el", "il":
				if strings.HasPrefix(start, "about") && (strings.HasSuffix(rest, "role") || strings.HasSuffix(rest, "job") || strings.HasSuffix(rest, "position") || strings.HasSuffix(rest, "team") || strings.HasSuffix(rest, "opportunity")) {
					return RoleText, true
				}
			}
			return About, true
		}
	}
	return NoSection, false
}

func isCapitals(text string) bool {
	letters := 0
	for _, r := range text {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 3
}

// labeled takes a line such as "Location: Tulsa" or a label with its value on the next line
// as a fact, and tells how many lines that is; 0 for none.
func (r *reading) labeled(p part, i int, lines []line, now Section) (n int) {
	name, value, cut := strings.Cut(p.text, ":")
	if !cut || strings.Contains(p.text, "\t") {
		name, value, cut = strings.Cut(p.text, "\t")
	}
	if cut && len(strings.Fields(name)) <= 4 {
		value = strings.Trim(strings.ReplaceAll(value, "\t", " · "), " ·")
		label := r.words.labels[normal(name)]
		if label == "" || value == "" {
			return 0
		}
		if (label == "degree" || label == "years") && now != NoSection && now != RoleText || label == "type" && isSection(now) && p.item {
			return 0
		}
		if label == "ignored" {
			if isSection(now) {
				return 0
			}
			return 1
		}
		if label == "degree" || label == "years" {
			r.labels = append(r.labels, part{line: line{text: value, item: true}, tokens: tokensOf(value), in: Required, row: i, offset: max(0, strings.Index(p.text, value))})
		}
		r.facts.set(label, value)
		return 1
	}
	bare := normal(p.text)
	label := r.words.labels[bare]
	if label == "" || label == "degree" || label == "years" || p.item || i+1 >= len(lines) || isSection(now) || len(strings.Fields(bare)) > 4 {
		return 0
	}
	next := lines[i+1]
	if next.heading > 0 || len(next.text) > 120 || r.words.headings[normal(next.text)] != NoSection {
		return 0
	}
	if label != "ignored" {
		r.facts.set(label, next.text)
	}
	return 2
}

func isSection(s Section) bool {
	return s == Required || s == Preferred || s == Responsibilities || s == Unlabeled
}
