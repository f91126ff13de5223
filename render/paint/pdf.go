package paint

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"io"
	"strings"

	"resumax/render/design"
	"resumax/render/fonts"
	"resumax/render/layout"
	"resumax/render/pdf"
)

// PDF writes a document as a PDF file that is tagged for screen readers
// (PDF/UA-1) and fit for archives (PDF/A-2b). With a source, the JSON that the
// document was made from, that is attached to it (PDF/A-3b). Its only errors are
// w's. The same document gives the same bytes.
func (p *Painter) PDF(w io.Writer, d *layout.Document, source []byte) error {
	f := pdfPainter{painter: p, doc: d, source: source, tags: newTags(d), places: make(map[int]place)}
	_, err := w.Write(f.paint())
	return err
}

// PDF writes a document as a PDF file with a painter of its own.
func PDF(w io.Writer, d *layout.Document) error { return NewPainter(fonts.NewSet()).PDF(w, d, nil) }

// pdfPainter draws a document's pages into a file.
type pdfPainter struct {
	painter      *Painter
	doc          *layout.Document
	file         pdf.File
	tags         *tags
	source       []byte
	fonts        []*pdfFont
	images       []pdf.Ref
	tree         pdf.Ref                // of all pages
	page         *pdfPage               // the one that is being drawn, and
	pages        []*pdfPage             // all so far
	places       map[int]place          // where the blocks begin
	annotated    int                    // how many annotations are written
	destinations map[string]destination // where long links lead
}

// place is a height on a page, from the page's foot.
type place struct {
	page int
	y    float64
}

// pdfFont is a face of the document.
type pdfFont struct {
	*pdf.Font
	face *fonts.Face
	name string // what pages call it, such as "/F1"

	clusters map[string]uint32 // numbers for glyphs of several, by what they are made of
}

// pdfPage is the page that is being drawn.
type pdfPage struct {
	ref     pdf.Ref
	number  int
	height  float64
	content []byte
	linked  map[*layout.Item]string // where texts lead
	links   []*annotation
}

func (p *pdfPainter) paint() []byte {
	p.tree = p.file.Reserve()
	resources := p.file.Reserve()
	for i := range p.doc.Pages {
		p.page = &pdfPage{ref: p.file.Reserve(), number: i, height: p.doc.Pages[i].Height, linked: make(map[*layout.Item]string)}
		p.items(p.doc.Pages[i].Items)
		p.pages = append(p.pages, p.page)
	}
	var kids strings.Builder
	for i, page := range p.pages {
		size := p.doc.Pages[i]
		p.file.Set(page.ref, fmt.Sprintf("<</Type /Page /Parent %s /MediaBox %s /Resources %s /Contents %s /StructParents %d /Tabs /S%s>>",
			p.tree, pdf.Rectangle(0, 0, size.Width, size.Height), resources, p.file.Stream("", page.content), i, p.annotations(page)))
		fmt.Fprintf(&kids, " %s", page.ref)
	}
	p.file.Set(p.tree, fmt.Sprintf("<</Type /Pages /Count %d /Kids [%s]>>", len(p.pages), kids.String()[1:]))
	p.file.Set(resources, p.resources())

	about := pdf.Description{Title: p.doc.Title, Author: p.doc.Author, Language: p.doc.Language, Producer: "ResuMax", Archive: 2}
	if about.Title == "" {
		about.Title = "Resume"
	}
	if p.source != nil {
		about.Archive = 3
	}
	structure := p.tags.write(&p.file, p.pages)
	profile := p.file.Stream("/N 3", pdf.SRGB())
	intent := p.file.Add(fmt.Sprintf("<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB) /DestOutputProfile %s>>", profile))
	catalog := p.file.Add(fmt.Sprintf("<</Type /Catalog /Pages %s /Lang %s /MarkInfo <</Marked true>> /ViewerPreferences <</DisplayDocTitle true>> /StructTreeRoot %s /Metadata %s /OutputIntents [%s]%s%s>>",
		p.tree, pdf.Text(about.Language), structure, p.file.Plain("/Type /Metadata /Subtype /XML", about.Metadata()), intent, p.bookmarks(), p.attachment()))
	return p.file.Finish(catalog, p.file.Add(about.Info()))
}

// attachment writes the source, and is the catalog's entries for it.
func (p *pdfPainter) attachment() string {
	if p.source == nil {
		return ""
	}
	const name = "(resume.json)"
	data := p.file.Stream(fmt.Sprintf("/Type /EmbeddedFile /Subtype /application#2Fjson /Params <</Size %d>>", len(p.source)), p.source)
	file := p.file.Add(fmt.Sprintf("<</Type /Filespec /F %s /UF %s /Desc (The resume as JSON) /AFRelationship /Source /EF <</F %s /UF %s>>>>", name, name, data, data))
	return fmt.Sprintf(" /AF [%s] /Names <</EmbeddedFiles <</Names [%s %s]>>>>", file, name, file)
}

