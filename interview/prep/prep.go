// Package prep is what a project keeps of the preparation for interviews: notes, confidence and
// reviews of cards, the defense of numbers, stories, and what was asked in real ones.
//
// It is in meta.resumax.prep of the project's file, belongs to all variants, and never leaves
// with an export. Members that this version does not know stay where they are. Cards and
// numbers are named by IDs that package interview makes; where these stand for a line of the
// resume, that line has an id (see [resume.Document.Identify]), so that what is kept follows it.
package prep

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"resumax/resume"
)

// Address is where a project keeps its preparation.
var Address = resume.MetaAddress(resume.MetaPrep)

// Prep is all that is kept.
type Prep struct {
	Cards     []Card
	Claims    []Claim
	Stories   []Story
	Answers   []Answer
	Debriefs  []Debrief
	Questions []Question
	Interview resume.Date // the next interview, for which reviews are planned; zero for none
}

// Card is what is kept of one card.
type Card struct {
	ID         string
	Of         resume.ID // the line or item that it is about, "" for none
	Question   string    // as it was asked last
	Hash       string    // of the numbers that it was about then: with others the answer is stale
	Notes      string
	Confidence int    // 1 to 5, 0 before it was practiced
	Ticked     []int  // points that were met when it was practiced last
	Review     Review // when it is due again
	Dismissed  bool   // not to be asked

	raw resume.Value
}

// Claim is the defense of one number.
type Claim struct {
	ID       string
	Of       resume.ID
	Hash     string // of the number that was defended: with another one the defense is stale
	Quote    string // as it was then
	Baseline string // what it was before, and when
	Window   string // over which time
	Source   string // who measured it, and with what
	Share    string // what of it is mine
	// CannotDefend says that the number cannot be defended: no version of the resume that has it
	// is exported, and nothing suggests it.
	CannotDefend bool

	raw resume.Value
}

// Defended reports whether the defense is complete: where the number is from, and what of it is
// one's own.
func (c Claim) Defended() bool {
	return !c.CannotDefend && strings.TrimSpace(c.Source) != "" && strings.TrimSpace(c.Share) != "" && (strings.TrimSpace(c.Baseline) != "" || strings.TrimSpace(c.Window) != "")
}

// Question is a posting's requirement that the user put on the list, see app/tailor.
type Question struct {
	Posting     string // its id
	Requirement string // its id
	Text        string
	Sentence    string
}

// Answer says which story answers a card.
type Answer struct {
	Card, Story string

	raw resume.Value
}

// Debrief is what was asked in a real interview.
type Debrief struct {
	ID          string
	Application string // its id, "" for none
	Day         resume.Date
	Notes       string
	Asked       []Asked

	raw resume.Value
}

// Asked is one question of a real interview.
type Asked struct {
	Text string
	Kind string    // of the card that it was, "" for one that was on none
	Card string    // its ID
	Of   resume.ID // the line that it was about
	Went int       // how it went, 1 to 5; 0 for not said

	raw resume.Value
}

// Of is what a project keeps.
func Of(d resume.Document) Prep {
	v, _ := d.Get(Address)
	p := Prep{Interview: dayOf(text(v, "interview"))}
	p.Cards = list(v, "cards", cardOf)
	p.Claims = list(v, "claims", claimOf)
	p.Stories = list(v, "stories", storyOf)
	p.Answers = list(v, "answers", func(v resume.Value) (Answer, bool) {
		a := Answer{Card: text(v, "card"), Story: text(v, "story"), raw: v}
		return a, a.Card != ""
	})
	p.Debriefs = list(v, "debriefs", debriefOf)
	p.Questions = list(v, "questions", func(v resume.Value) (Question, bool) {
		q := Question{text(v, "posting"), text(v, "requirement"), text(v, "text"), text(v, "sentence")}
		return q, q != Question{}
	})
	return p
}

// Card is what is kept of the card with an ID.
func (p *Prep) Card(id string) (Card, bool) {
	i := slices.IndexFunc(p.Cards, func(c Card) bool { return c.ID == id })
	if i < 0 {
		return Card{ID: id}, false
	}
	return p.Cards[i], true
}

// Claim is the defense of the number with an ID.
func (p *Prep) Claim(id string) (Claim, bool) {
	i := slices.IndexFunc(p.Claims, func(c Claim) bool { return c.ID == id })
	if i < 0 {
		return Claim{ID: id}, false
	}
	return p.Claims[i], true
}

// Put keeps what is known of a card.
func Put(d resume.Document, c Card) (resume.Document, error) {
	return put(d, "cards", c.ID, "id", c.value())
}

// PutClaim keeps the defense of a number.
func PutClaim(d resume.Document, c Claim) (resume.Document, error) {
	return put(d, "claims", c.ID, "id", c.value())
}

