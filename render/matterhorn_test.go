package render

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// What the Matterhorn Protocol 1.1 asks of a file that says it follows PDF/UA-1,
// as far as a machine can see it and a resume has it. Numbers such as 14-003 are
// the protocol's.

// pdfObjects are a file's objects as qpdf tells them, by their references.
type pdfObjects struct {
	trailer map[string]any
	objects map[string]any // dictionaries, lists; of a stream its dictionary
	data    map[string][]byte
}

func (s sheet) objects(t *testing.T) pdfObjects {
	out := s.tool(t, "qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized", s.file)
	var file struct{ QPDF []json.RawMessage } // a head and the objects
	var objects map[string]struct {
		Value  any
		Stream *struct {
			Dict any
			Data []byte
		}
	}
	o := pdfObjects{objects: make(map[string]any), data: make(map[string][]byte)}
	err := json.Unmarshal([]byte(out), &file)
	if err == nil && len(file.QPDF) == 2 {
		err = json.Unmarshal(file.QPDF[1], &objects)
	}
	if err != nil || len(objects) == 0 {
		t.Errorf("%s: qpdf's JSON: %d objects, %v", s.name, len(objects), err)
	}
	for key, object := range objects {
		ref := strings.TrimPrefix(key, "obj:")
		switch {
		case key == "trailer":
			o.trailer, _ = object.Value.(map[string]any)
		case object.Stream != nil:
			o.objects[ref], o.data[ref] = object.Stream.Dict, object.Stream.Data
		default:
			o.objects[ref] = object.Value
		}
	}
	return o
}

// at is the object on a path of names from another, through references.
func (o pdfObjects) at(from any, path ...string) any {
	for {
		if ref, ok := from.(string); ok && o.objects[ref] != nil {
			from = o.objects[ref]
		}
		if len(path) == 0 {
			return from
		}
		dict, _ := from.(map[string]any)
		from, path = dict[path[0]], path[1:]
	}
}

// numbers are the entries of a number tree without branches.
func (o pdfObjects) numbers(tree any) map[int]any {
	list, _ := o.at(tree, "/Nums").([]any)
	all := make(map[int]any)
	for i := 0; i+1 < len(list); i += 2 {
		key, _ := list[i].(float64)
		all[int(key)] = list[i+1]
	}
	return all
}

// structure is what the elements of a file hold.
type structure struct {
	pdfObjects
	fault    func(format string, args ...any)
	content  map[string]string // page and number of marked content → its element
	links    map[string]string // annotation → its element
	headings []int             // levels, in the order of reading
}

// root looks through the structure from its root.
func (s *structure) root(ref any) {
	root, _ := s.at(ref).(map[string]any)
	document := fmt.Sprint(root["/K"])
	if s.element(document, fmt.Sprint(ref), ""); s.at(document, "/S") != "/Document" {
		s.fault("the structure begins with %v", s.at(document, "/S"))
	}
}

// within says which elements may hold an element, for those that need not stand
// anywhere (09-004 to 09-006).
var within = map[string][]string{
	"/LI": {"/L"}, "/Lbl": {"/LI"}, "/LBody": {"/LI"}, "/Sect": {"/Document"}, "/Document": {""},
}

// holding says what an element may hold, for those that may not hold anything.
var holding = map[string][]string{"/L": {"/LI"}, "/LI": {"/Lbl", "/LBody"}}

// kinds are the structure types that a resume needs, all of them standard (02-001).
var kinds = []string{"/Document", "/Sect", "/H1", "/H2", "/H3", "/H4", "/P", "/L", "/LI", "/Lbl", "/LBody", "/Link", "/Span", "/Figure"}

// element looks through an element of the structure.
func (s *structure) element(ref, parent, parentKind string) {
	e, _ := s.objects[ref].(map[string]any)
	kind, _ := e["/S"].(string)
	switch {
	case !slices.Contains(kinds, kind):
		s.fault("02-001: an element of the type %q", kind)
	case e["/P"] != parent:
		s.fault("an element's parent is %v, not %s", e["/P"], parent)
	case within[kind] != nil && !slices.Contains(within[kind], parentKind):
		s.fault("09-004: %s in %s", kind, parentKind)
	case holding[parentKind] != nil && !slices.Contains(holding[parentKind], kind):
		s.fault("09-005: %s holds %s", parentKind, kind)
	case kind == "/Figure" && len(fmt.Sprint(e["/Alt"])) <= len("u:"):
		s.fault("13-004: a figure without a text instead")
	}
	if level, err := strconv.Atoi(strings.TrimPrefix(kind, "/H")); err == nil {
		s.headings = append(s.headings, level)
	}
	kids, _ := e["/K"].([]any)
	if len(kids) == 0 {
		s.fault("a %s of nothing", kind)
	}
	for _, k := range kids {
		switch k := k.(type) {
		case float64:
			s.mark(fmt.Sprint(e["/Pg"]), k, ref)
		case string:
			s.element(k, ref, kind)
		case map[string]any:
			if k["/Type"] == "/MCR" {
				s.mark(fmt.Sprint(k["/Pg"]), k["/MCID"], ref)
				continue
			}
			if kind != "/Link" {
				s.fault("28-011: a link's annotation in a %s", kind)
			}
			s.links[fmt.Sprint(k["/Obj"])] = ref
		}
	}
}

