package hyphen

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// broken is the word with a hyphen wherever it may be broken.
func broken(p *Patterns, word string) string {
	for _, at := range slices.Backward(p.Points(word)) {
		word = word[:at] + "-" + word[at:]
	}
	return word
}

func TestPoints(t *testing.T) {
	for tag, words := range map[string]string{
		// The first two are Liang's examples, and the next is of TeX's exceptions.
		"en":    "hy-phen-ation con-cate-na-tion as-so-ciate ta-ble in-fra-struc-ture re-spon-si-ble Soft-ware go through don't",
		"en-GB": "hy-phen-a-tion in-fra-struc-ture re-spons-ible uni-ver-sity",
		"de":    "Ent-wick-lung Soft-ware-ent-wick-ler Zu-cker Stra-ße Ver-ant-wor-tung ÜBER-GA-BE",
		"fr":    "dé-ve-lop-pe-ment in-for-ma-tique",
		"es":    "de-sa-rro-llo in-ge-nie-ro",
		"it":    "svi-lup-po in-for-ma-ti-ca",
		"pt":    "de-sen-vol-vi-mento",
		"nl":    "ont-wik-ke-ling soft-wa-re",
		"pl":    "pro-gra-mi-sta",
		"sv":    "ut-veck-ling",
		"da":    "ud-vik-ling",
		"nb":    "ut-vik-ling be-tre",
		"fi":    "ke-hit-tä-jä oh-jel-mis-to",
		"ru":    "раз-ра-бот-ка про-грам-мист",
		"uk":    "роз-роб-ка",
		"el":    "α-νά-πτυ-ξη",
		"tr":    "ge-liş-tir-me IŞIK",
	} {
		p, ok := For(tag)
		if !ok {
			t.Errorf("nothing for %s", tag)
			continue
		}
		for _, want := range strings.Fields(words) {
			if got := broken(p, strings.ReplaceAll(want, "-", "")); got != want {
				t.Errorf("%s: %s, want %s", tag, got, want)
			}
		}
	}
}

func TestLanguages(t *testing.T) {
	for _, tag := range Languages() {
		p, ok := For(tag)
		if !ok || len(p.digits) < 50 || p.left < 1 || p.right < 1 {
			t.Errorf("%s: %d patterns, least parts of %d and %d letters", tag, len(p.digits), p.left, p.right)
		}
		for word := range p.words {
			if strings.ContainsFunc(word, unicode.IsUpper) {
				t.Errorf("%s: the exception %s is never found", tag, word)
			}
		}
	}
	same := func(x, y string) bool {
		a, _ := For(x)
		b, _ := For(y)
		return a == b && a != nil
	}
	for _, c := range [][2]string{{"en-US", "en"}, {"EN-gb", "en-GB"}, {"en-GB-oxendict", "en-AU"}, {"no", "nb"}, {"de-CH", "de"}} {
		if !same(c[0], c[1]) {
			t.Errorf("%s and %s are not broken alike", c[0], c[1])
		}
	}
	if same("en", "en-GB") {
		t.Error("American and British words are broken alike")
	}
	for _, tag := range []string{"", "-", "zh-Hans", "he", "english"} {
		if _, ok := For(tag); ok {
			t.Errorf("there is something for %q", tag)
		}
	}
}

// sound holds what is true of the points of any word.
func sound(t interface{ Fatalf(string, ...any) }, p *Patterns, word string) {
	last := 0
	for _, at := range p.Points(word) {
		if at <= last || at >= len(word) || !utf8.RuneStart(word[at]) {
			t.Fatalf("%q may be broken at byte %d, after %d", word, at, last)
		}
		last = at
	}
	if points := p.Points(word); len(points) > 0 && (utf8.RuneCountInString(word[:points[0]]) < p.left || utf8.RuneCountInString(word[last:]) < p.right) {
		t.Fatalf("%q is broken too near its end at %v", word, points)
	}
}

func TestPointsAreSound(t *testing.T) {
	words := rapid.OneOf(rapid.String(), rapid.StringMatching("[a-zäöüßéèA-Z]{0,40}"), rapid.StringMatching("[а-яіїΑ-Ωα-ωıİ]{0,40}"))
	tags := rapid.SampledFrom(Languages())
	rapid.Check(t, func(t *rapid.T) {
		p, _ := For(tags.Draw(t, "language"))
		sound(t, p, words.Draw(t, "word"))
	})
}

func FuzzPatterns(f *testing.F) {
	f.Add("\\patterns{ % a comment\n.ab3c 1d\nx2y}\n\\hyphenation{ta-ble}", "table")
	f.Add("\\patterns{9}", "a")
	f.Add("\\hyphenation{-a-}", "a")
	f.Add("\\patterns{\xff1a}", "\xffa\xc3")
	f.Add("\\hyphenation{a\xff-b}", "a\xffb")
	f.Fuzz(func(t *testing.T, file, word string) {
		p := &Patterns{left: 1, right: 1, lower: unicode.ToLower, digits: make(map[string]string), words: make(map[string]string)}
		if p.read(file) == nil {
			sound(t, p, word)
		}
	})
}

func TestBrokenPatterns(t *testing.T) {
	p := &Patterns{lower: unicode.ToLower, digits: make(map[string]string), words: make(map[string]string)}
	if err := p.read("\\patterns{\na1b\n\\oops\n}"); err == nil || err.Error() != `line 3: "\\oops" is neither a pattern nor a word` {
		t.Errorf("error %v", err)
	}
}

func BenchmarkPoints(b *testing.B) {
	p, _ := For("de")
	b.ReportAllocs()
	for b.Loop() {
		p.Points("Softwareentwicklung")
	}
}

func BenchmarkRead(b *testing.B) {
	for b.Loop() {
		language{Files: []string{"hyph-de-1996"}}.patterns("de")
	}
}
