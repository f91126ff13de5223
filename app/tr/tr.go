// Package tr translates the interface. Every text of the window has a key, which names the folder that
// shows it, and its English words beside the key where it is used:
//
//	tr.T("start.back", "Back to {{.Name}}", tr.With{"Name": name})
//	tr.N("find.replaced", "Replaced {{.Count}} match.", "Replaced {{.Count}} matches.", n)
//
// The other languages are in assets/translations, a JSON file each, in the form that Fyne's package lang
// reads; what is missing there stays English. `make translations` writes the keys of the code into en.json
// and lists what the others lack; a test fails while they lack anything.
//
// The language is chosen once, by [Use], before the window is made: a text is never translated before that,
// so none may be made when a package is initialized. Fyne's own texts follow the same choice.
//
// What the engine makes (findings, interview cards, file formats' errors) is in English. Only the names in its tables, such as those of fields, are translated
// where they are shown, by [Word].
package tr

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	_ "unsafe" // for the linkname of setupLang

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"resumax/assets"
	"resumax/resume"
)

// With has the values of a text's placeholders by name.
type With map[string]any

// Language is one that the interface speaks.
type Language struct {
	ID   string // a BCP 47 tag, which names its file
	Name string // in the language itself
}

// Languages are all languages of the interface, English first.
func Languages() []Language {
	return []Language{{"en", "English"}, {"de", "Deutsch"}, {"fr", "Français"}, {"es", "Español"}, {"pt-BR", "Português (Brasil)"}}
}

// current is the language of the interface, "en" until [Use] is called.
var current = "en"

// words are the names of the engine that the current language translates.
var words map[string]bool

// setupLang is Fyne's choice of a language, which it makes from the system's settings alone. A choice in
// the program needs it; the function has been the same since Fyne 2.5, and a test checks what it does.
//
//go:linkname setupLang fyne.io/fyne/v2/lang.setupLang
func setupLang(id string)

// Current is the id of the interface's language.
func Current() string { return current }

// English reports whether the interface is in English.
func English() bool { return current == "en" }

// Use chooses the interface's language, "" for the system's. One that there is none of is English.
func Use(id string) error {
	if id == "" {
		id = string(lang.SystemLocale())
	}
	id = closest(id)
	current, words = "en", nil
	if id != "en" {
		data, err := assets.Translations.ReadFile("translations/" + id + ".json")
		if err != nil {
			return err
		}
		var keys map[string]json.RawMessage
		if err := json.Unmarshal(data, &keys); err != nil {
			return fmt.Errorf("translations/%s.json: %w", id, err)
		}
		if err := lang.AddTranslations(fyne.NewStaticResource(id+".json", data)); err != nil {
			return fmt.Errorf("translations/%s.json: %w", id, err)
		}
		words = map[string]bool{}
		for key := range keys {
			if strings.HasPrefix(key, wordPrefix) {
				words[key] = true
			}
		}
		current = id
	}
	setupLang(id)
	return nil
}

// closest is the language of the interface for a locale such as "de-AT": the one of that tag, else of that
// language, else English.
func closest(locale string) string {
	locale = strings.ReplaceAll(locale, "_", "-")
	base, _, _ := strings.Cut(locale, "-")
	for _, l := range Languages() {
		of, _, _ := strings.Cut(l.ID, "-")
		if strings.EqualFold(of, base) {
			return l.ID
		}
	}
	return "en"
}

// T is a text in the interface's language. Its placeholders, such as {{.Name}}, become the values with their
// names.
func T(key, english string, with ...With) string {
	values := merged(with)
	if English() {
		return fill(english, values)
	}
	return lang.LocalizeKey(key, english, map[string]any(values))
}

// N is a text about n things, in the form that the language has for that number: one and other are the
// English forms. The placeholder {{.Count}} is n.
func N(key, one, other string, n int, with ...With) string {
	values := merged(with)
	values["Count"] = Number(n)
	if !English() {
		return lang.LocalizePluralKey(key, other, n, map[string]any(values))
	}
	if n == 1 {
		return fill(one, values)
	}
	return fill(other, values)
}

func merged(with []With) With {
	all := With{}
	for _, w := range with {
		for name, value := range w {
			all[name] = value
		}
	}
	return all
}

// fill replaces the placeholders of an English text.
func fill(text string, values With) string {
	if !strings.Contains(text, "{{.") {
		return text
	}
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(text, "{{.")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		name, after, ok := strings.Cut(rest, "}}")
		if !ok {
			b.WriteString("{{." + rest)
			return b.String()
		}
		fmt.Fprint(&b, values[name])
		text = after
	}
}

const wordPrefix = "word."

// Quoted is a text of the user's in the language's quotation marks.
func Quoted(text string) string { return T("tr.quoted", "“{{.Text}}”", With{"Text": text}) }

// Word is a name of one of the engine's tables, such as a field's, in the interface's language. One that has
// no translation stays as it is, as do names that the user gave. Of a name with a number, such as "Bullet 2", with
// more after a colon, or of two names, such as "Body text font", the parts are translated.
func Word(english string) string {
	if English() || english == "" {
		return english
	}
	if text, ok := word(english); ok {
		return text
	}
	if head, rest, ok := strings.Cut(english, ": "); ok {
		return Word(head) + ": " + rest
	}
	for i, r := range english {
		if r != ' ' {
			continue
		}
		first, ok := word(english[:i])
		if !ok {
			continue
		}
		if _, err := strconv.Atoi(english[i+1:]); err == nil {
			return first + english[i:]
		}
		if second, ok := word(english[i+1:]); ok {
			return T("tr.names", "{{.First}} {{.Second}}", With{"First": first, "Second": second})
		}
	}
	return english
}

// word is the translation of a whole name.
func word(english string) (text string, ok bool) {
	if !words[wordPrefix+english] {
		return english, false
	}
	return lang.LocalizeKey(wordPrefix+english, english), true
}

// Place is what an address is called: its section, entry and field. Sections and entries have the resume's own
// names.
func Place(l resume.Label) string {
	if l.Section == "Contact" || l.Section == "File details" {
		l.Section = Word(l.Section)
	}
	l.Field = Word(l.Field)
	return l.String()
}

// Error is an error whose text is translated when it is shown, so that it can be a package's variable.
func Error(key, english string) error { return &translated{key, english} }

type translated struct{ key, english string }

func (e *translated) Error() string { return T(e.key, e.english) }

// Shown returns a function that gives what the window says for an English text of its own, such as a command's name, in the
// interface's language; the English text where it says no such thing.
func Shown() func(english string) string {
	own := map[string]string{}
	if !English() {
		var texts, translated map[string]any
		for id, into := range map[string]*map[string]any{"en": &texts, current: &translated} {
			data, err := assets.Translations.ReadFile("translations/" + id + ".json")
			if err != nil || json.Unmarshal(data, into) != nil {
				return func(english string) string { return english }
			}
		}
		keys := slices.Sorted(maps.Keys(texts))
		for _, commands := range []bool{true, false} { // what a command is called comes before what else has its name in English
			for _, key := range keys {
				text, ok := texts[key].(string)
				if t, has := translated[key].(string); ok && has && own[text] == "" && strings.HasPrefix(key, "commands.") == commands {
					own[text] = t
				}
			}
		}
	}
	return func(english string) string {
		if text := own[english]; text != "" {
			return text
		}
		return english
	}
}
