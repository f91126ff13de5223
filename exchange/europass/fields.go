package europass

import (
	"fmt"
	"slices"
	"strings"

	"resumax/exchange/draft"
	"resumax/resume"
)

type reader struct{ out draft.Resume }

// date is the date of a node: as a text, or as a year, a month and a day.
func date(n *node) string {
	if year := n.say("@year", "Year"); year != "" {
		parts := []string{year}
		for _, name := range []string{"month", "day"} {
			v := strings.TrimLeft(n.say("@"+name, name), "-")
			if v == "" || len(parts) == 2 && name == "month" {
				break
			}
			parts = append(parts, fmt.Sprintf("%02s", v))
		}
		return strings.Join(parts, "-")
	}
	if text := n.say("FormattedDateTime", "date", "value"); text != "" {
		return withoutTime(text)
	}
	return withoutTime(n.take())
}

// withoutTime is a date without the time of day behind it.
func withoutTime(text string) string {
	day, _, ok := strings.Cut(text, "T")
	if _, understood := resume.ParseDate(day); ok && understood {
		return day
	}
	return text
}

// period takes when an entry was.
func period(i *draft.Item, n *node) {
	start := date(n.one("From", "StartDate", "start", "dateFrom"))
	end := date(n.one("To", "EndDate", "end", "dateTo"))
	for _, k := range n.kids {
		if k.is("Current", "CurrentIndicator", "Ongoing") {
			k.used = true
		}
	}
	i.Dates(start, end)
}

// links takes addresses: the first into the field, the others beside it.
func links(i *draft.Item, urls []string) {
	var more []string
	for _, u := range urls {
		switch {
		case u == "" || i.Get("url") == u:
		case i.Get("url") == "":
			i.Text("url", u)
		case !slices.Contains(more, u):
			more = append(more, u)
		}
	}
	if len(more) > 0 {
		i.Keep("links", resume.Texts(more...))
	}
}

// terms are the skills that a text lists: between commas, but for sentences.
func terms(html string) []string {
	const long = 120 // letters of what is no term
	var all []string
	for _, b := range resume.Blocks(html) {
		if len(b.Text) > long || strings.Contains(b.Text, ". ") || strings.Contains(b.Text, ": ") {
			all = append(all, b.Text)
			continue
		}
		all = append(all, draft.Terms(b.Text)...)
	}
	return all
}

// skills adds a group of skills.
func (r *reader) skills(name, html string) {
	i := (&draft.Item{}).Texts("keywords", terms(html)...)
	if i.Has("keywords") {
		i.Text("name", name)
	}
	r.out.Add("skills", i)
}

// levelNames are the levels of a language in the order in which they are said.
var levelNames = []struct{ key, name string }{
	{"listening", "Listening"}, {"reading", "Reading"}, {"interaction", "Spoken interaction"}, {"production", "Spoken production"}, {"writing", "Writing"},
}

// levelKey is which of the levels a name says: "CEF-Speaking-Interaction".
func levelKey(name string) string {
	name = strings.ToLower(name)
	for _, key := range []string{"listening", "reading", "writing", "interaction", "production"} {
		if strings.Contains(name, key) {
			return key
		}
	}
	return ""
}

// fluency says the levels of a language: one where all are the same.
func fluency(levels map[string]string) string {
	var said []string
	same := true
	first := ""
	for _, l := range levelNames {
		if v := levels[l.key]; v != "" {
			said = append(said, l.name+" "+v)
			same = same && (first == "" || first == v)
			first = v
		}
	}
	if same && len(said) > 1 {
		return first
	}
	return strings.Join(said, ", ")
}

const motherTongue = "Mother tongue"

func (r *reader) language(name, level string, certificates []string) {
	i := (&draft.Item{}).Text("language", languageName(name)).Text("fluency", level)
	if len(certificates) > 0 {
		i.Keep("certificates", resume.Texts(certificates...))
	}
	r.out.Add("languages", i)
}

// languageName is the name of a language that is given as a code of ISO 639.
func languageName(code string) string {
	if name := languageNames[strings.ToLower(code)]; name != "" {
		return name
	}
	return code
}

