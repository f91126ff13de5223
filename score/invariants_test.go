package score

import (
	"flag"
	"math"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"resumax/language/terms"
	"resumax/language/verbs"
	"resumax/resume"
	"resumax/role"
)

// tolerance covers the noise of adding floats: reports round to a millionth.
const tolerance = 5e-6

func near(a, b float64) bool { return math.Abs(a-b) <= tolerance }

// alwaysHolds checks a property with generated resumes, and with every role's sample
// read for its own role.
func alwaysHolds(t *testing.T, property func(t *rapid.T, d resume.Document, o Options)) {
	t.Helper()
	rapid.Check(t, func(t *rapid.T) { property(t, genDocument(t), genOptions(t)) })
	const draws = "3" // of what a property draws itself, for each sample
	many := flag.Lookup("rapid.checks").Value.String()
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	must(flag.Set("rapid.checks", draws))
	defer func() { must(flag.Set("rapid.checks", many)) }()
	for _, p := range role.All() {
		t.Run(p.ID, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				property(t, p.Sample(), Options{Target: TargetOf(p), Today: today, Terms: terms.Default()})
			})
		})
	}
}

// 1: the score is 100 less what was lost, and every lost point belongs to a
// finding.
func TestEveryLostPointBelongsToAFinding(t *testing.T) {
	alwaysHolds(t, func(t *rapid.T, d resume.Document, o Options) {
		r := Document(d, o)
		byCheck, total := map[string]float64{}, 0.0
		for _, f := range r.Findings {
			byCheck[f.Check] += f.Lost
			total += f.Lost
		}
		if !near(r.Uncapped, 100-total) {
			t.Fatal(failing(d, "%v before caps, but findings lost %v", r.Uncapped, total))
		}
		want := r.Uncapped
		for _, c := range r.Caps {
			want = min(want, c.Limit)
		}
		if !near(r.Score, want) {
			t.Fatal(failing(d, "score %v, want %v", r.Score, want))
		}
		most := 0.0
		for _, dim := range r.Dimensions {
			points := dim.Max
			for _, c := range dim.Checks {
				if !near(c.Lost, byCheck[c.ID]) || c.Lost > c.Max+tolerance {
					t.Fatal(failing(d, "%s lost %v of %v, its findings %v", c.ID, c.Lost, c.Max, byCheck[c.ID]))
				}
				points -= c.Lost
			}
			if !near(points, dim.Points) || dim.Points < -tolerance {
				t.Fatal(failing(d, "%s has %v points, want %v", dim.ID, dim.Points, points))
			}
			most += dim.Max
		}
		if !near(most, 100) {
			t.Fatalf("the dimensions make %v points", most)
		}
	})
}

// 2: a finding is whole: it says where, why and what to do, in words.
func TestFindingsAreWhole(t *testing.T) {
	alwaysHolds(t, func(t *rapid.T, d resume.Document, o Options) {
		r := Document(d, o)
		for _, f := range append(slices.Clone(r.Findings), r.Notices...) {
			if f.Check == "" || f.Dimension == "" || f.Why == "" || f.Fix == "" || strings.HasSuffix(f.Fix, ".") || !strings.HasSuffix(f.Why, ".") {
				t.Fatal(failing(d, "not whole: %+v", f))
			}
			if spilt := strings.Contains(f.Why+f.Fix, "%!") || strings.Contains(f.Why+f.Fix, "map["); spilt {
				t.Fatal(failing(d, "words that are none: %+v", f))
			}
			if !slices.Contains([]Kind{Edit, Ask, Add, Reorder}, f.Kind) {
				t.Fatal(failing(d, "kind %q of %+v", f.Kind, f))
			}
			if _, ok := d.Get(f.Address); !ok && f.Kind == Edit {
				t.Fatal(failing(d, "nothing to edit at %s: %+v", f.Address, f))
			}
			text := d.TextAt(f.Address)
			if f.Quote != "" && f.Span == (Span{}) && f.Quote != strings.TrimSpace(text) {
				t.Fatal(failing(d, "quotes %q of %q", f.Quote, text))
			}
			if f.Span != (Span{}) && (f.Span.Start < 0 || f.Span.End > len(text) || f.Span.Start >= f.Span.End || text[f.Span.Start:f.Span.End] != f.Quote) {
				t.Fatal(failing(d, "span %v of %q is not %q", f.Span, text, f.Quote))
			}
		}
		if !slices.IsSortedFunc(r.Findings, func(a, b Finding) int {
			switch {
			case a.Gain > b.Gain:
				return -1
			case a.Gain < b.Gain:
				return 1
			}
			return 0
		}) {
			t.Fatal(failing(d, "findings are not in order of gain"))
		}
	})
}

