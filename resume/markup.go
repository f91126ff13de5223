package resume

import (
	"bytes"
	"cmp"
	"html"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	xhtml "golang.org/x/net/html"
)

// ConvertMarkup brings texts that other tools wrote as HTML or as blocks of
// Markdown to what a resume's texts are here: paragraphs, bullets, and the inline
// marks of [Spans]. It says where. It is for what is read from outside: what a
// user types stays as it was typed.
//
// Text that only looks like markup stays: "a < b", "C<T>", "R&D", "# of users".
func (d Document) ConvertMarkup() (Document, []Problem) {
	c := &markupConverter{}
	root := d.Root()
	members := make([]Member, len(root.members))
	for i, m := range root.members {
		a := Root.Child(m.Name)
		switch {
		case a == Basics:
			m.Value = c.basics(m.Value)
		case m.Value.kind == Array && !notSections[m.Name] && !isKept(m.Name):
			m.Value = c.list(m.Value, a, fieldsAt(a.Item(0)))
		}
		members[i] = m
	}
	if c.problems == nil {
		return d, nil
	}
	return NewDocument(Value{kind: Object, members: members}), c.problems
}

type markupConverter struct{ problems []Problem }

func (c *markupConverter) note(a Address, kind string) {
	c.problems = append(c.problems, Problem{Address: a, Text: "held " + kind + ", which is now plain text with bullets and formatting"})
}

func (c *markupConverter) basics(v Value) Value {
	if v.kind != Object {
		return v
	}
	v = c.object(v, Basics, basicsFields)
	if place, ok := v.Get("location"); ok && place.kind == Object {
		v = v.With("location", c.object(place, Location, locationFields))
	}
	if profiles, ok := v.Get("profiles"); ok && profiles.kind == Array {
		v = v.With("profiles", c.list(profiles, Profiles, profileFields))
	}
	return v
}

func (c *markupConverter) list(v Value, at Address, fields []Field) Value {
	items := v.items
	for i, item := range v.items {
		if item.kind != Object {
			continue
		}
		said := len(c.problems)
		item = c.object(item, at.Item(i), fields)
		if len(c.problems) == said {
			continue
		}
		if &items[0] == &v.items[0] { // not yet our own
			items = slices.Clone(items)
		}
		items[i] = item
	}
	return Value{kind: Array, items: items}
}

// object converts the fields of one object. Bullets at the end of an entry's
// summary become its bullets.
func (c *markupConverter) object(v Value, at Address, fields []Field) Value {
	var members []Member // nil while all stays as it is
	var moved []Value
	names := namesOf(fields)
	for i, m := range v.members {
		f := names[m.Name]
		if f == nil {
			continue
		}
		said := len(c.problems)
		value, bullets := c.member(m.Value, at, m.Name, f, names["highlights"] != nil)
		if len(c.problems) == said {
			continue
		}
		if members == nil {
			members = slices.Clone(v.members)
		}
		members[i].Value = value
		moved = append(moved, bullets...)
	}
	if members == nil {
		return v
	}
	v = Value{kind: Object, members: members}
	if len(moved) > 0 {
		have, name, _ := memberOf(v, fields, "highlights")
		if have.kind == String {
			have = List(have)
		}
		v = v.withMember(name, Value{kind: Array, items: slices.Concat(moved, have.items)}, memberOrder(at))
	}
	return v
}

// member converts a field's value and returns the bullets that belong with the
// entry's own.
func (c *markupConverter) member(v Value, at Address, name string, f *Field, hasBullets bool) (Value, []Value) {
	switch {
	case v.kind == String && f.Shape.IsList(), v.kind == Array && f.Shape.IsList():
		return c.texts(v, at, name, f), nil
	case v.kind != String || f.Name == "image":
		return v, nil
	}
	blocks, kind := convert(v.text, f.Shape)
	if kind == "" {
		return v, nil
	}
	c.note(at.Child(name), kind)
	var bullets []Value
	if f.Shape == Prose && hasBullets {
		for len(blocks) > 0 && blocks[len(blocks)-1].bullet {
			bullets = append(bullets, Text(blocks[len(blocks)-1].text))
			blocks = blocks[:len(blocks)-1]
		}
		slices.Reverse(bullets)
	}
	return Text(joined(blocks, f.Shape)), bullets
}

