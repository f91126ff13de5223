package arithmetic

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"resumax/language/metric"
)

var update = flag.Bool("update", false, "write the goldens anew")

// lines are the rows of a table, without comments, headings and what stands under them.
func lines(t testing.TB, name string) []string {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for l := range strings.Lines(string(data)) {
		if l = strings.TrimRight(l, "\n"); l != "" && !strings.HasPrefix(l, "#") && !strings.HasPrefix(l, " ") {
			all = append(all, l)
		}
	}
	return all
}

// What follows from bullets of many trades. Each figure in the golden was checked by hand.
func TestFiguresOfTrades(t *testing.T) {
	const least, leastTrades = 180, 20
	bullets, trades := golden(t, "testdata/bullets.txt", func(_, text string) []Figure { return Read(text).Figures() })
	if bullets < least || trades < leastTrades {
		t.Errorf("%d bullets of %d trades", bullets, trades)
	}
}

// The same of bullets in other languages.
func TestFiguresOfTongues(t *testing.T) {
	bullets, tongues := golden(t, "testdata/tongues.txt", func(tag, text string) []Figure {
		tr, ok := Translate(text, tag)
		if !ok {
			t.Fatalf("no %s", tag)
		}
		r := tr.Read(nil)
		for _, m := range r.Metrics {
			if from, to := tr.Span(m.Start, m.End); from < 0 || to > len(text) || from >= to || !strings.ContainsFunc(text[from:to], unicode.IsDigit) {
				t.Errorf("%s: %q is at %d to %d", text, m.Text, from, to)
			}
		}
		return r.Figures()
	})
	if bullets < 25 || tongues != len(Tongues) {
		t.Errorf("%d bullets in %d languages", bullets, tongues)
	}
}

// golden compares the figures of a file's lines with those that stand under them, and counts its
// lines and headings.
func golden(t *testing.T, file string, figures func(heading, text string) []Figure) (bullets, headings int) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	heading := ""
	for l := range strings.Lines(string(data)) {
		l = strings.TrimRight(l, "\n")
		if strings.HasPrefix(l, " ") {
			continue
		}
		if h, ok := strings.CutPrefix(l, "## "); ok {
			heading = h
			headings++
		}
		b.WriteString(l + "\n")
		if l == "" || strings.HasPrefix(l, "#") {
			continue
		}
		bullets++
		for _, f := range figures(heading, l) {
			fmt.Fprintf(&b, "    %.6g %s = %s\n", f.Value, f.Unit, f.Text)
		}
	}
	if *update {
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return bullets, headings
	}
	want, got := strings.Split(string(data), "\n"), strings.Split(b.String(), "\n")
	for i := range max(len(want), len(got)) {
		if i >= len(want) || i >= len(got) || want[i] != got[i] {
			t.Fatalf("%s:%d differs (-update writes it anew):\n%s", file, i+1, strings.Join(got[max(0, i-1):min(len(got), i+4)], "\n"))
		}
	}
	return bullets, headings
}

func TestContradictions(t *testing.T) {
	const least = 20
	rows := lines(t, "contradictions.txt")
	if len(rows) < least {
		t.Errorf("%d rows", len(rows))
	}
	for _, row := range rows {
		text, want, _ := strings.Cut(row, " => ")
		got := Read(text).Contradictions()
		if len(got) != 1 || got[0].Right != want {
			t.Errorf("%s: %+v, want %s", text, got, want)
			continue
		}
		if c := got[0]; c.Start < 0 || c.End > len(text) || c.Start >= c.End || c.Text == "" {
			t.Errorf("%s: %+v", text, c)
		}
	}
}

func TestConsistent(t *testing.T) {
	const least = 60
	rows := lines(t, "consistent.txt")
	if len(rows) < least {
		t.Errorf("%d rows", len(rows))
	}
	for _, text := range append(rows, lines(t, "bullets.txt")...) {
		if got := Read(text).Contradictions(); len(got) > 0 {
			t.Errorf("%s: %+v", text, got)
		}
	}
}