// 3a: applying a fix raises the score by its gain, exactly, and no fix lowers it.
func TestAFixGainsWhatItSays(t *testing.T) {
	alwaysHolds(t, func(t *rapid.T, d resume.Document, o Options) {
		r := Document(d, o)
		for _, f := range r.Findings {
			fixed, err := Apply(d, f)
			if err != nil {
				t.Fatal(failing(d, "%s at %s: %v", f.Check, f.Address, err))
			}
			if after := Document(fixed, o).Score; !near(after, r.Score+f.Gain) {
				t.Fatal(failing(d, "%s at %s: %v + %v, but %v\nfixed %s", f.Check, f.Address, r.Score, f.Gain, after, fixed.Root()))
			}
			if f.Gain < 0 {
				t.Fatal(failing(d, "%s at %s: its fix costs %v\nfixed %s", f.Check, f.Address, f.Gain, fixed.Root()))
			}
			if f.Gain == 0 && f.hasFix() && len(r.Caps) == 0 {
				t.Fatal(failing(d, "%s at %s: lost %v, but its fix gains nothing\nfixed %s", f.Check, f.Address, f.Lost, fixed.Root()))
			}
		}
	})
}

var numberToken = regexp.MustCompile(`(?:[$€£~<>]|\b)\d(?:[\w.,/%+-]*[\w%+])?|\b(?:zero|doubled|halved)\b`)

// 3b: taking a number out never raises the score.
func TestRemovingANumberNeverHelps(t *testing.T) {
	alwaysHolds(t, func(t *rapid.T, d resume.Document, o Options) {
		before := Document(d, o).Score
		for _, s := range d.Resume().Sentences() {
			places := numberToken.FindAllStringIndex(s.Text, -1)
			if len(places) == 0 || len(resume.SlotsIn(s.Text)) > 0 || strings.Contains(s.Text, "](") {
				continue
			}
			p := rapid.SampledFrom(places).Draw(t, "number")
			less, err := d.SetText(s.Address, strings.TrimSpace(s.Text[:p[0]]+s.Text[p[1]:]))
			if err != nil {
				t.Fatal(err)
			}
			if after := Document(less, o).Score; after > before+tolerance {
				t.Fatal(failing(d, "without %q of %q: %v, with it %v", s.Text[p[0]:p[1]], s.Text, after, before))
			}
		}
	})
}

// 3c: a typo never raises the score: a word twice, a bracket alone,
// a letter too many.
func TestATypoNeverHelps(t *testing.T) {
	word := regexp.MustCompile(`\b[a-z]{5,}\b`)
	alwaysHolds(t, func(t *rapid.T, d resume.Document, o Options) {
		before := Document(d, o).Score
		for _, s := range d.Resume().Sentences() {
			if len(resume.SlotsIn(s.Text)) > 0 || strings.Contains(s.Text, "](") {
				continue
			}
			places := word.FindAllStringIndex(s.Text, -1)
			if len(places) == 0 {
				continue
			}
			p := rapid.SampledFrom(places).Draw(t, "word")
			if misnamed(s.Text, p[0]) {
				continue
			}
			w := s.Text[p[0]:p[1]]
			typed := rapid.SampledFrom([]string{w + " " + w, "(" + w, w[:2] + w[1:], w[:1] + "q" + w[1:], w[:2] + w[3:]}).Draw(t, "typo")
			if !strings.Contains(typed, w) && (isTerm(typed) || speller().Known(typed) || verbs.Of(typed).Known()) {
				continue // another word, which is no typo
			}
			worse, err := d.SetText(s.Address, s.Text[:p[0]]+typed+s.Text[p[1]:])
			if err != nil {
				t.Fatal(err)
			}
			if after := Document(worse, o).Score; after > before+tolerance {
				t.Fatal(failing(d, "with %q for %q in %q: %v, without %v", typed, w, s.Text, after, before))
			}
		}
	})
}