func (c *markupConverter) texts(v Value, at Address, name string, f *Field) Value {
	if v.kind == String {
		blocks, kind := convert(v.text, f.Shape)
		if kind == "" {
			return v
		}
		c.note(at.Child(name), kind)
		return Texts(blockTexts(blocks)...)
	}
	var items []Value // nil while all stays as it is
	for i, e := range v.items {
		blocks, kind := []block(nil), ""
		if e.kind == String {
			blocks, kind = convert(e.text, f.Shape)
		}
		switch {
		case kind == "" && items != nil:
			items = append(items, e)
		case kind != "":
			if items == nil {
				items = append(make([]Value, 0, len(v.items)), v.items[:i]...)
			}
			c.note(at.Child(name).Item(len(items)), kind)
			items = append(items, Texts(blockTexts(blocks)...).items...)
		}
	}
	if items == nil {
		return v
	}
	return Value{kind: Array, items: items}
}

// block is a paragraph or a bullet, with inline marks.
type block struct {
	text   string
	bullet bool
	loose  bool // parted from the one before it by a mere line break
}

// Block is a paragraph or a bullet of a text, with inline marks.
type Block struct {
	Text   string
	Bullet bool
}

// Blocks are the paragraphs and bullets of a text that another tool wrote, in HTML,
// in Markdown or in lines.
func Blocks(source string) []Block {
	source = clean(source)
	blocks, kind := convertOnce(source, Prose)
	switch kind {
	case "":
		blocks = nil
		for line := range strings.SplitSeq(source, "\n") {
			blocks = append(blocks, block{text: line})
		}
	case "HTML": // what was escaped twice is in its blocks
		var all []block
		for _, b := range blocks {
			inner, again := convert(b.text, Prose)
			if again != "HTML" { // what Markdown means is text in HTML
				inner = []block{b}
			} else if len(inner) > 0 {
				inner[0].bullet, inner[0].loose = inner[0].bullet || b.bullet, b.loose
			}
			all = append(all, inner...)
		}
		blocks = all
	default:
		blocks, _ = convert(source, Prose)
		for i := range blocks {
			blocks[i].loose = false // lines of Markdown are paragraphs
		}
	}
	var all []Block
	for _, b := range blocks {
		n := len(all)
		switch {
		case b.bullet:
			all = append(all, Block{strings.TrimSpace(b.text), true})
		case b.loose && n > 0 && all[n-1].Bullet:
			all[n-1].Text += "\n" + b.text
		default:
			for line := range strings.SplitSeq(b.text, "\n") {
				text, item := unbulleted(line)
				all = append(all, Block{text, item})
			}
		}
	}
	return slices.DeleteFunc(all, func(b Block) bool { return b.Text == "" })
}

// BulletMark begins a line of a text that is a bullet and not a paragraph.
const BulletMark = "• "

// joined is the text of some blocks in one field.
func joined(blocks []block, shape Shape) string {
	var b strings.Builder
	for _, p := range blocks {
		if b.Len() > 0 && shape == Prose {
			b.WriteByte('\n')
		} else if b.Len() > 0 {
			before, _ := utf8.DecodeLastRuneInString(b.String())
			if !unicode.IsPunct(before) {
				b.WriteByte(',')
			}
			b.WriteByte(' ')
		}
		if p.bullet && shape == Prose {
			b.WriteString(BulletMark)
		}
		b.WriteString(p.text)
	}
	return b.String()
}

// blockTexts are the items that blocks make in a list: each its own, but that
// lines of a paragraph stay together.
func blockTexts(blocks []block) []string {
	texts := make([]string, 0, len(blocks))
	for i, b := range blocks {
		if n := len(texts); b.loose && i > 0 && !b.bullet {
			texts[n-1] += "\n" + b.text
			continue
		}
		texts = append(texts, b.text)
	}
	return texts
}

// rounds bounds how often a text is converted until it stays: what was escaped
// twice needs two. A text that still changes then is left as it was found.
const rounds = 6

