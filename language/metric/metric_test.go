package metric

import (
	"fmt"
	"strings"
	"testing"

	"resumax/assets"
	"resumax/assets/packed"
)

// shown is a metric in short: what it is a measure of, its value, its unit, and
// what else is known of it.
func shown(m Metric) string {
	s := fmt.Sprintf("%s %g %s", m.Kind, m.Value, m.Unit)
	if m.High != m.Value {
		s = fmt.Sprintf("%s %g–%g %s", m.Kind, m.Value, m.High, m.Unit)
	}
	if m.Rough {
		s += " rough"
	}
	if m.Percentile != "" {
		s += " " + m.Percentile
	}
	if m.Window != "" {
		s += " a " + m.Window
	}
	return strings.Join(strings.Fields(s), " ")
}

func TestMetrics(t *testing.T) {
	for text, want := range map[string]string{
		"Served 80k req/s":                                    "rate 80000 req/s",
		"Served 80kreq/s":                                     "rate 80000 req/s",
		"Shipped 500 orders/day":                              "rate 0.005787037037037037 orders/day",
		"Handled 3 million requests a day":                    "count 3e+06 requests a day",
		"Handled 3M requests per day":                         "count 3e+06 requests a day",
		"Held 99.99% availability over 2 years":               "percent 99.99 % a 2 years",
		"Stores 12TB":                                         "data 1.2e+13 tb",
		"Stores 12 TB of events":                              "data 1.2e+13 tb",
		"Stores 4 GiB":                                        "data 4.294967296e+09 gib",
		"Saved $30k/year":                                     "money 30000 $ a year",
		"Saved €1.2M annually":                                "money 1.2e+06 $ a year",
		"Saved US$ 40,000 a month":                            "money 40000 $ a month",
		"Saved US$40,000 a month":                             "money 40000 $ a month",
		"Runs 4x faster":                                      "multiple 4 x",
		"Runs 2.5× faster":                                    "multiple 2.5 x",
		"Answers in 120 ms at p99":                            "time 0.12 ms p99",
		"Kept the p95 query latency under 120ms":              "time 0.12 ms rough p95",
		"Answered 2M+ attempts":                               "count 2e+06 attempts rough",
		"Led five engineers":                                  "count 5 engineers",
		"Led 5s audits with the night crew":                   "",
		"Paid 3 mill bills":                                   "count 3 bills",
		"Won a contract of €3 mill":                           "money 3e+06 $",
		"Cut 6mil film":                                       "",
		"Led 10–15 engineers":                                 "count 10–15 engineers",
		"Kept growth at 20-30%":                               "percent 20–30 %",
		"Answered dozens of tickets":                          "count 24 rough",
		"Ran with zero downtime":                              "count 0 downtime",
		"Fixed ~40 bugs":                                      "count 40 bugs rough",
		"Closed more than 300 tickets in 6 months":            "count 300 tickets rough a 6 months|time 1.57788e+07 months",
		"Wrote a dozen guides and 12 articles":                "count 12 guides|count 12 articles",
		"Wrote weekly to 1,200 users":                         "count 1200 users",
		"Held a 5-minute talk":                                "time 300 minute",
		"Ran 14 downstream calls":                             "count 14 calls",
		"Cut rates by 40 bps":                                 "percent 0.4 bps",
		"Moved 2 tonnes":                                      "physical 2 tonnes",
		"Java 8, Python 3.11, Angular 17 and ES6":             "",
		"Uses Go 1.22 and PostgreSQL 16":                      "",
		"HTTP/2 to EC2 and S3, IPv6 and p95":                  "",
		"ISO 27001, SOC 2, RFC 2616, TLS 1.3, PCI 4":          "",
		"Since 2019, in May 2021 and from 2019–2022":          "",
		"Call +1 202 555 0142 or 555-0142":                    "",
		"GPA 3.9/4.0, 3.8 GPA, 2nd of the 1st":                "",
		"On call 24/7 in Q3 of 2022":                          "",
		"Room 101 at 12 Example Street":                       "",
		"Ranked in the 95th percentile":                       "",
		"Windows 11, Web 2.0, Industry 4.0 and Section 508":   "",
		"Version 2 of release 14, phase 3, grade 7":           "",
		"Wrote 2019 tests":                                    "count 2019 tests",
		"Taught in 2019 tests of strength":                    "",
		"Wrote tests. Cut 40 bugs":                            "count 40 bugs",
		"Half of the team took part":                          "",
		"Took the error rate from 12 to 3":                    "count 12|count 3",
		"Grew from about $2M to $3.5 M":                       "money 2e+06 $ rough|money 3.5e+06 $",
		"":                                                    "",
		"%":                                                   "",
		"9,999,999,999,999,999,999,999,999,999 things % $ $k": "count 1e+28 things",
	} {
		var got []string
		for _, m := range Read(text) {
			got = append(got, shown(m))
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%q measures\n  %s, want\n  %s", text, s, want)
		}
	}
}