// PutStory keeps a story; one without an ID gets one, which is returned.
func PutStory(d resume.Document, s Story) (resume.Document, string, error) {
	if s.ID == "" {
		s.ID = string(resume.NewIDs(d).For(Address.Child("stories"), s.value()))
	}
	next, err := put(d, "stories", s.ID, "id", s.value())
	return next, s.ID, err
}

// PutDebrief keeps what was asked; one without an ID gets one, which is returned.
func PutDebrief(d resume.Document, b Debrief) (resume.Document, string, error) {
	if b.ID == "" {
		b.ID = string(resume.NewIDs(d).For(Address.Child("debriefs"), b.value()))
	}
	next, err := put(d, "debriefs", b.ID, "id", b.value())
	return next, b.ID, err
}

// SetAnswer says which story answers a card, "" for none.
func SetAnswer(d resume.Document, card, story string) (resume.Document, error) {
	if story == "" {
		return drop(d, "answers", card, "card")
	}
	p := Of(d)
	a := Answer{Card: card}
	if i := slices.IndexFunc(p.Answers, func(a Answer) bool { return a.Card == card }); i >= 0 {
		a = p.Answers[i]
	}
	a.Story = story
	return put(d, "answers", card, "card", with(a.raw, "card", resume.Text(a.Card), "story", resume.Text(a.Story)))
}

// SetInterview says on which day the next interview is, the zero date for none.
func SetInterview(d resume.Document, day resume.Date) (resume.Document, error) {
	if day.IsZero() {
		return d.Without(Address.Child("interview")), nil
	}
	return d.Set(Address.Child("interview"), resume.Text(day.ISO()))
}

// DeleteStory deletes a story, and the answers that it was.
func DeleteStory(d resume.Document, id string) (resume.Document, error) {
	p := Of(d)
	for _, a := range p.Answers {
		if a.Story == id {
			var err error
			if d, err = drop(d, "answers", a.Card, "card"); err != nil {
				return d, err
			}
		}
	}
	return drop(d, "stories", id, "id")
}

// DeleteDebrief deletes what was asked.
func DeleteDebrief(d resume.Document, id string) (resume.Document, error) {
	return drop(d, "debriefs", id, "id")
}

// put sets the item of a list that has an ID under a name, or appends it.
func put(d resume.Document, member, id, name string, v resume.Value) (resume.Document, error) {
	at := Address.Child(member)
	items, _ := d.Get(at)
	for i, item := range items.Items() {
		if text(item, name) == id {
			return d.Set(at.Item(i), v)
		}
	}
	if items.Kind() != resume.Array {
		return d.Set(at, resume.List(v))
	}
	return d.Set(at.Item(items.Len()), v)
}

// drop removes the item of a list that has an ID under a name.
func drop(d resume.Document, member, id, name string) (resume.Document, error) {
	at := Address.Child(member)
	items, _ := d.Get(at)
	for i, item := range items.Items() {
		if text(item, name) != id {
			continue
		}
		if items.Len() == 1 {
			return d.Without(at), nil
		}
		return d.Remove(at.Item(i))
	}
	return d, nil
}

func list[T any](v resume.Value, name string, read func(resume.Value) (T, bool)) (all []T) {
	items, _ := v.Get(name)
	for _, item := range items.Items() {
		if t, ok := read(item); ok {
			all = append(all, t)
		}
	}
	return all
}

func text(v resume.Value, name string) string {
	m, _ := v.Get(name)
	return m.Str()
}

func number(v resume.Value, name string) int {
	m, _ := v.Get(name)
	n, _ := strconv.Atoi(m.Raw())
	return n
}

func float(v resume.Value, name string) float64 {
	m, _ := v.Get(name)
	n, _ := strconv.ParseFloat(m.Raw(), 64)
	return n
}

func flag(v resume.Value, name string) bool {
	m, _ := v.Get(name)
	return m.True()
}

// with is an object with members set; those that are empty are left out.
func with(v resume.Value, pairs ...any) resume.Value {
	if v.Kind() != resume.Object {
		v = resume.Struct()
	}
	for i := 0; i < len(pairs); i += 2 {
		name, m := pairs[i].(string), pairs[i+1].(resume.Value)
		if m.IsNull() || m.Kind() == resume.String && m.Str() == "" || m.Kind() == resume.Bool && !m.True() || m.Kind() == resume.Number && m.Raw() == "0" ||
			(m.Kind() == resume.Array || m.Kind() == resume.Object) && m.Len() == 0 {
			v = v.Without(name)
			continue
		}
		v = v.With(name, m)
	}
	return v
}

