package prep

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"

	"resumax/language/metric"
	"resumax/resume"
)

// Story is a sheet for a story as it is told: situation, task, action, result, and what was
// learned.
type Story struct {
	ID         string
	Of         resume.ID // the bullet that it tells
	Title      string
	Situation  string
	Task       string
	Action     string
	Result     string
	Reflection string
	Themes     []string // what it shows: "conflict", "failure"

	raw resume.Value
}

func storyOf(v resume.Value) (Story, bool) {
	s := Story{ID: text(v, "id"), Of: resume.ID(text(v, "of")), Title: text(v, "title"), Situation: text(v, "situation"), Task: text(v, "task"), Action: text(v, "action"),
		Result: text(v, "result"), Reflection: text(v, "reflection"), raw: v}
	themes, _ := v.Get("themes")
	for _, t := range themes.Items() {
		if t.Str() != "" {
			s.Themes = append(s.Themes, t.Str())
		}
	}
	return s, s.ID != ""
}

func (s Story) value() resume.Value {
	return with(s.raw, "id", resume.Text(s.ID), "of", resume.Text(string(s.Of)), "title", resume.Text(s.Title), "situation", resume.Text(s.Situation), "task", resume.Text(s.Task),
		"action", resume.Text(s.Action), "result", resume.Text(s.Result), "reflection", resume.Text(s.Reflection), "themes", resume.Texts(s.Themes...))
}

// Parts are the story's parts, by their names, in the order in which they are told.
func (s Story) Parts() []struct{ Name, Text string } {
	return []struct{ Name, Text string }{{"Situation", s.Situation}, {"Task", s.Task}, {"Action", s.Action}, {"Result", s.Result}, {"Reflection", s.Reflection}}
}

// Spoken is how long the story takes to tell, in seconds, at 150 words a minute: the pace of
// clear speech (audiobooks are read at 150 to 160).
func (s Story) Spoken() int {
	n := 0
	for _, p := range s.Parts() {
		n += len(strings.Fields(p.Text))
	}
	return int(math.Round(float64(n) / wordsPerMinute * 60))
}

const (
	wordsPerMinute = 150
	longestStory   = 120 // seconds: what listeners stay with
	shortestAction = 15  // words below which an action is only named
)

// Fault is something to improve in a story.
type Fault struct {
	Part string // "Result"; "" for the whole
	Text string
}

// Check says what is to improve. The bullet is the line that the story tells, "" for none: the
// story's number must be its.
func (s Story) Check(bullet string) []Fault {
	var faults []Fault
	add := func(part, format string, args ...any) {
		faults = append(faults, Fault{part, fmt.Sprintf(format, args...)})
	}
	for _, p := range s.Parts() {
		if strings.TrimSpace(p.Text) == "" {
			add(p.Name, "%s is missing.", p.Name)
		}
	}
	if n := len(strings.Fields(s.Action)); n > 0 && n < shortestAction {
		add("Action", "The action has %d words. Say what you did first, second and third.", n)
	}
	if t := s.Spoken(); t > longestStory {
		add("", "Told aloud this takes %d:%02d. Two minutes are enough: cut the situation first.", t/60, t%60)
	}
	i, we := pronouns(s.Action)
	switch {
	case we > 0 && i == 0:
		add("Action", "The action says “we” and never “I”. Say what was yours.")
	case we > 2*i && we > 2:
		add("Action", "The action says “we” %d times and “I” %d. They want to know what you did.", we, i)
	case i > 6 && we == 0:
		add("Action", "Nobody else is in it. Say once who worked with you.")
	}
	if wrong, right := s.otherNumber(bullet); wrong != "" {
		add("Result", "The story says %s, the resume %s.", wrong, right)
	}
	return faults
}

// pronouns counts how often a text says "I" and "we".
func pronouns(text string) (i, we int) {
	for _, f := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }) {
		low := strings.ToLower(strings.ReplaceAll(f, "’", "'"))
		switch low {
		case "i", "i'd", "i've", "i'm", "my", "mine", "myself":
			i++
		case "we", "we'd", "we've", "we're", "our", "ours", "us", "ourselves":
			we++
		}
	}
	return i, we
}

