package office

import (
	"bytes"
	"image"
	"slices"
	"strconv"
	"strings"

	"resumax/exchange/format"
	"resumax/render"
	"resumax/render/bidi"
	"resumax/render/design"
	"resumax/render/layout"
	"resumax/render/outline"
	"resumax/render/paint"
	"resumax/resume"
)

// Text is a resume as a word processor has it: paragraphs in named styles, one below the
// other, whatever columns its design has on paper.
type Text struct {
	Title, Author string
	Language      string // BCP 47
	Page          design.PageSize
	Margins       design.Margins
	RightToLeft   bool
	Paragraphs    []Written
	Styles        []*Style // what they are based on comes first
	Bullet        design.Bullet
	Photo         Photo
	Numbers       bool // further pages have the name and their number over them
	Problems      []resume.Problem
}

// Photo is the picture of the person, a JPEG; nil for none. Its size is in points.
type Photo struct {
	File          []byte
	Width, Height float64
}

// Written is a paragraph to be written.
type Written struct {
	Style       *Style
	Before      float64 // over it, in points
	Mark        string  // the name of a bookmark at its beginning, "" for none
	RightToLeft bool
	Photo       bool // it is the picture
	Runs        []WrittenRun
}

// WrittenRun is text in one look. A tab leads to the right edge.
type WrittenRun struct {
	Text                   string
	Style                  *Style // nil for the paragraph's
	Bold, Italic, Capitals bool   // as it is in the end
	Link, Tip              string
	RightToLeft            bool
}

// Width is the width of the text, in points.
func (t *Text) Width() float64 {
	return max(t.Page.Width-(t.Margins.Left+t.Margins.Right)*design.Millimeter, 72)
}

// Compose makes the text of a resume.
func Compose(s format.Source) *Text {
	r, o := s.Document.Resume(), s.Options
	d, problems := render.DesignOf(r, o)
	page := o.Page
	if page == (design.PageSize{}) {
		page = design.A4
	}
	set := render.Typeset(r, s.Options)
	c := &composer{d: d, r: r, text: &Text{Title: set.Title, Author: set.Author, Language: set.Language, Page: page, Margins: d.Page, Bullet: d.Bullet, Numbers: o.Numbers}}
	c.styles()
	if o.Letter != nil {
		c.ruleHead()
	}
	for _, name := range []string{textStyle, nameStyle, labelStyle, contactStyle, sectionStyle, entryStyle, positionStyle, whereStyle, recordStyle, bulletStyle, termsStyle, linkStyle} {
		c.style(name) // at hand for whoever goes on with the file
	}
	c.text.Photo = photoIn(set)
	c.text.Problems = problems
	for _, p := range set.Problems {
		if p.Address == resume.Basics.Child("image") {
			c.text.Problems = append(c.text.Problems, p)
		}
	}
	blocks := render.Blocks(r, s.Options)
	c.text.RightToLeft = runsLeft(blocks)
	for i := range blocks {
		c.block(blocks, i)
	}
	c.text.Styles = c.used
	return c.text
}

// photoIn is the picture on the pages.
func photoIn(set *layout.Document) Photo {
	for _, page := range set.Pages {
		for _, i := range page.Items {
			if i.Kind == layout.Image {
				if file := paint.JPEG(i.Image); file != nil {
					if _, _, err := image.DecodeConfig(bytes.NewReader(file)); err == nil {
						return Photo{file, i.Rect.W, i.Rect.H}
					}
				}
			}
		}
	}
	return Photo{}
}

// runsLeft reports whether most letters run from right to left.
func runsLeft(blocks []outline.Block) bool {
	left, right := 0, 0
	for _, b := range blocks {
		if b.Kind == outline.Contact {
			continue
		}
		l, r := bidi.Count(b.Text(" "))
		left, right = left+l, right+r
	}
	return right > left
}

// composer makes paragraphs of blocks.
type composer struct {
	d    *design.Design
	r    *resume.Resume
	text *Text

	known map[string]*Style
	used  []*Style
	own   int            // custom sections so far
	item  resume.Address // that the paragraph before is of
	items int            // without a head, so far
}

