package paint

import (
	"bytes"
	"fmt"
	"image/jpeg"
	"io"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf16"

	"codeberg.org/go-pdf/fpdf"

	"resumax/render/fonts"
	"resumax/render/layout"
)

// PDF writes a document as a PDF file. Its only errors are w's. The same
// document gives the same bytes.
//
// The file is made with fpdf, which knows a character by its code point and
// not by its glyph. So text that shows a character's own glyph is text in the
// file, and any other glyph (the sign for a missing character, a character
// beyond the Basic Multilingual Plane) is drawn as a shape over invisible text
// that carries the characters.
func PDF(w io.Writer, d *layout.Document) error {
	file, err := pdf(d)
	if err != nil {
		return fmt.Errorf("making the PDF: %w", err)
	}
	_, err = w.Write(file)
	return err
}

func pdf(d *layout.Document) ([]byte, error) {
	f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: d.Pages[0].Width, Ht: d.Pages[0].Height}})
	f.SetMargins(0, 0, 0)
	f.SetAutoPageBreak(false, 0)
	f.SetCatalogSort(true)
	f.SetTitle(d.Title, true)
	f.SetAuthor(d.Author, true)
	f.SetProducer("ResuMax", true)
	f.SetLang(languageTag.FindString(d.Language))
	// The file must not tell the time it was made: see finish.
	f.SetCreationDate(time.Unix(0, 0).UTC())
	f.SetModificationDate(time.Unix(0, 0).UTC())

	p := pdfPainter{f: f, set: fonts.NewSet()}
	p.addFaces(d)
	for i := range d.Pages {
		f.AddPageFormat("P", fpdf.SizeType{Wd: d.Pages[i].Width, Ht: d.Pages[i].Height})
		p.page(&d.Pages[i])
	}
	var buf bytes.Buffer
	if err := f.Output(&buf); err != nil {
		return nil, err
	}
	file := buf.Bytes()
	p.finish(file)
	return file, nil
}

// languageTag keeps what fpdf writes unescaped to the characters of BCP 47.
var languageTag = regexp.MustCompile(`^[A-Za-z0-9-]*$`)

// pdfPainter draws pages into an fpdf document.
type pdfPainter struct {
	f      *fpdf.Fpdf
	set    *fonts.Set
	faces  []*pdfFace
	height float64 // of the page
	images int
}

// pdfFace is a face of the document.
type pdfFace struct {
	face     *fonts.Face
	family   string // what fpdf knows it by
	resource string // what the page's content calls it, such as "/F1"
}

// addFaces gives the document's faces to fpdf with the characters they show.
func (p *pdfPainter) addFaces(d *layout.Document) {
	used := map[*fonts.Face]map[rune]bool{}
	for i := range d.Pages {
		for _, item := range d.Pages[i].Items {
			if item.Kind != layout.Text {
				continue
			}
			if used[item.Run.Face] == nil {
				used[item.Run.Face] = map[rune]bool{' ': true}
			}
			for _, r := range item.Run.Text {
				used[item.Run.Face][printed(r)] = true
			}
		}
	}
	for face := range used {
		p.faces = append(p.faces, &pdfFace{face: face, family: strings.ToLower(fpdfPrefix + face.Name)})
	}
	slices.SortFunc(p.faces, func(a, b *pdfFace) int { return strings.Compare(a.family, b.family) })
	for _, pf := range p.faces {
		p.f.AddUTF8FontFromBytes(pf.family, "", pf.face.File())
		text := make([]rune, 0, len(used[pf.face]))
		for r := range used[pf.face] {
			text = append(text, r)
		}
		slices.Sort(text)
		pf.resource = p.register(pf.family, string(text))
	}
}

// register tells fpdf which characters of a face are used, and learns the name
// under which a page's content finds the face. fpdf only notes characters that
// it writes itself, so it writes them to a template that is never placed.
func (p *pdfPainter) register(family, text string) string {
	template := p.f.CreateTemplate(func(t *fpdf.Tpl) {
		t.SetFont(family, "", 1)
		t.Text(0, 0, text)
	})
	name := fontResource.Find(template.Bytes())
	return string(name)
}

