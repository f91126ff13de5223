package score

import (
	"strings"
	"testing"

	"resumax/resume"
	"resumax/role"
)

var today = resume.Date{Year: 2026, Month: 6, Day: 1}

func backend(t testing.TB) *role.Pack {
	t.Helper()
	p, ok := role.ByID("backend-engineer")
	if !ok {
		t.Fatal("no role backend-engineer")
	}
	return p
}

// seedBullets are the seven of the guide that the product grew from: public
// facts, in its words.
var seedBullets = []string{
	"Designed and built a gRPC payments service in Go handling 80k req/s at 99.99% availability, with idempotency keys eliminating duplicate-charge incidents.",
	"Sharded a 12TB PostgreSQL database by tenant using Citus, cutting p95 query latency from 900ms to 120ms and unblocking 4x user growth.",
	"Re-architected a batch job into a Kafka stream processor (consumer groups + exactly-once), reducing data freshness lag from 6 hours to under 90 seconds.",
	"Introduced connection pooling (PgBouncer) and query-level caching, reducing database CPU 55% and deferring a $30k/year instance upgrade.",
	"Defined SLOs and error budgets with Prometheus + Grafana, cutting paging noise 60% and improving on-call satisfaction scores.",
	"Hardened the auth service against abuse with rate limiting and a token-bucket algorithm in Redis, blocking a credential-stuffing attack with zero downtime.",
	"Reduced API error rate from 1.2% to 0.07% by adding circuit breakers (resilience4j) and retry-with-backoff across 14 downstream calls.",
}

func TestSeedBulletsAreStrong(t *testing.T) {
	s := New()
	for _, b := range seedBullets {
		if r := s.Rate(b, Options{}); r.Strength != Strong {
			t.Errorf("%v %+v\n%s", r.Strength, r, b)
		}
	}
}

// seedResume is a resume made of the guide's facts.
func seedResume(strip func(string) string) resume.Document {
	texts := func(list []string) resume.Value {
		var out []string
		for _, s := range list {
			out = append(out, strip(s))
		}
		return resume.Texts(out...)
	}
	text := func(s string) resume.Value { return resume.Text(strip(s)) }
	m := func(name string, v resume.Value) resume.Member { return resume.Member{Name: name, Value: v} }
	group := func(name string, words ...string) resume.Value {
		return resume.Struct(m("name", resume.Text(name)), m("keywords", texts(words)))
	}
	plain := func(s string) resume.Value { return resume.Text(s) }
	return resume.NewDocument(resume.Struct(
		m("basics", resume.Struct(m("name", plain("Ada Example")), m("email", plain("ada@example.org")), m("phone", plain("+44 20 7946 0000")),
			m("url", plain("https://ada.example.org")), m("location", resume.Struct(m("city", plain("Leeds")))),
			m("summary", text("Backend Engineer with 6 years designing high-throughput distributed systems in Go and Java. Built services handling 80k requests/second at 99.99% availability and led a sharding effort that scaled the primary database to 12TB. Focused on reliability, observability, and clean API design.")))),
		m("work", resume.List(
			resume.Struct(m("name", plain("Acme")), m("position", plain("Backend Engineer")), m("startDate", plain("2022-03")), m("highlights", texts(seedBullets[:4]))),
			resume.Struct(m("name", plain("Other")), m("position", plain("Backend Engineer")), m("startDate", plain("2020-01")), m("endDate", plain("2022-02")), m("highlights", texts(seedBullets[4:]))))),
		m("education", resume.List(resume.Struct(m("institution", plain("Exampleton")), m("area", plain("Computer Science")), m("studyType", plain("BSc")), m("startDate", plain("2016")), m("endDate", plain("2019"))))),
		m("skills", resume.List(
			group("Languages", "Go", "Java", "Python", "Rust", "SQL"),
			group("APIs and communication", "gRPC", "REST", "GraphQL", "Kafka", "RabbitMQ", "WebSockets"),
			group("Databases", "PostgreSQL", "MySQL", "DynamoDB", "Redis", "Cassandra"),
			group("Infrastructure", "Kubernetes", "Docker", "Terraform", "AWS", "Envoy"),
			group("Reliability", "Prometheus", "Grafana", "OpenTelemetry", "SLOs", "k6"))),
	))
}

