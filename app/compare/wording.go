package compare

import (
	"fmt"
	"strings"
	"unicode"

	"resumax/app/tr"
	"resumax/resume"
)

// wording is a value as the screen says it.
func wording(at resume.Address, v resume.Value) string {
	switch v.Kind() {
	case resume.Array:
		if f, ok := resume.FieldAt(at); ok && f.Shape == resume.Bullets {
			return joined(at, v.Items(), " · ")
		}
		return joined(at, v.Items(), ", ")
	case resume.Object:
		return entry(at, v)
	case resume.Bool:
		return onOff(v.True())
	case resume.Null:
		return ""
	}
	text := strings.TrimSpace(said(v))
	if size := len(text); strings.HasPrefix(text, "data:") {
		return tr.T("compare.a-picture-of-kb", "A picture of {{.Size}} kB", tr.With{"Size": (size*3/4 + 1023) / 1024}) // it is written in base64
	}
	if f, ok := resume.FieldAt(at); ok && f.Shape == resume.DateLine {
		if d, ok := resume.ParseDate(text); ok {
			return d.String()
		}
	}
	return resume.Plain(text)
}

// said is a text, or a number as it was written.
func said(v resume.Value) string {
	if v.Kind() == resume.Number {
		return v.Raw()
	}
	return v.Str()
}

func onOff(on bool) string {
	if on {
		return tr.T("compare.on", "On")
	}
	return tr.T("compare.off", "Off")
}

func joined(at resume.Address, items []resume.Value, by string) string {
	var parts []string
	for i, item := range items {
		if text := wording(at.Item(i), item); text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, by)
}

// entry is what an entry says, field by field, without its name, which its line
// begins with.
func entry(at resume.Address, v resume.Value) string {
	name := resume.EntryName(at, v)
	var parts []string
	for _, m := range v.Members() {
		child := at.Child(m.Name)
		if (resume.Document{}).IsIdentity(child, m.Value) {
			continue
		}
		text := wording(child, m.Value)
		if m.Name == "hidden" {
			text = ""
			if m.Value.True() {
				text = tr.T("compare.hidden", "Hidden")
			}
		}
		if text != "" && text != name {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, " · ")
}

// ordinal is a place in a list, "2nd" for 1.
func ordinal(i int) string {
	n := i + 1
	if !tr.English() {
		return tr.T("compare.position", "No. {{.Number}}", tr.With{"Number": n})
	}
	end := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			end = "st"
		case 2:
			end = "nd"
		case 3:
			end = "rd"
		}
	}
	return fmt.Sprintf("%d%s", n, end)
}

// upperFirst is a text with a capital first letter.
func upperFirst(s string) string {
	for i, r := range s {
		return s[:i] + string(unicode.ToUpper(r)) + s[i+len(string(r)):]
	}
	return s
}

// humanized makes words of an id or a member's name: "backend-engineer" → "Backend
// engineer", "lastModified" → "Last modified".
func humanized(name string) string {
	var b strings.Builder
	for i, r := range name {
		switch {
		case r == '-' || r == '_' || r == '.':
			b.WriteByte(' ')
		case i > 0 && unicode.IsUpper(r):
			b.WriteByte(' ')
			b.WriteRune(unicode.ToLower(r))
		default:
			b.WriteRune(r)
		}
	}
	return upperFirst(b.String())
}