var fontResource = regexp.MustCompile(`/F[0-9a-f]+`)

// printed is the character that stands for r in the file. fpdf has no room for
// characters beyond the first plane; spaces that hold words together are plain
// ones to whoever takes text from the page, and a private character means
// nothing to anyone else.
func printed(r rune) rune {
	switch {
	case r == '\u00A0' || r == '\u202F':
		return ' '
	case r > 0xFFFF || 0xE000 <= r && r <= 0xF8FF:
		return '\uFFFD'
	}
	return r
}

func (p *pdfPainter) page(page *layout.Page) {
	p.height = page.Height
	var text *textObject
	for i := range page.Items {
		item := &page.Items[i]
		switch item.Kind {
		case layout.Text:
			if text != nil && !text.takes(item) {
				p.end(text)
				text = nil
			}
			if text == nil {
				text = &textObject{baseline: item.Baseline}
			}
			text.items = append(text.items, item)
		case layout.Link:
			p.f.LinkString(item.Rect.X, item.Rect.Y, item.Rect.W, item.Rect.H, item.Link)
		default:
			p.end(text)
			text = nil
			p.mark(item)
		}
	}
	p.end(text)
}

// mark draws what is not text.
func (p *pdfPainter) mark(item *layout.Item) {
	r := item.Rect
	switch item.Kind {
	case layout.Rule:
		p.f.RawWriteStr(fmt.Sprintf("q %s rg %s %s %s %s re f Q", colour(item.Colour),
			number(r.X), number(p.height-r.Y-r.H), number(r.W), number(r.H)))
	case layout.Image:
		var file bytes.Buffer
		if err := jpeg.Encode(&file, item.Image, &jpeg.Options{Quality: 88}); err != nil {
			p.f.SetError(err)
			return
		}
		p.images++
		name := fmt.Sprintf("image%d", p.images)
		p.f.RegisterImageOptionsReader(name, fpdf.ImageOptions{ImageType: "JPG"}, &file)
		p.f.ImageOptions(name, r.X, r.Y, r.W, r.H, false, fpdf.ImageOptions{ImageType: "JPG"}, 0, "")
	}
}

// fpdf puts "utf8" before a face's name and writes it in small letters. With
// three letters more in front the name is as long as the one it should have: a
// subset's tag of six letters, a plus sign, and the face's own name.
const (
	fpdfPrefix = "abc"
	subsetTag  = "RESUMX+"
)

// finish mends what fpdf cannot be told. Every change keeps the length of what
// it replaces, so that the file's table of offsets stays true.
func (p *pdfPainter) finish(file []byte) {
	for _, pf := range p.faces {
		for _, key := range []string{"/BaseFont /", "/FontName /"} {
			replace(file, key+"utf8"+pf.family+"\n", key+subsetTag+pf.face.Name+"\n")
		}
	}
	// Links are printed where a viewer marks them (the annotation flag Print);
	// an annotation's type goes without saying.
	replace(file, "/Type /Annot /Subtype /Link", "/Subtype /Link /F 4")
	replace(file, "/CreationDate (D:19700101000000)", "")
	replace(file, "/ModDate (D:19700101000000)", "")
}

// replace puts new, filled up with spaces, in every place of old.
func replace(file []byte, old, new string) {
	filled := []byte(fmt.Sprintf("%-*s", len(old), new))
	if len(filled) != len(old) {
		panic(fmt.Sprintf("%q is longer than %q", new, old))
	}
	for at := 0; ; at += len(old) {
		i := bytes.Index(file[at:], []byte(old))
		if i < 0 {
			return
		}
		at += i
		copy(file[at:], filled)
	}
}

// utf16Hex is text as hexadecimal UTF-16.
func utf16Hex(text string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(text)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	return b.String()
}
