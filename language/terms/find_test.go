package terms

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// names are the terms found in text, in order, as one line.
func names(matches []Match) string {
	var list []string
	for _, m := range matches {
		list = append(list, m.Term.Name)
	}
	return strings.Join(list, ", ")
}

// expectFound checks what the default list finds in running texts.
func expectFound(t *testing.T, cases [][2]string) {
	t.Helper()
	for _, c := range cases {
		if got := names(Default().Find(c[0])); got != c[1] {
			t.Errorf("%q\n  found %q\n  want  %q", c[0], got, c[1])
		}
	}
}

func TestFindBoundaries(t *testing.T) {
	expectFound(t, [][2]string{
		{"", ""},
		{"   \n", ""},
		{"C++", "C++"},
		{"Wrote C++ and C# for years", "C++, C#"},
		{"C++.", "C++"},
		{"(C++)", "C++"},
		{"C++17 and C++/CLI", "C++, C++"},
		{"C/C++ firmware", "C, C++, firmware"},
		{"F#, C#/.NET, ASP.NET Core", "F#, C#, .NET, ASP.NET"},
		{"built on .NET, not on magnets", ".NET"},
		{"Node.js and node js and NodeJS", "Node.js, Node.js, Node.js"},
		{"CI/CD, ci-cd and CI CD", "CI/CD, CI/CD, CI/CD"},
		{"TCP/IP and R&D", "TCP/IP, R&D"},
		{"cut p95 from 900 ms", "tail latency"},
		{"JavaScript", "JavaScript"},
		{"JavaScript/TypeScript", "JavaScript, TypeScript"},
		{"Javan coffee, Javanese", ""},
		{"Java8 and Python3, Python 3.11", "Java, Python, Python"},
		{"spring-boot on AWS/GCP", "Spring Boot, AWS, GCP"},
		{"Google, category, ongoing, Django", "Django"},
		{"main.go, package.json, setup.py, kubernetes.io", ""},
		{"I know Python.Also Docker.", "Python, Docker"},
		{"Kubernetes’ API, Docker's cache", "Kubernetes, API, Docker, caching"},
		{"machine\nlearning", "machine learning"},
		{"machine\n\nlearning", ""},
		{"machine, learning", ""},
		{"k8s S3 EC2 k6 D3.js", "Kubernetes, Amazon S3, Amazon EC2, k6, D3.js"},
		{"Prometheus + Grafana", "Prometheus, Grafana"},
		{"my_python_var", ""},
		{"HTTP/2, OAuth 2.0, TLS/SSL", "HTTP, OAuth, TLS"},
		{"CompTIA Security+ and 5+ years of SQL", "CompTIA Security+, SQL"},
		{"PL/SQL and T-SQL", "PL/SQL, T-SQL"},
		{"Let's use Objective-C", "Objective-C"},
		{"Amazon Web Services (AWS)", "AWS, AWS"},
	})
}

func TestFindInflected(t *testing.T) {
	expectFound(t, [][2]string{
		{"message queues", "message queue"},
		{"Sharded a database", "sharding"},
		{"load-tested it; load tests; load testing", "load testing, load testing, load testing"},
		{"caches, cached, caching", "caching, caching, caching"},
		{"circuit breakers", "circuit breaker"},
		{"rate-limited, rate limiters", "rate limiting, rate limiting"},
		{"REST APIs and SLOs", "REST, SLO"},
		{"optimised queries; query optimisation", "query optimization"},
		{"data pipelines, Data Warehouses", "data pipeline, data warehouse"},
		{"containerised services", "containers"},
		{"shipping contained goods", ""},
		{"embedded in a team", ""},
		{"retry-with-backoff and exactly-once semantics", "exponential backoff, exactly-once"},
		{"event-driven microservices", "event-driven architecture, microservices"},
		{"distributed system", "distributed systems"},
		{"Troubleshot nothing, troubleshoots GPUs", "troubleshooting, GPU"},
		{"window function; finite state machine; screen reader", "window functions, state machines, screen readers"},
		{"documents and knowledge-based work", ""},
		{"peer-reviewed journals; peer reviews", "code review"},
		{"social service workers; a service worker", "service workers"},
		{"CompTIA A+ and A+ certification, grade A+", "CompTIA A+, CompTIA A+"},
		{"MEDDIC, meddication; SLOs", "MEDDIC, SLO"},
	})
}

