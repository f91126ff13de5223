package docx

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"resumax/exchange/format"
	"resumax/exchange/office"
	"resumax/render/design"
)

// write writes a resume: ten small parts at most, the same bytes every time.
func write(s format.Source) (format.Output, error) {
	t := office.Compose(s)
	w := &writer{t: t}
	document := w.document()
	parts := []office.Part{
		{Name: "[Content_Types].xml", Data: w.types()},
		{Name: "_rels/.rels", Data: []byte(packageLinks)},
		{Name: "docProps/core.xml", Data: w.core()},
		{Name: "word/document.xml", Data: document},
		{Name: "word/_rels/document.xml.rels", Data: w.documentLinks()},
		{Name: "word/styles.xml", Data: w.styles()},
		{Name: "word/numbering.xml", Data: w.numbering()},
		{Name: "word/settings.xml", Data: w.settings()},
		{Name: "word/fontTable.xml", Data: w.fonts()},
	}
	if t.Numbers {
		parts = append(parts, office.Part{Name: "word/header1.xml", Data: w.header()})
	}
	if t.Photo.File != nil {
		parts = append(parts, office.Part{Name: "word/media/photo.jpeg", Data: t.Photo.File, Stored: true})
	}
	data, err := office.Pack(parts)
	if err != nil {
		return format.Output{}, fmt.Errorf("the Word file can't be made: %w", err)
	}
	return format.Single(data, t.Problems), nil
}

// writer writes the parts of a file.
type writer struct {
	t     *office.Text
	links []string // where hyperlinks lead; their ids count on from those of parts
	marks int
}

const (
	word      = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	inPackage = "http://schemas.openxmlformats.org/package/2006/"

	packageLinks = office.XMLHead + `<Relationships xmlns="` + inPackage + `relationships">` +
		`<Relationship Id="rId1" Type="` + relations + `/officeDocument" Target="word/document.xml"/>` +
		`<Relationship Id="rId2" Type="` + inPackage + `relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`
)

func (w *writer) types() []byte {
	var b strings.Builder
	b.WriteString(office.XMLHead + `<Types xmlns="` + inPackage + `content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`)
	if w.t.Photo.File != nil {
		b.WriteString(`<Default Extension="jpeg" ContentType="image/jpeg"/>`)
	}
	kinds := []struct{ part, kind string }{{"/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"}}
	names := []string{"document.main", "styles", "numbering", "settings", "fontTable"}
	files := []string{"document", "styles", "numbering", "settings", "fontTable"}
	if w.t.Numbers {
		names, files = append(names, "header"), append(files, "header1")
	}
	for i, n := range names {
		kinds = append(kinds, struct{ part, kind string }{"/word/" + files[i] + ".xml", "application/vnd.openxmlformats-officedocument.wordprocessingml." + n + "+xml"})
	}
	for _, k := range kinds {
		fmt.Fprintf(&b, `<Override PartName="%s" ContentType="%s"/>`, k.part, k.kind)
	}
	b.WriteString(`</Types>`)
	return []byte(b.String())
}

// core are the properties of the file. It says no time: a resume has none but its dates.
func (w *writer) core() []byte {
	var b strings.Builder
	b.WriteString(office.XMLHead + `<cp:coreProperties xmlns:cp="` + inPackage + `metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">`)
	for _, p := range []struct{ name, text string }{{"title", w.t.Title}, {"creator", w.t.Author}, {"language", w.t.Language}} {
		if p.text != "" {
			fmt.Fprintf(&b, `<dc:%s>%s</dc:%s>`, p.name, office.Escape(p.text), p.name)
		}
	}
	b.WriteString(`</cp:coreProperties>`)
	return []byte(b.String())
}

// The ids of links to parts; those of hyperlinks follow.
const (
	stylesID = iota + 1
	numberingID
	settingsID
	fontsID
	headerID
	photoID
	firstLink
)

