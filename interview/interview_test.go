package interview

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"resumax/assets"
	"resumax/interview/prep"
	"resumax/job/posting"
	"resumax/language/arithmetic"
	"resumax/language/terms"
	"resumax/resume"
	"resumax/resume/codec"
	"resumax/resume/variant"
	"resumax/role"
)

var today = resume.Date{Year: 2026, Month: 3, Day: 31}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// withBullets is a resume of one position.
func withBullets(title string, bullets ...string) resume.Document {
	return resume.NewDocument(resume.Struct(
		resume.Member{Name: "basics", Value: resume.Struct(resume.Member{Name: "name", Value: resume.Text("Ines Okafor")}, resume.Member{Name: "label", Value: resume.Text(title)})},
		resume.Member{Name: "work", Value: resume.List(resume.Struct(
			resume.Member{Name: "name", Value: resume.Text("Halvorsen")},
			resume.Member{Name: "position", Value: resume.Text(title)},
			resume.Member{Name: "startDate", Value: resume.Text("2021-04")},
			resume.Member{Name: "highlights", Value: resume.Texts(bullets...)},
		))}))
}

// bullets are the table of trades' bullets, by trade, with the figures that follow from each.
func bullets(t testing.TB) (trades []string, of map[string][]string, figures map[string][]string) {
	t.Helper()
	data, err := os.ReadFile("../language/arithmetic/testdata/bullets.txt")
	if err != nil {
		t.Fatal(err)
	}
	of, figures = map[string][]string{}, map[string][]string{}
	trade, last := "", ""
	for l := range strings.Lines(string(data)) {
		l = strings.TrimRight(l, "\n")
		switch name, ok := strings.CutPrefix(l, "## "); {
		case ok:
			trade = name
			trades = append(trades, trade)
		case strings.HasPrefix(l, "    "):
			_, text, _ := strings.Cut(l, " = ")
			figures[last] = append(figures[last], text)
		case l != "":
			last = l
			of[trade] = append(of[trade], l)
		}
	}
	return trades, of, figures
}

// What is asked covers many fields, and names only terms that there are.
func TestData(t *testing.T) {
	d, err := read(assets.Interview)
	if err != nil {
		t.Fatal(err)
	}
	if d.templates < 200 || len(d.fields) < 15 || len(d.tradeOffs) < 150 {
		t.Errorf("%d questions, %d fields, %d terms with trade-offs", d.templates, len(d.fields), len(d.tradeOffs))
	}
	for name := range d.tradeOffs {
		if term, ok := terms.Default().Lookup(name); !ok || term.Name != name {
			t.Errorf("“%s” is the name of no term", name)
		}
	}
	for phrase := range d.phrases {
		if phrase != strings.ToLower(phrase) {
			t.Errorf("“%s” is not in small letters", phrase)
		}
		if _, ok := terms.Default().Lookup(phrase); ok {
			t.Errorf("“%s” is a term", phrase)
		}
	}
	seen := map[string]bool{}
	for _, f := range d.fields {
		for _, q := range f.Questions {
			if seen[normal(q.Text)] {
				t.Errorf("“%s” is asked twice", q.Text)
			}
			seen[normal(q.Text)] = true
		}
	}
	for title, want := range map[string]string{"Registered Nurse": "nursing", "Senior Backend Engineer": "engineering", "Mechanical Engineer": "hardware", "Art Teacher": "teaching",
		"Executive Chef": "kitchen", "Sales Engineer": "sales", "Data Entry Clerk": "hr", "Security Guard": "public-service", "Store Manager": "retail", "Truck Driver": "driving",
		"Staff Accountant": "accounting", "Paralegal": "law", "Product Designer": "design", "Research Scientist": "research", "Project Manager": "management", "Warehouse Associate": "logistics",
		"Electrician": "trades", "Social Worker": "social-work", "Customer Service Representative": "support", "Marketing Manager": "marketing", "Head of Something": "management", "Wizard": ""} {
		got := ""
		if f := fieldOf(title); f != nil {
			got = f.ID
		}
		if got != want {
			t.Errorf("%s: %s, want %s", title, got, want)
		}
	}
}

// Faults of the data are named with their file and line.
func TestDataSaysWhatIsWrong(t *testing.T) {
	good := fstest.MapFS{}
	names := []string{"numbers.toml", "questions.toml", "fields.toml", "tradeoffs-computing.toml", "tradeoffs-trades.toml"}
	for _, n := range names {
		good["interview/"+n] = &fstest.MapFile{Data: must(assets.Interview.ReadFile("interview/" + n))}
	}
	for _, row := range []struct{ file, old, new, want string }{
		{"numbers.toml", `audience = "peer"`, `audience = "boss"`, "numbers.toml:"},
		{"numbers.toml", `At {n}, how`, `At {nn}, how`, "{nn} is not known"},
		{"numbers.toml", `needs = ["number"]`, `needs = ["luck"]`, "“luck” is nothing"},
		{"questions.toml", `Why {term}`, `Why {word}`, "questions.toml:"},
		{"questions.toml", `id = "star"`, `id = "moon"`, "star is missing"},
		{"fields.toml", `about = "experience"`, `about = "luck"`, "fields.toml:"},
		{"fields.toml", `categories = ["law"]`, `categories = ["lore"]`, "“lore” is no category"},
		{"tradeoffs-trades.toml", `trap = `, `trip = `, "tradeoffs-trades.toml:"},
		{"tradeoffs-computing.toml", `terms = ["Terraform"`, `terms = ["Jenkins", "Terraform"`, "“Jenkins” is weighed twice"},
		{"tradeoffs-computing.toml", `MySQL: `, `MySQL `, "does not say when it wins"},
	} {
		files := fstest.MapFS{}
		for name, f := range good {
			files[name] = f
		}
		text := string(good["interview/"+row.file].Data)
		files["interview/"+row.file] = &fstest.MapFile{Data: []byte(strings.Replace(text, row.old, row.new, 1))}
		if _, err := read(files); err == nil || !strings.Contains(err.Error(), row.want) {
			t.Errorf("%s with %s: %v, want %s", row.file, row.new, err, row.want)
		}
	}
}