// convert reads a text that may be markup. The kind is "HTML" or "Markdown", and ""
// for a text that is neither and stays as it is.
func convert(source string, shape Shape) (blocks []block, kind string) {
	if !mayBeMarkup(source) {
		return nil, ""
	}
	text := source
	for range rounds {
		next, found := convertOnce(text, shape)
		if found == "" {
			if kind == "" {
				return nil, ""
			}
			return next, kind
		}
		if kind == "" || found == "HTML" {
			kind = found
		}
		text = joined(next, shape)
		if shape.IsList() {
			text = strings.Join(blockTexts(next), "\n\n") // so that they are parted the next time too
		}
	}
	return nil, ""
}

// mayBeMarkup passes over the texts that surely are none, as nearly all are.
func mayBeMarkup(s string) bool {
	begins := true // a line, but for white space
	for i := range len(s) {
		next := byteAt(s, i+1)
		switch c := s[i]; c {
		case '<', '&', '`', '*':
			return true
		case '_', ']', '!':
			if c == '_' && next == '_' || c == ']' && next == '(' || c == '!' && next == '[' {
				return true
			}
			begins = false
		case '#', '>', '-', '+':
			if begins {
				return true
			}
		case '\n':
			begins = true
		case ' ', '\t', '\r':
		default:
			if begins && (c == '1' && (next == '.' || next == ')') || c >= utf8.RuneSelf && hasSign(s[i:])) {
				return true
			}
			begins = false
		}
	}
	return false
}

// hasSign reports whether a text begins as an item of a list may.
func hasSign(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune(bulletSigns+"–—－", r)
}

// convertOnce reads a text once. Without markup the blocks are its lines and the
// kind is "".
func convertOnce(source string, shape Shape) (blocks []block, kind string) {
	text := source
	if (shape == Prose || shape == Bullets) && strings.Contains(text, "`") { // first: code may be of HTML
		if text = withoutCodeSpans(text); text != source {
			kind = "Markdown"
		}
	}
	if strings.ContainsAny(text, "<&") {
		if decoded := unescaped(text); decoded != text {
			text, kind = decoded, "HTML"
		}
		if shape != EmailLine || tag().MatchString(text) { // "Jane <jane@example.org>" has none
			if lines, ok := fromHTML(text, shape); ok {
				return lines, "HTML"
			}
		}
	}
	switch shape {
	case Prose, Bullets:
		var md bool
		if blocks, md = fromMarkdown(text, shape); md && kind == "" {
			kind = "Markdown"
		}
		return blocks, kind
	}
	if plain, md := unmarked(text); md {
		text, kind = plain, cmp.Or(kind, "Markdown")
	}
	for line := range strings.SplitSeq(text, "\n\n") {
		blocks = append(blocks, block{text: line})
	}
	return blocks, kind
}

// unmarked is a text of a field in which marks mean nothing, without them. A
// link's address stays behind its text.
func unmarked(s string) (string, bool) {
	if !strings.Contains(s, "*") && !strings.Contains(s, "](") {
		return s, false
	}
	var b strings.Builder
	found := false
	for _, span := range Spans(s) {
		b.WriteString(span.Text)
		if span.Link != "" {
			b.WriteString(" (" + span.Link + ")")
		}
		found = found || span.Bold || span.Italic || span.Link != ""
	}
	return b.String(), found
}

var entity = expression(`\\?&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});`)

// unescaped is a text without HTML's entities. One that its semicolon does not
// end is text: "AT&T", "R&D".
func unescaped(s string) string {
	for strings.Contains(s, "&amp;amp;") { // escaped many times over
		s = strings.ReplaceAll(s, "&amp;amp;", "&amp;")
	}
	return entity().ReplaceAllStringFunc(s, func(e string) string {
		if e[0] == '\\' {
			return e // meant as itself
		}
		text := html.UnescapeString(e)
		switch {
		case utf8.RuneCountInString(text) > 2: // only its beginning is an entity: "&notit;"
			return e
		case strings.TrimSpace(text) == "" && text != "\n" || text == "\u200a" || text == "\u2009":
			return " "
		}
		return clean(text)
	})
}

