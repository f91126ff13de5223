package letter

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"resumax/job/posting"
	"resumax/language/metric"
	"resumax/language/spelling"
	"resumax/language/terms"
	"resumax/resume"
)

// Kind is what is wrong with a letter.
type Kind string

// The kinds of findings, in the order in which they matter.
const (
	Placeholder Kind = "placeholder" // a question to the writer is left
	Leftover    Kind = "leftover"    // another employer, or another job, of another letter
	Employer    Kind = "employer"    // the employer's name is misspelled
	Greeting    Kind = "greeting"    // another name is greeted than the letter is to
	Position    Kind = "position"    // another job than the posting's is applied for
	Number      Kind = "number"      // the resume has another number for the same
	Spelling    Kind = "spelling"
	Tone        Kind = "tone"   // begging, exclamations, superlatives
	Cliche      Kind = "cliche" // a phrase that says nothing
	Openings    Kind = "openings"
	Copied      Kind = "copied" // a point of the resume, word for word
	Length      Kind = "length"
)

// Finding is something that is wrong with a letter.
type Finding struct {
	Kind   Kind
	Member string // the name of the member that it is in, "" for the whole letter; of the addressee "to/name"
	Index  int    // of the paragraph
	// Start and End are the bytes of the member's text that it is about; both 0 for all of it.
	Start, End int
	Text       string // what is wrong and what to do, two lines at most
}

// Address is where a finding is, given where the letter is.
func (f Finding) Address(at resume.Address) resume.Address {
	switch f.Member {
	case "":
		return at
	case MemberParagraphs:
		return at.Child(MemberParagraphs).Item(f.Index)
	}
	for _, name := range strings.Split(f.Member, "/") {
		at = at.Child(name)
	}
	return at
}

// Context is what a letter is checked against.
type Context struct {
	Document resume.Document
	Posting  posting.Posting // that it answers; the zero value for none
	Others   []Job           // other jobs of the project
	Words    []string        // that are right although no dictionary has them
}

// Job is a job by its employer and title.
type Job struct{ Employer, Title string }

// Others are the jobs of a document's other letters and postings, given the place of the
// letter, or "".
func Others(d resume.Document, of resume.Address) (all []Job) {
	for i, l := range All(d) {
		if Letters.Item(i) != of && l.To.Employer != "" {
			all = append(all, Job{Employer: l.To.Employer})
		}
	}
	list, _ := d.Get(resume.MetaAddress(resume.MetaPostings))
	for _, v := range list.Items() {
		p := posting.FromValue(v)
		all = append(all, Job{p.Company, p.Title})
	}
	return all
}

// The usual length of a letter, in words of its paragraphs. Guides agree on half a page to a
// page, 250 to 400 words, and never more than 400 (resume.io, "How long should a cover letter
// be?"). What is up to a tenth away is not worth a word.
const (
	MinWords, MaxWords = 250, 400

	slack = 0.1
)

// longestCopy is how many words in a row a letter may share with a point of the resume. A
// clause or a name of that length is shared by chance; the reader has the resume at hand.
const longestCopy = 12

// Sentences in a row that may begin with oneself, and the share of all of a letter of enough.
const (
	mostInARow   = 3
	mostOwn      = 0.6
	minSentences = 8
)

// checker collects what is wrong.
type checker struct {
	Context
	letter Letter
	words  *words
	resume *resume.Resume
	parts  []part
	points []resume.TextLine // of the resume
	known  string            // the texts of the resume and of the posting, in small letters
	all    []Finding

	spelled map[spelled]string
}

// part is a text of a letter.
type part struct {
	member string
	index  int
	text   string
	plain  bool // it is written text, and no name
}

// What of a letter is looked at, and how much is said of it: a file may have anything.
const (
	maxParagraphs = 40
	maxText       = 8_000 // bytes of one text
	maxFindings   = 40
)