var seed = []string{
	"Designed and built a gRPC payments service in Go handling 80k req/s at 99.99% availability, with idempotency keys eliminating duplicate-charge incidents.",
	"Sharded a 12TB PostgreSQL database by tenant using Citus, cutting p95 query latency from 900ms to 120ms and unblocking 4x user growth.",
	"Re-architected a batch job into a Kafka stream processor (consumer groups + exactly-once), reducing data freshness lag from 6 hours to under 90 seconds.",
	"Introduced connection pooling (PgBouncer) and query-level caching, reducing database CPU 55% and deferring a $30k/year instance upgrade.",
	"Defined SLOs and error budgets with Prometheus + Grafana, cutting paging noise 60% and improving on-call satisfaction scores.",
	"Hardened the auth service against abuse with rate limiting and a token-bucket algorithm in Redis, blocking a credential-stuffing attack with zero downtime.",
	"Reduced API error rate from 1.2% to 0.07% by adding circuit breakers (resilience4j) and retry-with-backoff across 14 downstream calls.",
}

const seedSummary = "Backend Engineer with 6 years designing high-throughput distributed systems in Go and Java. Built services handling 80k requests/second at 99.99% availability and led a sharding effort that scaled the primary database to 12TB. Focused on reliability, observability, and clean API design."

func TestSeed(t *testing.T) {
	d := must(withBullets("Backend Engineer", seed...).SetText(resume.Summary, seedSummary))
	r := Derive(Input{Document: d, Today: today})
	check(t, d, r, "")
	if len(r.Contradictions) > 0 {
		t.Errorf("contradictions: %v", r.Contradictions)
	}
	values := map[int][]float64{0: {6.912e9, 52.596}, 1: {86.6667, 7.5}, 2: {240, 99.5833}, 3: {45, 2500}, 4: {40}, 6: {94.1667, 17.1429, 1.13}}
	for i := range seed {
		at := resume.Address("/work/0/highlights").Item(i)
		var defends, trades int
		var have []float64
		for _, c := range r.Cards {
			if c.Address != at {
				continue
			}
			switch c.Kind {
			case Defend:
				defends++
				for _, f := range c.Arithmetic {
					have = append(have, f.Value)
				}
			case TradeOff:
				trades++
				if len(c.Points) < 4 {
					t.Errorf("%s: no alternatives: %v", c.Term, c.Points)
				}
			}
		}
		if defends == 0 || trades == 0 {
			t.Errorf("bullet %d: %d numbers, %d trade-offs", i, defends, trades)
		}
		for _, v := range values[i] {
			if !slices.Contains(have, v) {
				t.Errorf("bullet %d: %v lacks %g", i, have, v)
			}
		}
	}
	// The summary's numbers are the bullets', and so are asked for once.
	for _, c := range r.Ledger {
		if c.Address == resume.Summary {
			t.Errorf("%q is in the ledger twice", c.Quote)
		}
	}
}

// Bullets of all trades raise a card for a number, with the arithmetic of the table, and one for
// how it was done.
func TestTrades(t *testing.T) {
	trades, of, figures := bullets(t)
	n := 0
	for _, trade := range trades {
		d := withBullets(strings.ToUpper(trade[:1])+trade[1:], of[trade]...)
		r := Derive(Input{Document: d, Today: today})
		check(t, d, r, "")
		if len(r.Contradictions) > 0 {
			t.Errorf("%s: %v", trade, r.Contradictions)
		}
		for i, text := range of[trade] {
			n++
			at := resume.Address("/work/0/highlights").Item(i)
			numbers, others := 0, 0
			for _, c := range r.Cards {
				switch {
				case c.Address != at:
				case c.Kind == Defend:
					numbers++
					for _, f := range c.Arithmetic {
						if !slices.Contains(figures[text], f.Text) {
							t.Errorf("%s: %s is not in the table", text, f.Text)
						}
					}
				default:
					others++
				}
			}
			if numbers == 0 || others == 0 {
				t.Errorf("%s: %d cards for numbers, %d others", text, numbers, others)
			}
		}
	}
	if n < 80 || len(trades) < 12 {
		t.Errorf("%d bullets of %d trades", n, len(trades))
	}
}

var (
	quoted = regexp.MustCompile(`“([^”]*)”`)
	digits = regexp.MustCompile(`\d[\d.,]*`)
)

// check holds a report to its laws: quotes stand at their addresses, questions name only what
// the text there says, or the posting, and nothing is asked twice.
func check(t interface {
	Helper()
	Errorf(string, ...any)
}, d resume.Document, r Report, posting string) {
	t.Helper()
	ids, questions := map[string]bool{}, map[string]bool{}
	last := 2.0
	for _, c := range r.Cards {
		text := d.TextAt(c.Address)
		plain := resume.Plain(text)
		if c.Quote == "" || !strings.Contains(text, c.Quote) {
			t.Errorf("%s: %q does not stand at %s: %q", c.ID, c.Quote, c.Address, text)
		}
		if ids[c.ID] {
			t.Errorf("%s is there twice", c.ID)
		}
		ids[c.ID] = true
		if key := normal(c.Question); questions[key] || c.Question == "" {
			t.Errorf("“%s” is asked twice", c.Question)
		} else {
			questions[key] = true
		}
		if len(c.FollowUps) != FollowUps || len(c.Points) == 0 || c.Why == "" || !slices.Contains(Audiences, c.Audience) || c.Arithmetic == nil {
			t.Errorf("%s is not complete: %+v", c.ID, c)
		}
		if c.Likelihood <= 0 || c.Likelihood > 1 || c.Likelihood > last {
			t.Errorf("%s: likelihood %g after %g", c.ID, c.Likelihood, last)
		}
		last = c.Likelihood
		if c.Kind == Gap || c.Kind == ShortStay || c.Kind == Role || c.Kind == Asked {
			continue // of dates, and of everybody
		}
		for _, q := range quoted.FindAllStringSubmatch(c.Question, -1) {
			if !strings.Contains(plain, q[1]) && !strings.Contains(posting, q[1]) {
				t.Errorf("“%s” quotes %q, and the text says %q", c.Question, q[1], plain)
			}
		}
		for _, n := range digits.FindAllString(c.Question, -1) {
			n = strings.TrimRight(n, ".,")
			if !strings.Contains(plain, n) && !strings.Contains(posting, n) {
				t.Errorf("“%s” names %s, and the text says %q", c.Question, n, plain)
			}
		}
		said := map[*terms.Term]bool{}
		for _, f := range append(terms.Default().Find(plain), append(terms.Default().FindInList(plain), terms.Default().Find(posting)...)...) {
			said[f.Term] = true
		}
		for _, f := range terms.Default().Find(c.Question) {
			if f.Term.Category.Technology() && !said[f.Term] && !strings.Contains(plain+posting, f.Surface) {
				t.Errorf("“%s” names %s, and the text says %q", c.Question, f.Surface, plain)
			}
		}
		for _, f := range c.Arithmetic {
			if f.Value != f.Value || f.Text == "" {
				t.Errorf("%s: %+v", c.ID, f)
			}
		}
	}
	numbers := map[string]bool{}
	for _, c := range r.Ledger {
		if c.Quote == "" || !strings.Contains(d.TextAt(c.Address), c.Quote) {
			t.Errorf("ledger: %q does not stand at %s", c.Quote, c.Address)
		}
		if numbers[c.ID] {
			t.Errorf("ledger: %s is there twice", c.ID)
		}
		numbers[c.ID] = true
	}
	for _, c := range r.Contradictions {
		if len(c.Addresses) == 0 || c.Text == "" {
			t.Errorf("%+v", c)
		}
	}
}

