package role

import (
	"strings"
	"testing"

	"resumax/resume"
)

func TestEveryPackIsWhole(t *testing.T) {
	if len(All()) == 0 {
		t.Fatal("no packs")
	}
	seen := map[string]string{}
	for _, p := range All() {
		for what, n := range map[string][2]int{
			"titles": {len(p.Titles), 4}, "bullets": {len(p.Bullets), 7}, "skill groups": {len(p.Skills), 3},
			"keyword groups": {len(p.Keywords), 3}, "signals": {len(p.Signals), 5}, "reasons why it works": {len(p.WhatWorks), 3},
			"mistakes": {len(p.Mistakes), 3}, "answered questions": {len(p.FAQ), 6}, "interview questions": {len(p.Questions), 15},
			"certifications": {len(p.Certifications), 2}, "sections": {len(p.Sections), 5}, "prompts": {len(p.PromptLines), 5},
		} {
			if n[0] < n[1] {
				t.Errorf("%s: %d %s, at least %d are wanted", p.ID, n[0], what, n[1])
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
		{"bad id", strings.Replace(good, `"x"`, `"X y"`, 1), "small letters"},
		{"bullet without its signal", good + "[[bullets]]\ntext = \"Did\"\nsignal = \"none\"\n", "x.toml:8:"},
		{"no keywords", good[:strings.Index(good, "keywords")], "“keywords” is missing"},
		{"unknown level", good + "[levels.chief]\nadvice = []\n", "x.toml:7: “chief” is no level"},
		{"magnitude of no level", good + "[[signals]]\nid = \"s\"\nname = \"S\"\nmagnitudes = {chief = \"all\"}\n", "x.toml:8: the signal “s”"},
		{"unknown keyword", strings.Replace(good, "\"Go\"", "\"Zorblax\"", 1), "x.toml:6: the keyword “Zorblax”"},
		{"no sample", good, "“sample” is missing"},
		{"bad sample", good + "[sample.basics]\nemail = \"nowhere\"\n", "no valid JSON Resume"},
		{"date in the sample", good + "[[sample.work]]\nstartDate = 2020-01-01\n", "in quotes"},
		{"too large", strings.Repeat("#", 10<<20), "over 1 MB"},
		{"no text", good + "# \xff\n", "UTF-8"},
		{"empty member", strings.Replace(good, `"S"`, `""`, 1), "x.toml:5: “summary” is missing"},
	} {
		_, err := Load([]byte(c.text), "x.toml")
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "x.toml") {
			t.Errorf("%s: %v", c.what, err)
		}
	}
}

func FuzzLoad(f *testing.F) {
	f.Add([]byte("id = \"x\"\n[sample.basics]\nname = \"A\"\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := Load(data, "x.toml")
		if err == nil {
			p.Sample()
			p.Empty("")
		}
	})
}
