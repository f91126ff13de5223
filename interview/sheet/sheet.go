// Package sheet makes what is printed of the preparation for an interview: a brief of one page
// for the day, and the list of all cards. A sheet is plain data; it is written as Markdown or
// text, or as a document that the typesetter sets like a resume.
package sheet

import (
	"fmt"
	"slices"
	"strings"

	"resumax/interview"
	"resumax/interview/prep"
	"resumax/resume"
)

// Sheet is a page or more to read.
type Sheet struct {
	Title    string // "Interview brief"
	About    string // for whom, and where: "Ines Okafor – Backend Engineer, Halvorsen"
	Sections []Section
}

// Section is a heading with what is under it.
type Section struct {
	Heading string
	Entries []Entry
}

// Entry is one thing to know: a question, a number, a story.
type Entry struct {
	Head   string // "" for points alone
	Aside  string // who asks, how likely
	Text   string
	Points []string
}

// Input is what a sheet is made of.
type Input struct {
	Name   string // of the person
	Title  string // of the job, "" for none
	Firm   string // the employer, "" for none
	Report interview.Report
	Prep   prep.Prep
}

func (in Input) about() string {
	job := strings.Join(slices.DeleteFunc([]string{in.Title, in.Firm}, func(s string) bool { return s == "" }), ", ")
	return strings.Join(slices.DeleteFunc([]string{in.Name, job}, func(s string) bool { return s == "" }), " – ")
}

// How much a brief has at most. A page is the limit: see [Brief].
const (
	briefNumbers   = 10
	briefStories   = 5
	briefGaps      = 6
	briefQuestions = 10
	briefAsk       = 2 // of each audience
)

// Brief is what to look at on the day: numbers with their arithmetic, stories, likely gaps, the
// likeliest questions, and what to ask them. The smaller the level, from 0 up to [Shortest],
// the more it has: the caller takes the first that fits on a page.
func Brief(in Input, level int) Sheet {
	n := func(most int) int { return max(1, most*(Shortest+1-level)/(Shortest+1)) }
	s := Sheet{Title: "Interview brief", About: in.about()}
	s.add("Numbers", numbers(in, n(briefNumbers)))
	s.add("Stories", stories(in, n(briefStories)))
	s.add("Gaps", of(in, n(briefGaps), true, interview.Gap, interview.ShortStay, interview.Required, interview.Skill))
	likely := of(in, n(briefQuestions/2), false, interview.TradeOff)
	for _, e := range of(in, n(briefQuestions/2), false, interview.Role, interview.Vague) {
		if len(likely) == 0 {
			likely = append(likely, Entry{})
		}
		likely[0].Points = append(likely[0].Points, e.Points...)
	}
	s.add("Likely questions", likely)
	var ask []string
	for _, a := range interview.Audiences {
		all := interview.ToAsk(a)
		ask = append(ask, all[:min(len(all), n(briefAsk))]...)
	}
	s.Sections = append(s.Sections, Section{"Questions to ask them", []Entry{{Points: ask}}})
	return s
}

// Shortest is the level at which a brief has least.
const Shortest = 5

func (s *Sheet) add(heading string, entries []Entry) {
	if len(entries) > 0 {
		s.Sections = append(s.Sections, Section{heading, entries})
	}
}

// numbers are the numbers that will be asked for, each with what follows from it and its
// defense.
func numbers(in Input, most int) []Entry {
	var all []Entry
	seen := map[resume.Address]bool{}
	var points []string
	for _, c := range in.Report.Cards {
		if len(points) == most {
			break
		}
		if c.Kind != interview.Defend || len(c.Arithmetic) == 0 || seen[c.Address] {
			continue
		}
		seen[c.Address] = true
		if slices.ContainsFunc(in.Report.Ledger, func(l interview.Claim) bool { return l.Address == c.Address && l.CannotDefend }) {
			continue
		}
		point := c.Arithmetic[0].Text
		if len(c.Arithmetic) > 1 {
			point += "; " + shared(c.Arithmetic[0].Text, c.Arithmetic[1].Text)
		}
		for _, l := range in.Report.Ledger {
			if kept, ok := in.Prep.Claim(l.ID); ok && l.Address == c.Address && l.Defended {
				point += ". " + strings.Join(slices.DeleteFunc([]string{kept.Baseline, kept.Window, kept.Source, kept.Share}, func(s string) bool { return s == "" }), "; ")
				break
			}
		}
		points = append(points, point)
	}
	if len(points) > 0 {
		all = append(all, Entry{Points: points})
	}
	return all
}