// changed is a change in short.
func changed(c Change) string {
	s := c.What + ":"
	if c.From != nil {
		s += " from " + shown(*c.From)
	}
	if c.To != nil {
		s += " to " + shown(*c.To)
	}
	if c.By != nil {
		s += " by " + shown(*c.By)
	}
	return s
}

func TestChanges(t *testing.T) {
	for text, want := range map[string]string{
		"Sharded the database, cutting p95 query latency from 900 ms to 120 ms.": "p95 query latency: from time 0.9 ms p95 to time 0.12 ms p95",
		"Brought data lag from 6 hours to under 90 seconds.":                     "data lag: from time 21600 hours to time 90 seconds rough",
		"Reduced the API error rate from 1.2% to 0.07% by adding retries.":       "API error rate: from percent 1.2 % to percent 0.07 %",
		"Cut deployment time from 45 minutes to 7 with Docker.":                  "deployment time: from time 2700 minutes to time 420 minutes",
		"Took builds from 1.5 to 0.4 hours.":                                     "builds: from time 5400 hours to time 1440 hours",
		"Cut database CPU by 55%.":                                               "database CPU: by percent 55 %",
		"Halved the cost of storage.":                                            "cost of storage: by multiple 0.5 x",
		"Rewrote the parser, doubling its throughput.":                           "throughput: by multiple 2 x",
		"Idempotency keys brought duplicate charges to zero.":                    "duplicate charges: to count 0",
		"Grew the team from 3 to 9 engineers in two years.":                      "team: from count 3 engineers a two years to count 9 engineers a two years",
		"Latency 900 ms → 120 ms.":                                               "Latency: from time 0.9 ms to time 0.12 ms",
		"Cut the bill from $40k to $22k a month (45%).":                          "bill: from money 40000 $ a month to money 22000 $ a month by percent 45 %",
		"Cut night pages by 60% and served 80k req/s.":                           "night pages: by percent 60 %",
		"Reduced churn from 9% in spring to 4% by fall.":                         "churn: from percent 9 % to percent 4 %",
		"Raised test coverage to 85%.":                                           "test coverage: to percent 85 %",
		"Spoke to 300 people and moved from Berlin to Paris in 2019.":            "",
		"Migrated 40 services from Java 8 to Java 17.":                           "",
		"Worked from 9 to 5.":                                                    "",
		"Optimized startup time from 3 s to 1 s, trimming the queue by a third.": "startup time: from time 3 s to time 1 s|queue: by percent 33.33333333333333 %",
		"Answered 12 questions from 40 users.":                                   "",
		"Lifted weekly signups from 120 to over 400.":                            "weekly signups: from count 120 to count 400 rough",
	} {
		tokens := Tokens(text)
		var got []string
		for _, c := range Changes(text, tokens, In(text, tokens, nil)) {
			got = append(got, changed(c))
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%q tells\n  %s, want\n  %s", text, s, want)
		}
	}
}

func TestFactor(t *testing.T) {
	for text, want := range map[string]float64{
		"Cut size from 12 GB to 3 GB":          0.25,
		"Cut time from 2 hours to 30 minutes":  0.25,
		"Cut CPU by 55%":                       0.45,
		"Halved the bill":                      0.5,
		"Cut latency by 4x":                    0.25,
		"Took it from 3 users to 40 ms":        0,
		"Cut errors from 0 errors to 4 errors": 0,
		"Cut errors to 4 errors":               0,
	} {
		tokens := Tokens(text)
		changes := Changes(text, tokens, In(text, tokens, nil))
		if len(changes) != 1 {
			t.Errorf("%q tells %v", text, changes)
			continue
		}
		got, ok := changes[0].Factor(true)
		if ok != (want != 0) || ok && (got < want-1e-9 || got > want+1e-9) {
			t.Errorf("%q: factor %v, %v, want %v", text, got, ok, want)
		}
	}
}