// Check is what is wrong with a letter, what matters most first, in the order of the letter.
func Check(l Letter, c Context) []Finding {
	k := &checker{Context: c, letter: l, words: l.words(), resume: c.Document.Resume(), spelled: map[spelled]string{}}
	k.points = k.resume.Sentences()
	k.known = strings.ToLower(textOf(c.Document) + "\n" + c.Posting.Source + "\n" + strings.Join(c.Posting.Responsibilities, "\n"))
	for _, f := range []struct {
		member, text string
		plain        bool
	}{
		{MemberTo + "/" + MemberName, l.To.Name, false}, {MemberTo + "/" + MemberTitle, l.To.Title, false}, {MemberTo + "/" + MemberEmployer, l.To.Employer, false}, {MemberTo + "/" + MemberAddress, l.To.Address, false},
		{MemberSubject, l.Subject, true}, {MemberSalutation, l.Salutation, false},
	} {
		k.parts = append(k.parts, part{f.member, 0, f.text, f.plain})
	}
	for i, p := range l.Paragraphs {
		k.parts = append(k.parts, part{MemberParagraphs, i, p, true})
	}
	k.parts = append(k.parts, part{MemberClosing, 0, l.Closing, true}, part{MemberEnclosures, 0, l.Enclosures, false})
	k.parts = k.parts[:min(len(k.parts), maxParagraphs)]
	for i, p := range k.parts {
		if len(p.text) > maxText {
			p.text = strings.ToValidUTF8(p.text[:maxText], "")
			k.parts[i] = p
		}
		k.placeholders(p)
		k.leftovers(p)
		k.employer(p)
		k.greeting(p)
		k.position(p)
		if p.plain {
			k.numbers(p)
			k.spelling(p)
			k.tone(p)
			k.copied(p)
		}
	}
	k.openings()
	k.length()
	slices.SortStableFunc(k.all, func(a, b Finding) int { return slices.Index(order, a.Kind) - slices.Index(order, b.Kind) })
	return k.all[:min(len(k.all), maxFindings)]
}

var order = []Kind{Placeholder, Leftover, Employer, Greeting, Position, Number, Spelling, Tone, Cliche, Openings, Copied, Length}

// textOf are all texts of a document but for what is ours.
func textOf(d resume.Document) string {
	var b strings.Builder
	var walk func(v resume.Value)
	walk = func(v resume.Value) {
		if s := v.Str(); s != "" {
			b.WriteString(s + "\n")
		}
		for _, e := range v.Items() {
			walk(e)
		}
		for _, m := range v.Members() {
			if m.Name != "meta" && m.Name != "image" {
				walk(m.Value)
			}
		}
	}
	walk(d.Root())
	return b.String()
}

func (k *checker) add(kind Kind, p part, start, end int, format string, args ...any) {
	k.all = append(k.all, Finding{kind, p.member, p.index, start, end, fmt.Sprintf(format, args...)})
}

func (k *checker) placeholders(p part) {
	from := 0
	for _, slot := range resume.SlotsIn(p.text) {
		i := from + strings.Index(p.text[from:], slot)
		from = i + len(slot)
		k.add(Placeholder, p, i, from, "Answer the question in brackets, or remove it.")
	}
}

// employerName is whom the letter is to.
func (k *checker) employerName() string { return firstOf(k.letter.To.Employer, k.Posting.Company) }

// leftovers finds other employers and jobs: a letter was made of another one.
func (k *checker) leftovers(p part) {
	own, ownTitle := EmployerKey(k.employerName()), strings.ToLower(k.Posting.Title)
	said := map[string]bool{}
	for _, o := range k.Others {
		name := nameOf(o.Employer)
		if key := EmployerKey(o.Employer); own != "" && !said[key] && len(key) >= 3 && !overlaps(key, own) && !strings.Contains(k.known, strings.ToLower(name)) {
			start, end := findName(p.text, name)
			if first, _, more := strings.Cut(name, " "); start < 0 && more && isDistinct(first) && !strings.Contains(k.known, strings.ToLower(first)) {
				start, end = findName(p.text, first) // "Halvorsen" of "Halvorsen Logistics"
			}
			if start >= 0 {
				k.add(Leftover, p, start, end, "This letter is to %s, and here it says “%s”.", k.employerName(), p.text[start:end])
			}
			said[key] = true
		}
		title := strings.TrimSpace(o.Title)
		low := strings.ToLower(title)
		if ownTitle == "" || said[low] || len(strings.Fields(title)) < 2 || overlaps(low, ownTitle) || strings.Contains(k.known, low) {
			continue
		}
		said[low] = true
		if start, end := find(p.text, title, 0); start >= 0 {
			k.add(Leftover, p, start, end, "The posting is for “%s”, and here it says “%s”.", k.Posting.Title, p.text[start:end])
		}
	}
}