// shared is a figure without the beginning that it shares with the one before.
func shared(before, text string) string {
	a, _, _ := strings.Cut(before, " is ")
	if b, rest, ok := strings.Cut(text, " is "); ok && a == b {
		return rest
	}
	return text
}

// stories are the user's stories; where there are none, the lines that ask for one.
func stories(in Input, most int) []Entry {
	var points []string
	guard := interview.GuardOf(in.Prep)
	for _, s := range in.Prep.Stories {
		if len(points) < most && !guard.Holds(s.Result) && !guard.Holds(s.Action) {
			points = append(points, strings.TrimSpace(s.Title+": "+first(s.Result)))
		}
	}
	for _, c := range in.Report.Cards {
		if c.Kind == interview.Star && len(in.Prep.Stories) == 0 && len(points) < most {
			points = append(points, first(resume.Plain(c.Quote)))
		}
	}
	if len(points) == 0 {
		return nil
	}
	return []Entry{{Points: points}}
}

// first is a text's first sentence, without its stop.
func first(text string) string {
	s, _, _ := strings.Cut(text, ". ")
	return strings.TrimRight(strings.TrimSpace(s), ".")
}

// of are the likeliest questions of some kinds.
func of(in Input, most int, missing bool, kinds ...interview.Kind) []Entry {
	var points []string
	for _, c := range in.Report.Cards {
		if len(points) == most {
			break
		}
		if !slices.Contains(kinds, c.Kind) || missing && c.Kind == interview.Required && !strings.HasPrefix(c.Why, "The posting asks for it and the resume shows nothing") {
			continue
		}
		point := resume.Plain(c.Question)
		if kept, ok := in.Prep.Card(c.ID); ok && kept.Notes != "" {
			point += " " + strings.TrimSpace(kept.Notes)
		}
		points = append(points, point)
	}
	if len(points) == 0 {
		return nil
	}
	return []Entry{{Points: points}}
}

// List is all cards, by who asks, each with why, its points and what is asked next.
func List(in Input) Sheet {
	s := Sheet{Title: "Interview cards", About: in.about()}
	for _, a := range interview.Audiences {
		var entries []Entry
		for _, c := range in.Report.Cards {
			if c.Audience != a {
				continue
			}
			e := Entry{Head: c.Question, Aside: fmt.Sprintf("%s, %.0f%%", c.Kind, 100*c.Likelihood), Text: "“" + resume.Plain(c.Quote) + "” " + c.Why}
			e.Points = append(e.Points, c.Points...)
			for _, f := range c.Arithmetic {
				if p := "The arithmetic: " + f.Text; !slices.Contains(e.Points, p) {
					e.Points = append(e.Points, p)
				}
			}
			e.Points = append(e.Points, "Then: "+strings.Join(c.FollowUps, " "))
			if kept, ok := in.Prep.Card(c.ID); ok && kept.Notes != "" {
				e.Points = append(e.Points, "My notes: "+kept.Notes)
			}
			entries = append(entries, e)
		}
		s.add(strings.ToUpper(string(a[:1]))+string(a[1:]), entries)
	}
	return s
}