// block appends the paragraphs of a block.
func (c *composer) block(blocks []outline.Block, i int) {
	b := blocks[i]
	space := c.d.Space
	mark := c.entryMark(b)
	before := outline.Photo
	if i > 0 {
		before = blocks[i-1].Kind
	}
	over := func(usual float64) float64 {
		if before == outline.Heading {
			return space.Section
		}
		return usual
	}
	switch b.Kind {
	case outline.Photo:
		if c.text.Photo.File != nil {
			c.text.Paragraphs = append(c.text.Paragraphs, Written{Style: c.style(photoStyle), Photo: true, RightToLeft: c.text.RightToLeft})
		}
	case outline.Name:
		mark := ""
		if !isLetter(blocks) && !slices.ContainsFunc(blocks, func(b outline.Block) bool { return b.Kind == outline.Heading }) && c.r.Meta.Language != "" {
			mark = nameMark + languageMark + strings.ReplaceAll(c.r.Meta.Language, "-", "_")
		}
		c.add(nameStyle, 0, mark, c.body(b))
	case outline.Label:
		c.add(labelStyle, 0, "", c.body(b))
	case outline.Contact:
		c.contact(b)
	case outline.Heading:
		usual := space.Heading
		if len(c.text.Paragraphs) == 0 {
			usual = 0
		}
		c.add(sectionStyle, usual, c.markOf(b), c.body(b))
	case outline.Entry:
		c.head(b, entryStyle, over(space.Entry))
	case outline.Position:
		c.head(b, positionStyle, over(space.Position))
	case outline.Record:
		usual := space.Entry
		if before == outline.Record {
			usual = space.Record
		}
		c.head(b, recordStyle, over(usual))
	case outline.Paragraph:
		style := textStyle
		if at := b.Address; at.Last() == "description" && c.isCustom(c.r.SectionOf(at)) {
			style = aboutStyle
		}
		c.add(style, over(space.Paragraph), mark, c.body(b))
	case outline.Bullet:
		c.add(bulletStyle, over(space.Bullet), mark, c.body(b))
	case outline.Terms:
		c.add(termsStyle, over(space.Group), "", c.terms(b))
	case outline.Keywords:
		c.add(keywordsStyle, over(space.Bullet), mark, c.terms(b))
	default:
		c.letterPart(b, before)
	}
}

// add appends a paragraph.
func (c *composer) add(name string, before float64, mark string, runs []WrittenRun) {
	if len(runs) == 0 {
		return
	}
	p := Written{Style: c.style(name), Before: before, Mark: mark, Runs: runs, RightToLeft: c.text.RightToLeft}
	var text strings.Builder
	for i := range runs {
		text.WriteString(runs[i].Text)
		runs[i].RightToLeft = c.text.RightToLeft && !bidi.PlainString(runs[i].Text) || bidi.First([]rune(runs[i].Text), bidi.LeftToRight).RTL()
	}
	if !p.RightToLeft && name != contactStyle {
		p.RightToLeft = bidi.First([]rune(text.String()), bidi.LeftToRight).RTL()
	}
	c.text.Paragraphs = append(c.text.Paragraphs, p)
}

// body are the runs of a block that is one text.
func (c *composer) body(b outline.Block) (runs []WrittenRun) {
	look := c.lookOf(b.Kind)
	for _, p := range b.Parts {
		for _, s := range p.Spans {
			run := WrittenRun{Text: s.Text, Bold: look.Bold || s.Bold, Italic: look.Italic || s.Italic, Capitals: look.Capitals, Link: s.Link}
			if s.Link != "" {
				run.Style = c.style(linkStyle)
			}
			runs = append(runs, run)
		}
	}
	return runs
}

// lookOf is the look of a block's text.
func (c *composer) lookOf(k outline.Kind) *design.Style {
	style := &c.d.Style
	switch k {
	case outline.Name:
		return &style.Name
	case outline.Label:
		return &style.Label
	case outline.Contact:
		return &style.Contact
	case outline.Heading:
		return &style.Heading
	}
	return &style.Body
}

