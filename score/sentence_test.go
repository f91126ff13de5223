package score

import (
	"slices"
	"strings"
	"testing"

	"resumax/language/terms"
)

func read(text string) *sentence { return readSentence(text, terms.Default(), facts{}) }

func TestNumbersThatMeasure(t *testing.T) {
	for text, want := range map[string]string{
		"Cut latency from 900 ms to 120 ms":              "900 ms|120 ms",
		"Served 80k req/s":                               "80k req/s",
		"Held 99.99% availability":                       "99.99%",
		"Sharded a 12TB database":                        "12TB",
		"Deferred a $30k/year upgrade":                   "$30k/year",
		"Unblocked 4x growth":                            "4x",
		"Brought p95 down by 40 percent":                 "40 percent",
		"Cut lag from 6 hours to under 90 seconds":       "6 hours|90 seconds",
		"Led a team of five engineers":                   "five engineers",
		"Blocked an attack with zero downtime":           "zero downtime",
		"Doubled the throughput":                         "Doubled",
		"Retried 14 downstream calls":                    "14 downstream calls",
		"Answered dozens of tickets":                     "dozens",
		"Moved 1,200,000 to the new store":               "1,200,000",
		"Took the error rate from 12 to 3":               "12|3",
		"Handled 2,019 tickets":                          "2,019 tickets",
		"Wrote 2019 tests":                               "2019 tests",
		"Migrated to Java 8":                             "",
		"Ported scripts to Python 3.11":                  "",
		"Spoke HTTP/2 to EC2 and S3":                     "",
		"Certified under ISO 27001 and SOC 2":            "",
		"Call +1 202 555 0142":                           "",
		"Graduated with GPA 3.9/4.0":                     "",
		"Placed 1st of the 2nd league":                   "",
		"Since 2019 and until May 2021":                  "",
		"On call 24/7":                                   "",
		"Ran it in Q3 of 2022":                           "",
		"Improved the p95":                               "",
		"Kept the RFC 2616 headers and TLS 1.3":          "",
		"Rebuilt half of the site":                       "",
		"Rolled out version 2 on Windows 11 and Web 2.0": "",
	} {
		var got []string
		for _, m := range read(text).metrics {
			got = append(got, m.Text)
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q measures %q, want %q", text, got, want)
		}
	}
}

// Each half of these tables has thirty lines or more: sentences with what they
// are for, and sentences that only look like it.

func TestBeginnings(t *testing.T) {
	for want, lines := range map[beginning]string{
		action: `Cut the latency
			Quickly rebuilt the cache
			Co-led the migration
			**Sharded** the database
			[Which verb?] the cache
			Led five engineers
			Wrote the runbook
			Taught two courses
			Negotiated the contract
			Reconciled 40 accounts
			Catalogued the archive
			Painted twelve offices
			Welded frames for trams
			Audited the vendors
			Triaged 60 tickets a day
			Held weekly reviews
			Paid 300 invoices
			Met with every customer
			Drew the plans
			Sent 40 offers
			Took the service from 3 to 40 regions
			Spent half of the budget
			Successfully launched the shop
			Modelled demand for spare parts
			Organised the fair
			Re-architected the importer
			Manages three vendors
			Building the new importer
			Own the roadmap
			Shed load in peaks
			Handled 300 tickets a week
			Served 80k requests a second`,
		weak: `Responsible for the cache
			Was responsible for the cache
			Was  responsible  for the cache
			Resposible for the cache
			Was involved involved in caches
			Helped with the cache
			Helped to build the cache
			Helping the team build caches
			Worked on the cache
			Worked with caches
			Worked closely with designers
			Worked alongside two nurses
			Working on the cache
			Works on the cache
			Assisted in audits
			Assisting the manager
			Aided the manager
			Involved in planning
			Participated in planning
			Tasked with planning
			Was tasked with planning
			Duties included planning
			Responsibilities include planning
			Took part in planning
			Supported the planning
			Contributed to the planning
			Familiar with planning
			Exposure to planning
			Experience with planning
			Experienced in planning
			Knowledge of planning
			Part of the planning team
			Member of the planning team
			Served as planner
			Acted as planner
			Attended the planning
			Shadowed the planner
			In charge of planning`,
		plain: `The team rebuilt the cache
			Cache design and implementation
			Improvements to the cache layers
			New cache for the shop
			Successful launch of the shop
			Weekly reports to the board
			Engineering of caches
			Python scripts for the shop
			Excellent cache results
			Dedicated engineer of caches
			Experienced engineer
			Skilled welder of frames
			Advanced caching for the shop
			Detailed plans for the shop
			Seasoned planner of fairs
			Interested in planning
			Tried new ways of planning
			Wanted to improve the plans
			Very good at planning
			Full cycle of accounting
			In 2021 the cache was new
			Driven by data
			Written in Go
			Several plans for fairs
			Cross-functional work on plans
			Caches, queues and the rest of it
			Qzxed the cache
			12 caches in four regions
			Customer service for 40 shops`,
	} {
		for line := range strings.Lines(lines) {
			if got := read(strings.TrimSpace(line)).begins; got != want {
				t.Errorf("%q begins %v, want %v", strings.TrimSpace(line), got, want)
			}
		}
	}
}

