package cli

import (
	"fmt"
	"slices"
	"strings"

	"resumax/exchange"
	"resumax/exchange/format"
	"resumax/interview"
	"resumax/interview/prep"
	"resumax/job/letter"
	"resumax/resume"
	"resumax/resume/variant"
	"resumax/role"
)

// checkLetter refuses options that a letter has no use for.
func (o *exportOptions) checkLetter() error {
	switch {
	case !o.letter:
		return nil
	case !o.as.Letters:
		return usagef("a cover letter can't be written as %s: choose %s with --format", o.as.ID, exchange.IDs(exchange.LetterWriters()))
	case o.anonymous:
		return usagef("--letter and --anonymous exclude each other: a letter is signed")
	case o.attach:
		return usagef("--letter and --attach exclude each other: a letter has no data of a resume")
	}
	return nil
}

// exportLetter writes the letter that goes with a resume, src, which is a document's base or
// a variant of it.
func (o *exportOptions) exportLetter(whole resume.Document, src source, target string, s Streams) error {
	id, of := "", "the resume"
	if o.variant.name != "" {
		found, err := variant.Find(whole, o.variant.name)
		if err != nil {
			return fmt.Errorf("%s: %w", src.name, err)
		}
		id, of = found.ID, "the variant “"+found.Name+"”"
	}
	l, at, ok := letter.For(whole, id)
	if !ok {
		return fmt.Errorf("%s: there is no cover letter for %s: start one in ResuMax, under Tailor ▸ Letter", src.name, of)
	}
	if slots := l.Slots(); len(slots) > 0 {
		return fmt.Errorf("%s: placeholder left in the letter: %s, then export", src.name, role.PlaceholdersLeft(linesOf(at, slots)))
	}
	head := slices.DeleteFunc(src.document.Slots(), func(l resume.TextLine) bool { return !l.Address.Within(resume.Basics) || l.Address == resume.Summary })
	if len(head) > 0 {
		return fmt.Errorf("%s: placeholder left at %s: %s, then export", src.name, head[0].Address, role.PlaceholdersLeft(head))
	}
	if blocked := interview.BlockedIn(src.document, prep.Of(whole), lettersOf(whole, id)); len(blocked) > 0 {
		return fmt.Errorf("%s: “%s” in the letter is marked as a number that can't be defended: change it, or say in Prepare how it was measured, then export",
			src.name, resume.Plain(blocked[0].Quote))
	}
	if l.Words() == 0 {
		s.say("%s: the letter has no text yet", src.name)
	}
	r := src.document.Resume()
	options := o.setup.Options(r)
	if options.Unknown != "" {
		s.warn(src.name, []resume.Problem{unknownSetting("design", options.Unknown)})
	}
	page := options.Page
	options = l.Options(at, r, options)
	if o.page != "" {
		options.Page = page
	}
	if o.fit > 0 {
		options.Fit = o.fit
	}
	for _, f := range letter.Check(l, letter.Context{Document: src.document, Others: letter.Others(whole, at)}) {
		if f.Kind == letter.Leftover || f.Kind == letter.Greeting {
			s.say("%s: %s", src.name, f.Text)
		}
	}
	return o.writeSource(format.Source{Document: src.document, Options: options}, src, target, s)
}

// lettersOf are the texts of the letter of a variant, "" for that of the base.
func lettersOf(d resume.Document, variant string) (all []interview.Letter) {
	for _, p := range letter.Texts(d, variant) {
		all = append(all, interview.Letter(p))
	}
	return all
}

func linesOf(at resume.Address, texts []string) []resume.TextLine {
	all := make([]resume.TextLine, len(texts))
	for i, t := range texts {
		all[i] = resume.TextLine{Address: at, Text: strings.TrimSpace(t)}
	}
	return all
}