func TestContradictions(t *testing.T) {
	for text, want := range map[string]string{
		"Cut the bill from $40k to $22k a month (45%)":      "",
		"Cut the bill from $40k to $22k a month (55%)":      "45",
		"Cut latency from 900 ms to 120 ms (7.5x)":          "",
		"Cut latency from 900 ms to 120 ms, 12x":            "7.5",
		"Raised uptime from 99% to 99.9% (0.9%)":            "",
		"Cut time from about 3 hours to 1 hour, by 62%":     "",
		"Cut time from 0 hours to 1 hour, by 62%":           "",
		"Cut churn from 10 customers to 4 customers by 80%": "60",
	} {
		tokens := Tokens(text)
		got := ""
		for _, c := range Changes(text, tokens, In(text, tokens, nil)) {
			if right, wrong := c.Contradicts(); wrong {
				got += fmt.Sprintf("%.3g", right)
			}
		}
		if got != want {
			t.Errorf("%q: the numbers give %q, want %q", text, got, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{"from 900 ms to 120 ms", "~$1.2M/year", "US$", "10–15×", "zero", "from % to %", "€ 1,,2.3-4k/s a day", "9e999", "1\xff2"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		tokens := Tokens(text)
		metrics := In(text, tokens, nil)
		end := 0
		for _, m := range metrics {
			if m.Start < 0 || m.Start >= m.End || m.End > len(text) || text[m.Start:m.End] != m.Text {
				t.Fatalf("%q: %+v", text, m)
			}
		}
		for _, c := range Changes(text, tokens, metrics) {
			if c.Start < end || c.End <= c.Start || c.End > len(text) || c.From == nil && c.To == nil && c.By == nil {
				t.Fatalf("%q: %+v", text, c)
			}
			c.Contradicts()
			c.Factor(true)
			c.Factor(false)
		}
	})
}

func TestListsAreRead(t *testing.T) {
	for data, want := range map[string]string{"units = 3": "numbers.toml", "unit = \"km\"": "“unit” is not a list of words", "names-before = [\"one two\"]": "has no colon"} {
		if _, err := Compile([]byte(data)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", data, err, want)
		}
	}
	for _, list := range Lists() {
		if len(list) < 20 {
			t.Errorf("a list of %d words", len(list))
		}
		for word := range list {
			if !IsListed(word) {
				t.Errorf("%q is not listed", word)
			}
		}
	}
	if IsListed("gallivant") || IsListed("") {
		t.Error("more is listed than there is")
	}
}

func TestPackedIsCurrent(t *testing.T) {
	data, err := Compile(assets.Numbers)
	if err != nil {
		t.Fatal(err)
	}
	if string(data) != packed.NumberLists.Open() {
		t.Fatal("the packed lists are not those of numbers.toml: run make packed")
	}
}

func BenchmarkRead(b *testing.B) {
	const text = "Sharded a 12 TB PostgreSQL database by tenant with Citus, cutting p95 query latency from 900 ms to 120 ms and making room for 4x the users."
	for b.Loop() {
		tokens := Tokens(text)
		Changes(text, tokens, In(text, tokens, nil))
	}
}

// Reading takes steps in proportion to the text, however many words round a number.
func TestReadingIsLinear(t *testing.T) {
	for _, text := range []string{"over about ", "more than a ", "a few of the ", "from over 5 to "} {
		steps := func(n int) int {
			text := strings.Repeat(text, n) + "12 years"
			r := newReader(text, Tokens(text), nil)
			r.read()
			return r.steps
		}
		if few, many := steps(100), steps(400); many > 5*few+20 {
			t.Errorf("%q: 100 times take %d steps, 400 take %d", text, few, many)
		}
	}
}

// A sum is quoted with the letters that say whose currency it is.
func TestSumsWithLetters(t *testing.T) {
	for text, want := range map[string]string{
		"Saved R$ 3.8 million in taxes": "R$ 3.8 million", "Saved US$ 40,000 a month": "US$ 40,000", "Saved MX$ 900 a day": "MX$ 900",
		"Saved $ 40,000": "$ 40,000", "Plan B $ 40": "$ 40", "Budgets€ 40": "€ 40",
	} {
		m := Read(text)
		if len(m) == 0 || !strings.HasPrefix(text[m[0].Start:m[0].End], want) {
			t.Errorf("%q: %+v, want %q", text, m, want)
		}
	}
}
