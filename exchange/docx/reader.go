package docx

import (
	"context"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"resumax/exchange/office"
	"resumax/exchange/taking"
)

// document is a file that is read.
type document struct {
	archive   *office.Archive
	main      string // the name of the part with the text
	styles    styles
	numbering numbering

	blocks   []office.Block
	left     []taking.Left
	pictures []string // the names of parts, in the order of the text
}

// open reads a file.
func open(ctx context.Context, data []byte) (*document, error) {
	a, err := office.OpenArchive(ctx, data)
	if err != nil {
		return nil, err
	}
	d := &document{archive: a, main: "word/document.xml"}
	top, err := d.links("")
	if err != nil {
		return nil, err
	}
	for _, l := range top {
		if l.kind == "officeDocument" && a.Has(strings.TrimPrefix(l.target, "/")) {
			d.main = strings.TrimPrefix(l.target, "/")
		}
	}
	links, err := d.links(d.main)
	if err != nil {
		return nil, err
	}
	if err := d.looks(ctx, links); err != nil {
		return nil, err
	}
	return d, d.text(links)
}

// looks reads styles and lists.
func (d *document) looks(ctx context.Context, links map[string]link) error {
	data, err := d.archive.Part(d.partOf(links, "styles", "word/styles.xml"))
	if err != nil {
		return err
	}
	var styles *office.Node
	if data != nil {
		if styles, err = office.Parse(ctx, withoutTableStyles(data)); err != nil {
			return fmt.Errorf("its styles are damaged: %w", err)
		}
	}
	d.styles = stylesOf(styles)
	lists, err := d.archive.XML(d.partOf(links, "numbering", "word/numbering.xml"))
	if err != nil {
		return err
	}
	d.numbering = numberingOf(lists)
	return nil
}

// text reads the text, with what stands in the margins of the page.
func (d *document) text(links map[string]link) error {
	root, err := d.archive.XML(d.main)
	if err != nil {
		return err
	}
	body := root.Kid("body")
	if body == nil {
		return errors.New("the part with its text is missing")
	}
	r := &reader{d: d, links: links}
	r.container(body)
	d.blocks = append(r.blocks, r.aside...)
	d.pictures = r.pictures
	if err := d.margins(root, links); err != nil {
		return err
	}
	for _, kind := range []string{"footnotes", "endnotes"} {
		name := d.partOf(links, kind, "")
		if name == "" {
			continue
		}
		if err := d.notes(name); err != nil {
			return err
		}
	}
	return nil
}

// margins reads the headers and footers. A header comes before the text, where a person
// may have the ways to be reached, unless the text says the same; a footer behind it.
func (d *document) margins(root *office.Node, links map[string]link) error {
	section := root.Find("sectPr")
	if section == nil {
		return nil
	}
	first := on(section.Kid("titlePg"), false)
	said := strings.Join(strings.Fields(office.TextOf(d.blocks)), " ")
	var head, foot []office.Block
	var err error
	section.Each(func(n *office.Node) {
		if err != nil || n.Name != "headerReference" && n.Name != "footerReference" {
			return
		}
		kind := n.Attr("type")
		if kind == "even" || kind == "first" && !first {
			return
		}
		var blocks []office.Block
		var paged []string
		if blocks, paged, err = d.part(links[n.Attr("id")].target); err != nil {
			return
		}
		for _, text := range paged {
			if !strings.Contains(said, text) {
				d.left = append(d.left, taking.Left{Text: text})
			}
		}
		for _, b := range blocks {
			text := strings.Join(strings.Fields(office.TextOf([]office.Block{b})), " ")
			switch {
			case text == "" || strings.Contains(said, text):
			case kind == "default" && first: // what further pages repeat
				d.left = append(d.left, taking.Left{Text: text})
			case n.Name == "headerReference":
				head = append(head, b)
			default:
				foot = append(foot, b)
			}
			said += " " + text
		}
	})
	if len(foot) > 0 {
		if p := foot[0].Para; p != nil {
			p.Fresh = true
		}
	}
	d.blocks = slices.Concat(head, d.blocks, foot)
	return err
}

// part reads a part with text of its own, and texts of it with the number of a page.
func (d *document) part(name string) (blocks []office.Block, paged []string, err error) {
	name = strings.TrimPrefix(name, "/")
	root, err := d.archive.XML(name)
	if root == nil || err != nil {
		return nil, nil, err
	}
	links, err := d.links(name)
	if err != nil {
		return nil, nil, err
	}
	r := &reader{d: d, links: links, margin: true}
	r.container(root)
	d.pictures = append(d.pictures, r.pictures...)
	return append(r.blocks, r.aside...), r.paged, nil
}

// notes leaves the notes at the feet of pages.
func (d *document) notes(name string) error {
	root, err := d.archive.XML(name)
	if root == nil || err != nil {
		return err
	}
	root.Each(func(n *office.Node) {
		if kind := n.Attr("type"); kind != "" && kind != "normal" {
			return
		}
		r := &reader{d: d}
		r.container(n)
		if text := strings.TrimSpace(office.TextOf(r.blocks)); text != "" {
			d.left = append(d.left, taking.Left{Text: text})
		}
	})
	return nil
}

// link is where a part leads: to another part, or to an address.
type link struct {
	kind, target string
	external     bool
}

// links are the links of a part, by id.
func (d *document) links(name string) (map[string]link, error) {
	folder, file := path.Split(name)
	root, err := d.archive.XML(folder + "_rels/" + file + ".rels")
	if err != nil {
		return nil, err
	}
	all := map[string]link{}
	root.Each(func(n *office.Node) {
		if n.Name != "Relationship" {
			return
		}
		l := link{kind: path.Base(n.Attr("Type")), target: n.Attr("Target"), external: strings.EqualFold(n.Attr("TargetMode"), "External")}
		if !l.external {
			if strings.HasPrefix(l.target, "/") {
				l.target = l.target[1:]
			} else {
				l.target = path.Join(folder, l.target)
			}
		}
		all[n.Attr("Id")] = l
	})
	return all, nil
}

// partOf is the name of the part of a kind that links lead to, or the usual one.
func (d *document) partOf(links map[string]link, kind, usual string) string {
	best := ""
	for _, l := range links {
		if l.kind == kind && !l.external && d.archive.Has(l.target) && (best == "" || l.target < best) {
			best = l.target
		}
	}
	if best == "" {
		return usual
	}
	return best
}

// photo is the file of the first picture that may be a person's.
func (d *document) photo() []byte {
	const first = 3 // pictures that are looked at
	for _, name := range d.pictures[:min(first, len(d.pictures))] {
		switch strings.ToLower(path.Ext(name)) {
		case ".png", ".jpg", ".jpeg":
			if file, err := d.archive.Part(name); err == nil {
				return file
			}
		}
	}
	return nil
}