func TestTenses(t *testing.T) {
	for want, lines := range map[string]string{
		"past": `Led the team
			Built it
			Wrote it
			Ran it
			Drove it
			Grew sales
			Sold it
			Taught it
			Won it
			Chose it
			Found it
			Kept it
			Made it
			Broke it down
			Brought it in
			Rebuilt it
			Rewrote it
			Oversaw it
			Planned it
			Shipped it
			Deferred it
			Studied it
			Carefully studied it
			Co-led it
			Optimised it
			Modelled it
			Migrated it
			Paid it
			Held it
			Took it over
			Re-architected it`,
		"present": `Lead the team
			Leads the team
			Leading the team
			Build it
			Builds it
			Building it
			Write it
			Writing it
			Manage it
			Manages it
			Managing it
			Run it
			Own it
			Owns it
			Drive it
			Driving it
			Plan it
			Planning it
			Ship it
			Shipping it
			Study it
			Studies it
			Oversee it
			Overseeing it
			Optimise it
			Modelling it
			Migrate it
			Migrates it
			Hold it
			Takes it over
			Quickly ships it`,
		"both": `Cut it
			Set it up
			Put it in place
			Split it
			Shed load
			Shut it down`,
		"none": `The team built it
			Responsible for it
			Planned-for growth of it
			Python
			12 of them
			A building for it
			[Which verb?] it`,
	} {
		for line := range strings.Lines(lines) {
			s := read(strings.TrimSpace(line))
			got := "none"
			switch {
			case s.past && s.present:
				got = "both"
			case s.past:
				got = "past"
			case s.present:
				got = "present"
			}
			if got != want {
				t.Errorf("%q: %s, want %s", s.text, got, want)
			}
		}
	}
}