func same(s string) string { return s }

func TestSeedResume(t *testing.T) {
	o := Options{Target: TargetOf(backend(t)), Today: today}
	r := Document(seedResume(same), o)
	if r.Score < 90 {
		t.Errorf("the guide's resume scores %.1f", r.Score)
		describe(t, r)
	}
	scorer := New()
	strip := func(s string) string {
		got := readSentence(s, o.termsList(), facts{})
		out := []byte(s)
		for _, m := range got.found {
			for i := m.Start; i < m.End; i++ {
				out[i] = ' '
			}
		}
		words := strings.Fields(string(out))
		kept := words[:0]
		for _, w := range words {
			if !strings.ContainsAny(w, "0123456789") {
				kept = append(kept, w)
			}
		}
		return strings.Join(kept, " ")
	}
	if r := scorer.Document(seedResume(strip), o); r.Score >= 55 {
		t.Errorf("without numbers and technologies it scores %.1f", r.Score)
		describe(t, r)
	}
}

func describe(t *testing.T, r Report) {
	t.Helper()
	for _, d := range r.Dimensions {
		t.Logf("%s %.1f / %.1f", d.Name, d.Points, d.Max)
		for _, c := range d.Checks {
			if c.Lost > 0 {
				t.Logf("    %s lost %.2f of %.1f", c.ID, c.Lost, c.Max)
			}
		}
	}
	for _, f := range r.Findings[:min(12, len(r.Findings))] {
		t.Logf("%+.2f %s %s | %s | %s", f.Gain, f.Check, f.Address, f.Fix, f.Why)
	}
}

func TestSamplesScoreHigh(t *testing.T) {
	for _, p := range role.All() {
		r := Document(p.Sample(), Options{Target: TargetOf(p), Today: today})
		if r.Score < 88 {
			t.Errorf("%s: the sample scores %.1f", p.ID, r.Score)
			describe(t, r)
		}
		s := New()
		for _, other := range role.All() {
			if other.Family == p.Family {
				continue
			}
			if far := s.Score(p.Sample(), Options{Target: TargetOf(other), Today: today}); far >= r.Score {
				t.Errorf("%s: the sample scores %.1f, and %.1f for %s", p.ID, r.Score, far, other.ID)
			}
		}
		for _, b := range p.Bullets {
			if got := s.Rate(b.Text, Options{}); got.Strength != Strong {
				t.Errorf("%s: %s: %s", p.ID, got.Words(), b.Text)
			}
		}
		if len(r.Notices) == 0 {
			t.Errorf("%s: nothing is said of the sample's sentences", p.ID)
		}
	}
}

func TestWrongSumsAreNoticed(t *testing.T) {
	d := letter(t, "Cut the bill from $40k to $22k a month (55%) with Terraform.", "Cut builds from 40 minutes to 10 minutes (75%) with a cache.")
	r := Document(d, Options{Today: today})
	var found []string
	for _, f := range r.Notices {
		if f.Check == "arithmetic" {
			found = append(found, f.Quote+": "+f.Why)
		}
	}
	if len(found) != 1 || found[0] != "$40k to $22k a month (55%: From $40k to $22k is 45%, not 55%." {
		t.Errorf("%q", found)
	}
}

// The same number in two places is held together: a summary says no other one than the
// bullets.
func TestOtherNumbersElsewhereAreNoticed(t *testing.T) {
	said := func(summary string) (found []string) {
		d, err := letter(t, "Designed a payments service in Go handling 80k req/s at 99.99% availability.", "Supervised a team of 8 engineers on call.").SetText(resume.Summary, summary)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range Document(d, Options{Today: today}).Notices {
			if f.Check == "arithmetic" {
				found = append(found, string(f.Address)+" "+f.Quote)
			}
		}
		return found
	}
	if got := said("Engineer whose payments services handle 60k requests/second in Go."); len(got) != 1 || got[0] != "/basics/summary 60k requests/second" {
		t.Errorf("%q", got)
	}
	if got := said("Engineer whose payments services handle 80k requests/second in Go."); len(got) != 0 {
		t.Errorf("%q", got)
	}
}
