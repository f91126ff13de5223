package role

import (
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"

	"resumax/assets"
	"resumax/resume"
)

func TestEveryPackIsWhole(t *testing.T) {
	if len(All()) == 0 {
		t.Fatal("no packs")
	}
	seen := map[string]string{}
	for _, p := range All() {
		for what, n := range map[string][2]int{
			"titles": {len(p.Titles), 6}, "bullets": {len(p.Bullets), 7}, "skill groups": {len(p.Skills), 3},
			"keyword groups": {len(p.Keywords), 3}, "signals": {len(p.Signals), 6}, "reasons why it works": {len(p.WhatWorks), 3},
			"mistakes": {len(p.Mistakes), 5}, "answered questions": {len(p.FAQ), 6}, "interview questions": {len(p.Questions), 15},
			"certifications": {len(p.Certifications), 2}, "sections": {len(p.Sections), 5}, "prompts": {len(p.PromptLines), 5},
		} {
			if n[0] < n[1] {
				t.Errorf("%s: %d %s, at least %d are wanted", p.ID, n[0], what, n[1])
			}
		}
		if len(p.Bullets) > 10 {
			t.Errorf("%s: %d bullets, more than anyone reads", p.ID, len(p.Bullets))
		}
		for _, b := range p.Bullets {
			if b.Signal == "" {
				t.Errorf("%s: a bullet names no signal: %s", p.ID, b.Text)
			}
		}
		for _, level := range LevelNames {
			if len(p.Levels[level].Advice) < 2 || len(p.Order(level)) < 5 {
				t.Errorf("%s: the advice for a %s is %q, the order %q", p.ID, level, p.Levels[level].Advice, p.Order(level))
			}
			for _, s := range p.Signals {
				if s.Magnitudes[level] == "" {
					t.Errorf("%s: nothing says how much of %s a %s shows", p.ID, s.ID, level)
				}
			}
		}
		var texts []string
		for _, b := range p.Bullets {
			texts = append(texts, b.Text)
		}
		for _, q := range p.FAQ {
			texts = append(texts, q.Question, q.Answer)
		}
		for _, q := range p.Questions {
			texts = append(texts, q.Text, q.Shows)
		}
		for _, s := range append(append(texts, p.WhatWorks...), p.Mistakes...) {
			if other, twice := seen[s]; twice {
				t.Errorf("%q stands in %s and in %s", s, other, p.ID)
			}
			seen[s] = p.ID
		}
	}
}

// texts are all sentences that a pack is made of, its sample aside.
func texts(p *Pack) []string {
	all := append([]string{p.About, p.Summary}, p.WhatWorks...)
	all = append(append(all, p.Mistakes...), p.Certifications...)
	for _, name := range LevelNames {
		all = append(all, p.Levels[name].Advice...)
	}
	for _, s := range p.Signals {
		for _, name := range LevelNames {
			all = append(all, s.Magnitudes[name])
		}
	}
	for _, b := range p.Bullets {
		all = append(all, b.Text)
	}
	for _, key := range slices.Sorted(maps.Keys(p.PromptLines)) {
		all = append(all, p.PromptLines[key]...)
	}
	for _, q := range p.FAQ {
		all = append(all, q.Question, q.Answer)
	}
	for _, q := range p.Questions {
		all = append(all, q.Text, q.Shows)
	}
	return all
}

// threes are the runs of three words of a sentence.
func threes(text string) map[string]bool {
	w := strings.Fields(words(text))
	all := map[string]bool{}
	for i := 0; i+3 <= len(w); i++ {
		all[strings.Join(w[i:i+3], " ")] = true
	}
	return all
}

// No two packs share a sentence, nor nearly: of two sentences of different packs
// fewer than half the runs of three words are the same.
func TestPacksShareNoSentences(t *testing.T) {
	const least = 4 // runs of a sentence that is compared
	type sentence struct {
		pack, text string
		threes     map[string]bool
	}
	var before []sentence
	at := map[string][]int{} // a run's sentences
	for _, p := range All() {
		var own []sentence
		for _, text := range texts(p) {
			s := sentence{p.ID, text, threes(text)}
			shared := map[int]int{}
			for run := range s.threes {
				for _, i := range at[run] {
					shared[i]++
				}
			}
			for i, n := range shared {
				if o := before[i]; len(s.threes) >= least && len(o.threes) >= least && 2*n >= min(len(s.threes), len(o.threes)) {
					t.Errorf("%s: %q\n%s: %q", p.ID, text, o.pack, o.text)
				}
			}
			own = append(own, s)
		}
		for _, s := range own {
			for run := range s.threes {
				at[run] = append(at[run], len(before))
			}
			before = append(before, s)
		}
	}
}

