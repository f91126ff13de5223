package rendercv

import (
	"regexp"
	"strings"
	"sync"

	"github.com/go-json-experiment/json/jsontext"

	"resumax/resume"
)

// emit writes a value as YAML, members and items in blocks.
func emit(v resume.Value) []byte {
	var b strings.Builder
	emitMembers(&b, v, "")
	return []byte(b.String())
}

func emitMembers(b *strings.Builder, v resume.Value, indent string) {
	for n, m := range v.Members() {
		if n > 0 || indent == "" {
			b.WriteString(indent)
		}
		b.WriteString(quoted(m.Name) + ":")
		emitValue(b, m.Value, indent)
	}
}

func emitValue(b *strings.Builder, v resume.Value, indent string) {
	switch {
	case v.Kind() == resume.Object && v.Len() > 0:
		b.WriteString("\n" + indent + "  ")
		emitMembers(b, v, indent+"  ")
	case v.Kind() == resume.Array && v.Len() > 0:
		b.WriteByte('\n')
		for _, item := range v.Items() {
			b.WriteString(indent + "  -")
			switch {
			case item.Kind() == resume.Object && item.Len() > 0:
				b.WriteByte(' ')
				emitMembers(b, item, indent+"    ")
			case item.Kind() == resume.Array && item.Len() > 0:
				emitValue(b, item, indent+"  ")
			default:
				b.WriteString(" " + simple(item) + "\n")
			}
		}
	default:
		b.WriteString(" " + simple(v) + "\n")
	}
}

// simple is a scalar, or a list or an object that is empty.
func simple(v resume.Value) string {
	switch v.Kind() {
	case resume.Null:
		return "null"
	case resume.Array:
		return "[]"
	case resume.Object:
		return "{}"
	case resume.String:
		return quoted(v.Str())
	}
	return v.Raw()
}

// plainForm are texts that need no quotes: they begin with a letter and have no sign
// that means something in YAML.
var plainForm = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[A-Za-z\p{L}][\p{L}\p{M}\p{N} .,;()/%+&_'–—’“”…·€£$=?!-]*$`)
})

// words that mean something else than a text.
var meaning = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(?:y|n|yes|no|on|off|true|false|null|inf|nan)$`)
})

// quoted is a text as a scalar.
func quoted(text string) string {
	if plainForm().MatchString(text) && !meaning().MatchString(text) && strings.TrimSpace(text) == text && !strings.Contains(text, " -") {
		return text
	}
	out, err := jsontext.AppendQuote(nil, text)
	if err != nil {
		out, _ = jsontext.AppendQuote(nil, strings.ToValidUTF8(text, "�"))
	}
	return string(out)
}
