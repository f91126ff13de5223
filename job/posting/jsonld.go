package posting

import (
	"cmp"
	stdhtml "html"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	page "resumax/exchange/html"
)

// Bounds on structured data.
const (
	maxScripts = 64
	maxDepth   = 24
	maxNodes   = 20_000
)

// structured finds a JobPosting in the JSON-LD of a page: at its root, in a list, in @graph
// or anywhere within. Of several it is the one with the longest description.
func structured(root *html.Node) map[string]any {
	var best map[string]any
	scripts := 0
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.DataAtom == atom.Script {
			if kind := strings.ToLower(page.Attribute(n, "type")); strings.HasPrefix(kind, "application/ld+json") && n.FirstChild != nil && scripts < maxScripts {
				scripts++
				best = longer(best, jobIn(n.FirstChild.Data))
			}
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	return best
}

func longer(a, b map[string]any) map[string]any {
	if a == nil || b != nil && len(str(b["description"])) > len(str(a["description"])) {
		return b
	}
	return a
}

// jobIn is the JobPosting in a text of JSON, nil for none. Text around it is a mistake that
// sites make.
func jobIn(text string) map[string]any {
	text = strings.TrimSpace(text)
	text = strings.TrimSuffix(strings.TrimPrefix(text, "<![CDATA["), "]]>")
	text = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(text), "<!--"), "-->"))
	text = strings.TrimRight(text, "; \n\t")
	var value any
	if err := json.Unmarshal([]byte(text), &value, jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true)); err != nil {
		// Raw line breaks within texts.
		if err = json.Unmarshal([]byte(escapedBreaks(text)), &value, jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true)); err != nil {
			return nil
		}
	}
	nodes := 0
	var best map[string]any
	var find func(v any, depth int)
	find = func(v any, depth int) {
		nodes++
		if depth > maxDepth || nodes > maxNodes {
			return
		}
		switch v := v.(type) {
		case []any:
			for _, e := range v {
				find(e, depth+1)
			}
		case map[string]any:
			if isJob(v["@type"]) || isJob(v["type"]) {
				best = longer(best, v)
				return
			}
			for _, name := range []string{"@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "about", "hasPart", "@list", "@set"} {
				if e, ok := v[name]; ok {
					find(e, depth+1)
				}
			}
		}
	}
	find(value, 0)
	return best
}

// escapedBreaks escapes control characters within the texts of JSON.
func escapedBreaks(text string) string {
	var b strings.Builder
	in, escaped := false, false
	for i := range len(text) {
		c := text[i]
		switch {
		case in && c < ' ':
			b.WriteString(`\u00`)
			b.WriteString(strconv.FormatInt(int64(c)+0x100, 16)[1:])
			continue
		case escaped:
			escaped = false
		case c == '\\':
			escaped = in
		case c == '"':
			in = !in
		}
		b.WriteByte(c)
	}
	return b.String()
}

func isJob(v any) bool {
	switch v := v.(type) {
	case string:
		v = v[strings.LastIndexAny(v, "/:#")+1:]
		return strings.EqualFold(v, "JobPosting")
	case []any:
		for _, e := range v {
			if s, ok := e.(string); ok && isJob(s) {
				return true
			}
		}
	}
	return false
}

// str is a value as text: a text, a number, the first of a list, the name or value of an object.
func str(v any) string { return strAt(v, 0) }

func strAt(v any, depth int) string {
	if depth > 4 {
		return ""
	}
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(v)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case []any:
		for _, e := range v {
			if s := strAt(e, depth+1); s != "" {
				return s
			}
		}
	case map[string]any:
		for _, name := range []string{"name", "@value", "value", "legalName"} {
			if s := strAt(v[name], depth+1); s != "" {
				return s
			}
		}
	}
	return ""
}

// object is a value's object: itself, or the first in a list.
func object(v any) map[string]any {
	switch v := v.(type) {
	case map[string]any:
		return v
	case []any:
		for _, e := range v {
			if m, ok := e.(map[string]any); ok {
				return m
			}
		}
	}
	return nil
}

