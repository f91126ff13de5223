package rtf

import "strings"

// passed are groups that hold no text of the page.
var passed = map[string]bool{"colortbl": true, "info": true, "pict": true, "themedata": true, "colorschememapping": true,
	"objclass": true, "objname": true, "objdata": true, "objalias": true, "objsect": true, // what is beside an object's result
	"datastore": true, "latentstyles": true, "listtable": true, "listoverridetable": true, "rsidtbl": true, "generator": true, "xmlnstbl": true,
	"filetbl": true, "revtbl": true, "nonshppict": true, "nonesttables": true, "bkmkstart": true, "bkmkend": true, "atnid": true, "atnauthor": true,
	"annotation": true, "xe": true, "tc": true, "footnotesep": true, "falt": true, "panose": true, "pgdsctbl": true, "docvar": true, "fldtype": true,
	"ftnsep": true, "ftnsepc": true, "aftnsep": true, "aftnsepc": true, "shpinst": false, "sp": true, "datafield": true, "formfield": true,
	"pntxta": true, "pntxtb": true, "pnseclvl": true, "wgrffmtfilter": true, "mmathPr": true, "userprops": true, "fontemb": true, "background": true}

// texts are the words that stand for characters.
var texts = map[string]string{"tab": "\t", "line": "\n", "bullet": "•", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
	"rdblquote": "”", "emspace": " ", "enspace": " ", "qmspace": " ", "lbr": "\n", "softline": "\n"}

// word does what a word of control says.
func (p *parser) word(word string, number int, has, newest bool) {
	if p.skipped > 0 && (word == "u" || texts[word] != "") {
		p.skipped--
		if word != "u" {
			return
		}
	}
	on := !has || number != 0
	if newest || p.star {
		if p.group(word) {
			p.star = false
			return
		}
	}
	p.star = false
	if text := texts[word]; text != "" {
		p.text(text)
		return
	}
	switch word {
	case "u":
		p.flush()
		p.unicode(number)
	case "uc":
		p.skip = max(0, min(number, 20))
	case "par":
		p.paragraph()
	case "sect", "page":
		if p.flow().now != nil {
			p.paragraph()
		}
	case "column":
		if p.flow().now != nil {
			p.paragraph()
		}
		p.flow().fresh = true
	case "ansi":
		p.page = pageOf(1252)
	case "mac":
		p.page = pageOf(10000)
	case "pc":
		p.page = pageOf(437)
	case "pca":
		p.page = pageOf(850)
	case "ansicpg":
		p.page = pageOf(number)
	case "f":
		p.font = number
		if p.dest == fonts {
			p.fontNow = number
		}
	case "fcharset":
		if page, ok := charsets[number]; ok && p.dest == fonts {
			p.pages[p.fontNow] = pageOf(page)
		}
	case "cpg":
		if p.dest == fonts {
			p.pages[p.fontNow] = pageOf(number)
		}
	case "plain":
		size := p.look
		p.look = look{size: 12, deleted: size.deleted}
		if st, ok := p.styles[p.para.style]; ok && p.dest != sheet {
			deleted := p.look.deleted
			p.look = st.look
			p.look.deleted = deleted
		}
	case "b":
		p.look.bold = on
	case "i":
		p.look.italic = on
	case "caps", "scaps":
		p.look.caps = on
	case "v":
		p.look.hidden = on
	case "deleted":
		p.look.deleted = on
	case "fs":
		if number > 0 && number < 1000 {
			p.look.size = float64(number) / 2
		}
	default:
		p.paraWord(word, number, on)
	}
}

// paraWord does what a word says of a paragraph or a table.
func (p *parser) paraWord(word string, number int, on bool) {
	switch word {
	case "pard":
		p.para = para{level: -1}
	case "s":
		p.para.style = number
		if p.dest == sheet {
			p.styleNo = number
			return
		}
		if st, ok := p.styles[number]; ok {
			table := p.para.table
			p.look, p.para = st.look, st.para
			p.para.style, p.para.table = number, table
		}
	case "cs", "ds", "ts":
		if p.dest == sheet {
			p.styleNo = -1
		}
	case "outlinelevel":
		p.para.level = number
	case "ls", "pnlvlblt", "pnlvlbody":
		p.para.list = on
	case "sb":
		p.para.before = points(number)
	case "sa":
		p.para.after = points(number)
	case "contextualspace":
		p.para.contextual = on
	case "intbl":
		p.para.table = true
	case "trowd":
		p.para.table = true
	case "cell", "nestcell":
		p.flow().endCell(p)
	case "row":
		p.flow().endRow()
	case "nestrow":
		p.flow().endRow()
	}
}

func points(twips int) float64 { return float64(max(0, min(twips, 4000))) / 20 }

// group sets where the text of a group goes, by the word that it begins with.
func (p *parser) group(word string) bool {
	if p.dest == nowhere {
		return true
	}
	switch word {
	case "fonttbl":
		p.dest = fonts
	case "stylesheet":
		p.dest = sheet
		p.styleNo = 0
	case "listtext", "pntext":
		p.dest = marker
		p.mark()
	case "fldinst":
		p.dest = code
		p.name.Reset()
	case "fldrslt", "field", "shp", "shptxt", "shpinst", "shprslt", "do", "dptxbxtext", "pn", "upr", "ud", "shppict", "nesttableprops", "nestrow":
		switch word {
		case "shptxt", "dptxbxtext":
			p.dest = aside
			p.para, p.look = para{level: -1}, plainState().look
		case "shppict", "shprslt", "nesttableprops":
			if word == "nesttableprops" {
				p.word("nestrow", 0, false, false)
			}
			p.dest = nowhere
		case "ud": // what was said before, in Unicode
			p.dest = nowhere
		case "pn":
			p.dest = marker
			p.mark()
		}
	case "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf":
		p.dest = margin
		p.para, p.look = para{level: -1}, plainState().look
	case "footnote":
		p.dest = note
	default:
		if passed[word] || p.star && !knownStar(word) {
			p.dest = nowhere
			return true
		}
		if p.dest == sheet && !p.star {
			p.styleNo = 0
			p.look, p.para = look{size: 12}, para{level: -1}
		}
		return false
	}
	return true
}

// mark makes the paragraph whose mark is read a point, in the group around it, too.
func (p *parser) mark() {
	p.para.list = true
	if n := len(p.groups); n > 0 {
		p.groups[n-1].para.list = true
	}
}

// knownStar reports whether a word of groups that may be passed over is one that matters.
func knownStar(word string) bool { return strings.HasPrefix(word, "cs") || word == "s" || word == "ts" }
