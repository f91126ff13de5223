package structure

import (
	"math/rand/v2"
	"strings"
	"testing"

	"resumax/exchange/pdftext/pdftexttest"
)

// alphabet are words of which hostile lines are made: of all kinds, so that each rule has its turn.
var alphabet = strings.Fields(`Ada Example Baker Engineer Nurse Acme Ltd GmbH University College Hull, Leeds, TX CA 2019 2020 – - — Present 03/2019 12/2021 March May
 ada@site.example github.com/ada www.linkedin.com/in/ (LinkedIn) +44 20 5550 0100 Experience EDUCATION Skills Languages: Native (C1) fluent • · | , ; : BSc PhD Diploma in of at and & GPA: 3.9/4.0
 Company: Position: Responsibilities: Salary: 【職歴】 株式会社 現在 A B C D E . . . . www x 1 of 2 exp. cum laude`)

// FuzzLines makes pages of words at places that bytes tell. What is taken stands in the lines,
// word for word, dates apart; nothing is both taken and left.
func FuzzLines(f *testing.F) {
	f.Add([]byte("ada example 12345 skills"))
	f.Add([]byte{0, 1, 30, 2, 40, 90, 7, 3, 250, 251, 252, 9, 9, 9, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70})
	f.Fuzz(invented)
}

// The same on pages by chance, with every run of the tests.
func TestNothingIsInvented(t *testing.T) {
	random := rand.New(rand.NewPCG(14, 29))
	for range 300 {
		data := make([]byte, 20+random.IntN(300))
		for i := range data {
			data[i] = byte(random.IntN(256))
		}
		invented(t, data)
	}
}

// invented fails where something is taken of a page of words that does not stand there.
func invented(t *testing.T, data []byte) {
	if len(data) > 2000 {
		return
	}
	var lines []string
	var line []string
	for i, b := range data {
		line = append(line, alphabet[int(b)%len(alphabet)])
		if b%5 == 0 || len(line) > 14 {
			text := strings.Join(line, " ")
			if i%3 == 0 {
				text = "*" + text + "*"
			}
			lines, line = append(lines, text), nil
		}
	}
	lines = append(lines, strings.Join(line, " "))
	pages := pdftexttest.Page(lines...)
	for i := range pages[0].Words { // columns, gaps and sizes
		w := &pages[0].Words[i]
		if b := data[i%max(1, len(data))]; b > 200 {
			w.Left, w.Right = w.Left+float64(b-200)*6, w.Right+float64(b-200)*6
		} else if b > 190 {
			w.Size = 16
		}
	}
	source := bare(strings.Join(lines, ""))
	s := Of(InReadingOrder(pages))
	for _, got := range s.Taken {
		if strings.HasSuffix(string(got.Address), "Date") || strings.HasSuffix(string(got.Address), "/date") {
			continue
		}
		for _, w := range strings.Fields(got.Text) {
			if !strings.Contains(source, bare(w)) {
				t.Fatalf("%s: %q is not in\n%s", got.Address, got.Text, strings.Join(lines, "\n"))
			}
		}
	}
	for _, left := range s.Left {
		for _, w := range strings.Fields(left.Text) {
			if !strings.Contains(source, bare(w)) {
				t.Fatalf("left over: %q is not in\n%s", left.Text, strings.Join(lines, "\n"))
			}
		}
	}
}

// bare is a text without what joining and parting of words changes.
func bare(text string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" -–—*•|.,;:()[]…", r) {
			return -1
		}
		return r
	}, text)
}
