package verbs

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Compile makes the table that ships of a list of verbs: one line for each form, in
// order. It has the form, the base of which it is the past, that of which it is
// present, its flags, and, if it is a base, its past. Bases and pasts are written
// as how many of the form's last letters to drop, as a letter from a on, and what
// to put there instead.
func Compile(list string) ([]byte, error) {
	forms, n := map[string]*form{}, 0
	for line := range strings.Lines(list) {
		n++
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		v, err := parse(line)
		if err != nil {
			return nil, fmt.Errorf("verbs.txt, line %d: %w", n, err)
		}
		v.addTo(forms)
	}
	var out []byte
	for _, text := range slices.Sorted(maps.Keys(forms)) {
		f := forms[text]
		out = fmt.Appendf(out, "%s\t%s\t%s\t%s\t%s\n", text, shift(text, f.PastOf), shift(text, f.PresentOf), f.flags(), shift(text, f.past))
	}
	return out, nil
}

// form is a line of the table.
type form struct {
	Word
	past string
}

// The flags of a form.
const participleFlag, thirdFlag, gerundFlag, alsoFlag, mostlyFlag = "q", "s", "g", "n", "N"

func (f *form) flags() string {
	all := [...]string{"", alsoFlag, mostlyFlag}[f.Noun]
	for _, is := range []struct {
		so   bool
		flag string
	}{{f.Participle, participleFlag}, {f.Third, thirdFlag}, {f.Gerund, gerundFlag}} {
		if is.so {
			all += is.flag
		}
	}
	return all
}

// fields are what the rest of a line says of the form.
func fields(text, rest string) (w Word, past string) {
	var f [4]string
	for i := range f {
		f[i], rest, _ = strings.Cut(rest, "\t")
	}
	has := func(flag string) bool { return strings.Contains(f[2], flag) }
	w = Word{PastOf: shifted(text, f[0]), PresentOf: shifted(text, f[1]), Participle: has(participleFlag), Third: has(thirdFlag), Gerund: has(gerundFlag)}
	switch {
	case has(alsoFlag):
		w.Noun = Also
	case has(mostlyFlag):
		w.Noun = Mostly
	}
	return w, shifted(text, f[3])
}

// shift writes a word as what to change of another one.
func shift(from, to string) string {
	if to == "" {
		return ""
	}
	n := 0
	for n < len(from) && n < len(to) && from[n] == to[n] {
		n++
	}
	return string(rune('a'+len(from)-n)) + to[n:]
}

func shifted(from, by string) string {
	if by == "" {
		return ""
	}
	return from[:len(from)-int(by[0]-'a')] + by[1:]
}

// verb is one line of the list.
type verb struct {
	base              string
	pasts, participle []string
	gerunds           []string
	noun              Noun
}

func parse(line string) (verb, error) {
	parts := strings.Fields(line)
	v := verb{}
	v.base = strings.TrimRight(parts[0], "+?~!")
	marks := parts[0][len(v.base):]
	if v.base == "" || strings.ContainsAny(v.base, "+?~!/\t") || v.base != strings.ToLower(v.base) {
		return v, fmt.Errorf("%q is no verb", parts[0])
	}
	switch {
	case strings.Contains(marks, "~"):
		v.noun = Also
	case strings.Contains(marks, "!"):
		v.noun = Mostly
	}
	last := v.base[len(v.base)-1:]
	switch {
	case strings.Contains(marks, "+"):
		v.pasts, v.gerunds = []string{v.base + last + "ed"}, []string{v.base + last + "ing"}
	case strings.Contains(marks, "?"):
		v.pasts, v.gerunds = []string{v.base + "ed", v.base + last + "ed"}, []string{v.base + "ing", v.base + last + "ing"}
	default:
		v.pasts, v.gerunds = []string{pastForm(v.base)}, []string{gerund(v.base)}
	}
	v.participle = v.pasts
	switch len(parts) {
	case 1:
	case 3:
		v.pasts, v.participle = strings.Split(parts[1], "/"), strings.Split(parts[2], "/")
	default:
		return v, fmt.Errorf("%q has not three forms", line)
	}
	return v, nil
}

// addTo adds a verb's forms. Of two verbs with the same form the one that ends in e
// goes before, "routed" is of "route", and the American one: "fulfilled" is of "fulfill".
func (v verb) addTo(forms map[string]*form) {
	of := func(text string) *form {
		if forms[text] == nil {
			forms[text] = &form{}
		}
		return forms[text]
	}
	put := func(base *string) {
		if *base == "" || strings.HasSuffix(v.base, "e") && v.base != "programme" || strings.HasSuffix(v.base, "ll") {
			*base = v.base
		}
	}
	for _, text := range v.pasts {
		put(&of(text).PastOf)
	}
	for _, text := range v.participle {
		of(text).Participle = true
	}
	for _, text := range v.gerunds {
		f := of(text)
		f.Gerund = true
		put(&f.PresentOf)
	}
	for i, text := range []string{v.base, thirdPerson(v.base)} {
		f := of(text)
		f.Third = i == 1
		f.PresentOf, f.Noun = v.base, v.noun
	}
	of(v.base).past = v.pasts[0]
}

func pastForm(base string) string {
	switch {
	case strings.HasSuffix(base, "e"):
		return base + "d"
	case endsInY(base):
		return base[:len(base)-1] + "ied"
	case endsInC(base):
		return base + "ked"
	}
	return base + "ed"
}

// Verbs that keep their e before -ing, so as not to be read as another word.
var keepE = []string{"singe", "swinge", "tinge", "whinge", "binge"}

func gerund(base string) string {
	switch {
	case strings.HasSuffix(base, "ee"), strings.HasSuffix(base, "ye"), strings.HasSuffix(base, "oe"), slices.Contains(keepE, base):
		return base + "ing"
	case base == "be", strings.HasSuffix(base, "é"), base == "saute", base == "stymie":
		return base + "ing"
	case strings.HasSuffix(base, "ie"):
		return base[:len(base)-2] + "ying"
	case strings.HasSuffix(base, "e"):
		return base[:len(base)-1] + "ing"
	case endsInC(base):
		return base + "king"
	}
	return base + "ing"
}

func thirdPerson(base string) string {
	switch {
	case endsInY(base):
		return base[:len(base)-1] + "ies"
	case base == "be":
		return "is"
	case base == "have":
		return "has"
	case base == "quiz":
		return "quizzes"
	}
	for _, end := range []string{"s", "sh", "ch", "x", "z", "go", "do", "echo", "veto"} {
		if strings.HasSuffix(base, end) {
			return base + "es"
		}
	}
	return base + "s"
}

func endsInY(base string) bool {
	n := len(base)
	return n > 1 && base[n-1] == 'y' && !strings.ContainsRune("aeiou", rune(base[n-2]))
}

// endsInC reports whether a verb takes a k before -ed and -ing: "panicked".
func endsInC(base string) bool {
	return strings.HasSuffix(base, "ic") || strings.HasSuffix(base, "ac") || strings.HasSuffix(base, "oc")
}
