package letter

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"resumax/job/posting"
	"resumax/resume"
	"resumax/resume/codec"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := "testdata/" + name
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		t.Errorf("%s differs; got:\n%s", name, got)
	}
}

func ines(t testing.TB) resume.Document {
	t.Helper()
	data, err := os.ReadFile("testdata/ines.json")
	if err != nil {
		t.Fatal(err)
	}
	d, _, err := codec.Parse(data, "ines.json")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// page is a letter as it is printed, a line for each text, with its kind.
func page(l Letter, r *resume.Resume) string {
	var b strings.Builder
	for _, t := range l.Outline("/letter", r).Texts {
		side := ""
		if t.Aside {
			side = " >"
		}
		for line := range strings.Lines(t.Text) {
			fmt.Fprintf(&b, "%-10s%s %s\n", t.Kind, side, strings.TrimSpace(line))
		}
	}
	return b.String()
}

// The form of letters in each country, in the language of most letters there and in English.
func TestForms(t *testing.T) {
	r := ines(t).Resume()
	names := map[string][2]string{"en": {"Ms. Dana van der Berg", "Kim Alvarado"}, "de": {"Frau Dr. Dana von Berg", "Kim Alvarado"}, "fr": {"Mme Claire Delmas", "Dominique Roux"},
		"es": {"Sra. Marta Iborra", "Noa Vidal"}, "pt": {"Sra. Helena Prado", "Ariel Souza"}}
	var b strings.Builder
	codes, _ := Countries()
	for _, country := range codes {
		l := Letter{Country: country, Date: "2026-03-01", To: Addressee{Title: "Head", Employer: "Halvorsen", Address: "1 Water Street\nTown"}, Paragraphs: []string{"Text."}, Enclosures: "CV"}
		l.Language = l.form().Language
		l.Subject = l.words().Subject
		for _, name := range []string{"", names[l.Language][0], names[l.Language][1]} {
			l.To.Name = name
			fmt.Fprintf(&b, "# %s %s, %q\n%s\n", country, l.Language, name, page(l, r))
		}
		l.Language, l.Subject, l.Date = "en", "", "2026-12-24"
		fmt.Fprintf(&b, "# %s en\n%s\n", country, page(l, r))
	}
	golden(t, "forms.golden", b.String())
}

func TestDates(t *testing.T) {
	for _, c := range []struct{ language, country, date, want string }{
		{"en", "US", "2026-03-03", "March 3, 2026"},
		{"en", "GB", "2026-03-03", "3 March 2026"},
		{"de", "DE", "2026-03-03", "3. März 2026"},
		{"fr", "FR", "2026-03-01", "1er mars 2026"},
		{"es", "ES", "2026-03-03", "3 de marzo de 2026"},
		{"pt-BR", "BR", "2026-03-03", "3 de março de 2026"},
		{"en", "US", "in March", "in March"},
		{"en", "US", "2026-03", "2026-03"},
		{"en", "US", "2026-02-31", "2026-02-31"},
		{"en", "US", "", ""},
		{"xx", "XX", "2026-03-03", "March 3, 2026"},
	} {
		if got := (Letter{Language: c.language, Country: c.country, Date: c.date}).DateLine(); got != c.want {
			t.Errorf("%v: %q", c, got)
		}
	}
}

func TestCountryOf(t *testing.T) {
	for _, c := range []struct{ place, language, own, want string }{
		{"Tulsa, OK", "en", "", "US"},
		{"Tulsa, OK 74103", "en", "GB", "US"},
		{"Toronto, ON", "en", "US", "CA"},
		{"Hamburg, Germany", "en", "US", "DE"},
		{"Hamburg", "de", "US", "DE"},
		{"Wien, Österreich", "de", "", "AT"},
		{"Zürich", "de", "CH", "CH"},
		{"Leeds (UK)", "en", "US", "GB"},
		{"Wilmington, DE", "en", "", "US"},
		{"Los Angeles, CA", "en", "GB", "US"},
		{"Porto, PT", "en", "", "PT"},
		{"Lyon", "fr", "", "FR"},
		{"Madrid", "es", "MX", "MX"},
		{"Recife", "pt", "", "BR"},
		{"Remote", "en", "AU", "AU"},
		{"", "", "", "US"},
		{"", "", "DE", "DE"},
		{"Oslo", "nb", "", "US"},
		{"In the OR", "en", "IE", "IE"}, // no state: nothing is before it
	} {
		r := &resume.Resume{}
		r.Basics.Location.CountryCode = c.own
		if got := CountryOf(posting.Posting{Location: c.place, Language: c.language}, r); got != c.want {
			t.Errorf("%v: %s", c, got)
		}
	}
}

func TestSentence(t *testing.T) {
	for _, c := range []struct{ language, point, want string }{
		{"en", "Cut p99 latency from 900 to 120 ms", "I cut p99 latency from 900 to 120 ms."},
		{"en", "Led the move of **14 services** to Kubernetes.", "I led the move of 14 services to Kubernetes."},
		{"en", "Wrote run books that new colleagues read first", "I wrote run books that new colleagues read first."},
		{"en", "Reduced falls from 9 to 2 a quarter", "I reduced falls from 9 to 2 a quarter."},
		{"en", "Set the budget for 3 sites", "I set the budget for 3 sites."},
		{"en", "Lead a team of 6", "I lead a team of 6."},
		{"en", "Re-trained 14 drivers", "I re-trained 14 drivers."},
		{"en", "Certified 40 forklifts a year", "I certified 40 forklifts a year."},
		{"en", "Registered nurse on a unit of 32 beds", ""},
		{"en", "Certified in crisis prevention", ""},
		{"en", "Licensed electrician", ""},
		{"en", "Lead developer of the booking flow", ""},
		{"en", "Set designer for 3 plays", ""},
		{"en", "Responsible for a budget of $2M", ""},
		{"en", "Leading a team of 6", ""},
		{"en", "Leads a team of 6", ""},
		{"en", "Payments: cut chargebacks by 18%", ""},
		{"en", "Cut costs; hired 4 people", ""},
		{"en", "Cut costs. Hired 4 people", ""},
		{"en", "Led by example", ""},
		{"en", "Cut latency by [how much? in ms]", ""},
		{"en", "Cut", ""},
		{"en", "", ""},
		{"de", "Senkte die Kosten um 12 %", "Ich senkte die Kosten um 12 %."},
		{"de", "Leitete ein Team von 9 Personen", "Ich leitete ein Team von 9 Personen."},
		{"de", "Leitung eines Teams von 9 Personen", ""},
		{"de", "Kosten um 12 % gesenkt", ""},
		{"de", "Gute Kenntnisse in SAP", ""},
		{"fr", "Réduit les coûts de 12 %", "J’ai réduit les coûts de 12 %."},
		{"fr", "Dirigé une équipe de 9 personnes", "J’ai dirigé une équipe de 9 personnes."},
		{"fr", "Chargé de la paie", ""},
		{"fr", "Réduction des coûts de 12 %", ""},
		{"es", "Reduje los costes un 12 %", "Reduje los costes un 12 %."},
		{"es", "Lideré un equipo de 9 personas", "Lideré un equipo de 9 personas."},
		{"es", "Comité de empresa", ""},
		{"es", "Reducción de costes", ""},
		{"pt", "Coordenei 4 cozinheiros", "Coordenei 4 cozinheiros."},
		{"pt", "Coordenação de 4 cozinheiros", ""},
	} {
		got, ok := Sentence(c.point, c.language)
		if got != c.want || ok != (c.want != "") {
			t.Errorf("%s %q: %q", c.language, c.point, got)
		}
	}
}

func proofs() []Proof {
	return []Proof{
		{"low latency", "You make it fast.", "Cut p99 latency of the quote service from 900 ms to 120 ms by replacing row locks with optimistic versioning", "/work/0/highlights/0", false},
		{"Kubernetes", "You know Kubernetes.", "Led the move of 14 services from virtual machines to Kubernetes without downtime", "/work/0/highlights/1", false},
		{"nothing", "", "", "", false},
		{"speed", "", "Cut p99 latency of the quote service from 900 ms to 120 ms by replacing row locks with optimistic versioning", "/work/0/highlights/0", false},
		{"a slot", "", "Cut costs by [how much? in percent]", "/work/0/highlights/9", false},
		{"payments", "", "Payments: reduced chargebacks by 18%", "/work/1/highlights/2", false},
		{"Go", "", "Wrote the reconciliation job in Go", "/work/1/highlights/0", false},
	}
}

func TestStart(t *testing.T) {
	r := ines(t).Resume()
	var b strings.Builder
	for _, language := range languages {
		country := map[string]string{"en": "US", "de": "DE", "fr": "FR", "es": "ES", "pt": "BR"}[language]
		begin := Beginning{Resume: r, Posting: posting.Posting{Title: "Senior Platform Engineer", Company: "Halvorsen Logistics"}, Proofs: proofs(), Today: resume.Date{Year: 2026, Month: 3, Day: 3}, Language: language, Country: country}
		fmt.Fprintf(&b, "# %s\n%s\n", language, page(Start(begin), r))
		fmt.Fprintf(&b, "# %s, of nothing\n%s\n", language, page(Start(Beginning{Resume: &resume.Resume{}, Language: language, Country: country}), &resume.Resume{}))
	}
	golden(t, "start.golden", b.String())
}

// A new letter has no word but the skeleton's, the posting's, and the resume's.
func TestStartInventsNothing(t *testing.T) {
	word := rapid.StringMatching(`[A-Za-zÀ-ÿ0-9%]{1,9}`)
	phrase := rapid.Custom(func(t *rapid.T) string { return strings.Join(rapid.SliceOfN(word, 1, 6).Draw(t, "words"), " ") })
	rapid.Check(t, func(t *rapid.T) {
		tag := rapid.SampledFrom(languages).Draw(t, "language")
		b := Beginning{Resume: &resume.Resume{}, Language: tag, Posting: posting.Posting{Title: phrase.Draw(t, "title"), Company: phrase.Draw(t, "company")}, Why: rapid.OneOf(rapid.Just(""), phrase).Draw(t, "why")}
		for range rapid.IntRange(0, 5).Draw(t, "proofs") {
			b.Proofs = append(b.Proofs, Proof{Requirement: phrase.Draw(t, "asked"), Evidence: rapid.OneOf(rapid.Just(""), phrase).Draw(t, "evidence")})
		}
		l := Start(b)
		s := wordsIn(tag)
		known := strings.ToLower(strings.Join([]string{s.Skeleton.Opening, s.Skeleton.Plain, s.Skeleton.Proof, s.Skeleton.Quoted, s.Skeleton.Open, s.Skeleton.More, s.Skeleton.Why, s.Skeleton.Closing, s.Own.Before, s.Join[1], b.Posting.Title, b.Posting.Company, b.Why}, " "))
		for _, p := range b.Proofs {
			known += " " + strings.ToLower(p.Requirement+" "+p.Evidence)
		}
		for _, p := range l.Paragraphs {
			for _, w := range strings.FieldsFunc(strings.ToLower(p), func(r rune) bool { return strings.ContainsRune(" .,;:?!“”„«»[]{}", r) }) {
				if !strings.Contains(known, w) {
					t.Fatalf("%q is invented in %q", w, p)
				}
			}
		}
		if len(l.Slots()) == 0 {
			t.Fatal("no question is asked")
		}
	})
}

var anyLetter = rapid.Custom(func(t *rapid.T) Letter {
	var l Letter
	for _, f := range l.fields() {
		*f.text = rapid.OneOf(rapid.Just(""), rapid.String()).Draw(t, f.path[len(f.path)-1])
	}
	l.Paragraphs = rapid.SliceOfN(rapid.String(), 0, 4).Draw(t, "paragraphs")
	return l
})

func same(a, b Letter) bool {
	return fmt.Sprintf("%q", a) == fmt.Sprintf("%q", b) || len(a.Paragraphs) == 0 && len(b.Paragraphs) == 0 && fmt.Sprintf("%q", a.fieldTexts()) == fmt.Sprintf("%q", b.fieldTexts())
}

func (l Letter) fieldTexts() (all []string) {
	for _, f := range l.fields() {
		all = append(all, *f.text)
	}
	return all
}

// A letter comes back from a file as it was, and what it does not know stays.
func TestCodec(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l, next := anyLetter.Draw(t, "letter"), anyLetter.Draw(t, "next")
		v := l.Value()
		if got := FromValue(v); !same(got, l) {
			t.Fatalf("got %q, want %q", got, l)
		}
		v = v.With("own", resume.Int(7)).With(MemberTo, at(v, MemberTo).With("floor", resume.Text("3")))
		v = next.Update(v)
		if got := FromValue(v); !same(got, next) {
			t.Fatalf("updated: got %q, want %q", got, next)
		}
		if at(v, "own").Raw() != "7" || at(v, MemberTo, "floor").Str() != "3" {
			t.Fatalf("what is not known is lost: %s", v)
		}
	})
}

