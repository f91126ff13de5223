package score

import (
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"

	"resumax/language/langid"
	"resumax/language/terms"
	"resumax/resume"
)

// Bullets all of whose numbers are lengths, voltages and the like have a number and a
// result, and no baseline.
func TestBulletsOfMeasuresAlone(t *testing.T) {
	d := draft("Rosa Delgado", "Electrician", "", nil, job{"Electrician", "Brightline", "2019-04", "", []string{
		"Improved 480 V panels with new fuses", "Reduced 12 ft trenches with a new plan", "Improved 208 V feeders with copper bars",
		"Reduced 24 ft poles with a load survey", "Improved 600 V drives with filters"}})
	for _, f := range Document(d, Options{Today: today}).Findings {
		if f.Check == comparators.id && f.Address != "/work/0/highlights/0" {
			t.Error(f.Address)
		}
	}
}

// A sentence with many shares looks for the word that upholds them once, counted in looks
// into the lists.
func TestSharesAreReadInProportion(t *testing.T) {
	was := lists
	defer func() { lists = was }()
	looks := func(n int) (count int) {
		text := strings.Repeat("scrap 5% and ", n)
		lists = func() *wordLists { count++; return was() }
		readSentence(text, terms.Default(), facts{})
		return count
	}
	if few, many := looks(50), looks(200); many > 5*few {
		t.Errorf("50 shares take %d looks, 200 take %d", few, many)
	}
}

// What a fix makes of a bullet counts as if it was read anew, though less is kept of it.
func TestFixedBulletsKeepWhatCounts(t *testing.T) {
	for name, d := range map[string]resume.Document{
		"skills by their stems": draft("Ada Example", "Store Manager", "", []string{"Inventory control", "Staff scheduling"}, job{"Store Manager", "Corner Shop", "2019-04", "2023-05", []string{
			"Cut waste from 9 to 4 percent", "Led a team of nine", "Opened two shops", "Very successfully controlled the inventory of 2 stores", "Trained 12 cashiers"}}),
		"when it was": draft("Ada Example", "Store Manager", "", nil, job{"Store Manager", "Corner Shop", "2019-04", "", []string{
			"Lead a team of nine", "Open the shop each day", "Order the goods", "Very successfully managed the stock room during the closure", "Train cashiers"}}),
	} {
		r := Document(d, Options{Today: today})
		for _, f := range r.Findings {
			fixed, err := Apply(d, f)
			if err != nil || !f.hasFix() {
				continue
			}
			if got := New().Score(fixed, Options{Today: today}) - r.Score; math.Abs(got-f.Gain) > 1e-6 {
				t.Errorf("%s: %s at %s gains %v, not %v", name, f.Check, f.Address, got, f.Gain)
			}
		}
	}
}

// A name with a number in it is not taken apart: what is written is what is replaced.
func TestNamesAcrossNumbersStay(t *testing.T) {
	for _, text := range []string{"Wrote 3 Node 12 JS services", "Moved Node 14 JS workers to queues", "Ran Spring 5 boot services"} {
		scorer := New()
		scorer.ready(Options{})
		s := scorer.sentence(text)
		if s.wrongName >= 0 {
			t.Errorf("%q: %q is written %q", text, s.found[s.wrongName].Surface, s.rightName)
		}
	}
}

