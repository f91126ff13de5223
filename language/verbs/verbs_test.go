package verbs

import (
	"slices"
	"strings"
	"testing"

	"resumax/assets"
	"resumax/assets/packed"
	"resumax/language/spelling"
)

func TestThePackedVerbsAreCurrent(t *testing.T) {
	data, err := Compile(assets.Verbs)
	if err != nil {
		t.Fatal(err)
	}
	if string(data) != packed.Verbs.Open() {
		t.Fatal("the packed verbs are not those of verbs.txt: run make packed")
	}
}

// No form is invented: the dictionary has the gerund of every verb that doubles its
// last letter or is irregular, and one past of each verb that it has.
func TestTheDictionaryKnowsTheForms(t *testing.T) {
	s := spelling.English()
	lacks := map[string]bool{} // verbs that the dictionary has as nouns only, or not in all forms
	for _, w := range strings.Fields(`autoclave benchmark brine cannulate drywall gamify hotfix jackhammer julienne nearshore offshore onshore
		pipette podcast prototype reposition screed stent triage vlog whiteboard workshop countersink
		aliquot diff lint mod bookkeep housekeep caretake
		dequeue digitalize enqueue modularize parallelize parameterise parameterize reconfigure reinitialise reinitialize resend saute theme tier tokenize`) {
		lacks[w] = true
	}
	for line := range strings.Lines(assets.Verbs) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		v, err := parse(line)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(v.base, "-") || !s.Known(v.base) || lacks[v.base] {
			continue
		}
		if !slices.ContainsFunc(v.pasts, s.Known) {
			t.Errorf("%s: the dictionary has none of %q", v.base, v.pasts)
		}
		if g := v.gerunds[0]; !s.Known(g) && (strings.ContainsAny(line, "+ ") || strings.HasSuffix(v.base, "e")) {
			t.Errorf("%s: the dictionary does not have %q", v.base, g)
		}
	}
}

func TestForms(t *testing.T) {
	for form, want := range map[string]Word{
		"planned":     {PastOf: "plan", Participle: true},
		"travelled":   {PastOf: "travel", Participle: true},
		"traveled":    {PastOf: "travel", Participle: true},
		"organised":   {PastOf: "organise", Participle: true},
		"learnt":      {PastOf: "learn", Participle: true},
		"panicked":    {PastOf: "panic", Participle: true},
		"synced":      {PastOf: "sync", Participle: true},
		"singeing":    {PresentOf: "singe", Gerund: true},
		"dying":       {PresentOf: "die", Gerund: true},
		"wrote":       {PastOf: "write"},
		"written":     {Participle: true},
		"cut":         {PastOf: "cut", PresentOf: "cut", Participle: true, Noun: Also},
		"troubleshot": {PastOf: "troubleshoot", Participle: true},
		"studies":     {PresentOf: "study", Third: true, Noun: Also},
		"routed":      {PastOf: "route", Participle: true},
		"re-trained":  {PastOf: "re-train", Participle: true},
		"retrained":   {PastOf: "retrain", Participle: true},
		"oversalted":  {PastOf: "oversalt", Participle: true},
		"co-led":      {PastOf: "co-lead", Participle: true},
		"pan-fried":   {PastOf: "pan-fry", Participle: true},
		"home-based":  {},
		"up-sold":     {PastOf: "up-sell", Participle: true},
		"passed":      {PastOf: "pass", Participle: true},
		"stripped":    {PastOf: "strip", Participle: true},
		"fulfilled":   {PastOf: "fulfill", Participle: true},
		"overtime":    {},
		"outstanding": {},
		"well-known":  {},
		"data-driven": {},
		"full-time":   {},
		"leaded":      {},
		"":            {},
	} {
		if got := Of(form); got != want {
			t.Errorf("%q is %+v, want %+v", form, got, want)
		}
	}
	for base, want := range map[string]string{"lead": "led", "troubleshoot": "troubleshot", "travel": "traveled", "re-train": "re-trained", "cut": "cut",
		"picnic": "picnicked", "debug": "debugged", "oversalt": "oversalted", "led": "", "": ""} {
		if got := Past(base); got != want {
			t.Errorf("the past of %q is %q, want %q", base, got, want)
		}
	}
}

func TestTyposOfVerbs(t *testing.T) {
	for typo, want := range map[string]string{"braissed": "braised", "mnaged": "managed", "manageing": "managing", "supervsed": "supervised", "zzzzzz": "",
		"abc": "", "organizd": "organize organized", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa": ""} {
		if got := strings.Join(Near(typo), " "); got != want {
			t.Errorf("%q is near %q, want %q", typo, got, want)
		}
	}
}

func TestBadListsAreErrors(t *testing.T) {
	for _, list := range []string{"write wrote", "+", "Cut cut cut", "a b c d"} {
		if _, err := Compile("plan+\n" + list); err == nil || !strings.Contains(err.Error(), "line 2") {
			t.Errorf("%q: %v", list, err)
		}
	}
}

func BenchmarkNear(b *testing.B) {
	for range b.N {
		Near("supervsied")
	}
}