func FuzzFromValue(f *testing.F) {
	for _, s := range []string{`{"to":7,"paragraphs":[1,{"a":2},"x"],"date":["2026"]}`, `[]`, `null`, `{"paragraphs":"x"}`} {
		f.Add([]byte(`{"meta":{"resumax":{"letters":[` + s + `],"employers":[` + s + `]}}}`))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if !json.Valid(data) || bytes.Contains(data, []byte("\x00")) {
			return
		}
		d, _, err := codec.Parse(data, "x.json")
		if err != nil {
			return
		}
		for i, l := range All(d) {
			l.Outline(Letters.Item(i), d.Resume())
			Check(l, Context{Document: d, Others: Others(d, "")})
			FromValue(l.Update(l.Value()))
		}
		Why(d, "Halvorsen")
	})
}

func TestAddAndFor(t *testing.T) {
	d := resume.Document{}
	for i, v := range []string{"", "variant-1", ""} {
		next, at, err := Add(d, Letter{Variant: v, Subject: fmt.Sprint(i)})
		if err != nil || at != Letters.Item(i) {
			t.Fatal(at, err)
		}
		d = next
	}
	for v, want := range map[string]string{"": "2", "variant-1": "1"} {
		if l, at, ok := For(d, v); !ok || l.Subject != want || d.TextAt(at.Child(MemberSubject)) != want {
			t.Errorf("%q: %v %s", v, l, at)
		}
	}
	if _, _, ok := For(d, "variant-2"); ok {
		t.Error("a variant without a letter has one")
	}
	if all := All(d); all[0].ID == all[1].ID || all[0].ID == "" || all[2].ID == all[0].ID {
		t.Errorf("ids %v", all)
	}
}

