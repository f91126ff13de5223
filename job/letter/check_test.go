package letter

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"resumax/job/posting"
	"resumax/resume"
)

// fineLetter is a letter with nothing wrong, and what it is checked against.
type fineLetter struct {
	name    string
	letter  Letter
	context Context
}

// fine reads the letters of testdata/fine: a head of fields, and paragraphs.
func fine(t testing.TB) []fineLetter {
	t.Helper()
	files, err := filepath.Glob("testdata/fine/*.txt")
	if err != nil || len(files) < 20 {
		t.Fatalf("%d letters, %v", len(files), err)
	}
	var all []fineLetter
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		head, body, _ := strings.Cut(string(data), "\n\n")
		f := fineLetter{name: strings.TrimSuffix(filepath.Base(path), ".txt")}
		var points []resume.Value
		var work []resume.Member
		for line := range strings.Lines(head) {
			name, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
			switch name {
			case "language":
				f.letter.Language = value
			case "country":
				f.letter.Country = value
			case "to":
				to := strings.Split(value, "|")
				f.letter.To = Addressee{strings.TrimSpace(to[0]), strings.TrimSpace(to[1]), strings.TrimSpace(to[2]), strings.TrimSpace(strings.Join(to[3:], "\n"))}
			case "title":
				f.context.Posting = posting.Posting{Title: value, Company: f.letter.To.Employer}
			case "resume":
				points = append(points, resume.Text(value))
			case "work":
				position, employer, _ := strings.Cut(value, " | ")
				work = append(work, resume.Member{Name: "position", Value: resume.Text(position)}, resume.Member{Name: "name", Value: resume.Text(employer)})
			default:
				t.Fatalf("%s: %q", path, line)
			}
		}
		work = append(work, resume.Member{Name: "highlights", Value: resume.List(points...)})
		d, err := resume.Document{}.Set("/work", resume.List(resume.Struct(work...)))
		if err != nil {
			t.Fatal(err)
		}
		f.context.Document = d
		for p := range strings.SplitSeq(body, "\n\n") {
			if p = strings.TrimSpace(p); p != "" {
				f.letter.Paragraphs = append(f.letter.Paragraphs, p)
			}
		}
		all = append(all, f)
	}
	for i := range all { // the other letters of the project
		for k, o := range all {
			if k != i {
				all[i].context.Others = append(all[i].context.Others, Job{o.letter.To.Employer, o.context.Posting.Title})
			}
		}
	}
	return all
}

func printed(all []Finding, l Letter) string {
	var b strings.Builder
	for _, f := range all {
		fmt.Fprintf(&b, "%s %s %d %q: %s\n", f.Kind, f.Member, f.Index, quoteOf(f, l), f.Text)
	}
	return b.String()
}

func quoteOf(f Finding, l Letter) string {
	text := ""
	switch f.Member {
	case MemberParagraphs:
		text = l.Paragraphs[f.Index]
	case MemberSubject:
		text = l.Subject
	case MemberSalutation:
		text = l.Salutation
	}
	return text[min(f.Start, len(text)):min(f.End, len(text))]
}

// Letters that are fine raise no alarm, whatever other letters there are.
func TestFineLettersAreQuiet(t *testing.T) {
	for _, f := range fine(t) {
		t.Run(f.name, func(t *testing.T) {
			if got := printed(Check(f.letter, f.context), f.letter); got != "" {
				t.Error(got)
			}
			f.letter.Subject = strings.ReplaceAll(f.letter.words().Subject, "{title}", f.context.Posting.Title)
			if got := printed(Check(f.letter.Written(f.context.Document.Resume()), f.context), f.letter); got != "" {
				t.Errorf("with all that it says by itself: %s", got)
			}
		})
	}
}

