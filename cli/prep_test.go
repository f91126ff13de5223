package cli

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"resumax/interview"
	"resumax/interview/prep"
	"resumax/interview/sheet"
	"resumax/render"
	"resumax/resume"
	"resumax/resume/codec"
	"resumax/role"
)

// prepared is what the verb says as JSON.
type prepared struct {
	Readiness float64 `json:"readiness"`
	Cards     []struct {
		ID, Kind, Audience, Address, Quote, Question, Why string
		Likelihood                                        float64
		Points, FollowUps                                 []string
		Arithmetic                                        []struct {
			Text, Unit string
			Value      float64
		}
	} `json:"cards"`
	Contradictions []struct {
		Addresses []string
		Text      string
	} `json:"contradictions"`
	Ledger []struct {
		Address, Quote, Unit string
		Value                float64
		Defended             bool
	} `json:"ledger"`
}

func packFile(t *testing.T, id string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), id+".json")
	run("new", "--role", id, "--sample", "-o", path).done(t)
	return path
}

func TestPrep(t *testing.T) {
	path := packFile(t, "backend-engineer")
	out := run("prep", path, "--format", "json", "--today", "2026-03-31").silent(t).out
	var members map[string]json.RawMessage
	if err := json.Unmarshal([]byte(out), &members); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"readiness", "cards", "contradictions", "ledger"} {
		if v, ok := members[name]; !ok || string(v) == "null" {
			t.Errorf("%s is missing, or null", name)
		}
	}
	if len(members) != 4 {
		t.Errorf("%d members", len(members))
	}
	var p prepared
	decoder := json.NewDecoder(strings.NewReader(out))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&p); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	d, _, err := codec.Parse(data, path)
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[string]bool{}
	for _, c := range p.Cards {
		kinds[c.Kind] = true
		if !strings.Contains(d.TextAt(resume.Address(c.Address)), c.Quote) || c.Quote == "" || len(c.FollowUps) != 3 || c.Arithmetic == nil {
			t.Errorf("%+v", c)
		}
	}
	for _, kind := range []string{"defend-the-number", "trade-off", "star", "role", "skill"} {
		if !kinds[kind] {
			t.Errorf("no card is of the kind %s", kind)
		}
	}
	if len(p.Ledger) < 15 {
		t.Errorf("%d numbers", len(p.Ledger))
	}
	if again := run("prep", path, "--format", "json", "--today", "2026-03-31").done(t).out; again != out {
		t.Error("the same file gives other cards")
	}
}

