package score

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"resumax/resume"
)

// A weak beginning weighs more than a missing verb: it takes the work away from
// the one who did it.
const weakFactor = 1.5

// openers: the share of bullets that begin with a verb that acts, less those
// that begin with words that say one was near.
func openers(r *reading) []Finding {
	const points = 5
	if len(r.bullets) == 0 {
		return []Finding{{Lost: points, Address: r.target().Parent().Parent(), Kind: Ask, patch: r.addBullet(slotBullet),
			Why: "There are no bullets whose beginnings could be strong.", Fix: "Write a first bullet"}}
	}
	all, good, bad, fault := r.totalWeight(), 0.0, 0.0, 0.0
	cost := func(b bullet) float64 {
		switch b.begins {
		case action:
			return 0
		case weak:
			return b.weight * (1 + weakFactor)
		}
		return b.weight
	}
	for _, b := range r.bullets {
		switch b.begins {
		case action:
			good += b.weight
		case weak:
			bad += b.weight
		}
		fault += cost(b)
	}
	lost := points * (1 - clamp(good/all-weakFactor*bad/all))
	if lost == 0 {
		return nil
	}
	var findings []Finding
	for _, b := range r.bullets {
		if b.begins == action {
			continue
		}
		f := Finding{Lost: lost * cost(b) / fault, Address: b.address, Kind: Ask, Quote: b.opener,
			Why: fmt.Sprintf("%s does not begin with what you did.", quoted(b.text)),
			Fix: "Begin with the verb: built, cut, led, wrote …"}
		rest := strings.TrimSpace(b.text)
		if b.begins == weak {
			f.Span = Span{0, b.weakEnd}
			f.Why = fmt.Sprintf("“%s” says that you were near the work, not what you did.", titled(b.opener))
			if b.plain == b.text {
				rest = strings.TrimSpace(b.text[b.weakEnd:])
			}
		}
		f.patch = replace(b.address, "[Which verb? Built, led, cut …] "+rest)
		findings = append(findings, f)
	}
	return findings
}

// tense: what is over in the past; what goes on not mixed.
func tense(r *reading) []Finding {
	const points = 3
	n := 0
	wrong := map[int]string{}
	for _, p := range r.roles {
		past, present := 0, 0
		for _, b := range p.bullets {
			if b.past && !b.present {
				past++
			}
			if b.present && !b.past {
				present++
			}
		}
		for i, b := range r.bullets {
			if r.roles[b.role].address != p.address || b.begins != action || b.project {
				continue
			}
			n++
			onlyPresent, onlyPast := b.present && !b.past, b.past && !b.present
			switch {
			case !p.current && onlyPresent:
				wrong[i] = "past"
			case p.current && onlyPresent && past > present:
				wrong[i] = "past"
			case p.current && onlyPast && present >= past && !strings.HasPrefix(b.opener, "["):
				wrong[i] = "present"
			}
		}
	}
	var findings []Finding
	for i, b := range r.bullets {
		want, ok := wrong[i]
		if !ok {
			continue
		}
		f := Finding{Lost: points * float64(1) / float64(n), Address: b.address, Kind: Edit}
		first := firstWord(b)
		f.Quote, f.Span = first.text, Span{first.start, first.end}
		form := lists().pastOf[b.opener]
		f.Why = fmt.Sprintf("“%s” is in the present, but this position is over.", first.text)
		if b.current {
			f.Why = fmt.Sprintf("“%s” is in another tense than the other bullets of this position.", first.text)
		}
		if want == "present" {
			form = b.opener
		}
		f.Fix = fmt.Sprintf("Write “%s”", titled(form))
		f.patch = replace(b.address, withWord(b, first, titled(form)))
		findings = append(findings, f)
	}
	return findings
}

// firstWord is the verb that a bullet begins with.
func firstWord(b bullet) token {
	for _, t := range b.tokens {
		if lists().past[t.lower] != "" || lists().present[t.lower] != "" {
			return t
		}
	}
	return b.tokens[0]
}

