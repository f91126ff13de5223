package rtf

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"

	"resumax/exchange/office"
	"resumax/exchange/structure"
	"resumax/exchange/taking"
)

// destination is where the text of a group goes.
type destination uint8

const (
	body destination = iota
	nowhere
	fonts
	sheet  // the list of styles
	marker // the mark of a point
	code   // of a field
	aside  // a text box
	margin // a header or footer
	note   // at the foot of a page
)

// state is what holds until the group ends.
type state struct {
	dest   destination
	look   look
	para   para
	skip   int // characters that stand for one of Unicode in old programs
	font   int
	newest bool // the group has just begun
	star   bool // it is of a kind that may be passed over
}

type look struct {
	bold, italic, caps, hidden, deleted bool
	size                                float64 // points
}

type para struct {
	style         int
	level         int // as RTF counts, from 0; -1 for text
	list          bool
	table         bool
	before, after float64
	contextual    bool
}

// style is one of the list of styles.
type style struct {
	name string
	look look
	para para
}

// parser reads RTF.
type parser struct {
	ctx  context.Context
	data []byte
	at   int

	state
	groups []state
	page   encoding.Encoding // of text without a font of its own
	pages  map[int]encoding.Encoding
	styles map[int]style
	link   map[int]string // of fields, by the depth of their groups

	bytes   []byte // of text in a code page, not decoded yet
	high    rune   // the first half of a character in two
	skipped int    // characters still to be passed over
	name    strings.Builder
	fontNow int
	styleNo int

	out    flow
	aside  flow
	margin flow
	note   strings.Builder
	left   []taking.Left
}

// flow is blocks in the making.
type flow struct {
	blocks  []office.Block
	now     *office.Para
	caps    bool
	shown   bool
	fresh   bool
	cell    []office.Block
	row     []office.Cell
	inTable bool
}

func newParser(ctx context.Context, data []byte) *parser {
	p := &parser{ctx: ctx, data: data, pages: map[int]encoding.Encoding{}, styles: map[int]style{}, link: map[int]string{}, page: pageOf(1252)}
	p.state = plainState()
	return p
}

func plainState() state {
	s := state{skip: 1, font: -1}
	s.look.size = 12
	s.para.level = -1
	return s
}

// Bounds on groups.
const maxDepth = 500

func (p *parser) parse() error {
	for n := 0; p.at < len(p.data); n++ {
		if n&0xffff == 0 && p.ctx.Err() != nil {
			return p.ctx.Err()
		}
		c := p.data[p.at]
		switch c {
		case '{':
			p.flush()
			if len(p.groups) >= maxDepth {
				return errors.New("its groups are nested too deeply")
			}
			p.groups = append(p.groups, p.state)
			p.newest, p.star = true, false
			p.skipped = 0
			p.at++
			continue
		case '}':
			p.flush()
			p.at++
			p.end()
			continue
		case '\\':
			p.control()
			continue
		case '\r', '\n', 0:
			p.at++
			continue
		}
		p.newest = false
		p.at++
		p.char(c)
	}
	p.flush()
	p.out.end(p)
	return nil
}

// end ends a group.
func (p *parser) end() {
	if len(p.groups) == 0 {
		return
	}
	before := p.state
	p.state = p.groups[len(p.groups)-1]
	p.groups = p.groups[:len(p.groups)-1]
	p.skipped = 0
	switch before.dest {
	case code:
		if p.dest != code {
			p.link[len(p.groups)] = office.HyperlinkField(p.name.String())
			p.name.Reset()
		}
	case sheet:
		if p.dest == sheet && p.styleNo >= 0 {
			name, _, _ := strings.Cut(p.name.String(), ";")
			p.styles[p.styleNo] = style{strings.ToLower(strings.TrimSpace(name)), before.look, before.para}
			p.name.Reset()
		}
	case aside:
		if p.dest != aside {
			p.aside.end(p)
			p.aside.fresh = true
		}
	case margin:
		if p.dest != margin {
			p.margin.end(p)
		}
	case note:
		if p.dest != note {
			if text := strings.TrimSpace(p.note.String()); text != "" {
				p.left = append(p.left, taking.Left{Text: text})
			}
			p.note.Reset()
		}
	case fonts:
		p.name.Reset()
	}
	delete(p.link, len(p.groups)+1)
}

