package score

import (
	"slices"
	"strings"
	"testing"

	"resumax/terms"
)

func read(text string) *sentence { return readSentence(text, terms.Default()) }

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

func TestBeginnings(t *testing.T) {
	for text, want := range map[string]beginning{
		"Cut the latency":                  action,
		"Quickly rebuilt the cache":        action,
		"Co-led the migration":             action,
		"**Sharded** the database":         action,
		"[Which verb?] the cache":          action,
		"Responsible for the cache":        weak,
		"Was responsible for the cache":    weak,
		"Was  responsible  for the cache":  weak,
		"Resposible for the cache":         weak,
		"Was involved involved in caches":  weak,
		"Helped with the cache":            weak,
		"The team rebuilt the cache":       plain,
		"Cache design and implementation":  plain,
		"Improvements to the cache layers": plain,
	} {
		if got := read(text).begins; got != want {
			t.Errorf("%q begins %v, want %v", text, got, want)
		}
	}
}

func TestListsAreNoBullets(t *testing.T) {
	for text, want := range map[string]bool{
		"Go, Java, Python, Rust":                                   true,
		"Java Java Java":                                           true,
		"Kafka / Redis / PostgreSQL":                               true,
		"Docker and Kubernetes":                                    true,
		"Built services in Go, Java and Rust for three banks":      false,
		"Cut latency, cost and paging noise with Redis and Kafka.": false,
		"[What did you change?]":                                   false,
		"":                                                         false,
	} {
		if got := read(text).isList; got != want {
			t.Errorf("%q is a list: %v", text, got)
		}
	}
}

func TestFogAndSlips(t *testing.T) {
	for text, want := range map[string]string{ // what is quoted → the text mended
		"I rebuilt the cache":                        "I → Rebuilt the cache",
		"Successfully rebuilt the cache":             "Successfully → Rebuilt the cache",
		"Rebuilt the cache in order to cut costs":    "in order to → Rebuilt the cache to cut costs",
		"Rebuilt it as a team player":                "team player → Rebuilt it as a",
		"The cache was rebuilt":                      "was rebuilt → The cache [who? you?]",
		"Added retry retry-loops":                    "retry retry-loops → Added retry-loops",
		"Added retry-loops loops":                    "retry-loops loops → Added retry-loops",
		"Rebuilt the the cache":                      "the the → Rebuilt the cache",
		"Rebuilt the cache (and the queue":           "( → Rebuilt the cache and the queue",
		"Rebuilt the cache and the queue)":           ") → Rebuilt the cache and the queue",
		"Rebuilt the cache (1) fast, 2) cheap, (3)":  "",
		"Sold in the US and moved the US region":     "",
		"Had had that that is is known":              "",
		"**Rebuilt** the [the cache](https://x.org)": "the [the → Rebuilt the cache",
	} {
		s := read(text)
		got := ""
		for _, f := range slices.Concat(s.fog, s.slips) {
			_, quote := s.span(f.start, f.end)
			got = quote + " → " + f.mended
			break
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestVerbForms(t *testing.T) {
	w := lists()
	for base, past := range map[string]string{"cut": "cut", "build": "built", "plan": "planned", "study": "studied", "shape": "shaped",
		"defer": "deferred", "deploy": "deployed", "fix": "fixed", "rewrite": "rewrote", "overhaul": "overhauled", "oversee": "oversaw"} {
		if w.pastOf[base] != past {
			t.Errorf("the past of %s is %q, want %q", base, w.pastOf[base], past)
		}
	}
	for form, base := range map[string]string{"planning": "plan", "leads": "lead", "studies": "study", "overseeing": "oversee", "making": "make", "catches": ""} {
		if w.present[form] != base {
			t.Errorf("%s is a form of %q, want %q", form, w.present[form], base)
		}
	}
}

func TestWordListsSayWhatIsWrong(t *testing.T) {
	for data, want := range map[string]string{
		"action = 3":              "words.toml",
		"colour = \"red\"":        "“colour” is no list of words",
		"irregular = \"cut cut\"": "has not three forms",
		"irregular = \"cut cut cut\"\nspelling = \"color\"": "is no pair",
		"action = \"cut\"\nperson =":                        "words.toml",
	} {
		if _, err := loadWords([]byte(data)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", data, err, want)
		}
	}
}