func TestSamples(t *testing.T) {
	deriver := New()
	for _, p := range role.All() {
		d := p.Sample()
		r := deriver.Derive(Input{Document: d, Today: today, Pack: p})
		check(t, d, r, "")
		if len(r.Contradictions) > 0 {
			t.Errorf("%s: %v", p.ID, r.Contradictions)
		}
		kinds := map[Kind]int{}
		for _, c := range r.Cards {
			kinds[c.Kind]++
		}
		if kinds[Defend] < 8 || kinds[TradeOff] < 6 || kinds[Star] < 4 || kinds[Role] < 6 {
			t.Errorf("%s: %v", p.ID, kinds)
		}
	}
}

// genDocument draws a resume of any quality.
func genDocument(t *rapid.T) resume.Document {
	begins := []string{"Cut", "Led", "Built", "Trained", "Grew", "**Reduced**", "Responsible for", "Cared for", "Taught", "Cooked", ""}
	objects := []string{"the payments service", "a 12 TB PostgreSQL database", "14 nurses", "p95 latency", "food cost", "5 classes of 28 students", "the month-end close", "various things", "patient falls",
		"[how many?] servers", "our login flow (2019)", "a $2.4M budget across 12 stores", "漢字 text"}
	ends := []string{"", " from 900 ms to 120 ms", " by 55%", ", saving $30k/year", " from 12 to 4 a quarter", " using Kafka and Redis", " with triage and SBAR", " at 99.9% availability", " from $2M to $1M (10%)",
		" in Go", ", [see](https://example.org)", " for 80 customers a day", " with zero downtime", ", from 34% to 28%", " by calling home"}
	bullet := rapid.Custom(func(t *rapid.T) string {
		return strings.TrimSpace(rapid.SampledFrom(begins).Draw(t, "begin") + " " + rapid.SampledFrom(objects).Draw(t, "object") + rapid.SampledFrom(ends).Draw(t, "end") + rapid.SampledFrom(ends).Draw(t, "more"))
	})
	dates := []string{"2019", "2020-02", "2021-09", "2023-05", "2024-01", "2024-11", "2025-06", "", "someday"}
	item := rapid.Custom(func(t *rapid.T) resume.Value {
		v := resume.Struct()
		for _, m := range []struct {
			name string
			from []string
		}{{"name", []string{"Halvorsen", "Nimbus", ""}}, {"position", []string{"Nurse", "Engineer", "Cook", "Intern", ""}}, {"startDate", dates}, {"endDate", dates}} {
			if s := rapid.SampledFrom(m.from).Draw(t, m.name); s != "" {
				v = v.With(m.name, resume.Text(s))
			}
		}
		if rapid.IntRange(0, 9).Draw(t, "hidden") == 0 {
			v = v.With("hidden", resume.Flag(true))
		}
		return v.With("highlights", resume.Texts(rapid.SliceOfN(bullet, 0, 6).Draw(t, "bullets")...))
	})
	work := rapid.SliceOfN(item, 0, 4).Draw(t, "work")
	skills := rapid.SliceOfN(rapid.SampledFrom([]string{"Go", "Kafka", "triage", "Excel", "teamwork", "Kubernetes", "phonics", "NEC", "welding"}), 0, 6).Draw(t, "skills")
	return resume.NewDocument(resume.Struct(
		resume.Member{Name: "basics", Value: resume.Struct(resume.Member{Name: "name", Value: resume.Text("Ines Okafor")},
			resume.Member{Name: "summary", Value: resume.Text(rapid.SampledFrom([]string{"", seedSummary, "Nurse with 9 years on a 30-bed unit. Cared for 6 patients a shift."}).Draw(t, "summary"))})},
		resume.Member{Name: "work", Value: resume.List(work...)},
		resume.Member{Name: "skills", Value: resume.List(resume.Struct(resume.Member{Name: "name", Value: resume.Text("Skills")}, resume.Member{Name: "keywords", Value: resume.Texts(skills...)}))}))
}

var somePosting = func() posting.Posting {
	p := posting.Posting{Title: "Site Reliability Engineer", Company: "Nimbus", Language: "en"}
	add := func(list *[]posting.Requirement, sentence string, any ...string) {
		*list = append(*list, posting.Requirement{Any: any, Text: sentence, Sentence: sentence, Count: 1, ID: strings.ToLower(strings.Join(any, "-"))})
		p.Source += sentence + "\n"
	}
	add(&p.Required, "Experience with Kubernetes", "Kubernetes")
	add(&p.Required, "Experience with Kafka or RabbitMQ", "Kafka", "RabbitMQ")
	add(&p.Required, "Terraform", "Terraform")
	add(&p.Unlabeled, "PostgreSQL", "PostgreSQL")
	add(&p.Preferred, "Rust is a plus", "Rust")
	add(&p.Preferred, "triage of incidents", "triage")
	return p
}()

func TestAnyResume(t *testing.T) {
	deriver := New()
	rapid.Check(t, func(t *rapid.T) {
		d := genDocument(t)
		in := Input{Document: d, Today: today}
		said := ""
		if rapid.Bool().Draw(t, "posting") {
			in.Posting, said = &somePosting, somePosting.Source
		}
		r := deriver.Derive(in)
		check(t, d, r, said)
		if fresh := Derive(in); fmt.Sprint(fresh) != fmt.Sprint(r) {
			t.Fatalf("a deriver that knows texts makes other cards:\n%v\n%v", r, fresh)
		}
	})
}

