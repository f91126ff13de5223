package score

import (
	"maps"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"resumax/language/verbs"
	"resumax/resume"
	"resumax/role"
)

// tradeTables are the tables of sentences of trades outside computing: file by file, how
// to find the sentence in a line.
var tradeTables = map[string]func(line string) string{
	"testdata/openers.tsv":                   func(line string) string { return strings.TrimRight(line[strings.LastIndexByte(line, '\t')+1:], " |") },
	"testdata/spelled-right.txt":             func(line string) string { return line },
	"testdata/roles.txt":                     func(line string) string { return line },
	"../language/metric/testdata/trades.txt": func(line string) string { before, _, _ := strings.Cut(line, " => "); return before },
	"../language/terms/testdata/trades.txt":  func(line string) string { before, _, _ := strings.Cut(line+" ", " | "); return before },
}

// foreignTexts are bullets of other languages that have words of their own.
var foreignTexts = map[string][]string{
	"de": {"Senkte die Durchlaufzeit von 9 auf 4 Tage durch ein neues Planungsboard", "Leitung eines Teams von 12 Pflegekräften auf der Station", "Verantwortlich für das Budget von 80.000 Euro", "Betreute 30 Kunden und steigerte den Umsatz um 20 %"},
	"fr": {"Réduit les chutes de 35 % et formé 12 infirmières sur le service", "Mise en place d'un planning pour 40 agents de nuit", "Responsable du budget et de la caisse du magasin", "Formé 12 apprentis avec succès dans la cuisine centrale"},
	"es": {"Reduje los costes un 20 % y lideré un equipo de 8 personas", "Gestión de la cartera de 120 clientes en el norte del país", "Responsable de la caja y de los pedidos de la tienda", "Atendí a 30 alumnos con éxito durante el curso"},
	"pt": {"Reduzi os custos em 20% e liderei uma equipe de 8 pessoas", "Gestão da carteira de 120 clientes no norte do país", "Responsável pelo caixa e pelos pedidos da loja", "Atendi 30 pacientes com sucesso durante o turno da noite"},
}

// tradeTexts are all sentences of the tables.
func tradeTexts(t *testing.T) []string {
	t.Helper()
	const least = 1000
	var texts []string
	for _, name := range slices.Sorted(maps.Keys(tradeTables)) {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			line = strings.TrimSpace(line)
			if line == "" || strings.HasPrefix(line, "#") || !strings.Contains(line, " ") {
				continue
			}
			if text := strings.TrimSpace(tradeTables[name](line)); !slices.Contains(texts, text) {
				texts = append(texts, text)
			}
		}
	}
	if len(texts) < least {
		t.Fatalf("only %d texts", len(texts))
	}
	return texts
}

// aroundText is a small resume with a bullet, in a language, "" for English.
func aroundText(text, language string) resume.Document {
	m := func(p ...any) resume.Value { return resume.Struct(genMembers(p...)...) }
	return resume.NewDocument(m(
		"basics", m("name", "Robin Example", "email", "robin@example.com", "phone", "+1 512 555 0100", "summary", "Keeps people safe and happy."),
		"work", resume.List(m("name", "Example House", "position", "Lead", "startDate", "2016-03", "highlights", resume.Texts(
			text, "Trained 14 new colleagues on the floor and cut onboarding from five weeks to three.", "Kept the rota and the files for the whole house", "Prepared the yearly audit of the store"))),
		"skills", resume.List(m("name", "Work", "keywords", resume.Texts("Scheduling", "First aid", "Excel", "teamwork")), m("name", "Tools", "keywords", resume.Texts("Powerpoint", "forklift", "HACCP"))),
		"meta", m("resumax", m("role", "none", "language", language))))
}

// forTrades are the options that a text is read with: with a role and without, of every
// level.
func forTrades(k int) Options {
	o := Options{Today: today, Level: []string{"", Junior, Mid, Senior}[k%4]}
	if k%3 == 0 {
		packs := role.All()
		o.Target = TargetOf(packs[k%len(packs)])
	}
	return o
}

var anyWord = regexp.MustCompile(`[\p{L}][\p{L}'’]*\p{L}`)

// typosOf makes typos of every kind in words of a text, as many of each kind as asked.
func typosOf(rng *rand.Rand, text string, each int) (typed []string) {
	places := anyWord.FindAllStringIndex(text, -1)
	if len(places) == 0 {
		return nil
	}
	for kind := range 6 {
		for range each {
			p := places[rng.IntN(len(places))]
			word := text[p[0]:p[1]]
			if wrong := typoIn(rng, word, kind); wrong != word && !isOtherWord(wrong) && isWordOf(text, p) {
				typed = append(typed, text[:p[0]]+wrong+text[p[1]:])
			}
		}
	}
	return typed
}

// isWordOf reports whether what stands at a place is a whole word: no part of "day-to-day"
// or of an address.
func isWordOf(text string, p []int) bool {
	return (p[0] == 0 || strings.ContainsAny(text[p[0]-1:p[0]], " (“")) && (p[1] == len(text) || strings.ContainsAny(text[p[1]:p[1]+1], " ,.;:)"))
}

