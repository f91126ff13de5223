package outline

import (
	"slices"
	"strings"

	"resumax/resume"
)

// Kind is what a block is.
type Kind uint8

// The kinds of block.
const (
	Name      Kind = iota // the person's name
	Label                 // the line under it
	Photo                 // the person's picture; Block.Image holds it
	Contact               // how to reach them: one part for each way
	Heading               // a section's title
	Entry                 // the head of an entry: what, where, when
	Position              // the head of a further position at the employer of the entry before
	Record                // an entry that needs one line: a certificate, an award
	Paragraph             // running text
	Bullet                // a point of a list
	Terms                 // a named group of short terms, such as skills
	Keywords              // terms that say more about an entry, such as what a project was built with
	Running               // what a page's margin repeats: the name, the page's number

	Day        // a letter's date, with the place where it was written
	Addressee  // a line of whom a letter is to
	Subject    // what a letter is about
	Salutation // how a letter begins
	Passage    // running text of a letter
	Closing    // how a letter ends
	Signature  // the name under it
	Enclosures // what comes with it
)

// OfLetter reports whether a block of the kind is part of a letter. Its points are bullets.
func (k Kind) OfLetter() bool { return k >= Day }

var kindNames = [...]string{"name", "label", "photo", "contact", "heading", "entry", "position",
	"record", "paragraph", "bullet", "terms",
	"keywords", "running", "day", "addressee", "subject", "salutation", "passage", "closing", "signature", "enclosures"}

func (k Kind) String() string { return kindNames[k] }

// Role is what a part is within its block.
type Role uint8

// The roles of parts.
const (
	Text         Role = iota // the block's text itself
	Title                    // what an entry is: the position, the degree
	Organization             // whose it was: the employer, the school, the issuer
	Place                    // where on the map
	Detail                   // what else is said of it
	Dates                    // when it was
	Group                    // the name of a group of terms
	Term                     // one term of a group
)

var roleNames = [...]string{"text", "title", "organisation", "place", "detail", "dates", "group", "term"}

func (r Role) String() string { return roleNames[r] }

// Block is one thing that a page says.
type Block struct {
	Kind    Kind
	Address resume.Address // of the item, text or section that it shows
	Parts   []Part
	Image   string // a photo's source, as the resume has it: a data: URI, a path or an address
	Aside   bool   // of a letter: it stands at the right
}

// Part is a piece of a block with a role of its own.
type Part struct {
	Role  Role
	Spans []Span
}

// Span is text in one style that comes from one place.
type Span struct {
	Text    string
	Address resume.Address
	Link    string // where it leads, "" for nowhere
	Bold    bool
	Italic  bool
}

// Text is the block's text, its parts joined by sep.
func (b Block) Text(sep string) string {
	parts := make([]string, len(b.Parts))
	for i, p := range b.Parts {
		parts[i] = p.Text()
	}
	return strings.Join(parts, sep)
}

// Of is the block's parts with the role.
func (b Block) Of(role Role) []Part {
	var parts []Part
	for _, p := range b.Parts {
		if p.Role == role {
			parts = append(parts, p)
		}
	}
	return parts
}

// Text is the part's text.
func (p Part) Text() string {
	if len(p.Spans) == 1 {
		return p.Spans[0].Text
	}
	var b strings.Builder
	for _, s := range p.Spans {
		b.WriteString(s.Text)
	}
	return b.String()
}

// Equal reports whether two blocks show the same. What they share is not looked
// at again.
func (b *Block) Equal(o *Block) bool {
	if b.Kind != o.Kind || b.Address != o.Address || len(b.Parts) != len(o.Parts) || b.Image != o.Image || b.Aside != o.Aside {
		return false
	}
	for i := range b.Parts {
		p, q := &b.Parts[i], &o.Parts[i]
		if p.Role != q.Role || len(p.Spans) != len(q.Spans) {
			return false
		}
		if len(p.Spans) > 0 && &p.Spans[0] != &q.Spans[0] && !slices.Equal(p.Spans, q.Spans) {
			return false
		}
	}
	return true
}