func TestFindAmbiguous(t *testing.T) {
	expectFound(t, [][2]string{
		{"Built services in Go handling 80k req/s", "Go"},
		{"Our go to market plan", "go-to-market"},
		{"Go to the office", ""},
		{"go for it and let go", ""},
		{"I wrote it in Rust", "Rust"},
		{"removed rust from pipes", ""},
		{"Go, Rust and Swift", "Go, Rust, Swift"},
		{"python, go, rust", "Python, Go, Rust"},
		{"Python, R, and Excel", "Python, R, Excel"},
		{"Languages: Go, Java, Python, Rust, SQL", "Go, Java, Python, Rust, SQL"},
		{"closed a Series C round", ""},
		{"C-level and C-suite people, vitamin C, plan C", ""},
		{"grade C+ or R-squared", ""},
		{"John C. Smith lives in building R", ""},
		{"Embedded code in C", "C"},
		{"Statistics in R and Python", "statistics, R, Python"},
		{"R&D of AT&T", "R&D"},
		{"the rest of the day", ""},
		{"Spent the rest in Kubernetes", "Kubernetes"},
		{"designed REST endpoints", "REST"},
		{"gRPC, rest, GraphQL", "gRPC, REST, GraphQL"},
		{"Graduated in Spring 2021", ""},
		{"in spring 2021", ""},
		{"services on Spring with Hibernate", "Spring, Hibernate"},
		{"Express interest in our product", ""},
		{"Express and MongoDB", "Express, MongoDB"},
		{"Express.js servers", "Express"},
		{"gave swift response to customers", ""},
		{"Swift developer", "Swift"},
		{"a flask of water", ""},
		{"Flask APIs for billing", "Flask, API"},
		{"Worked as executive Chef in a hotel", ""},
		{"provisioned with Chef and Ansible", "Chef, Ansible"},
		{"Spark joy among guests", ""},
		{"moved batch work to Spark", "Spark"},
		{"keys kept in Vault", "Vault"},
		{"Led Product Teams of twelve", ""},
		{"Microsoft Teams rollout", "Microsoft Teams"},
		{"meetings in Teams or Zoom", "Microsoft Teams, Zoom"},
		{"we excel at work", ""},
		{"reports in Excel", "Excel"},
		{"analysis with pandas and NumPy", "pandas, NumPy"},
		{"fed the pandas at the zoo", ""},
		{"used React to build pages", "React"},
		{"languages such as Java/Perl/Go for automation", "Java, Perl, Go, automation"},
		{"Go-to engineer for Kafka", "Kafka"},
		{"rewrote it in Go to cut latency", "Go, latency"},
		{"Golang and golang", "Go, Go"},
		{"RESTful services", "REST"},
		{"Senior Go Developer", "Go"},
		{"Less is more. Swift as ever.", ""},
		{"Access to Oracle records", "Oracle Database"},
		{"Java/Go/C", "Java, Go, C"},
	})
}

func TestFindNoAddresses(t *testing.T) {
	expectFound(t, [][2]string{
		{"see https://example.org/python/docker for more", ""},
		{"www.kubernetes.example/go", ""},
		{"github.com/jane/react-native-python", ""},
		{"mail python@example.com or java.dev@example.org, knows Rust and SQL", "Rust, SQL"},
		{"[Docker](https://docker.example/java)", "Docker"},
		{"Node.js/React and Socket.io/Redis", "Node.js, React, Socket.IO, Redis"},
		{"@prisma/client", "Prisma"},
	})
}