var languageNames = func() map[string]string {
	all := map[string]string{}
	for _, row := range strings.Split(`en eng English
fr fre fra French
de ger deu German
it ita Italian
es spa Spanish
pt por Portuguese
nl dut nld Dutch
pl pol Polish
ro rum ron Romanian
el gre ell Greek
cs cze ces Czech
sk slo slk Slovak
sl slv Slovenian
hr hrv Croatian
sr srp Serbian
bs bos Bosnian
mk mac mkd Macedonian
sq alb sqi Albanian
bg bul Bulgarian
hu hun Hungarian
da dan Danish
sv swe Swedish
fi fin Finnish
no nor Norwegian
nb nob Norwegian Bokmål
nn nno Norwegian Nynorsk
is ice isl Icelandic
et est Estonian
lv lav Latvian
lt lit Lithuanian
ga gle Irish
mt mlt Maltese
ca cat Catalan
eu baq eus Basque
gl glg Galician
cy wel cym Welsh
lb ltz Luxembourgish
ru rus Russian
uk ukr Ukrainian
be bel Belarusian
tr tur Turkish
ar ara Arabic
he heb Hebrew
fa per fas Persian
zh chi zho Chinese
ja jpn Japanese
ko kor Korean
hi hin Hindi
ur urd Urdu
bn ben Bengali
pa pan Punjabi
ta tam Tamil
te tel Telugu
vi vie Vietnamese
th tha Thai
id ind Indonesian
ms may msa Malay
sw swa Swahili
am amh Amharic
ka geo kat Georgian
hy arm hye Armenian
az aze Azerbaijani
kk kaz Kazakh
uz uzb Uzbek
ku kur Kurdish
af afr Afrikaans
la lat Latin`, "\n") {
		var codes []string
		for _, w := range strings.Fields(row) {
			if w == strings.ToLower(w) {
				codes = append(codes, w)
			}
		}
		name := strings.TrimSpace(row[len(strings.Join(codes, " ")):])
		for _, c := range codes {
			all[c] = name
		}
	}
	return all
}()

// network is the name of a network in the wording of its owner.
func network(code string) string {
	known := map[string]string{"linkedin": "LinkedIn", "github": "GitHub", "gitlab": "GitLab", "facebook": "Facebook", "twitter": "Twitter", "instagram": "Instagram", "skype": "Skype",
		"whatsapp": "WhatsApp", "youtube": "YouTube", "telegram": "Telegram", "googlescholar": "Google Scholar", "orcid": "ORCID"}
	if name := known[strings.ToLower(strings.ReplaceAll(code, " ", ""))]; name != "" {
		return name
	}
	if code == "" {
		return ""
	}
	return strings.ToUpper(code[:1]) + code[1:]
}

// account adds an account that is given as an address or as a name.
func (r *reader) account(kind, text string) {
	i := (&draft.Item{}).Text("network", network(kind))
	if url, ok := resume.Link(text); ok && (strings.Contains(text, "/") || strings.HasPrefix(text, "www.")) {
		i.Text("url", url)
	} else {
		i.Text("username", text)
	}
	if text != "" {
		r.out.Profile(i)
	}
}

// website takes a website of the person.
func (r *reader) website(url string) {
	if url != "" && !r.out.Basic("url", url) {
		r.out.Profile((&draft.Item{}).Text("url", url))
	}
}

func (r *reader) email(text string) {
	if !r.out.Basic("email", text) {
		r.out.MoreBasic("otherEmails", text)
	}
}

func (r *reader) phone(text string) {
	if !r.out.Basic("phone", text) {
		r.out.MoreBasic("otherPhones", text)
	}
}

// photo takes the picture, if pages show its kind.
func (r *reader) photo(kind, data string) {
	data = strings.Join(strings.Fields(data), "")
	kind = strings.ToLower(kind)
	if kind == "" || !strings.Contains(kind, "/") {
		switch {
		case strings.HasPrefix(data, "/9j/"):
			kind = "image/jpeg"
		case strings.HasPrefix(data, "iVBOR"):
			kind = "image/png"
		}
	}
	if kind == "image/jpg" || kind == "image/pjpeg" {
		kind = "image/jpeg"
	}
	if data != "" && (kind == "image/jpeg" || kind == "image/png") {
		r.out.Basic("image", "data:"+kind+";base64,"+data)
	}
}

// placed is a place of work in one line.
func placed(city, country string) string {
	if city != "" && country != "" {
		return city + ", " + countryCode(country)
	}
	return city + countryCode(country)
}

// countryCode is a code of two letters in capitals; other texts stay.
func countryCode(text string) string {
	if len(text) == 2 {
		return strings.ToUpper(text)
	}
	return text
}