func TestEmployers(t *testing.T) {
	d := resume.Document{}
	var err error
	for _, c := range [][2]string{{"Halvorsen GmbH", "a"}, {"Nordwind AG", "n"}, {"halvorsen", "b"}, {"HALVORSEN, Inc.", "c"}} {
		if d, err = WhyEdit(c[0], c[1])(d); err != nil {
			t.Fatal(err)
		}
	}
	for employer, want := range map[string]string{"Halvorsen": "c", "Halvorsen G.m.b.H.": "c", "nordwind": "n", "Nord": "", "": "", "GmbH": ""} {
		if got, _ := Why(d, employer); got != want {
			t.Errorf("%q: %q", employer, got)
		}
	}
	if list, _ := d.Get(Employers); list.Len() != 2 {
		t.Errorf("%d employers", list.Len())
	}
}

func TestThePostingsOwnWordsAreQuoted(t *testing.T) {
	for language, want := range map[string]string{
		"en": "You ask for “Precept new graduates”. ", "de": "Sie suchen „Precept new graduates“. ", "es": "Piden «Precept new graduates». ",
		"fr": "Vous demandez « Precept new graduates ». ", "pt": "O anúncio pede “Precept new graduates”. ",
	} {
		got := strings.ReplaceAll(Paragraph(Proof{Requirement: "Precept new graduates.", Words: true, Evidence: "Led nights."}, language), "\u00a0", " ")
		if got = strings.ReplaceAll(got, "\u202f", " "); !strings.HasPrefix(got, want) {
			t.Errorf("%s: %q", language, got)
		}
	}
}
