package cli

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"resumax/role"
	"resumax/score"
)

// report is a report with everything in it that a printed one can show.
var report = score.Report{
	Score: 55, Uncapped: 71.25, Level: score.Mid, Role: "backend-engineer", Started: true,
	Caps: []score.Cap{{Limit: 55, Reason: "There are 2 bullets, too few to judge by: the score can't pass 55."}},
	Dimensions: []score.Dimension{
		{ID: "impact", Name: "Impact", Points: 16, Max: 34},
		{ID: "role-fit", Name: "Role fit", Points: 0, Max: 0},
		{ID: "writing", Name: "Writing", Points: 15.9, Max: 16},
		{ID: "correctness", Name: "Correctness", Points: 5, Max: 5},
	},
	Cards: []score.Card{
		{Address: "/basics/image", Says: "The photo is not a PNG or JPEG picture.", Do: "Choose another photo", Notices: []int{0}},
		{Address: "/work/0", Gain: 12.34, Says: "There are 2 bullets, too few to judge, so the score is capped at 55.", Do: "Write at least four bullets"},
		{Address: "", Gain: 7, Says: "4 of 9 bullets have no result with a number.", Do: "Say what changed, by how much. Start with these", Places: []score.Card{
			{Address: "/work/0/highlights/1", Gain: 3, Says: "“Was responsible for various tasks around the queue” lacks an action verb and a result.", Do: "Start with a verb"},
			{Address: "/work/0/highlights/2", Gain: 2.5, Says: "“Moved data” names no result.", Do: "Say what changed"},
			{Address: "/work/0/highlights/3", Gain: 2, Says: "“Wrote tests” names no result.", Do: "Say what changed"},
			{Address: "/work/0/highlights/4", Gain: 1, Says: "“Fixed bugs” names no result.", Do: "Say what changed"}}},
		{Address: "/work/1", Gain: 0.01, Says: "It " + strings.Repeat("x", 90) + " 漢字\nstands for nothing.", Do: "Say it \x1b[31min\x1b[0m \u202eplain\u202c words\x00"},
		{Address: "/skills", Gain: 0, Says: "No bullet backs Rust.", Do: "Show Rust in a bullet, or take it off the list"},
	},
	Keywords: score.Keywords{Have: []string{"Go", "PostgreSQL"}, Missing: []string{"Kafka", "gRPC", "message queue", "observability", "Kubernetes", "Redis", "Terraform"}},
}

func TestReportText(t *testing.T) {
	golden(t, "report.golden", reportText(judged{Report: report, roleName: "Backend Engineer"}))
	bare := score.Report{Score: 100, Uncapped: 100, Level: score.Senior, Dimensions: []score.Dimension{{Name: "Length", Points: 5, Max: 5}}}
	golden(t, "report-bare.golden", reportText(judged{Report: bare}))
}

// What a score prints fits a terminal, and obeys no control character of the
// file.
func TestReportIsReadable(t *testing.T) {
	for name, text := range map[string]string{
		"report": reportText(judged{Report: report, roleName: "Backend Engineer"}),
		"file":   run("score", fixture(t), "--today", "2026-03-31").silent(t).out,
		"empty":  runOn("{}", "score", "-").silent(t).out,
	} {
		for line := range strings.Lines(text) {
			line = strings.TrimSuffix(line, "\n")
			if n := utf8.RuneCountInString(line); n > reportWidth && len(strings.Fields(line)) > 1 {
				t.Errorf("%s: %d characters in %q", name, n, line)
			}
			if plain(line) != line || strings.TrimRight(line, " ") != line {
				t.Errorf("%s: %q", name, line)
			}
		}
	}
}

// parsed is what scripts read of a score.
type parsed struct {
	Score, Uncapped float64
	Level, Role     string
	Dimensions      []struct {
		ID          string
		Points, Max float64
		Checks      []struct {
			ID        string
			Max, Lost float64
		}
	}
	Findings, Notices []struct {
		Check, Address, Why, Fix, Kind string
		Gain, Lost                     float64
	}
	Cards []struct {
		Address, Says, Do string
		Findings, Notices []int
		Gain              float64
	}
}

func scored(t *testing.T, args ...string) parsed {
	t.Helper()
	var p parsed
	decode(t, run(append(args, "--format", "json")...).silent(t).out, &p)
	return p
}

