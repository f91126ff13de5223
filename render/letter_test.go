package render

import (
	"bytes"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"resumax/render/design"
	"resumax/render/layout"
	"resumax/render/outline"
	"resumax/resume"
)

// someLetter is a letter with every part.
func someLetter(aside bool, passages ...string) *outline.Letter {
	l := &outline.Letter{Title: "Cover letter – Jo", Texts: []outline.LetterText{
		{Kind: outline.Addressee, Address: "/l/to/name", Text: "Ms. Whitfield\nHead of Platform", Aside: aside},
		{Kind: outline.Day, Address: "/l/date", Text: "Portland, March 3, 2026", Aside: aside},
		{Kind: outline.Subject, Address: "/l/subject", Text: "Application"},
		{Kind: outline.Salutation, Address: "/l/salutation", Text: "Dear Ms. Whitfield:"},
	}}
	for i, p := range passages {
		l.Texts = append(l.Texts, outline.LetterText{Kind: outline.Passage, Address: resume.Address("/l/paragraphs").Item(i), Text: p})
	}
	l.Texts = append(l.Texts,
		outline.LetterText{Kind: outline.Closing, Address: "/l/closing", Text: "Sincerely,"},
		outline.LetterText{Kind: outline.Signature, Address: "/l/signature", Text: "Jo Hall"},
		outline.LetterText{Kind: outline.Enclosures, Address: "/l/enclosures", Text: "Enclosure: Resume"})
	return l
}

func longPassages(n int) (all []string) {
	for range n {
		all = append(all, strings.Repeat("What is said here is said in words of every length, and some of them are **bold**. ", 6)+"\n• a point\n• another point")
	}
	return all
}

// A letter's PDF is as accessible as a resume's, in every design.
func TestLettersAreAccessible(t *testing.T) {
	for _, sample := range []string{"two-pages", "hebrew"} {
		r := samples(t)[sample]
		for _, d := range design.All() {
			s := sheet{name: "letter " + sample + " " + d.ID, design: d, doc: Typeset(r, Options{Design: d, Letter: someLetter(true, longPassages(12)...)})}
			if len(s.doc.Pages) < 2 || s.doc.Title != "Cover letter – Jo" {
				t.Errorf("%s: %d pages, titled %q", s.name, len(s.doc.Pages), s.doc.Title)
			}
			var b bytes.Buffer
			if err := PDF(&b, s.doc); err != nil {
				t.Fatal(err)
			}
			s.file = filepath.Join(t.TempDir(), "letter.pdf")
			if err := os.WriteFile(s.file, b.Bytes(), 0o600); err != nil {
				t.Fatal(err)
			}
			s.accessible(t)
		}
	}
}

// After any edits a letter is set as by a typesetter that has seen nothing before, also
// between resumes.
func TestLettersAgain(t *testing.T) {
	r := fixture(t, "two-pages").Resume()
	random := rand.New(rand.NewSource(1))
	again := NewTypesetter()
	designs := design.All()
	for range 60 {
		o := Options{Design: designs[random.Intn(len(designs))], Fit: random.Intn(2)}
		if random.Intn(4) > 0 {
			o.Letter = someLetter(random.Intn(2) == 0, longPassages(random.Intn(9))...)
		}
		if got, want := again.Typeset(r, o).String(), Typeset(r, o).String(); got != want {
			t.Fatalf("%s: set again it differs", o.Design.ID)
		}
	}
}

// The head of a letter is the resume's, line for line, where its design has it above all
// else; what is under it has the letter's size.
func TestLetterHeads(t *testing.T) {
	r := fixture(t, "two-pages").Resume()
	for _, d := range design.All() {
		if len(d.Columns.Sections) > 0 || r.Basics.Image != "" {
			continue
		}
		head := func(doc *layout.Document) string {
			var b strings.Builder
			for _, i := range doc.Pages[0].Items {
				if i.Block == outline.Name || i.Block == outline.Label || i.Block == outline.Contact {
					b.WriteString(i.String() + "\n")
				}
			}
			return b.String()
		}
		plain, with := Typeset(r, Options{Design: d}), Typeset(r, Options{Design: d, Letter: someLetter(false, "Text.")})
		if head(plain) != head(with) || head(with) == "" {
			t.Errorf("%s: the heads differ:\n%s\n%s", d.ID, head(plain), head(with))
		}
		for _, i := range with.Pages[0].Items {
			if i.Block == outline.Passage && (i.Run.Size < 10.5 || i.Run.Size < d.Style.Body.Size) {
				t.Errorf("%s: text of %g points", d.ID, i.Run.Size)
			}
		}
	}
}