func (w *writer) documentLinks() []byte {
	var b strings.Builder
	b.WriteString(office.XMLHead + `<Relationships xmlns="` + inPackage + `relationships">`)
	part := func(id int, kind, target string) {
		fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="%s/%s" Target="%s"/>`, id, relations, kind, target)
	}
	part(stylesID, "styles", "styles.xml")
	part(numberingID, "numbering", "numbering.xml")
	part(settingsID, "settings", "settings.xml")
	part(fontsID, "fontTable", "fontTable.xml")
	if w.t.Numbers {
		part(headerID, "header", "header1.xml")
	}
	if w.t.Photo.File != nil {
		part(photoID, "image", "media/photo.jpeg")
	}
	for i, l := range w.links {
		fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="%s/hyperlink" Target="%s" TargetMode="External"/>`, firstLink+i, relations, office.Escape(l))
	}
	b.WriteString(`</Relationships>`)
	return []byte(b.String())
}

// linkID is the id of a hyperlink.
func (w *writer) linkID(to string) int {
	i := slices.Index(w.links, to)
	if i < 0 {
		i = len(w.links)
		w.links = append(w.links, to)
	}
	return firstLink + i
}

func (w *writer) document() []byte {
	var b strings.Builder
	b.WriteString(office.XMLHead + `<w:document xmlns:w="` + word + `" xmlns:r="` + relations + `" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"` +
		` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>`)
	for _, p := range w.t.Paragraphs {
		w.paragraph(&b, p)
	}
	w.section(&b)
	b.WriteString(`</w:body></w:document>`)
	return []byte(b.String())
}

// section is the paper.
func (w *writer) section(b *strings.Builder) {
	m := w.t.Margins
	b.WriteString(`<w:sectPr>`)
	if w.t.Numbers {
		fmt.Fprintf(b, `<w:headerReference w:type="default" r:id="rId%d"/>`, headerID)
	}
	head := min(m.Top*design.Millimeter/2, 36)
	fmt.Fprintf(b, `<w:pgSz w:w="%d" w:h="%d"/><w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="%d" w:footer="%d" w:gutter="0"/>`,
		twips(w.t.Page.Width), twips(w.t.Page.Height), twips(m.Top*design.Millimeter), twips(m.Right*design.Millimeter), twips(m.Bottom*design.Millimeter), twips(m.Left*design.Millimeter), twips(head), twips(head))
	if w.t.Numbers {
		b.WriteString(`<w:titlePg/>`)
	}
	if w.t.RightToLeft {
		b.WriteString(`<w:bidi/>`)
	}
	b.WriteString(`</w:sectPr>`)
}

func twips(points float64) int { return int(math.Round(points * perPoint)) }

func (w *writer) paragraph(b *strings.Builder, p office.Written) {
	b.WriteString(`<w:p>`)
	var props strings.Builder
	if id := idOf(p.Style); id != "Normal" {
		fmt.Fprintf(&props, `<w:pStyle w:val="%s"/>`, id)
	}
	if p.RightToLeft {
		props.WriteString(`<w:bidi/>`)
	}
	if math.Abs(p.Before-p.Style.Before) > 0.01 {
		fmt.Fprintf(&props, `<w:spacing w:before="%d"/>`, twips(p.Before))
	}
	if props.Len() > 0 {
		b.WriteString(`<w:pPr>` + props.String() + `</w:pPr>`)
	}
	if p.Mark != "" {
		w.marks++
		fmt.Fprintf(b, `<w:bookmarkStart w:id="%d" w:name="%s"/>`, w.marks, office.Escape(p.Mark))
	}
	for _, r := range p.Runs {
		w.run(b, p.Style, r)
	}
	if p.Mark != "" {
		fmt.Fprintf(b, `<w:bookmarkEnd w:id="%d"/>`, w.marks)
	}
	if p.Photo {
		w.photo(b)
	}
	b.WriteString(`</w:p>`)
}