// control reads a word or sign of control.
func (p *parser) control() {
	p.at++
	if p.at >= len(p.data) {
		return
	}
	c := p.data[p.at]
	if c < 'a' || c > 'z' {
		if c < 'A' || c > 'Z' {
			p.at++
			p.sign(c)
			return
		}
	}
	from := p.at
	for p.at < len(p.data) && (p.data[p.at] >= 'a' && p.data[p.at] <= 'z' || p.data[p.at] >= 'A' && p.data[p.at] <= 'Z') && p.at-from < 40 {
		p.at++
	}
	word := string(p.data[from:p.at])
	from = p.at
	if p.at < len(p.data) && p.data[p.at] == '-' {
		p.at++
	}
	for p.at < len(p.data) && p.data[p.at] >= '0' && p.data[p.at] <= '9' && p.at-from < 12 {
		p.at++
	}
	number, err := strconv.Atoi(string(p.data[from:p.at]))
	has := err == nil
	if !has {
		p.at = from
	}
	if p.at < len(p.data) && p.data[p.at] == ' ' {
		p.at++
	}
	if word == "bin" && has && number > 0 {
		p.at = min(len(p.data), p.at+number)
		return
	}
	newest := p.newest
	p.newest = newest && p.star && word == ""
	if word != "u" && !(p.skipped > 0) {
		p.flush()
	}
	p.word(word, number, has, newest)
}

// sign does what a sign of control says.
func (p *parser) sign(c byte) {
	switch c {
	case '\'':
		p.newest = false
		if p.at+2 <= len(p.data) {
			v, err := strconv.ParseUint(string(p.data[p.at:p.at+2]), 16, 8)
			p.at += 2
			if err == nil {
				p.char(byte(v))
			}
		}
		return
	case '*':
		p.star = true
		return
	}
	p.newest = false
	if p.skipped > 0 {
		p.skipped--
		return
	}
	p.flush()
	switch c {
	case '\\', '{', '}':
		p.text(string(rune(c)))
	case '~':
		p.text("\u00a0")
	case '_':
		p.text("-")
	case '\r', '\n':
		p.paragraph()
	case '\t':
		p.text("\t")
	}
}

// char reads a byte of text.
func (p *parser) char(c byte) {
	if p.skipped > 0 {
		p.skipped--
		return
	}
	if p.dest == nowhere || p.dest == marker {
		return
	}
	const most = 1 << 16
	if p.bytes = append(p.bytes, c); len(p.bytes) > most {
		p.flush()
	}
}

// flush decodes the bytes that were read.
func (p *parser) flush() {
	if len(p.bytes) == 0 {
		return
	}
	raw := p.bytes
	p.bytes = nil
	plain := true
	for _, c := range raw {
		plain = plain && c < 0x80
	}
	if plain {
		p.text(string(raw))
		return
	}
	page := p.pages[p.font]
	if page == nil {
		page = p.page
	}
	if page == nil { // UTF-8
		p.text(strings.ToValidUTF8(string(raw), "\ufffd"))
		return
	}
	text, err := page.NewDecoder().Bytes(raw)
	if err != nil {
		text = raw
	}
	p.text(strings.ToValidUTF8(string(text), "\ufffd"))
}

// unicode reads a character by its number.
func (p *parser) unicode(number int) {
	if number < 0 {
		number += 1 << 16
	}
	p.skipped = p.skip
	c := rune(number)
	if utf16.IsSurrogate(c) {
		if p.high != 0 {
			c = utf16.DecodeRune(p.high, c)
			p.high = 0
			p.text(string(c))
			return
		}
		p.high = c
		return
	}
	p.high = 0
	if utf8.ValidRune(c) {
		p.text(string(c))
	}
}

// text puts text where the group has it.
func (p *parser) text(text string) {
	if text == "" {
		return
	}
	switch p.dest {
	case fonts, sheet, code:
		const most = 4000
		if p.name.Len() < most {
			p.name.WriteString(text)
		}
	case note:
		p.note.WriteString(text)
	case body:
		p.out.text(p, text)
	case aside:
		p.aside.text(p, text)
	case margin:
		p.margin.text(p, text)
	}
}

