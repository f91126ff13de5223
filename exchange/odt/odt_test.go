package odt

import (
	"strings"
	"testing"

	"resumax/exchange/format"
	"resumax/exchange/office"
	"resumax/exchange/office/officetest"
)

func content(styles, text string) string {
	return `<office:document-content` + names + ` xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:automatic-styles>` + styles + `</office:automatic-styles><office:body><office:text>` + text + `</office:text></office:body></office:document-content>`
}

func file(t testing.TB, content, styles string, more ...office.Part) []byte {
	t.Helper()
	parts := append([]office.Part{{Name: "mimetype", Data: []byte(kind), Stored: true}, {Name: "content.xml", Data: []byte(content)}}, more...)
	if styles != "" {
		parts = append(parts, office.Part{Name: "styles.xml", Data: []byte(styles)})
	}
	data, err := office.Pack(parts)
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

func TestText(t *testing.T) {
	styles := `<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="T2" style:family="text"><style:text-properties text:display="none"/></style:style>
		<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_1"/><style:style style:name="P2" style:family="paragraph"><style:text-properties fo:text-transform="uppercase"/></style:style>
		<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style><text:list-style style:name="L2"><text:list-level-style-number text:level="1" style:num-format=""/></text:list-style>`
	looks := `<office:document-styles` + names + `><office:styles><style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:default-outline-level="1"><style:text-properties fo:font-style="italic"/></style:style><style:style style:name="Title" style:family="paragraph"/></office:styles>
		<office:master-styles><style:master-page style:name="Standard"><style:header><text:p>Ada Example</text:p></style:header><style:footer><text:p>Page <text:page-number>1</text:page-number></text:p></style:footer></style:master-page></office:master-styles></office:document-styles>`
	for _, c := range []struct{ name, body, want string }{
		{"headings", `<text:p text:style-name="Title">T</text:p><text:h text:style-name="P1" text:outline-level="1">H</text:h><text:p text:style-name="P2">Skills</text:p>`, "# T\n## <i>H\n######### Skills\n"},
		{"text", "<text:p>a<text:span text:style-name=\"T1\">b</text:span><text:s text:c=\"2\"/>c<text:tab/>d<text:line-break/>e\n  f<text:span text:style-name=\"T2\">hidden</text:span><text:soft-page-break/></text:p>", "a<b>b  c→d↵e f\n"},
		{"links", `<text:p><text:a xlink:href="https://a.example">site</text:a> <text:a xlink:href="#top">up</text:a></text:p>`, "site(https://a.example) up\n"},
		{"lists", `<text:list text:style-name="L1"><text:list-item><text:p>A</text:p><text:p>more</text:p><text:list><text:list-item><text:p>B</text:p></text:list-item></text:list></text:list-item></text:list><text:list text:style-name="L2"><text:list-item><text:p>C</text:p></text:list-item></text:list>`, "* A\nmore\nB\nC\n"},
		{"changes", `<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>kept<office:annotation><text:p>remark</text:p></office:annotation></text:p>`, "kept\n"},
		{"tables", `<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Dutch</text:p></table:table-cell><table:table-cell><text:p>Native</text:p></table:table-cell></table:table-row></table:table-header-rows></table:table>`, "Dutch→Native\n"},
		{"boxes", `<text:p>text</text:p><text:p><draw:frame><draw:text-box><text:p>one</text:p><text:p>two</text:p></draw:text-box></draw:frame></text:p><text:p>more</text:p>`, "text\nmore\n| one\ntwo\n"},
	} {
		got := lines(t, file(t, content(styles, c.body), looks))
		if want := "Ada Example\n" + c.want; got != want {
			t.Errorf("%s:\n%s\nwant:\n%s", c.name, got, want)
		}
	}
	flat := strings.NewReplacer("document-content", "document", "<office:body>", `<office:master-styles/><office:body>`).Replace(content(styles, "<text:p>flat</text:p>"))
	if !sniff([]byte(flat)) || lines(t, []byte(flat)) != "flat\n" {
		t.Error("a file of XML is not read")
	}
}

func TestRefused(t *testing.T) {
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"password": {file(t, "x", "", office.Part{Name: "META-INF/manifest.xml", Data: []byte(`<m><manifest:encryption-data/></m>`)}), "password"},
		"sheet":    {file(t, `<office:document-content><office:body><office:spreadsheet/></office:body></office:document-content>`, ""), "no text"},
		"empty":    {file(t, content("", ""), ""), "no text"},
		"entities": {file(t, `<!DOCTYPE x [<!ENTITY a "b">]><x/>`, ""), "document type"},
		"deep":     {file(t, strings.Repeat("<x>", 5000), ""), "nested"},
		"cut":      {file(t, content("", "<text:p>a</text:p>"), "")[:80], "damaged"},
	} {
		_, err := read(t.Context(), format.Input{Data: c.data, Name: "me.odt"})
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "me.odt") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestNames(t *testing.T) {
	for _, name := range []string{"Heading 1", "Entry Title (name)", "a_b", "é_20_"} {
		s := &office.Style{Name: name}
		if coded, _ := nameOf(s); plainName(coded) != name {
			t.Errorf("%q: %q, %q", name, coded, plainName(coded))
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(content("", `<text:p>Ada<text:tab/>b</text:p><text:list><text:list-item><text:p>x</text:p></text:list-item></text:list>`), `<office:document-styles><office:master-styles><style:master-page><style:header><text:p>a</text:p></style:header></style:master-page></office:master-styles></office:document-styles>`)
	f.Add(content(`<style:style style:name="P1" style:family="paragraph" style:parent-style-name="P1"/>`, `<table:table><table:table-row/><table:table-row><table:covered-table-cell/><table:table-cell/></table:table-row></table:table>`), "")
	f.Fuzz(func(t *testing.T, content, styles string) {
		if r, err := read(t.Context(), format.Input{Data: file(t, content, styles), Name: "x"}); err == nil {
			r.Document.Resume()
		}
	})
}
