package ats

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"resumax/exchange/pdftext"
	"resumax/exchange/structure"
	"resumax/render/outline"
)

// Rule is something that readers need of a page, and whether it has it.
type Rule struct {
	ID   string `json:"id"`
	Need string `json:"need"`
	OK   bool   `json:"ok"`
	Why  string `json:"why"` // what was found, "" where all is well
}

// The rules are those that two open readers were found to depend on, with sixty
// PDFs of other programs.
func rulesFor(pages []pdftext.Page, lines []structure.Line, r *Reading, blocks []outline.Block) []Rule {
	rule := func(id, need, why string) Rule { return Rule{id, need, why == "", why} }
	return []Rule{
		rule("text", "The page is text, not a picture of text", noText(lines)),
		rule("pages", "Every page can be read", damaged(pages)),
		rule("contact", "The email address and phone number have spaces around them", gluedContact(lines, r.Contact, blocks)),
		rule("headings", "Every section has a heading on its own line, in bold or capitals, and at least one is a standard heading", poorHeadings(lines, r.Sections, blocks)),
		rule("entries", "Jobs are more than 1.4 lines apart", closeEntries(r.Sections, r.Jobs)),
		rule("jobs", "Every job has a title, an employer and dates", partialJobs(r.Jobs)),
		rule("direction", "The text is in reading order, one column after the other", jumps(pages, lines)),
		rule("characters", "All characters are standard ones", oddCharacters(pages)),
	}
}

func noText(lines []structure.Line) string {
	if len(lines) == 0 {
		return "no text was found: the page may be a scan"
	}
	return ""
}

func damaged(pages []pdftext.Page) string {
	for i, p := range pages {
		if p.Damaged {
			return fmt.Sprintf("page %d is damaged or too complex to read", i+1)
		}
	}
	return ""
}

// numbers of a telephone have so many digits (ITU-T E.164: 15 at most).
const minDigits, maxDigits = 8, 15

// around are the characters that may surround a contact's parts.
const around = "<>()[],;|·"

func gluedContact(lines []structure.Line, c structure.Contact, blocks []outline.Block) string {
	for _, l := range lines {
		for _, w := range l.Words {
			text := strings.Trim(w.Text, around)
			if strings.Contains(text, "@") && strings.Contains(text, ".") && !structure.IsEmail(text) {
				return fmt.Sprintf("“%s” is not recognized as an email address", w.Text)
			}
			if gluedPhone(text) {
				return fmt.Sprintf("“%s” is not recognized as a phone number", w.Text)
			}
		}
	}
	if c.Email == "" {
		return "no email address was found above the first heading"
	}
	for _, b := range blocks {
		for _, p := range b.Parts {
			if text := p.Text(); b.Kind == outline.Contact && c.Phone == "" && structure.FindPhone(text) == text && text != "" {
				return fmt.Sprintf("the phone number %s was not found above the first heading", text)
			}
		}
	}
	return ""
}

// gluedPhone reports whether a word has a telephone number in it with its country
// code, and something else.
func gluedPhone(word string) bool {
	at := strings.IndexByte(word, '+')
	if at < 0 || structure.IsLink(word) || structure.IsEmail(word) {
		return false
	}
	number := structure.FindPhone(word[at:])
	digits := 0
	for _, c := range number {
		if unicode.IsDigit(c) {
			digits++
		}
	}
	return number != "" && strings.HasPrefix(word[at:], number) && number != word && minDigits <= digits && digits <= maxDigits
}

// poorHeadings says which of the headings that a page should have is none to a
// reader by how it stands there.
func poorHeadings(lines []structure.Line, sections []structure.Section, blocks []outline.Block) string {
	if len(sections) == 0 {
		return "no heading was recognized"
	}
	body := structure.BodySize(lines)
	for _, b := range blocks {
		if b.Kind != outline.Heading || len(b.Parts) == 0 {
			continue
		}
		heading := b.Parts[0].Text()
		if !slices.ContainsFunc(lines, func(l structure.Line) bool {
			return strings.EqualFold(l.Text(), heading) && structure.StandsOut(l, body)
		}) {
			return fmt.Sprintf("“%s” is not on a line of its own, in bold or capitals", heading)
		}
	}
	return ""
}

// minGap is how far apart two jobs must be, in line pitches, so that they are
// not read as one: 1.4, less what measuring lines by their letters may be wrong.
const minGap = 1.4 * 0.97

// minGapOfIdeographs allows for letters that stand lower than others.
const minGapOfIdeographs = 1.4 * 0.9

func closeEntries(sections []structure.Section, jobs []structure.Job) string {
	var lines []structure.Line
	for _, s := range sections {
		if s.Kind == "work" {
			lines = append(lines, s.Body...)
		}
	}
	usual := structure.Pitch(lines)
	for i, j := range jobs {
		least := minGap
		if j.Head.Ideographs() {
			least = minGapOfIdeographs
		}
		if i > 0 && j.Head.Gap > 0 && usual > 0 && j.Head.Gap < least*usual && len(jobs[i-1].Points) > 0 {
			return fmt.Sprintf("“%s” starts %.1f lines below the previous job", j.Title, j.Head.Gap/usual)
		}
	}
	return ""
}

func partialJobs(jobs []structure.Job) string {
	for _, j := range jobs {
		var lost []string
		for _, part := range []struct{ name, text string }{{"title", j.Title}, {"employer", j.Employer}, {"dates", j.Dates}} {
			if part.text == "" {
				lost = append(lost, part.name)
			}
		}
		if len(lost) > 0 {
			return fmt.Sprintf("“%s” has no %s", strings.Join(strings.Fields(j.Title+" "+j.Employer+" "+j.Dates), " "), strings.Join(lost, " and no "))
		}
	}
	return ""
}

// jumps says where text goes up the page more often than once: a second column
// may begin, no third.
func jumps(pages []pdftext.Page, lines []structure.Line) string {
	up := make([]int, len(pages))
	for i := 1; i < len(lines); i++ {
		if lines[i].Page == lines[i-1].Page && lines[i].Box.Bottom < lines[i-1].Box.Top-lines[i-1].Size() {
			if up[lines[i].Page]++; up[lines[i].Page] > 1 {
				return fmt.Sprintf("on page %d the reading order jumps back up at “%s”", lines[i].Page+1, lines[i].Text())
			}
		}
	}
	return ""
}

func oddCharacters(pages []pdftext.Page) string {
	for n, p := range pages {
		if p.Icon != "" {
			return fmt.Sprintf("page %d has an icon character (%U), which other programs can't read", n+1, []rune(p.Icon)[0])
		}
		for _, w := range p.Words {
			for _, c := range w.Text {
				switch {
				case 0xFB00 <= c && c <= 0xFB06:
					return fmt.Sprintf("“%s” has a ligature (%U), so searches miss the word", w.Text, c)
				case c == 0xAD:
					return fmt.Sprintf("“%s” has a soft hyphen, so searches miss the word", w.Text)
				case c == 0xFFFD:
					return fmt.Sprintf("“%s” has a character that could not be extracted", w.Text)
				}
			}
		}
	}
	return ""
}
