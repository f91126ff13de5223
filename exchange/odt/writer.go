package odt

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"resumax/exchange/format"
	"resumax/exchange/office"
	"resumax/render/design"
)

const kind = "application/vnd.oasis.opendocument.text"

// write writes a resume: five small parts, or six with a photo, the same bytes every time.
func write(s format.Source) (format.Output, error) {
	t := office.Compose(s)
	w := &writer{t: t, letters: map[string]string{}, paragraphs: map[string]string{}}
	content := w.content()
	parts := []office.Part{
		// The kind comes first and as it is: by that file(1) and others know the format.
		{Name: "mimetype", Data: []byte(kind), Stored: true},
		{Name: "META-INF/manifest.xml", Data: w.manifest()},
		{Name: "meta.xml", Data: w.meta()},
		{Name: "styles.xml", Data: w.styles()},
		{Name: "content.xml", Data: content},
	}
	if t.Photo.File != nil {
		parts = append(parts, office.Part{Name: photoName, Data: t.Photo.File, Stored: true})
	}
	data, err := office.Pack(parts)
	if err != nil {
		return format.Output{}, fmt.Errorf("the OpenDocument text can't be made: %w", err)
	}
	return format.Single(data, t.Problems), nil
}

const (
	photoName = "Pictures/photo.jpeg"
	names     = ` xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"` +
		` xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"` +
		` xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"` +
		` xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" office:version="1.3"`
)

// writer writes the parts of a file.
type writer struct {
	t *office.Text

	automatic  strings.Builder   // styles that only say what differs from a named one
	letters    map[string]string // their names by what they say
	paragraphs map[string]string
}

func (w *writer) manifest() []byte {
	var b strings.Builder
	b.WriteString(office.XMLHead + `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">`)
	file := func(path, kind string) {
		fmt.Fprintf(&b, `<manifest:file-entry manifest:full-path="%s" manifest:media-type="%s"/>`, path, kind)
	}
	file("/", kind)
	file("content.xml", "text/xml")
	file("styles.xml", "text/xml")
	file("meta.xml", "text/xml")
	if w.t.Photo.File != nil {
		file(photoName, "image/jpeg")
	}
	b.WriteString(`</manifest:manifest>`)
	return []byte(b.String())
}

// meta are the properties of the file. It says no time: a resume has none but its dates.
func (w *writer) meta() []byte {
	var b strings.Builder
	b.WriteString(office.XMLHead + `<office:document-meta` + names + `><office:meta>`)
	for _, p := range []struct{ name, text string }{{"meta:initial-creator", w.t.Author}, {"dc:title", w.t.Title}, {"dc:creator", w.t.Author}, {"dc:language", w.t.Language}} {
		if p.text != "" {
			fmt.Fprintf(&b, `<%s>%s</%s>`, p.name, office.Escape(p.text), p.name)
		}
	}
	b.WriteString(`</office:meta></office:document-meta>`)
	return []byte(b.String())
}

// pt is a length.
func pt(points float64) string {
	return strconv.FormatFloat(math.Round(points*100)/100, 'f', -1, 64) + "pt"
}

// nameOf is a style's name as the format has it, and how it is shown.
func nameOf(s *office.Style) (name, shown string) {
	shown = s.Name
	if shown == "Normal" {
		return "Standard", "Standard"
	}
	var b strings.Builder
	for _, c := range shown {
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' {
			b.WriteRune(c)
			continue
		}
		fmt.Fprintf(&b, "_%x_", c)
	}
	return b.String(), shown
}

