package importer

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/png"
	"slices"
	"strings"
	"testing"

	"resumax/exchange/pdftext"
	"resumax/exchange/pdftext/pdftexttest"
	"resumax/widgets"
)

const hocr = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html><head><title></title><meta name='ocr-system' content='tesseract' /></head><body>
 <div class='ocr_page' title='image "-"; bbox 0 0 1000 1400; ppageno 0'>
  <div class='ocr_carea' title="bbox 100 200 500 240"><p class='ocr_par' title="bbox 100 200 500 240">
   <span class='ocr_line' title="bbox 100 200 500 240; baseline 0.01 -8; x_size 40; x_descenders 8; x_ascenders 9">
    <span class='ocrx_word' title='bbox 100 200 200 240; x_wconf 96'>Ada</span>
    <span class='ocrx_word' title='bbox 220 200 300 240; x_wconf 41'><strong>&amp; Co</strong></span>
    <span class='ocrx_word' title='bbox 320 200 500 240; x_wconf 88'><em>Exampl&eacute;</em></span>
    <span class='ocrx_word' title='bbox 1; x_wconf 88'>nowhere</span>
    <span class='ocrx_word' title='bbox 510 200 520 240; x_wconf 12'> </span>
   </span></p></div></div></body></html>`

func TestParseHOCR(t *testing.T) {
	words, sure, err := parseHOCR(strings.NewReader(hocr))
	if err != nil || len(words) != 2 || len(sure) != 2 {
		t.Fatalf("%+v, %v, %v", words, sure, err)
	}
	w := words[1]
	if w.Text != "Examplé" || w.Size != 40 || w.Box != (pdftext.Box{Left: 320, Top: 200, Right: 500, Bottom: 240}) || sure[1] != 0.88 {
		t.Errorf("%+v, %v", w, sure)
	}
	if want := 240 - 8 + 0.01*(410-100); w.Baseline < want-0.01 || w.Baseline > want+0.01 {
		t.Errorf("it stands on %.2f, want %.2f", w.Baseline, want)
	}
	if _, _, err := parseHOCR(strings.NewReader("<html><span class='ocrx_word' title='bbox 1 2 3 4'>x")); err == nil {
		t.Error("an answer that is cut is taken for whole")
	}
}

func FuzzHOCR(f *testing.F) {
	f.Add(hocr)
	f.Add("<a title='x_size'><a title='x_size nan; bbox 1 2 3 4'><a class='ocrx_word' title='bbox 1 2 3 4'></a>x")
	f.Fuzz(func(t *testing.T, text string) {
		words, sure, err := parseHOCR(strings.NewReader(text))
		if err == nil && len(words) != len(sure) {
			t.Error("a word lacks how sure it is")
		}
		for _, w := range words {
			if w.Text == "" || strings.Contains(w.Text, " ") {
				t.Errorf("a word is %q", w.Text)
			}
		}
	})
}

func TestLanguages(t *testing.T) {
	const list = "List of available languages in \"/usr/share/tessdata/\" (3):\ndeu\neng\nosd\n"
	for _, c := range []struct{ list, locale, want string }{
		{list, "de_DE.UTF-8", "deu+eng"}, {list, "fr_FR.UTF-8", "eng"}, {list, "", "eng"}, {"", "de_DE", "eng"}, {"deu\n", "de_DE", "deu"},
		{"ara\nchi_sim\nchi_tra\neng\n", "zh_TW.UTF-8", "chi_tra+eng"}, {"ara\nchi_sim\nchi_tra\neng\n", "zh_CN.UTF-8", "chi_sim+eng"}, {"ara\neng\n", "ar_EG", "ara+eng"},
	} {
		if got := languages(c.list, c.locale); got != c.want {
			t.Errorf("%q in %q: %q, want %q", c.list, c.locale, got, c.want)
		}
	}
}

// fakeRecognizer finds the words of a page on every picture.
type fakeRecognizer struct {
	page  pdftext.Page
	sure  float64
	err   error
	asked int
	pages bool // only the first has these words
}

func (f *fakeRecognizer) Name() string { return "Tesseract" }

func (f *fakeRecognizer) Words(_ context.Context, picture image.Image) ([]pdftext.Word, []float64, error) {
	f.asked++
	if f.pages && f.asked > 1 {
		return nil, nil, nil
	}
	scale := float64(picture.Bounds().Dx()) / f.page.Width
	var words []pdftext.Word
	var sure []float64
	for _, w := range f.page.Words {
		w.Box = pdftext.Box{Left: w.Left * scale, Top: w.Top * scale, Right: w.Right * scale, Bottom: w.Bottom * scale}
		w.Size, w.Baseline = w.Size*scale, w.Baseline*scale
		words, sure = append(words, w), append(sure, f.sure)
	}
	return words, sure, f.err
}

func drawn(t *testing.T) string {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 595, 842))); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// A picture is called one, and its text recognized when the user says so; what was read of it
// is to be checked.
func TestPicturesAreRecognizedOnDemand(t *testing.T) {
	for name, content := range map[string]string{"scan.pdf": "%PDF-1.7\n...", "scan.png": drawn(t)} {
		t.Run(name, func(t *testing.T) {
			b := newBench(t, widgets.Light, 1200, 800)
			b.reader.pages = []pdftext.Page{{Width: 595, Height: 842}}
			with := &fakeRecognizer{page: pdftexttest.Page("*Ada Example*", "ada@example.org", "/*Experience*", "*Ward nurse* Jan 2019 – Present", "Harbour Hospital", "• Cut falls by half.")[0], sure: 0.6}
			b.im.services.Recognizer = func() Recognizer { return with }
			b.im.Open(b.file(name, content), nil)
			if said := b.said(); with.asked > 0 || !strings.Contains(said, "“"+name+"” has no text, only pictures") {
				t.Fatalf("asked %d times, said: %s", with.asked, said)
			}
			b.press("Recognize text")
			s := b.im.screen
			if s == nil {
				t.Fatalf("no review: %s", b.said())
			}
			d := s.review.Document()
			if d.TextAt("/basics/name") != "Ada Example" || d.TextAt("/work/0/highlights/0") != "Cut falls by half." || s.source.page == nil {
				t.Errorf("%s", told(s.review.Groups()))
			}
			if n := len(s.review.Unsure()); n < 5 {
				t.Errorf("%d texts are to be checked", n)
			}
			page, box, ok := boxOf(s.review, idsAt(s.review, "/basics/name")[0])
			if want := b.im.screen.review.Taken(); !ok || page != 1 || box.Right > 200 {
				t.Errorf("the name is on page %d at %+v, %+v", page, box, want[0])
			}
		})
	}
}

// Each page takes seconds, so that there is a bound; what lies behind it is not dropped silently.
func TestLongScans(t *testing.T) {
	b := newBench(t, widgets.Light, 1200, 800)
	blank := func() { b.reader.pages = slices.Repeat([]pdftext.Page{{Width: 595, Height: 842}}, maxRecognized+3) }
	blank()
	with := &fakeRecognizer{page: pdftexttest.Page("*Ada Example*", "ada@example.org")[0], sure: 0.9}
	b.im.services.Recognizer = func() Recognizer { return with }
	b.im.Open(b.file("scan.pdf", "%PDF-1.7\n..."), nil)
	b.press("Recognize text") // the same on each page is the head of pages, and nothing else is there
	if said := b.said(); !strings.Contains(said, "“scan.pdf” says nothing that belongs in a resume") || len(b.started) > 0 {
		t.Fatalf("said: %s", said)
	}
	b.press("OK")
	with.asked, with.pages = 0, true
	blank()
	b.im.Open(b.file("scan.pdf", "%PDF-1.7\n..."), nil)
	b.press("Recognize text")
	if b.im.screen == nil || with.asked != maxRecognized {
		t.Fatalf("%d pages were recognized: %s", with.asked, b.said())
	}
	if p := b.im.screen.review.Problems; len(p) == 0 || !strings.Contains(p[len(p)-1].Text, "the 3 behind them are missing") {
		t.Errorf("%+v", p)
	}
}

func TestRecognizingFails(t *testing.T) {
	b := newBench(t, widgets.Light, 1200, 800)
	b.reader.pages = []pdftext.Page{{Width: 595, Height: 842}}
	b.im.Open(b.file("scan.pdf", "%PDF-1.7\n..."), nil)
	if said := b.said(); !strings.Contains(said, "is a picture of a resume") || !strings.Contains(said, "Tesseract installed") {
		t.Errorf("without a recognizer: %s", said)
	}
	b = newBench(t, widgets.Light, 1200, 800)
	b.reader.pages = []pdftext.Page{{Width: 595, Height: 842}}
	b.im.services.Recognizer = func() Recognizer {
		return &fakeRecognizer{page: pdftext.Page{Width: 595}, err: errors.New("no language data")}
	}
	b.im.Open(b.file("scan.pdf", "%PDF-1.7\n..."), nil)
	b.press("Recognize text")
	if said := b.said(); !strings.Contains(said, "“scan.pdf”: no language data") {
		t.Errorf("said: %s", said)
	}
	b = newBench(t, widgets.Light, 1200, 800)
	with := &fakeRecognizer{page: pdftext.Page{Width: 595}}
	b.im.services.Recognizer = func() Recognizer { return with }
	b.im.Open(b.file("blank.png", drawn(t)), nil)
	b.press("Recognize text")
	if said := b.said(); with.asked != 1 || !strings.Contains(said, "No text was recognized in “blank.png”") {
		t.Errorf("of a blank page: %s", said)
	}
}