// list is a value's elements, or itself.
func list(v any) []any {
	switch v := v.(type) {
	case nil:
		return nil
	case []any:
		return v[:min(len(v), 20)]
	}
	return []any{v}
}

// factsOf are the facts that a JobPosting says. Every field may be of any type.
func factsOf(job map[string]any) (f facts) {
	f.title = plainText(str(job["title"]))
	f.company = plainText(cmp.Or(str(job["hiringOrganization"]), str(job["employer"])))
	if strings.HasPrefix(f.company, "http") {
		f.company = ""
	}
	f.location = plainText(places(job["jobLocation"]))
	var types []string
	for _, e := range list(job["employmentType"]) {
		for _, part := range strings.FieldsFunc(str(e), func(r rune) bool { return r == ',' || r == ';' || r == '|' }) {
			types = append(types, strings.TrimSpace(part))
		}
	}
	f.types = strings.Join(types, ", ")
	if strings.EqualFold(str(job["jobLocationType"]), "TELECOMMUTE") {
		f.remote = Remote
	}
	f.salary = pay(job["baseSalary"])
	if f.salary == "" {
		f.salary = pay(job["estimatedSalary"])
	}
	f.posted, f.closes = day(str(job["datePosted"])), day(str(job["validThrough"]))
	f.url = str(job["url"])
	if e := object(job["experienceRequirements"]); e != nil {
		if n, err := strconv.ParseFloat(str(e["monthsOfExperience"]), 64); err == nil && n > 0 && n < 600 {
			f.years = int(n+6) / 12
		}
	}
	if e := object(job["educationRequirements"]); e != nil {
		f.degree = credential(str(e["credentialCategory"]))
	}
	return f
}

// credential is a degree by Google's names for them.
func credential(name string) string {
	switch strings.ToLower(name) {
	case "high school":
		return "high school"
	case "associate degree":
		return "associate"
	case "bachelor degree":
		return "bachelor"
	case "professional certificate":
		return "vocational"
	case "postgraduate degree":
		return "master"
	}
	return ""
}