func TestFindUnicode(t *testing.T) {
	expectFound(t, [][2]string{
		{"使用Python开发,熟悉 Docker。", "Python, Docker"},
		{"Éclair – Python — Docker … SQL", "Python, Docker, SQL"},
		{"Pythoné, Ёлка и Kubernetes", "Kubernetes"},
		{"İİİ Python", "Python"},
		{"\xff\xfePython\x00Docker\xff", "Python, Docker"},
		{"🚀Python🚀 Go🚀", "Python, Go"},
		{"spring\u2011boot, message\u00a0queues", "Spring Boot, message queue"},
	})
}

func TestFindOffsets(t *testing.T) {
	text := "İ – Éa: PostgreSQL, C++ & 使用 .NET"
	for _, m := range Default().Find(text) {
		if text[m.Start:m.End] != m.Surface || m.Surface != m.Term.Name {
			t.Errorf("%d:%d %q is not %q", m.Start, m.End, m.Surface, m.Term.Name)
		}
	}
	if n := len(Default().Find(text)); n != 3 {
		t.Errorf("%d matches, want 3", n)
	}
}

func TestFindInList(t *testing.T) {
	for _, c := range [][2]string{
		{"Go", "Go"}, {"go", "Go"}, {"R", "R"}, {"C", "C"}, {"rust", "Rust"}, {"Spring 5", "Spring"},
		{"Go (3 years)", "Go"}, {"Teams", "Microsoft Teams"}, {"REST, GraphQL", "REST, GraphQL"},
		{"let it go", ""}, {"C-level reporting", ""}, {"we express ideas", ""}, {"load testing (k6)", "load testing, k6"},
		{"AWS/GCP", "AWS, GCP"}, {"", ""}, {"Advanced Excel", "Excel"}, {"go/rust", "Go, Rust"},
	} {
		if got := names(Default().FindInList(c[0])); got != c[1] {
			t.Errorf("%q: found %q, want %q", c[0], got, c[1])
		}
	}
}

func TestCanonical(t *testing.T) {
	for surface, want := range map[string]bool{
		"PostgreSQL": true, "Postgres": true, "postgres": false, "postgresql": false, "Postgre SQL": false,
		"JavaScript": true, "Javascript": false, "JS": true, "Python3": true, "python": false,
		"Message Queues": true, "message queue": true, "Sharded": true, "SLOs": true, "slos": false,
		"REST APIs": true, "Mongo DB": false, "k8s": true, "spring-boot": false, "API Gateways": true,
		"Observability": true, "Open-source": true, "Agile": true, "Devops": false, "CI / CD": true, "ci/cd": false,
		"Kubernetes operator": true, "Kubernetes Operators": true, "Oracle databases": true, "Oracle Database": true, "oracle database": false,
		"LLM": true, "Reference Architectures": true, "MS Project": true,
		"WebSockets": true, "NodeJS": true, "nodejs": false, "Github": false, "GitHub": true,
	} {
		found := Default().FindInList(surface)
		if len(found) != 1 || found[0].Surface != surface {
			t.Errorf("%q: found %v", surface, found)
			continue
		}
		if got := found[0].Canonical(); got != want {
			t.Errorf("%q canonical: %v, want %v", surface, got, want)
		}
	}
}

// TestFindLongText sees that an unbroken bullet of 10,000 characters is read in
// full and finds what is at its end.
func TestFindLongText(t *testing.T) {
	for _, filler := range []string{"x", "word ", "Go, ", "go to ", "C++", ".", "é"} {
		text := strings.Repeat(filler, 10_000/len(filler)) + "\n\nKubernetes"
		found := Default().Find(text)
		if len(found) == 0 || found[len(found)-1].Surface != "Kubernetes" {
			t.Errorf("filler %q: last match is missing", filler)
		}
	}
}