// isDistinct reports whether a part of an employer's name tells which it is: it is long, and
// no word or first name that letters have anyway.
func isDistinct(name string) bool {
	return utf8.RuneCountInString(name) >= minName && !isWordOf(name) && !spelling.English().Known(name)
}

// nameOf is an employer's name without its legal form.
func nameOf(employer string) string {
	words := strings.Fields(employer)
	for len(words) > 1 && strings.Contains(legalForms, " "+strings.ToLower(strings.Trim(strings.ReplaceAll(words[len(words)-1], ".", ""), ","))+" ") {
		words = words[:len(words)-1]
		words[len(words)-1] = strings.TrimRight(words[len(words)-1], ",")
	}
	return strings.Join(words, " ")
}

// overlaps reports whether one of two texts has all of the other.
func overlaps(a, b string) bool { return strings.Contains(a, b) || strings.Contains(b, a) }

// findName is where a name is in a text, with its capitals: "Bridge" is no employer in
// "to bridge".
func findName(text, name string) (start, end int) {
	for from := 0; ; {
		start, end = find(text, name, from)
		if start < 0 {
			return -1, -1
		}
		first, _ := utf8.DecodeRuneInString(text[start:])
		if !unicode.IsLower(first) || startsLower(name) {
			if single := !strings.Contains(name, " "); !single || !opensSentence(text, start) || !isWordOf(name) {
				return start, end
			}
		}
		from = end
	}
}

func startsLower(s string) bool { r, _ := utf8.DecodeRuneInString(s); return unicode.IsLower(r) }

// opensSentence reports whether a sentence begins at a place.
func opensSentence(text string, at int) bool {
	return slices.ContainsFunc(sentences(text), func(s span) bool { return s.start == at })
}

// isWordOf reports whether a name is a word as well, in any of the languages.
func isWordOf(name string) bool {
	low := strings.ToLower(name)
	if spelling.English().Common(low) {
		return true
	}
	return slices.ContainsFunc(spelling.Tags(), func(tag string) bool { return spelling.In(tag).Common(low) })
}

// Names shorter than this, in letters, are like too many words.
const (
	minName     = 5
	minFarther  = 8 // from which two letters may be wrong
	mostFarther = 2
)

// employer finds the employer's name with a typo.
func (k *checker) employer(p part) {
	if p.member == MemberTo+"/"+MemberEmployer && (k.Posting.Company == "" || k.letter.To.Employer == k.Posting.Company) || p.member == MemberTo+"/"+MemberAddress || p.member == MemberTo+"/"+MemberName {
		return
	}
	name := k.employerName()
	if p.member == MemberTo+"/"+MemberEmployer {
		name = k.Posting.Company
	}
	var right []token
	for _, t := range tokens(nameOf(name)) {
		if utf8.RuneCountInString(t.text) >= minName {
			right = append(right, t)
		}
	}
	for _, t := range tokens(p.text) {
		first, _ := utf8.DecodeRuneInString(t.text)
		low := strings.TrimSuffix(t.low, "'s")
		if !unicode.IsUpper(first) || strings.Contains(k.known, low) || strings.Contains(strings.ToLower(k.letter.To.Name+" "+k.letter.To.Address), low) {
			continue
		}
		for _, r := range right {
			if isTypoOf(low, r.low) && !isWordOf(low) && !spelling.English().Known(low) {
				k.add(Employer, p, t.start, t.end, "The employer is spelled “%s”, and here “%s”.", name, t.text)
				break
			}
		}
	}
}