func TestGaps(t *testing.T) {
	item := func(name, start, end string) resume.Value {
		v := resume.Struct(resume.Member{Name: "name", Value: resume.Text(name)}, resume.Member{Name: "position", Value: resume.Text("Nurse")}, resume.Member{Name: "startDate", Value: resume.Text(start)})
		if end != "" {
			v = v.With("endDate", resume.Text(end))
		}
		return v
	}
	ask := func(items ...resume.Value) (all []string) {
		r := Derive(Input{Document: resume.NewDocument(resume.Struct(resume.Member{Name: "work", Value: resume.List(items...)})), Today: today})
		for _, c := range r.Cards {
			if c.Kind == Gap || c.Kind == ShortStay {
				all = append(all, string(c.Kind)+" "+string(c.Address)+" "+c.Quote)
			}
		}
		slices.Sort(all)
		return all
	}
	for _, row := range []struct {
		name  string
		items []resume.Value
		want  string
	}{
		{"a gap", []resume.Value{item("B", "2024-06", ""), item("A", "2019-01", "2023-05")}, "gap /work/0/startDate 2024-06"},
		{"none", []resume.Value{item("B", "2023-08", ""), item("A", "2019-01", "2023-05")}, ""},
		{"years alone", []resume.Value{item("B", "2024", ""), item("A", "2019", "2022")}, ""},
		{"a short stay", []resume.Value{item("C", "2024-09", ""), item("B", "2024-01", "2024-08"), item("A", "2019-01", "2023-12")}, "short-stay /work/1/endDate 2024-08"},
		{"two positions at one employer", []resume.Value{item("C", "2024-09", ""), item("B", "2024-01", "2024-08"), item("B", "2019-01", "2023-12")}, ""},
		{"an unread date", []resume.Value{item("B", "2024-06", ""), item("A", "someday", "2023-05")}, ""},
		{"a side job", []resume.Value{item("B", "2024-06", ""), item("Side", "2022-01", "2024-05"), item("A", "2019-01", "2023-05")}, ""},
	} {
		if got := strings.Join(ask(row.items...), "; "); got != row.want {
			t.Errorf("%s: %s, want %s", row.name, got, row.want)
		}
	}
}

func TestDecimal(t *testing.T) {
	for text, want := range map[string]float64{"12": 12, "1,2": 1.2, "1.200": 1200, "1.234.567,8": 1234567.8, "0,07": 0.07} {
		if got := decimal(text); got != want {
			t.Errorf("%s: %g", text, got)
		}
	}
}

// A few lines whose short words are no sure sign are in English.
func TestFewLinesAreEnglish(t *testing.T) {
	for _, lines := range [][]string{{"Built an API serving 120k req/s", "Led 4 engineers"}, {"Cut pick errors from 3% to 1%"}, {"Led 12 volunteers", "Raised $180k from 90 donors"}} {
		if r := Derive(Input{Document: withBullets("Manager", lines...), Today: today}); r.Note != "" {
			t.Errorf("%q: %s", lines, r.Note)
		}
	}
}

// Resumes in other languages are quoted, and it is said that the cards are in English. Arithmetic is
// done where it is known how the language writes numbers; else a comma may be a point, and nothing is
// calculated from it.
func TestForeign(t *testing.T) {
	d := withBullets("Krankenpfleger", "Betreute 12 Patienten auf einer Station mit 30 Betten und leitete ein Team von 6 Pflegekräften.", "Senkte die Fehlerquote von 1,2 % auf 0,7 % und die Kosten um 15 % mit PostgreSQL und Kafka.")
	r := Derive(Input{Document: d, Today: today})
	check(t, d, r, "")
	for i := range 2 {
		at := resume.Address("/work/0/highlights").Item(i)
		if !slices.ContainsFunc(r.Cards, func(c Card) bool { return c.Address == at && c.Kind == Defend }) || !slices.ContainsFunc(r.Cards, func(c Card) bool { return c.Address == at && c.Kind == TradeOff }) {
			t.Errorf("nothing is asked about %s", d.TextAt(at))
		}
	}
	if !slices.ContainsFunc(r.Ledger, func(c Claim) bool { return c.Quote == "12 Patienten" && c.Value == 12 && c.Unit == "patients" }) {
		t.Errorf("ledger: %+v", r.Ledger)
	}
	if r.Note == "" || len(r.Cards) == 0 {
		t.Errorf("%d cards, “%s”", len(r.Cards), r.Note)
	}
	if !slices.ContainsFunc(r.Cards, func(c Card) bool {
		return c.Kind == Defend && slices.ContainsFunc(c.Arithmetic, func(f Figure) bool { return f.Text == "1.2 % to 0.7 % is 41.7% less, relative to where it began" })
	}) {
		t.Error("no arithmetic of German numbers")
	}
	dutch := withBullets("Verpleegkundige", "Verlaagde het foutpercentage van 1,2 % naar 0,7 % en de kosten met 15 % met PostgreSQL en Kafka voor alle afdelingen van het ziekenhuis.")
	for _, c := range Derive(Input{Document: dutch, Today: today}).Cards {
		for _, f := range c.Arithmetic {
			if strings.Contains(f.Text, ",") {
				t.Errorf("Dutch: %s", f.Text)
			}
		}
	}
	if r := Derive(Input{Document: withBullets("Nurse", seed...), Today: today}); r.Note != "" {
		t.Errorf("English: %s", r.Note)
	}
}

func TestPostingCards(t *testing.T) {
	d := withBullets("Backend Engineer", seed...)
	d = must(d.Set("/skills", resume.List(resume.Struct(resume.Member{Name: "name", Value: resume.Text("Skills")}, resume.Member{Name: "keywords", Value: resume.Texts("Terraform")}))))
	in := Input{Document: d, Today: today, Posting: &somePosting}
	r := Derive(in)
	check(t, d, r, somePosting.Source)
	byTerm := map[string]Card{}
	for _, c := range r.Cards {
		if c.Kind == Required {
			byTerm[c.Term] = c
		}
	}
	if c, ok := byTerm["Kubernetes"]; !ok || !strings.Contains(c.Why, "shows nothing") || c.Address != "/work/0/position" {
		t.Errorf("absent: %+v", c)
	}
	if c, ok := byTerm["Kafka"]; !ok || !c.Address.Within("/work/0/highlights") {
		t.Errorf("proved: %+v", c)
	}
	if c, ok := byTerm["Terraform"]; !ok || !strings.Contains(c.Question, "Terraform") || c.Address != "/skills/0/keywords/0" {
		t.Errorf("listed: %+v", c)
	}
	// What the user put on the list is likelier.
	rust := byTerm["Rust"]
	in.Prep.Questions = []prep.Question{{Requirement: rust.Requirement}}
	for _, c := range Derive(in).Cards {
		if c.ID == rust.ID && c.Likelihood <= rust.Likelihood {
			t.Errorf("Rust: %g, before %g", c.Likelihood, rust.Likelihood)
		}
	}
	// And what was asked in real interviews raises its kind.
	in.Prep.Debriefs = []prep.Debrief{{ID: "a", Asked: []prep.Asked{{Text: "Why?", Kind: string(TradeOff)}}}}
	before := map[string]float64{}
	for _, c := range r.Cards {
		before[c.ID] = c.Likelihood
	}
	for _, c := range Derive(in).Cards {
		if c.Kind == TradeOff && c.Likelihood <= before[c.ID] {
			t.Errorf("%s: %g, before %g", c.Question, c.Likelihood, before[c.ID])
		}
	}
}

