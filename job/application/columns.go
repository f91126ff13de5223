package application

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"resumax/assets"
	"resumax/assets/tomlfile"
)

// vocabulary is assets/applications/columns.toml, by what is written.
type vocabulary struct {
	columns, status, outcome map[string]string // normalized, to the name in the file
	legal                    map[string]bool
}

var words = sync.OnceValue(func() *vocabulary {
	var file struct {
		Columns, Status, Outcome map[string][]string
		Legal                    struct{ Forms []string }
	}
	tomlfile.Embedded(assets.Applications, "applications/columns.toml", &file)
	v := &vocabulary{byWord(file.Columns), byWord(file.Status), byWord(file.Outcome), map[string]bool{}}
	for _, f := range file.Legal.Forms {
		v.legal[f] = true
	}
	return v
})

func byWord(file map[string][]string) map[string]string {
	all := map[string]string{}
	for name, list := range file {
		for _, w := range list {
			all[normal(w)] = name
		}
	}
	return all
}

// normal is a text by its words, in small letters, without what stands in brackets.
func normal(s string) string {
	if i := strings.IndexAny(s, "(["); i > 0 {
		if end := strings.IndexAny(s[i:], ")]"); end > 0 {
			s = s[:i] + " " + s[i+end+1:]
		}
	}
	return strings.Join(wordsIn(s), " ")
}

// wordsIn are the words of a text in small letters.
func wordsIn(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) })
}

// What is looked at of names and phrases, at most.
const (
	maxName   = 120 // bytes of the name of a column or of a status; what is longer is none
	maxPhrase = 6   // words of an entry in the vocabulary
)

// columnsOf says what the columns of a header hold, "" for one that is not known, and how
// many are known by their whole name. Each field has one column at most: the first whose whole
// name it is, else the first that ends with it ("Recruiter phone"), else that begins with it.
func columnsOf(header []string) (fields []string, whole int) {
	fields = make([]string, len(header))
	names := make([]string, len(header))
	taken := map[string]bool{}
	for i, h := range header {
		if names[i] = ""; len(h) <= maxName {
			names[i] = normal(h)
		}
		if f := words().columns[names[i]]; f != "" && !taken[f] {
			fields[i], taken[f] = f, true
			whole++
		}
	}
	for _, part := range []func(words []string, n int) []string{
		func(w []string, n int) []string { return w[len(w)-n:] },
		func(w []string, n int) []string { return w[:n] },
	} {
		for i, name := range names {
			parts := strings.Fields(name)
			for n := min(len(parts)-1, maxPhrase); n > 0 && fields[i] == ""; n-- {
				if f := words().columns[strings.Join(part(parts, n), " ")]; f != "" && f != "id" && !taken[f] {
					fields[i], taken[f] = f, true
				}
			}
		}
	}
	return fields, whole
}

// isHeader reports whether a row names columns of applications.
func isHeader(row []string) bool {
	fields, whole := columnsOf(row)
	return whole > 1 && (slices.Contains(fields, "employer") || slices.Contains(fields, "title") || slices.Contains(fields, "link"))
}

// statusOf is what a cell says of the status, false where it says none that is known.
func statusOf(text string) (Status, Outcome, bool) {
	if len(text) > maxName {
		return "", "", false
	}
	name := normal(text)
	if s := words().status[name]; s != "" {
		return Status(s), "", true
	}
	if o := words().outcome[name]; o != "" {
		return Closed, Outcome(o), true
	}
	// More words, such as "Rejected after interview": an end outweighs what was before it.
	parts := strings.Fields(name)
	find := func(table map[string]string) string {
		for n := min(len(parts)-1, maxPhrase); n > 0; n-- {
			for i := 0; i+n <= len(parts); i++ {
				if len(parts[i]) > 2 || n > 1 { // no "no" within other words
					if s := table[strings.Join(parts[i:i+n], " ")]; s != "" {
						return s
					}
				}
			}
		}
		return ""
	}
	if o := find(words().outcome); o != "" {
		return Closed, Outcome(o), true
	}
	if s := find(words().status); s != "" {
		return Status(s), "", true
	}
	return "", "", false
}

// sameName is what tells names of employers or jobs apart: their letters and digits, without
// a company's legal form.
func sameName(s string) string {
	parts := wordsIn(s)
	for len(parts) > 1 && words().legal[parts[len(parts)-1]] {
		parts = parts[:len(parts)-1]
	}
	return strings.Join(parts, "")
}