// isTypoOf reports whether a word in small letters is another one misspelled, and not one of
// its forms.
func isTypoOf(low, right string) bool {
	if low == right || strings.TrimRight(low, "sn'’") == right || strings.TrimRight(right, "s'") == low {
		return false
	}
	if spelling.OneEditApart(low, right) {
		return true
	}
	return utf8.RuneCountInString(right) >= minFarther && distance([]rune(low), []rune(right)) <= mostFarther
}

// distance is how many letters have to be changed, added or taken away (Levenshtein).
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		before := row[0]
		row[0] = i + 1
		for j := range b {
			cost := before
			if a[i] != b[j] {
				cost = 1 + min(before, row[j], row[j+1])
			}
			before, row[j+1] = row[j+1], cost
		}
	}
	return row[len(b)]
}

// greeting finds a greeting of another person than the letter is to.
func (k *checker) greeting(p part) {
	name := lastName(strings.TrimSpace(k.letter.To.Name))
	if p.member != MemberSalutation || p.text == "" || name == "" || len(strings.Fields(k.letter.To.Name)) < 2 {
		return
	}
	if !strings.Contains(strings.ToLower(p.text), strings.ToLower(name)) && !k.greetsNobody(p.text) {
		k.add(Greeting, p, 0, 0, "The letter is to %s, and this greets somebody else.", strings.TrimSpace(k.letter.To.Name))
	}
}

// greetsNobody reports whether a greeting names nobody: it has no name in it.
func (k *checker) greetsNobody(text string) bool {
	s := k.words.Salutation
	usual := strings.ToLower(s.Unknown)
	for title, form := range s.Titled {
		usual += " " + strings.ToLower(title+" "+form)
	}
	for _, t := range tokens(text) {
		if first, _ := utf8.DecodeRuneInString(t.text); unicode.IsUpper(first) && !strings.Contains(usual, t.low) && !isWordOf(t.low) {
			return false
		}
	}
	return true
}

// position finds a job that is applied for and is not the posting's.
func (k *checker) position(p part) {
	if k.Posting.Title == "" || p.member != MemberParagraphs && p.member != MemberSubject {
		return
	}
	if strings.Contains(strings.ToLower(p.text), strings.ToLower(k.Posting.Title)) {
		return
	}
	own := stems(k.Posting.Title)
	for _, cue := range k.words.Writing.Position.Before {
		_, end := find(p.text, cue, 0)
		if end < 0 {
			continue
		}
		start, stop := titleAt(p.text, end)
		said := stems(p.text[start:stop])
		if len(said) == 0 || shares(said, own) || strings.Contains(k.known, strings.ToLower(p.text[start:stop])) {
			continue
		}
		k.add(Position, p, start, stop, "The posting is for “%s”, and here it says “%s”.", k.Posting.Title, p.text[start:stop])
		return
	}
}

// titleAt is a title behind a place in a text: words with capitals, and small ones between
// them.
func titleAt(text string, at int) (start, end int) {
	const longest = 6 // words
	start, end = -1, at
	for i, t := range tokens(text[at:]) {
		first, _ := utf8.DecodeRuneInString(t.text)
		between := text[max(end, at) : at+t.start]
		if i >= longest || strings.ContainsAny(between, ".,;:!?()\n[]") {
			break
		}
		if unicode.IsUpper(first) {
			if start < 0 {
				start = at + t.start
			}
			end = at + t.end
		} else if start >= 0 || i > 0 {
			break
		}
	}
	if start < 0 {
		return at, at
	}
	return start, end
}

// stems are the beginnings of a text's longer words, by which their forms are alike.
func stems(text string) []string {
	const stem = 4 // letters
	var all []string
	for _, t := range tokens(text) {
		if r := []rune(t.low); len(r) >= stem {
			all = append(all, string(r[:stem]))
		} else if len(r) >= 2 && strings.ToUpper(t.text) == t.text {
			all = append(all, t.low)
		}
	}
	return all
}