// A text's numbers replaced by such as contradict are found, in whatever words.
func TestChangedNumbersAreFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := rapid.IntRange(20, 900).Draw(t, "from")
		to := rapid.IntRange(1, from-1).Draw(t, "to")
		right := 100 * float64(from-to) / float64(from)
		said := rapid.IntRange(1, 99).Draw(t, "said")
		unit := rapid.SampledFrom([]string{"minutes", "days", "ms"}).Draw(t, "unit")
		what := rapid.SampledFrom([]string{"Cut waiting time", "Reduced close", "Lowered latency"}).Draw(t, "what")
		form := rapid.SampledFrom([]string{"%[1]s from %[2]d %[4]s to %[3]d, a %[5]d%% reduction", "%[1]s by %[5]d%%, from %[2]d to %[3]d %[4]s",
			"%[1]s from %[2]d %[4]s to %[3]d %[4]s (%[5]d%%)", "%[1]s %[5]d%% (from %[2]d to %[3]d %[4]s)"}).Draw(t, "form")
		text := fmt.Sprintf(form, what, from, to, unit, said)
		got := Read(text).Contradictions()
		off := right - float64(said)
		faster := 100*(float64(from)/float64(to)-1) - float64(said)
		switch {
		case abs(off) <= 0.5 && len(got) > 0:
			t.Fatalf("%s: %+v, and it is %.1f%%", text, got, right)
		case abs(off) > 3.5 && abs(faster) > 0.03*faster+6 && len(got) == 0:
			t.Fatalf("%s: nothing, and it is %.1f%%", text, right)
		}
	})
}

func abs(v float64) float64 { return max(v, -v) }

// Whatever a text says: spans are within it, values are finite, and nothing panics.
func TestAnyText(t *testing.T) {
	parts := []string{"from", "to", "by", "in", "a", "day", "$", "5", "1,200", "99.99%", "40%", "(", ")", ",", ".", "hours", "nurses", "of", "across", "12 stores", "3 TB", "€2M",
		"uptime", "error", "rate", "doubled", "cut", "Grew", "4x", "faster", "p95", "900ms", "each", "week", "7 of 9", "#3", "1:5", "Straße", "über", "0", "½", "-", "—", "–", "%"}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 0, 14).Draw(t, "words"), " ")
		r := Read(text)
		for _, f := range r.Figures() {
			if f.Start < 0 || f.End > len(text) || f.Start >= f.End || f.Value != f.Value || f.Text == "" || f.Value == 0 {
				t.Fatalf("%q: %+v", text, f)
			}
		}
		for _, c := range r.Contradictions() {
			if c.Start < 0 || c.End > len(text) || c.Start >= c.End {
				t.Fatalf("%q: %+v", text, c)
			}
		}
		Between([]Statement{{r.Claims(), "", text}, {r.Claims(), "a", text}, {Read(text + " 7 nurses").Claims(), "a", ""}})
	})
}

// Whatever a line in another language says: spans are within it, and nothing panics.
func TestAnyTongue(t *testing.T) {
	parts := []string{"von", "auf", "um", "de", "à", "au", "al", "en", "un", "12", "4,5", "1.200", "1 200", "40.000", "€", "k€", "Mio.", "millions", "d'euros", "%", "(", ")", ",", ".", "Tagen", "jours", "días",
		"Kunden", "pro Woche", "par mois", "al mes", "Senkte", "Réduit", "Aumenté", "neue", "Straße", "Über", "—", "l’heure", "jusqu’à", "5 %", "\u00a0", "10–12", "CHF"}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 0, 14).Draw(t, "words"), " ")
		tr, _ := Translate(text, rapid.SampledFrom(Tongues).Draw(t, "tongue"))
		r := tr.Read(nil)
		for _, f := range r.Figures() {
			if from, to := tr.Span(f.Start, f.End); from < 0 || to > len(text) || from >= to {
				t.Fatalf("%q: %+v at %d to %d", text, f, from, to)
			}
		}
		r.Contradictions()
	})
}

