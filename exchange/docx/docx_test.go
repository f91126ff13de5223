package docx

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"resumax/exchange/format"
	"resumax/exchange/office"
	"resumax/exchange/office/officetest"
)

const open_ = `<w:document xmlns:w="` + word + `" xmlns:r="` + relations + `"><w:body>`

// file is a Word file of parts; the text is that of the document's body.
func file(t testing.TB, body string, parts map[string]string) []byte {
	t.Helper()
	all := []office.Part{{Name: "word/document.xml", Data: []byte(open_ + body + `</w:body></w:document>`)}}
	for name, text := range parts {
		all = append(all, office.Part{Name: name, Data: []byte(text)})
	}
	data, err := office.Pack(all)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// lines are what a file says: a line for each paragraph, with its level or mark.
func lines(t *testing.T, data []byte) string {
	t.Helper()
	d, err := open(t.Context(), data)
	if err != nil {
		t.Fatal(err)
	}
	return officetest.Lines(office.Paragraphs(d.blocks))
}

func p(text string) string {
	return `<w:p><w:r><w:t xml:space="preserve">` + text + `</w:t></w:r></w:p>`
}

func TestText(t *testing.T) {
	styles := `<w:styles xmlns:w="` + word + `"><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
		<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
		<w:style w:type="paragraph" w:styleId="b"><w:name w:val="Title"/><w:basedOn w:val="a"/></w:style>
		<w:style w:type="paragraph" w:styleId="c"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:rPr><w:b/></w:rPr></w:style>
		<w:style w:type="paragraph" w:styleId="d"><w:name w:val="Mine"/><w:basedOn w:val="c"/></w:style>
		<w:style w:type="paragraph" w:styleId="e"><w:name w:val="Outlined"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
		<w:style w:type="paragraph" w:styleId="f"><w:name w:val="List Bullet"/></w:style>
		<w:style w:type="character" w:styleId="g"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
		<w:style w:type="paragraph" w:styleId="h"><w:name w:val="Loop"/><w:basedOn w:val="h"/></w:style></w:styles>`
	numbering := `<w:numbering xmlns:w="` + word + `"><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="none"/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>`
	links := `<Relationships><Relationship Id="r1" Type="x/hyperlink" Target="https://a.example" TargetMode="External"/></Relationships>`
	styled := func(id, text string) string {
		return `<w:p><w:pPr><w:pStyle w:val="` + id + `"/></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
	}
	for _, c := range []struct{ name, body, want string }{
		{"headings", styled("b", "T") + styled("c", "H") + styled("d", "M") + styled("e", "O") + styled("h", "L"), "# T\n## <b>H\n## <b>M\n### O\nL\n"},
		{"lists", styled("f", "A") + `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>B</w:t></w:r></w:p><w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>C</w:t></w:r></w:p>` +
			p("•  D") + p("- E") + p("&#xF0B7; F"), "* A\n* B\nC\n* D\n- E\n* F\n"},
		{"toggles", `<w:p><w:pPr><w:pStyle w:val="c"/></w:pPr><w:r><w:rPr><w:rStyle w:val="g"/></w:rPr><w:t>off</w:t></w:r><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>too</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>on</w:t></w:r></w:p>`, "# offtoo<i><b>on\n"},
		{"changes", `<w:p><w:r><w:t>a</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t>b</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>no</w:t></w:r></w:moveFrom></w:p><w:del>` + p("x") + `</w:del><w:ins>` + p("y") + `</w:ins>`, "ab\ny\n"},
		{"hidden", `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:t>seen</w:t></w:r></w:p>`, "seen\n"},
		{"breaks", `<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d&#xAD;e</w:t><w:softHyphen/><w:cr/><w:t>f</w:t><w:br w:type="page"/></w:r></w:p>`, "a→b↵c-de↵f\n"},
		{"links", `<w:p><w:hyperlink r:id="r1"><w:r><w:t>site</w:t></w:r></w:hyperlink><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://b.</w:instrText></w:r><w:r><w:instrText>example"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>field</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>7</w:t></w:r></w:fldSimple></w:p>`, "site(https://a.example)field(https://b.example)\n"},
		{"controls", `<w:sdt><w:sdtContent>` + p("block") + `</w:sdtContent></w:sdt><w:p><w:sdt><w:sdtContent><w:r><w:t>inline</w:t></w:r></w:sdtContent></w:sdt></w:p>`, "block\ninline\n"},
		{"boxes", p("text") + `<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>` + p("one") + p("two") + `</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>` + p("one") + p("two") + `</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>` + p("more"), "text\nmore\n| one\ntwo\n"},
		{"capitals", `<w:p><w:r><w:rPr><w:caps/></w:rPr><w:t>Skills</w:t></w:r></w:p>`, "######### Skills\n"},
		{"symbols", `<w:p><w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:tab/><w:t>point</w:t></w:r></w:p><w:p><w:r><w:sym w:font="Wingdings" w:char="F028"/><w:t xml:space="preserve"> phone</w:t></w:r></w:p>`, "* point\n  phone\n"},
		{"data", `<w:tbl>` + row(p("Dutch"), p("Native")) + row(p("Danish"), p("Good")) + `</w:tbl>`, "Dutch→Native\nDanish→Good\n"},
		{"entries", `<w:tbl>` + row(p("2019 – 2020"), p("Baker")+p("Mill")+p("• Baked")+p("• Sold")) + `</w:tbl>`, "2019 – 2020\nBaker\nMill\n* Baked\n* Sold\n"},
		{"columns", `<w:tbl>` + row(p("Contact")+p("a@b.example")+p("Skills")+p("Go"), p("Experience")+p("Baker")+p("Education")+p("BA")) + `</w:tbl>` + p("after"), "| Contact\na@b.example\nSkills\nGo\n| Experience\nBaker\nEducation\nBA\n| after\n"},
		{"merged", `<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>` + p("a") + `</w:tc><w:tc>` + p("b") + `</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>` + p("hidden") + `</w:tc><w:tc>` + p("c") + `</w:tc></w:tr></w:tbl>`, "a→b\nc\n"},
	} {
		got := lines(t, file(t, c.body, map[string]string{"word/styles.xml": styles, "word/numbering.xml": numbering, "word/_rels/document.xml.rels": links}))
		if got != c.want {
			t.Errorf("%s:\n%s\nwant:\n%s", c.name, got, c.want)
		}
	}
}

func row(cells ...string) string {
	return `<w:tr><w:tc>` + strings.Join(cells, `</w:tc><w:tc>`) + `</w:tc></w:tr>`
}

// What stands in a header comes first, once; a page's number is no text; notes are left.
func TestMargins(t *testing.T) {
	data := file(t, p("Body")+`<w:sectPr><w:headerReference w:type="default" r:id="r1"/><w:footerReference w:type="default" r:id="r2"/></w:sectPr>`, map[string]string{
		"word/_rels/document.xml.rels": `<Relationships><Relationship Id="r1" Type="x/header" Target="header1.xml"/><Relationship Id="r2" Type="x/footer" Target="footer1.xml"/><Relationship Id="r3" Type="x/footnotes" Target="footnotes.xml"/></Relationships>`,
		"word/header1.xml":             `<w:hdr>` + p("Ada Example") + p("Body") + `</w:hdr>`,
		"word/footer1.xml":             `<w:ftr>` + p("ada@example.org") + `<w:p><w:r><w:t>Page </w:t></w:r><w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>`,
		"word/footnotes.xml":           `<w:footnotes><w:footnote w:type="separator">` + p("no") + `</w:footnote><w:footnote w:id="2">` + p("A note") + `</w:footnote></w:footnotes>`,
	})
	if got, want := lines(t, data), "Ada Example\nBody\n| ada@example.org\n"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	r, err := read(t.Context(), format.Input{Data: data, Name: "x.docx"})
	if err != nil {
		t.Fatal(err)
	}
	var left []string
	for _, l := range r.Left {
		left = append(left, l.Text)
	}
	if all := strings.Join(left, "|"); !strings.Contains(all, "A note") || !strings.Contains(all, "Page") {
		t.Errorf("left: %s", all)
	}
}

// What can't be read says so in a sentence with the file's name and a way out.
func TestRefused(t *testing.T) {
	utf16 := func(s string) string { return strings.Join(strings.Split(s, ""), "\x00") + "\x00" }
	bomb := new(bytes.Buffer)
	w := zip.NewWriter(bomb)
	f, _ := w.Create("word/document.xml")
	for range 40 {
		f.Write(make([]byte, 1<<20))
	}
	w.Close()
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"password":  {[]byte(string(compound) + utf16("EncryptedPackage")), "password"},
		"old":       {[]byte(string(compound) + utf16("WordDocument")), ".docx"},
		"bomb":      {bomb.Bytes(), "unpacks to far more"},
		"no text":   {file(t, "", nil), "no text"},
		"entities":  {pack(t, `<!DOCTYPE x [<!ENTITY a "b">]><w:document><w:body>&a;</w:body></w:document>`), "document type"},
		"no body":   {pack(t, `<w:document/>`), "missing"},
		"damaged":   {pack(t, `<w:document><w:body>`), "damaged"},
		"deep":      {pack(t, strings.Repeat("<w:sdt>", 5000)), "nested"},
		"very long": {file(t, strings.Repeat(p("Experience and so on"), maxLong), nil), "more text"},
		"truncated": {file(t, p("a"), nil)[:60], "damaged"},
	} {
		_, err := read(t.Context(), format.Input{Data: c.data, Name: "me.docx"})
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "me.docx") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

const maxLong = 12_001

func pack(t testing.TB, document string) []byte {
	t.Helper()
	data, err := office.Pack([]office.Part{{Name: "word/document.xml", Data: []byte(document)}})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func FuzzRead(f *testing.F) {
	f.Add(open_ + p("Ada") + `<w:tbl>` + row(p("a"), p("b")) + `</w:tbl></w:body></w:document>`)
	f.Add(open_ + `<w:p><w:r><w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="begin"/><w:t>x</w:t></w:r><w:sdt/></w:p><w:tbl><w:tr/><w:tr><w:tc/></w:tr></w:tbl><w:sectPr><w:headerReference r:id="x"/></w:sectPr></w:body></w:document>`)
	f.Fuzz(func(t *testing.T, document string) {
		r, err := read(t.Context(), format.Input{Data: pack(t, document), Name: "x"})
		if err == nil {
			r.Document.Resume()
		}
	})
}

func FuzzArchive(f *testing.F) {
	f.Add(pack(f, open_+p("Ada")+`</w:body></w:document>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		sniff(data)
		if r, err := read(t.Context(), format.Input{Data: data, Name: "x"}); err == nil {
			r.Document.Resume()
		}
	})
}
