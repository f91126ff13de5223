package letter

import (
	"regexp"
	"strings"

	"resumax/render"
	"resumax/render/design"
	"resumax/render/outline"
	"resumax/resume"
)

// Outline is what a letter says on its page under the head of a resume, in the form of its
// country. Its texts have addresses below at, where the letter is.
func (l Letter) Outline(at resume.Address, r *resume.Resume) *outline.Letter {
	l = l.Written(r)
	w, f := l.words(), l.form()
	page := &outline.Letter{Title: l.title(r), Sender: f.Sender}
	add := func(kind outline.Kind, name, text string, aside bool) {
		if strings.TrimSpace(text) != "" {
			page.Texts = append(page.Texts, outline.LetterText{Kind: kind, Address: at.Child(name), Text: text, Aside: aside})
		}
	}
	for _, part := range f.Order {
		aside := contains(f.Aside, part)
		switch part {
		case "day":
			add(outline.Day, MemberDate, l.DateLine(), aside)
		case "addressee":
			page.Texts = append(page.Texts, l.addressee(at, aside)...)
		case "subject":
			add(outline.Subject, MemberSubject, l.Subject, false)
		}
	}
	add(outline.Salutation, MemberSalutation, l.Salutation, false)
	if !contains(f.Order, "subject") { // also where it is not usual: it was written
		add(outline.Subject, MemberSubject, l.Subject, false)
	}
	for i, p := range l.Paragraphs {
		if strings.TrimSpace(p) != "" {
			page.Texts = append(page.Texts, outline.LetterText{Kind: outline.Passage, Address: at.Child(MemberParagraphs).Item(i), Text: p})
		}
	}
	add(outline.Closing, MemberClosing, l.Closing, false)
	add(outline.Signature, MemberSignature, l.Signature, false)
	if list := strings.TrimSpace(l.Enclosures); list != "" {
		add(outline.Enclosures, MemberEnclosures, strings.ReplaceAll(w.Enclosures, "{list}", list), false)
	}
	return page
}

// addressee are the addressee's lines, each with its address.
func (l Letter) addressee(at resume.Address, aside bool) (all []outline.LetterText) {
	to := at.Child(MemberTo)
	for _, name := range l.form().To {
		text := map[string]string{MemberName: l.To.Name, MemberTitle: l.To.Title, MemberEmployer: l.To.Employer, MemberAddress: lined(l.To.Address)}[name]
		if strings.TrimSpace(text) != "" {
			all = append(all, outline.LetterText{Kind: outline.Addressee, Address: to.Child(name), Text: text, Aside: aside})
		}
	}
	return all
}

// beforeTown is the comma between a street and the town with its postal code before it.
var beforeTown = regexp.MustCompile(`,( ?(?:[A-Z]{1,2}-)?\d{4,5} \pL)`)

// lined is an address with the town on a line of its own, where the postal code before it says that it
// begins there: "Lindenweg 14, 49080 Osnabrück". It is as long as it was, so that a click finds its place.
func lined(address string) string {
	if strings.Contains(address, "\n") {
		return address
	}
	return beforeTown.ReplaceAllString(address, "\n$1")
}

// title is what the document is called: "Cover letter – Ines Okafor – Halvorsen".
func (l Letter) title(r *resume.Resume) string {
	parts := []string{l.words().Letter}
	for _, p := range []string{r.Basics.Name, l.To.Employer} {
		if p = strings.TrimSpace(p); p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, " – ")
}

// Options are the options by which the letter is set on pages with a resume's head, given
// those of the resume: the same design, in the letter's language, on the paper of its
// country and on one page if it fits.
func (l Letter) Options(at resume.Address, r *resume.Resume, o render.Options) render.Options {
	o.Letter = l.Outline(at, r)
	o.Language = l.Language
	o.Page = design.PageFor(l.Country)
	o.Fit = 1
	o.Photo, o.PhotoError = nil, nil
	return o
}