func TestScoreAsJSON(t *testing.T) {
	file := fixture(t)
	p := scored(t, "score", file, "--today", "2026-03-31")
	if p.Role != "backend-engineer" || p.Level != score.Mid || len(p.Dimensions) != 7 || len(p.Findings) == 0 {
		t.Errorf("%+v", p)
	}
	lost := 0.0
	for i, f := range p.Findings {
		lost += f.Lost
		if i > 0 && f.Gain > p.Findings[i-1].Gain {
			t.Errorf("finding %d gains more than the one before", i)
		}
		if f.Why == "" || f.Fix == "" || !slices.Contains([]string{"edit", "ask", "add", "reorder"}, f.Kind) {
			t.Errorf("%+v", f)
		}
	}
	if off := p.Uncapped - (100 - lost); off > 1e-5 || off < -1e-5 {
		t.Errorf("findings lost %v, but %v are missing", lost, 100-p.Uncapped)
	}
	if len(p.Cards) == 0 || len(p.Cards) >= len(p.Findings) {
		t.Errorf("%d cards of %d findings", len(p.Cards), len(p.Findings))
	}
	for _, c := range p.Cards {
		if c.Gain < 0.3 && len(c.Notices) == 0 && p.Uncapped <= p.Score {
			t.Errorf("a card gains %v: %s", c.Gain, c.Says)
		}
		for _, i := range c.Findings {
			if p.Findings[i].Why == "" || c.Says == "" || c.Do == "" {
				t.Errorf("%+v", c)
			}
		}
	}
	early := scored(t, "score", file, "--today", "2021-04-01")
	if early.Level != score.Junior {
		t.Errorf("in 2021 the level is %s", early.Level)
	}
}

func TestRoleToScoreFor(t *testing.T) {
	file := write(t, filepath.Join(t.TempDir(), "cv.json"), `{"basics":{"name":"A"}}`)
	if p := scored(t, "score", file); p.Role != "" {
		t.Errorf("a file without a role is read for %q", p.Role)
	}
	if p := scored(t, "score", file, "--role", "backend-engineer"); p.Role != "backend-engineer" {
		t.Errorf("--role is read as %q", p.Role)
	}
	backend := write(t, filepath.Join(t.TempDir(), "guess.json"), `{"basics":{"name":"A","label":"Senior Backend Engineer"},"skills":[{"keywords":["Kafka","gRPC"]}]}`)
	r := run("score", backend, "--format", "json").done(t)
	if !strings.Contains(r.out, `"role": "backend-engineer"`) || !strings.Contains(r.out, "the title “Senior Backend Engineer”") {
		t.Errorf("the role is not guessed:\n%s", r.out[len(r.out)-300:])
	}
	if said := run("score", backend).done(t).out; !strings.Contains(said, "Role guessed from the title “Senior Backend Engineer” and the terms") {
		t.Errorf("that the role is a guess is not said:\n%s", said[:300])
	}
	for _, args := range [][]string{{"score", backend, "--role", "none"}, {"score", write(t, filepath.Join(t.TempDir(), "none.json"), `{"basics":{"label":"Backend Engineer"},"meta":{"resumax":{"role":"none"}}}`)}} {
		if p := scored(t, args...); p.Role != "" {
			t.Errorf("%q is read for %q", args, p.Role)
		}
	}
	odd := `{"basics":{"name":"A"},"meta":{"resumax":{"role":"lion-tamer","design":"papyrus"}}}`
	r = runOn(odd, "score", "-").done(t)
	checkMessages(t, r.err, "standard input: /meta/resumax/role", "“lion-tamer”", "resumax roles")
	r = runOn(odd, "export", "-").done(t)
	checkMessages(t, r.err, "standard input: /meta/resumax/design", "“papyrus”", "resumax designs")
	runOn(odd, "export", "-", "--design", "classic").silent(t)
}

// That there is no guide for a trade is said of another trade alone.
func TestNoRoleIsFound(t *testing.T) {
	for title, want := range map[string]string{"Pastry Chef": "No guide for this trade yet", "Software Engineer": "No role detected; --role chooses one.", "Stargazer": "No role detected"} {
		doc := `{"basics":{"name":"A"},"work":[{"name":"B","position":"` + title + `","startDate":"2020","highlights":["Did this","Did that"]}]}`
		if out := runOn(doc, "score", "-").done(t).out; !strings.Contains(out, want) {
			t.Errorf("%s: %s", title, out[:min(300, len(out))])
		}
	}
}

// What gains next to nothing is listed where it is asked for.
func TestScoreLeavesOutWhatGainsLittle(t *testing.T) {
	sample := run("new", "--role", "backend-engineer", "--sample").silent(t).out
	cards := func(args ...string) int {
		var report struct{ Cards []any }
		decode(t, runOn(sample, append([]string{"score", "-", "--today", "2026-03-31", "--format", "json"}, args...)...).done(t).out, &report)
		return len(report.Cards)
	}
	if few, all := cards(), cards("--all"); few >= all {
		t.Errorf("%d cards, %d with all", few, all)
	}
}

// documents are resumes whose reports have all lists empty, or full.
func documents(t *testing.T) map[string]string {
	return map[string]string{
		"empty":   `{}`,
		"name":    `{"basics":{"name":"A"}}`,
		"fixture": readFile(t, "testdata/resume.json"),
		"sample":  run("new", "--role", "backend-engineer", "--sample").silent(t).out,
		"long":    longResume(200),
		"guessed": `{"basics":{"label":"Backend Engineer"},"skills":[{"keywords":["Kafka","gRPC"]}]}`,
		"fixed":   `{"basics":[1],"work":{"a":1},"skills":"x","education":[null,{}]}`,
	}
}

