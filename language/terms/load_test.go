package terms

import (
	"strings"
	"sync"
	"testing"

	"resumax/assets"
)

func TestDefaultList(t *testing.T) {
	l, err := Load(assets.Terms, "terms.toml")
	if err != nil {
		t.Fatal(err)
	}
	count := map[Category]int{}
	for _, term := range l.All() {
		count[term.Category]++
	}
	if n := len(l.All()); n < 1500 {
		t.Errorf("%d terms, want 1500 or more", n)
	}
	for _, c := range Categories() {
		if count[c] < 10 {
			t.Errorf("%s has %d terms", c, count[c])
		}
	}
}

// TestSeedTerms sees that what the backend role asks for is listed.
func TestSeedTerms(t *testing.T) {
	for name := range strings.SplitSeq("Go,Java,Python,Rust,SQL,gRPC,REST,GraphQL,Kafka,RabbitMQ,WebSockets,PostgreSQL,MySQL,"+
		"DynamoDB,Redis,Cassandra,Kubernetes,Docker,Terraform,AWS,GCP,Envoy,Prometheus,Grafana,OpenTelemetry,SLO,load testing,"+
		"k6,Citus,PgBouncer,resilience4j,microservices,distributed systems,API design,message queue,sharding,caching,indexing,"+
		"observability,scalability,idempotency,connection pooling,error budget,rate limiting,token bucket,circuit breaker,"+
		"consumer groups,exactly-once", ",") {
		if _, ok := Default().Lookup(name); !ok {
			t.Errorf("%q is not listed", name)
		}
	}
}

func TestLookup(t *testing.T) {
	for name, want := range map[string]string{
		"postgresql": "PostgreSQL", "Postgres": "PostgreSQL", "POSTGRES": "PostgreSQL", "golang": "Go", "go": "Go",
		"spring-boot": "Spring Boot", " C++ ": "C++", "mongo db": "MongoDB", "c": "C", "c#": "C#", "": "", "nothing of the kind": "",
	} {
		got := ""
		if term, ok := Default().Lookup(name); ok {
			got = term.Name
		}
		if got != want {
			t.Errorf("Lookup(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestImplied(t *testing.T) {
	l, err := Load([]byte(`framework = [
  {name = "Next.js", implies = ["React"]},
  {name = "React", aliases = ["ReactJS"], implies = ["JavaScript", "HTML"]},
  "JavaScript",
  "HTML",
]`), "x.toml")
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"next.js": "React, JavaScript, HTML", "ReactJS": "JavaScript, HTML", "HTML": "", "Elsewhere": "",
	} {
		var got []string
		for _, term := range l.Implied(name) {
			got = append(got, term.Name)
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("Implied(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestAllIsACopy(t *testing.T) {
	all := Default().All()
	first := all[0]
	all[0] = nil
	if Default().All()[0] != first {
		t.Error("a caller can change the list")
	}
}

func TestLoadRefuses(t *testing.T) {
	for _, c := range []struct{ data, want string }{
		{"language = [\n  \"Go\",\n  \"go\",\n]", `x.toml:3: term "go": "go" is already a spelling of "Go"`},
		{"language = [\"A\",\n{name = \"B\", aliases = [\"b2\", \"b2\"]}]", `x.toml:2: term "B": "b2" is already a spelling of "B"`},
		{"language = [\"A\",\n{name = \"B\", aliases = [\"a\"]}]", `x.toml:2: term "B": "a" is already a spelling of "A"`},
		{"language = [\n\"Go\",\n{name = \"A\", implies = [\"Go\"]},\n\"Go\"]", `x.toml:4: term "Go": "Go" is already a spelling of "Go"`},
		{"concept = [\"sharding\",\n\"shards\"]", `x.toml:2: term "shards": "shards" matches the same words as "sharding" of another term`},
		{"tool = [\n{name = \"B\", aliasses = []}]", `x.toml:2: term "B": "aliasses" is no member of a term`},
		{"tool = [\n{name = \"B\", word = \"yes\"}]", `x.toml:2: term "B": word has a value of the wrong kind`},
		{"tool = [\n{name = \"B\", aliases = \"b2\"}]", `x.toml:2: term "B": aliases has a value of the wrong kind`},
		{"tool = [\n{name = \"B\", implies = [\"C\"]}]", `x.toml:2: term "B": implies "C", which is no term's name`},
		{"tool = [\n\"A\",\n{name = \"B\", implies = [\"B\"]}]", `x.toml:3: term "B": implies itself: B → B`},
		{"tool = [\n{name = \"A\", implies = [\"B\"]},\n{name = \"B\", implies = [\"C\"]},\n{name = \"C\", implies = [\"B\"]}]", `x.toml:3: term "B": implies itself: B → C → B`},
		{"tool = [\n{name = \"B\", proper = true}]", `x.toml:2: term "B": proper = true needs word = true or words = [...]`},
		{"tool = [\n{name = \"B\", word = true, not = [\"b\"]}]", `x.toml:2: term "B": "b" must be 2 to 8 words`},
		{"tool = [\n{name = \"B, C\"}]", `x.toml:2: term "B, C": "B, C" must be 1 to 8 words`},
		{"tool = [\n{name = \"...\"}]", `x.toml:2: term "...": "..." must be 1 to 8 words`},
		{"tool = [\n{aliases = [\"b\"]}]", `x.toml:1: term 1 of tool must be a string or a table with a name`},
		{"tool = [3]", `x.toml:1: term 1 of tool must be a string or a table with a name`},
		{"\ntool = 3", `x.toml:2: tool must be an array of terms`},
		{"\ncontext = 3", `x.toml:2: context must be an array of strings`},
		{"\n\ntoool = []", `x.toml:3: "toool" is no category of terms`},
		{"\ntool = [\n\"a\" \"b\"]", `x.toml:3: `},
	} {
		_, err := Load([]byte(c.data), "x.toml")
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q\n  error %v\n  want  %s", c.data, err, c.want)
		}
	}
}

func TestLoadEmpty(t *testing.T) {
	l, err := Load(nil, "x.toml")
	if err != nil {
		t.Fatal(err)
	}
	if found := l.Find("Go and Python"); len(found) != 0 {
		t.Errorf("an empty list finds %q", names(found))
	}
}

// TestConcurrentUse is for the race detector.
func TestConcurrentUse(t *testing.T) {
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for range 20 {
				if got := names(Default().Find("Go, Rust and message queues")); got != "Go, Rust, message queue" {
					t.Errorf("found %q", got)
				}
			}
		})
	}
	wait.Wait()
}

func FuzzLoad(f *testing.F) {
	f.Add([]byte("language = [\"Go\", {name = \"C\", word = true, not = [\"c level\"]}]"))
	f.Add([]byte("concept = [\"message queue\"]\ncontext = [\"code\"]"))
	f.Add([]byte("tool = [{}]"))
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := Load(data, "x.toml")
		if (l == nil) == (err == nil) {
			t.Fatal("either a list or an error")
		}
		if err != nil {
			return
		}
		for _, term := range l.All() {
			if _, ok := l.Lookup(term.Name); !ok {
				t.Errorf("%q is not found by its name", term.Name)
			}
		}
		if err := checkMatches(string(data), l.Find(string(data))); err != nil {
			t.Error(err)
		}
	})
}
