package score

import (
	"fmt"
	"strings"
	"testing"

	"resumax/resume"
)

// example is a change to a sample that loses nothing, and what a check says of
// it then; "" where it should find nothing.
type example struct {
	name string
	edit func(resume.Document) resume.Document
	says string
}

// The building blocks of examples.

// written puts texts in place of all bullets, all into the newest position.
func written(bullets ...string) func(resume.Document) resume.Document {
	return func(d resume.Document) resume.Document {
		for i := range d.ListLen("/work") {
			d = must(d.Remove(resume.Address("/work").Item(i).Child("highlights")))
		}
		d = must(d.Remove("/projects"))
		return must(d.Set("/work/0/highlights", resume.Texts(bullets...)))
	}
}

// put puts texts at addresses, alternately given.
func put(pairs ...string) func(resume.Document) resume.Document {
	return func(d resume.Document) resume.Document {
		for i := 0; i < len(pairs); i += 2 {
			d = must(d.Set(resume.Address(pairs[i]), resume.Text(pairs[i+1])))
		}
		return d
	}
}

// without removes what stands at addresses.
func without(addresses ...resume.Address) func(resume.Document) resume.Document {
	return func(d resume.Document) resume.Document {
		for _, a := range addresses {
			d = must(d.Remove(a))
		}
		return d
	}
}

// skilled puts groups in place of the skills, each "Name: one, two, three".
func skilled(groups ...string) func(resume.Document) resume.Document {
	return func(d resume.Document) resume.Document {
		var list []resume.Value
		for _, g := range groups {
			name, words, _ := strings.Cut(g, ": ")
			list = append(list, resume.Struct(genMembers("name", name, "keywords", resume.Texts(strings.Split(words, ", ")...))...))
		}
		return must(d.Set("/skills", resume.List(list...)))
	}
}

// then does one thing after another.
func then(edits ...func(resume.Document) resume.Document) func(resume.Document) resume.Document {
	return func(d resume.Document) resume.Document {
		for _, edit := range edits {
			d = edit(d)
		}
		return d
	}
}

// many is n texts made by a format with one %s, each with a word of its own, so
// that none repeats another.
func many(n int, format string) []string {
	own := strings.Fields("orders invoices refunds carts coupons payouts ledgers parcels routes drivers depots badges rosters menus tickets letters maps prices offers stamps")
	var list []string
	for i := range n {
		list = append(list, fmt.Sprintf(format, own[i]))
	}
	return list
}

const (
	measured   = "Cut the time to import %s from 6 hours to 20 minutes by batching writes in PostgreSQL."
	unmeasured = "Wrote the service that imports %s for the warehouse and its partners in Go."
)

