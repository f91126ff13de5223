package linkedin

import (
	"bytes"
	"encoding/csv"
	"html"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"resumax/exchange/draft"
	"resumax/resume"
)

// rowLimit bounds how many rows of a table are read.
const rowLimit = 5000

// tables are LinkedIn's tables by columns that only they have together.
var tables = []struct{ name, columns string }{
	{"profile", "first name,last name,headline"},
	{"positions", "company name,title,started on"},
	{"volunteering", "company name,role,cause"},
	{"education", "school name,degree name"},
	{"languages", "name,proficiency"},
	{"certifications", "name,authority"},
	{"publications", "name,published on"},
	{"honors", "title,issued on"},
	{"emails", "email address,primary"},
	{"phones", "number,type"},
	{"recommendations", "first name,last name,text,status"},
	{"patents", "title,application number"},
	{"scores", "name,score"},
	{"organizations", "name,position,started on"},
	{"projects", "title,url,started on"},
}

// alone are tables of a few columns, which are told by all of them.
var alone = map[string]string{"name": "skills", "name,number": "courses"}

// table is what the columns of a file are.
type table struct {
	name    string
	columns []string // in small letters
	comma   rune
}

// tableOf tells a table by the beginning of its file, nil for none that is read.
func tableOf(head []byte) *table {
	text := decoded(head)
	first, _, _ := strings.Cut(text, "\n")
	for _, comma := range ",;\t" {
		r := csv.NewReader(strings.NewReader(first + "\n"))
		r.Comma, r.LazyQuotes, r.FieldsPerRecord = comma, true, -1
		record, err := r.Read()
		if err != nil {
			continue
		}
		t := &table{comma: comma}
		has := map[string]bool{}
		for _, c := range record {
			c = strings.ToLower(strings.TrimSpace(c))
			t.columns = append(t.columns, c)
			has[c] = true
		}
		if has["recipient"] || has["connected on"] || has["conversation id"] {
			return nil // what is about others
		}
		if t.name = alone[strings.Join(t.columns, ",")]; t.name != "" {
			return t
		}
		for _, known := range tables {
			all := true
			for c := range strings.SplitSeq(known.columns, ",") {
				all = all && has[c]
			}
			if all {
				t.name = known.name
				return t
			}
		}
	}
	return nil
}

// decoded is a file's text: UTF-8, or Windows-1252 as Excel saves it.
func decoded(data []byte) string {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	cut := data
	for n := 0; n < utf8.UTFMax && len(cut) > 0 && !utf8.Valid(cut); n++ {
		cut = cut[:len(cut)-1] // of a beginning the last character may be cut
	}
	if utf8.Valid(cut) {
		return strings.ToValidUTF8(string(data), "")
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return strings.ToValidUTF8(string(data), "�")
	}
	return string(text)
}

// row is a row of a table.
type row struct {
	table  *table
	values []string
	used   map[string]bool
}

// rowsOf are the rows below the header, and whether these are all.
func rowsOf(data []byte, t *table) (rows []row, all bool) {
	r := csv.NewReader(strings.NewReader(strings.ReplaceAll(decoded(data), "\r\n", "\n")))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = t.comma, true, -1
	for n := 0; ; n++ {
		record, err := r.Read()
		if err != nil {
			return rows, err.Error() == "EOF"
		}
		if n > rowLimit {
			return rows, false
		}
		said := strings.TrimSpace(strings.Join(record, "")) != ""
		if n > 0 && said {
			for i := range record {
				record[i] = strings.TrimSpace(html.UnescapeString(record[i]))
			}
			rows = append(rows, row{t, record, map[string]bool{}})
		}
	}
}

// get is the row's text in the first of the columns that is there.
func (v row) get(columns ...string) string {
	for _, c := range columns {
		c = strings.ToLower(c)
		for i, have := range v.table.columns {
			if have == c && i < len(v.values) {
				v.used[c] = true
				return v.values[i]
			}
		}
	}
	return ""
}

// rest keeps the columns that no field has taken.
func (v row) rest(i *draft.Item) {
	for n, text := range v.values {
		if n < len(v.table.columns) && !v.used[v.table.columns[n]] && text != "" {
			i.Keep(memberName(v.table.columns[n]), resume.Text(text))
		}
	}
}

// described puts a text of several lines into an entry.
func (v row) described(i *draft.Item, field, list, column string) {
	i.Blocks(field, list, blocks(v.get(column)))
}

// runOn is a bullet that follows a sentence in one line, as LinkedIn joins them.
var runOn = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\s+([•▪●‣◦∙])\s*`) })

// blocks are the paragraphs and bullets of a text whose line breaks may be lost.
func blocks(text string) []resume.Block {
	return resume.Blocks(runOn().ReplaceAllString(text, "\n$1 "))
}

// memberName makes a member's name of a column's: "license number" as "licenseNumber".
func memberName(column string) string {
	var b strings.Builder
	for n, word := range strings.FieldsFunc(column, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if n > 0 {
			first, size := utf8.DecodeRuneInString(word)
			word = string(unicode.ToUpper(first)) + word[size:]
		}
		b.WriteString(word)
	}
	if b.Len() == 0 {
		return "column"
	}
	return b.String()
}