// A number that cannot be defended leaves with no version that has it.
func TestExportRefusesWhatCantBeDefended(t *testing.T) {
	path := packFile(t, "backend-engineer")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	d, _, err := codec.Parse(data, path)
	if err != nil {
		t.Fatal(err)
	}
	ledger := interview.Derive(interview.Input{Document: d, Today: resume.Date{Year: 2026, Month: 3, Day: 31}}).Ledger
	c := ledger[0]
	d, of, id, err := c.Identify(d, nil)
	if err != nil {
		t.Fatal(err)
	}
	write := func(d resume.Document) {
		if err := os.WriteFile(path, codec.Encode(d), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	marked, err := prep.PutClaim(d, prep.Claim{ID: id, Of: of, Hash: c.Hash, Quote: c.Quote, CannotDefend: true})
	if err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "out.pdf")
	write(marked)
	if got := run("export", path, "-o", out); got.code != exitFailed || !strings.Contains(got.err, "can't be defended") || !strings.Contains(got.err, c.Quote) {
		t.Errorf("%d %s", got.code, got.err)
	}
	if marked, err = marked.Set(c.Address, resume.Text("Ran a service")); err != nil {
		t.Fatal(err)
	}
	write(marked)
	run("export", path, "-o", out).done(t)
}

// Neither does a letter that says it again, even where the resume no longer has the line.
func TestALetterIsRefusedWhatCantBeDefended(t *testing.T) {
	path := letterFile(t)
	d, _, err := codec.Parse([]byte(readFile(t, path)), path)
	if err != nil {
		t.Fatal(err)
	}
	ledger := interview.Derive(interview.Input{Document: d, Today: resume.Date{Year: 2026, Month: 3, Day: 31}}).Ledger
	mark := func(quote string) (resume.Document, interview.Claim) {
		i := slices.IndexFunc(ledger, func(c interview.Claim) bool { return c.Quote == quote })
		if i < 0 {
			t.Fatalf("no %s in %+v", quote, ledger)
		}
		next, of, id, err := ledger[i].Identify(d, nil)
		if err != nil {
			t.Fatal(err)
		}
		next, err = prep.PutClaim(next, prep.Claim{ID: id, Of: of, Hash: ledger[i].Hash, Quote: quote, CannotDefend: true})
		if err != nil {
			t.Fatal(err)
		}
		return next, ledger[i]
	}
	export := func(d resume.Document) result {
		write(t, path, string(codec.Encode(d)))
		return run("export", path, "--letter", "--format", "txt", "-o", "-")
	}
	said, c := mark("120 ms")
	hidden, err := said.HideText(c.Address, true)
	if err != nil {
		t.Fatal(err)
	}
	for i, d := range []resume.Document{said, hidden} {
		if got := export(d); got.code != exitFailed || !strings.Contains(got.err, "“120 ms” in the letter is marked as a number that can't be defended") || got.out != "" {
			t.Errorf("%d: %d %s", i, got.code, got.err)
		}
	}
	other, _ := mark("18%") // which the letter does not say
	export(other).done(t)
}

func TestPrepForAPosting(t *testing.T) {
	path, ad := packFile(t, "backend-engineer"), filepath.Join(t.TempDir(), "posting.txt")
	write(t, ad, "Site Reliability Engineer\nHalvorsen\n\nRequirements:\n- Experience with Kafka\n- Experience with Rust\n")
	var p prepared
	if err := json.Unmarshal([]byte(run("prep", path, "--posting", ad, "--format", "json").done(t).out), &p); err != nil {
		t.Fatal(err)
	}
	var questions []string
	for _, c := range p.Cards {
		if c.Kind == "posting" {
			questions = append(questions, c.Question)
		}
	}
	for _, term := range []string{"Kafka", "Rust"} {
		if !slices.ContainsFunc(questions, func(q string) bool { return strings.Contains(q, term) }) {
			t.Errorf("nothing is asked of %s: %q", term, questions)
		}
	}
}

func TestPrepSheets(t *testing.T) {
	path, folder := packFile(t, "accountant"), t.TempDir()
	if text := run("prep", path).silent(t).out; !strings.Contains(text, "questions, ") || !strings.Contains(text, "INTERVIEW CARDS") || !strings.Contains(text, "Then: ") {
		t.Errorf("text: %.300s", text)
	}
	if text := run("prep", path, "--sheet", "brief").silent(t).out; !strings.Contains(text, "NUMBERS") {
		t.Errorf("brief: %s", text)
	}
	if text := run("prep", path, "--format", "md").silent(t).out; !strings.HasPrefix(text, "# Interview cards\n") {
		t.Errorf("Markdown: %.300s", text)
	}
	// A brief is one page; the cards are several.
	pack, _ := role.ByID("accountant")
	document := pack.Sample()
	of := sheet.Input{Name: "Gloria Vang", Report: interview.Derive(interview.Input{Document: document, Today: resume.Date{Year: 2026, Month: 3, Day: 31}})}
	for name, pages := range map[string]int{"brief": 1, "cards": 2} {
		out := filepath.Join(folder, name+".pdf")
		run("prep", path, "--sheet", name, "-o", out).silent(t)
		if data, err := os.ReadFile(out); err != nil || !bytes.HasPrefix(data, []byte("%PDF")) {
			t.Fatalf("%s: %v", name, err)
		}
		o := prepOptions{sheet: name}
		if n := len(o.typeset(render.NewTypesetter(), of, document.Resume()).Pages); n < pages || pages == 1 && n > 1 {
			t.Errorf("%s has %d pages", name, n)
		}
	}
}

func TestPrepIsCalledWrongly(t *testing.T) {
	path := packFile(t, "accountant")
	run("prep").refused(t, exitUsage, "argument")
	run("prep", path, "--format", "pdf").refused(t, exitUsage, "-o")
	run("prep", path, "--format", "docx").refused(t, exitUsage, "docx")
	run("prep", path, "--sheet", "novel").refused(t, exitUsage, "novel")
	run("prep", path, "-o", path).refused(t, exitUsage, "the resume itself")
	run("prep", path, "--variant", "Nobody").refused(t, exitFailed, "Nobody")
	run("prep", path, "--role", "wizard").refused(t, exitUsage, "wizard")
}

// A resume in another language gives cards in English, and the verb says so.
func TestPrepOfAForeignResume(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lebenslauf.json")
	write(t, path, `{"basics": {"name": "Ines"}, "work": [{"name": "Klinikum", "position": "Krankenpfleger", "startDate": "2020-01", "highlights": ["Betreute 12 Patienten auf einer Station mit 30 Betten und leitete ein Team von 6 Pflegekräften."]}]}`)
	got := run("prep", path, "--format", "json").done(t)
	if !strings.Contains(got.err, "not in English") || !strings.Contains(got.out, "12 Patienten") {
		t.Errorf("%s\n%s", got.err, got.out)
	}
}