// What is wrong is found in every letter, and nothing else with it.
func TestEachFaultIsFound(t *testing.T) {
	all := fine(t)
	for i, f := range all {
		other := all[(i+7)%len(all)]
		name, employer := nameOf(f.letter.To.Employer), nameOf(other.letter.To.Employer)
		append2 := func(text string) func(l *Letter) { return func(l *Letter) { l.Paragraphs[1] += " " + text } }
		swapped := []rune(longest(name))
		k := len(swapped) - 3
		swapped[k], swapped[k+1] = swapped[k+1], swapped[k]
		faults := []struct {
			kind Kind
			edit func(*Letter)
		}{
			{Placeholder, append2("[what came of it?]")},
			{Leftover, append2("— " + employer + ".")},
			{Tone, append2("Wow!")},
			{Tone, append2("Da " + f.letter.words().Writing.Begging[0] + ".")},
			{Cliche, append2("Da " + f.letter.words().Writing.Cliches[2] + ".")},
			{Copied, append2(strings.Repeat(textOfPoint(f), 3))},
		}
		if string(swapped) != longest(name) && len(swapped) >= minName {
			faults = append(faults, struct {
				kind Kind
				edit func(*Letter)
			}{Employer, append2("— " + string(swapped) + ".")})
		}
		for _, fault := range faults {
			l, c := f.letter, f.context
			l.Paragraphs = slices.Clone(l.Paragraphs)
			fault.edit(&l)
			if fault.kind == Copied {
				c.Document = withPoint(t, c.Document, strings.TrimSpace(strings.Repeat(textOfPoint(f), 3)))
			}
			got := Check(l, c)
			if !slices.ContainsFunc(got, func(g Finding) bool { return g.Kind == fault.kind && g.Member == MemberParagraphs && g.Index == 1 }) {
				t.Errorf("%s: %s is not found in %q: %s", f.name, fault.kind, l.Paragraphs[1][len(f.letter.Paragraphs[1]):], printed(got, l))
			}
			for _, g := range got {
				if strings.Contains(g.Text, "%!") || len([]rune(g.Text)) > 150 {
					t.Errorf("%s: text %q", f.name, g.Text)
				}
			}
		}
	}
}

// What the program made of a point is no copy, in any language, once its question is answered or taken out; the point pasted
// into the same letter is one.
func TestOwnParagraphsAreNoCopies(t *testing.T) {
	const english = "Rebuilt the outpatient booking process with two nurses and one clerk, which cut waiting times from nine days to four"
	for _, f := range fine(t) {
		for _, point := range []string{english, strings.TrimSpace(strings.Repeat(textOfPoint(f), 3))} {
			l, c := f.letter, f.context
			c.Document = withPoint(t, c.Document, point)
			made := Paragraph(Proof{Requirement: "Go", Evidence: point}, l.Language)
			slots := resume.SlotsIn(made)
			if len(slots) != 1 {
				t.Fatalf("%s: %q", f.name, made)
			}
			for _, answer := range []string{"", "Since then nobody waits in the hall."} {
				l.Paragraphs = []string{strings.TrimSpace(strings.Replace(made, slots[0], answer, 1))}
				if got := Check(l, c); slices.ContainsFunc(got, func(g Finding) bool { return g.Kind == Copied }) {
					t.Errorf("%s: %q is a copy: %s", f.name, l.Paragraphs[0], printed(got, l))
				}
			}
			l.Paragraphs = []string{point}
			if got := Check(l, c); !slices.ContainsFunc(got, func(g Finding) bool { return g.Kind == Copied }) {
				t.Errorf("%s: %q is no copy", f.name, point)
			}
		}
	}
}

func longest(name string) string {
	return slices.MaxFunc(strings.Fields(name), func(a, b string) int { return len([]rune(a)) - len([]rune(b)) })
}

func textOfPoint(f fineLetter) string { return f.context.Document.TextAt("/work/0/highlights/0") + " " }