// text appends text to the paragraph.
func (f *flow) text(p *parser, text string) {
	if p.look.hidden || p.look.deleted {
		return
	}
	if f.now == nil {
		f.now, f.caps, f.shown = &office.Para{}, true, false
	}
	if strings.TrimSpace(text) != "" {
		f.shown = true
		f.caps = f.caps && p.look.caps
	}
	run := office.Run{Run: structure.Run{Text: text, Bold: p.look.bold, Italic: p.look.italic, Size: p.look.size, Link: p.target()}}
	if n := len(f.now.Runs) - 1; n >= 0 && f.now.Runs[n].Same(run) {
		f.now.Runs[n].Text += text
		return
	}
	f.now.Runs = append(f.now.Runs, run)
}

// target is where text leads: what the field around it says.
func (p *parser) target() string {
	for depth := len(p.groups); depth > 0; depth-- {
		if to := p.link[depth]; to != "" {
			return to
		}
	}
	return ""
}

// paragraph ends a paragraph.
func (p *parser) paragraph() {
	switch p.dest {
	case body:
		p.out.paragraph(p, p.para.table)
	case aside:
		p.aside.paragraph(p, p.para.table)
	case margin:
		p.margin.paragraph(p, false)
	case note:
		p.note.WriteByte(' ')
	}
}

func (p *parser) flow() *flow {
	switch p.dest {
	case aside:
		return &p.aside
	case margin:
		return &p.margin
	}
	return &p.out
}

// paragraph ends the paragraph, in a cell or outside of tables.
func (f *flow) paragraph(p *parser, table bool) {
	now := f.now
	if now == nil {
		now = &office.Para{}
	}
	f.now = nil
	st := p.styles[p.para.style]
	now.Style = st.name
	now.Before, now.After, now.Contextual = p.para.before, p.para.after, p.para.contextual
	now.Level = levelOf(st.name, p.para.level)
	now.Item = p.para.list && now.Level == 0
	if now.Level == 0 && !now.Item && f.shown && f.caps && shortLine(now.Text()) {
		now.Level = capitalsLevel
	}
	now.Fresh, f.fresh = f.fresh, false
	f.shown = false
	if table {
		f.cell = append(f.cell, office.Block{Para: now})
		return
	}
	f.endTable()
	f.blocks = append(f.blocks, office.Block{Para: now})
}

// endCell ends a cell.
func (f *flow) endCell(p *parser) {
	if f.now != nil || len(f.cell) == 0 {
		f.paragraph(p, true)
	}
	f.row = append(f.row, office.Cell(f.cell))
	f.cell = nil
}

// endRow ends a row.
func (f *flow) endRow() {
	if len(f.row) == 0 {
		return
	}
	if !f.inTable {
		f.inTable = true
		f.blocks = append(f.blocks, office.Block{Table: &office.Table{}})
	}
	t := f.blocks[len(f.blocks)-1].Table
	t.Rows = append(t.Rows, f.row)
	f.row = nil
}

// endTable ends a table, and what of it is left open.
func (f *flow) endTable() {
	if len(f.cell) > 0 {
		f.row = append(f.row, office.Cell(f.cell))
		f.cell = nil
	}
	f.endRow()
	f.inTable = false
}

// end ends what is open.
func (f *flow) end(p *parser) {
	if f.now != nil {
		f.paragraph(p, p.para.table)
	}
	f.endTable()
}

// blocks are all that the file says: what stands in the margins of pages comes first.
func (p *parser) blocks() []office.Block {
	p.margin.end(p)
	p.aside.end(p)
	all := append(p.margin.blocks, p.out.blocks...)
	return append(all, p.aside.blocks...)
}

// levelOf is the level of a heading.
func levelOf(name string, level int) int {
	if name == "title" {
		return 1
	}
	if rest, ok := strings.CutPrefix(name, "heading "); ok {
		if n, err := strconv.Atoi(rest); err == nil && n > 0 && n < 10 {
			return n + 1
		}
	}
	if level >= 0 && level < 9 {
		return level + 2
	}
	return 0
}

// capitalsLevel is the level of short lines that are set in capitals.
const capitalsLevel = 9

// shortLine reports whether a text may be a heading.
func shortLine(text string) bool {
	const mostWords = 7
	return len(strings.Fields(text)) <= mostWords && !strings.ContainsAny(strings.TrimSpace(text), "\t\n0123456789@")
}
