package resume

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

//go:embed wording.txt
var wordingList string

// Wording is what a resume says by itself in one language, where its owner wrote
// nothing: headings, dates, and a few words.
type Wording struct {
	Tag     string // the language, a tag of BCP 47
	Present string // the end of what goes on: "Present"
	Grade   string // what stands before a grade that is a number alone
	Resume  string // what the document is called
	Name    string // what stands for a name that is left out
	Link    string // what stands for an address that is left out

	titles     map[string]string // of sections, by their keys
	long, date [13]around        // what stands around the year, by month; the first one's for a year alone
	year       around
	born       []string // words beside a date of birth, in small letters
}

// around is what stands before and behind a year.
type around struct{ before, behind string }

func (a around) in(year int) string { return a.before + strconv.Itoa(year) + a.behind }

// english is the wording of resumes without a language, or in one that has no wording.
const english = "en"

var wordingTags = sync.OnceValue(func() (tags []string) {
	for line := range strings.Lines(wordingList) {
		tag, _, ok := strings.Cut(line, " ")
		if ok && tag != "#" && (len(tags) == 0 || tags[len(tags)-1] != tag) {
			tags = append(tags, tag)
		}
	}
	return tags
})

// wordings are those that were asked for, by the tags that they were asked for with.
var wordings = struct {
	sync.RWMutex
	read map[string]*Wording
}{read: map[string]*Wording{}}

// WordingTags are the languages that have a wording, tags of BCP 47.
func WordingTags() []string { return wordingTags() }

// WordingIn is the wording of a language, a tag of BCP 47, and the English one for a
// language without.
func WordingIn(tag string) *Wording {
	wordings.RLock()
	w := wordings.read[tag]
	wordings.RUnlock()
	if w != nil {
		return w
	}
	listed := wordingFor(tag)
	if listed != tag {
		w = WordingIn(listed)
	} else {
		w = readWording(tag)
	}
	wordings.Lock()
	defer wordings.Unlock()
	const most = 1000 // files can't fill the memory with tags of their own
	if len(wordings.read) < most {
		wordings.read[tag] = w
	}
	return w
}

// otherTags are tags for languages that are listed under another one.
var otherTags = map[string]string{"no": "nb", "nn": "nb", "iw": "he", "in": "id", "zh-tw": "zh-Hant", "zh-hk": "zh-Hant", "zh-mo": "zh-Hant"}

// wordingFor is the listed language that comes nearest to a tag, English for none.
func wordingFor(tag string) string {
	for part := strings.ToLower(tag); part != ""; {
		if other, ok := otherTags[part]; ok {
			return other
		}
		for _, t := range wordingTags() {
			if strings.EqualFold(t, part) {
				return t
			}
		}
		i := strings.LastIndexByte(part, '-')
		part = part[:max(i, 0)]
	}
	return english
}

func readWording(tag string) *Wording {
	w := &Wording{Tag: tag, titles: map[string]string{}}
	var months, short []string
	long, date, year := "", "", "Y"
	for line := range strings.Lines(wordingList) {
		fields := strings.SplitN(strings.TrimSpace(line), " ", 3)
		if len(fields) < 3 || fields[0] != tag {
			continue
		}
		value := fields[2]
		switch fields[1] {
		case "present":
			w.Present = value
		case "grade":
			w.Grade = value
		case "resume":
			w.Resume = value
		case "name":
			w.Name = value
		case "link":
			w.Link = value
		case "months":
			months = strings.Split(value, " | ")
		case "short":
			short = strings.Split(value, " | ")
		case "long":
			long = value
		case "date":
			date = value
		case "year":
			year = value
		case "born":
			w.born = strings.Split(value, " | ")
		default:
			w.titles[fields[1]] = value
		}
	}
	w.year = aroundYear(year, "")
	w.long[0], w.date[0] = w.year, w.year
	for i := range months {
		w.long[i+1], w.date[i+1] = aroundYear(long, months[i]), aroundYear(date, short[i])
	}
	return w
}

// aroundYear is what a pattern of M and Y has around a year.
func aroundYear(pattern, month string) around {
	before, behind, _ := strings.Cut(pattern, "Y")
	return around{strings.Replace(before, "M", month, 1), strings.Replace(behind, "M", month, 1)}
}

// Title is the heading of the section key where the user gave none.
func (w *Wording) Title(key string) string {
	if title, ok := w.titles[key]; ok {
		return title
	}
	return humanised(key)
}

// Date is a date as a resume prints it, with its month short: "Mar 2021"; or the
// wording of one that says more or less. Days are left out.
func (w *Wording) Date(d Date) string { return written(d, &w.date) }

// LongDate is a date with its month in full.
func (w *Wording) LongDate(d Date) string { return written(d, &w.long) }

// Year is the year of a date alone.
func (w *Wording) Year(d Date) string { return w.year.in(d.Year) }

func written(d Date, months *[13]around) string {
	if d.Text != "" || d.Year == 0 {
		return d.Text
	}
	return months[d.Month].in(d.Year)
}

// Graded says what a grade that is a number alone is.
func (w *Wording) Graded(score string) string {
	if isBareGrade(score) {
		return w.Grade + " " + score
	}
	return score
}

func isBareGrade(score string) bool {
	return score != "" && strings.Trim(score, "0123456789.,/ %") == ""
}

// BareGrade is a grade without the word that Graded puts before it.
func (w *Wording) BareGrade(text string) string {
	if rest, ok := strings.CutPrefix(text, w.Grade+" "); ok && isBareGrade(rest) {
		return rest
	}
	return text
}

// SectionTitles are the headings of a standard section in all languages that have a
// wording, the English one first; nil for other sections.
func SectionTitles(key string) (all []string) {
	for _, tag := range wordingTags() {
		if title, ok := WordingIn(tag).titles[key]; ok {
			all = append(all, title)
		}
	}
	return all
}

// Wording is what the resume says by itself, in its language.
func (r *Resume) Wording() *Wording { return WordingIn(r.Meta.Language) }

// InLanguage is a resume that was read from a file in a language, a tag of BCP 47, "" for
// none: what the file says in it by itself goes out of its grades.
func (d Document) InLanguage(tag string) Document {
	if languageTag(tag) != "" {
		if next, err := d.Set(LanguageSetting, Text(tag)); err == nil {
			d = next
		}
	}
	r := d.Resume()
	for _, e := range r.Education {
		if bare := r.Wording().BareGrade(e.Score); bare != e.Score {
			if next, err := d.Set(e.Address.Child("score"), Text(bare)); err == nil {
				d = next
			}
		}
	}
	return d
}