// A script that reads a list never meets null, and every member is always there.
func TestListsInJSONAreNeverNull(t *testing.T) {
	outputs := map[string]string{
		"roles":   run("roles", "--format", "json").silent(t).out,
		"designs": run("designs", "--format", "json").silent(t).out,
	}
	for name, doc := range documents(t) {
		outputs["score of "+name] = runOn(doc, "score", "-", "--format", "json").done(t).out
		outputs["score for a role of "+name] = runOn(doc, "score", "-", "--role", "backend-engineer", "--format", "json").done(t).out
	}
	for name, text := range outputs {
		var v any
		decode(t, text, &v)
		shapes := shapeOf(v)
		for path, kind := range shapes {
			if kind == "null" {
				t.Errorf("%s: null at %s", name, path)
			}
		}
		if strings.HasPrefix(name, "score") {
			for _, list := range []string{".caps", ".dimensions", ".dimensions[].checks", ".cards", ".findings", ".notices", ".keywords.have", ".keywords.missing"} {
				if shapes[list] != "list" {
					t.Errorf("%s: %s is %q", name, list, shapes[list])
				}
			}
		}
	}
}

// The members of the JSON outputs, which scripts rely on: a change here is one
// to them and to the README.
func TestShapeOfJSON(t *testing.T) {
	var all strings.Builder
	for _, args := range []string{"score", "roles", "designs"} {
		shape := map[string]string{}
		if args == "score" {
			for _, doc := range documents(t) {
				var v any
				decode(t, runOn(doc, "score", "-", "--format", "json").done(t).out, &v)
				maps.Copy(shape, shapeOf(v))
			}
		} else {
			var v any
			decode(t, run(args, "--format", "json").silent(t).out, &v)
			shape = shapeOf(v)
		}
		fmt.Fprintf(&all, "%s --format json\n", args)
		for _, path := range slices.Sorted(maps.Keys(shape)) {
			fmt.Fprintf(&all, "  %-28s %s\n", path, shape[path])
		}
	}
	golden(t, "shape.golden", all.String())
}

// shapeOf is the kind of every value, by a path without indices. Where values of
// one path differ, null is what is said.
func shapeOf(v any) map[string]string {
	shape := map[string]string{}
	var walk func(path string, v any)
	walk = func(path string, v any) {
		kind := ""
		switch v := v.(type) {
		case nil:
			kind = "null"
		case bool:
			kind = "bool"
		case float64, json.Number:
			kind = "number"
		case string:
			kind = "string"
		case []any:
			kind = "list"
			for _, e := range v {
				walk(path+"[]", e)
			}
		case map[string]any:
			kind = "object"
			for name, e := range v {
				walk(path+"."+name, e)
			}
		}
		if shape[path] != "null" {
			shape[path] = kind
		}
	}
	walk("", v)
	delete(shape, "")
	return shape
}

func TestOwnWordsAreRight(t *testing.T) {
	ownDesigns(t, nil)
	file := write(t, filepath.Join(t.TempDir(), "resume.json"),
		`{"work":[{"name":"Acme","position":"Engineer","highlights":["Cut managment by 40% with Go."]}]}`)
	const fault = "“managment” is not in the dictionary"
	if said := run("score", file, "--format", "json").done(t).out; !strings.Contains(said, fault) {
		t.Errorf("the word is not found:\n%s", said)
	}
	if err := home().SaveWords([]string{"Managment"}); err != nil {
		t.Fatal(err)
	}
	if said := run("score", file, "--format", "json").done(t).out; strings.Contains(said, fault) {
		t.Errorf("a word of one's own is found:\n%s", said)
	}
	// A dictionary that cannot be read is said, and the resume scored without it.
	if err := os.Remove(home().WordFile()); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(home().WordFile(), 0o700); err != nil {
		t.Fatal(err)
	}
	r := run("score", file, "--format", "json").done(t)
	if !strings.Contains(r.out, fault) {
		t.Errorf("not scored:\n%s", r.out)
	}
	checkMessages(t, r.err, "words.txt")
}

func TestOwnRoles(t *testing.T) {
	ownDesigns(t, nil)
	p := role.All()[0]
	own, err := role.FromResume(p.Sample(), "Lamplighter", p.Bullets, p)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := home().SaveRole(own, false); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(home().RoleFolder(), "bad.toml"), "id = 7")
	r := run("roles").done(t)
	if !strings.Contains(r.out, "lamplighter ") || !strings.Contains(r.out, p.ID) {
		t.Errorf("the own role is not listed:\n%s", r.out)
	}
	checkMessages(t, r.err, "bad.toml:1: ")
	file := filepath.Join(t.TempDir(), "cv.json")
	run("new", "--role", "lamplighter", "--sample", "-o", file).done(t)
	if said := run("score", file).done(t).out; !strings.Contains(said, "target role Lamplighter") {
		t.Errorf("it is not read for its own role:\n%s", said)
	}
}
