package outline

import (
	"strings"
	"unicode"

	"resumax/render/design"
	"resumax/resume"
)

// Build reads what a resume says. Of the design it takes how dates are written
// and whether there is a photo, and nothing about places. It never fails: a resume
// without content gives no blocks.
func Build(r *resume.Resume, d *design.Design) []Block { return new(Outliner).Build(r, d) }

func (b *builder) build() {
	b.header(false)
	for _, s := range b.r.Sections {
		if s.Hidden {
			continue
		}
		at := len(b.blocks)
		b.add(Heading, s.Address, Part{Text, plain(s.Title, s.Address)})
		body := len(b.blocks)
		b.section(s)
		if len(b.blocks) == body { // a heading over nothing
			b.blocks = b.blocks[:at]
		}
	}
}

type builder struct {
	r      *resume.Resume
	d      *design.Design
	blocks []Block

	ownSections map[string][]resume.CustomItem // by key

	outliner *Outliner
}

// add appends a block of the parts that have text, if any has.
func (b *builder) add(kind Kind, at resume.Address, parts ...Part) {
	kept := parts[:0]
	for _, p := range parts {
		if len(p.Spans) > 0 {
			kept = append(kept, p)
		}
	}
	if len(kept) > 0 {
		b.blocks = append(b.blocks, Block{Kind: kind, Address: at, Parts: kept})
	}
}

// header adds who the resume is about and how to reach them.
// header is the head of a page; on a letter with a sender's address that stands in it.
func (b *builder) header(sender bool) {
	who := b.r.Basics
	if strings.TrimSpace(who.Image) != "" && !b.d.Photo.Hidden {
		at := resume.Basics.Child("image")
		b.blocks = append(b.blocks, Block{Kind: Photo, Address: at, Image: who.Image})
	}
	b.add(Name, resume.Basics.Child("name"), Part{Text, plain(who.Name, resume.Basics.Child("name"))})
	b.add(Label, resume.Basics.Child("label"), Part{Text, plain(who.Label, resume.Basics.Child("label"))})
	b.add(Contact, resume.Basics, b.contact(sender)...)
}

func (b *builder) contact(sender bool) []Part {
	who := b.r.Basics
	place := who.Location.String()
	if sender {
		place = who.Location.Postal()
	}
	parts := []Part{
		{Text, email(who.Email)},
		{Text, telephone(who.Phone)},
		{Text, plain(place, resume.Location)},
		{Text, webAddress(who.URL, resume.Basics.Child("url"))},
	}
	for _, p := range who.Profiles {
		if p.Hidden {
			continue
		}
		parts = append(parts, Part{Text, profile(p)})
	}
	return parts
}

// profile is the address of a profile, or the network and the user name where the
// address leads to the network alone.
func profile(p resume.Profile) []Span {
	address := webAddress(p.URL, p.Address.Child("url"))
	if p.ShowsAddress() {
		return address
	}
	spans := join(": ", plain(p.Network, p.Address.Child("network")), linked(p.Username, p.Address.Child("username"), p.URL))
	if len(spans) == 0 {
		return address
	}
	return spans
}

func email(text string) []Span {
	spans := plain(text, resume.Basics.Child("email"))
	if len(spans) > 0 && strings.Contains(text, "@") && !strings.ContainsAny(spans[0].Text, " <>\"") {
		spans[0].Link = "mailto:" + spans[0].Text
	}
	return spans
}

// telephone links a number as RFC 3966 writes it: digits and a leading plus.
func telephone(text string) []Span {
	spans := plain(text, resume.Basics.Child("phone"))
	var number strings.Builder
	for _, c := range text {
		if unicode.IsDigit(c) && c < unicode.MaxASCII || c == '+' && number.Len() == 0 {
			number.WriteRune(c)
		}
	}
	if number.Len() >= 5 && len(spans) > 0 {
		spans[0].Link = "tel:" + number.String()
	}
	return spans
}

// webAddress shows a web address without what every web address has.
func webAddress(url string, at resume.Address) []Span {
	shown := strings.TrimSpace(url)
	for _, scheme := range []string{"https://", "http://"} {
		if len(shown) > len(scheme) && strings.EqualFold(shown[:len(scheme)], scheme) {
			shown = shown[len(scheme):]
		}
	}
	return linked(strings.TrimSuffix(shown, "/"), at, strings.TrimSpace(url))
}

// head adds the head of an entry: its parts by meaning, the dates last. Where
// they stand on a page is layout's business. An entry that is nothing but an
// organization has that for its title.
func (b *builder) head(kind Kind, at resume.Address, title, organization, dates []Span, more ...Part) {
	if len(title) == 0 {
		title, organization = organization, nil
	}
	parts := append([]Part{{Title, title}, {Organization, organization}}, more...)
	b.add(kind, at, append(parts, Part{Dates, dates})...)
}

// text adds a text of one or more paragraphs, of which some may be bullets.
func (b *builder) text(source string, at resume.Address) {
	for _, p := range paragraphs(source) {
		kind := Paragraph
		if rest, ok := strings.CutPrefix(p, resume.BulletMark); ok {
			kind, p = Bullet, rest
		}
		b.add(kind, at, Part{Text, b.outliner.inline(p, at)})
	}
}

func (b *builder) bullets(lines []resume.TextLine) {
	for _, l := range lines {
		b.add(Bullet, l.Address, Part{Text, b.outliner.inline(l.Text, l.Address)})
	}
}

// terms adds a group of terms under a name; either may be missing.
func (b *builder) terms(at resume.Address, name []Span, terms []resume.TextLine) {
	b.add(Terms, at, append([]Part{{Group, name}}, termParts(terms)...)...)
}

// keywords adds the terms of an entry.
func (b *builder) keywords(at resume.Address, terms []resume.TextLine) {
	b.add(Keywords, at, termParts(terms)...)
}

func termParts(terms []resume.TextLine) []Part {
	parts := make([]Part, len(terms))
	for i, t := range terms {
		parts[i] = Part{Term, plain(t.Text, t.Address)}
	}
	return parts
}
