package interview

import (
	"hash/fnv"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"resumax/language/langid"
	"resumax/language/spelling"
	"resumax/language/terms"
	"resumax/resume"
)

// line is one text of the resume that may be asked about.
type line struct {
	address resume.Address
	text    *text
	item    *item // that it is of, nil for the summary
	rank    int   // in its item, from 0
	bullet  bool  // a point of a position, a project or volunteering
	place   string
	hard    bool // the place has an id
}

// item is a position, a project, an entry.
type item struct {
	address    resume.Address
	section    string
	title      string // "Registered Nurse"
	where      string // the employer
	start, end resume.Date
	field      *field // nil for none that is known
	weight     float64
	place      string
	hard       bool
	newest     bool
}

// gathering is a resume as far as cards are made of it.
type gathering struct {
	d       *Deriver
	in      *Input
	r       *resume.Resume
	ids     map[resume.Address]resume.ID
	lines   []line
	items   []*item
	skills  []skill
	field   *field // of the whole
	foreign bool
	shown   map[string]bool
}

// skill is one entry of the list of skills.
type skill struct {
	address resume.Address
	text    string
	terms   []*terms.Term
}

func (d *Deriver) gather(in *Input) *gathering {
	g := &gathering{d: d, in: in, r: in.Document.Resume(), ids: map[resume.Address]resume.ID{}, shown: map[string]bool{}}
	for _, i := range in.Document.Identities() {
		if !i.Lost {
			g.ids[i.Address] = i.ID
		}
	}
	for _, s := range g.r.Sections {
		g.shown[s.Key] = !s.Hidden
	}
	d.tongue = g.tongue()
	g.foreign = d.tongue != ""
	g.summary()
	if g.shown["work"] {
		for i := range g.r.Work {
			w := &g.r.Work[i]
			g.position(w.Item, "work", w.Position, w.Name, w.Start, w.End, w.Summary, w.Highlights)
		}
	}
	if g.shown["projects"] {
		for i := range g.r.Projects {
			p := &g.r.Projects[i]
			g.position(p.Item, "projects", p.Name, p.Entity, p.Start, p.End, "", p.Highlights)
		}
	}
	if g.shown["volunteer"] {
		for i := range g.r.Volunteer {
			v := &g.r.Volunteer[i]
			g.position(v.Item, "volunteer", v.Position, v.Organization, v.Start, v.End, v.Summary, v.Highlights)
		}
	}
	for _, c := range g.r.Custom {
		for i := range c.Items {
			if o := &c.Items[i]; g.shown[c.Key] {
				g.position(o.Item, c.Key, orElse(o.Position, o.Name), o.Organization, o.Start, o.End, o.Summary, o.Highlights)
			}
		}
	}
	g.markNewest()
	if g.shown["skills"] {
		g.listSkills()
	}
	g.findField()
	return g
}

func orElse(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// tongue is the language of the resume, "" for English.
func (g *gathering) tongue() string {
	tag := g.r.Meta.Language
	if tag == "" {
		var all langid.Counts
		for _, l := range g.r.Sentences() {
			all.Add(langid.Count(resume.Plain(l.Text)), 1)
		}
		if tag = all.Language().Tag; tag != "en" && g.isEnglish() {
			tag = "en"
		}
	}
	base, _, _ := strings.Cut(tag, "-")
	if base == "en" {
		return ""
	}
	return base
}

// mostlyEnglish is the share of the words in small letters of an English text, at least, that an English
// dictionary has. It had 22 of 32 of German lines, which share its short words, 12 of 21 of Spanish and 11
// of 37 of French ones.
const mostlyEnglish = 0.9

// isEnglish reports whether an English dictionary has most of the resume's words: of few lines,
// the short words that tell a language may say another one.
func (g *gathering) isEnglish() bool {
	known, all := 0, 0
	for _, l := range g.r.Sentences() {
		for _, w := range strings.FieldsFunc(resume.Plain(l.Text), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '-' }) {
			if first, _ := utf8.DecodeRuneInString(w); len(w) < 3 || !unicode.IsLower(first) {
				continue
			}
			if all++; spelling.English().Known(w) {
				known++
			}
		}
	}
	return all > 0 && float64(known) >= mostlyEnglish*float64(all)
}

func (g *gathering) add(l line) {
	if strings.TrimSpace(l.text.plain) == "" {
		return
	}
	g.lines = append(g.lines, l)
}

// summary are the sentences of the summary, as one line.
func (g *gathering) summary() {
	if text := g.r.Basics.Summary; text != "" && g.shown[resume.SummaryKey] {
		g.add(line{address: resume.Summary, text: g.d.text(text), place: "summary", hard: true})
	}
}

// How much a line weighs by when its position ended: readers ask about recent work.
const (
	recentYears, recentWeight = 5, 1.0
	olderYears, olderWeight   = 10, 0.8
	oldWeight                 = 0.6
)

func (g *gathering) weight(end resume.Date) float64 {
	if end.IsZero() || !end.Understood() {
		return recentWeight
	}
	years := (g.in.Today.Months() - end.Months()) / 12
	switch {
	case years < recentYears:
		return recentWeight
	case years < olderYears:
		return olderWeight
	}
	return oldWeight
}

