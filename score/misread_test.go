package score

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"resumax/resume"
)

// A typo makes nothing better of a sentence: no sentence of a list, no metric of a number
// that is none, no verb of a noun, no means of a time.
func TestAMisspelledWordIsReadAsWhatItWas(t *testing.T) {
	s := New()
	s.ready(Options{Today: today, Terms: Options{}.termsList()})
	s.list = Options{}.termsList()
	for _, c := range []struct{ right, wrong string }{
		{"Ovens and fryers", "Ovens adn fryers"},
		{"Two ballrooms, terrace, and bar", "Wto ballrooms, terrace, nd bar"},
		{"Ran the ward for 6 years with care", "Ran the ward for 6 yeaars with care"},
		{"Checked that 4 of the lifts ran", "Checked that 4 fo the lifts ran"},
		{"Filmed 4K video for weddings", "Filmed 4K vidoe for weddings"},
		{"Drove adults over 65 to the clinic", "Drove adlts over 65 to the clinic"},
		{"Cleaned rooms during the night", "Cleaned rooms uring the night"},
		{"Help guests with luggage", "Hellp guests with luggage"},
		{"Was responsible for the pool", "Wsa responsible for the pool"},
		{"Also tasked with the till", "Aslo tasked with the till"},
		{"Monthly bank statements of 9 shops", "Montly bank statements of 9 shops"},
		{"Certified to handle gas", "Certified tto handle gas"},
		{"Poured milk and tea", "Poured milk and and tea"},
		{"Broadcast the match", "Broadcast Broadcast the match"},
		{"Bookkeeping of AP and AR for a mill", "Bookkeeeping of AP and AR for a mill"},
		{"Type 2 girders were set by crane", "Tyoe 2 girders were set by crane"},
		{"Ran Phase 2 of the move", "Ran Phese 2 of the move"},
		{"Sorted and packed parcels", "Sorted antd packed parcels"},
		{"The depot is a hub", "The depot iis a hub"},
		{"Kept the grounds of the lodge", "Kept the grounds fo the lodge"},
		{"Involved in the harvest", "Involved n the harvest"},
		{"Served as mentor to two grooms", "Served a mentor to two grooms"},
		{"Acted as liaison to the mill", "Acted ass liaison to the mill"},
		{"Worked on the line", "Worked no the line"},
		{"Worked the late shift and holidays", "Worked the late shif and holidays"},
		{"Was responsible for the kiln", "Wass responsible for the kiln"},
		{"Work that involves heavy lifting", "Work that involves heaqy lifting"},
		{"Cut and prune trees in two parks", "Cut Cut and prune trees in two parks"},
		{"Discovery of a way to thaw fish", "Discovery Discovery of a way to thaw fish"},
		{"Follow through to completion", "Follow through tno completion"},
		{"Wrote BRDs and FSDs", "Wrote BRRDs and FSDs"},
		{"These sheets were printed by the office", "Theqse sheets were printed by the office"},
		{"Hangar Name: North Field", "Hangar Naem: North Field"},
		{"Environment: Loom, Spindle", "nvironment: Loom, Spindle"},
		{"Harbor Freight Management Group", "Harbor Freight anagement Group"},
		{"May 2009 - June 2012 Fictional Boats & Sails", "May 2009 - Jnue 2012 Fictional Boats & Sails"},
	} {
		a, b := s.sentence(c.right), s.sentence(c.wrong)
		if b.isList != a.isList || b.results() > a.results() || b.method && !a.method || b.compare && !a.compare || b.begins == action && a.begins != action || b.begins == plain && a.begins == weak || len(b.found) > len(a.found) {
			t.Errorf("%q is read as better than %q: %+v", c.wrong, c.right, b)
		}
	}
	if s.sentence("Bought milk & milk products").typoCount > 0 {
		t.Error("“milk & milk” doubles no word")
	}
}

// No number taken out makes a sentence of dates, or another text of a repeated one.
func TestANumberLessMakesNoOtherText(t *testing.T) {
	s := New()
	s.ready(Options{Today: today})
	s.list = Options{}.termsList()
	if !s.sentence("March 2004 - April 2007").isList || !s.sentence("March - April 2007").isList {
		t.Error("dates are a sentence")
	}
	for _, c := range []struct{ with, without string }{
		{"2.Sorted the mail of two offices", "Sorted the mail of two offices"},
		{"Seated parties from 10-200 a night", "Seated parties from 10- a night"},
		{"Judge of the fair for the 2001-2004 seasons", "Judge of the fair for the -2004 seasons"},
		{"Helped the club by raising 13.6 for hungry families", "Helped the club by raising for hungry families"},
		{"10% - Follow-up with new members", "% - Follow-up with new members"},
		{"2004 present Hired to open a shop", "present Hired to open a shop"},
		{"March 2014 As the lead I planned the menu", "March As the lead I planned the menu"},
	} {
		a, b := s.sentence(c.with), s.sentence(c.without)
		if a.isList && !b.isList || b.results() > a.results() || b.begins == action && a.begins != action {
			t.Errorf("%q is read as better than %q", c.without, c.with)
		}
	}
	if a, b := s.sentence("Raised sales by 15% in spring"), s.sentence("Raised sales by % in spring"); !sameWords(a, b) {
		t.Errorf("%q and %q are two texts", a.key, b.key)
	}
}

