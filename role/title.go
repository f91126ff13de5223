package role

import (
	"io/fs"
	"slices"
	"strings"
	"sync"

	"resumax/assets/packed"
	"resumax/assets/tomlfile"
	"resumax/language/terms"
	"resumax/resume"
)

// titleWords are what words of job titles say of a trade; see assets/titles.toml.
type titleWords struct {
	grades, common map[string]bool
	students       map[string]bool // words that end the title of someone who still learns
	learners       map[string]bool // and those that may begin it
	fields, trades phraseSet
	online, hands  phraseSet            // of trades whose people are looked up online, and that are never so
	engineers      phraseSet            // of engineers who are none of computing
	office         map[*terms.Term]bool // terms that say nothing of a role
	named          map[string]bool      // ids of roles that only a title tells
	general        map[string]bool      // ids of roles that most people of computing have
	shared         map[string]bool      // titles that other trades have too
	also           map[string][]string  // more titles of roles, by id
	abroad         *abroad              // titles in other languages
}

var titles = sync.OnceValue(func() *titleWords {
	var f titlesFile
	a := &abroad{}
	if err := packed.Read(packed.Titles.Open(), codeTitles(&f, a)); err != nil {
		panic(err) // the list is embedded; a test loads it
	}
	w := f.words()
	w.abroad = a
	return w
})

// titlesFile is what titles.toml holds.
type titlesFile struct {
	Grades, Common, Named, General string
	Homonyms                       string
	Students, Learners             string
	Fields, Trades, Office, Shared []string
	Online, Hands, Engineers       []string
	Also                           map[string][]string
}

func codeTitles(f *titlesFile, a *abroad) func(*packed.Coder) {
	return func(c *packed.Coder) {
		packed.Value(c, f)
		a.code(c)
	}
}

// CompileTitles makes the packed form of titles.toml and of a folder of titles in other
// languages, by the names of its files.
func CompileTitles(data []byte, folder fs.FS) ([]byte, error) {
	var f titlesFile
	t := tomlfile.Text{File: "titles.toml", Data: data}
	meta, err := t.Decode(&f)
	if err != nil {
		return nil, err
	}
	if err := t.Unknown(meta, "list of titles", nil); err != nil {
		return nil, err
	}
	files, faults := tomlfile.Read(folder, readAbroad)
	if len(faults) > 0 {
		return nil, faults[0]
	}
	return packed.Write(codeTitles(&f, abroadOf(files, f.english()))), nil
}

func (f *titlesFile) words() *titleWords {
	w := &titleWords{grades: setOf(f.Grades), common: setOf(f.Common), fields: phraseSetOf(f.Fields), trades: phraseSetOf(f.Trades), online: phraseSetOf(f.Online), hands: phraseSetOf(f.Hands), engineers: phraseSetOf(f.Engineers), office: map[*terms.Term]bool{},
		students: setOf(f.Students), learners: setOf(f.Learners), named: setOf(f.Named), general: setOf(f.General), shared: map[string]bool{}, also: f.Also}
	for _, s := range f.Shared {
		w.shared[s] = true
	}
	for _, name := range f.Office {
		if term, ok := terms.Default().Lookup(name); ok {
			w.office[term] = true
		}
	}
	return w
}

func setOf(list string) map[string]bool {
	all := strings.Fields(list)
	set := make(map[string]bool, len(all))
	for _, w := range all {
		set[w] = true
	}
	return set
}

// phraseSet are phrases by their first word.
type phraseSet map[string][][]string

func phraseSetOf(phrases []string) phraseSet {
	s := phraseSet{}
	for _, p := range phrases {
		if all := strings.Fields(p); len(all) > 0 {
			s[all[0]] = append(s[all[0]], all)
		}
	}
	return s
}

// in reports whether words hold one of the phrases.
func (s phraseSet) in(all []string) bool {
	for i := range all {
		if s.at(all[i:]) > 0 {
			return true
		}
	}
	return false
}

// at is how many words the longest phrase has with which words begin, 0 for none.
func (s phraseSet) at(all []string) (longest int) {
	for _, p := range s[first(all)] {
		if len(p) > longest && len(p) <= len(all) && slices.Equal(p, all[:len(p)]) {
			longest = len(p)
		}
	}
	return longest
}