func (g *gathering) position(of resume.Item, section, title, where string, start, end resume.Date, summary string, bullets []resume.TextLine) {
	if of.Hidden {
		return
	}
	it := &item{address: of.Address, section: section, title: title, where: where, start: start, end: end, weight: g.weight(end)}
	if section == "projects" {
		it.weight *= 0.9
	}
	it.place, it.hard = string(g.ids[of.Address]), g.ids[of.Address] != ""
	if !it.hard {
		it.place = strings.ToLower(section + "|" + where + "|" + title)
	}
	it.field = fieldOf(title)
	g.items = append(g.items, it)
	if summary != "" {
		g.add(line{address: of.Address.Child("summary"), text: g.d.text(summary), item: it, rank: -1, place: it.place + "/summary", hard: it.hard})
	}
	for i, b := range bullets {
		l := line{address: b.Address, text: g.d.text(b.Text), item: it, rank: i, bullet: true, place: it.place}
		if id := g.ids[b.Address]; id != "" {
			l.place, l.hard = string(id), true
		}
		g.add(l)
	}
}

// markNewest finds the position that someone has now, or had last.
func (g *gathering) markNewest() {
	var newest *item
	for _, it := range g.items {
		if it.section == "work" && it.title != "" && (newest == nil || later(it, newest)) {
			newest = it
		}
	}
	if newest != nil {
		newest.newest = true
	}
}

func later(a, b *item) bool {
	if a.end.IsZero() != b.end.IsZero() && !a.start.IsZero() {
		return a.end.IsZero()
	}
	if am, bm := a.end.Months(), b.end.Months(); am != bm {
		return am > bm
	}
	return a.start.Months() > b.start.Months()
}

func (g *gathering) newest() *item {
	i := slices.IndexFunc(g.items, func(it *item) bool { return it.newest })
	if i < 0 {
		return nil
	}
	return g.items[i]
}

func (g *gathering) listSkills() {
	for _, s := range g.r.Skills {
		if s.Hidden {
			continue
		}
		for _, k := range s.Keywords {
			found, ok := g.d.skills[k.Text]
			if !ok {
				for _, m := range terms.Default().FindInList(resume.Plain(k.Text)) {
					found = append(found, m.Term)
				}
				g.d.skills[k.Text] = found
			}
			g.skills = append(g.skills, skill{k.Address, k.Text, found})
		}
	}
}

// fieldOf is the field of work that a title tells, nil for none. The last word that tells one
// does: an art teacher teaches.
func fieldOf(title string) *field {
	d := load()
	w := strings.FieldsFunc(strings.ToLower(title), func(r rune) bool { return strings.ContainsRune(" ,/()-–—|&.", r) })
	var strong, weak *field
	for i := 0; i < len(w); {
		n := 1
		var found *field
		for k := min(3, len(w)-i); k >= 1; k-- {
			if t, ok := d.titles[strings.Join(w[i:i+k], " ")]; ok {
				found, n = t.field, k
				break
			}
		}
		switch {
		case found == nil:
		case n == 1 && d.weak[w[i]]:
			if weak == nil {
				weak = found
			}
		default:
			strong = found
		}
		i += n
	}
	if strong != nil {
		return strong
	}
	return weak
}

// findField is the field of the whole: that of the newest title, of the headline, else that of
// most terms.
func (g *gathering) findField() {
	if it := g.newest(); it != nil {
		g.field = it.field
	}
	if g.field == nil {
		g.field = fieldOf(g.r.Basics.Label)
	}
	if g.field == nil {
		n := map[*field]int{}
		for _, l := range g.lines {
			for _, m := range l.text.found {
				if f := load().categories[m.Term.Category]; f != nil {
					n[f]++
				}
			}
		}
		for _, f := range load().fields { // in the order of the file where several have as many
			if n[f] > n[g.field] && n[f] >= 2 {
				g.field = f
			}
		}
	}
	for _, it := range g.items {
		if it.field == nil {
			it.field = g.field
		}
	}
}

// fieldID is the field of a line.
func (g *gathering) fieldID(l *line) string {
	f := g.field
	if l.item != nil {
		f = l.item.field
	}
	if f == nil {
		return ""
	}
	return f.ID
}

// idOf makes the ID of a card or a number: of its kind, its place and what it asks about there.
func idOf(kind, place, key string) string {
	h := fnv.New64a()
	h.Write([]byte(place + "\x00" + key))
	sum := h.Sum64()
	const letters = "abcdefghijkmnpqrstuvwxyz23456789"
	var id [10]byte
	for i := range id {
		id[i] = letters[sum&31]
		sum = sum>>5 ^ sum<<59
	}
	return kind + "." + string(id[:])
}

// hashOf is a short hash, by which of equals one is chosen whatever their order.
func hashOf(texts ...string) uint32 {
	h := fnv.New32a()
	for _, t := range texts {
		h.Write([]byte(t))
		h.Write([]byte{0})
	}
	return h.Sum32()
}

// opening is what tells apart the lines of one item that have no id: the stems of their first
// words.
func (t *text) opening() string {
	if t.opened == nil {
		o := t.openingWords()
		t.opened = &o
	}
	return *t.opened
}

func (t *text) openingWords() string {
	var out []string
	for _, w := range words(t.plain[:min(len(t.plain), 120)]) {
		if len(w) >= 4 && !strings.ContainsAny(w, "0123456789") {
			out = append(out, w[:4])
		}
		if len(out) == 3 {
			break
		}
	}
	return strings.Join(out, "")
}

// quotable is what a text at an address has of a quote: the quote, where it stands there.
func (g *gathering) quotable(a resume.Address, quote string) string {
	at := g.in.Document.TextAt(a)
	if quote != "" && strings.Contains(at, quote) {
		return quote
	}
	return strings.TrimSpace(at)
}

func itoa(n int) string { return strconv.Itoa(n) }
