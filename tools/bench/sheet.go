package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"resumax/render"
	"resumax/render/design"
	"resumax/render/fonts"
	"resumax/render/outline"
	"resumax/resume"
	"resumax/storage/file"
)

// sheet is what every tool is to print: a resume's blocks with the lengths,
// styles and font files that they are set with. Lengths are points.
type sheet struct {
	Title, Author, Language string
	Page                    page
	Styles                  map[string]style
	Space                   design.Space
	Rule                    float64 // under headings
	RuleColor               string
	Bullet                  design.Bullet
	Separator               string
	Fonts                   []fontFile
	Blocks                  []block

	resume  *resume.Resume
	options render.Options
}

type page struct{ Width, Height, Top, Bottom, Left, Right float64 }

type style struct {
	Family, Color, Align   string
	Size, Leading          float64
	Tracking               float64 // parts of the size
	Bold, Italic, Capitals bool
}

type fontFile struct {
	Family, File string
	Bold, Italic bool
}

type block struct {
	Kind   string
	Before float64 // empty space over it
	Parts  []part
}

type part struct {
	Role  string
	Spans []span
}

type span struct {
	Text, Link   string
	Bold, Italic bool
}

// newSheet reads a resume in its design, and puts the font files into folder.
func newSheet(path, folder string) (*sheet, error) {
	file, err := file.Load(path)
	if err != nil {
		return nil, err
	}
	r := file.Document.Resume()
	o := render.Setup{Designs: design.All()}.Options(r)
	if o.Design == nil {
		o.Design = design.Default()
	}
	d := o.Design
	s := &sheet{Title: r.Basics.Name + " – " + r.Basics.Label, Author: r.Basics.Name, Language: "en",
		Space: d.Space, Rule: d.Rule.Thickness, RuleColor: d.Colors.Rule.String(), Bullet: d.Bullet, Separator: " " + d.Contact.Separator + " ",
		Page: page{o.Page.Width, o.Page.Height, d.Page.Top * design.Millimeter, d.Page.Bottom * design.Millimeter,
			d.Page.Left * design.Millimeter, d.Page.Right * design.Millimeter},
		resume: r, options: o}
	s.addStyles(d)
	s.addBlocks(render.Typeset(r, o).Blocks, d.Space)
	return s, s.addFonts(folder)
}

func (s *sheet) addStyles(d *design.Design) {
	s.Styles = map[string]style{}
	for name, from := range map[string]design.Style{"body": d.Style.Body, "name": d.Style.Name, "label": d.Style.Label,
		"contact": d.Style.Contact, "heading": d.Style.Heading, "title": d.Style.Title, "organisation": d.Style.Organization,
		"place": d.Style.Place, "dates": d.Style.Dates, "group": d.Style.Group} {
		s.Styles[name] = style{from.Family, d.Colors.Named(from.Color).String(), from.Align, from.Size, from.Leading, from.Tracking,
			from.Bold, from.Italic, from.Capitals}
	}
}

func (s *sheet) addBlocks(blocks []outline.Block, space design.Space) {
	before := map[outline.Kind]float64{outline.Contact: space.Contact, outline.Heading: space.Heading, outline.Entry: space.Entry,
		outline.Position: space.Position, outline.Record: space.Record, outline.Paragraph: space.Paragraph,
		outline.Bullet: space.Bullet, outline.Terms: space.Group, outline.Keywords: space.Bullet}
	for i, b := range blocks {
		out := block{Kind: b.Kind.String(), Before: before[b.Kind]}
		if i > 0 && blocks[i-1].Kind == outline.Heading {
			out.Before = space.Section
		}
		for _, p := range b.Parts {
			q := part{Role: p.Role.String()}
			for _, sp := range p.Spans {
				q.Spans = append(q.Spans, span{sp.Text, sp.Link, sp.Bold, sp.Italic})
			}
			out.Parts = append(out.Parts, q)
		}
		s.Blocks = append(s.Blocks, out)
	}
}

// addFonts writes the four faces of every family that the design names.
func (s *sheet) addFonts(folder string) error {
	known := map[string]bool{}
	for _, st := range s.Styles {
		if known[st.Family] {
			continue
		}
		known[st.Family] = true
		family, ok := fonts.FindFamily(st.Family)
		if !ok {
			return fmt.Errorf("no family %s ships with the program", st.Family)
		}
		for _, face := range []*fonts.Face{family.Regular, family.Bold, family.Italic, family.BoldItalic} {
			f := fontFile{family.Name, filepath.Join(folder, face.Name+".ttf"), face.Bold, face.Italic}
			if err := os.WriteFile(f.File, face.File(), 0o600); err != nil {
				return err
			}
			s.Fonts = append(s.Fonts, f)
		}
	}
	return nil
}

func (s *sheet) write(path string) error {
	data, err := json.Marshal(s)
	if err != nil {
		return fmt.Errorf("writing the sheet: %w", err)
	}
	return os.WriteFile(path, data, 0o600)
}

// edited is the resume with another title over its first section: what every
// tool is asked to set anew, with the number of the edit behind the title.
func (s *sheet) edited(edit int) *resume.Resume {
	r := *s.resume
	r.Sections = slices.Clone(r.Sections)
	r.Sections[0].Title = fmt.Sprintf("%s %d", r.Sections[0].Title, edit)
	return &r
}