// misnamed reports whether a technology that is written wrong stands at a place:
// one that is written even worse is no such name, and costs as a misspelling what it no longer costs as a name.
func misnamed(text string, at int) bool {
	return slices.ContainsFunc(terms.Default().Find(text), func(m terms.Match) bool { return m.Start <= at && at < m.End && !m.Canonical() })
}

// 3d: pasting the skills five times gains nothing, wherever they are pasted.
func TestStuffingGainsNothing(t *testing.T) {
	alwaysHolds(t, func(t *rapid.T, d resume.Document, o Options) {
		before := Document(d, o).Score
		for _, stuffed := range stuff(t, d) {
			if after := Document(stuffed, o).Score; after > before+tolerance {
				t.Fatal(failing(stuffed, "stuffed %v, before %v", after, before))
			}
		}
	})
}

// stuff pastes the skills of a document five times: in each group, as groups,
// as a bullet.
func stuff(t *rapid.T, d resume.Document) []resume.Document {
	list, _ := d.Get("/skills")
	if list.Len() == 0 {
		return nil
	}
	within, groups := d, d
	var all []string
	for i, g := range list.Items() {
		keywords, _ := g.Get("keywords")
		var five []resume.Value
		for range 5 {
			five = append(five, keywords.Items()...)
			groups = must(groups.Insert(resume.Address("/skills").Item(0), g))
		}
		within = must(within.Set(resume.Address("/skills").Item(i).Child("keywords"), resume.List(five...)))
		if hidden, _ := g.Get("hidden"); hidden.True() {
			continue
		}
		for _, k := range keywords.Items() {
			all = append(all, k.Str())
		}
	}
	stuffed := []resume.Document{within, groups}
	if work := d.ListLen("/work"); work > 0 {
		pasted := strings.TrimSpace(strings.Repeat(strings.Join(all, ", ")+" ", 5))
		at := resume.Address("/work").Item(rapid.IntRange(0, work-1).Draw(t, "into")).Child("highlights")
		stuffed = append(stuffed, must(d.Set(at.Item(d.ListLen(at)), resume.Text(pasted))))
	}
	return stuffed
}

func must(d resume.Document, err error) resume.Document {
	if err != nil {
		panic(err)
	}
	return d
}

// 4a: who someone is changes nothing.
func TestWhoSomeoneIsChangesNothing(t *testing.T) {
	alwaysHolds(t, func(t *rapid.T, d resume.Document, o Options) {
		other := d
		put := func(a resume.Address, text string) {
			if d.TextAt(a) != "" {
				other = must(other.SetText(a, text))
			}
		}
		put("/basics/name", genOneOf(t, "other name", genNames...))
		put("/basics/location/city", genOneOf(t, "other city", "Lagos", "São Paulo", "Springfield"))
		put("/basics/location/countryCode", genOneOf(t, "other country", "NG", "BR", "US"))
		firms := rapid.Permutation(append(slices.Clone(genFirms), "Google", "Example State University")).Draw(t, "firms")
		known := map[string]string{}
		for i := range d.ListLen("/work") {
			a := resume.Address("/work").Item(i).Child("name")
			if known[d.TextAt(a)] == "" {
				known[d.TextAt(a)] = firms[len(known)]
			}
			put(a, known[d.TextAt(a)])
		}
		for i := range d.ListLen("/education") {
			put(resume.Address("/education").Item(i).Child("institution"), genOneOf(t, "other school", "Oxford", "Night School of Examples"))
		}
		other = must(other.SetText("/basics/image", "photo.jpg"))
		other = must(other.SetText("/basics/gender", genOneOf(t, "gender", "female", "male", "other")))
		other = must(other.SetText("/basics/location/address", "1 Example Road"))
		other = must(other.SetText("/basics/location/postalCode", "12345"))
		if a, b := Document(d, o).Score, Document(other, o).Score; a != b {
			t.Fatal(failing(d, "%v for one, %v for the other\n%s", a, b, other.Root()))
		}
	})
}