func TestContradictionsAreNamed(t *testing.T) {
	d := must(withBullets("Engineer", seed...).SetText(resume.Summary, "Built services handling 60k requests/second in Go."))
	d = must(d.SetText("/work/0/highlights/3", "Reduced database CPU 55%, from 80% to 60%, with PgBouncer."))
	r := Derive(Input{Document: d, Today: today, Letters: []Letter{{"/meta/resumax/letters/0/paragraphs/0", "At Halvorsen I cut p95 query latency of the sharded PostgreSQL database to 300ms."}}})
	var got []string
	for _, c := range r.Contradictions {
		got = append(got, fmt.Sprint(c.Addresses))
	}
	slices.Sort(got)
	want := []string{"[/basics/summary /work/0/highlights/0]", "[/meta/resumax/letters/0/paragraphs/0 /work/0/highlights/1]", "[/work/0/highlights/3]"}
	if !slices.Equal(got, want) {
		t.Errorf("%q: %v", got, r.Contradictions)
	}
}

// twoPages is a resume of two pages, of several trades.
func twoPages(t testing.TB) resume.Document {
	_, of, _ := bullets(t)
	var work []resume.Value
	for i, trade := range []string{"engineering", "management", "support", "research"} {
		v := resume.Struct(resume.Member{Name: "name", Value: resume.Text("Employer " + trade)}, resume.Member{Name: "position", Value: resume.Text("Engineer")},
			resume.Member{Name: "startDate", Value: resume.Text(fmt.Sprintf("%d-01", 2022-3*i))})
		if i > 0 {
			v = v.With("endDate", resume.Text(fmt.Sprintf("%d-12", 2024-3*i)))
		}
		work = append(work, v.With("highlights", resume.Texts(of[trade]...)))
	}
	d := resume.NewDocument(resume.Struct(resume.Member{Name: "basics", Value: resume.Struct(resume.Member{Name: "name", Value: resume.Text("Ines Okafor")}, resume.Member{Name: "summary", Value: resume.Text(seedSummary)})},
		resume.Member{Name: "work", Value: resume.List(work...)}))
	return must(d.Set("/skills", resume.List(resume.Struct(resume.Member{Name: "name", Value: resume.Text("Skills")}, resume.Member{Name: "keywords", Value: resume.Texts("Go", "Java", "Kafka", "Terraform", "Ruby", "Excel", "Figma")}))))
}

// After a keystroke only the text that changed is read again, and only its cards are written.
func TestKeystroke(t *testing.T) {
	d := twoPages(t)
	deriver := New()
	deriver.Derive(Input{Document: d, Today: today})
	if deriver.Read < 25 || deriver.Drafted < 60 {
		t.Errorf("at first %d texts, %d cards", deriver.Read, deriver.Drafted)
	}
	deriver.Read, deriver.Drafted = 0, 0
	at := resume.Address("/work/0/highlights/1")
	d = must(d.SetText(at, d.TextAt(at)+" Again"))
	r := deriver.Derive(Input{Document: d, Today: today})
	own := 0
	for _, c := range r.Cards {
		if c.Address == at {
			own++
		}
	}
	if deriver.Read != 1 || deriver.Drafted > own+1 {
		t.Errorf("a keystroke reads %d texts and writes %d cards, of %d of the line", deriver.Read, deriver.Drafted, own)
	}
	if fresh := Derive(Input{Document: d, Today: today}); fmt.Sprint(fresh) != fmt.Sprint(r) {
		t.Error("it makes other cards than a new deriver")
	}
}

// Work is in proportion to the resume.
func TestWorkIsLinear(t *testing.T) {
	_, of, _ := bullets(t)
	long := func(n int) resume.Document {
		var all []string
		for i := range n {
			all = append(all, fmt.Sprintf("%s Case %d", of["engineering"][i%len(of["engineering"])], i))
		}
		return withBullets("Engineer", all...)
	}
	allocs := func(n int) float64 {
		d := long(n)
		return testing.AllocsPerRun(1, func() { Derive(Input{Document: d, Today: today}) })
	}
	if few, many := allocs(100), allocs(400); many > 5.5*few {
		t.Errorf("100 bullets take %v allocations, 400 take %v", few, many)
	}
}

func BenchmarkTwoPages(b *testing.B) {
	d := twoPages(b)
	Derive(Input{Document: d, Today: today})
	for b.Loop() {
		Derive(Input{Document: d, Today: today})
	}
}

func BenchmarkKeystroke(b *testing.B) {
	d := twoPages(b)
	deriver := New()
	deriver.Derive(Input{Document: d, Today: today})
	at := resume.Address("/work/0/highlights/1")
	text := d.TextAt(at)
	i := 0
	for b.Loop() {
		i++
		deriver.Derive(Input{Document: must(d.SetText(at, fmt.Sprint(text, " ", i))), Today: today})
	}
}

// keeper is a project with something kept for some of its cards.
type keeper struct {
	t    *rapid.T
	d    resume.Document
	kept map[string]kept // by the card's ID
}

type kept struct {
	of   resume.ID
	note string
	key  string
}

func (k *keeper) report() Report {
	return Derive(Input{Document: k.d, Today: today, Prep: prep.Of(k.d)})
}

