package match

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"resumax/job/posting"
	"resumax/language/terms"
	"resumax/resume"
)

// SuggestionKind is what a suggestion does.
type SuggestionKind string

// The kinds of suggestions. All work with what the user wrote.
const (
	Show    SuggestionKind = "show"    // a text, an item or a section that is hidden, or that only the project has
	Reorder SuggestionKind = "reorder" // a bullet that proves something further up in its list
	List    SuggestionKind = "list"    // a skill that a text shows and no list names
	Reword  SuggestionKind = "reword"  // a term as the posting writes it
	Borrow  SuggestionKind = "borrow"  // what another variant says in place of a text
)

// Suggestion is one thing that would answer the posting better.
type Suggestion struct {
	Kind         SuggestionKind
	Address      resume.Address // in Input.Document; of what is put in, its place
	Text         string         // what it does
	What         string         // the words that it is about: a text in quotation marks and shortened, a section, an entry, a term
	By           string         // what takes the place of What; "" where nothing does
	Edit         resume.Edit    // of Input.Document
	Gain         float64        // the match with it less the match now; 0 for what only readers gain by
	Requirements []int          // indexes into Report.Requirements that it is about
}

// Bounds on what is tried and offered: a list that is longer is not read.
const (
	mostTrials   = 40
	mostReorders = 3
	mostListings = 3 // that gain nothing
)

// Noticeable is the least gain that a text is shown or reworded for, in points of match: less is
// shown as none.
const Noticeable = 0.05

// Suggest says what would answer the posting better without a word that the user did not
// write, what gains most first. It only shows, moves and lists what is there, and writes terms
// as the posting does. The report must be that of the same input.
func (m *Matcher) Suggest(in Input, r Report) []Suggestion {
	e := m.begin(in)
	s := &suggester{e: e, report: r, at: map[string]int{}}
	for i, a := range e.c.asks {
		if !a.judged || i >= len(r.Requirements) {
			continue
		}
		s.show(i, a)
		s.spell(i, a)
		s.list(i, a)
	}
	s.reorder()
	return s.weighed()
}

type suggester struct {
	e      *evaluation
	report Report
	all    []Suggestion
	at     map[string]int // by kind and place
}

// add adds a suggestion, or a requirement to one that does the same.
func (s *suggester) add(i int, g Suggestion) {
	key := string(g.Kind) + "\x00" + string(g.Address) + "\x00" + g.Text
	if k, ok := s.at[key]; ok {
		if !slices.Contains(s.all[k].Requirements, i) {
			s.all[k].Requirements = append(s.all[k].Requirements, i)
		}
		return
	}
	s.at[key] = len(s.all)
	g.Requirements = []int{i}
	s.all = append(s.all, g)
}

// weighed are the suggestions with what they gain, found by trying them.
func (s *suggester) weighed() []Suggestion {
	promise := func(g Suggestion) (sum float64) {
		for _, i := range g.Requirements {
			sum += s.report.Requirements[i].Gain
		}
		return sum
	}
	slices.SortStableFunc(s.all, func(a, b Suggestion) int { return cmp.Compare(promise(b), promise(a)) })
	var kept []Suggestion
	listings := 0
	for k, g := range s.all {
		if k >= mostTrials {
			break
		}
		d, err := g.Edit(s.e.in.Document)
		if err != nil {
			continue
		}
		if s.isAvoided(g, d) {
			continue
		}
		in := s.e.in
		in.Document = d
		g.Gain = tidy(s.e.m.Match(in).Match - s.report.Match)
		switch {
		case g.Gain < 0, g.Gain < Noticeable && g.Kind != Reorder && g.Kind != List:
			continue
		case g.Gain < Noticeable && g.Kind == List:
			if listings++; listings > mostListings {
				continue
			}
		}
		kept = append(kept, g)
	}
	slices.SortStableFunc(kept, func(a, b Suggestion) int { return cmp.Compare(b.Gain, a.Gain) })
	return kept
}