// withWord is a bullet's text with one word replaced. Where inline marks stand
// before the word its first occurrence is taken.
func withWord(b bullet, t token, word string) string {
	if b.text == b.plain {
		return b.text[:t.start] + word + b.text[t.end:]
	}
	return strings.Replace(b.text, t.text, word, 1)
}

func titled(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// A bullet of this many words says what was done, the result and the means, and
// is read to its end.
const leastWords, mostWords = 10, 32

// bulletLength: the share of bullets of a length that is read.
func bulletLength(r *reading) []Finding {
	const points = 3
	all := r.totalWeight()
	var findings []Finding
	for _, b := range r.bullets {
		switch {
		case b.words < leastWords:
			findings = append(findings, Finding{Lost: points * b.weight / all, Address: b.address, Quote: b.text, Kind: Ask,
				Why: fmt.Sprintf("%s has %d words: too few to say what was done, by which means and with what result.", quoted(b.text), b.words),
				Fix: "Say how, and what came of it", patch: replace(b.address, extended(b.text, " [by which means, and with what result: how much, from what, to what?]"))})
		case b.least > mostWords:
			findings = append(findings, Finding{Lost: points * b.weight / all, Address: b.address, Quote: b.text, Kind: Edit,
				Why: fmt.Sprintf("%s has %d words; few readers follow a bullet beyond %d.", quoted(b.text), b.words, mostWords),
				Fix: "Part it in two, or cut what the reader can do without", patch: parted(b)})
		}
	}
	return findings
}

// parted makes a patch that parts a bullet at the phrase end nearest to its
// middle, or word by word where there is none.
func parted(b bullet) patch {
	middle, cut := len(b.text)/2, -1
	for i := range b.text {
		if (b.text[i] == ';' || b.text[i] == ',' || b.text[i] == '.') && i+1 < len(b.text) && b.text[i+1] == ' ' && abs(i-middle) < abs(cut-middle) {
			cut = i
		}
	}
	skip := 1
	if cut < len(b.text)/5 || cut > len(b.text)*4/5 {
		skip = 0
		cut = middle + max(0, strings.IndexByte(b.text[middle:], ' '))
	}
	head, tail := strings.TrimSpace(b.text[:cut]), strings.TrimSpace(b.text[cut+skip:])
	list, i := b.address.Parent(), b.address.Index()
	return func(d resume.Document) (resume.Document, error) {
		if i < 0 {
			return d, nil
		}
		d, err := d.SetText(b.address, head)
		if err != nil {
			return d, err
		}
		return d.Insert(list.Item(i+1), resume.Text("[Which verb? Built, led, cut …] "+tail))
	}
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// repetition: one beginning no more than twice in a position, and in no more
// than a fifth of all bullets.
func repetition(r *reading) []Finding {
	const points, each, inRole, ofAll = 2, 0.5, 2, 5
	role, all := map[string]int{}, map[string]int{}
	var findings []Finding
	for _, b := range r.bullets {
		if b.opener == "" {
			continue
		}
		key := fmt.Sprint(b.role, b.opener)
		role[key]++
		all[b.opener]++
		if role[key] <= inRole && (all[b.opener] <= inRole || all[b.opener]*ofAll <= len(r.bullets)) {
			continue
		}
		if len(findings) == points/each {
			break
		}
		patchText := "[Another verb than " + b.opener + "?] " + b.text
		if len(b.tokens) > 0 && b.text == b.plain && !strings.HasPrefix(b.text, "[") {
			patchText = "[Another verb than " + b.opener + "? " + b.tokens[0].text + "]" + b.text[b.tokens[0].end:]
		}
		findings = append(findings, Finding{Lost: each, Address: b.address, Quote: b.opener, Kind: Ask,
			Why: fmt.Sprintf("“%s” begins %d bullets. Readers stop seeing a word that returns.", titled(b.opener), all[b.opener]),
			Fix: "Find the verb that fits this one alone", patch: replace(b.address, patchText)})
	}
	return findings
}

// fog: the first person, passives, filler and phrases that every resume has.
func fog(r *reading) []Finding {
	const points, each = 3, 0.4
	var findings []Finding
	add := func(at resume.Address, text, word, why, fix string, kind Kind, to string) {
		left := points - each*float64(len(findings))
		if left <= 0 {
			return
		}
		start := indexWord(text, word)
		end := start + len(word)
		findings = append(findings, Finding{Lost: min(each, left), Address: at, Span: Span{start, end}, Quote: text[start:end], Kind: kind,
			Why: fmt.Sprintf("“%s” %s", text[start:end], why), Fix: fix, patch: replace(at, without(text, start, end, to))})
	}
	texts := make([]resume.TextLine, 0, len(r.bullets)+1)
	if s := r.resume.Basics.Summary; s != "" && r.shown[resume.SummaryKey] {
		texts = append(texts, resume.TextLine{Address: resume.Summary, Text: s})
	}
	for _, b := range r.bullets {
		texts = append(texts, resume.TextLine{Address: b.address, Text: b.text})
	}
	w := lists()
	for _, t := range texts {
		low := strings.ToLower(t.Text)
		for _, p := range w.cliche {
			if indexWord(t.Text, p) >= 0 {
				add(t.Address, t.Text, p, "stands in every resume and tells nothing of you.", "Take it out, or show it by a result", Edit, "")
			}
		}
		for _, p := range w.filler {
			if indexWord(t.Text, p) >= 0 && indexWord(low, p) >= 0 {
				to := map[string]string{"utilized": "used", "utilised": "used", "leveraged": "used", "in order to": "to"}[p]
				fix := "Take it out"
				if to != "" {
					fix = fmt.Sprintf("Write “%s”", to)
				}
				add(t.Address, t.Text, p, "fills the line without saying more.", fix, Edit, to)
			}
		}
		for _, tok := range tokenize(t.Text) {
			if w.person[tok.lower] && !(tok.lower == "i" && tok.text == "i") {
				add(t.Address, t.Text, tok.text, "is the first person, which a resume leaves out.", "Begin with the verb", Edit, "")
				break
			}
		}
	}
	for _, b := range r.bullets {
		if p := passiveIn(b.tokens); p != "" && indexWord(b.text, p) >= 0 {
			add(b.address, b.text, p, "does not say who did it.", "Say that you did it: begin with the verb", Ask, "[who? you?]")
		}
	}
	return findings
}

// passiveIn finds "was built", "were reduced" and the like.
func passiveIn(tokens []token) string {
	for i := 1; i < len(tokens); i++ {
		be := tokens[i-1].lower
		if be != "was" && be != "were" && be != "been" {
			continue
		}
		if lists().past[tokens[i].lower] != "" {
			return tokens[i-1].text + " " + tokens[i].text
		}
	}
	return ""
}

// indexWord is where a word or phrase stands in a text, whole and in any
// casing, or -1.
func indexWord(text, word string) int {
	low, word := strings.ToLower(text), strings.ToLower(word)
	if len(low) != len(text) {
		low = text // a letter whose small form has another length
	}
	for i := 0; ; {
		j := strings.Index(low[i:], word)
		if j < 0 {
			return -1
		}
		j += i
		end := j + len(word)
		if (j == 0 || !isWordByte(low[j-1]) && low[j-1] != '-') && (end == len(low) || !isWordByte(low[end]) && low[end] != '-') {
			return j
		}
		i = j + 1
	}
}

// without is a text with a part replaced, its spaces and its first letter put
// right.
func without(text string, start, end int, by string) string {
	out := text[:start] + by + text[end:]
	out = strings.Join(strings.Fields(out), " ")
	out = strings.NewReplacer(" ,", ",", " .", ".", " ;", ";").Replace(out)
	out = strings.TrimLeft(out, ",;. ")
	if start == 0 {
		out = titled(out)
	}
	return out
}