// keep notes something on a card.
func (k *keeper) keep() {
	r := k.report()
	if len(r.Cards) == 0 {
		return
	}
	c := r.Cards[rapid.IntRange(0, len(r.Cards)-1).Draw(k.t, "card")]
	d, of, id, err := c.Identify(k.d, nil)
	if err != nil {
		k.t.Fatalf("%s at %s: %v", c.ID, c.Address, err)
	}
	note := fmt.Sprint("note ", len(k.kept))
	d, err = prep.Put(d, prep.Card{ID: id, Of: of, Question: c.Question, Notes: note})
	if err != nil {
		k.t.Fatal(err)
	}
	k.d = d
	k.kept[id] = kept{of, note, c.key}
}

// check finds each note at the card of its line.
func (k *keeper) check(what string) {
	p := prep.Of(k.d)
	cards := map[string]Card{}
	for _, c := range k.report().Cards {
		cards[c.ID] = c
	}
	for id, note := range k.kept {
		have, ok := p.Card(id)
		if !ok || have.Notes != note.note {
			k.t.Fatalf("after %s: %s has %q, want %q", what, id, have.Notes, note.note)
		}
		if note.of == "" {
			continue
		}
		at, there := k.d.Locate(note.of)
		c, asked := cards[id]
		switch {
		case !there && asked:
			k.t.Fatalf("after %s: %s is asked at %s, and its line is gone", what, id, c.Address)
		case there && asked && !c.Address.Within(at):
			k.t.Fatalf("after %s: %s is asked at %s, and its line is at %s", what, id, c.Address, at)
		case there && !asked && strings.HasPrefix(what, "harmless"):
			k.t.Fatalf("after %s: %s (%s) is asked no more; its line is at %s: %q", what, id, note.key, at, k.d.TextAt(at))
		}
	}
}

// Notes stay with their cards, whatever is edited: lines are moved, reworded, inserted, deleted,
// undone, and the file is saved and opened again.
func TestNotesStay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := &keeper{t: t, d: twoPagesOnce(), kept: map[string]kept{}}
		var before []resume.Document
		var keptBefore []map[string]kept
		for range rapid.IntRange(1, 6).Draw(t, "steps") {
			k.keep()
			k.check("harmless note")
			item := rapid.IntRange(0, 1).Draw(t, "item")
			list := resume.Address("/work").Item(item).Child("highlights")
			n := k.d.ListLen(list)
			i := rapid.IntRange(0, n-1).Draw(t, "line")
			before, keptBefore = append(before, k.d), append(keptBefore, copied(k.kept))
			what, err := "", error(nil)
			switch rapid.IntRange(0, 6).Draw(t, "edit") {
			case 0:
				what = "harmless move"
				k.d, err = k.d.Move(list, i, rapid.IntRange(0, n-1).Draw(t, "to"))
			case 1:
				what = "harmless move of a position"
				k.d, err = k.d.Move("/work", 0, 1)
			case 2:
				what = "harmless insertion"
				k.d, err = k.d.Insert(list.Item(i), resume.Text("Welcomed visitors and showed them around"))
			case 3:
				what = "harmless rewording"
				k.d, err = k.d.SetText(list.Item(i), k.d.TextAt(list.Item(i))+" Praised by all")
			case 4:
				what = "deletion"
				if n > 1 {
					k.d, err = k.d.Remove(list.Item(i))
				}
			case 5:
				what = "harmless undo"
				last := len(before) - 1
				k.d, k.kept = before[last], copied(keptBefore[last])
			case 6:
				what = "harmless saving"
				k.d, _, err = codec.Parse(codec.Encode(k.d), "resume.json")
			}
			if err != nil {
				t.Fatal(err)
			}
			k.check(what)
		}
	})
}

func copied(m map[string]kept) map[string]kept {
	c := map[string]kept{}
	for k, v := range m {
		c[k] = v
	}
	return c
}

var twoPagesDocument resume.Document

func twoPagesOnce() resume.Document {
	if twoPagesDocument.Root().Len() == 0 {
		twoPagesDocument = withBullets("Backend Engineer", seed...)
		twoPagesDocument = must(twoPagesDocument.Insert("/work/1", resume.Struct(resume.Member{Name: "name", Value: resume.Text("Nimbus")}, resume.Member{Name: "position", Value: resume.Text("Cook")},
			resume.Member{Name: "startDate", Value: resume.Text("2017-01")}, resume.Member{Name: "endDate", Value: resume.Text("2020-02")},
			resume.Member{Name: "highlights", Value: resume.Texts("Plated 220 covers a night in a 60-seat dining room.", "Lowered food cost from 34% to 28% of sales with recipe cards and weekly counts.", "Kept the pass clean by wiping it down", "Trained 9 cooks across 3 stations in allergen handling.")})))
	}
	return twoPagesDocument
}

// What is kept for a line is there in every variant, also where the variant words it otherwise.
func TestNotesInVariants(t *testing.T) {
	d := twoPagesOnce()
	d, id, err := variant.New(d, "For Nimbus")
	if err != nil {
		t.Fatal(err)
	}
	d = must(variant.Edit(d, id, func(d resume.Document) (resume.Document, error) {
		d, err := d.SetText("/work/0/highlights/1", "Sharded a 12TB PostgreSQL database with Citus, so that p95 query latency fell from 900ms to 120ms.")
		if err != nil {
			return d, err
		}
		d, err = d.Insert("/work/0/highlights/0", resume.Text("Answered 40 tickets a day with Zendesk."))
		if err != nil {
			return d, err
		}
		return d.Move("/work/0/highlights", 3, 1)
	}))
	for range 3 {
		v := must(variant.Open(d, id))
		r := Derive(Input{Document: v.Document, Today: today, Prep: prep.Of(d)})
		check(t, v.Document, r, "")
		done := map[resume.Address]bool{}
		for _, c := range r.Cards {
			if c.Kind != Defend || done[c.Address] {
				continue
			}
			done[c.Address] = true
			next, of, card, err := c.Identify(d, &v)
			if err != nil {
				t.Fatalf("%s: %v", c.Address, err)
			}
			d = must(prep.Put(next, prep.Card{ID: card, Of: of, Notes: c.Quote}))
			after := must(variant.Open(d, id))
			found := false
			for _, again := range Derive(Input{Document: after.Document, Today: today, Prep: prep.Of(d)}).Cards {
				if again.ID == card {
					found = true
					if again.Address != c.Address || again.Quote != c.Quote {
						t.Errorf("%s: now at %s", c.Address, again.Address)
					}
				}
			}
			if !found {
				t.Errorf("%s at %s is gone", card, c.Address)
			}
			v = after
		}
	}
	// The base has the same cards, but for what only the variant says.
	p := prep.Of(d)
	found := 0
	for _, c := range Derive(Input{Document: d, Today: today, Prep: p}).Cards {
		if _, ok := p.Card(c.ID); ok {
			found++
		}
	}
	if found < 8 {
		t.Errorf("%d of %d cards with notes are in the base", found, len(p.Cards))
	}
}