// isAvoided reports whether a suggestion, which makes the document d, would show a text that is to be
// avoided, or put one first.
func (s *suggester) isAvoided(g Suggestion, d resume.Document) bool {
	avoid := s.e.in.Avoid
	switch {
	case avoid == nil || g.Kind != Show && g.Kind != Borrow && g.Kind != Reorder:
		return false
	case g.Kind == Reorder:
		return avoid(s.e.in.Document.TextAt(g.Address))
	}
	shown := func(d resume.Document) (n int) {
		for _, l := range d.Resume().Sentences() {
			if avoid(l.Text) {
				n++
			}
		}
		return n
	}
	return shown(d) > shown(s.e.in.Document)
}

// show offers what the project has and the document does not show.
func (s *suggester) show(i int, a *ask) {
	r := s.report.Requirements[i]
	if r.State == Proved && r.Gain == 0 || a.Kind == posting.Years {
		return
	}
	there := s.e.everywhere()
	for _, ev := range s.e.look(a, there).evidence {
		if !ev.Project {
			s.unhide(i, ev)
		} else {
			s.bring(i, ev)
		}
	}
}

// unhide offers to show something of the document that is hidden: the text, and the item and
// the section it is in.
func (s *suggester) unhide(i int, ev Evidence) {
	d := s.e.in.Document
	item := ev.Address
	for len(item.Tokens()) > 2 {
		item = item.Parent()
	}
	v, _ := d.Get(item)
	itemHidden, _ := v.Get("hidden")
	section := s.e.r.SectionOf(ev.Address)
	textHidden, sectionHidden := d.TextHidden(ev.Address), section != "" && d.IsHidden(section)
	edit := resume.Edit(func(d resume.Document) (resume.Document, error) { return d, nil })
	what, name, at := "", "", ev.Address
	if textHidden {
		edit = edit.Then(func(d resume.Document) (resume.Document, error) { return d.HideText(ev.Address, false) })
		name = quoted(ev.Quote)
		what = "Show " + name
	}
	if itemHidden.True() {
		edit = edit.Then(func(d resume.Document) (resume.Document, error) { return d.HideItem(item, false) })
		name = quoted(resume.EntryName(item, v))
		what, at = "Show "+name, item
	}
	if sectionHidden {
		edit = edit.Then(func(d resume.Document) (resume.Document, error) { return d.HideSection(section, false) })
		name = "“" + s.e.in.Document.Labels().Of(ev.Address).Section + "”"
		what = "Show the section " + name
		if at = resume.Root.Child(section); section == resume.SummaryKey {
			at = resume.Summary
		}
	}
	if what != "" {
		s.add(i, Suggestion{Kind: Show, Address: at, Text: what + ".", What: name, Edit: edit})
	}
}

// bring offers to put a text of the base, or of another variant, into the item of the document
// that it belongs to.
func (s *suggester) bring(i int, ev Evidence) {
	p := s.e.in.Project
	list := ev.Address.Parent()
	if meta := resume.MetaAddress(resume.MetaVariants); ev.Address.Within(meta) {
		s.borrow(i, ev)
		return
	}
	if !resume.IsTextList(list) {
		return
	}
	v, _ := p.Get(ev.Address)
	text := v.Str()
	item, _ := p.Get(list.Parent())
	for k, here := range s.items(list.Parent().Parent()) {
		if sameItem(item, here) {
			target := list.Parent().Parent().Item(k).Child(list.Last())
			s.put(i, target, text)
			return
		}
	}
}

func (s *suggester) items(list resume.Address) []resume.Value {
	v, _ := s.e.in.Document.Get(list)
	return v.Items()
}

// put offers to put a text at the end of a list.
func (s *suggester) put(i int, list resume.Address, text string) {
	if v, ok := s.e.in.Document.Get(list); ok && v.Kind() != resume.Array {
		return
	}
	at := list.Item(s.e.in.Document.ListLen(list))
	s.add(i, Suggestion{Kind: Show, Address: at, Text: "Show " + quoted(text) + ".", What: quoted(text), Edit: resume.InsertEdit(at, resume.Text(text))})
}

// sameItem reports whether two items are the same one: by id, else by what they are called and
// when they began.
func sameItem(a, b resume.Value) bool {
	text := func(v resume.Value, name string) string { m, _ := v.Get(name); return m.Str() }
	if id := text(a, "id"); id != "" || text(b, "id") != "" {
		return id == text(b, "id")
	}
	for _, name := range []string{"name", "position", "organization", "institution", "startDate"} {
		if text(a, name) != text(b, name) {
			return false
		}
	}
	return a.Kind() == resume.Object && b.Kind() == resume.Object
}