func first(all []string) string {
	if len(all) == 0 {
		return ""
	}
	return all[0]
}

// title is a job title as it is compared.
type title struct {
	text  string
	words []string
	forms []string // that are compared whole: all of it and its parts, with grades and without
}

func titleOf(text string) title {
	neutral := withoutGenders(text)
	t := title{text: text, words: inEnglish(titleFields(neutral))}
	for _, part := range append([]string{neutral, withoutBrackets(neutral)}, titleParts(neutral)...) {
		all := t.words
		if part != neutral {
			all = inEnglish(titleFields(part))
		}
		bare := all
		if without := withoutTechnologies(part); without != part {
			bare = inEnglish(titleFields(without))
		}
		for _, form := range []string{strings.Join(all, " "), strings.Join(ungraded(all), " "), strings.Join(ungraded(bare), " ")} {
			if form != "" && !slices.Contains(t.forms, form) {
				t.forms = append(t.forms, form)
			}
		}
	}
	return t
}

// inEnglish are a title's words, those of a title in another language in English.
func inEnglish(all []string) []string {
	english, _ := titles().abroad.translate(all)
	return english
}

// withoutBrackets is a title without what it has in parentheses: the "Information
// Technology Specialist" of "Information Technology (IT) Specialist".
func withoutBrackets(text string) string {
	before, rest, ok := strings.Cut(text, "(")
	inside, after, closed := strings.Cut(rest, ")")
	if !ok || !closed || inside == "" {
		return text
	}
	return before + " " + after
}

// titleFields are a title's words, those of one thing brought together.
func titleFields(text string) []string {
	return strings.Fields(strings.TrimSpace(synonyms.Replace(" " + strings.ReplaceAll(words(text), " ", "  ") + " ")))
}

var synonyms = strings.NewReplacer(" information  technology ", " it ", " information  technologies ", " it ", " helpdesk ", " help  desk ", " front-end ", " frontend ")

// withoutTechnologies is a title without the technologies that it names: the "Web
// Developer" of "ASP.NET Web Developer".
func withoutTechnologies(text string) string {
	var b strings.Builder
	at := 0
	for _, m := range terms.Default().FindInList(text) {
		if m.Start >= at && isTechnology(m.Term) {
			b.WriteString(text[at:m.Start])
			at = m.End
		}
	}
	return b.String() + text[at:]
}

// titleParts are the titles that one text names: "Data Analyst / Scrum Master",
// "DevOps Engineer at Fjordpay", "QA Engineer (contract)".
func titleParts(text string) []string {
	return strings.Split(titleEnds.Replace(text), "|")
}

// titleEnds puts a bar for what comes between titles.
var titleEnds = strings.NewReplacer(" - ", "|", " – ", "|", " — ", "|", "/", "|", "(", "|", ")", "|", ",", "|", ";", "|", "•", "|", "·", "|",
	" at ", "|", " @ ", "|", " chez ", "|", " bei ", "|", " and ", "|", " & ", "|", " for ", "|", " with ", "|", ": ", "|")

// ungraded are words without those that grade a title, such as "senior" and "GS-11".
func ungraded(all []string) []string {
	return slices.DeleteFunc(slices.Clone(all), func(w string) bool {
		return titles().grades[w] || strings.Trim(strings.TrimPrefix(w, "gs"), "0123456789") == ""
	})
}

// wantedForms are the titles of packs as they are compared, each made once.
var wantedForms sync.Map

func wantedForm(wanted string) string {
	if form, ok := wantedForms.Load(wanted); ok {
		return form.(string)
	}
	form := strings.Join(titleFields(wanted), " ")
	wantedForms.Store(wanted, form)
	return form
}

// names reports whether a title is the given one, as a whole. Beside it may stand
// what says in which part of computing: "Oracle Database Administrator", "Database
// Administrator-DBMS".
func (t title) names(wanted string) bool {
	wanted = wantedForm(wanted)
	return wanted != "" && slices.ContainsFunc(t.forms, func(form string) bool {
		if !strings.Contains(form, wanted) {
			return false
		}
		before, after, ok := strings.Cut(" "+form+" ", " "+wanted+" ")
		return ok && allComputing(strings.Fields(before)) && allComputing(strings.Fields(after))
	})
}