func TestLedger(t *testing.T) {
	d := withBullets("Backend Engineer", seed...)
	find := func(quote string) Claim {
		for _, c := range Derive(Input{Document: d, Today: today, Prep: prep.Of(d)}).Ledger {
			if c.Quote == quote {
				return c
			}
		}
		t.Fatalf("%s is not in the ledger", quote)
		return Claim{}
	}
	c := find("80k req/s")
	if c.Value != 80000 || c.Unit != "req/s" || c.Defended || c.Kind != "throughput" {
		t.Errorf("%+v", c)
	}
	if c := find("900ms"); c.Value != 900 || c.Unit != "ms" {
		t.Errorf("%+v", c)
	}
	if c := find("$30k/year"); c.Value != 30000 || c.Unit != "$/year" {
		t.Errorf("%+v", c)
	}
	d, of, id, err := c.Identify(d, nil)
	if err != nil {
		t.Fatal(err)
	}
	d = must(prep.PutClaim(d, prep.Claim{ID: id, Of: of, Hash: c.Hash, Quote: c.Quote, Baseline: "12k req/s before", Source: "load balancer", Share: "design and code"}))
	if c := find("80k req/s"); !c.Defended || c.Stale {
		t.Errorf("defended: %+v", c)
	}
	// Another number makes the defense stale.
	d = must(d.SetText(c.Address, strings.Replace(d.TextAt(c.Address), "80k", "90k", 1)))
	if c := find("90k req/s"); c.Defended || !c.Stale || c.ID != id {
		t.Errorf("changed: %+v", c)
	}
	d = must(d.SetText(c.Address, strings.Replace(d.TextAt(c.Address), "90k", "80k", 1)))

	// What cannot be defended blocks each version that has it, and no other.
	if got := Blocked(d, prep.Of(d)); len(got) > 0 {
		t.Errorf("blocked: %v", got)
	}
	kept, _ := prepOf(d).Claim(id)
	kept.CannotDefend = true
	d = must(prep.PutClaim(d, kept))
	if got := Blocked(d, prep.Of(d)); len(got) != 1 || got[0].Address != c.Address || got[0].Quote != "80k req/s" {
		t.Errorf("blocked: %v", got)
	}
	// Nothing suggests it: no story, no guard lets it through, and a letter that says it is blocked too.
	if guard := GuardOf(prep.Of(d)); !guard.Holds("Serves 80k req/s in Go") || guard.Holds("Serves 90k req/s in Go") || guard.Holds("") {
		t.Error("the guard")
	}
	if !slices.ContainsFunc(Derive(Input{Document: d, Today: today}).Cards, func(o Card) bool { return o.Kind == Star && o.Address == c.Address }) {
		t.Error("no story to begin with")
	}
	if slices.ContainsFunc(Derive(Input{Document: d, Today: today, Prep: prep.Of(d)}).Cards, func(o Card) bool { return o.Kind == Star && o.Address == c.Address }) {
		t.Error("a story is made of what cannot be defended")
	}
	for text, want := range map[string]int{"My payments service answers 80k requests/second.": 1, "It answers 70k requests/second.": 0} {
		if got := BlockedIn(d, prep.Of(d), []Letter{{"/meta/resumax/letters/0/paragraphs/0", text}}); len(got) != want {
			t.Errorf("%s: %v", text, got)
		}
	}
	without := must(d.Remove(c.Address))
	if got := BlockedIn(without, prep.Of(d), []Letter{{"/meta/resumax/letters/0/paragraphs/0", "It answers 80k req/s."}}); len(got) != 1 || got[0].Quote != "80k req/s" {
		t.Errorf("a letter that outlives its line: %v", got)
	}
	if got := Blocked(without, prep.Of(d)); len(got) > 0 {
		t.Errorf("blocked without it: %v", got)
	}
	// Nothing of it leaves with an export.
	if _, ok := d.Exported().Get(prep.Address); ok {
		t.Error("an export has the preparation")
	}
}

func prepOf(d resume.Document) *prep.Prep { p := prep.Of(d); return &p }

func TestReadinessAndCoverage(t *testing.T) {
	d := withBullets("Backend Engineer", seed...)
	r := Derive(Input{Document: d, Today: today})
	if r.Readiness != 0 {
		t.Errorf("at first %g", r.Readiness)
	}
	var p prep.Prep
	last := 0.0
	for i, c := range r.Cards {
		kept, err := prep.Card{ID: c.ID}.Practice(today, resume.Date{}, prep.Good, 5, nil)
		if err != nil {
			t.Fatal(err)
		}
		p.Cards = append(p.Cards, kept)
		now := Readiness(r.Cards, p, today)
		if now < last || c.Likelihood >= 0.5 && now <= last {
			t.Fatalf("card %d: %g after %g", i, now, last)
		}
		last = now
	}
	if last != 1 {
		t.Errorf("all practiced: %g", last)
	}
	if late := Readiness(r.Cards, p, resume.Date{Year: 2027, Month: 3, Day: 31}); late >= last {
		t.Errorf("a year later %g", late)
	}
	covered := map[resume.Address]Covered{}
	for _, c := range r.Coverage(p) {
		covered[c.Address] = c
	}
	if c := covered["/work/0/highlights/0"]; c.Numbers != 2 || c.Cards < 4 || c.Practiced != c.Cards {
		t.Errorf("%+v", c)
	}
}

// What was asked in a real interview is a card, at the line it was about.
func TestAskedBecomesACard(t *testing.T) {
	d, of, err := withBullets("Backend Engineer", seed...).Identify("/work/0/highlights/1")
	if err != nil {
		t.Fatal(err)
	}
	in := Input{Document: d, Today: today, Prep: prep.Prep{Debriefs: []prep.Debrief{{ID: "d", Asked: []prep.Asked{{Text: "Did you try native partitioning first?", Of: of}, {Text: "Why us?"}}}}}}
	r := Derive(in)
	check(t, d, r, "")
	got := map[string]resume.Address{}
	for _, c := range r.Cards {
		if c.Kind == Asked {
			got[c.Question] = c.Address
		}
	}
	if got["Did you try native partitioning first?"] != "/work/0/highlights/1" || got["Why us?"] != "/work/0/position" {
		t.Errorf("%v", got)
	}
}