// part are the runs of a part that is one or more fields: each is in a style of letters
// named for it, so that what is edited in a word processor is known again when it is read.
func (c *composer) part(p outline.Part, role string, look *design.Style) (runs []WrittenRun) {
	for _, s := range c.exact(p.Spans) {
		lead, text, trail := fieldIn(s.Text)
		plain := WrittenRun{Bold: look.Bold, Italic: look.Italic, Capitals: look.Capitals, Style: c.style(role)}
		if lead != "" {
			run := plain
			run.Text = lead
			runs = append(runs, run)
		}
		if text == "" {
			continue
		}
		run := plain
		run.Text, run.Link = text, s.Link
		run.Bold, run.Italic = run.Bold || s.Bold, run.Italic || s.Italic
		run.Style = c.field(role, fieldOf(s.Address))
		run.Tip = c.tip(s.Address)
		runs = append(runs, run)
		if trail != "" {
			run := plain
			run.Text = trail
			runs = append(runs, run)
		}
	}
	return runs
}

// exact parts skills from how well they are known, which outlines may have in one span.
func (c *composer) exact(spans []outline.Span) (all []outline.Span) {
	for _, s := range spans {
		if s.Address.Last() == "name" && s.Address.Section() == resume.Root.Child("skills") {
			for _, skill := range c.r.Skills {
				if name, ok := strings.CutSuffix(s.Text, " ("+skill.Level+")"); ok && skill.Level != "" && skill.Address == s.Address.Parent() {
					level := s
					level.Text, level.Address = " ("+skill.Level+")", skill.Address.Child("level")
					s.Text = name
					all = append(all, s)
					s = level
				}
			}
		}
		all = append(all, s)
	}
	return all
}

// isCustom reports whether a key is that of a custom section.
func (c *composer) isCustom(key string) bool {
	return slices.ContainsFunc(c.r.Custom, func(s resume.CustomSection) bool { return s.Key == key })
}

// fieldIn is the field in a span's text, between what outlines put around it: " – " between
// two dates, or " (" and ")" around a level.
func fieldIn(text string) (lead, field, trail string) {
	if strings.HasPrefix(text, " (") && strings.HasSuffix(text, ")") {
		return " (", text[2 : len(text)-1], ")"
	}
	if strings.TrimSpace(text) != text {
		return text, "", ""
	}
	return "", text, ""
}

// fieldOf is the member that an address leads to, without the place in a list.
func fieldOf(a resume.Address) string {
	if a.Within(resume.Profiles) {
		return "profile" + strings.ToUpper(a.Last()[:1]) + a.Last()[1:]
	}
	for a.Index() >= 0 {
		a = a.Parent()
	}
	return a.Last()
}

// tip says whose profile an address is, where the page shows the address alone.
func (c *composer) tip(a resume.Address) string {
	if !a.Within(resume.Profiles) || a.Last() != "url" {
		return ""
	}
	for _, p := range c.r.Basics.Profiles {
		if p.Address == a.Parent() {
			if p.Username == "" {
				return p.Network
			}
			return p.Network + ": " + p.Username
		}
	}
	return ""
}

func (c *composer) separator(look *design.Style, role string) WrittenRun {
	return WrittenRun{Text: " " + c.d.Contact.Separator + " ", Bold: look.Bold, Italic: look.Italic, Capitals: look.Capitals, Style: c.style(role)}
}

// contact is how to reach someone.
func (c *composer) contact(b outline.Block) {
	look := &c.d.Style.Contact
	var runs []WrittenRun
	for _, p := range b.Parts {
		if len(runs) > 0 {
			runs = append(runs, c.separator(look, contactRole))
		}
		runs = append(runs, c.part(p, contactRole, look)...)
	}
	c.add(contactStyle, c.d.Space.Contact, "", runs)
}