// resources are the fonts and pictures of all pages.
func (p *pdfPainter) resources() string {
	var b strings.Builder
	b.WriteString("<<")
	if len(p.fonts) > 0 {
		b.WriteString("/Font <<")
		for _, f := range p.fonts {
			fmt.Fprintf(&b, "%s %s ", f.name, f.Write(&p.file))
		}
		b.WriteString(">>")
	}
	if len(p.images) > 0 {
		b.WriteString("/XObject <<")
		for i, r := range p.images {
			fmt.Fprintf(&b, "/I%d %s ", i+1, r)
		}
		b.WriteString(">>")
	}
	b.WriteString(">>")
	return b.String()
}

// font is the document's font for a face.
func (p *pdfPainter) font(face *fonts.Face) *pdfFont {
	for _, f := range p.fonts {
		if f.face == face {
			return f
		}
	}
	m := face.Metrics()
	f := &pdfFont{face: face, name: fmt.Sprintf("/F%d", len(p.fonts)+1), Font: pdf.NewFont(pdf.Face{Name: face.Name, Upem: int(face.Upem() * unitScale(face)),
		Ascent: m.Ascent, Descent: m.Descent, CapHeight: m.CapHeight, Bold: face.Bold, Italic: face.Italic})}
	p.fonts = append(p.fonts, f)
	return f
}

// unitScale is what a face's outlines are scaled by so that the type size has few
// enough units for wide advances: see gap.
func unitScale(face *fonts.Face) float64 {
	scale := 1.0
	for face.Upem()*scale > 1024 {
		scale /= 2
	}
	return scale
}

// items draws a page's items in their order: lines of text as one text object
// each, and the rest between them.
func (p *pdfPainter) items(items []layout.Item) {
	for i := range items {
		if items[i].Kind == layout.Link && i > 0 && items[i-1].Kind == layout.Text {
			p.page.linked[&items[i-1]] = items[i].Link
		}
	}
	var line []*layout.Item
	end := func() {
		p.line(line)
		line = line[:0]
	}
	for i := range items {
		item := &items[i]
		if _, ok := p.places[item.Index]; !ok {
			p.places[item.Index] = place{p.page.number, p.page.height - item.Rect.Y}
		}
		switch item.Kind {
		case layout.Text:
			if len(line) > 0 && !goesOn(line[len(line)-1], item) {
				end()
			}
			line = append(line, item)
		case layout.Link: // the text before it is set with it
		default:
			end()
			p.mark(item)
		}
	}
	end()
}

// mark draws what is not text.
func (p *pdfPainter) mark(item *layout.Item) {
	r, page := item.Rect, p.page
	switch item.Kind {
	case layout.Rule:
		page.write("/Artifact <</Type /Layout>> BDC\n")
		page.color(item.Color)
		page.numbers(r.X, page.height-r.Y-r.H, r.W, r.H)
		page.write("re f\nEMC\n")
	case layout.Image:
		file := JPEG(item.Image)
		if file == nil {
			return
		}
		size := item.Image.Bounds().Size()
		p.images = append(p.images, p.file.Plain(fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode",
			size.X, size.Y), file))
		figure := p.tags.of(item, "")
		figure.box = pdf.Rectangle(r.X, page.height-r.Y-r.H, r.X+r.W, page.height-r.Y)
		page.write("/Figure <</MCID " + fmt.Sprint(p.tags.content(figure, page.number)) + ">> BDC\nq\n")
		page.numbers(r.W, 0, 0, r.H, r.X, page.height-r.Y-r.H)
		page.write(fmt.Sprintf("cm\n/I%d Do\nQ\nEMC\n", len(p.images)))
	}
}

// JPEG is a photo as it goes out: its pixels, and nothing of the file that it came
// from. It is nil for one larger than a JPEG file can be, which photos never are.
func JPEG(photo image.Image) []byte {
	var file bytes.Buffer
	if err := jpeg.Encode(&file, photo, &jpeg.Options{Quality: 88}); err != nil {
		return nil
	}
	return file.Bytes()
}

func (p *pdfPage) write(s string) { p.content = append(p.content, s...) }

// numbers writes numbers, each with a space behind it.
func (p *pdfPage) numbers(values ...float64) {
	for _, v := range values {
		p.content = append(pdf.AppendNumber(p.content, v), ' ')
	}
}

// color sets what is drawn with from now on.
func (p *pdfPage) color(c design.Color) {
	p.numbers(float64(c.R)/255, float64(c.G)/255, float64(c.B)/255)
	p.write("rg\n")
}
