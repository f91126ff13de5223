package score

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"resumax/resume/codec"
)

// saidOf is what is said of a resume with one position, which goes on where it has no end:
// one finding a line.
func saidOf(t *testing.T, title, start, end string, more map[string]any, bullets ...string) string {
	t.Helper()
	resume := map[string]any{
		"basics": map[string]any{"name": "Sam Fictional", "label": title, "email": "sam@example.org", "phone": "+1 206 555 0123", "url": "https://sam.example.org"},
		"work":   []any{map[string]any{"name": "Fictional & Co", "position": title, "startDate": start, "endDate": end, "highlights": bullets}},
	}
	for k, v := range more {
		resume[k] = v
	}
	data, err := json.Marshal(resume)
	if err != nil {
		t.Fatal(err)
	}
	d, _, err := codec.Parse(data, "cv.json")
	if err != nil {
		t.Fatal(err)
	}
	var said strings.Builder
	for _, f := range Document(d, Options{Today: today}).Findings {
		fmt.Fprintf(&said, "%s: %s %s [%s]\n", f.Check, f.Why, f.Fix, f.Quote)
	}
	return said.String()
}

// Each kind of input that the score once misread, with what it must not say, or must.
func TestKindsOfInput(t *testing.T) {
	language := func(code string) map[string]any {
		return map[string]any{"meta": map[string]any{"resumax": map[string]any{"language": code}}}
	}
	skills := func(names ...string) map[string]any {
		return map[string]any{"skills": []any{map[string]any{"name": "Skills", "keywords": names}}}
	}
	jobs := func(list ...any) map[string]any { return map[string]any{"work": list} }
	job := func(start, end string) any {
		return map[string]any{"name": "Fictional & Co", "position": "Fitter", "startDate": start, "endDate": end, "highlights": []string{"Cut scrap from 9 to 4 percent with new jigs"}}
	}
	for _, c := range []struct {
		name     string
		said     string
		not, has []string
	}{
		{"dates: seasons, quarters, dots and periods", saidOf(t, "Fitter", "", "", jobs(job("2021-02", ""), job("Fall 2018", "Q4 2020"), job("15.03.2017", "30.09.2018"), job("2015 - 2016", ""))),
			[]string{"unexplained", "start date"}, []string{"450 to 1,000 are typical"}},
		{"dates: slashes and since", saidOf(t, "Fitter", "", "", jobs(job("since March 2020", ""), job("07/2018", "02/2020"))), []string{"unexplained", "start date"}, []string{"400 to 800 are typical"}},
		{"gaps: behind the latest end", saidOf(t, "Fitter", "", "", jobs(job("2023-03", ""), job("2019-05", "2021-10"), job("2020-02", "2020-11"))),
			[]string{"Nov 2020"}, []string{"between Oct 2021 and Mar 2023"}},
		{"French", saidOf(t, "Cuisinier", "2019-05", "2023-01", language("fr"), "Préparé 120 couverts par soir et formé 3 commis de cuisine", "Réduit de 20 % le gaspillage dans la cuisine et en salle"),
			[]string{"“et”", "“de”", "“en”", "first person", "filler", "dictionary", "action verb"}, nil},
		{"German", saidOf(t, "Elektriker", "2019-05", "2023-01", language("de"), "Verkabelte 40 Wohnungen im Jahr und leitete 3 Lehrlinge an", "Senkte die Zahl der Störungen von 12 auf 4 im Monat"),
			[]string{"first person", "filler", "dictionary", "action verb"}, nil},
		{"Chinese", saidOf(t, "护士", "2019年4月", "现在", language("zh"), "每班护理12名患者，将跌倒事件减少30%", "培训8名新护士，缩短入职时间至3周", "管理夜班药品库存共200种", "将等候时间从40分钟降至15分钟"),
			[]string{"too few to judge", "names after names", "start date"}, nil},
		{"lists that are sentences", saidOf(t, "Gardener", "2019-05", "2023-01", nil, "Weeded, pruned and watered 60 beds a week", "Sawed planks and hung doors", "Clean and restock carts, linen, and guest supplies", "Stitched, hemmed and pressed 30 gowns a month"),
			[]string{"too few to judge", "action verb"}, nil},
		{"numbers", saidOf(t, "Manager", "2019-05", "2023-01", nil, "Saved EUR 3 million by moving the depot", "Cut losses by 12 per cent by new locks", "Lowered sick leave by a quarter with flexible shifts", "Raised guest ratings to 4.7/5 with a new menu",
			"Won 9 of 11 bids by early site visits", "Raised output 3-fold with a second line", "Won an order worth ₹2 crore with a joint offer", "Lowered freezer temperature by 6 °C with new seals", "Raised visits to 1,200/day with evening events"),
			[]string{"density"}, nil},
		{"words of trades", saidOf(t, "Registered Nurse", "2019-05", "2023-01", nil, "Monitored bradycardia and titrated vasopressin and dobutamine", "Sutured lacerations and debrided burns", "Filleted turbot and clarified consommé for the brigade", "Drafted interrogatories and subpoenas duces tecum"),
			[]string{"dictionary"}, nil},
		{"no technology of a trade without", saidOf(t, "Dental Hygienist", "2021-05", "", skills("Scaling", "Radiographs", "Fluoride varnish"), "Scaled and polished 9 patients a day", "Took radiographs with a 98% first-take rate"),
			[]string{"technolog", "languages, data", "GitHub"}, nil},
		{"a finished result in a running job", saidOf(t, "Ward Sister", "2021-05", "", nil, "Lead nights for 24 beds", "Train 6 students a term", "Lowered falls from 9 to 3 a month with hourly rounds", "Won the trust's safety prize with the night team"),
			[]string{"tense:"}, nil},
		{"abbreviations that are others' names", saidOf(t, "Caregiver", "2019-05", "2023-01", skills("ADLs", "ROM exercises", "Canvas painting"), "Helped residents with ADLs and ROM exercises", "Stretched canvas and taught swift strokes to 12 painters"),
			[]string{"Azure", "Canva”", "usually written"}, nil},
		{"verbs that look like others", saidOf(t, "Clerk", "2019-05", "2023-01", nil, "Wove 40 rugs a year for the guild", "Bid on 30 lots a month for the estate", "Rode 9 horses a day for the stable", "Sewed 60 costumes for the opera", "Sent 300 letters a day for the bank"),
			[]string{"action verb", "dictionary", "openers:"}, nil},
	} {
		for _, wrong := range c.not {
			if strings.Contains(c.said, wrong) {
				t.Errorf("%s: says %q:\n%s", c.name, wrong, c.said)
			}
		}
		for _, right := range c.has {
			if !strings.Contains(c.said, right) {
				t.Errorf("%s: does not say %q:\n%s", c.name, right, c.said)
			}
		}
	}
}

