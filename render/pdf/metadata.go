package pdf

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
)

// Description is what a file says of itself. Title must not be empty.
type Description struct {
	Title    string
	Author   string // "" for nobody
	Language string // BCP 47
	Producer string
	// Archive is the part of ISO 19005 (PDF/A) that the file follows at level B,
	// 0 for none.
	Archive int
}

// Info is the description as the document's information dictionary.
func (d Description) Info() string {
	author := ""
	if d.Author != "" {
		author = " /Author " + Text(d.Author)
	}
	return "<</Title " + Text(d.Title) + author + " /Producer " + Text(d.Producer) + ">>"
}

// Metadata is the description as XMP (ISO 16684-1), with the claim of PDF/UA-1
// (ISO 14289-1) and, if it is made, that of PDF/A.
func (d Description) Metadata() []byte {
	var b strings.Builder
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` + "\n" +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"` +
		` xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">` + "\n")
	fmt.Fprintf(&b, "<dc:format>application/pdf</dc:format>\n<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n", escaped(d.Title))
	if d.Author != "" {
		fmt.Fprintf(&b, "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n", escaped(d.Author))
	}
	fmt.Fprintf(&b, "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n<pdf:Producer>%s</pdf:Producer>\n<pdfuaid:part>1</pdfuaid:part>\n",
		escaped(d.Language), escaped(d.Producer))
	if d.Archive > 0 {
		fmt.Fprintf(&b, "<pdfaid:part>%d</pdfaid:part>\n<pdfaid:conformance>B</pdfaid:conformance>\n", d.Archive)
	}
	b.WriteString("</rdf:Description>\n")
	if d.Archive > 0 {
		b.WriteString(accessibilitySchema)
	}
	b.WriteString("</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return []byte(b.String())
}

// accessibilitySchema describes the member of PDF/UA, which PDF/A does not know:
// it wants every member described that is not its own (ISO 19005-2, 6.6.2.3).
const accessibilitySchema = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"` +
	` xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
`

func escaped(s string) string {
	var b bytes.Buffer
	xml.EscapeText(&b, []byte(s)) // it fails only where b does, which never does
	return b.String()
}