// What HTML's elements are to a resume's text.
var (
	bold   = elements("b strong")
	italic = elements("i em cite dfn var")
	// blocks begin and end a paragraph
	paragraph = elements("p div section article header footer main nav aside address blockquote pre center dl dd dt ul ol li figure figcaption " +
		"h1 h2 h3 h4 h5 h6 table tr thead tbody tfoot caption form fieldset html body head title details summary")
	headings = elements("h1 h2 h3 h4 h5 h6")
	lists    = elements("ul ol menu dir")
	// their text is not for readers
	dropped = elements("script style noscript template iframe object svg math canvas")
	void    = elements("br hr img wbr input meta link area col embed")
	inlines = elements("a span font u s strike del ins small big sub sup mark code kbd samp tt abbr acronym label q time td th button nobr bdi bdo data picture video audio")
	// may stay without an end; so these count as HTML without one too
	loneOpen = elements("b strong i em a span div p li ul ol br hr h1 h2 h3 h4 h5 h6 u td tr th dt dd font img blockquote")
)

func elements(names string) map[string]bool {
	all := map[string]bool{}
	for _, n := range strings.Fields(names) {
		all[n] = true
	}
	return all
}

func isElement(name string) bool {
	return bold[name] || italic[name] || paragraph[name] || lists[name] || dropped[name] || void[name] || inlines[name]
}

// htmlReader makes blocks of HTML.
type htmlReader struct {
	shape                     Shape
	counts                    map[string]int // end tags still to come, by name
	blocks                    []block
	runs                      []run  // of the block being read
	style                     run    // of the text to come
	bullet                    bool   // the block being read is a list's item
	loose                     bool   // a line break comes before it
	pre                       bool   // line breaks in the source count
	skip                      string // the element whose text is passed over
	literal                   bool   // a backslash before it makes the next tag text
	bolds, italics, listDepth int
	found                     bool
}

// run is text in one style.
type run struct {
	text         string
	bold, italic bool
	link         string
	pieces       []string // of the text, while it is gathered
}

// fromHTML reads a text with tags, and reports false for one without any.
func fromHTML(text string, shape Shape) ([]block, bool) {
	if !strings.Contains(text, "<") {
		return nil, false
	}
	r := &htmlReader{shape: shape, counts: endTags(text)}
	r.pre = !hasBlockTags(text) // lines of a text with a few tags are its own
	r.read(text)
	if !r.found {
		return nil, false
	}
	r.endBlock()
	return r.blocks, true
}

var endTag = expression(`</([A-Za-z][A-Za-z0-9]*)\s*>`)

// endTags counts the end tags of a text.
func endTags(text string) map[string]int {
	counts := map[string]int{}
	for _, m := range endTag().FindAllStringSubmatch(text, -1) {
		counts[strings.ToLower(m[1])]++
	}
	return counts
}

var tag = expression(`</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>`)

var blockTag = expression(`(?i)<(?:p|div|ul|ol|li|br|h[1-6]|table)(?:\s[^<>]*)?/?>`)

func hasBlockTags(text string) bool { return blockTag().MatchString(text) }