var examples = map[string][]example{
	"density": {
		{"the sample", then(), ""},
		{"half with numbers", written(append(many(3, measured), many(6, unmeasured)[3:]...)...), ""},
		{"a third", written(append(many(3, measured), many(9, unmeasured)[3:]...)...), "“Wrote the service that imports parcels"},
		{"a number, no change", written(many(6, "Handled 300 %s a day in Go.")...), "has a number but no result"},
		{"a change, no number", written(many(6, "Improved the %s of the shop by caching in Redis.")...), "names a result but no number"},
		{"a version is no number", written(many(6, "Reduced the need for %s by moving to Java 17.")...), "names a result but no number"},
		{"none", written(), "no bullets yet"},
	},
	"volume": {
		{"six", written(many(6, measured)...), ""},
		{"five", written(many(5, measured)...), "5 results with a number; 6 earn"},
		{"three, a junior", then(written(many(3, measured)...), put("/meta/resumax/level", Junior)), ""},
		{"none", written(many(4, unmeasured)...), "0 results with a number"},
	},
	"shape": {
		{"all four parts", written(many(4, measured)...), ""},
		{"no means", written("Cut the cost of hosting by 40%."), "is missing a method"},
		{"no result", written("Wrote the importer in Go for the finance department."), "is missing a result"},
		{"no verb", written("The importer cut costs by 40% with Go."), "is missing an action verb"},
		{"no object", written("Improved various other things."), "a specific object"},
		{"nothing at all", written("Responsible for it."), "is missing a result, a method"},
	},
	"comparator": {
		{"from, to", written(many(3, measured)...), ""},
		{"per unit", written("Cut the load on the shop to 80k req/s with Go."), ""},
		{"a window", written("Cut support tickets by 300 within 3 months with a guide."), ""},
		{"versus", written("Cut hosting to $4k versus $9k with Go."), ""},
		{"alone", written("Cut 300 tickets with a guide."), "“Cut 300 tickets with a guide.” has no baseline"},
		{"no number", written("Cut costs with Go."), "Few bullets have a number with a baseline"},
	},
	"near-top": {
		{"in the summary", put("/basics/summary", "Engineer of services for 4 million users."), ""},
		{"in the first bullet", then(put("/basics/summary", "Engineer."), written(many(2, measured)...)), ""},
		{"in the third", then(put("/basics/summary", "Engineer."), written(append(many(2, unmeasured), many(3, measured)[2])...)), "have a number"},
		{"nowhere", then(put("/basics/summary", "Engineer since 2019."), written(many(2, unmeasured)...)), "have a number"},
	},
	"signals": {
		{"the sample", then(), ""},
		{"one kind five times", written(many(5, "Cut the p95 latency of %s from 900 ms to 120 ms in Go.")...), "No bullet shows"},
		{"named without a number", written("Cared for availability, latency, throughput, cost and incidents."), "No bullet shows latency"},
	},
	"keywords": {
		{"the sample", then(), ""},
		{"none", then(written("Painted 4 houses."), skilled("Paints: oil"), put("/basics/summary", "Painter.")), "no role keyword for systems, such as microservices"},
		{"listed counts less", then(written("Painted 4 houses."), skilled("Languages: Go, Java, Python"), put("/basics/summary", "Painter.")), "3 of "},
	},
	"means": {
		{"the sample", then(), ""},
		{"two", written("Moved it to Kafka and Redis.", "Painted the office walls."), "“Painted the office walls.” names no technology"},
		{"a pasted list is no bullet", written("Go, Java, Python, Rust, Kafka, Redis, MySQL, Docker, AWS, Terraform, gRPC, GraphQL"), "0 bullets name technologies or methods"},
		{"twelve", written(many(12, measured)...), ""},
		{"eleven", written(many(11, measured)...), "11 bullets name technologies or methods; 12 earn full points"},
		{"six, a junior", then(written(many(6, measured)...), put("/meta/resumax/level", Junior)), ""},
		{"soft skills are none", written("Practised teamwork and leadership with the whole department."), "names no technology"},
	},
	"backed": {
		{"all", then(written("Moved it to Kafka and Redis in Go."), skilled("A: Go, Kafka", "B: Redis")), ""},
		{"half", then(written("Moved it to Kafka in Go."), skilled("A: Go, Kafka", "B: Redis, Rust")), ""},
		{"by an unknown name", then(written("Moved it to Zzyzxdb."), skilled("A: Zzyzxdb")), ""},
		{"none", then(written("Painted the office walls."), skilled("A: Go, Kafka")), "Both listed skills are in no bullet"},
		{"no list", without("/skills"), "No skills are listed"},
	},
	"organization": {
		{"three groups", skilled("A: Go, Java, Python", "B: MySQL, Redis, Kafka", "C: Docker, Terraform"), ""},
		{"one group", skilled("A: Go, Java, Python, MySQL, Redis, Kafka, Docker, Terraform"), "1 group"},
		{"a group of one", skilled("A: Go, Java, Python, Rust", "B: MySQL, Redis, Kafka", "C: Docker"), "has 1 skill: too few"},
		{"a group of ten", skilled("A: Go, Java, Python, Rust, C#, C++, Perl, PHP, Ruby, Scala", "B: MySQL, Redis", "C: Docker, AWS"), "has 10 skills: too many"},
		{"too few", skilled("A: Go, Java", "B: MySQL, Redis", "C: Docker, AWS"), "6 skills are listed"},
		{"soft skills", skilled("A: Go, Java, Python", "B: MySQL, Redis, Kafka", "C: Docker, Terraform, teamwork"), "A list can't prove soft skills such as “teamwork”"},
	},
	"names": {
		{"the sample", then(), ""},
		{"casing in a bullet", written("Moved it to postgreSQL."), "“postgreSQL” is usually written “PostgreSQL”"},
		{"casing in the list", skilled("A: javascript, Go"), "“javascript” is usually written “JavaScript”"},
		{"twice", skilled("A: PostgreSQL, Postgres"), "the same skill"},
		{"ordinary words", written("Let the team go to rest in spring."), ""},
	},
	"openers": {
		{"verbs", written("Built it.", "Quickly cut the cost.", "Co-led the team.", "**Sharded** it."), ""},
		{"responsible", written("Responsible for builds."), "“Responsible for” does not say what you did"},
		{"helped", written("Helped with builds."), "“Helped” does not say what you did"},
		{"misspelled, still weak", written("Resposible for builds."), "“Responsible for” does not say what you did"},
		{"no verb", written("The importer of orders."), "does not start with an action verb"},
		{"verbs of all trades", written("Filed 40 briefs for the county", "Sorted 300 parcels a day for the depot", "Mixed 12 albums for the label",
			"Fired 60 pots for the fair", "Picked 900 orders a shift for the store", "Dug trenches and laid PVC",
			"Braised, roasted and grilled for 200 covers a night", "Monitor and document vital signs, intake/output, and blood glucose levels"), ""},
		{"a noun that looks like a verb", written("Lead teacher for grade 3."), "does not start with an action verb"},
		{"weak, after a label", written("Sales: responsible for three regions."), "“Responsible for” does not say what you did"},
		{"weak, after an adverb", written("Primarily responsible for three regions."), "“Responsible for” does not say what you did"},
		{"weak, duties", written("Main duties were mail and phones."), "does not say what you did"},
	},
	"tense": {
		{"past, over", put("/work/1/highlights/0", "Led the team."), ""},
		{"present, over", put("/work/1/highlights/0", "Leads the team."), "“Leads” is in the present tense, but this position has ended"},
		{"gerund, over", put("/work/1/highlights/0", "Leading the team."), "“Leading” is in the present"},
		{"all present, goes on", written("Lead the team.", "Write the plan."), ""},
		{"a duty in the past, goes on", written("Lead the team.", "Write the plan.", "Maintained the shop."), "“Maintained” is in the past tense, but the duty goes on"},
		{"a finished result, goes on", written("Lead the team.", "Write the plan.", "Reduced falls by 30%."), ""},
		{"something made, goes on", written("Lead the team.", "Write the plan.", "Built it."), ""},
		{"all past, goes on", written("Maintained the shop.", "Answered calls."), ""},
		{"nurse, goes on", written("Manage ventilators for 2 patients a shift", "Serve as charge nurse on half of all shifts",
			"Reduced pneumonia from 3.2 to 0.8 per 1000 days with a bundle", "Achieved zero infections for 18 months with daily audits"), ""},
		{"chef, goes on", written("Cook for 200 guests", "Order produce", "Rewrote the menu with the owner", "Was promoted to head chef"), ""},
		{"over, several verbs", put("/work/1/highlights/0", "Plan, run and review drills."), "“Plan” is in the present tense"},
		{"over, a noun", put("/work/1/highlights/0", "Plan coordinator of the county."), ""},
		{"over, irregular", put("/work/1/highlights/0", "Troubleshoot pumps."), "“Troubleshoot” is in the present tense"},
		{"a dated duty, goes on", written("Lead the team.", "Write the plan.", "Managed the shop during the merger."), ""},
		{"both tenses alike", written("Lead the team.", "Write the plan.", "Cut the cost."), ""},
	},
	"length": {
		{"fifteen words", written(many(2, measured)...), ""},
		{"two words", written("Wrote tests."), "“Wrote tests.” has 2 words, too few"},
		{"forty words", written("Wrote " + strings.TrimSuffix(strings.Repeat("one more word about the importer and ", 6), " and ") + "."), "readers lose track beyond 32"},
	},
	"repetition": {
		{"all differ", written("Built it.", "Cut cost.", "Led them.", "Wrote that.", "Ran this."), ""},
		{"twice in a position", written("Built it.", "Built that.", "Cut cost.", "Led them."), ""},
		{"three times", written("Built it.", "Built that.", "Built more.", "Cut cost.", "Led them."), "“Built” starts 3 bullets"},
		{"other forms of it", written("Built it.", "Build that.", "Building more.", "Cut cost."), "starts 3 bullets"},
	},
	"clarity": {
		{"plain", written("Rebuilt the importer."), ""},
		{"first person", written("I rebuilt the importer."), "“I” is first person"},
		{"passive", written("The importer was rebuilt."), "“was rebuilt” is passive"},
		{"filler", written("Successfully rebuilt the importer."), "“Successfully” is filler"},
		{"cliché", written("Rebuilt it as a team player."), "“team player” is a cliché"},
		{"a country is no person", written("Sold it in the US."), ""},
	},
	"contact": {
		{"all", then(), ""},
		{"no email", put("/basics/email", "ada at example"), "no valid email address"},
		{"no phone", put("/basics/phone", "call me"), "no phone number"},
		{"no name", without("/basics/name"), "no name"},
		{"no place", without("/basics/location"), "no location"},
		{"no link", without("/basics/url", "/basics/profiles"), "no link to a profile"},
		{"a profile is a link", without("/basics/url"), ""},
	},
	"sections": {
		{"all", then(), ""},
		{"no school", without("/education"), "There is no education"},
		{"no skills", without("/skills"), "no skills section"},
		{"no work", without("/work", "/projects"), "no position and no project"},
		{"projects alone", then(without("/work"), put("/projects/0/name", "leaky")), ""},
		{"school first", func(d resume.Document) resume.Document { return schoolFirst(d) }, "Education comes before work"},
		{"school first, a junior", func(d resume.Document) resume.Document {
			return put("/meta/resumax/level", Junior)(schoolFirst(d))
		}, ""},
	},
	"roles": {
		{"whole", then(), ""},
		{"no title", without("/work/1/position"), "has no title"},
		{"no employer", without("/work/1/name"), "has no employer"},
		{"no start", without("/work/1/startDate"), "has no start"},
		{"none", without("/work", "/projects"), "There is no position"},
	},
	"chronology": {
		{"the sample", then(), ""},
		{"a newer year alone", put("/work/0/startDate", "2021"), "has years only, older positions have months"},
		{"an older year alone", put("/work/1/startDate", "2019"), ""},
		{"oldest first", put("/work/0/startDate", "2010-01", "/work/0/endDate", "2011-01"), "newer than the position above"},
		{"to come", put("/work/0/startDate", "2031-01"), "starts in the future"},
		{"ends first", put("/work/1/startDate", "2020-01", "/work/1/endDate", "2019-01"), "ends before it starts"},
		{"a gap", put("/work/1/endDate", "2010-01", "/work/1/startDate", "2009-01"), "are unexplained"},
	},
	"words": {
		{"500 words", put("/work/0/summary", strings.Repeat("one more word about the importer and ", 25)), ""},
		{"few", written("Wrote tests."), "are typical at your level"},
		{"very many", put("/work/0/summary", strings.Repeat("one more word about the importer and ", 200)), "readers skim"},
	},
	"pages": {
		{"the sample", then(), ""},
		{"five pages", put("/work/0/summary", strings.Repeat("one more word about the importer and ", 500)), "2 pages at most at your level"},
		{"two pages, a junior", put("/meta/resumax/level", Junior, "/work/0/summary", strings.Repeat("one more word about the importer and ", 180)), "1 page at most at your level"},
	},
	"per-role": {
		{"three", written(many(3, measured)...), ""},
		{"one", written(many(1, measured)...), ", your newest position, has 1 bullet"},
		{"nine", written(many(9, measured)...), "has 9 bullets"},
	},
	"summary": {
		{"the sample", then(), ""},
		{"none", without("/basics/summary"), "There is no summary"},
		{"short", put("/basics/summary", "Engineer of services for 4 million users."), "The summary has 7 words"},
		{"no scale", put("/basics/summary", strings.Repeat("one more word about the importer and ", 6)), "no number that shows the scale"},
		{"long", put("/basics/summary", "Served 4 million users. "+strings.Repeat("One more word about the importer. ", 15)), "readers skip one much beyond 60"},
	},
	"mechanics": {
		{"the sample", then(), ""},
		{"misspelled", written("Recieved the order."), "“Recieved” is not in the dictionary"},
		{"doubled", written("Wrote the the importer."), "“the” is repeated"},
		{"bracket", written("Wrote the importer (in Go."), "has an opening bracket without a closing one"},
		{"two kinds of English", written("Chose the colour of the office.", "Changed the color of the roof."), "is the British spelling"},
		{"names", written("Moved Zürich's Kubernetes to gRPC in HTTP/2."), ""},
	},
	"leftovers": {
		{"the sample", then(), ""},
		{"a number to come", written("Raised sales by XX% in the shop."), "“XX%” is a placeholder"},
		{"one letter", written("Raised sales by X% in the shop."), "“X%” is a placeholder"},
		{"an amount of money", written("Saved $X in the shop.", "Saved $XX,XXX in the depot."), "“$XX,XXX” is a placeholder"},
		{"years to come", written("Ran the shop for X+ years."), "“X+” is a placeholder"},
		{"in brackets", written("Raised sales by [Number] in the shop."), "“[Number]” is a placeholder"},
		{"what to write", written("Worked as [Job Title] at {{company name}}."), "“{{company name}}” is a placeholder"},
		{"misspelled", written("Raised sales by [Numbr] in the shop."), "“[Numbr]” is a placeholder"},
		{"an instruction", written("Ran [insert your company] for a year."), "is a placeholder"},
		{"a line to fill in", written("Raised sales by ____ in the shop."), "“____” is a placeholder"},
		{"of a printer", put("/basics/summary", "Lorem ipsum dolor sit amet."), "“Lorem ipsum” is a placeholder"},
		{"your name", put("/basics/summary", "Your name here."), "“Your name here” is a placeholder"},
		{"a bullet twice", written("Wrote the importer of orders.", "Wrote the importer of orders."), "“Wrote the importer of orders.” repeats another bullet"},
		{"a label twice", written("Database: SQL Server 2008", "Database: SQL Server 2008", "Wrote tests.", "Wrote tests."), ""},
		{"names with an X", written("Moved Project X to OS X, XXL parcels and 4xx errors to the X-ray ward."), ""},
		{"a remark in brackets", written("Sold [sic] the shop to the owner [2], [Go, Java] and <T> for it."), ""},
	},
}