func shares(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

// numbers finds numbers that the resume has otherwise, where it tells of the same.
func (k *checker) numbers(p part) {
	for _, s := range sentences(p.text) {
		text := p.text[s.start:s.end]
		said := metric.Read(text)
		if len(said) == 0 {
			continue
		}
		words := content(text)
		point, ok := k.same(words)
		if !ok {
			continue
		}
		has := metric.Read(point)
		for _, m := range said {
			other := slices.IndexFunc(has, func(h metric.Metric) bool { return alike(h, m) })
			if m.Rough || other < 0 || slices.ContainsFunc(has, func(h metric.Metric) bool { return h.Kind == m.Kind && equal(h, m) }) || k.elsewhere(m) {
				continue
			}
			var texts []string
			for _, h := range has {
				if alike(h, m) {
					texts = append(texts, h.Text)
				}
			}
			k.add(Number, p, s.start+m.Start, s.start+m.End, "The resume has “%s” where this says “%s”.", strings.Join(texts, "” and “"), m.Text)
		}
	}
}

// alike reports whether two metrics measure the same in the same unit.
func alike(a, b metric.Metric) bool {
	return a.Kind == b.Kind && (a.Unit == b.Unit || a.Kind == metric.Time || a.Kind == metric.Percent)
}

// equal reports whether two metrics, of the resume and of the letter, say the same amount:
// in letters people round, "six seconds" for 6.1.
func equal(has, said metric.Metric) bool {
	return rounds(has.Value, said.Value) || rounds(has.High, said.High) || has.Rough && said.Value >= has.Value*0.9 && said.Value <= has.Value*1.5
}

// rounds reports whether a number is another one with fewer digits.
func rounds(exact, round float64) bool {
	if exact == round {
		return true
	}
	if exact <= 0 || round <= 0 {
		return false
	}
	unit := math.Pow10(int(math.Floor(math.Log10(round)))) // of the last digit that is not 0
	for i := 0; i < 6 && math.Abs(round/unit-math.Round(round/unit)) > 1e-9; i++ {
		unit /= 10
	}
	return math.Abs(exact-round) <= unit/2*(1+1e-9) && math.Abs(exact-round) <= exact/10
}

// elsewhere reports whether another text of the resume, or the posting, has the metric.
func (k *checker) elsewhere(m metric.Metric) bool {
	texts := []string{k.Posting.Source, k.resume.Basics.Label}
	for _, l := range k.points {
		texts = append(texts, l.Text)
	}
	for _, t := range texts {
		if slices.ContainsFunc(metric.Read(plainOf(t)), func(h metric.Metric) bool { return h.Kind == m.Kind && equal(h, m) }) {
			return true
		}
	}
	return false
}

// content are the stems of the words of a text that are about something.
func content(text string) map[string]bool {
	all := map[string]bool{}
	for _, t := range tokens(text) {
		if r := []rune(t.low); len(r) >= 4 && !strings.ContainsFunc(t.low, unicode.IsDigit) && !isCommon(t.low) {
			all[string(r[:min(len(r), 6)])] = true
		}
	}
	return all
}

// isCommon reports whether a word says nothing of what a sentence is about.
func isCommon(low string) bool {
	return slices.Contains(strings.Fields("from with that this have were which their your them into when where after before about would could more than over than each also every other years year months month weeks team work worked working time using used made make which while been being what they ours they're"), low)
}

// A sentence tells of the same as a point of the resume if it has this many of the point's
// words, and this share.
const (
	minShared = 3
	shared    = 0.5
)

// same is the text of the resume that tells of the same as a sentence, given its words.
func (k *checker) same(words map[string]bool) (text string, ok bool) {
	best := 0
	for _, l := range k.points {
		plain := plainOf(l.Text)
		theirs, n := content(plain), 0
		for w := range theirs {
			if words[w] {
				n++
			}
		}
		if n >= minShared && float64(n) >= shared*float64(len(theirs)) && n > best {
			best, text = n, plain
		}
	}
	return text, best > 0
}

// Lengths in letters from which words are looked at: shorter ones are abbreviations, and
// shorter ones with a capital names, more often than typos.
const (
	minSpelled = 4
	minCapital = 7
)

// spelling finds typos. Names, terms and what the resume or the posting has are right.
func (k *checker) spelling(p part) {
	for _, s := range sentences(p.text) {
		for i, t := range tokens(p.text[s.start:s.end]) {
			start := s.start + t.start
			if inSlot(p.text, start) {
				continue
			}
			if meant := k.meantOnce(t, i == 0); meant != "" {
				k.add(Spelling, p, start, s.start+t.end, "“%s” is not in the dictionary. Write “%s”?", t.text, meant)
			}
		}
	}
}

// meantOnce is meant, asked once for each word.
func (k *checker) meantOnce(t token, opens bool) string {
	key := spelled{t.text, opens}
	if got, ok := k.spelled[key]; ok {
		return got
	}
	got := k.meant(t, opens)
	k.spelled[key] = got
	return got
}

// spelled is a word, and whether it opens a sentence.
type spelled struct {
	text  string
	opens bool
}

// inSlot reports whether a place is in a question to the writer.
func inSlot(text string, at int) bool {
	open := strings.LastIndexByte(text[:at], '[')
	return open >= 0 && !strings.Contains(text[open:at], "]")
}

// meant is what a word is a typo of, "" for one that is right.
func (k *checker) meant(t token, opens bool) string {
	n := utf8.RuneCountInString(t.text)
	first, size := utf8.DecodeRuneInString(t.text)
	capital := unicode.IsUpper(first)
	if n < minSpelled || capital && n < minCapital || strings.ContainsFunc(t.text[size:], func(r rune) bool { return unicode.IsUpper(r) || !unicode.IsLetter(r) && r != '\'' && r != '’' }) {
		return ""
	}
	tag := k.words.tag
	if capital && !opens && tag != "de" && !spelling.English().IsTypo(t.low) {
		return ""
	}
	var meant []string
	if tag == "en" {
		meant = spelling.English().Meant(t.text)
	} else if words := spelling.In(tag); words != nil && !spelling.English().Common(t.low) {
		meant = words.Meant(t.low)
	}
	if len(meant) == 0 || k.isKnown(t.low) {
		return ""
	}
	if capital {
		return upperFirst(meant[0])
	}
	return meant[0]
}

// isKnown reports whether a word is right because somebody says it: the resume, the posting,
// the addressee, or the list of terms.
func (k *checker) isKnown(low string) bool {
	if slices.ContainsFunc(slices.Concat(k.Words, k.resume.Meta.Words), func(w string) bool { return strings.EqualFold(w, low) }) {
		return true
	}
	to := k.letter.To
	texts := k.known + strings.ToLower(strings.Join([]string{to.Name, to.Title, to.Employer, to.Address, k.Posting.Company, k.Posting.Title, k.Posting.Location}, "\n"))
	if start, _ := find(texts, low, 0); start >= 0 {
		return true
	}
	_, ok := terms.Default().Lookup(low)
	return ok || len(terms.Default().Find(low)) > 0
}

// tone finds exclamations, begging, superlatives and phrases that say nothing.
func (k *checker) tone(p part) {
	text := withoutSlots(p.text)
	if i := strings.IndexByte(text, '!'); i >= 0 && !strings.Contains(k.employerName(), "!") {
		k.add(Tone, p, i, i+1, "An exclamation mark is loud in a letter. A full stop will do.")
	}
	w := k.words.Writing
	for _, l := range []struct {
		kind    Kind
		phrases []string
		say     string
	}{
		{Tone, w.Begging, "“%s” asks for a favor. Say what you bring instead."},
		{Tone, w.Hyperbole, "“%s” praises. A number or an example convinces more."},
		{Cliche, w.Cliches, "“%s” is in many letters and says little. Say what is true of you alone."},
	} {
		var found []span
		for _, phrase := range l.phrases {
			if start, end := find(text, phrase, 0); start >= 0 && !slices.ContainsFunc(found, func(s span) bool { return start < s.end && s.start < end }) {
				found = append(found, span{start, end})
				k.add(l.kind, p, start, end, l.say, p.text[start:end])
			}
		}
	}
}

// withoutSlots is a text with spaces for the questions in it, each byte where it was.
func withoutSlots(text string) string {
	slots := resume.SlotsIn(text)
	if len(slots) == 0 {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	for _, slot := range slots {
		i := strings.Index(text, slot)
		b.WriteString(text[:i])
		b.WriteString(strings.Repeat(" ", len(slot)))
		text = text[i+len(slot):]
	}
	b.WriteString(text)
	return b.String()
}

// copied finds what is in the resume word for word. Where a question is left, it asks for more
// than that already, and a paragraph that was that the program made of a point is no copy.
func (k *checker) copied(p part) {
	if p.member != MemberParagraphs || len(resume.SlotsIn(p.text)) > 0 {
		return
	}
	own := tokens(p.text)
	for _, l := range k.points {
		theirs := tokens(plainOf(l.Text))
		from, n := common(own, theirs)
		if n > longestCopy && !isParagraphOf(p.text, l.Text, k.words) {
			k.add(Copied, p, own[from].start, own[from+n-1].end, "These %d words are in the resume word for word. Tell what it does not: why, how, what came of it.", n)
			return
		}
	}
}

// common is the longest run of words that two texts share: where it begins in the first, and
// how many words it has.
func common(a, b []token) (from, n int) {
	row := make([]int, len(b)+1)
	for i := range a {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i].low != b[j].low {
				row[j+1] = 0
				continue
			}
			if row[j+1] = row[j] + 1; row[j+1] > n {
				n = row[j+1]
				from = i - n + 1
			}
		}
	}
	return from, n
}