func typoIn(rng *rand.Rand, word string, kind int) string {
	w := []rune(word)
	i := rng.IntN(len(w))
	letter := rune("eatqxno"[rng.IntN(7)])
	switch kind {
	case 0: // dropped
		return string(slices.Delete(w, i, i+1))
	case 1: // doubled
		return string(slices.Insert(w, i, w[i]))
	case 2: // swapped
		i = min(i, len(w)-2)
		w[i], w[i+1] = w[i+1], w[i]
		if unicode.IsUpper(w[1]) && !unicode.IsUpper(w[0]) && i == 0 {
			w[0], w[1] = unicode.ToUpper(w[0]), unicode.ToLower(w[1])
		}
		return string(w)
	case 3: // replaced
		if unicode.IsUpper(w[i]) {
			letter = unicode.ToUpper(letter)
		}
		w[i] = letter
		return string(w)
	case 4: // inserted
		return string(slices.Insert(w, i+1, letter))
	}
	return word + " " + word
}

// isOtherWord reports whether a typo makes a word of its own, so that the sentence is
// another one.
func isOtherWord(typed string) bool {
	lower := strings.ToLower(typed)
	return speller().Known(lower) || verbs.Of(lower).Known() || isTerm(typed)
}

// A typo of any kind raises no score, whatever the trade.
func TestATypoHelpsInNoTrade(t *testing.T) {
	rng, s := rand.New(rand.NewPCG(1, 2)), New()
	for k, text := range tradeTexts(t) {
		o := forTrades(k)
		before := s.Score(aroundText(text, ""), o)
		for _, typed := range typosOf(rng, text, 2) {
			if after := s.Score(aroundText(typed, ""), o); after > before+tolerance {
				t.Errorf("%+.2f: %q for %q, level %q, role %v", after-before, typed, text, o.Level, o.Target != nil)
			}
		}
	}
	for language, texts := range foreignTexts {
		for k, text := range texts {
			o := forTrades(k)
			before := s.Score(aroundText(text, language), o)
			for _, typed := range typosOf(rng, text, 8) {
				if after := s.Score(aroundText(typed, language), o); after > before+tolerance {
					t.Errorf("%+.2f: %q for %q", after-before, typed, text)
				}
			}
		}
	}
}

var (
	anyNumber  = regexp.MustCompile(`(?i)(?:\b|[$€£])\d[\d.,]*\d?\+?|\b(?:zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|million|billion|dozen|dozens|half|third|doubled|tripled|halved)\b`)
	unitBehind = regexp.MustCompile(`^\s*-?(?:%|[\p{L}]+(?:/[a-z]+)?)`)
	rangeEnd   = regexp.MustCompile(`^(?:\s*[-–]\s*| to )[$€£]?\d[\d.,]*\d?`)
)

// lessNumbers takes each number out of a text: alone, with its unit or its noun, and
// the end of a range.
func lessNumbers(text string) (less []string) {
	const shortest = 3 // words of a sentence
	without := func(from, to int) {
		if rest := strings.TrimSpace(text[:from] + text[to:]); len(strings.Fields(rest)) >= shortest {
			less = append(less, rest)
		}
	}
	for _, p := range anyNumber.FindAllStringIndex(text, -1) {
		if !isWordOf(text, p) && !strings.HasPrefix(text[p[1]:], "%") {
			continue // of a name or a measure: "3-axis", "2x4"
		}
		without(p[0], p[1])
		for _, behind := range []*regexp.Regexp{unitBehind, rangeEnd} {
			if m := behind.FindStringIndex(text[p[1]:]); m != nil {
				without(p[0], p[1]+m[1])
			}
		}
	}
	return less
}

// A number taken out raises no score, whatever the trade.
func TestANumberLessHelpsInNoTrade(t *testing.T) {
	s := New()
	check := func(text, language string, o Options) {
		before := s.Score(aroundText(text, language), o)
		for _, less := range lessNumbers(text) {
			if len(s.list.Find(less)) > len(s.list.Find(text)) {
				continue // what is counted went too, and brought a word nearer to what makes a term of it
			}
			if after := s.Score(aroundText(less, language), o); after > before+tolerance {
				t.Errorf("%+.2f: %q for %q, level %q, role %v", after-before, less, text, o.Level, o.Target != nil)
			}
		}
	}
	for k, text := range tradeTexts(t) {
		check(text, "", forTrades(k))
	}
	for language, texts := range foreignTexts {
		for k, text := range texts {
			check(text, language, forTrades(k))
		}
	}
}

// The fix of every finding gains what it says, whatever the trade.
func TestAFixGainsWhatItSaysInEveryTrade(t *testing.T) {
	s := New()
	for k, text := range tradeTexts(t) {
		if k%8 > 0 { // each takes some milliseconds
			continue
		}
		d, o := aroundText(text, ""), forTrades(k/8)
		r := s.Document(d, o)
		for _, f := range r.Findings {
			fixed, err := Apply(d, f)
			if err != nil {
				t.Fatal(err)
			}
			if after := s.Score(fixed, o); !near(after, r.Score+f.Gain) || f.Gain < 0 {
				t.Errorf("%q: %s at %s gains %v, not %v", text, f.Check, f.Address, after-r.Score, f.Gain)
			}
		}
	}
}
