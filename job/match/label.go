package match

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"resumax/job/posting"
	"resumax/language/terms"
)

// labels are what requirements are called in a language.
type labels struct {
	Or, Year, Years string
	Names           map[string]string // degrees and spoken languages by their English names
}

// labelsIn are those of a language, a tag of BCP 47; English for one that has none.
func labelsIn(tag string) labels {
	tag, _, _ = strings.Cut(strings.ToLower(tag), "-")
	if l, ok := words().labels[tag]; ok {
		return l
	}
	return words().labels["en"]
}

// AnyOf names things of which one is enough, in a posting's language: "inglés o francés". In
// other languages than English each is called what the sentence that asks for it calls it,
// or else by its name in the language; names of products are the same in all.
func AnyOf(any []string, sentence, language string) string {
	l := labelsIn(language)
	names := slices.Clone(any)
	if l.Or != labelsIn("en").Or {
		for i, name := range any {
			names[i] = l.name(name, sentence, language)
		}
	}
	var b strings.Builder
	for i, name := range names {
		if i > 0 {
			fmt.Fprintf(&b, " %s ", l.before(name))
		}
		b.WriteString(name)
	}
	return b.String()
}

// before is the "or" before a name: Spanish says "u" before one that begins with an o.
func (l labels) before(name string) string {
	if low := strings.ToLower(name); l.Or == "o" && (strings.HasPrefix(low, "o") || strings.HasPrefix(low, "ho")) {
		return "u"
	}
	return l.Or
}

func (l labels) name(name, sentence, language string) string {
	if t, ok := terms.Default().Lookup(name); ok {
		if t.Name != strings.ToLower(t.Name) {
			return name // a product's or a method's
		}
		for _, m := range terms.Default().Find(sentence) {
			if m.Term == t {
				return m.Surface
			}
		}
		return cmp.Or(l.Names[name], posting.LicenseIn(name, language), name)
	}
	for _, n := range posting.NamedIn(sentence, language) {
		if n.Name == name && n.Kind != posting.Language {
			return sentence[n.Start:n.End]
		}
	}
	if own := l.Names[name]; own != "" {
		return own
	}
	return cmp.Or(posting.LicenseIn(name, language), name)
}

// years says how many years are asked for.
func (l labels) years(n int) string {
	if n == 1 {
		return l.Year
	}
	return fmt.Sprintf(l.Years, n)
}
