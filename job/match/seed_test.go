package match

import (
	"testing"

	"resumax/resume"
)

// seedResume is a resume of the facts of the guide that the product grew from.
func seedResume() resume.Document {
	text := resume.Text
	m := func(name string, v resume.Value) resume.Member { return resume.Member{Name: name, Value: v} }
	group := func(name string, words ...string) resume.Value {
		return resume.Struct(m("name", text(name)), m("keywords", resume.Texts(words...)))
	}
	bullets := []string{
		"Designed and built a gRPC payments service in Go handling 80k req/s at 99.99% availability, with idempotency keys eliminating duplicate-charge incidents.",
		"Sharded a 12TB PostgreSQL database by tenant using Citus, cutting p95 query latency from 900ms to 120ms and unblocking 4x user growth.",
		"Re-architected a batch job into a Kafka stream processor (consumer groups + exactly-once), reducing data freshness lag from 6 hours to under 90 seconds.",
		"Introduced connection pooling (PgBouncer) and query-level caching, reducing database CPU 55% and deferring a $30k/year instance upgrade.",
		"Defined SLOs and error budgets with Prometheus + Grafana, cutting paging noise 60% and improving on-call satisfaction scores.",
		"Hardened the auth service against abuse with rate limiting and a token-bucket algorithm in Redis, blocking a credential-stuffing attack with zero downtime.",
		"Reduced API error rate from 1.2% to 0.07% by adding circuit breakers (resilience4j) and retry-with-backoff across 14 downstream calls.",
	}
	return resume.NewDocument(resume.Struct(
		m("basics", resume.Struct(m("name", text("Ada Example")), m("email", text("ada@example.org")),
			m("summary", text("Backend Engineer with 6 years designing high-throughput distributed systems in Go and Java. Built services handling 80k requests/second at 99.99% availability and led a sharding effort that scaled the primary database to 12TB. Focused on reliability, observability, and clean API design.")))),
		m("work", resume.List(
			resume.Struct(m("name", text("Acme")), m("position", text("Backend Engineer")), m("startDate", text("2022-03")), m("highlights", resume.Texts(bullets[:4]...))),
			resume.Struct(m("name", text("Other")), m("position", text("Backend Engineer")), m("startDate", text("2020-01")), m("endDate", text("2022-02")), m("highlights", resume.Texts(bullets[4:]...))))),
		m("education", resume.List(resume.Struct(m("institution", text("Exampleton")), m("area", text("Computer Science")), m("studyType", text("BSc")), m("startDate", text("2016")), m("endDate", text("2019"))))),
		m("skills", resume.List(
			group("Languages", "Go", "Java", "Python", "Rust", "SQL"),
			group("APIs and communication", "gRPC", "REST", "GraphQL", "Kafka", "RabbitMQ", "WebSockets"),
			group("Databases", "PostgreSQL", "MySQL", "DynamoDB", "Redis", "Cassandra"),
			group("Infrastructure", "Kubernetes", "Docker", "Terraform", "AWS", "Envoy"),
			group("Reliability", "Prometheus", "Grafana", "OpenTelemetry", "SLOs", "k6"))),
	))
}

func TestSeedResume(t *testing.T) {
	m := New()
	match := func(path string) float64 {
		return m.Match(Input{Document: seedResume(), Posting: readPosting(t, path), Today: today}).Match
	}
	backends := []float64{match("testdata/postings/backend-engineer.txt"), match("../posting/testdata/postings/backend.txt")}
	fronts := []float64{match("testdata/postings/frontend-engineer.txt"), match("../posting/testdata/postings/frontend.html")}
	nurses := []float64{match("testdata/trades/nurse.txt"), match("../posting/testdata/postings/nurse.html")}
	t.Logf("backend %v, frontend %v, nursing %v", backends, fronts, nurses)
	for _, b := range backends {
		for _, f := range fronts {
			if b < f+20 {
				t.Errorf("a backend posting has %.1f, a frontend one %.1f", b, f)
			}
		}
		for _, n := range nurses {
			if b < n+40 {
				t.Errorf("a backend posting has %.1f, a nursing one %.1f", b, n)
			}
		}
	}
}