func TestTonguesAreRead(t *testing.T) {
	for tag, bad := range map[string]string{"de": "thousands = 3", "fr": "[wrong]\na = 1"} {
		if _, err := readTongue(tag, []byte(bad)); err == nil {
			t.Errorf("%q was read", bad)
		}
	}
	if _, ok := Translate("Abc", "xx"); ok {
		t.Error("xx is known")
	}
}

func TestDigits(t *testing.T) {
	for v, want := range map[float64]string{52.596: "52.6", 6.912e9: "6.91 billion", 43800: "43,800", 2497.5: "2,500", 0.07: "0.07", 1e6: "1 million", 999_999: "999,999",
		1428.57: "1,430", 86.6667: "86.7", 0.173: "0.173", 2.5e12: "2.5 trillion", 7.5: "7.5"} {
		if got := Digits(v); got != want {
			t.Errorf("%g: %s, want %s", v, got, want)
		}
	}
}

func statements(texts ...string) (all []Statement, plain []string) {
	for _, t := range texts {
		group, text, _ := strings.Cut(t, "|")
		all, plain = append(all, Statement{Read(text).Claims(), group, text}), append(plain, text)
	}
	return all, plain
}

func TestBetween(t *testing.T) {
	for _, row := range []struct {
		name, want string // the two numbers, "" for none
		texts      []string
	}{
		{"summary", "60k requests/second / 80k req/s", []string{"|Built services handling 60k requests/second in Go.", "a|Designed a gRPC payments service in Go handling 80k req/s at 99.99% availability", "a|Led a team of 4"}},
		{"summary agrees", "", []string{"|Built services handling 80k requests/second at 99.99% availability.", "a|Designed a payments service handling 80k req/s at 99.99% availability", "a|Tuned a billing service handling 12k req/s at 99.9% availability"}},
		{"database", "20TB / 12TB", []string{"|Led a sharding effort that scaled the primary database to 20TB.", "a|Sharded a 12TB PostgreSQL database by tenant using Citus"}},
		{"availability", "99.9% / 99.99%", []string{"|Runs a payments service at 99.9% availability.", "a|Designed a payments service handling 80k req/s at 99.99% availability"}},
		{"team", "12 nurses / 8 nurses", []string{"|Charge nurse supervising a team of 12 nurses.", "a|Supervised a team of 8 nurses on nights"}},
		{"up to", "", []string{"|Charge nurse supervising teams of up to 12 nurses.", "a|Supervised a team of 8 nurses on nights"}},
		{"rounded", "", []string{"|Recovered $400k of duplicate payments.", "a|Recovered $412k of duplicate payments by matching invoices"}},
		{"over", "", []string{"|Recovered over $400k of duplicate payments.", "a|Recovered $512k of duplicate payments by matching invoices"}},
		{"close", "5 days / 6", []string{"|Shortened the month-end close to 5 days.", "a|Shortened the month-end close from 11 days to 6 with a checklist"}},
		{"quota", "$900k / $412k", []string{"|Recovered $900k of duplicate payments.", "a|Recovered $412k of duplicate payments by matching invoices"}},
		{"two jobs", "", []string{"a|Supervised a team of 8 nurses on nights", "b|Supervised a team of 12 nurses on nights"}},
		{"one job", "3 days / 4 days", []string{"a|Cut invoice approval time from 9 days to 3 days", "a|Reduced invoice approval time to 4 days with reminders"}},
		{"sequel", "", []string{"a|Cut invoice approval time from 9 days to 6 days", "a|Reduced invoice approval time from 6 days to 4 days with reminders"}},
		{"other things of one job", "", []string{"a|Reduced report run time from 40 minutes to 5 minutes", "a|Reduced build time from 30 minutes to 4 minutes"}},
		{"other services", "", []string{"a|Designed a payments service handling 80k req/s", "a|Designed an identity service handling 5k req/s"}},
		{"pages", "", []string{"|Runs services with 40% lower cost.", "a|Cut paging noise 60%"}},
		{"letter", "90 days / 62", []string{"|At Halvorsen I brought the sales cycle down to 90 days.", "a|Shortened the sales cycle from 80 days to 62 with qualification"}},
		{"classes", "", []string{"|Teacher of 5 classes and 140 students.", "a|Taught 4 classes of 28 students in biology", "a|Taught 1 class of 20 students in chemistry"}},
		{"windows", "", []string{"|Handles 300 tickets a week.", "a|Resolved 65 tickets a day"}},
		{"charge nurse with", "", []string{"|Charge nurse with 8 years on telemetry, leading teams of up to 14.", "a|Led a team of 12 nurses on night shift", "a|Cut falls from 9 to 3 a year"}},
		{"sales manager who", "", []string{"|Sales manager who grew a region past $5M.", "a|Grew regional revenue from $3.8M to $5.4M in 2 years", "a|Led 9 representatives"}},
		{"teacher of 150", "", []string{"|Teacher of 150 students a year.", "a|Taught 5 classes of 30 students in algebra", "a|Tutored 12 students a week"}},
		{"accountant closing the", "", []string{"|Accountant closing the books of 4 entities in 5 days.", "a|Shortened the close of four entities from 9 days to 5", "a|Prepared 40 tax returns"}},
		{"sre running 200", "", []string{"|SRE running 200 services at 99.95%.", "a|Ran 200 services on Kubernetes at 99.95% availability", "a|Cut deploy time from 40 minutes to 6"}},
		{"chef with a", "", []string{"|Chef with a brigade of 12 and 250 covers a night.", "a|Ran a brigade of 12 cooks", "a|Plated 180 covers a night at lunch service in summer and 250 in winter"}},
		{"driver with 1", "", []string{"|Driver with 1 million safe miles.", "a|Drove 120,000 miles a year without an accident", "a|Trained 8 new drivers"}},
		{"i cut the", "", []string{"|I cut the average wait by more than half.", "a|Reduced the average wait from 40 minutes to 18", "a|Served 90 patients a day"}},
		{"at the depot", "", []string{"|At the depot I led 25 people and saved about $300k.", "a|Led 25 people across two shifts", "a|Saved $310,000 a year in freight"}},
		{"i have taught", "", []string{"|I have taught more than 400 students.", "a|Taught 120 students a year", "a|Raised the pass rate from 60% to 78%"}},
		{"reduced defects by", "", []string{"a|Reduced defects by 30% on line 1", "a|Reduced defects by 45% on line 2"}},
		{"managed a $2m", "", []string{"a|Managed a $2M marketing budget", "a|Managed a $400k events budget"}},
		{"hired 12 engineers", "", []string{"a|Hired 12 engineers in 2022", "a|Hired 20 engineers in 2023"}},
		{"handled 40 calls", "", []string{"a|Handled 40 calls a day on the help desk", "a|Handled 25 chats a day on the help desk"}},
		{"cut pick errors", "", []string{"a|Cut pick errors from 3% to 1%", "a|Cut pick errors from 1% to 0.4% with scanners"}},
		{"led a team", "", []string{"a|Led a team of 6 welders on the bridge project", "a|Led a team of 9 welders on the shipyard project"}},
		{"saved $50k a", "", []string{"a|Saved $50k a year on packaging", "a|Saved $120k a year on freight"}},
		{"supervised 14 nurses", "", []string{"a|Supervised 14 nurses on days", "a|Supervised 9 nurses on nights"}},
		{"project manager delivering", "", []string{"|Project manager delivering programs of up to $12M.", "a|Delivered a $12M hospital program", "a|Delivered a $3M clinic program"}},
		{"data scientist whose", "", []string{"|Data scientist whose models serve 20 million users.", "a|Built a ranking model for 20 million users", "a|Built a churn model for 3 million users"}},
		{"sre running 200", "99.99% / 99.9%", []string{"|SRE running 200 services at 99.99%.", "a|Ran 200 services on Kubernetes at 99.9% availability", "a|Cut deploy time from 40 minutes to 6"}},
		{"accountant closing the", "3 days / 5", []string{"|Accountant closing the books of 4 entities in 3 days.", "a|Shortened the close of four entities from 9 days to 5", "a|Prepared 40 tax returns"}},
		{"chef leading a", "20 cooks / 12 cooks", []string{"|Chef leading a brigade of 20 cooks.", "a|Ran a brigade of 12 cooks", "a|Plated 180 covers a night"}},
		{"teacher who raised", "92% / 84%", []string{"|Teacher who raised the algebra pass rate to 92%.", "a|Raised the algebra pass rate from 61% to 84%", "a|Tutored 12 students a week"}},
		{"sales manager leading", "15 representatives / 9 representatives", []string{"|Sales manager leading 15 representatives.", "a|Grew regional revenue from $3.8M to $5.4M", "a|Led 9 representatives in 3 states"}},
		{"at the depot", "40 drivers / 25 drivers", []string{"|At the depot I led 40 drivers and cut fuel costs.", "a|Led 25 drivers across two shifts", "a|Cut fuel cost by 11%"}},
		{"i reduced the", "10 minutes / 18", []string{"|I reduced the average patient wait to 10 minutes.", "a|Reduced the average patient wait from 40 minutes to 18", "a|Served 90 patients a day"}},
		{"my team recovered", "$900,000 / $640,000", []string{"|My team recovered $900,000 of overpaid tax.", "a|Recovered $640,000 of overpaid tax for 8 clients", "a|Led 4 associates"}},
		{"reduced invoice processing", "4 days / 2 days", []string{"a|Reduced invoice processing time from 10 days to 4 days", "a|Cut invoice processing time to 2 days by scanning"}},
		{"supervised a staff", "14 pharmacists / 20 pharmacists", []string{"a|Supervised a staff of 14 pharmacists at the hospital pharmacy", "a|Supervised a staff of 20 pharmacists at the hospital pharmacy and ran audits"}},
		{"raised warehouse pick", "99.5% / 98%", []string{"a|Raised warehouse pick accuracy to 99.5%", "a|Raised warehouse pick accuracy to 98% with voice picking"}},
		{"manages a $6m", "$6M / $4M", []string{"|Manages a $6M capital budget for three plants.", "a|Managed a $4M capital budget for three plants", "a|Led 30 technicians"}},
		{"driver with 9", "2 million accident-free miles / 1 million accident-free miles", []string{"|Driver with 9 years and 2 million accident-free miles.", "a|Drove 1 million accident-free miles in 9 years", "a|Trained 8 drivers"}},
		{"i served 300", "300 patients / 200 patients", []string{"|I served 300 patients a week at the clinic.", "a|Served 200 patients a week at the clinic", "a|Cut no-shows to 6%"}},
	} {
		all, plain := statements(row.texts...)
		var got []string
		for _, c := range Between(all) {
			got = append(got, c.AText+" / "+c.BText)
			if plain[c.A][c.AStart:c.AEnd] == "" || plain[c.B][c.BStart:c.BEnd] == "" || c.Text() == "" {
				t.Errorf("%s: %+v", row.name, c)
			}
		}
		if strings.Join(got, "; ") != row.want {
			t.Errorf("%s: %q, want %q", row.name, got, row.want)
		}
	}
}

// The amount of a metric is the number as the text has it.
func TestAmount(t *testing.T) {
	for text, want := range map[string]float64{"took 120 ms": 120, "12 TB of logs": 12, "cut to 80k req/s": 80000, "$30k/year": 30000, "14 of 15 appeals": 14, "over 6 hours": 6, "35% less": 35,
		"60 calls/day": 60, "1.2M users": 1.2e6, "1,500 sq ft": 1500, "40 basis points": 40} {
		m := metric.Read(text)
		if len(m) != 1 || abs(m[0].Amount()-want) > 1e-9*want {
			t.Errorf("%s: %+v", text, m)
		}
	}
}

func ExampleReading_Figures() {
	for _, f := range Read("Kept 99.99% availability at 80k req/s").Figures() {
		fmt.Println(f.Text)
	}
	// Output:
	// 99.99% availability leaves 52.6 minutes of downtime a year
	// 99.99% availability leaves 4.38 minutes of downtime a month
	// 80k req/s is 6.91 billion requests a day if it is sustained
	// 80k req/s is 2.52 trillion requests a year if it is sustained
}