// places are the places of a job, with semicolons between them.
func places(v any) string {
	var all []string
	for _, e := range list(v) {
		place, ok := e.(map[string]any)
		if !ok {
			all = append(all, str(e))
			continue
		}
		address := object(place["address"])
		if address == nil {
			all = append(all, cmp.Or(str(place["address"]), str(place["name"])))
			continue
		}
		var parts []string
		for _, name := range []string{"addressLocality", "addressRegion", "addressCountry"} {
			if s := str(address[name]); s != "" && (len(parts) == 0 || !strings.EqualFold(s, parts[len(parts)-1])) {
				parts = append(parts, s)
			}
		}
		if len(parts) == 0 {
			parts = append(parts, cmp.Or(str(address["streetAddress"]), str(address["postalCode"]), str(place["name"])))
		}
		all = append(all, strings.Join(parts, ", "))
	}
	var kept []string
	for _, p := range all {
		if p != "" && !strings.HasPrefix(p, "http") && !contains(kept, p) && len(kept) < 8 {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, "; ")
}

func contains(all []string, s string) bool {
	for _, a := range all {
		if a == s {
			return true
		}
	}
	return false
}

// pay is a salary in words.
func pay(v any) string {
	o := object(v)
	if o == nil {
		if s := str(v); strings.ContainsAny(s, "0123456789") {
			return plainText(s)
		}
		return ""
	}
	currency := cmp.Or(str(o["currency"]), str(o["salaryCurrency"]))
	value, unit := object(o["value"]), str(o["unitText"])
	low, high := "", ""
	if value == nil {
		low, high = cmp.Or(str(o["minValue"]), str(o["value"])), str(o["maxValue"])
	} else {
		low, high = cmp.Or(str(value["minValue"]), str(value["value"])), str(value["maxValue"])
		unit = cmp.Or(str(value["unitText"]), unit)
		currency = cmp.Or(currency, str(value["currency"]))
	}
	if low == "" || low == "0" {
		low, high = high, ""
	}
	if low == "" || low == "0" || !strings.ContainsAny(low, "123456789") {
		return ""
	}
	text := grouped(low)
	if high != "" && high != low && high != "0" {
		text += "–" + grouped(high)
	}
	if currency != "" {
		text = currency + " " + text
	}
	switch unit = strings.ToLower(unit); unit {
	case "hour", "day", "week", "month", "year":
		text += " per " + unit
	}
	return plainText(text)
}

// grouped is a number with a comma between its thousands.
func grouped(number string) string {
	whole, rest, point := strings.Cut(number, ".")
	if len(whole) < 4 || strings.Trim(whole, "0123456789") != "" {
		return number
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if point && strings.Trim(rest, "0") != "" {
		return whole + "." + rest
	}
	return whole
}

// plainText is a text without entities and elements, in one line.
func plainText(text string) string {
	for range 2 {
		if next := stdhtml.UnescapeString(text); next != text {
			text = next
		}
	}
	if strings.Contains(text, "<") && strings.Contains(text, ">") {
		if root, err := page.ParseText(text); err == nil {
			text = page.Text(root)
		}
	}
	text = strings.Join(strings.Fields(text), " ")
	const longest = 300
	if len(text) > longest {
		text = strings.ToValidUTF8(text[:longest], "")
	}
	return text
}

// descriptionOf are the lines of a JobPosting's description: HTML, often escaped, or text. Lists
// of their own that sites add follow it.
func descriptionOf(job map[string]any) (all []line) {
	all = fragment(str(job["description"]))
	for _, field := range []struct{ name, heading string }{{"responsibilities", "Responsibilities"}, {"qualifications", "Qualifications"}, {"experienceRequirements", "Requirements"},
		{"educationRequirements", "Requirements"}, {"skills", "Skills"}} {
		var lines []line
		for _, e := range list(job[field.name]) {
			if s, ok := e.(string); ok {
				lines = append(lines, fragment(s)...)
			}
		}
		if len(lines) == 0 || said(all, lines[0].text) || len(lines) == 1 && len(lines[0].text) < 4 {
			continue
		}
		all = append(all, line{text: field.heading, heading: 2})
		for i := range lines {
			lines[i].item = lines[i].heading == 0
		}
		all = append(all, lines...)
	}
	return all
}

// said reports whether lines say a text already.
func said(lines []line, text string) bool {
	for _, l := range lines {
		if strings.Contains(l.text, text) {
			return true
		}
	}
	return false
}

// fragment is a part of a page, or text, as lines.
func fragment(text string) []line {
	for range 3 { // escaped more than once
		if !strings.Contains(text, "&lt;") && !strings.Contains(text, "&amp;") {
			break
		}
		text = stdhtml.UnescapeString(text)
	}
	if i := strings.IndexByte(text, '<'); i >= 0 && i+1 < len(text) && (isLetter(text[i+1]) || text[i+1] == '/') {
		if root, err := page.ParseText(text); err == nil {
			return withMarks(linesOf(page.Paragraphs(root, root)))
		}
	}
	return readText(stdhtml.UnescapeString(text))
}

// withMarks makes points of the lines of a page that begin with a mark of a list.
func withMarks(lines []line) []line {
	for i, l := range lines {
		if rest, ok := marked(l.text); ok && l.heading == 0 {
			lines[i].text, lines[i].item = tidy(rest), true
		}
	}
	return lines
}

// readJSON reads a file that is a JobPosting in JSON alone, nil for any other.
func readJSON(text string) *source {
	if t := strings.TrimSpace(text); t == "" || t[0] != '{' && t[0] != '[' {
		return nil
	}
	job := jobIn(text)
	if job == nil {
		return nil
	}
	s := kept(descriptionOf(job), factsOf(job))
	return &s
}