// openings finds too many sentences that begin with oneself.
func (k *checker) openings() {
	total, own, row := 0, 0, 0
	reported := false
	var last part
	for _, p := range k.parts {
		if p.member != MemberParagraphs {
			continue
		}
		for _, s := range sentences(withoutSlots(p.text)) {
			total++
			first := tokens(p.text[s.start:s.end])
			if len(first) == 0 || !slices.ContainsFunc(k.words.Writing.I, func(w string) bool { return opensWith(p.text[s.start:s.end], w) }) {
				row = 0
				continue
			}
			own++
			last = p
			if row++; row == mostInARow+1 && !reported {
				reported = true
				k.add(Openings, p, s.start, s.start+first[0].end, "%d sentences in a row begin with “%s”. Begin one with what it is about.", row, k.words.Writing.I[0])
			}
		}
	}
	if !reported && total >= minSentences && float64(own) > mostOwn*float64(total) {
		k.add(Openings, last, 0, 0, "%d of %d sentences begin with “%s”. Begin some with what they are about.", own, total, k.words.Writing.I[0])
	}
}

func opensWith(text, word string) bool {
	end := matchAt(text, 0, word)
	return end > 0 && !letterAt(text, end)
}

// length says that a letter is shorter or longer than most. One with questions in it is not
// complete.
func (k *checker) length() {
	if len(k.letter.Slots()) > 0 {
		return
	}
	n := k.letter.Words()
	if n == 0 {
		return
	}
	switch {
	case float64(n) < MinWords*(1-slack):
		k.add(Length, part{}, 0, 0, "%s; %d to %d are usual. There is room for one more proof.", CountOf(n, "word"), MinWords, MaxWords)
	case float64(n) > MaxWords*(1+slack):
		k.add(Length, part{}, 0, 0, "%s; %d to %d are usual. Keep the strongest proofs.", CountOf(n, "word"), MinWords, MaxWords)
	}
}

// CountOf is how many there are of something: "1 word", "250 words".
func CountOf(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