// Who a sample is about stands in no other, and lives where nobody does.
func TestSamplesAreFictional(t *testing.T) {
	names := map[string]string{}
	for _, p := range All() {
		b := p.Sample().Resume().Basics
		if other, twice := names[b.Name]; twice {
			t.Errorf("%s and %s are both about %s", p.ID, other, b.Name)
		}
		names[b.Name] = p.ID
		for _, address := range []string{b.Email, b.URL} {
			if !strings.Contains(address, "example.org") && !strings.Contains(address, "example.com") {
				t.Errorf("%s: %q may be somebody's", p.ID, address)
			}
		}
	}
}

func TestSampleAndEmpty(t *testing.T) {
	for _, p := range All() {
		sample := p.Sample()
		if _, problems := sample.Conform(); len(problems) > 0 {
			t.Errorf("%s: %v", p.ID, problems)
		}
		r := sample.Resume()
		if r.Meta.Role != p.ID || r.Basics.Name == "" || len(r.Work) < 2 || len(r.Skills) < 3 {
			t.Errorf("%s: the sample is not whole: %+v", p.ID, r.Basics)
		}
		for i, key := range p.Sections {
			if r.Sections[i].Key != key {
				t.Errorf("%s: section %d is %s, want %s", p.ID, i, r.Sections[i].Key, key)
			}
		}
		if len(Unedited(r)) == 0 || len(Unedited(r)) != len(r.Sentences()) {
			t.Errorf("%s: %d of %d sentences of the sample count as such", p.ID, len(Unedited(r)), len(r.Sentences()))
		}
		empty := p.Empty("").Resume()
		if empty.Meta.Role != p.ID || len(empty.Work) > 0 || len(Unedited(empty)) > 0 {
			t.Errorf("%s: empty is not", p.ID)
		}
	}
}

func TestAnEditedSentenceIsOnesOwn(t *testing.T) {
	p := All()[0]
	before := len(Unedited(p.Sample().Resume()))
	d, err := p.Sample().SetText("/work/0/highlights/0", "Mine.")
	if err != nil {
		t.Fatal(err)
	}
	after := Unedited(d.Resume())
	if len(after) != before-1 {
		t.Errorf("%d before, %d after", before, len(after))
	}
	for _, a := range after {
		if a == resume.Address("/work/0/highlights/0") {
			t.Error("an edited sentence counts as the sample's")
		}
	}
}

func TestSamplesHoldNoSlots(t *testing.T) {
	for _, p := range All() {
		if slots := p.Sample().Slots(); len(slots) > 0 {
			t.Errorf("%s: %v", p.ID, slots)
		}
	}
}