// Of two spellings the one that the resume has more of stays, and texts of other languages
// do.
func TestTheCommonerSpellingStays(t *testing.T) {
	bullets := func(texts ...string) resume.Document {
		return draft("Ada Example", "Clinic Manager", "", nil, job{"Clinic Manager", "Lakeside", "2019-04", "", texts})
	}
	for _, c := range []struct{ texts, want []string }{
		{[]string{"Chose the colour of 9 rooms", "Ran the centre for 40 patients", "Changed the color of 3 signs", "Organized the labour of 9 people"},
			[]string{"Chose the colour of 9 rooms", "Ran the centre for 40 patients", "Changed the colour of 3 signs", "Organized the labour of 9 people"}},
		{[]string{"Chose the color of 9 rooms", "Ran the center for 40 patients", "Changed the colour of 3 signs"},
			[]string{"Chose the color of 9 rooms", "Ran the center for 40 patients", "Changed the color of 3 signs"}},
		{[]string{"Chose the color of 9 rooms", "Changed the colour of 3 signs", "Ouvert le centre de santé pour les patients de la ville et du quartier", "Led a team of nine", "Ran the shop with 12 people", "Kept the books of the clinic"},
			[]string{"Chose the color of 9 rooms", "Changed the color of 3 signs", "Ouvert le centre de santé pour les patients de la ville et du quartier", "Led a team of nine", "Ran the shop with 12 people", "Kept the books of the clinic"}},
		{[]string{"Organised 9 events", "Analysed 40 bids", "Organized 3 fairs"}, []string{"Organised 9 events", "Analysed 40 bids", "Organised 3 fairs"}},
		{[]string{"Organized 9 events", "Analyzed 40 bids", "Organised 3 fairs"}, []string{"Organized 9 events", "Analyzed 40 bids", "Organized 3 fairs"}},
		{[]string{"Organized 9 events", "Chose the colour of 9 rooms", "Ran the centre for 40 patients", "Painted the color of 3 signs"}, []string{"Organized 9 events", "Chose the colour of 9 rooms", "Ran the centre for 40 patients", "Painted the colour of 3 signs"}},
	} {
		d := bullets(c.texts...)
		r := Document(d, Options{Today: today})
		i := slices.IndexFunc(r.Findings, func(f Finding) bool { return strings.Contains(f.Why, "British spelling") })
		if i < 0 {
			t.Errorf("%q: nothing is mixed", c.texts)
			continue
		}
		fixed, err := Apply(d, r.Findings[i])
		if err != nil {
			t.Fatal(err)
		}
		for i, want := range c.want {
			if got := fixed.TextAt(resume.Address("/work/0/highlights").Item(i)); got != want {
				t.Errorf("%q is made of %q", got, c.texts[i])
			}
		}
		again := Document(fixed, Options{Today: today})
		if slices.ContainsFunc(again.Findings, func(f Finding) bool { return strings.Contains(f.Why, "British spelling") }) {
			t.Errorf("%q: still mixed", c.texts)
		}
	}
}

// Whoever is of no computing is not asked for languages and systems.
func TestSummaryAsksAsTheTradeDoes(t *testing.T) {
	for title, want := range map[string]bool{"Registered Nurse": false, "Welder": false, "Backend Engineer": true} {
		d := draft("Ada Example", title, "", nil, job{title, "Lakeside", "2019-04", "", many(5, "Cut the cost of %s by 40%% with a plan")})
		r := Document(d, Options{Today: today})
		i := slices.IndexFunc(r.Findings, func(f Finding) bool { return f.Check == summary.id })
		fixed := must(Apply(d, r.Findings[i]))
		if got := strings.Contains(fixed.TextAt(resume.Summary), "languages and systems"); got != want {
			t.Errorf("%s: %s", title, fixed.TextAt(resume.Summary))
		}
	}
}

// Many German nouns end as participles and verbs do, and bullets that begin with what
// someone has or is in charge of tell of no deed.
func TestNounsAreNoDeeds(t *testing.T) {
	for _, text := range []string{
		"de: Neue Kunden im Unternehmen", "de: Bearbeitet von Beschwerden der Kunden im Haus", "de: Verschiedenen Kunden und Unternehmen", "de: Bestehenden Kunden und Partnern", "de: Verantwortlichkeiten im Team",
		"de: Erfahrung mit SAP", "de: Abteilung Einkauf", "de: Verantwortung für das Budget", "de: Ausbildung zum Kaufmann",
		"fr: Expérience en vente", "fr: Compétence en gestion", "fr: Connaissance de SAP", "fr: Maîtrise de SAP", "es: Conocimiento de SAP", "es: Conocimientos de contabilidad",
		"pt: Experiência em vendas", "pt: Conhecimento de SAP", "pt: Conhecimentos de Excel", "pt: Competência em vendas",
	} {
		tag, text, _ := strings.Cut(text, ": ")
		if s := readForeign(text, terms.Default(), tongueOf(langid.Named(tag)), newForeignFacts()); s.begins == action && text != "Bearbeitet von Beschwerden der Kunden im Haus" {
			t.Errorf("%s: %q acts", tag, text)
		}
	}
}

// That the resume is in another language comes behind the advice on it, not before.
func TestTheLanguageNoticeDoesNotLead(t *testing.T) {
	r := New().Document(inLanguage(t, "", texts20["German"]...), Options{Today: today})
	if len(r.Cards) < 2 || slices.ContainsFunc(r.Of(r.Cards[0]), func(f Finding) bool { return f.Check == languageCheck }) {
		t.Errorf("first is %q", r.Cards[0].Says)
	}
}