func schoolFirst(d resume.Document) resume.Document {
	place := func(key string) int {
		for i, s := range d.Resume().Sections {
			if s.Key == key {
				return i
			}
		}
		return -1
	}
	return must(d.MoveSection(place("education"), place("work")))
}

func TestChecksFindWhatTheyAreFor(t *testing.T) {
	sample := backend(t).Sample()
	for _, c := range checks {
		pass, fail := 0, 0
		for _, e := range examples[c.id] {
			d := e.edit(sample)
			r := Document(d, Options{Target: TargetOf(backend(t)), Today: today, Level: d.TextAt("/meta/resumax/level")})
			found := ""
			for _, f := range r.Findings {
				if f.Check == c.id {
					found += f.Why + "\n"
				}
			}
			switch {
			case e.says == "":
				pass++
				if found != "" {
					t.Errorf("%s: %s: %s", c.id, e.name, found)
				}
			default:
				fail++
				if !strings.Contains(found, e.says) {
					t.Errorf("%s: %s: %q, want %q", c.id, e.name, found, e.says)
				}
			}
		}
		if pass < 1 || fail < 2 {
			t.Errorf("%s: %d examples pass and %d fail", c.id, pass, fail)
		}
	}
	if len(examples) != len(checks) {
		t.Errorf("examples for %d checks of %d", len(examples), len(checks))
	}
}
