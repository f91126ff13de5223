package letter

import (
	"strings"

	"resumax/resume"
)

// Letter is a cover letter. What is empty and has a usual form, such as the salutation, is
// printed in that: see [Letter.Written].
type Letter struct {
	ID      string
	Variant string // the variant of the resume that it goes with, "" for the base
	Posting string // the posting that it answers, "" for none
	// Language is that of the text, a tag of BCP 47, and Country whose form the letter has,
	// a code of ISO 3166-1 alpha-2.
	Language string
	Country  string
	Date     string // a day as 2026-03-31; anything else is printed as it is, "" not at all
	Place    string // where it was written, "" for the city of the resume
	To       Addressee

	Subject    string // "" for none
	Salutation string // "" for the usual one
	Paragraphs []string
	Closing    string // "" for the usual one
	Signature  string // "" for the resume's name
	Enclosures string // what comes with it, with commas between; "" for nothing
}

// Addressee is whom a letter is to. Each may be empty.
type Addressee struct {
	Name     string // "Ms. Jane Weber"
	Title    string // "Head of Nursing"
	Employer string
	Address  string // one line or more
}

// Written is the letter with all that it says by itself: what is empty and has a usual
// form is filled in. The sender is of the resume.
func (l Letter) Written(r *resume.Resume) Letter {
	if l.Salutation == "" {
		l.Salutation = l.salutation()
	}
	if l.Closing == "" {
		l.Closing = strings.ReplaceAll(l.closing(), "{salutation}", strings.TrimRight(l.Salutation, " ,:;"))
	}
	if l.Signature == "" {
		l.Signature = strings.TrimSpace(r.Basics.Name)
	}
	if l.Place == "" {
		l.Place = strings.TrimSpace(r.Basics.Location.City)
	}
	return l
}

// salutation is the usual one: by the name, if there is one, and the title before it.
func (l Letter) salutation() string {
	s := l.words().Salutation
	name := strings.Join(strings.Fields(l.To.Name), " ")
	said := s.Unknown
	if name != "" {
		said = s.titled(name)
		if said == "" {
			said = strings.ReplaceAll(s.Named, "{name}", name)
		}
	}
	return said + l.form().end(s.End)
}

// titled is the salutation of a name with a title before it, "" for one without.
func (s salutation) titled(name string) string {
	title, rest, _ := strings.Cut(name, " ")
	form, ok := s.Titled[title]
	if !ok || rest == "" && strings.Contains(form, "{") {
		return ""
	}
	last, academic := rest, []string{}
	for { // "Frau Prof. Dr. Weber"
		word, more, found := strings.Cut(last, " ")
		if !found || !strings.HasSuffix(word, ".") {
			break
		}
		academic = append(academic, word)
		last = more
	}
	if strings.Contains(form, "{last}") {
		last = lastName(last)
	}
	said := strings.NewReplacer("{title}", strings.Join(academic, " "), "{name}", rest, "{last}", last).Replace(form)
	return strings.Join(strings.Fields(said), " ")
}

// particles stand before a last name and are part of it.
const particles = " von van de den der zu zur da do dos das del della di la le al el bin ibn "

// lastName is the last name of a full one, with the particles before it.
func lastName(name string) string {
	words := strings.Fields(name)
	i := len(words) - 1
	for i > 0 && strings.Contains(particles, " "+words[i-1]+" ") {
		i--
	}
	return strings.Join(words[max(i, 0):], " ")
}

// closing is the usual one.
func (l Letter) closing() string {
	c := l.words().Closing
	pair := ending{c.Usual, c.Named}
	if own, ok := c.Country[l.Country]; ok {
		pair = own
	}
	if strings.TrimSpace(l.To.Name) != "" {
		return pair.Named
	}
	return pair.Usual
}

// DateLine is how the day is printed, with the place before it where that is usual.
func (l Letter) DateLine() string {
	date := l.day()
	if date == "" || l.Place == "" || !l.form().Place {
		return date
	}
	return strings.NewReplacer("{place}", l.Place, "{date}", date).Replace(l.words().Dateline)
}

// day is the day in the words of the letter's language.
func (l Letter) day() string {
	d, ok := resume.ParseDate(l.Date)
	if !ok || d.Day == 0 || len(l.Date) != len("2026-03-31") {
		return strings.TrimSpace(l.Date)
	}
	return l.words().date(d, l.form().Date[l.words().tag])
}

// HasSubject reports whether letters have a subject line in the letter's country.
func (l Letter) HasSubject() bool {
	f := l.form()
	return f.Subject != "" || contains(f.Order, "subject")
}

// Lines are the addressee's lines, in the order of the letter's country.
func (l Letter) Lines() []string {
	var all []string
	for _, name := range l.form().To {
		text := map[string]string{"name": l.To.Name, "title": l.To.Title, "employer": l.To.Employer, "address": l.To.Address}[name]
		for line := range strings.Lines(text) {
			if line = strings.TrimSpace(line); line != "" {
				all = append(all, line)
			}
		}
	}
	return all
}

// Slots are the questions to the writer that are left in the letter.
func (l Letter) Slots() []string {
	var all []string
	for _, f := range l.fields() {
		all = append(all, resume.SlotsIn(*f.text)...)
	}
	for _, p := range l.Paragraphs {
		all = append(all, resume.SlotsIn(p)...)
	}
	return all
}

func contains(list []string, s string) bool {
	for _, e := range list {
		if e == s {
			return true
		}
	}
	return false
}