func (r *htmlReader) read(text string) {
	z := xhtml.NewTokenizer(bytes.NewReader([]byte(text)))
	for {
		kind := z.Next()
		raw := string(z.Raw())
		switch kind {
		case xhtml.ErrorToken:
			r.text(raw) // a tag that does not end
			return
		case xhtml.TextToken:
			r.text(raw)
			r.literal = strings.HasSuffix(raw, `\`)
			continue
		case xhtml.CommentToken, xhtml.DoctypeToken:
			r.comment(raw)
		default:
			r.tag(z, kind, raw)
		}
		r.literal = false
	}
}

// comment passes over comments and takes for text what only begins like one.
func (r *htmlReader) comment(raw string) {
	lower := strings.ToLower(raw)
	if strings.HasPrefix(raw, "<!--") && strings.HasSuffix(raw, "-->") || strings.HasPrefix(lower, "<!doctype") || strings.HasPrefix(raw, "<![CDATA[") || strings.HasPrefix(raw, "<?xml") {
		r.found = true
		return
	}
	r.text(raw)
}

func (r *htmlReader) tag(z *xhtml.Tokenizer, kind xhtml.TokenType, raw string) {
	nameBytes, more := z.TagName()
	name := string(nameBytes)
	end := kind == xhtml.EndTagToken
	attributes, plausible := readAttributes(z, more)
	switch {
	case r.literal, !isElement(name), !plausible, end && r.counts[name] == 0,
		!end && !loneOpen[name] && !void[name] && r.counts[name] == 0: // such as "<table> layouts"
		if address, ok := autoLink(raw); ok && !r.literal {
			r.found = true
			raw = address
		}
		r.text(raw)
		return
	}
	r.found = true
	if end {
		r.counts[name]--
	}
	switch {
	case r.skip != "":
		if end && name == r.skip {
			r.skip = ""
		}
	case end:
		r.close(name)
	default:
		r.open(name, attributes, kind == xhtml.SelfClosingTagToken)
	}
}

// readAttributes reads a tag's first attributes, and reports whether they look
// like such: in "a <b and c> d" they do not.
func readAttributes(z *xhtml.Tokenizer, more bool) (attributes map[string]string, plausible bool) {
	const most = 32
	valued, bare := false, false
	attributes = map[string]string{}
	for n := 0; more && n < most; n++ {
		var name, value []byte
		name, value, more = z.TagAttr()
		attributes[string(name)] = string(value)
		valued = valued || len(value) > 0
		bare = bare || len(value) == 0
	}
	return attributes, valued || !bare
}

// autoLink is the address that stands in angle brackets.
func autoLink(raw string) (string, bool) {
	address := strings.TrimSuffix(strings.TrimPrefix(raw, "<"), ">")
	lower := strings.ToLower(address)
	ok := strings.HasPrefix(lower, "http://") || strings.HasPrefix(lower, "https://") || strings.HasPrefix(lower, "mailto:") || IsEmail(address)
	return address, ok && len(address) == len(raw)-2 && !strings.ContainsAny(address, "<>\"' \t\n")
}

func (r *htmlReader) open(name string, attributes map[string]string, selfClosing bool) {
	switch {
	case dropped[name]:
		if !selfClosing {
			r.skip = name
		}
	case name == "br":
		again := r.loose && len(r.runs) == 0 // an empty line parts paragraphs
		r.endBlock()
		r.loose = !again
	case name == "hr":
		r.endBlock()
	case name == "img":
		r.text(attributes["alt"])
	case name == "td" || name == "th":
		if len(r.runs) > 0 {
			r.add(" ")
		}
	case name == "li":
		r.endBlock()
		r.bullet = true
	case paragraph[name]:
		if !r.itemBegins() {
			r.endBlock()
		}
		if lists[name] {
			r.listDepth++
		}
		if headings[name] {
			r.bolds++
		}
		r.pre = r.pre || name == "pre"
	case bold[name]:
		r.bolds++
	case italic[name]:
		r.italics++
	case name == "a":
		r.style.link = webTarget(attributes["href"])
	}
}

// itemBegins reports whether a list's item has just been begun, so that the
// paragraph inside it is the item.
func (r *htmlReader) itemBegins() bool { return r.bullet && len(r.runs) == 0 }

func (r *htmlReader) close(name string) {
	switch {
	case lists[name]:
		r.endBlock()
		r.listDepth = max(0, r.listDepth-1)
	case headings[name]:
		r.endBlock()
		r.bolds = max(0, r.bolds-1)
	case name == "pre":
		r.endBlock()
		r.pre = false
	case paragraph[name]:
		r.endBlock()
	case bold[name]:
		r.bolds = max(0, r.bolds-1)
	case italic[name]:
		r.italics = max(0, r.italics-1)
	case name == "a":
		r.style.link = ""
	}
}

// webTarget is an address that a text may lead to, "" for any other.
func webTarget(href string) string {
	href = strings.TrimSpace(href)
	link, ok := Link(href)
	scheme, _, _ := strings.Cut(strings.ToLower(link), ":")
	if !ok || scheme != "http" && scheme != "https" && scheme != "mailto" {
		return ""
	}
	return targetEscaper.Replace(link)
}

// An address behind a text has no characters that mean something in a text.
var (
	targetEscaper   = strings.NewReplacer(" ", "%20", "(", "%28", ")", "%29", "\t", "", "\n", "", "*", "%2A", "\\", "%5C", "[", "%5B", "]", "%5D")
	targetUnescaper = strings.NewReplacer("%20", " ", "%28", "(", "%29", ")", "%2A", "*", "%5C", "\\", "%5B", "[", "%5D", "]")
)

// text adds text of the source.
func (r *htmlReader) text(s string) {
	if r.skip != "" || s == "" {
		return
	}
	if !r.pre {
		r.add(s)
		return
	}
	for i, line := range strings.Split(s, "\n") {
		if i > 0 {
			r.endBlock()
			r.loose = true
		}
		r.add(line)
	}
}

// add adds text of one line in the style of now.
func (r *htmlReader) add(s string) {
	text := strings.Join(strings.FieldsFunc(s, isBreak), " ")
	if strings.TrimSpace(text) == "" {
		text = ""
	}
	if first, _ := utf8.DecodeRuneInString(s); unicode.IsSpace(first) && len(r.runs) > 0 {
		text = " " + strings.TrimLeft(text, " ")
	}
	if last, _ := utf8.DecodeLastRuneInString(s); unicode.IsSpace(last) && strings.TrimSpace(text) != "" {
		text = strings.TrimRight(text, " ") + " "
	}
	if text == "" {
		return
	}
	n := len(r.runs)
	if n > 0 && strings.HasSuffix(r.runs[n-1].pieces[len(r.runs[n-1].pieces)-1], " ") {
		text = strings.TrimLeft(text, " ")
	}
	next := run{bold: r.bolds > 0, italic: r.italics > 0, link: r.style.link, pieces: []string{text}}
	switch {
	case text == "":
	case n > 0 && r.runs[n-1].bold == next.bold && r.runs[n-1].italic == next.italic && r.runs[n-1].link == next.link:
		r.runs[n-1].pieces = append(r.runs[n-1].pieces, text)
	default:
		r.runs = append(r.runs, next)
	}
}

func isBreak(r rune) bool { return r == '\n' || r == '\r' || r == '\t' || r == ' ' }

func (r *htmlReader) endBlock() {
	for i := range r.runs {
		r.runs[i].text = strings.Join(r.runs[i].pieces, "")
	}
	text := strings.TrimSpace(marked(r.runs, r.shape))
	if text != "" {
		rest, signed := text, false
		if r.loose || r.bullet {
			rest, signed = unbulleted(text)
		}
		if rest != "" {
			r.blocks = append(r.blocks, block{rest, r.bullet || signed, r.loose})
		}
	}
	r.runs, r.loose = nil, false
	r.bullet = false
}

// marked writes runs with inline marks. Where these would not be read as they are
// meant, the text goes without.
func marked(runs []run, shape Shape) string {
	var plain, rich, want strings.Builder
	for _, s := range runs {
		plain.WriteString(s.withAddress())
		rich.WriteString(s.marked())
		want.WriteString(Plain(s.text))
	}
	if shape != Prose && shape != Bullets {
		return plain.String()
	}
	if Plain(rich.String()) != want.String() {
		return plain.String()
	}
	return rich.String()
}

// withAddress is the run's text without marks, its link's address behind it.
func (s run) withAddress() string {
	address := strings.TrimPrefix(s.link, "mailto:")
	if text := strings.TrimSpace(s.text); s.link == "" || strings.Contains(address, text) || strings.Contains(targetUnescaper.Replace(address), text) {
		return s.text
	}
	return strings.TrimSpace(s.text) + " (" + address + ")" + s.text[len(strings.TrimRight(s.text, " ")):]
}

func (s run) marked() string {
	inner := strings.TrimSpace(s.text)
	switch {
	case inner == "" || !s.bold && !s.italic && s.link == "":
		return s.text
	case strings.ContainsAny(inner, `*[]\`):
		return s.withAddress()
	}
	lead := s.text[:strings.Index(s.text, inner)]
	tail := s.text[len(lead)+len(inner):]
	mark := ""
	if s.bold {
		mark = "**"
	}
	if s.italic {
		mark += "*"
	}
	inner = mark + inner + mark
	if s.link != "" {
		inner = "[" + inner + "](" + s.link + ")"
	}
	return lead + inner + tail
}

var (
	heading  = expression(`^#{1,6}[ \t]+(.*?)[ \t]*#*$`)
	quoted   = expression(`^(?:>[ \t]?)+`)
	ruler    = expression(`^(?:-[ \t]*){3,}$|^(?:\*[ \t]*){3,}$|^(?:_[ \t]*){3,}$`)
	codeSpan = expression("(`+)([^`\n]+)(`+)")
	image    = expression(`!\[([^\[\]]*)\]\(([^()\s]+)\)`)
	under    = expression(`(^|[\s(])__(\S(?:[^_\n]*\S)?)__($|[\s.,;:!?)])`)
)

// fromMarkdown reads the blocks of Markdown: headings, quotes, lists, rules and
// code. It reports false where there is nothing of it.
func fromMarkdown(text string, shape Shape) (blocks []block, found bool) {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	code, apart := false, false
	items := numbered(lines)
	for i, line := range lines {
		line = strings.TrimSpace(line)
		if len(items) > 0 && items[0] == i {
			line, items, found = BulletMark+itemNumber().ReplaceAllString(line, ""), items[1:], true
		}
		if strings.HasPrefix(line, "```") || strings.HasPrefix(line, "~~~") {
			code, found = !code, true
			if word := strings.Trim(line, "`~ "); strings.Contains(line[3:], "```") && word != "" {
				code = false
				blocks = append(blocks, block{text: escaped(word), loose: i > 0})
			}
			continue
		}
		if line == "" {
			apart = true
			continue
		}
		b := block{text: line, loose: i > 0 && !apart}
		apart = false
		if code {
			b.text = escaped(line)
		} else if b.markdown(len(lines) > 1, shape) {
			found = true
		}
		if b.text != "" {
			blocks = append(blocks, b)
		}
	}
	return blocks, found
}

// markdown takes the marks of a block and of its inside out of its text.
func (b *block) markdown(several bool, shape Shape) (found bool) {
	line := b.text
	if ruler().MatchString(line) {
		b.text = ""
		return true
	}
	if q := quoted().FindString(line); q != "" && startsSentence(line[len(q):]) {
		line, found = strings.TrimSpace(line[len(q):]), true
	}
	if m := heading().FindStringSubmatch(line); m != nil && (several || strings.HasPrefix(line, "##") || startsUpper(m[1])) {
		line, found = strings.TrimSpace(m[1]), true
		if line != "" && !strings.ContainsAny(line, "*[") {
			line = "**" + line + "**"
		}
	}
	rest, signed := unbulleted(line)
	if signed && rest != "" {
		b.bullet = true
		found = found || shape != Prose || !strings.HasPrefix(line, BulletMark)
		line = rest
	}
	inner := inlineMarkdown(line)
	b.text = inner
	return found || inner != line
}

// startsSentence reports whether a quote may follow: "> 90 % of all" is none.
func startsSentence(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimSpace(s))
	return unicode.IsLetter(r) || r == '*' || r == '[' || r == '"' || r == '“' || r == '-' || r == '#'
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return !unicode.IsLower(r) && unicode.IsLetter(r)
}

// inlineMarkdown reads what of Markdown's inline marks [Spans] does not: pictures
// and bold type by underscores.
func inlineMarkdown(s string) string {
	if strings.Contains(s, "![") {
		s = image().ReplaceAllString(s, "[$1]($2)")
	}
	if strings.Contains(s, "__") {
		s = under().ReplaceAllStringFunc(s, func(span string) string {
			m := under().FindStringSubmatch(span)
			if !strings.ContainsRune(m[2], ' ') && !startsUpper(m[2]) {
				return span // __init__
			}
			return m[1] + "**" + m[2] + "**" + m[3]
		})
	}
	return s
}

// withoutCodeSpans is a text whose code stands without its quotes.
func withoutCodeSpans(s string) string {
	return codeSpan().ReplaceAllStringFunc(s, func(span string) string {
		m := codeSpan().FindStringSubmatch(span)
		if m[1] != m[3] {
			return span
		}
		return escaped(strings.TrimSpace(m[2]))
	})
}

// escaped is a text of code, of which no character is a mark.
func escaped(s string) string {
	if !strings.ContainsAny(s, `*[]\<&`) {
		return s
	}
	return codeEscaper.Replace(s)
}

var codeEscaper = strings.NewReplacer(`\`, `\\`, `*`, `\*`, `[`, `\[`, `]`, `\]`, `<`, `\<`, `&`, `\&`)