// otherNumber is a number of the result that the bullet has otherwise: of the same kind and
// unit, and with another value.
func (s Story) otherNumber(bullet string) (wrong, right string) {
	if bullet == "" || s.Result == "" {
		return "", ""
	}
	has := metric.Read(resume.Plain(bullet))
	for _, m := range metric.Read(s.Result) {
		alike := slices.DeleteFunc(slices.Clone(has), func(h metric.Metric) bool {
			return h.Kind != m.Kind || h.Unit != m.Unit && m.Kind == metric.Count
		})
		if len(alike) == 0 || slices.ContainsFunc(alike, func(h metric.Metric) bool { return near(h, m) }) {
			continue
		}
		closest := slices.MinFunc(alike, func(a, b metric.Metric) int { return cmp.Compare(math.Abs(a.Value-m.Value), math.Abs(b.Value-m.Value)) })
		return m.Text, closest.Text
	}
	return "", ""
}

// near reports whether two numbers are one: spoken ones are rounded.
func near(has, said metric.Metric) bool {
	slack := 0.02
	if said.Rough || has.Rough {
		slack = 0.2
	}
	return math.Abs(has.Value-said.Value) <= slack*max(math.Abs(has.Value), math.Abs(said.Value))
}

// Fit is how well a story answers a card.
type Fit string

// The fits.
const (
	Strong  Fit = "strong"  // it is the story of the card's line, and complete
	Partial Fit = "partial" // it is of the same term or number, or not complete
	None    Fit = "none"
)

// Asks is what a card asks for, as far as a story can answer it.
type Asks struct {
	Card string    // its ID
	Of   resume.ID // the line
	Text string    // what the question names: its term and its quote
}

// Use is which story answers a card.
type Use struct {
	Card  string
	Story string // its ID, "" for none
	Fit   Fit
	Twice bool // the same story answers another card of the list already
	Hand  bool // the user said so
}

// Map finds for each card its best story. What the user chose stays. Twice is said of the
// second card and all further ones of one story.
func (p *Prep) Map(cards []Asks, bullet func(resume.ID) string) []Use {
	used := map[string]bool{}
	uses := make([]Use, 0, len(cards))
	chosen := map[string]string{}
	for _, a := range p.Answers {
		chosen[a.Card] = a.Story
	}
	for _, c := range cards {
		u := Use{Card: c.Card, Fit: None}
		for _, s := range p.Stories {
			fit := s.fit(c, bullet(s.Of))
			if chosen[c.Card] == s.ID {
				u.Story, u.Fit, u.Hand = s.ID, fit, true
				if fit == None {
					u.Fit = Partial
				}
				break
			}
			if fit == Strong && u.Fit != Strong || fit == Partial && u.Fit == None {
				u.Story, u.Fit = s.ID, fit
			}
		}
		if u.Story != "" {
			u.Twice = used[u.Story]
			used[u.Story] = true
		}
		uses = append(uses, u)
	}
	return uses
}

// fit is how well a story answers a card: by its line, else by the words it shares.
func (s Story) fit(c Asks, bullet string) Fit {
	if s.Of != "" && s.Of == c.Of {
		if len(s.Check(bullet)) == 0 {
			return Strong
		}
		return Partial
	}
	have := map[string]bool{}
	for _, w := range telling(s.Title + " " + s.Situation + " " + s.Task + " " + s.Action + " " + s.Result + " " + strings.Join(s.Themes, " ")) {
		have[w] = true
	}
	asked := telling(c.Text)
	n := 0
	for _, w := range asked {
		if have[w] {
			n++
		}
	}
	if n >= 2 && 2*n >= len(asked) {
		return Partial
	}
	return None
}

// telling are the stems of a text's longer words.
func telling(text string) []string {
	var all []string
	for _, f := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if r := []rune(f); len(r) >= 5 {
			all = append(all, string(r[:5]))
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}