// 4b: the same input gives the same report, by a new scorer and by one that has
// read other resumes.
func TestSameInputSameReport(t *testing.T) {
	used := New()
	forgetFix := func(c *Card) { c.patch, c.rewriting = nil, rewriting{} }
	alwaysHolds(t, func(t *rapid.T, d resume.Document, o Options) {
		a, b := Document(d, o), used.Document(d, o)
		forget := func(r *Report) {
			for _, list := range [][]Finding{r.Findings, r.Notices} {
				for i := range list {
					list[i].patch, list[i].rewriting = nil, rewriting{} // functions have no equality
				}
			}
			for i := range r.Cards {
				forgetFix(&r.Cards[i])
				for k := range r.Cards[i].Places {
					forgetFix(&r.Cards[i].Places[k])
				}
			}
		}
		forget(&a)
		forget(&b)
		if !reflect.DeepEqual(a, b) {
			t.Fatal(failing(d, "two reports:\n%+v\n%+v", a, b))
		}
	})
}

// 4c: what is hidden does not count.
func TestHiddenDoesNotCount(t *testing.T) {
	alwaysHolds(t, func(t *rapid.T, d resume.Document, o Options) {
		before := Document(d, o).Score
		more := d
		for _, section := range []string{"work", "projects", "skills"} {
			at := resume.Root.Child(section)
			more = must(more.Set(at.Item(more.ListLen(at)), resume.Struct(genMembers("name", "Kafka", "hidden", resume.Flag(true), "position", "Engineer",
				"startDate", "2001-01", "keywords", resume.Texts("Go", "teamwork"), "highlights", resume.Texts("Cut cost by 40% with Kafka.", "the the"))...)))
		}
		if after := Document(more, o).Score; after != before {
			t.Fatal(failing(d, "%v with hidden items, %v without", after, before))
		}
	})
}

// 5: nothing is invented. What a fix writes outside a slot holds no number and
// no technology that was not there, and a fix that asks leaves a slot, so that
// no export is made before it is answered.
func TestNothingIsInvented(t *testing.T) {
	alwaysHolds(t, func(t *rapid.T, d resume.Document, o Options) {
		had := factsOf(d)
		for _, f := range Document(d, o).Findings {
			fixed := must(Apply(d, f))
			for fact := range factsOf(fixed) {
				if !had[fact] {
					t.Fatal(failing(d, "%s at %s writes %q\nfixed %s", f.Check, f.Address, fact, fixed.Root()))
				}
			}
			if f.Kind == Ask && f.hasFix() && len(fixed.Slots()) <= len(d.Slots()) {
				t.Fatal(failing(d, "%s at %s asks without a slot\nfixed %s", f.Check, f.Address, fixed.Root()))
			}
			if f.Mechanical() && len(fixed.Slots()) > len(d.Slots()) {
				t.Fatal(failing(d, "%s at %s claims to need no fact, but asks\nfixed %s", f.Check, f.Address, fixed.Root()))
			}
		}
	})
}

// factsOf are the numbers and the technologies of a document outside slots,
// settings aside.
func factsOf(d resume.Document) map[string]bool {
	all, list := map[string]bool{}, terms.Default()
	var walk func(resume.Value)
	walk = func(v resume.Value) {
		for _, item := range v.Items() {
			walk(item)
		}
		for _, m := range v.Members() {
			if m.Name != "meta" && m.Name != "name" { // a heading of skills is no claim
				walk(m.Value)
			}
		}
		text := v.Str()
		for _, slot := range resume.SlotsIn(text) {
			text = strings.Replace(text, slot, " ", 1)
		}
		for _, find := range []func(string) []terms.Match{list.Find, list.FindInList} {
			for _, m := range find(text) {
				all[m.Term.Name] = true
			}
		}
		for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			if strings.ContainsFunc(w, unicode.IsDigit) {
				all[strings.ToLower(w)] = true
			}
		}
	}
	walk(d.Root())
	return all
}

// 6: no claim that the score predicts interviews or beats a hiring system.
func TestNoClaimIsMade(t *testing.T) {
	claim := regexp.MustCompile(`(?i)\b(ats|(?:get|land|lead|bring|win|secure|more)\w* (?:\w+ )?interviews?|guarantee\w*|beats?|recruiters? will|get you hired)\b`)
	alwaysHolds(t, func(t *rapid.T, d resume.Document, o Options) {
		r := Document(d, o)
		for _, f := range append(slices.Clone(r.Findings), r.Notices...) {
			if said := claim.FindString(strings.ReplaceAll(f.Why, f.Quote, "") + f.Fix); said != "" {
				t.Fatalf("%q claims %q", f.Why+" "+f.Fix, said)
			}
		}
	})
}