// A typo hides no word of the first person in any language, and makes none of another.
func TestAMisspelledPersonStaysOne(t *testing.T) {
	for language, texts := range map[string][]string{
		"de": {"Icch leitete die Bäckerei", "In meqner Schicht betreute man Gäste"},
		"es": {"Con mxi equipo se abrieron tiendas", "Nuestrao equipo abrió tiendas"},
		"fr": {"Avec noxus la caisse fut tenue", "Jxe gérais la caisse"},
		"pt": {"Com minhat equipe abriu lojas", "Euq liderei a cozinha"},
	} {
		s := New()
		s.read(aroundText("", language), s.ready(Options{Today: today}))
		for _, text := range texts {
			if s.sentence(text).unclear == 0 {
				t.Errorf("%q hides the first person", text)
			}
		}
	}
	for language, text := range map[string]string{"de": "Betreute die Gäste im Haus", "es": "Llevó la caja y los pedidos de la tienda", "fr": "Tenu la caisse de la boulangerie", "pt": "Cuidou da loja em Recife"} {
		s := New()
		s.read(aroundText("", language), s.ready(Options{Today: today}))
		if n := s.sentence(text).unclear; n > 0 {
			t.Errorf("%q has %d flaws", text, n)
		}
	}
}

// pastable is a resume with a skills list that has some of everything.
func pastable(groups ...[]string) resume.Document {
	var all []resume.Value
	for _, g := range groups {
		all = append(all, resume.Struct(genMembers("name", "Work", "keywords", resume.Texts(g...))...))
	}
	d := aroundText("Opened the house at 5 every morning with two cooks", "")
	d = must(d.SetText("/basics/summary", "Cook of 9 years who keeps a house safe, fed and on time for guests from near and far, and who has trained many others to do so"))
	return must(d.Set("/skills", resume.List(all...)))
}

var pastableSkills = [][]string{{"Scheduling", "First aid", "Excel", "teamwork"}, {"Powerpoint", "forklift", "HACCP", "Food safety audit planning"}, {"Menu costing", "Experience with the storage of frozen fish and meat", "Kubernetes", "k8s"}}

// The skills list, pasted among the bullets of any section or behind the summary, is no
// work; a sentence that names some of it is.
func TestPastedSkillsAreNoWork(t *testing.T) {
	d := pastable(pastableSkills...)
	var all []string
	for _, g := range pastableSkills {
		all = append(all, g...)
	}
	d = must(d.Set("/projects", resume.List(resume.Struct(genMembers("name", "Fair", "startDate", "2022-03", "highlights", resume.Texts("Fed 300 guests at the village fair from one tent"))...))))
	s := New()
	before := s.Score(d, Options{Today: today})
	check := func(what string, e resume.Document) {
		t.Helper()
		if after := s.Score(e, Options{Today: today}); after > before+tolerance {
			t.Errorf("%s raises the score by %v", what, after-before)
		}
	}
	for _, section := range []resume.Address{"/work/0/highlights", "/projects/0/highlights"} {
		for _, sep := range []string{", ", " ", " | ", "\n", " and "} {
			check(fmt.Sprintf("pasted with %q in %s", sep, section), must(d.Insert(section.Item(1), resume.Text(strings.Join(all, sep)))))
		}
		e := d
		for _, k := range all {
			e = must(e.Insert(section.Item(1), resume.Text(k)))
			check(k, must(d.Insert(section.Item(1), resume.Text(k))))
		}
		check("one a bullet", e)
		check("one with a typo", must(d.Insert(section.Item(1), resume.Text("Scheduling First aid Excle Powerpoint forklift HACCP"))))
	}
	check("behind the summary", must(d.SetText("/basics/summary", d.TextAt("/basics/summary")+" "+strings.Join(all, ". "))))
	for _, text := range []string{"Planned the scheduling of 14 cooks in Excel", "Wrote a HACCP plan for the forklift bay", "Gave first aid to guests and kept the kit", "Plan menu costing with the owner"} {
		r := s.read(d, s.ready(Options{Today: today}))
		if r.isPasted(s.sentence(text)) {
			t.Errorf("%q is no sentence", text)
		}
	}
}

// A skill in a longer entry is no duplicate of it.
func TestSkillsInOthersAreNoDuplicates(t *testing.T) {
	s := New()
	for _, f := range s.Document(pastable([]string{"Outlook", "and Outlook)", "Drawing in Photoshop", "Photoshop"}), Options{Today: today}).Findings {
		if f.Check == names.id {
			t.Errorf("%s", f.Why)
		}
	}
}

// The order of skills and groups changes nothing, and a typo in a skill gains nothing.
func TestSkillsMayBeShuffledButNotMisspelled(t *testing.T) {
	rng, s := rand.New(rand.NewPCG(5, 6)), New()
	groups := [][]string{{"Kubernetes", "javascript", "K8s", "teamwork"}, {"JAVA", "Powerpoint", "POWER BI", "go"}, {"Go", "communication", "First aid certificate", "Negotiation"}, {"Menu costing", "Excel", "MS Excel"}}
	var all []string
	for _, g := range groups {
		all = append(all, g...)
	}
	before := s.Score(pastable(groups...), Options{Today: today})
	for range 40 {
		rng.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		at := 0
		mixed := make([][]string, len(groups))
		for i, g := range groups {
			mixed[i] = all[at : at+len(g)]
			at += len(g)
		}
		if after := s.Score(pastable(mixed...), Options{Today: today}); !near(after, before) {
			t.Errorf("%q change the score by %v", mixed, after-before)
		}
	}
	for range 400 {
		g := rng.IntN(len(groups))
		k := rng.IntN(len(groups[g]))
		wrong := typoIn(rng, groups[g][k], rng.IntN(5))
		if isOtherWord(wrong) || len(groups[g][k]) < 7 || strings.Contains(groups[g][k], " ") {
			continue
		}
		was := groups[g][k]
		groups[g][k] = wrong
		if after := s.Score(pastable(groups...), Options{Today: today}); after > before+tolerance {
			t.Errorf("%q for %q raises the score by %v", wrong, was, after-before)
		}
		groups[g][k] = was
	}
}