func TestPassivesAndPersons(t *testing.T) {
	for want, lines := range map[string]string{
		"it does not say who": `The cache was rebuilt
			Caches were reduced
			The cache has been rebuilt
			Costs were cut by 40%
			The shop was launched in May
			The plan was written
			Two offices were painted
			Frames were welded
			The budget was approved
			The importer was being rewritten
			It was quickly rebuilt
			It was not finished
			Plans were all drawn
			The team was led
			Invoices were paid
			Offers were sent
			The award was won
			Data was migrated
			Customers were served
			Tickets were triaged
			Accounts were reconciled
			The contract was negotiated
			The vendor was chosen
			Bugs were found
			The site was kept running
			Sales were grown
			The service was split
			The course was taught
			The report was automated
			The queue was drained
			The wall was paintedd`,
		"is first person": `I rebuilt the cache
			Rebuilt my cache
			Rebuilt our cache
			We rebuilt the cache
			Rebuilt it myself
			Rebuilt it ourselves
			A cache that I rebuilt
			When I joined, rebuilt the cache
			In 2021 I rebuilt the cache
			I'm rebuilding the cache
			I’m rebuilding the cache
			I've rebuilt it
			We've rebuilt it
			We're rebuilding it
			I'd rebuilt it
			Made it ours
			They let us rebuild it
			They gave me the cache
			My cache answers
			Our cache answers
			WE rebuilt the cache
			MY cache answers
			Then we rebuilt it
			So I wrote it
			What I wrote runs
			As I see it, caches answer
			Cut costs for us by half
			Rebuilt it with my team
			Trained our interns
			I also rebuilt it
			i managed the cache
			At the shop I sold shoes
			As Senior Planner I was on call
			In this position as a supervisory accountant I was on call
			Everyday I drove a bus
			mmy cache answers`,
		"": `Rebuilt the cache
			Sold it in the US
			Sold it in EMEA and ME
			Passed Phase I of the audit
			Ran type I and II trials
			Promoted from Engineer I to Engineer II
			Engineer I at the bureau
			Cut I/O by 40%
			Moved it to the M.2 slot
			Wired I2C and SPI
			Mapped the mine
			Filed the I-9 forms
			Wrote chapter I of the guide
			Played in world war I films
			Ran a Level I trauma bay
			Passed the Type I exam
			Taught Algebra I to 30 students
			Served Title I schools in Ohio
			Managed Mechanic I staff
			Volunteered at Our Lady of Hope
			Wrote for My Home Weekly
			Chaired Teach for Us in Ohio
			Checked that orders were filled
			Cleaned rooms after guests were moved
			Ran audits to ensure data was backed up
			Fixed what was broken
			Served clients whose claims were denied
			Trained staff while the site was closed
			Was promoted to lead cook
			Sold wine de garde to hotels
			The team was small
			The cache was down for an hour
			It was based in Berlin
			Customers were interested
			The team was experienced
			The shop was in Oslo
			Where the plan was
			What was new: caches
			There were 300 tickets
			Cut what was 900 ms to 120 ms
			The week was long
			Sales were high
			It was Kafka that answered
			Was quick
			Grew what was then the smallest shop
			They were engineers
			Was, built anew, twice as fast`,
	} {
		for line := range strings.Lines(lines) {
			s := read(strings.TrimSpace(line))
			got := ""
			for _, f := range s.clarity {
				for _, kind := range []string{"it does not say who", "is first person"} {
					if strings.Contains(f.why, kind) {
						got = kind
					}
				}
			}
			if got != want {
				t.Errorf("%q: %q, want %q", s.text, got, want)
			}
		}
	}
}