func TestStale(t *testing.T) {
	d := withBullets("Backend Engineer", seed...)
	find := func() (Card, Report) {
		r := Derive(Input{Document: d, Today: today, Prep: prep.Of(d)})
		i := slices.IndexFunc(r.Cards, func(c Card) bool {
			return c.Kind == Defend && strings.Contains(c.Quote, "gRPC") && c.Number == "throughput"
		})
		return r.Cards[i], r
	}
	c, _ := find()
	d, of, id, err := c.Identify(d, nil)
	if err != nil {
		t.Fatal(err)
	}
	kept := must(prep.Card{ID: id, Of: of, Hash: c.Hash}.Practice(today, resume.Date{}, prep.Good, 5, nil))
	d = must(prep.Put(d, kept))
	c, before := find()
	if c.ID != id || c.Stale(prep.Of(d)) {
		t.Errorf("%s, stale %v", c.ID, c.Stale(prep.Of(d)))
	}
	d = must(d.SetText(c.Address, strings.Replace(d.TextAt(c.Address), "80k", "90k", 1)))
	c, after := find()
	if c.ID != id || !c.Stale(prep.Of(d)) || after.Readiness >= before.Readiness {
		t.Errorf("%s, stale %v, readiness %g after %g", c.ID, c.Stale(prep.Of(d)), after.Readiness, before.Readiness)
	}
}

func TestPrefill(t *testing.T) {
	for _, row := range [][3]string{
		{seed[0], "Designed and built a gRPC payments service in Go, with idempotency keys eliminating duplicate-charge incidents.", "Handling 80k req/s at 99.99% availability."},
		{seed[1], "Sharded a 12TB PostgreSQL database by tenant using Citus.", "Cutting p95 query latency from 900ms to 120ms and unblocking 4x user growth."},
		{seed[6], "By adding circuit breakers (resilience4j) and retry-with-backoff across 14 downstream calls.", "Reduced API error rate from 1.2% to 0.07%."},
		{"Cut patient falls from 12 to 4 a quarter with hourly rounding and bed alarms.", "With hourly rounding and bed alarms.", "Cut patient falls from 12 to 4 a quarter."},
		{"Recovered $412k of duplicate payments by matching 96,000 invoices in Power Query.", "By matching 96,000 invoices in Power Query.", "Recovered $412k of duplicate payments."},
		{"Scored 98/100 on the county health inspection.", "", "Scored 98/100 on the county health inspection."},
		{"Designed a payments service that answers 80k req/s; idempotency keys brought duplicates to zero.", "Designed a payments service that answers 80k req/s.", "Idempotency keys brought duplicates to zero."},
		{"Cut absences from 40 to 12 a month.", "", "Cut absences from 40 to 12 a month."},
		{"Taught 5 classes of 28 students in biology and chemistry.", "Taught 5 classes of 28 students in biology and chemistry.", ""},
		{"Cut the average wait from 40 minutes to 18, moving triage to the front door.", "Moving triage to the front door.", "Cut the average wait from 40 minutes to 18."},
		{"Trained cooks, waiters and hosts in allergens and grew covers by 12%.", "", "Trained cooks, waiters and hosts in allergens and grew covers by 12%."},
		{"Rebuilt the wine list and the menu, and raised the average check from $48 to $61.", "Rebuilt the wine list and the menu.", "Raised the average check from $48 to $61."},
		{"Wired 32 houses a year with a crew of 5 and passed every inspection.", "Wired 32 houses a year with a crew of 5 and passed every inspection.", ""},
	} {
		s := Card{Quote: row[0]}.Prefill()
		if s.Action != row[1] || s.Result != row[2] || s.Title == "" {
			t.Errorf("%s\n  %q\n  %q", row[0], s.Action, s.Result)
		}
		for _, f := range s.Check(row[0]) {
			if f.Part == "Result" && !strings.Contains(f.Text, "missing") {
				t.Errorf("%s: %v", row[0], f)
			}
		}
	}
}

// Action and result of a story are never the same words.
func TestPrefillSaysNothingTwice(t *testing.T) {
	_, of, _ := bullets(t)
	for _, lines := range of {
		for _, l := range lines {
			s := Card{Quote: l}.Prefill()
			if s.Action == "" && s.Result == "" || s.Action == s.Result || s.Action != "" && strings.Contains(s.Result, strings.TrimRight(s.Action, ".")) || s.Result != "" && strings.Contains(s.Action, strings.TrimRight(s.Result, ".")) {
				t.Errorf("%s: %q, %q", l, s.Action, s.Result)
			}
		}
	}
}

// A letter's number is the resume's: it is cited.
func TestLettersCite(t *testing.T) {
	r := Derive(Input{Document: withBullets("Backend Engineer", seed...), Today: today, Letters: []Letter{{"/meta/resumax/letters/0/paragraphs/0", "My payments service answers 80k requests/second."}}})
	for _, c := range r.Ledger {
		if c.Quote == "80k req/s" && !slices.Equal(c.Cites, []resume.Address{"/meta/resumax/letters/0/paragraphs/0"}) {
			t.Errorf("%v", c.Cites)
		}
	}
}

// The arithmetic of a card is that of its number alone.
func TestArithmeticIsOfTheNumber(t *testing.T) {
	r := Derive(Input{Document: withBullets("Engineer", seed[3]), Today: today})
	for _, c := range r.Cards {
		if c.Kind == Defend && strings.Contains(c.Question, "$30k") && (len(c.Arithmetic) != 1 || c.Arithmetic[0].Value != 2500) {
			t.Errorf("%+v", c.Arithmetic)
		}
	}
	if got := arithmetic.Read(seed[3]).Figures(); len(got) != 3 {
		t.Errorf("%v", got)
	}
}

func ExampleDerive() {
	d := withBullets("Registered Nurse", "Cut patient falls from 12 to 4 a quarter with hourly rounding.")
	for _, c := range Derive(Input{Document: d, Today: today}).Cards[:2] {
		fmt.Println(c.Kind, c.Question)
	}
	// Output:
	// defend-the-number “12 to 4 a quarter”: which kinds went away, and which are left?
	// star Tell me the story behind “Cut patient falls from 12 to 4 a quarter with hourly rounding”.
}
