package score

import (
	"fmt"

	"pgregory.net/rapid"

	"resumax/language/terms"
	"resumax/resume"
	"resumax/role"
)

// The generator makes resumes of all qualities out of these parts: what a good
// one has, what a bad one has, and what only looks like one of them.
var (
	genBegin = []string{"Cut", "Reduced", "Built", "Led", "Designed", "Migrated", "Sharded", "Responsible for", "Helped with",
		"Worked on", "Tasked with", "Was involved in", "I improved", "Building", "Maintain", "Successfully delivered", "Utilized",
		"The team", "3 times rebuilt", "Introduced", "Duties included"}
	genObject = []string{"the payments service", "a 12 TB PostgreSQL database", "p95 query latency", "the batch job", "CI pipelines",
		"the API error rate", "various things", "a team of 5 engineers", "our login flow", "the the billing system", "order history (2019",
		"Java 8 services", "HTTP/2 endpoints", "the colour picker", "14 downstream calls", "postgres tables"}
	genOutcome = []string{"", "", ", cutting latency from 900 ms to 120 ms", ", saving $30k/year", " by 55%", ", which doubled throughput",
		" with zero downtime", ", resulting in fewer pages", " to 80k req/s", " for 1,200 users", ", unblocking 4x growth",
		" at 99.99% availability", " in 2021", ", improving reliability", " and reducing the data lag to under 90 seconds",
		" as a team player", " under ISO 27001"}
	genMeans = []string{"", "", " using Kafka", " by sharding", " with circuit breakers", " in Go", " via PgBouncer and Redis",
		" through Terraform", " on Kubernetes and Docker", " with Prometheus and Grafana", " (REST, gRPC, GraphQL)", " per day"}
	genSkills = []string{"Go", "Java", "Python", "SQL", "Rust", "PostgreSQL", "Postgres", "postgresql", "Redis", "Kafka", "kubernetes",
		"Kubernetes", "Docker", "AWS", "gRPC", "REST", "microservices", "sharding", "caching", "SLO", "teamwork", "Leadership",
		"Excel", "Prometheus", "Terraform", "observability", "Cassandra", "message queue", ""}
	genNames  = []string{"Ada Example", "Bo Sample", "Çelik Örnek", "Marie-Claire d'Exemple", "李 例"}
	genFirms  = []string{"Fjordpay", "Tallgren Logistics", "Nimbus Example", "Kafka & Sons", "Go Ltd", "Acme 24/7"}
	genTitles = []string{"Backend Engineer", "Senior Backend Engineer", "Software Engineer", "Intern", "Staff Engineer", ""}
	genDates  = []string{"2026-03", "2025-01", "2024-06-15", "2023", "2021-09", "2020-02", "2018", "2016-05", "2012-01", "2009", "Present", "someday", "2031-01", ""}
)

// genWhole are bullets that are drawn as they are.
var genWhole = append([]string{"", "Wrote code", "Added tests", "Python 3.11 and Java 8", "漢字 and עברית text", "Maintained [how many?] servers",
	"Helped with various tasks in order to make it better", "Was built by us quickly", "Team player with proven track record of synergy",
	"Built 3 services. Built 4 services with Go, Kafka, Redis and PostgreSQL that answer 12k req/s per node, with 99.9% availability, for 300 customers in 12 countries and 4 languages, as the first of its kind in the company, and then some more words",
	"**Reduced** latency from 900 ms to 120 ms with [caching](https://example.org)", "Organised the modeling of colors", "Manage the the servers (badly"}, seedBullets...)

// genBullet draws one bullet.
func genBullet(t *rapid.T) string {
	if rapid.IntRange(0, 2).Draw(t, "whole") == 0 {
		return rapid.SampledFrom(genWhole).Draw(t, "bullet")
	}
	text := rapid.SampledFrom(genBegin).Draw(t, "begin") + " " + rapid.SampledFrom(genObject).Draw(t, "object") +
		rapid.SampledFrom(genOutcome).Draw(t, "outcome") + rapid.SampledFrom(genMeans).Draw(t, "means")
	if rapid.IntRange(0, 4).Draw(t, "long") == 0 {
		text += rapid.SampledFrom([]string{", and presented the plan to every team that depends on it so that nobody was surprised when the old way went away for good in the spring",
			" across [how many?] teams", ", **twice**, see [the paper](https://example.org/paper)"}).Draw(t, "tail")
	}
	return text + rapid.SampledFrom([]string{"", ".", "."}).Draw(t, "stop")
}

func genBullets(t *rapid.T, most int) resume.Value {
	return resume.Texts(rapid.SliceOfN(rapid.Custom(genBullet), 0, most).Draw(t, "bullets")...)
}