// A verb gets the tense that its position asks for, and others that are joined to it
// get the same. No form is invented.
func TestVerbsInAnotherTense(t *testing.T) {
	for text, want := range map[string]string{
		"Lead the team":                              "Led the team",
		"Plan, run and review drills":                "Planned, ran and reviewed drills",
		"Plan and present training for staff":        "Planned and presented training for staff",
		"Troubleshoot pumps":                         "Troubleshot pumps",
		"Manages and trains staff":                   "Managed and trained staff",
		"Writing and editing copy":                   "Wrote and edited copy",
		"Sales: sell and restock shoes":              "Sales: sold and restocked shoes",
		"Quickly ship orders":                        "Quickly shipped orders",
		"Manage budgets and staff":                   "Managed budgets and staff",
		"Review charts and policy":                   "Reviewed charts and policy",
		"Review and Monitor pumps":                   "Reviewed and Monitored pumps",
		"Cross train staff":                          "Cross trained staff",
		"Re-train staff":                             "Re-trained staff",
		"Organise fairs":                             "Organised fairs",
		"Travel to clients":                          "Traveled to clients",
		"Teach, coach & grade pupils":                "Taught, coached & grade pupils",
		"Prepare food, clean counters and stock bar": "Prepared food, clean counters and stock bar",
	} {
		s := read(text)
		if s.begins != action || !s.present {
			t.Errorf("%q begins %v, present %v", text, s.begins, s.present)
			continue
		}
		start, end, form := s.retold(true)
		if got := s.with(start, end, form); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]string{
		"Maintained and inspected pumps": "Maintain and inspect pumps",
		"Oversaw staff":                  "Oversee staff",
		"Taught pupils":                  "Teach pupils",
		"Co-managed pumps":               "Co-manage pumps",
	} {
		s := read(text)
		start, end, form := s.retold(false)
		if got := s.with(start, end, form); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestListsAreNoBullets(t *testing.T) {
	for text, want := range map[string]bool{
		"Go, Java, Python, Rust": true,
		"Sharding":               true,
		"test automation test automation test automation": true,
		"Java Java Java":                                                            true,
		"Kafka / Redis / PostgreSQL":                                                true,
		"Docker and Kubernetes":                                                     true,
		"Built services in Go, Java and Rust for three banks":                       false,
		"Cut latency, cost and paging noise with Redis and Kafka.":                  false,
		"I improved HTTP/2 endpoints, which doubled throughput":                     false,
		"[What did you change?]":                                                    false,
		"Dug trenches and laid PVC":                                                 false,
		"Braised, roasted and grilled for 200 covers a night":                       false,
		"Sold shoes, belts, bags, hats":                                             false,
		"Go, SQL, Java, Python Go, SQL, Java, Python Go, SQL, Java, Python":         true,
		"Applied in Go, SQL, Go, SQL, Go, SQL, Go, SQL, Go, SQL, Go, SQL, Go, SQL":  true,
		"Monitor and document vital signs, intake/output, and blood glucose levels": false,
		"Clean, sanitize, stock and close the kitchen":                              false,
		"年間売上目標を5期連続で達成しました":                                                        false,
		"売上、企画、人事":                                                                  true,
		"営業":                                                                        true,
		"":                                                                          false,
	} {
		if got := read(text).isList; got != want {
			t.Errorf("%q is a list: %v", text, got)
		}
	}
}

func TestUnclearWordsAndTypos(t *testing.T) {
	for text, want := range map[string]string{ // what is quoted → the text fixed
		"I rebuilt the cache":                        "I → Rebuilt the cache",
		"Successfully rebuilt the cache":             "Successfully → Rebuilt the cache",
		"Rebuilt the cache in order to cut costs":    "in order to → Rebuilt the cache to cut costs",
		"Rebuilt it as a team player":                "team player → Rebuilt it as a [what shows it?]",
		"The cache was rebuilt":                      "was rebuilt → The cache [who? you?]",
		"Added retry retry-loops":                    "retry retry-loops → Added retry-loops",
		"Added retry-loops loops":                    "retry-loops loops → Added retry-loops",
		"Rebuilt the the cache":                      "the the → Rebuilt the cache",
		"Answered 90 calls calls/s":                  "calls calls/s → Answered 90 calls/s",
		"Raised recall recall@10 by a third":         "recall recall@10 → Raised recall@10 by a third",
		"Cleaned the shop shop's floors":             "shop shop's → Cleaned the shop's floors",
		"Rebuilt the cache (and the queue":           "( → Rebuilt the cache and the queue",
		"Rebuilt the cache and the queue)":           ") → Rebuilt the cache and the queue",
		"Rebuilt the cache (1) fast, 2) cheap, (3)":  "",
		"Sold in the US and moved the US region":     "",
		"Had had that that is is known":              "",
		"**Rebuilt** the [the cache](https://x.org)": "the [the → Rebuilt the cache",
	} {
		s := read(text)
		got := ""
		for _, f := range slices.Concat(s.clarity, s.typos) {
			_, quote := s.span(f.start, f.end)
			got = quote + " → " + f.fixed()
			break
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestWordListsSayWhatIsWrong(t *testing.T) {
	for data, want := range map[string]string{
		"duty = 3":                    "words.toml",
		"colour = \"red\"":            "“colour” is not a list of words",
		"spelling = \"color\"":        "is no pair",
		"duty = \"manage\"\nperson =": "words.toml",
	} {
		if _, err := readWords([]byte(data)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", data, err, want)
		}
	}
}