// borrow offers the wording of another variant for a text, or a text that it added.
func (s *suggester) borrow(i int, ev Evidence) {
	tokens := ev.Address.Tokens()
	if len(tokens) != 7 { // meta resumax variants N changes N set|add
		return
	}
	change, _ := s.e.in.Project.Get(ev.Address.Parent())
	get := func(name string) string { m, _ := change.Get(name); return m.Str() }
	v, _ := s.e.in.Project.Get(ev.Address)
	at, ok := resume.Address(""), get("of") == ""
	if !ok {
		at, ok = s.e.in.Document.Locate(resume.ID(get("of")))
	}
	if !ok {
		return
	}
	at += resume.Address(get("at"))
	switch tokens[6] {
	case "add":
		if resume.IsTextList(at) {
			s.put(i, at, v.Str())
		}
	case "set":
		if have, ok := s.e.in.Document.Get(at); ok && have.Kind() == resume.String && have.Str() != v.Str() {
			s.add(i, Suggestion{Kind: Borrow, Address: at, Text: "Use another variant's wording: " + quoted(v.Str()) + ".", What: quoted(have.Str()), By: quoted(v.Str()), Edit: resume.TextEdit(at, v.Str())})
		}
	}
}

// spell offers to write a term as the posting does, where the resume has another form of the
// same name.
func (s *suggester) spell(i int, a *ask) {
	r := s.report.Requirements[i]
	o := a.met(r.Met)
	if r.Spelled == "" || o == nil || o.term == nil || !sameName(r.Spelled, o.written) {
		return
	}
	for _, h := range s.e.here.terms[o.term] {
		p := &s.e.here.places[h.place]
		if h.via != nil || o.isSpelled(h.surface) || !sameName(h.surface, o.written) {
			continue
		}
		text, ok := replaced(p.source, h.surface, o.written)
		if !ok {
			continue
		}
		s.add(i, Suggestion{Kind: Reword, Address: p.address, Text: fmt.Sprintf("Write “%s” for “%s”, as the posting does.", o.written, h.surface), What: "“" + h.surface + "”", By: "“" + o.written + "”", Edit: resume.TextEdit(p.address, text)})
		return
	}
}

// met is the option with a name.
func (a *ask) met(name string) *option {
	for i := range a.options {
		if a.options[i].name == name {
			return &a.options[i]
		}
	}
	return nil
}

// replaced is a text with a word or phrase replaced where it stands by itself.
func replaced(text, old, by string) (string, bool) {
	for at := 0; ; {
		i := strings.Index(text[at:], old)
		if i < 0 || old == "" {
			return text, false
		}
		i += at
		before, after := text[:i], text[i+len(old):]
		if !endsInWord(before) && !beginsWord(after) {
			return before + by + after, true
		}
		at = i + len(old)
	}
}

func endsInWord(s string) bool {
	r := []rune(s[max(0, len(s)-4):])
	return len(r) > 0 && (unicode.IsLetter(r[len(r)-1]) || unicode.IsDigit(r[len(r)-1]))
}

func beginsWord(s string) bool {
	for _, r := range s {
		return unicode.IsLetter(r) || unicode.IsDigit(r)
	}
	return false
}

// sameName reports whether two spellings are forms of one name, so that one may be written for
// the other: an abbreviation and what it is short for, or a name with a part left out. Other
// words for the same thing are the writer's choice, as are inflections.
func sameName(a, b string) bool {
	x, y := folded(a), folded(b)
	if x == y || x == "" || y == "" {
		return false
	}
	if len(x) > len(y) {
		a, b, x, y = b, a, y, x
	}
	if sa, sb := stemsIn(a), stemsIn(b); slices.Equal(sa, sb) {
		return false
	}
	if strings.HasPrefix(y, x) && !strings.ContainsAny(strings.TrimSpace(a)+strings.TrimSpace(b), " ") {
		return true // Postgres, PostgreSQL
	}
	if initials(b) == x {
		return true // SQL, Structured Query Language
	}
	short, long := strings.ToLower(a), strings.ToLower(b)
	digits := strings.Trim(short, "abcdefghijklmnopqrstuvwxyz")
	return len(short) > 2 && digits == fmt.Sprint(len(long)-2) && short[0] == long[0] && short[len(short)-1] == long[len(long)-1] // k8s, Kubernetes
}