func genMembers(pairs ...any) []resume.Member {
	var ms []resume.Member
	for i := 0; i < len(pairs); i += 2 {
		switch v := pairs[i+1].(type) {
		case string:
			if v != "" {
				ms = append(ms, resume.Member{Name: pairs[i].(string), Value: resume.Text(v)})
			}
		case resume.Value:
			ms = append(ms, resume.Member{Name: pairs[i].(string), Value: v})
		}
	}
	return ms
}

func genItem(t *rapid.T, pairs ...any) resume.Value {
	if rapid.IntRange(0, 9).Draw(t, "hidden") == 0 {
		pairs = append(pairs, "hidden", resume.Flag(true))
	}
	return resume.Struct(genMembers(pairs...)...)
}

func genList(t *rapid.T, label string, most int, item func(*rapid.T) resume.Value) resume.Value {
	return resume.List(rapid.SliceOfN(rapid.Custom(item), 0, most).Draw(t, label)...)
}

func genOneOf(t *rapid.T, label string, from ...string) string {
	return rapid.SampledFrom(from).Draw(t, label)
}

// genDocument draws a resume.
func genDocument(t *rapid.T) resume.Document {
	date := func(label string) string { return rapid.SampledFrom(genDates).Draw(t, label) }
	basics := genMembers(
		"name", genOneOf(t, "name", append(genNames, "")...),
		"label", genOneOf(t, "label", "Backend Engineer", ""),
		"email", genOneOf(t, "email", "ada@example.org", "ada(at)example", ""),
		"phone", genOneOf(t, "phone", "+1 202 555 0142", "call me", ""),
		"url", genOneOf(t, "url", "https://ada.example.org", "my page", ""),
		"summary", genOneOf(t, "summary", "", "Engineer.", "Backend engineer with 6 years in Go who runs services that answer 80k req/s at 99.99% availability and cut database cost by 40% through careful sharding and caching for many teams.",
			"I am a hard-working team player with a proven track record who is passionate about technology."),
		"location", resume.Struct(genMembers("city", genOneOf(t, "city", "Berlin", ""), "countryCode", genOneOf(t, "country", "DE", ""))...))
	work := genList(t, "work", 4, func(t *rapid.T) resume.Value {
		return genItem(t, "name", genOneOf(t, "firm", append(genFirms, "")...), "position", genOneOf(t, "title", genTitles...),
			"startDate", date("start"), "endDate", date("end"), "highlights", genBullets(t, 7))
	})
	projects := genList(t, "projects", 2, func(t *rapid.T) resume.Value {
		return genItem(t, "name", genOneOf(t, "project", "leaky", "tinykv", ""), "startDate", date("start"), "highlights", genBullets(t, 3))
	})
	skills := genList(t, "skills", 6, func(t *rapid.T) resume.Value {
		return genItem(t, "name", genOneOf(t, "group", "Languages", "Data", "Infrastructure", ""),
			"keywords", resume.Texts(rapid.SliceOfN(rapid.SampledFrom(genSkills), 0, 8).Draw(t, "keywords")...))
	})
	education := genList(t, "education", 2, func(t *rapid.T) resume.Value {
		return genItem(t, "institution", genOneOf(t, "school", "Exampleton University", "Institute of Examples", ""), "studyType", genOneOf(t, "degree", "BSc", "MSc", ""),
			"startDate", date("start"), "endDate", date("end"))
	})
	members := []resume.Member{{Name: "basics", Value: resume.Struct(basics...)}}
	for _, m := range []resume.Member{{Name: "work", Value: work}, {Name: "projects", Value: projects}, {Name: "skills", Value: skills}, {Name: "education", Value: education}} {
		if m.Value.Len() > 0 {
			members = append(members, m)
		}
	}
	d := resume.NewDocument(resume.Struct(members...))
	if rapid.IntRange(0, 5).Draw(t, "hide") == 0 {
		d, _ = d.HideSection(genOneOf(t, "section", "summary", "work", "skills", "education"), true)
	}
	if rapid.IntRange(0, 3).Draw(t, "order") == 0 {
		d, _ = d.MoveSection(rapid.IntRange(0, 4).Draw(t, "from"), rapid.IntRange(0, 4).Draw(t, "to"))
	}
	return d
}

// genOptions draws for whom the resume is read.
func genOptions(t *rapid.T) Options {
	o := Options{Today: today, Terms: terms.Default(), Level: genOneOf(t, "level", "", "", Junior, Mid, Senior)}
	if rapid.IntRange(0, 3).Draw(t, "role") > 0 {
		o.Target = TargetOf(role.All()[rapid.IntRange(0, len(role.All())-1).Draw(t, "pack")])
	}
	return o
}

// failing describes a document in a failure.
func failing(d resume.Document, format string, args ...any) string {
	return fmt.Sprintf(format, args...) + "\nin " + d.Root().String()
}
