package rendercv

import (
	"context"
	"fmt"
	"regexp"
	"sync"

	"resumax/exchange/format"
	"resumax/resume"
)

// Format is RenderCV's YAML.
var Format = &format.Format{
	ID:         "rendercv",
	Name:       "RenderCV",
	About:      "a file in YAML that RenderCV typesets",
	Extensions: []string{"yaml", "yml"},
	Draft:      true,
	Sniff:      sniff,
	Read:       read,
	Write:      write,
}

// cvKey is the key under which a file has the resume.
var cvKey = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?m)^["']?cv["']?[ \t]*:(?:[ \t\r]|$)`) })

// sniffed is how far into a file the key is looked for: design and comments may come before.
const sniffed = 256 << 10

func sniff(data []byte) bool { return cvKey().Match(data[:min(len(data), sniffed)]) }

func read(_ context.Context, in format.Input) (format.Reading, error) {
	root, more, err := values(in.Data, in.Name)
	if err != nil {
		return format.Reading{}, err
	}
	cv, _ := root.Get("cv")
	if cv.Kind() != resume.Object {
		return format.Reading{}, fmt.Errorf("%s is not a file of RenderCV: it has no “cv” with a name and sections. Open the file that RenderCV is run on", in.Name)
	}
	r := &reader{}
	r.contact(cv)
	r.sections(cv)
	aside := resume.Struct()
	for _, m := range root.Members() {
		if m.Name != "cv" && !m.Value.IsNull() {
			aside = aside.With(m.Name, m.Value)
		}
	}
	r.out.Keep(asideName, aside)
	if language, _ := aside.Get("locale"); language.Kind() == resume.Object {
		name, _ := language.Get("language")
		r.out.Setting(resume.MetaLanguage, languages[name.Str()])
	}
	var problems []resume.Problem
	if more {
		problems = append(problems, resume.Problem{Address: resume.Root, Text: "is the first of several documents in the file: the others are not read"})
	}
	return r.out.Reading(problems), nil
}

// asideName is where the document keeps design, locale and settings.
const asideName = "x-rendercv"

// languages are RenderCV's locales but English.
var languages = map[string]string{"arabic": "ar", "danish": "da", "dutch": "nl", "french": "fr", "german": "de", "hebrew": "he", "hindi": "hi", "hungarian": "hu", "indonesian": "id",
	"italian": "it", "japanese": "ja", "korean": "ko", "mandarin_chinese": "zh", "norwegian_bokmål": "nb", "norwegian_nynorsk": "nn", "persian": "fa", "polish": "pl", "portuguese": "pt", "russian": "ru",
	"spanish": "es", "turkish": "tr", "vietnamese": "vi"}
