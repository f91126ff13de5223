package paint

import (
	"fmt"
	"slices"
	"strings"

	"resumax/render/layout"
	"resumax/render/outline"
	"resumax/render/pdf"
	"resumax/resume"
)

// tags is the structure of a document: what its parts mean and in what order
// they are read (ISO 32000-1, 14.7 and 14.8), whatever their order on the page.
type tags struct {
	root    *element
	blocks  []blockTags
	marked  [][]*element // by page and number of the marked content
	parents []*element   // of the annotations
	alt     string       // what a picture shows
}

// element is an element of the structure.
type element struct {
	kind   string // structure type, such as "P"
	kids   []kid
	box    string // of a figure
	actual []byte // the text of what runs from right to left, in the order of reading
	target target // of a link
	ref    pdf.Ref
}

// kid is what an element holds: another one, an annotation or marked content.
type kid struct {
	child      *element
	annotation pdf.Ref
	page, mcid int
}

// target is what makes two pieces of a link one.
type target struct {
	link    string
	address resume.Address
}

// blockTags are the elements that a block's texts belong to.
type blockTags struct {
	body  *element
	label *element                  // of a list's item
	roles map[outline.Role]*element // of an entry's head
	last  *element                  // the one used last
}

// newTags makes the elements of a document's blocks, in their order.
func newTags(d *layout.Document) *tags {
	t := &tags{root: &element{kind: "Document"}, marked: make([][]*element, len(d.Pages)), alt: "Photo"}
	if d.Author != "" {
		t.alt = "Photo of " + d.Author
	}
	within, list := t.root, (*element)(nil)
	heading := func(level int) string { return fmt.Sprintf("H%d", level) }
	top := 0 // headings must not begin below the first level
	if slices.ContainsFunc(d.Blocks, func(b outline.Block) bool { return b.Kind == outline.Name }) {
		top = 1
	}
	for _, b := range d.Blocks {
		if b.Kind != outline.Bullet {
			list = nil
		}
		switch b.Kind {
		case outline.Name:
			t.add(blockTags{body: t.root.child("H1")})
		case outline.Photo:
			t.add(blockTags{body: within.child("Figure")})
		case outline.Heading:
			within = t.root.child("Sect")
			t.add(blockTags{body: within.child(heading(top + 1))})
		case outline.Entry, outline.Position, outline.Record:
			t.add(entryTags(within, b, heading(top+2)))
		case outline.Bullet:
			if list == nil {
				list = within.child("L")
			}
			item := list.child("LI")
			t.add(blockTags{label: item.child("Lbl"), body: item.child("LBody")})
		default:
			t.add(blockTags{body: within.child("P")})
		}
	}
	return t
}

func (t *tags) add(b blockTags) { t.blocks = append(t.blocks, b) }

// entryTags are the elements of an entry's head: what the entry is is a heading,
// what is before and behind that are paragraphs.
func entryTags(within *element, b outline.Block, heading string) blockTags {
	title := outline.Title
	if len(b.Of(title)) == 0 {
		title = outline.Organization
	}
	tags := blockTags{roles: make(map[outline.Role]*element)}
	for _, p := range b.Parts {
		kind := "P"
		if p.Role == title {
			kind = heading
		}
		if tags.body == nil || tags.body.kind != kind {
			tags.body = within.child(kind)
		}
		if tags.roles[p.Role] == nil {
			tags.roles[p.Role] = tags.body
		}
	}
	return tags
}

func (e *element) child(kind string) *element {
	c := &element{kind: kind}
	e.kids = append(e.kids, kid{child: c})
	return c
}

// of is the element that an item belongs to, with where it leads; nil for what a
// page's margin repeats.
func (t *tags) of(item *layout.Item, link string) *element {
	if item.Index < 0 {
		return nil
	}
	b := &t.blocks[item.Index]
	e := b.body
	switch role, ok := b.roles[item.Role]; {
	case item.Address == "" && b.label != nil:
		e = b.label
	case item.Address == "" && b.last != nil: // a character behind something
		e = b.last
	case ok:
		e = role
	}
	b.last = e
	if link == "" {
		return e
	}
	to := target{link, item.Address}
	if n := len(e.kids) - 1; n >= 0 && e.kids[n].child != nil && e.kids[n].child.target == to {
		return e.kids[n].child
	}
	l := e.child("Link")
	l.target = to
	return l
}