func checkMatches(text string, found []Match) error {
	last := 0
	for _, m := range found {
		if m.Start < last || m.End <= m.Start || m.End > len(text) || text[m.Start:m.End] != m.Surface {
			return fmt.Errorf("match %d:%d %q after %d in %q", m.Start, m.End, m.Surface, last, text)
		}
		if utf8.ValidString(text) && !utf8.ValidString(m.Surface) {
			return fmt.Errorf("match %d:%d cuts a rune in %q", m.Start, m.End, text)
		}
		last = m.End
	}
	return nil
}

func TestFindProperties(t *testing.T) {
	var spellings []string
	for _, term := range Default().All() {
		spellings = append(append(spellings, term.Name), term.Aliases...)
	}
	glue := []string{" ", ", ", "/", "-", ". ", "\n", " and ", "", "é", ".", "+", "&", "@", "://", "(", "使"}
	rapid.Check(t, func(t *rapid.T) {
		var b strings.Builder
		for range rapid.IntRange(0, 12).Draw(t, "parts") {
			b.WriteString(rapid.OneOf(rapid.SampledFrom(spellings), rapid.SampledFrom(glue), rapid.String()).Draw(t, "part"))
		}
		text := b.String()
		for _, found := range [][]Match{Default().Find(text), Default().FindInList(text)} {
			if err := checkMatches(text, found); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// TestFindEverySpelling sees that each spelling, as an item of a list, is found
// as its own term, and that each but the misspelled is canonical.
func TestFindEverySpelling(t *testing.T) {
	for _, term := range Default().All() {
		for _, name := range slices.Concat([]string{term.Name}, term.Aliases, term.Misspelled) {
			found := Default().FindInList(name)
			if len(found) != 1 || found[0].Term != term || found[0].Surface != name {
				t.Errorf("%s: %q gives %q", term.Name, name, names(found))
				continue
			}
			if found[0].Canonical() == slices.Contains(term.Misspelled, name) {
				t.Errorf("%s: %q canonical is %v", term.Name, name, found[0].Canonical())
			}
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"Go, C++ and .NET", "a@b.c/Python", "C++17.", "R&D\xff", "p95 – Série C"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, found := range [][]Match{Default().Find(text), Default().FindInList(text)} {
			if err := checkMatches(text, found); err != nil {
				t.Error(err)
			}
		}
	})
}

// resume is 6 kB of the kind of text that a two-page resume holds.
var resume = func() string {
	const bullets = `Backend engineer with six years of distributed systems in Go and Java.
Designed a gRPC payments service in Go handling 80k req/s at 99.99% availability, with idempotency keys.
Sharded a 12 TB PostgreSQL database by tenant using Citus, cutting p95 query latency from 900 ms to 120 ms.
Turned a nightly batch job into a Kafka stream processor (consumer groups, exactly-once) and cut lag to 90 seconds.
Introduced connection pooling with PgBouncer and query-level caching, reducing database CPU by 55% within a quarter.
Defined SLOs and error budgets with Prometheus + Grafana, cutting paging noise by 60% for the whole on-call rotation.
Mentored four engineers, ran the hiring loop for the platform group and presented the roadmap to customers every month.
Skills: Go, Java, Python, Rust, SQL; REST, GraphQL, RabbitMQ; Kubernetes, Docker, Terraform, AWS/GCP, Envoy.
`
	return strings.Repeat(bullets, 8)[:6000]
}()

func BenchmarkFind(b *testing.B) {
	l := Default()
	b.ReportAllocs()
	b.SetBytes(int64(len(resume)))
	for b.Loop() {
		l.Find(resume)
	}
}

func BenchmarkLoad(b *testing.B) {
	data, err := os.ReadFile("../../assets/terms.toml")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := Load(data, "terms.toml"); err != nil {
			b.Fatal(err)
		}
	}
}