func (w *writer) run(b *strings.Builder, in *office.Style, r office.WrittenRun) {
	if r.Link != "" {
		fmt.Fprintf(b, `<w:hyperlink r:id="rId%d"`, w.linkID(r.Link))
		if r.Tip != "" {
			fmt.Fprintf(b, ` w:tooltip="%s"`, office.Escape(r.Tip))
		}
		b.WriteString(` w:history="1">`)
		defer b.WriteString(`</w:hyperlink>`)
	}
	b.WriteString(`<w:r>`)
	var props strings.Builder
	if r.Style != nil {
		fmt.Fprintf(&props, `<w:rStyle w:val="%s"/>`, idOf(r.Style))
	}
	// What the styles of the paragraph and of its letters both turn on is off (17.7.3):
	// where that is not what is meant, the run says it.
	say := func(name string, want, paragraph, letters bool) {
		if want != (paragraph != letters) {
			props.WriteString(toggleTag(name, want))
		}
	}
	say("b", r.Bold, in.Bold(), r.Style.Bold())
	say("i", r.Italic, in.Italic(), r.Style.Italic())
	say("caps", r.Capitals, in.Capitals(), r.Style.Capitals())
	if r.RightToLeft {
		props.WriteString(`<w:rtl/>`)
	}
	if props.Len() > 0 {
		b.WriteString(`<w:rPr>` + props.String() + `</w:rPr>`)
	}
	if r.Text == "\t" {
		b.WriteString(`<w:tab/>`)
	} else {
		fmt.Fprintf(b, `<w:t xml:space="preserve">%s</w:t>`, office.Escape(r.Text))
	}
	b.WriteString(`</w:r>`)
}

// toggleTag turns a property on or off; bold and italic have a twin for scripts that run
// from right to left.
func toggleTag(name string, on bool) string {
	value := ""
	if !on {
		value = ` w:val="0"`
	}
	tag := `<w:` + name + value + `/>`
	if name != "caps" {
		tag += `<w:` + name + `Cs` + value + `/>`
	}
	return tag
}

// emu are English metric units, by which drawings are measured, in a point.
const emu = 12700

func (w *writer) photo(b *strings.Builder) {
	x, y := int(w.t.Photo.Width*emu), int(w.t.Photo.Height*emu)
	fmt.Fprintf(b, `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%d" cy="%d"/><wp:docPr id="1" name="Photo" descr="%s"/>`, x, y, office.Escape(w.t.Author))
	b.WriteString(`<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="photo.jpeg"/><pic:cNvPicPr/></pic:nvPicPr>`)
	fmt.Fprintf(b, `<pic:blipFill><a:blip r:embed="rId%d"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`, photoID)
	fmt.Fprintf(b, `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="%d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`, x, y)
}

// header stands over all pages but the first.
func (w *writer) header() []byte {
	return []byte(office.XMLHead + `<w:hdr xmlns:w="` + word + `"><w:p><w:pPr><w:tabs><w:tab w:val="right" w:pos="` + fmt.Sprint(twips(w.t.Width())) + `"/></w:tabs></w:pPr>` +
		`<w:r><w:t xml:space="preserve">` + office.Escape(w.t.Author) + `</w:t></w:r><w:r><w:tab/></w:r>` +
		`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>`)
}

// idOf is a style's id: its name without what ids can't have.
func idOf(s *office.Style) string {
	return strings.NewReplacer(" ", "", "(", "-", ")", "").Replace(s.Name)
}

// nameOf is a style's name as Word has it.
func nameOf(s *office.Style) string {
	if rest, ok := strings.CutPrefix(s.Name, "Heading "); ok {
		return "heading " + rest
	}
	return s.Name
}

