package score

import (
	"fmt"
	"math/rand/v2"
	"os"
	"resumax/resume"
	"strings"
	"testing"
	"time"
)

func rword(r *rand.Rand) string {
	n := 4 + r.IntN(8)
	b := make([]byte, n)
	for i := range b {
		b[i] = byte('a' + r.IntN(26))
	}
	return string(b)
}
func one(texts ...string) resume.Document {
	return resume.NewDocument(resume.Struct(resume.Member{Name: "work", Value: resume.List(engineerAt(0, texts))}))
}
func rep(f func(i int) string, n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = f(i)
	}
	return out
}
func TestHostile(t *testing.T) {
	if os.Getenv("HOSTILE") == "" {
		t.Skip()
	}
	r := rand.New(rand.NewPCG(1, 2))
	lang := func(d resume.Document, tag string) resume.Document {
		return must(d.Set(resume.LanguageSetting, resume.Text(tag)))
	}
	cases := []struct {
		name string
		n    int
		doc  func(n int) resume.Document
	}{
		{"word", 100000, func(n int) resume.Document { return one(strings.Repeat("a", n)) }},
		{"wordmix", 100000, func(n int) resume.Document { return one(strings.Repeat("qzx", n/3)) }},
		{"word-hyphens", 100000, func(n int) resume.Document { return one(strings.Repeat("ab-", n/3)) }},
		{"word-dots", 100000, func(n int) resume.Document { return one(strings.Repeat("a.b@", n/4)) }},
		{"word-slashes", 100000, func(n int) resume.Document { return one(strings.Repeat("a/", n/2)) }},
		{"word-digits", 100000, func(n int) resume.Document { return one(strings.Repeat("1,", n/2)) }},
		{"word-digits2", 100000, func(n int) resume.Document { return one(strings.Repeat("1a", n/2)) }},
		{"word-apos", 100000, func(n int) resume.Document { return one(strings.Repeat("ab'", n/3)) }},
		{"percent", 100000, func(n int) resume.Document { return one("Cut cost by " + strings.Repeat("40% ", n/4)) }},
		{"fromto", 100000, func(n int) resume.Document { return one("Cut cost " + strings.Repeat("from 40% to 3% ", n/15)) }},
		{"stars", 100000, func(n int) resume.Document { return one(strings.Repeat("**a ", n/4)) }},
		{"bold", 100000, func(n int) resume.Document { return one(strings.Repeat("**a** ", n/6)) }},
		{"brackets", 100000, func(n int) resume.Document { return one(strings.Repeat("[", n)) }},
		{"parens", 100000, func(n int) resume.Document { return one(strings.Repeat("(", n)) }},
		{"parens2", 100000, func(n int) resume.Document { return one(strings.Repeat("1) ", n/3)) }},
		{"slots", 100000, func(n int) resume.Document { return one(strings.Repeat("[q?]", n/4)) }},
		{"slots2", 100000, func(n int) resume.Document { return one(strings.Repeat("[how many?] word ", n/17)) }},
		{"colons", 100000, func(n int) resume.Document { return one(strings.Repeat("a: ", n/3)) }},
		{"and", 100000, func(n int) resume.Document { return one(strings.Repeat("and ", n/4)) }},
		{"built", 100000, func(n int) resume.Document { return one(strings.Repeat("built ", n/6)) }},
		{"team", 100000, func(n int) resume.Document { return one(strings.Repeat("team player ", n/12)) }},
		{"I", 100000, func(n int) resume.Document { return one(strings.Repeat("I ", n/2)) }},
		{"was", 100000, func(n int) resume.Document { return one(strings.Repeat("was built. ", n/11)) }},
		{"bullet1M", 250000, func(n int) resume.Document {
			r := rand.New(rand.NewPCG(1, 2))
			var b strings.Builder
			for b.Len() < n {
				b.WriteString(rword(r))
				b.WriteByte(' ')
			}
			return one(b.String())
		}},
		{"bulletEnglish1M", 250000, func(n int) resume.Document {
			return one(strings.Repeat("Built the import service in Go that cut latency by 40% for 300 customers, and was responsible for various things. ", n/110))
		}},
		{"summary", 250000, func(n int) resume.Document {
			return must(one("Built it").Set("/basics", resume.Struct(resume.Member{Name: "summary", Value: resume.Text(strings.Repeat("Built the import service in Go that cut latency by 40% for 300 customers, and was responsible for various things. ", n/110))})))
		}},
		{"kafkas", 100000, func(n int) resume.Document { return one(strings.Repeat("kafka Javascript ", n/17)) }},
		{"xxxx", 100000, func(n int) resume.Document { return one("Cut " + strings.Repeat("XX% ", n/4)) }},
		{"lorem", 100000, func(n int) resume.Document { return one(strings.Repeat("lorem ipsum dolor ", n/18)) }},
		{"cjk", 100000, func(n int) resume.Document { return one(strings.Repeat("漢", n/3)) }},
		{"thai", 100000, func(n int) resume.Document { return one(strings.Repeat("นำทีม8คนและลด", n/39)) }},
		{"arabic", 100000, func(n int) resume.Document { return one(strings.Repeat("العلم", n/10)) }},
		{"german", 100000, func(n int) resume.Document {
			return one(strings.Repeat("Reduzierte die Durchlaufzeit von 9 auf 4 Tage durch ein Kanban und schulte 12 Mitarbeiter. ", n/90))
		}},
		{"germanword", 100000, func(n int) resume.Document { return lang(one(strings.Repeat("a", n)), "de") }},
		{"germandigits", 100000, func(n int) resume.Document { return lang(one(strings.Repeat("1 Mai ", n/6)), "de") }},
		{"combining", 100000, func(n int) resume.Document { return one("a" + strings.Repeat("\u0301", n/2)) }},
		{"softhyphen", 100000, func(n int) resume.Document { return one(strings.Repeat("a\u00ad", n/3)) }},
		{"url", 100000, func(n int) resume.Document { return one("https://example.org/" + strings.Repeat("a/", n/2)) }},
		{"bullets", 20000, func(n int) resume.Document { return one(rep(func(int) string { return "b" }, n)...) }},
		{"bulletsDiff", 700, func(n int) resume.Document {
			r := rand.New(rand.NewPCG(1, 2))
			return one(rep(func(int) string { return "Built " + rword(r) + " " + rword(r) + " in Go" }, n)...)
		}},
		{"bulletsEqual", 5000, func(n int) resume.Document {
			return one(rep(func(int) string { return "Built the import service in Go that cut latency by 40%" }, n)...)
		}},
		{"bulletsNum", 5000, func(n int) resume.Document {
			return one(rep(func(i int) string { return fmt.Sprintf("Built the import service in Go that cut latency by %d%%", i) }, n)...)
		}},
		{"typos", 400, func(n int) resume.Document {
			return one(rep(func(i int) string {
				r := rand.New(rand.NewPCG(uint64(i), 2))
				return "Managd the " + rword(r) + " recieved acheived " + rword(r)
			}, n)...)
		}},
		{"placeholders", 800, func(n int) resume.Document {
			return one(rep(func(i int) string {
				return fmt.Sprintf("Cut %c%c cost by XX%% at [Company Name] lorem%d", 'a'+i%26, 'a'+i/26%26, i)
			}, n)...)
		}},
		{"jobs", 2500, func(n int) resume.Document {
			w := make([]resume.Value, n)
			for i := range w {
				w[i] = engineerAt(i, []string{"Built x"})
			}
			return resume.NewDocument(resume.Struct(resume.Member{Name: "work", Value: resume.List(w...)}))
		}},
		{"jobsEmpty", 10000, func(n int) resume.Document {
			w := make([]resume.Value, n)
			for i := range w {
				w[i] = resume.Struct(resume.Member{Name: "name", Value: resume.Text("A")})
			}
			return resume.NewDocument(resume.Struct(resume.Member{Name: "work", Value: resume.List(w...)}))
		}},
		{"skills", 1250, func(n int) resume.Document { return manySkills(n) }},
		{"skillsOne", 2500, func(n int) resume.Document {
			return must(one("Built x in Go").Set("/skills", resume.List(resume.Struct(resume.Member{Name: "keywords", Value: resume.Texts(rep(func(i int) string { return fmt.Sprint("Skill x", i) }, n)...)}))))
		}},
		{"skillsGroups", 2500, func(n int) resume.Document {
			return must(one("Built x in Go").Set("/skills", resume.List(func() (v []resume.Value) {
				for i := range n {
					v = append(v, resume.Struct(resume.Member{Name: "name", Value: resume.Text(fmt.Sprint(i))}, resume.Member{Name: "keywords", Value: resume.Texts("Go", fmt.Sprint("S", i/2))}))
				}
				return
			}()...)))
		}},
		{"jobsGap", 2500, func(n int) resume.Document {
			w := make([]resume.Value, n)
			for i := range w {
				y := r.IntN(300) + 1700
				w[i] = resume.Struct(resume.Member{Name: "name", Value: resume.Text(fmt.Sprint("A", i))}, resume.Member{Name: "startDate", Value: resume.Text(fmt.Sprint(y, "-01"))}, resume.Member{Name: "endDate", Value: resume.Text(fmt.Sprint(y, "-03"))}, resume.Member{Name: "highlights", Value: resume.Texts("Was x", "Manages y")})
			}
			return resume.NewDocument(resume.Struct(resume.Member{Name: "work", Value: resume.List(w...)}))
		}},
		{"longskill", 100000, func(n int) resume.Document {
			return must(one("Built x in Go").Set("/skills", resume.List(resume.Struct(resume.Member{Name: "keywords", Value: resume.Texts(strings.Repeat("go ", n/3))}))))
		}},
		{"name", 100000, func(n int) resume.Document {
			return must(one("Built x in Go").Set("/basics", resume.Struct(resume.Member{Name: "name", Value: resume.Text(strings.Repeat("a", n))}, resume.Member{Name: "label", Value: resume.Text(strings.Repeat("Engineer ", n/9))}, resume.Member{Name: "phone", Value: resume.Text(strings.Repeat("12 ", n/3))}, resume.Member{Name: "email", Value: resume.Text(strings.Repeat("a", n) + "@example.org")}, resume.Member{Name: "url", Value: resume.Text(strings.Repeat("a/", n/2))})))
		}},
		{"title", 100000, func(n int) resume.Document {
			return must(one("Built x in Go").Set("/work/0/position", resume.Text(strings.Repeat("Engineer ", n/9))))
		}},
		{"dates", 100000, func(n int) resume.Document {
			return must(one("Built x in Go").Set("/work/0/startDate", resume.Text(strings.Repeat("May 2 ", n/6))))
		}},
		{"custom", 5000, func(n int) resume.Document {
			d := one("Built x")
			var m []resume.Member
			for i := range n {
				m = append(m, resume.Member{Name: fmt.Sprint("custom", i), Value: resume.List(resume.Struct(resume.Member{Name: "name", Value: resume.Text("x")}))})
			}
			m = append(m, d.Root().Members()...)
			return resume.NewDocument(resume.Struct(m...))
		}},
		{"twotypos", 2500, func(n int) resume.Document {
			return one(rep(func(i int) string {
				r := rand.New(rand.NewPCG(uint64(i), 2))
				return "Managed " + rword(r) + " Xq" + rword(r)
			}, n)...)
		}},
	}
	only := os.Getenv("HOSTILE")
	for _, c := range cases {
		if only != "all" && !strings.Contains(" "+only+" ", " "+c.name+" ") {
			continue
		}
		New().Document(c.doc(max(10, c.n/50)), benchmarkOptions())
		var ts []time.Duration
		for _, n := range []int{c.n, c.n * 4} {
			d := c.doc(n)
			s := New()
			at := time.Now()
			s.Document(d, benchmarkOptions())
			ts = append(ts, time.Since(at))
			if ts[0] > 15*time.Second {
				break
			}
		}
		if len(ts) < 2 {
			fmt.Println("SLOW", c.name, ts)
			continue
		}
		ratio := float64(ts[1]) / float64(ts[0])
		mark := ""
		if ratio > 6 {
			mark = "  <<<<"
		}
		fmt.Printf("%-16s %8d %10v %10v %.1f%s\n", c.name, 4*c.n, ts[0].Round(time.Millisecond/10), ts[1].Round(time.Millisecond/10), ratio, mark)
	}
}