// Markdown is the sheet as Markdown.
func (s Sheet) Markdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n", escaped(s.Title))
	if s.About != "" {
		fmt.Fprintf(&b, "\n%s\n", escaped(s.About))
	}
	for _, section := range s.Sections {
		fmt.Fprintf(&b, "\n## %s\n", escaped(section.Heading))
		for _, e := range section.Entries {
			if e.Head != "" {
				fmt.Fprintf(&b, "\n### %s\n", escaped(e.Head))
			}
			if e.Aside != "" {
				fmt.Fprintf(&b, "\n*%s*\n", escaped(e.Aside))
			}
			if e.Text != "" {
				fmt.Fprintf(&b, "\n%s\n", escaped(e.Text))
			}
			if len(e.Points) > 0 {
				b.WriteString("\n")
			}
			for _, p := range e.Points {
				fmt.Fprintf(&b, "- %s\n", escaped(p))
			}
		}
	}
	return b.String()
}

// Text is the sheet as plain text, in lines of at most 100 letters.
func (s Sheet) Text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", strings.ToUpper(s.Title))
	if s.About != "" {
		wrap(&b, "", s.About)
	}
	for _, section := range s.Sections {
		fmt.Fprintf(&b, "\n%s\n", strings.ToUpper(section.Heading))
		for _, e := range section.Entries {
			if e.Head != "" {
				b.WriteString("\n")
				wrap(&b, "", e.Head)
			}
			if e.Aside != "" {
				wrap(&b, "", "("+e.Aside+")")
			}
			if e.Text != "" {
				wrap(&b, "", e.Text)
			}
			for _, p := range e.Points {
				wrap(&b, "- ", p)
			}
		}
	}
	return b.String()
}

const textWidth = 100

// wrap writes a text in lines behind a sign.
func wrap(b *strings.Builder, sign, text string) {
	column := 0
	for i, word := range strings.Fields(text) {
		n := len([]rune(word))
		switch {
		case i == 0:
			b.WriteString(sign)
			column = len(sign)
		case column+1+n > textWidth:
			b.WriteString("\n" + strings.Repeat(" ", len(sign)))
			column = len(sign)
		default:
			b.WriteString(" ")
			column++
		}
		b.WriteString(word)
		column += n
	}
	b.WriteString("\n")
}

// escaped is a text in which no letter marks anything in Markdown.
func escaped(text string) string {
	text = strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, "`", "\\`", "\n", " ").Replace(strings.TrimSpace(text))
	if strings.HasPrefix(text, "#") || strings.HasPrefix(text, "+") || strings.HasPrefix(text, "-") || strings.HasPrefix(text, ">") {
		return `\` + text
	}
	return text
}

// Document is the sheet in the form of a resume, which the typesetter sets.
func (s Sheet) Document() resume.Document {
	member := func(name string, v resume.Value) resume.Member { return resume.Member{Name: name, Value: v} }
	basics := resume.Struct(member("name", resume.Text(s.Title)), member("label", resume.Text(marked(s.About))))
	root := []resume.Member{member("basics", basics)}
	var rows []resume.Value
	for i, section := range s.Sections {
		key := fmt.Sprintf("sheet%d", i+1)
		var items []resume.Value
		for _, e := range section.Entries {
			item := resume.Struct()
			if e.Head != "" {
				item = item.With("name", resume.Text(marked(e.Head)))
			}
			if text := strings.TrimSpace(e.Aside + ": " + e.Text); e.Text != "" {
				item = item.With("summary", resume.Text(marked(text)))
			}
			points := make([]string, len(e.Points))
			for i, p := range e.Points {
				points[i] = marked(p)
			}
			items = append(items, item.With("highlights", resume.Texts(points...)))
		}
		root = append(root, member(key, resume.List(items...)))
		rows = append(rows, resume.Struct(member("id", resume.Text(key)), member("title", resume.Text(section.Heading))))
	}
	settings := resume.Struct(member("language", resume.Text("en")), member("sections", resume.List(rows...)))
	root = append(root, member("meta", resume.Struct(member("resumax", settings))))
	return resume.NewDocument(resume.Struct(root...))
}

// marked is a text in which nothing is taken for inline markup.
func marked(text string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "[", `\[`, "]", `\]`).Replace(text)
}