func stemsIn(s string) (all []string) {
	for _, w := range wordsOf(s) {
		all = append(all, w.stem)
	}
	return all
}

func initials(s string) string {
	var b strings.Builder
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		for _, r := range w {
			b.WriteRune(unicode.ToLower(r))
			break
		}
	}
	return b.String()
}

// list offers to list a skill that texts show and the list of skills does not name, as the
// posting writes it.
func (s *suggester) list(i int, a *ask) {
	r := s.report.Requirements[i]
	o := a.met(r.Met)
	if r.State != Proved || o == nil || o.term == nil || a.Kind != posting.Term || !isSkill(o.term) || r.Spelled != "" && !sameName(r.Spelled, o.written) {
		return
	}
	for _, h := range s.e.here.terms[o.term] {
		if h.via == nil && s.e.here.places[h.place].skill {
			return
		}
	}
	list, ok := s.skillsFor(o.term)
	if !ok {
		return
	}
	at := list.Item(s.e.in.Document.ListLen(list))
	s.add(i, Suggestion{Kind: List, Address: at, Text: fmt.Sprintf("List “%s” in your skills: your text shows it, and no list names it.", o.written), What: "“" + o.written + "”", Edit: resume.InsertEdit(at, resume.Text(o.written))})
}

// isSkill reports whether a term is one that lists of skills have.
func isSkill(t *terms.Term) bool { return t.Category.Technology() || t.Category == terms.Method }

// skillsFor is the list of keywords that a term belongs to: of the group that has most terms of
// its kind, else the last one.
func (s *suggester) skillsFor(t *terms.Term) (list resume.Address, ok bool) {
	if s.e.in.Document.IsHidden("skills") {
		return "", false
	}
	best := -1
	for _, g := range s.e.r.Skills {
		if g.Hidden || len(g.Keywords) == 0 {
			continue
		}
		alike := 0
		for _, k := range g.Keywords {
			for _, f := range s.e.m.text(k.Text, true).found {
				if f.Term.Category == t.Category {
					alike++
				}
			}
		}
		if alike >= best {
			best, list, ok = alike, g.Keywords[0].Address.Parent(), true
		}
	}
	return list, ok
}

// reorder offers to move a bullet that proves most of a position to its top, where those above
// it prove nothing.
func (s *suggester) reorder() {
	const low = 2 // at this index or lower a bullet is easily missed
	proves := map[resume.Address][]int{}
	for i, q := range s.report.Requirements {
		if q.State != Proved || q.Part != Required && q.Part != Unlabeled {
			continue
		}
		for _, ev := range q.Evidence {
			proves[ev.Address] = append(proves[ev.Address], i)
		}
	}
	offered := 0
	for _, p := range s.e.here.places {
		list := p.address.Parent()
		if offered >= mostReorders || p.use != proof || p.weight < recentWeight || p.address.Index() < low || list.Last() != "highlights" || len(proves[p.address]) == 0 {
			continue
		}
		above := slices.ContainsFunc(s.e.here.places, func(o place) bool {
			return o.address.Parent() == list && o.address.Index() < p.address.Index() && len(proves[o.address]) > 0
		})
		if above {
			continue
		}
		offered++
		for _, i := range proves[p.address] {
			s.add(i, Suggestion{Kind: Reorder, Address: p.address, Text: "Move " + quoted(p.source) + " to the top of its list: those above it answer nothing here.", What: quoted(p.source), Edit: resume.MoveEdit(list, p.address.Index(), 0)})
		}
	}
}

// quoted is a text in quotation marks, shortened.
func quoted(text string) string {
	const most = 70
	r := []rune(resume.Plain(text))
	if len(r) <= most {
		return "“" + string(r) + "”"
	}
	cut := string(r[:most])
	if i := strings.LastIndexByte(cut, ' '); i > most/2 {
		cut = cut[:i]
	}
	return "“" + cut + " …”"
}