// dayOf reads a day such as 2026-03-31; zero for anything else.
func dayOf(s string) resume.Date {
	parts := strings.Split(s, "-")
	if len(s) != 10 || len(parts) != 3 {
		return resume.Date{}
	}
	var n [3]int
	for i, p := range parts {
		v, err := strconv.Atoi(p)
		if err != nil || v <= 0 {
			return resume.Date{}
		}
		n[i] = v
	}
	if n[0] < 1000 || n[1] > 12 || n[2] > 31 {
		return resume.Date{}
	}
	return resume.Date{Year: n[0], Month: n[1], Day: n[2]}
}

func dayValue(d resume.Date) resume.Value {
	if d.IsZero() {
		return resume.Value{}
	}
	return resume.Text(d.ISO())
}

func floatValue(f float64) resume.Value {
	return resume.Literal(strconv.FormatFloat(f, 'f', -1, 64))
}

func cardOf(v resume.Value) (Card, bool) {
	c := Card{ID: text(v, "id"), Of: resume.ID(text(v, "of")), Question: text(v, "question"), Hash: text(v, "hash"), Notes: text(v, "notes"), Confidence: min(5, max(0, number(v, "confidence"))), Dismissed: flag(v, "dismissed"), raw: v}
	ticked, _ := v.Get("ticked")
	for _, t := range ticked.Items() {
		if n, err := strconv.Atoi(t.Raw()); err == nil && n >= 0 {
			c.Ticked = append(c.Ticked, n)
		}
	}
	r, _ := v.Get("review")
	c.Review = reviewOf(r)
	return c, c.ID != ""
}

func (c Card) value() resume.Value {
	var ticked []resume.Value
	for _, n := range c.Ticked {
		ticked = append(ticked, resume.Int(n))
	}
	return with(c.raw, "id", resume.Text(c.ID), "of", resume.Text(string(c.Of)), "question", resume.Text(c.Question), "hash", resume.Text(c.Hash), "notes", resume.Text(c.Notes),
		"confidence", resume.Int(c.Confidence), "ticked", resume.List(ticked...), "dismissed", resume.Flag(c.Dismissed), "review", c.Review.value())
}

func claimOf(v resume.Value) (Claim, bool) {
	c := Claim{ID: text(v, "id"), Of: resume.ID(text(v, "of")), Hash: text(v, "hash"), Quote: text(v, "quote"), Baseline: text(v, "baseline"), Window: text(v, "window"),
		Source: text(v, "source"), Share: text(v, "share"), CannotDefend: flag(v, "cannotDefend"), raw: v}
	return c, c.ID != ""
}

func (c Claim) value() resume.Value {
	return with(c.raw, "id", resume.Text(c.ID), "of", resume.Text(string(c.Of)), "hash", resume.Text(c.Hash), "quote", resume.Text(c.Quote), "baseline", resume.Text(c.Baseline),
		"window", resume.Text(c.Window), "source", resume.Text(c.Source), "share", resume.Text(c.Share), "cannotDefend", resume.Flag(c.CannotDefend))
}

func debriefOf(v resume.Value) (Debrief, bool) {
	b := Debrief{ID: text(v, "id"), Application: text(v, "application"), Day: dayOf(text(v, "day")), Notes: text(v, "notes"), raw: v}
	b.Asked = list(v, "asked", func(v resume.Value) (Asked, bool) {
		a := Asked{Text: text(v, "text"), Kind: text(v, "kind"), Card: text(v, "card"), Of: resume.ID(text(v, "of")), Went: min(5, max(0, number(v, "went"))), raw: v}
		return a, a.Text != ""
	})
	return b, b.ID != ""
}

func (b Debrief) value() resume.Value {
	var asked []resume.Value
	for _, a := range b.Asked {
		asked = append(asked, with(a.raw, "text", resume.Text(a.Text), "kind", resume.Text(a.Kind), "card", resume.Text(a.Card), "of", resume.Text(string(a.Of)), "went", resume.Int(a.Went)))
	}
	return with(b.raw, "id", resume.Text(b.ID), "application", resume.Text(b.Application), "day", dayValue(b.Day), "notes", resume.Text(b.Notes), "asked", resume.List(asked...))
}

// AskedOf is how often each kind of card was asked in real interviews.
func (p *Prep) AskedOf() map[string]int {
	n := map[string]int{}
	for _, b := range p.Debriefs {
		for _, a := range b.Asked {
			if a.Kind != "" {
				n[a.Kind]++
			}
		}
	}
	return n
}

// AskedAbout are the real questions about a line, the newest first.
func (p *Prep) AskedAbout(of resume.ID) (all []Asked) {
	byDay := slices.Clone(p.Debriefs)
	slices.SortStableFunc(byDay, func(a, b Debrief) int { return cmp.Compare(b.Day.ISO(), a.Day.ISO()) })
	for _, b := range byDay {
		for _, a := range b.Asked {
			if a.Of == of && of != "" {
				all = append(all, a)
			}
		}
	}
	return all
}