func (w *writer) styles() []byte {
	var b strings.Builder
	b.WriteString(office.XMLHead + `<w:styles xmlns:w="` + word + `"><w:docDefaults><w:rPrDefault><w:rPr>`)
	attribute := "val"
	switch name, _, _ := strings.Cut(w.t.Language, "-"); {
	case w.t.RightToLeft:
		attribute = "bidi"
	case name == "zh" || name == "ja" || name == "ko":
		attribute = "eastAsia"
	}
	fmt.Fprintf(&b, `<w:lang w:%s="%s"/>`, attribute, office.Escape(w.t.Language))
	b.WriteString(`</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`)
	for _, s := range w.t.Styles {
		w.style(&b, s)
	}
	b.WriteString(`</w:styles>`)
	return []byte(b.String())
}

func (w *writer) style(b *strings.Builder, s *office.Style) {
	kind := "paragraph"
	if s.Letters {
		kind = "character"
	}
	usual, own := "", ""
	switch s.Name {
	case "Normal":
		usual = ` w:default="1"`
	case "Title", "Subtitle", "Heading 1", "Heading 2", "List Bullet", "Hyperlink", "Date", "Salutation", "Body Text", "Closing", "Signature":
	default:
		own = ` w:customStyle="1"`
	}
	fmt.Fprintf(b, `<w:style w:type="%s"%s%s w:styleId="%s"><w:name w:val="%s"/>`, kind, usual, own, idOf(s), office.Escape(nameOf(s)))
	if s.Based != nil {
		fmt.Fprintf(b, `<w:basedOn w:val="%s"/>`, idOf(s.Based))
	}
	if s.Level > 0 {
		b.WriteString(`<w:next w:val="Normal"/>`)
	}
	if s.Field {
		b.WriteString(`<w:semiHidden/></w:style>`)
		return
	}
	b.WriteString(`<w:qFormat/>`)
	if !s.Letters {
		b.WriteString(`<w:pPr>` + w.paragraphLook(s) + `</w:pPr>`)
	}
	if props := w.lettersLook(s); props != "" {
		b.WriteString(`<w:rPr>` + props + `</w:rPr>`)
	}
	b.WriteString(`</w:style>`)
}

func (w *writer) paragraphLook(s *office.Style) string {
	var b strings.Builder
	if s.KeepNext {
		b.WriteString(`<w:keepNext/>`)
	}
	if s.Level > 0 || s.Item {
		b.WriteString(`<w:keepLines/>`)
	}
	if s.Item {
		b.WriteString(`<w:numPr><w:numId w:val="1"/></w:numPr>`)
	}
	if s.Rule > 0 {
		side := "bottom"
		if s.RuleOver {
			side = "top"
		}
		fmt.Fprintf(&b, `<w:pBdr><w:%s w:val="single" w:sz="%d" w:space="%d" w:color="%s"/></w:pBdr>`, side, max(2, int(math.Round(s.Rule*8))), int(math.Round(s.RuleSpace)), hex(s.RuleColor))
	}
	if s.Tab {
		fmt.Fprintf(&b, `<w:tabs><w:tab w:val="right" w:pos="%d"/></w:tabs>`, twips(w.t.Width()))
	}
	b.WriteString(`<w:spacing`)
	fmt.Fprintf(&b, ` w:before="%d" w:after="0"`, twips(s.Before))
	if s.PhotoPlace {
		b.WriteString(` w:line="240" w:lineRule="auto"`)
	} else if s.Leading > 0 {
		fmt.Fprintf(&b, ` w:line="%d" w:lineRule="exact"`, twips(s.Leading))
	}
	b.WriteString(`/>`)
	if s.Left > 0 {
		fmt.Fprintf(&b, `<w:ind w:left="%d"/>`, twips(s.Left))
	}
	if s.Item {
		fmt.Fprintf(&b, `<w:ind w:left="%d" w:hanging="%d"/>`, twips(w.t.Bullet.Indent), twips(max(0, w.t.Bullet.Indent-w.t.Bullet.Offset)))
	}
	switch {
	case s.PhotoPlace:
		b.WriteString(`<w:jc w:val="right"/>`)
	case s.Align == "center", s.Align == "right":
		b.WriteString(`<w:jc w:val="` + s.Align + `"/>`)
	case s.Align == "justify":
		b.WriteString(`<w:jc w:val="both"/>`)
	case s.Based != nil:
		b.WriteString(`<w:jc w:val="left"/>`) // where text starts, also from right to left
	}
	if s.Level > 0 {
		fmt.Fprintf(&b, `<w:outlineLvl w:val="%d"/>`, s.Level-1)
	}
	return b.String()
}