func (s *structure) mark(page string, mcid any, element string) {
	key := fmt.Sprint(page, " ", mcid)
	if s.content[key] != "" {
		s.fault("content %s is part of two elements", key)
	}
	s.content[key] = element
}

var painting = regexp.MustCompile(`/(\w+) <<(.*?)>> BDC|\b(EMC|TJ|Do|f)\b`)

// page looks at a page's content: all of it is marked once, as a part of the
// structure or as none (01-001 to 01-005).
func (s *structure) page(ref string, parents map[int]any) {
	page, _ := s.objects[ref].(map[string]any)
	if page["/Tabs"] != "/S" {
		s.fault("28-009: the tabs of a page do not follow the structure")
	}
	number, _ := page["/StructParents"].(float64)
	elements, _ := s.at(parents[int(number)]).([]any)
	seen, open := 0, false
	for _, m := range painting.FindAllStringSubmatch(string(s.data[fmt.Sprint(page["/Contents"])]), -1) {
		switch operator := m[3]; {
		case operator == "EMC":
			open = false
		case operator != "":
			if !open {
				s.fault("01-005: %s paints what is not marked", operator)
			}
		case open:
			s.fault("01-003: marked content in marked content")
		default:
			open = true
			id, tagged := strings.CutPrefix(m[2], "/MCID ")
			if !tagged {
				continue
			}
			element := s.content[ref+" "+id]
			if i, _ := strconv.Atoi(id); i != seen || i >= len(elements) || elements[i] != element || s.at(element, "/S") != "/"+m[1] {
				s.fault("01-005: content %s, %s, is of the element %q", id, m[1], element)
			}
			seen++
		}
	}
	if open || seen != len(elements) {
		s.fault("%d pieces of content are marked, %d are in the structure", seen, len(elements))
	}
	annotations, _ := s.at(page["/Annots"]).([]any)
	for _, a := range annotations {
		annotation, _ := s.at(a).(map[string]any)
		number, _ := annotation["/StructParent"].(float64)
		if element := s.links[fmt.Sprint(a)]; element == "" || parents[int(number)] != element {
			s.fault("28-010: the annotation %v is in the element %q", a, element)
		}
		if annotation["/Subtype"] != "/Link" || len(fmt.Sprint(annotation["/Contents"])) <= len("u:") {
			s.fault("28-012: a link that is not described: %v", annotation)
		}
	}
}

// accessible tests a sheet by the protocol.
func (s sheet) accessible(t *testing.T) {
	o := s.objects(t)
	p := structure{pdfObjects: o, content: make(map[string]string), links: make(map[string]string)}
	p.fault = func(format string, args ...any) { t.Errorf("%s: %s", s.name, fmt.Sprintf(format, args...)) }
	catalog, _ := o.at(o.trailer["/Root"]).(map[string]any)
	p.root(catalog["/StructTreeRoot"])
	parents := o.numbers(o.at(catalog, "/StructTreeRoot", "/ParentTree"))
	pages, _ := o.at(catalog, "/Pages", "/Kids").([]any)
	if len(pages) != len(s.doc.Pages) {
		p.fault("%d pages", len(pages))
	}
	for _, page := range pages {
		p.page(fmt.Sprint(page), parents)
	}
	metadata := string(o.data[fmt.Sprint(catalog["/Metadata"])])
	for what, wrong := range map[string]bool{
		"06-001: the metadata":  !strings.Contains(metadata, "<pdfuaid:part>1</pdfuaid:part>"),
		"06-003: the title":     !strings.Contains(metadata, "<dc:title>"),
		"07-001: title shown":   o.at(catalog, "/ViewerPreferences", "/DisplayDocTitle") != true,
		"11-006: the language":  len(fmt.Sprint(o.at(catalog, "/Lang"))) < len("u:en"),
		"the mark of structure": o.at(catalog, "/MarkInfo", "/Marked") != true,
	} {
		if wrong {
			p.fault("%s", what)
		}
	}
	above := 0 // 14-002: the first heading is of the first level
	for _, level := range p.headings {
		if level > above+1 {
			p.fault("14-003: a heading of level %d behind one of %d", level, above)
		}
		above = level
	}
	p.fonts()
}

var unicodeOf = regexp.MustCompile(`(?m)^<[0-9A-F]{4}> <([0-9A-F]*)>$`)

// fonts looks at a file's fonts: all in it, and every code with a text (31-009 to
// 31-028).
func (s *structure) fonts() {
	for _, object := range s.objects {
		font, _ := object.(map[string]any)
		if font["/Type"] != "/Font" {
			continue
		}
		if font["/Subtype"] == "/CIDFontType2" {
			if s.at(font, "/FontDescriptor", "/FontFile2") == nil || font["/CIDToGIDMap"] != "/Identity" {
				s.fault("31-009: a font that is not in the file: %v", font)
			}
			continue
		}
		codes := unicodeOf.FindAllStringSubmatch(string(s.data[fmt.Sprint(font["/ToUnicode"])]), -1)
		if len(codes) == 0 {
			s.fault("31-027: the codes of %v have no text", font["/BaseFont"])
		}
		for _, c := range codes {
			if c[1] == "" {
				s.fault("31-027: a code of %v has no text", font["/BaseFont"])
			}
			for i := 0; i+4 <= len(c[1]); i += 4 {
				if slices.Contains([]string{"0000", "FEFF", "FFFE"}, c[1][i:i+4]) {
					s.fault("31-028: a code of %v has the text %s", font["/BaseFont"], c[1])
				}
			}
		}
	}
}