// spelled is the part of an element for a text that runs from right to left. Its
// letters stand on the page from left to right, and whoever reads by the structure
// does not turn them round: the part says how they are read.
func (e *element) spelled(text string) *element {
	n := len(e.kids) - 1
	for n >= 0 && e.kids[n].annotation > 0 {
		n--
	}
	if n >= 0 && e.kids[n].child != nil && len(e.kids[n].child.actual) > 0 {
		e.kids[n].child.actual = append(e.kids[n].child.actual, text...)
		return e.kids[n].child
	}
	c := e.child("Span")
	c.actual = []byte(text)
	return c
}

// content numbers a piece of a page's content that belongs to an element.
func (t *tags) content(e *element, page int) int {
	mcid := len(t.marked[page])
	t.marked[page] = append(t.marked[page], e)
	e.kids = append(e.kids, kid{page: page, mcid: mcid})
	return mcid
}

// holds reports whether there is content in an element.
func (e *element) holds() bool {
	return slices.ContainsFunc(e.kids, func(k kid) bool { return k.child == nil || k.child.holds() })
}

// write writes the structure with its way back from the pages' content and the
// annotations to the elements.
func (t *tags) write(f *pdf.File, pages []*pdfPage) pdf.Ref {
	root := f.Reserve()
	t.root.number(f)
	for i := range pages {
		for _, a := range pages[i].links {
			t.parents = append(t.parents, a.tag)
		}
	}
	var tree strings.Builder
	for i, elements := range t.marked {
		fmt.Fprintf(&tree, "%d [", i)
		for _, e := range elements {
			fmt.Fprintf(&tree, "%s ", e.ref)
		}
		tree.WriteString("] ")
	}
	for i, e := range t.parents {
		fmt.Fprintf(&tree, "%d %s ", len(t.marked)+i, e.ref)
	}
	t.element(f, t.root, root, pages)
	parents := f.Add("<</Nums [" + tree.String() + "]>>")
	f.Set(root, fmt.Sprintf("<</Type /StructTreeRoot /K %s /ParentTree %s /ParentTreeNextKey %d>>", t.root.ref, parents, len(t.marked)+len(t.parents)))
	return root
}

// number numbers the elements that hold content, and the document's own.
func (e *element) number(f *pdf.File) {
	e.ref = f.Reserve()
	e.kids = slices.DeleteFunc(e.kids, func(k kid) bool { return k.child != nil && !k.child.holds() })
	for _, k := range e.kids {
		if k.child != nil {
			k.child.number(f)
		}
	}
}

// element writes an element and those within it.
func (t *tags) element(f *pdf.File, e *element, parent pdf.Ref, pages []*pdfPage) {
	var b, kids strings.Builder
	page := -1 // that of the content that is given by its number alone
	for _, k := range e.kids {
		switch {
		case k.child != nil:
			t.element(f, k.child, e.ref, pages)
			fmt.Fprintf(&kids, "%s ", k.child.ref)
		case k.annotation > 0:
			fmt.Fprintf(&kids, "<</Type /OBJR /Obj %s /Pg %s>> ", k.annotation, pages[k.page].ref)
		case page < 0 || page == k.page:
			page = k.page
			fmt.Fprintf(&kids, "%d ", k.mcid)
		default:
			fmt.Fprintf(&kids, "<</Type /MCR /Pg %s /MCID %d>> ", pages[k.page].ref, k.mcid)
		}
	}
	fmt.Fprintf(&b, "<</Type /StructElem /S /%s /P %s /K [%s]", e.kind, parent, strings.TrimSuffix(kids.String(), " "))
	if page >= 0 {
		fmt.Fprintf(&b, " /Pg %s", pages[page].ref)
	}
	if len(e.actual) > 0 {
		fmt.Fprintf(&b, " /ActualText %s", pdf.Text(string(e.actual)))
	}
	switch e.kind {
	case "Figure":
		fmt.Fprintf(&b, " /Alt %s /A <</O /Layout /Placement /Block /BBox %s>>", pdf.Text(t.alt), e.box)
	case "L":
		numbering := "/None"
		if slices.ContainsFunc(e.kids, func(k kid) bool { return k.child.labeled() }) {
			numbering = "/Disc"
		}
		fmt.Fprintf(&b, " /A <</O /List /ListNumbering %s>>", numbering)
	}
	b.WriteString(">>")
	f.Set(e.ref, b.String())
}

// labeled reports whether an item of a list has a label.
func (e *element) labeled() bool {
	return slices.ContainsFunc(e.kids, func(k kid) bool { return k.child != nil && k.child.kind == "Lbl" })
}