func (w *writer) lettersLook(s *office.Style) string {
	if s.Link {
		return `<w:color w:val="` + hex(s.Color) + `"/>`
	}
	l := s.Look
	if l == nil {
		return ""
	}
	var b strings.Builder
	family := office.Escape(l.Family)
	fmt.Fprintf(&b, `<w:rFonts w:ascii="%[1]s" w:hAnsi="%[1]s" w:cs="%[1]s"/>`, family)
	if !s.Plain {
		// A style that another is based on hands on what it turns on.
		b.WriteString(toggleIf("b", l.Bold, s.Based.Bold()) + toggleIf("i", l.Italic, s.Based.Italic()) + toggleIf("caps", l.Capitals, s.Based.Capitals()))
	} else {
		b.WriteString(toggleIf("b", false, s.Based.Bold()) + toggleIf("i", false, s.Based.Italic()) + toggleIf("caps", false, s.Based.Capitals()))
	}
	fmt.Fprintf(&b, `<w:color w:val="%s"/>`, hex(s.Color))
	if l.Tracking != 0 || s.Based != nil {
		fmt.Fprintf(&b, `<w:spacing w:val="%d"/>`, twips(l.Tracking*l.Size))
	}
	half := int(math.Round(l.Size * 2))
	fmt.Fprintf(&b, `<w:sz w:val="%d"/><w:szCs w:val="%d"/>`, half, half)
	return b.String()
}

// toggleIf says a property if it is not as below.
func toggleIf(name string, want, below bool) string {
	if want == below {
		return ""
	}
	return toggleTag(name, want)
}

func hex(c design.Color) string { return strings.ToUpper(strings.TrimPrefix(c.String(), "#")) }

func (w *writer) numbering() []byte {
	ind := fmt.Sprintf(`<w:ind w:left="%d" w:hanging="%d"/>`, twips(w.t.Bullet.Indent), twips(max(0, w.t.Bullet.Indent-w.t.Bullet.Offset)))
	return []byte(office.XMLHead + `<w:numbering xmlns:w="` + word + `"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>` +
		`<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:lvlText w:val="` + office.Escape(w.t.Bullet.Sign) + `"/><w:lvlJc w:val="left"/><w:pPr>` + ind + `</w:pPr></w:lvl></w:abstractNum>` +
		`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`)
}

func (w *writer) settings() []byte {
	return []byte(office.XMLHead + `<w:settings xmlns:w="` + word + `"><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>` +
		`<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`)
}

// fonts are the families that the design names.
func (w *writer) fonts() []byte {
	var b strings.Builder
	b.WriteString(office.XMLHead + `<w:fonts xmlns:w="` + word + `">`)
	var said []string
	for _, s := range w.t.Styles {
		if s.Look == nil || slices.Contains(said, s.Look.Family) {
			continue
		}
		said = append(said, s.Look.Family)
		kind, other := "swiss", "Arial"
		if office.Serif(s.Look.Family) {
			kind, other = "roman", "Times New Roman"
		}
		// What stands for the family on a machine that lacks it.
		fmt.Fprintf(&b, `<w:font w:name="%s"><w:altName w:val="%s"/><w:family w:val="%s"/><w:pitch w:val="variable"/></w:font>`, office.Escape(s.Look.Family), other, kind)
	}
	b.WriteString(`</w:fonts>`)
	return []byte(b.String())
}