func (w *writer) styles() []byte {
	var b strings.Builder
	b.WriteString(office.XMLHead + `<office:document-styles` + names + `><office:font-face-decls>`)
	said := map[string]bool{}
	for _, s := range w.t.Styles {
		if s.Look == nil || said[s.Look.Family] {
			continue
		}
		said[s.Look.Family] = true
		generic := "swiss"
		if office.Serif(s.Look.Family) {
			generic = "roman"
		}
		fmt.Fprintf(&b, `<style:font-face style:name="%[1]s" svg:font-family="'%[1]s'" style:font-family-generic="%[2]s" style:font-pitch="variable"/>`, office.Escape(s.Look.Family), generic)
	}
	b.WriteString(`</office:font-face-decls><office:styles><style:default-style style:family="paragraph"><style:paragraph-properties style:tab-stop-distance="36pt"/><style:text-properties`)
	language, country, _ := strings.Cut(w.t.Language, "-")
	if country == "" {
		country = "none"
	}
	fmt.Fprintf(&b, ` fo:language="%s" fo:country="%s"/></style:default-style>`, office.Escape(language), office.Escape(country))
	for _, s := range w.t.Styles {
		w.style(&b, s)
	}
	b.WriteString(`<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="` + office.Escape(w.t.Bullet.Sign) + `"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment">`)
	fmt.Fprintf(&b, `<style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="%[1]s" fo:margin-left="%[1]s" fo:text-indent="-%[2]s"/>`, pt(w.t.Bullet.Indent), pt(max(0, w.t.Bullet.Indent-w.t.Bullet.Offset)))
	b.WriteString(`</style:list-level-properties></text:list-level-style-bullet></text:list-style></office:styles>`)
	w.page(&b)
	b.WriteString(`</office:document-styles>`)
	return []byte(b.String())
}

// page is the paper, and what stands over further pages.
func (w *writer) page(b *strings.Builder) {
	m := w.t.Margins
	mode := "lr-tb"
	if w.t.RightToLeft {
		mode = "rl-tb"
	}
	head := 0.0
	if w.t.Numbers {
		head = min(m.Top*design.Millimeter/2, 24)
	}
	fmt.Fprintf(b, `<office:automatic-styles><style:page-layout style:name="Paper"><style:page-layout-properties fo:page-width="%s" fo:page-height="%s" fo:margin-top="%s" fo:margin-bottom="%s" fo:margin-left="%s" fo:margin-right="%s" style:writing-mode="%s"/>`,
		pt(w.t.Page.Width), pt(w.t.Page.Height), pt(m.Top*design.Millimeter-head), pt(m.Bottom*design.Millimeter), pt(m.Left*design.Millimeter), pt(m.Right*design.Millimeter), mode)
	if w.t.Numbers {
		fmt.Fprintf(b, `<style:header-style><style:header-footer-properties svg:height="%s" style:dynamic-spacing="true"/></style:header-style>`, pt(head))
	}
	b.WriteString(`</style:page-layout>`)
	if w.t.Numbers {
		fmt.Fprintf(b, `<style:style style:name="MP1" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties><style:tab-stops><style:tab-stop style:position="%s" style:type="right"/></style:tab-stops></style:paragraph-properties></style:style>`, pt(w.t.Width()))
	}
	b.WriteString(`</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Paper">`)
	if w.t.Numbers {
		b.WriteString(`<style:header><text:p text:style-name="MP1">` + office.Escape(w.t.Author) + `<text:tab/><text:page-number text:select-page="current">2</text:page-number></text:p></style:header><style:header-first><text:p/></style:header-first>`)
	}
	b.WriteString(`</style:master-page></office:master-styles>`)
}

func (w *writer) style(b *strings.Builder, s *office.Style) {
	name, shown := nameOf(s)
	family := "paragraph"
	if s.Letters {
		family = "text"
	}
	fmt.Fprintf(b, `<style:style style:name="%s" style:display-name="%s" style:family="%s"`, name, office.Escape(shown), family)
	if s.Based != nil {
		parent, _ := nameOf(s.Based)
		fmt.Fprintf(b, ` style:parent-style-name="%s"`, parent)
	}
	if s.Level > 0 {
		fmt.Fprintf(b, ` style:next-style-name="Standard" style:default-outline-level="%d"`, s.Level)
	}
	if s.Item {
		b.WriteString(` style:list-style-name="Bullets"`)
	}
	if s.Field {
		b.WriteString(` style:hidden="true"/>`)
		return
	}
	b.WriteString(`>`)
	if !s.Letters {
		b.WriteString(w.paragraphLook(s))
	}
	b.WriteString(w.lettersLook(s) + `</style:style>`)
}