// head is the head of an entry: what and when in one line, where in a second; or all in one.
func (c *composer) head(b outline.Block, name string, before float64) {
	style := &c.d.Style
	var title, where, when []WrittenRun
	for _, p := range b.Of(outline.Title) {
		title = append(title, c.part(p, titleRole, &style.Title)...)
	}
	for _, role := range []struct {
		role outline.Role
		name string
		look *design.Style
	}{{outline.Organization, organizationRole, &style.Organization}, {outline.Place, placeRole, &style.Place}, {outline.Detail, detailRole, &style.Place}} {
		for _, p := range b.Of(role.role) {
			if len(where) > 0 {
				where = append(where, c.separator(&style.Place, placeRole))
			}
			where = append(where, c.part(p, role.name, role.look)...)
		}
	}
	for _, p := range b.Of(outline.Dates) {
		when = append(when, c.part(p, datesRole, &style.Dates)...)
	}
	record := b.Kind == outline.Record
	if record || len(b.Of(outline.Organization)) == 0 {
		if len(title) > 0 && len(where) > 0 {
			title = append(title, c.separator(&style.Place, placeRole))
		}
		title = append(title, where...)
		where = nil
	}
	switch place := c.d.Dates.Place; {
	case len(when) == 0:
	case place == "above" && !record && len(title) > 0:
		c.add(datesStyle, before, "", when)
		before = 0
	case place == "below" && !record && len(title) > 0:
		if len(where) > 0 {
			where = append(where, c.separator(&style.Place, placeRole))
		}
		where = append(where, when...)
	default:
		if len(title) > 0 {
			title = append(title, WrittenRun{Text: "\t", Style: c.style(datesRole)})
		}
		title = append(title, when...)
	}
	c.add(name, before, "", title)
	c.add(whereStyle, 0, "", where)
}

// terms is a group of terms.
func (c *composer) terms(b outline.Block) (runs []WrittenRun) {
	look := &c.d.Style.Body
	role := termRole
	if b.Kind == outline.Keywords {
		look, role = &c.d.Style.Place, keywordRole
	}
	for _, p := range b.Of(outline.Group) {
		runs = append(runs, c.part(p, groupRole, &c.d.Style.Group)...)
	}
	grouped := len(runs) > 0
	for i, p := range b.Of(outline.Term) {
		sep := WrittenRun{Text: ", ", Bold: look.Bold, Italic: look.Italic, Capitals: look.Capitals, Style: c.style(role)}
		switch {
		case i > 0:
			runs = append(runs, sep)
		case grouped:
			g := &c.d.Style.Group
			runs = append(runs, WrittenRun{Text: ": ", Bold: g.Bold, Italic: g.Italic, Capitals: g.Capitals, Style: c.style(groupRole)})
		}
		runs = append(runs, c.part(p, role, look)...)
	}
	return runs
}

// entryMark is the name of the bookmark at an entry that begins without a head, which would
// be taken for more of the one before it, and "" at all else.
func (c *composer) entryMark(b outline.Block) string {
	before := c.item
	c.item = b.Address
	for c.item.Parent().Parent() != resume.Root && c.item.Parent() != resume.Root && c.item != resume.Root {
		c.item = c.item.Parent()
	}
	switch b.Kind {
	case outline.Paragraph, outline.Bullet, outline.Keywords:
	default:
		return ""
	}
	if c.item == before || c.item.Index() < 0 || before.Parent() != c.item.Parent() {
		return ""
	}
	c.items++
	return entryMark + strconv.Itoa(c.items)
}

// entryMark begins the names of bookmarks at entries without a head.
const entryMark = "entry_"

// sectionMark begins the names of bookmarks at sections. languageMark parts a section's key
// from the resume's language, if one is chosen: "section_work__pt_BR".
const (
	sectionMark  = "section_"
	nameMark     = "name" // where there is no section
	languageMark = "__"
)

// markOf is the name of the bookmark at a section, which says what it is in any language.
func (c *composer) markOf(b outline.Block) string {
	key, language := c.r.SectionOf(b.Address), ""
	if tag := c.r.Meta.Language; tag != "" {
		language = languageMark + strings.ReplaceAll(tag, "-", "_")
	}
	if !c.isCustom(key) {
		return sectionMark + key + language
	}
	const longest = 28 // and 40 of the whole name, as Word has it
	plain := key != "" && len(key)+len(language) < longest
	for _, ch := range key {
		plain = plain && (ch >= 'a' && ch <= 'z' || ch >= 'A' && ch <= 'Z' || ch >= '0' && ch <= '9')
	}
	if plain {
		return sectionMark + key + language
	}
	c.own++
	return sectionMark + "own_" + string(rune('a'+c.own%26)) + strings.Repeat("x", c.own/26%8)
}
