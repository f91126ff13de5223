package arithmetic

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

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
	const file, least, leastTrades = "testdata/bullets.txt", 80, 12
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	bullets, trades := 0, 0
	for l := range strings.Lines(string(data)) {
		l = strings.TrimRight(l, "\n")
		switch {
		case strings.HasPrefix(l, " "):
			continue
		case strings.HasPrefix(l, "## "):
			trades++
		}
		b.WriteString(l + "\n")
		if l == "" || strings.HasPrefix(l, "#") {
			continue
		}
		bullets++
		for _, f := range Read(l).Figures() {
			fmt.Fprintf(&b, "    %.6g %s = %s\n", f.Value, f.Unit, f.Text)
		}
	}
	if bullets < least || trades < leastTrades {
		t.Errorf("%d bullets of %d trades", bullets, trades)
	}
	if *update {
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, got := strings.Split(string(data), "\n"), strings.Split(b.String(), "\n")
	for i := range max(len(want), len(got)) {
		if i >= len(want) || i >= len(got) || want[i] != got[i] {
			t.Fatalf("%s:%d differs (-update writes it anew):\n%s", file, i+1, strings.Join(got[max(0, i-1):min(len(got), i+4)], "\n"))
		}
	}
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