func TestBadPacks(t *testing.T) {
	good := "id = \"x\"\nname = \"X\"\nfamily = \"F\"\nabout = \"A\"\nsummary = \"S\"\nkeywords = [{name = \"K\", terms = [\"Go\"]}]\n"
	for _, c := range []struct{ what, text, want string }{
		{"syntax", "id = \"x\"\nname = ", "x.toml:2:"},
		{"type", "id = \"x\"\nname = 7\n", "x.toml:2:"},
		{"unknown member", good + "colour = \"red\"\n", "x.toml:7: “colour”"},
		{"missing member", "id = \"x\"\nname = \"X\"\nfamily = \"F\"\nabout = \"A\"\n", "“summary” is missing"},
		{"bad id", strings.Replace(good, `"x"`, `"X y"`, 1), "lower-case letters"},
		{"bullet without its signal", good + "[[bullets]]\ntext = \"Did\"\nsignal = \"none\"\n", "x.toml:8:"},
		{"no keywords", good[:strings.Index(good, "keywords")], "“keywords” is missing"},
		{"unknown level", good + "[levels.chief]\nadvice = []\n", "x.toml:7: “chief” is not a level"},
		{"magnitude of no level", good + "[[signals]]\nid = \"s\"\nname = \"S\"\nmagnitudes = {chief = \"all\"}\n", "x.toml:8: the signal “s”"},
		{"unknown keyword", strings.Replace(good, "\"Go\"", "\"Zorblax\"", 1), "x.toml:6: the keyword “Zorblax”"},
		{"unknown term", good + "[[signals]]\nid = \"s\"\nname = \"S\"\nterms = [\"Zorblax\"]\n", "x.toml:10: the signal “s” names “Zorblax”"},
		{"nested without end", good + "[sample]\nx = " + strings.Repeat("[", 400), "x.toml:8: it is nested"},
		{"settings in the sample", good + "[sample.meta]\nresumax = 5\n", "x.toml:7: the sample has “meta”"},
		{"a table that is none", strings.Replace(good, "summary =", "prompts = 7\nsummary =", 1), "x.toml:5: “prompts” has the wrong type"},
		{"magnitudes that are none", good + "[[signals]]\nid = \"s\"\nname = \"S\"\n[[signals]]\nid = \"t\"\nname = \"T\"\nmagnitudes = 7\n", "x.toml:10: “magnitudes” has the wrong type"},
		{"levels that are none", strings.Replace(good, "summary =", "levels = \"all\"\nsummary =", 1), "x.toml:5: “levels” has the wrong type"},
		{"a sample that is none", good + "sample = 7\n", "x.toml:7: "},
		{"a member in capitals", good + "ID = \"y\"\n", "is not a member of a role pack"},
		{"an id of another's", strings.Replace(good, "id = \"x\"\n", "", 1) + "[[signals]]\nid = \"s\"\nname = \"S\"\n", "x.toml:1: “id” is missing"},
		{"a second signal without name", good + "[[signals]]\nid = \"s\"\nname = \"S\"\n[[signals]]\nid = \"t\"\n", "x.toml:10: the signal “t”"},
		{"a bullet without text", good + "[[bullets]]\ntext = \"Did\"\n[[bullets]]\n", "x.toml:9: a bullet has no text"},
		{"keywords without terms", strings.Replace(good, "[\"Go\"]", "[]", 1), "have no terms"},
		{"escapes in a name", strings.Replace(good, "\"X\"", "\"X\\u001b[31m\"", 1), "x.toml:2: “name” has"},
		{"a sample without end", good + "[sample.basics]\nx = [" + strings.Repeat("1,", 3000) + "]\n", "more than 2000 values"},
		{"no sample", good, "“sample” is missing"},
		{"bad sample", good + "[sample.basics]\nemail = \"nowhere\"\n", "not valid JSON Resume"},
		{"date in the sample", good + "[[sample.work]]\nstartDate = 2020-01-01\n", "in quotes"},
		{"no text", good + "# \xff\n", "UTF-8"},
		{"empty member", strings.Replace(good, `"S"`, `""`, 1), "x.toml:5: “summary” is missing"},
	} {
		_, err := Load("x.toml", []byte(c.text))
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "x.toml") {
			t.Errorf("%s: %v", c.what, err)
		}
	}
}

func FuzzLoad(f *testing.F) {
	f.Add([]byte("id = \"x\"\n[sample.basics]\nname = \"A\"\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := Load("x.toml", data)
		if err == nil {
			p.Sample()
			p.Empty("")
		}
	})
}

// BenchmarkRead is all packs that ship, read anew.
func BenchmarkRead(b *testing.B) {
	folder, err := fs.Sub(assets.Roles, "roles")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, faults := Read(folder); len(faults) > 0 {
			b.Fatal(faults)
		}
	}
}

// Sections that a pack names and a document lacks, or names twice, neither fail
// nor put others out of their order.
func TestOrderOfUnknownSections(t *testing.T) {
	many := strings.Repeat("\"nowhere\", ", 30)
	p, err := Load("x.toml", []byte("id = \"x\"\nname = \"X\"\nfamily = \"F\"\nabout = \"A\"\nsummary = \"S\"\nsections = ["+many+"\"skills\", \"work\", \"skills\", \"summary\"]\n"+
		"keywords = [{name = \"K\", terms = [\"Go\"]}]\n[levels.junior]\nsections = ["+many+"\"education\", \"work\"]\n[sample.basics]\nname = \"A\"\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		d     resume.Document
		first []string
	}{{p.Sample(), []string{"skills", "work", "summary"}}, {p.Empty(""), []string{"skills", "work", "summary"}}, {p.Empty("junior"), []string{"education", "work"}}} {
		for i, key := range c.first {
			if got := c.d.Resume().Sections[i].Key; got != key {
				t.Errorf("section %d is %s, want %s", i, got, key)
			}
		}
	}
}