// Texts are read in the resume's language again after a fix was tried that changes it.
func TestTriedFixesLeaveTheLanguage(t *testing.T) {
	d, o := inLanguage(t, "en", texts20["German"]...), Options{Today: today}
	s := New()
	o = s.ready(o)
	r := s.read(d, o)
	r.judge()
	m := &mender{scorer: s, tally: newTally(r), options: o, now: r.uncapped}
	gain, ok := m.read(func(d resume.Document) (resume.Document, error) { return d.SetText(resume.LanguageSetting, "de") })
	want := New().Score(must(d.SetText(resume.LanguageSetting, "de")), o) - New().Score(d, o)
	if !ok || math.Abs(gain-want) > 1e-6 || s.tongue != r.tongue {
		t.Errorf("gains %v, not %v, and leaves %s", gain, want, s.tongue.Name)
	}
}

// A bracket that nothing closes hides no placeholder, and a title's number is none.
func TestPlaceholdersBehindSigns(t *testing.T) {
	for text, want := range map[string]int{
		"Kept waits <10 minutes at [Company Name]": 1, "Kept waits <10 minutes at [Company Name] and >3 desks": 1, "Kept {x and <y at [Company Name]": 1, "Saw [40 sites at <Company Name>": 1,
		"Wrote Title XX grants for 4 counties": 0, "Cut waste by XX%": 1, "Ran Phase XX% over": 1, "Saved over $XX on Title IX work": 1,
	} {
		if s := readSentence(text, terms.Default(), facts{}); len(s.leftovers) != want {
			t.Errorf("%q has %d placeholders", text, len(s.leftovers))
		}
	}
	count := func(n int) float64 {
		text := strings.Repeat("[<{a ", n)
		return testing.AllocsPerRun(1, func() { readSentence(text, terms.Default(), facts{}) })
	}
	if few, many := count(200), count(800); many > 5.5*few {
		t.Errorf("200 take %v allocations, 800 take %v", few, many)
	}
}

// A skill that is one of a trade is one whatever its words say elsewhere.
func TestSkillsAreProvable(t *testing.T) {
	s := New()
	r := s.read(resume.Document{}, s.ready(Options{}))
	for text, want := range map[string]bool{
		"Object-oriented programming": true, "Test-driven development": true, "Event-driven architecture": true, "Pressure washing": true, "Charge nurse": true, "Solar energy": true,
		"Self-checkout": true, "Blood typing": true, "English literature": true, "Nail polish": true,
		"Innovative": false, "Innovative thinker": false, "Fluent in Spanish": false, "Certified Welder": false, "Calm under pressure": false, "Certified Java Programmer": false, "Driver's license": false, "Goal-oriented": false,
	} {
		if got := r.isProvable(text); got != want {
			t.Errorf("%q is provable: %v", text, got)
		}
	}
}

// What a label comes before is quoted without it, and the examples are of the language.
func TestWeakBeginningsAreQuoted(t *testing.T) {
	d := draft("Ada Example", "Clerk", "", nil, job{"Clerk", "Lakeside", "2019-04", "", []string{"Sales: helped with 40 offers that cut cost by 9% using Excel", "Cut waste from 9 to 4 percent using Excel", "Led 9 clerks using Excel", "Kept 40 books using Excel"}})
	c, _ := Document(d, Options{Today: today}).CardAt("/work/0/highlights/0")
	if !strings.Contains(c.Says, "“Helped”") || !strings.Contains(c.Do, english.verbExamples()) {
		t.Errorf("%s %s", c.Says, c.Do)
	}
	g := inLanguage(t, "de", "Verantwortlich für 40 Kunden mit Salesforce und senkte Kosten von 9 auf 4 %", "Senkte die Kosten um 20 % mit Excel")
	c, _ = Document(g, Options{Today: today}).CardAt("/work/0/highlights/0")
	if !strings.Contains(c.Do, "Leitete") {
		t.Errorf("%s %s", c.Says, c.Do)
	}
}

// A gap is said though the newest position's card is about the cap.
func TestAGapBesideACapIsSaid(t *testing.T) {
	d := draft("Ada Example", "Cook", "", nil, job{"Cook", "Lakeside", "2022-04", "", []string{"Cut waste from 9 to 4 percent", "Led 9 cooks"}},
		job{"Cook", "Corner", "2017-01", "2019-02", []string{"Cooked 90 meals a day"}})
	r := Document(d, Options{Today: today})
	if !slices.ContainsFunc(r.Cards, func(c Card) bool { return strings.Contains(c.Says, "unexplained") }) {
		all, _ := json.MarshalIndent(r.Cards, "", " ")
		t.Errorf("%s", all)
	}
}