// Texts that are cheap to write and were costly to read take work in proportion to their
// length.
func TestCostlyTextsAreRead(t *testing.T) {
	const n = 300_000
	for name, summary := range map[string]string{
		"one word": strings.Repeat("b", n), "brackets": strings.Repeat("(", n), "slots": strings.Repeat("[y?]", n/4), "marks": strings.Repeat("*c ", n/3),
		"letters without spaces": strings.Repeat("語", n/3), "Arabic": strings.Repeat("كتاب", n/8), "accents": "e" + strings.Repeat("\u0300", n/2),
		"soft hyphens": strings.Repeat("b\u00ad", n/3), "an address": "https://example.net/" + strings.Repeat("bc/", n/3), "commas": strings.Repeat("x,", n/2),
	} {
		start := time.Now()
		saidOf(t, "Fitter", "2020-01", "", map[string]any{"basics": map[string]any{"name": "Sam Fictional", "summary": summary}}, "Cut scrap by 4%")
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%s: %v", name, took)
		}
	}
	many := make([]any, 10_000)
	for i := range many {
		many[i] = map[string]any{"name": "Fictional & Co"}
	}
	bullets := make([]string, 20_000)
	for i := range bullets {
		bullets[i] = "c"
	}
	for name, work := range map[string][]any{"empty jobs": many, "bullets": {map[string]any{"name": "Fictional & Co", "highlights": bullets}}} {
		start := time.Now()
		saidOf(t, "", "", "", map[string]any{"work": work})
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%s: %v", name, took)
		}
	}
}