// allComputing reports whether words are all grades, parts of computing or names of
// technologies.
func allComputing(all []string) bool {
	for i := 0; i < len(all); i++ {
		switch n := titles().fields.at(all[i:]); {
		case n > 0:
			i += n - 1
		case titles().grades[all[i]], namesTechnology(all[i]):
		default:
			return false
		}
	}
	return true
}

// namesTechnology reports whether a text is the name of a technology.
func namesTechnology(text string) bool {
	return slices.ContainsFunc(terms.Default().FindInList(text), func(m terms.Match) bool {
		return m.Surface == text && isTechnology(m.Term) && !titles().office[m.Term]
	})
}

// isTechnology reports whether a term is one that people of computing name and
// others do not.
func isTechnology(t *terms.Term) bool {
	return t.Category.Computing() || t.Category == terms.Protocol
}

// isOfOtherTrade reports whether a title is of a trade without a guide.
func (t title) isOfOtherTrade() bool { return titles().trades.in(t.words) }

// isComputing reports whether a title is of computing, whatever there.
func (t title) isComputing() bool {
	return titles().fields.in(t.words) || slices.ContainsFunc(t.words, namesTechnology)
}

// isEngineering reports whether nothing but "engineer" makes a title one of computing:
// engineers build bridges as well.
func (t title) isEngineering() bool {
	rest := slices.DeleteFunc(slices.Clone(t.words), func(w string) bool { return w == "engineer" || w == "engineering" })
	return len(rest) < len(t.words) && !title{words: rest}.isComputing()
}

// IsComputing reports whether a job title is of computing, and of no other trade: an
// executive chef is no user of Chef, and an electrical engineer asked for no code.
func IsComputing(text string) bool {
	t := titleOf(text)
	return t.isComputing() && !t.isOfOtherTrade() && !(t.isEngineering() && titles().engineers.in(t.words))
}

// IsOfOtherTrade reports whether a resume's headline or newest position is of a trade
// without a guide, and neither is of computing.
func IsOfOtherTrade(r *resume.Resume) bool {
	texts := []string{r.Basics.Label}
	for _, w := range r.Work {
		if !w.Hidden && w.Position != "" {
			texts = append(texts, w.Position)
			break
		}
	}
	return !slices.ContainsFunc(texts, IsComputing) && slices.ContainsFunc(texts, func(text string) bool {
		t := titleOf(text)
		return t.isOfOtherTrade() || t.isEngineering() && titles().engineers.in(t.words)
	})
}

// IsOnline reports whether a job title is of a trade whose people have a page or profile
// that readers look for, and a list of skills.
func IsOnline(text string) bool {
	t := titleOf(text)
	return titles().online.in(t.words) && !titles().hands.in(t.words)
}

// isKin reports whether a title shares a word with one of the role's that few
// other trades have.
func (p *Pack) isKin(t title) bool {
	return slices.ContainsFunc(p.titles(), func(own string) bool {
		return slices.ContainsFunc(strings.Fields(words(own)), func(w string) bool {
			return !titles().common[w] && !titles().grades[w] && slices.Contains(t.words, w)
		})
	})
}

// titles are all that a role goes by.
func (p *Pack) titles() []string {
	return slices.Concat([]string{p.Name}, p.Titles, titles().also[p.ID])
}

// isShared reports whether a title is the role's, but as one that other trades
// have too.
func (p *Pack) isShared(t title) bool {
	return t.isOfOtherTrade() || !slices.ContainsFunc(t.forms, func(form string) bool {
		bare := strings.Join(ungraded(strings.Fields(form)), " ")
		return !titles().shared[form] && !titles().shared[bare] && p.goesBy(title{forms: []string{form}})
	})
}

// IsStudent reports whether a title is of someone who still learns a trade:
// "Computer Science Student", "Marketing Intern", "Trainee Accountant"; not "Student
// Advisor".
func IsStudent(text string) bool {
	return slices.ContainsFunc(titleParts(text), func(part string) bool {
		all := slices.DeleteFunc(strings.Fields(words(part)), func(w string) bool { return strings.Trim(w, "0123456789") == "" })
		n := len(all)
		if n == 0 {
			return false
		}
		managed := n > 1 && all[0] != "trainee" && titles().common[all[n-1]] && !titles().students[all[n-1]] // "Intern Coordinator"
		return titles().students[all[n-1]] || titles().learners[all[0]] && !managed
	})
}