func (w *writer) paragraphLook(s *office.Style) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<style:paragraph-properties fo:margin-top="%s" fo:margin-bottom="0pt"`, pt(s.Before))
	if s.PhotoPlace {
		b.WriteString(` fo:line-height="100%" fo:text-align="end"`)
	} else if s.Leading > 0 {
		fmt.Fprintf(&b, ` fo:line-height="%s"`, pt(s.Leading))
	}
	if w.t.RightToLeft {
		b.WriteString(` style:writing-mode="rl-tb"`)
	}
	if s.KeepNext {
		b.WriteString(` fo:keep-with-next="always"`)
	}
	if s.Level > 0 || s.Item {
		b.WriteString(` fo:keep-together="always"`)
	}
	switch {
	case s.PhotoPlace:
	case s.Align == "center":
		b.WriteString(` fo:text-align="center"`)
	case s.Align == "right":
		b.WriteString(` fo:text-align="end"`)
	case s.Align == "justify":
		b.WriteString(` fo:text-align="justify"`)
	default:
		b.WriteString(` fo:text-align="start"`)
	}
	if s.Left > 0 {
		fmt.Fprintf(&b, ` fo:margin-left="%s"`, pt(s.Left))
	}
	if s.Rule > 0 {
		side := "bottom"
		if s.RuleOver {
			side = "top"
		}
		fmt.Fprintf(&b, ` fo:border-%[1]s="%[2]s solid %[3]s" fo:padding-%[1]s="%[4]s"`, side, pt(max(s.Rule, 0.1)), s.RuleColor, pt(s.RuleSpace))
	}
	b.WriteString(`>`)
	if s.Tab {
		fmt.Fprintf(&b, `<style:tab-stops><style:tab-stop style:position="%s" style:type="right"/></style:tab-stops>`, pt(w.t.Width()))
	}
	b.WriteString(`</style:paragraph-properties>`)
	return b.String()
}

func (w *writer) lettersLook(s *office.Style) string {
	if s.Link {
		return `<style:text-properties fo:color="` + s.Color.String() + `"/>`
	}
	l := s.Look
	if l == nil {
		return ""
	}
	size := pt(l.Size)
	var b strings.Builder
	fmt.Fprintf(&b, `<style:text-properties style:font-name="%[1]s" style:font-name-asian="%[1]s" style:font-name-complex="%[1]s" fo:font-size="%[2]s" style:font-size-asian="%[2]s" style:font-size-complex="%[2]s" fo:color="%[3]s"`,
		office.Escape(l.Family), size, s.Color)
	if l.Tracking != 0 || s.Based != nil {
		fmt.Fprintf(&b, ` fo:letter-spacing="%s"`, pt(l.Tracking*l.Size))
	}
	b.WriteString(toggles(s.Bold(), s.Italic(), s.Capitals()) + `/>`)
	return b.String()
}

// toggles are bold, italic and capitals.
func toggles(bold, italic, capitals bool) string {
	pick := func(on bool, yes, no string) string {
		if on {
			return yes
		}
		return no
	}
	weight, slant := pick(bold, "bold", "normal"), pick(italic, "italic", "normal")
	return fmt.Sprintf(` fo:font-weight="%[1]s" style:font-weight-asian="%[1]s" style:font-weight-complex="%[1]s" fo:font-style="%[2]s" style:font-style-asian="%[2]s" style:font-style-complex="%[2]s" fo:text-transform="%[3]s"`,
		weight, slant, pick(capitals, "uppercase", "none"))
}

func (w *writer) content() []byte {
	var text strings.Builder
	listed := false
	for _, p := range w.t.Paragraphs {
		if p.Style.Item != listed {
			listed = p.Style.Item
			if listed {
				text.WriteString(`<text:list text:style-name="Bullets">`)
			} else {
				text.WriteString(`</text:list>`)
			}
		}
		w.paragraph(&text, p)
	}
	if listed {
		text.WriteString(`</text:list>`)
	}
	return []byte(office.XMLHead + `<office:document-content` + names + `><office:automatic-styles>` + w.automatic.String() + `</office:automatic-styles><office:body><office:text>` + text.String() + `</office:text></office:body></office:document-content>`)
}

// paragraphStyle is the name of a paragraph's style: a named one, or one that says what differs.
func (w *writer) paragraphStyle(p office.Written) string {
	name, _ := nameOf(p.Style)
	props := ""
	if math.Abs(p.Before-p.Style.Before) > 0.01 {
		props += ` fo:margin-top="` + pt(p.Before) + `"`
	}
	if p.RightToLeft != w.t.RightToLeft {
		mode := "lr-tb"
		if p.RightToLeft {
			mode = "rl-tb"
		}
		props += ` style:writing-mode="` + mode + `"`
	}
	if props == "" {
		return name
	}
	key := name + props
	if w.paragraphs[key] == "" {
		w.paragraphs[key] = "P" + strconv.Itoa(len(w.paragraphs)+1)
		fmt.Fprintf(&w.automatic, `<style:style style:name="%s" style:family="paragraph" style:parent-style-name="%s"><style:paragraph-properties%s/></style:style>`, w.paragraphs[key], name, props)
	}
	return w.paragraphs[key]
}

func (w *writer) paragraph(b *strings.Builder, p office.Written) {
	tag, level := "p", ""
	if p.Style.Level > 0 {
		tag, level = "h", fmt.Sprintf(` text:outline-level="%d"`, p.Style.Level)
	}
	if p.Style.Item {
		b.WriteString(`<text:list-item>`)
		defer b.WriteString(`</text:list-item>`)
	}
	fmt.Fprintf(b, `<text:%s text:style-name="%s"%s>`, tag, w.paragraphStyle(p), level)
	if p.Mark != "" {
		fmt.Fprintf(b, `<text:bookmark text:name="%s"/>`, office.Escape(p.Mark))
	}
	for _, r := range p.Runs {
		w.run(b, p.Style, r)
	}
	if p.Photo {
		photo := w.t.Photo
		fmt.Fprintf(b, `<draw:frame draw:name="Photo" text:anchor-type="as-char" svg:width="%s" svg:height="%s"><draw:image xlink:href="%s" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/><svg:desc>%s</svg:desc></draw:frame>`,
			pt(photo.Width), pt(photo.Height), photoName, office.Escape(w.t.Author))
	}
	fmt.Fprintf(b, `</text:%s>`, tag)
}

func (w *writer) run(b *strings.Builder, in *office.Style, r office.WrittenRun) {
	if r.Link != "" {
		fmt.Fprintf(b, `<text:a xlink:type="simple" xlink:href="%s"`, office.Escape(r.Link))
		if r.Tip != "" {
			fmt.Fprintf(b, ` office:title="%s"`, office.Escape(r.Tip))
		}
		if r.Style != nil { // or word processors make the link look like any other
			name, _ := nameOf(r.Style)
			fmt.Fprintf(b, ` text:style-name="%[1]s" text:visited-style-name="%[1]s"`, name)
		}
		b.WriteString(`>`)
		defer b.WriteString(`</text:a>`)
	}
	text := textOfRun(r.Text)
	if name := w.lettersStyle(in, r); name != "" {
		fmt.Fprintf(b, `<text:span text:style-name="%s">%s</text:span>`, name, text)
		return
	}
	b.WriteString(text)
}

// textOfRun is text as the format has it: a tab is an element, and so are spaces that would
// be lost at an edge.
func textOfRun(text string) string {
	if text == "\t" {
		return `<text:tab/>`
	}
	var b strings.Builder
	spaces := true // at a beginning
	for i, c := range text {
		if c == ' ' && (spaces || i == len(text)-1) {
			b.WriteString(`<text:s/>`)
			continue
		}
		spaces = c == ' '
		b.WriteString(office.Escape(string(c)))
	}
	return b.String()
}

// lettersStyle is the name of a run's style, "" where it looks as its paragraph does.
func (w *writer) lettersStyle(in *office.Style, r office.WrittenRun) string {
	name := ""
	bold, italic, capitals := in.Bold(), in.Italic(), in.Capitals()
	if r.Style != nil {
		name, _ = nameOf(r.Style)
		if r.Style.Look != nil {
			bold, italic, capitals = r.Style.Bold(), r.Style.Italic(), r.Style.Capitals()
		}
	}
	if bold == r.Bold && italic == r.Italic && capitals == r.Capitals {
		return name
	}
	props := toggles(r.Bold, r.Italic, r.Capitals)
	key := name + props
	if w.letters[key] == "" {
		w.letters[key] = "T" + strconv.Itoa(len(w.letters)+1)
		parent := ""
		if name != "" {
			parent = ` style:parent-style-name="` + name + `"`
		}
		fmt.Fprintf(&w.automatic, `<style:style style:name="%s" style:family="text"%s><style:text-properties%s/></style:style>`, w.letters[key], parent, props)
	}
	return w.letters[key]
}