func withPoint(t *testing.T, d resume.Document, text string) resume.Document {
	d, err := d.SetText("/work/0/highlights/0", text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestCheck(t *testing.T) {
	d := resume.Document{}
	for at, text := range map[resume.Address]string{"/basics/name": "Ines Okafor", "/work/0/name": "Ferrow Freight", "/work/0/position": "Backend engineer"} {
		d, _ = d.SetText(at, text)
	}
	d, err := d.Set("/work", resume.List(resume.Struct(
		resume.Member{Name: "name", Value: resume.Text("Ferrow Freight")}, resume.Member{Name: "position", Value: resume.Text("Backend engineer")},
		resume.Member{Name: "highlights", Value: resume.Texts("Cut p99 latency of the quote service from 900 ms to 120 ms with optimistic versioning", "Mentored 4 engineers over two years", "Reduced chargebacks by 18%")})))
	if err != nil {
		t.Fatal(err)
	}
	c := Context{Document: d, Posting: posting.Posting{Title: "Senior Platform Engineer", Company: "Halvorsen Logistics Inc.", Source: "Halvorsen runs on Kafka"},
		Others: []Job{{"Brightwater GmbH", "Head of Data"}, {"Halvorsen Logistics", "Senior Platform Engineer"}, {"Bridge", "Data Engineer"}, {"Kestrelby Labs", ""}, {"Water Works", ""}, {"Ferrow Freight", ""}}}
	base := Letter{Language: "en", Country: "US", To: Addressee{Name: "Ms. Dana Whitfield", Employer: "Halvorsen Logistics Inc."}}
	for _, test := range []struct {
		name  string
		edit  func(*Letter)
		kinds string
	}{
		{"nothing", func(l *Letter) {}, ""},
		{"another number for the same", text("My change cut the latency of the quote service to 150 ms."), "number[150 ms]"},
		{"the same number", text("My change cut the latency of the quote service to 120 ms."), ""},
		{"a number of something else", text("My change halved the cost of the reports, from 300 dollars to 150."), ""},
		{"a rounded number", text("My change cut the latency of the quote service to about 120 ms."), ""},
		{"another percentage", text("We reduced chargebacks by 28% that year."), ""}, // too little is alike
		{"another employer", text("I want to work at Brightwater."), "leftover[Brightwater]"},
		{"another employer by the first word of its name", text("At Kestrelby, and at Water."), "leftover[Kestrelby]"},
		{"another employer in another case", text("I want to work at BRIGHTWATER."), "leftover[BRIGHTWATER]"},
		{"a word that is an employer too", text("It is time to bridge that gap. Bridge building is what we need."), ""},
		{"an employer of the resume", text("At Ferrow Freight we shipped weekly."), ""},
		{"another job", text("I am applying as Head of Data."), "leftover[Head of Data]"},
		{"a job that nobody posted", text("I am applying for the position of Office Manager at Halvorsen."), "position[Office Manager]"},
		{"the job in other words", text("I am applying for the position of Platform Engineer (Senior)."), ""},
		{"no job", text("In the position of Ferrow you would do the same."), ""},
		{"the employer's name with a typo", text("Halverson has what I look for."), "employer[Halverson]"},
		{"the employer's name", text("Halvorsen's yards, and Halvorsen’s trucks."), ""},
		{"the employer in the subject", func(l *Letter) { l.Subject = "Application to Halvorson" }, "employer[Halvorson]"},
		{"a typo", text("Their maintenence is on time."), "spelling[maintenence]"},
		{"a name", text("Our Kowalczyk report, by Anneliese Fjordqvist, used Kafka."), ""},
		{"begging", text("Please give me a chance."), "tone[Please give me a chance]"},
		{"a cliché", text("I am a real team player."), "cliche[team player]"},
		{"a cliché's words apart", text("The team played well."), ""},
		{"sentences that begin with I", text("I came. I saw. I wrote. I left."), "openings[I]"},
		{"sentences that begin with words like I", text("Iron came. In May I saw. It went. Is it so?"), ""},
		{"a greeting of somebody else", func(l *Letter) { l.Salutation = "Dear Mr. Pryce:" }, "greeting[]"},
		{"a greeting of nobody", func(l *Letter) { l.Salutation = "Dear Hiring Team:" }, ""},
		{"a greeting of all", func(l *Letter) { l.Salutation = "Good morning" }, ""},
		{"a question", text("It went well [how well? in numbers] in the end."), "placeholder[[how well? in numbers]]"},
		{"brackets that ask nothing", text("It went well [see my resume] in the end."), ""},
		{"exclamation", text("Thank you!"), "tone[!]"},
	} {
		t.Run(test.name, func(t *testing.T) {
			l := base
			test.edit(&l)
			var kinds []string
			for _, f := range Check(l, c) {
				if f.Kind != Length {
					kinds = append(kinds, fmt.Sprintf("%s[%s]", f.Kind, quoteOf(f, l)))
				}
			}
			if got := strings.Join(kinds, " "); got != test.kinds {
				t.Errorf("got %s, want %s", got, test.kinds)
			}
		})
	}
}

func text(p string) func(*Letter) { return func(l *Letter) { l.Paragraphs = []string{p} } }

// A letter that is no letter takes no time, and is not answered with a book.
func TestEndlessLetter(t *testing.T) {
	l := Letter{Language: "en", Paragraphs: slices.Repeat([]string{strings.Repeat("I beg! [why?] Their maintenence. ", 3_000)}, 300)}
	f := fine(t)[0]
	if got := Check(l, f.context); len(got) != maxFindings {
		t.Errorf("%d findings", len(got))
	}
}

func TestLength(t *testing.T) {
	for n, want := range map[int]bool{0: false, 100: true, 224: true, 225: false, 300: false, 440: false, 441: true} {
		l := Letter{Language: "en", Paragraphs: []string{strings.TrimSpace(strings.Repeat("word. ", n))}}
		got := slices.ContainsFunc(Check(l, Context{}), func(f Finding) bool { return f.Kind == Length })
		if got != want {
			t.Errorf("%d words: %v", n, got)
		}
	}
}
