package importer

import (
	"bytes"
	"cmp"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	_ "image/gif" // as pictures of resumes come
	_ "image/jpeg"
	"image/png"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"resumax/app/shell"
	"resumax/app/tr"
	"resumax/exchange/format"
	"resumax/exchange/pdftext"
	"resumax/resume"
	"resumax/resume/codec"
)

// Recognizer recognizes the text in pictures.
type Recognizer interface {
	// Name is what the program is called.
	Name() string
	// Words are the words on the picture of a page, with places in pixels, and how sure each
	// is, 0 to 1.
	Words(ctx context.Context, picture image.Image) ([]pdftext.Word, []float64, error)
}

// Tesseract is the program tesseract, by its path.
type Tesseract struct{ path string }

// FindTesseract is the recognizer that is installed, nil if none is.
func FindTesseract() Recognizer {
	path, err := exec.LookPath("tesseract")
	if err != nil {
		return nil
	}
	return Tesseract{path}
}

// Name implements Recognizer.
func (Tesseract) Name() string { return "Tesseract" }

// Words implements Recognizer. The picture goes to the program through a pipe; nothing is
// written to a disk.
func (t Tesseract) Words(ctx context.Context, picture image.Image) ([]pdftext.Word, []float64, error) {
	var in, out, said bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&in, picture); err != nil {
		return nil, nil, err
	}
	list, _ := exec.CommandContext(ctx, t.path, "--list-langs").Output() // without it the usual language is taken
	c := exec.CommandContext(ctx, t.path, "-", "-", "-l", languages(string(list), os.Getenv("LANG")), "hocr")
	c.Stdin, c.Stdout, c.Stderr = &in, &out, &said
	c.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1") // several threads mostly wait for each other
	if err := c.Run(); err != nil {
		if ctx.Err() != nil {
			return nil, nil, ctx.Err()
		}
		return nil, nil, fmt.Errorf("%s: %w (%s)", tr.T("importer.not-read-by-tesseract", "the picture could not be read by Tesseract"), err, shortened(said.String()))
	}
	return parseHOCR(&out)
}

func shortened(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	return text[:min(len(text), 200)]
}

// languageOf are Tesseract's names of the languages of locales.
var languageOf = map[string]string{"de": "deu", "fr": "fra", "es": "spa", "pt": "por", "it": "ita", "nl": "nld", "sv": "swe", "nb": "nor", "nn": "nor",
	"da": "dan", "fi": "fin", "pl": "pol", "cs": "ces", "hu": "hun", "ro": "ron", "tr": "tur", "el": "ell", "ru": "rus", "uk": "ukr", "ja": "jpn", "ko": "kor",
	"zh": "chi_sim", "zh_TW": "chi_tra", "zh_HK": "chi_tra", "ar": "ara", "he": "heb", "hi": "hin", "bg": "bul", "sk": "slk", "ca": "cat", "vi": "vie", "id": "ind"}

// languages are those to recognize, of the installed ones: English and that of the locale.
func languages(list, locale string) string {
	installed := strings.Fields(list)
	var all []string
	place, _, _ := strings.Cut(locale, ".")
	own, _, _ := strings.Cut(place, "_")
	for _, l := range []string{cmp.Or(languageOf[place], languageOf[own]), "eng"} {
		if l != "" && slices.Contains(installed, l) {
			all = append(all, l)
		}
	}
	if len(all) == 0 {
		return "eng"
	}
	return strings.Join(all, "+")
}

// maxWords bounds the words on a page.
const maxWords = 20_000

// parseHOCR reads the words of hOCR, which is what Tesseract writes: XHTML with places in the
// title attributes.
func parseHOCR(r io.Reader) (words []pdftext.Word, sure []float64, err error) {
	d := xml.NewDecoder(r)
	d.Strict, d.Entity = false, xml.HTMLEntity
	var line hocrLine
	var word *pdftext.Word
	var conf float64
	depth, end := 0, 0
	for len(words) < maxWords {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return words, sure, nil
		}
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", tr.T("importer.the-answer-of-tesseract", "the answer of Tesseract cannot be read"), err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			depth++
			class, title := attribute(token, "class"), attribute(token, "title")
			switch {
			case class == "ocrx_word":
				box := numbers(title, "bbox")
				if len(box) != 4 {
					continue
				}
				conf = 1
				if n := numbers(title, "x_wconf"); len(n) == 1 {
					conf = n[0] / 100
				}
				word, end = &pdftext.Word{Box: pdftext.Box{Left: box[0], Top: box[1], Right: box[2], Bottom: box[3]}, Size: line.size}, depth
				word.Baseline = line.baseline((box[0] + box[2]) / 2)
			case numbers(title, "x_size") != nil:
				line = newHOCRLine(title)
			}
		case xml.EndElement:
			if word != nil && depth == end {
				if word.Text = strings.TrimSpace(word.Text); word.Text != "" && !strings.Contains(word.Text, " ") {
					words, sure = append(words, *word), append(sure, conf)
				}
				word = nil
			}
			depth--
		case xml.CharData:
			if word != nil {
				word.Text += string(token)
			}
		}
	}
	return words, sure, nil
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// numbers are those behind a name in a title such as "bbox 10 20 30 40; x_wconf 95".
func numbers(title, name string) []float64 {
	for part := range strings.SplitSeq(title, ";") {
		words := strings.Fields(part)
		if len(words) < 2 || words[0] != name {
			continue
		}
		var all []float64
		for _, w := range words[1:] {
			n, err := strconv.ParseFloat(w, 64)
			if err != nil || math.IsNaN(n) || math.IsInf(n, 0) {
				return nil
			}
			all = append(all, n)
		}
		return all
	}
	return nil
}

// hocrLine is a line of text: its type size, and the line that its letters stand on.
type hocrLine struct{ size, left, bottom, slope, offset float64 }

func newHOCRLine(title string) hocrLine {
	l := hocrLine{size: numbers(title, "x_size")[0]}
	if b := numbers(title, "bbox"); len(b) == 4 {
		l.left, l.bottom = b[0], b[3]
	}
	if b := numbers(title, "baseline"); len(b) == 2 {
		l.slope, l.offset = b[0], b[1]
	}
	return l
}

func (l hocrLine) baseline(x float64) float64 { return l.bottom + l.offset + l.slope*(x-l.left) }

// perPoint is how many pixels a point has where text is recognized: 300 dots an inch.
const perPoint = 300.0 / 72

// maxRecognized bounds how many pages are recognized: each takes seconds.
const maxRecognized = 10

// offerRecognition says that a file is a picture, and what leads to its text.
func (im *Importer) offerRecognition(path string, then func(), picture *format.PictureError) {
	s := im.services.Shell
	var with Recognizer
	if im.services.Recognizer != nil {
		with = im.services.Recognizer()
	}
	if with == nil {
		s.ShowError(tr.T("importer.with-tesseract-installed-a", "{{.Error}}. With Tesseract installed, a free program for that, ResuMax can do it on this computer", tr.With{"Error": picture.Error()}))
		return
	}
	s.Ask(tr.T("importer.this-is-a-picture", "This is a picture of a resume"), shell.Sentence(tr.T("importer.has-no-text-only", "{{.File}} has no text, only pictures of its pages. {{.Name}} is installed and can recognize the text on this computer, which takes some seconds a page. Check what it read: it mistakes letters", tr.With{"File": picture.Name, "Name": with.Name()})),
		shell.Choice{Label: tr.T("importer.recognize-text", "Recognize text"), Main: true, Do: func() { im.recognize(path, then, with) }})
}

// recognize reads a file with the recognizer.
func (im *Importer) recognize(path string, then func(), with Recognizer) {
	r := &recognition{with: with}
	im.read(path, then, tr.T("importer.recognizing-the-text-of", "Recognizing the text of {{.File}}", tr.With{"File": filepath.Base(path)}), recognizeTime, &words{
		read: func(ctx context.Context, data []byte) ([]pdftext.Page, error) {
			if !codec.IsPDF(data) {
				return r.picture(ctx, data)
			}
			return r.pdf(ctx, data, im.services.Reader)
		},
		after: r.note,
	})
}

// recognition is the recognition of one file.
type recognition struct {
	with    Recognizer
	words   []readWord
	skipped int // pages behind those that were recognized
}

// readWord is how sure a word is, and where it stands.
type readWord struct {
	page int // counted from 1
	box  pdftext.Box
	sure float64 // 0 to 1
}

// pdf recognizes the pages of a PDF, of which each is painted for that.
func (r *recognition) pdf(ctx context.Context, data []byte, reader Reader) ([]pdftext.Page, error) {
	pages, err := reader.Read(ctx, data)
	if err != nil {
		return nil, err
	}
	r.skipped = max(0, len(pages)-maxRecognized)
	for i := range pages[:len(pages)-r.skipped] {
		picture, err := reader.Picture(ctx, data, i, perPoint)
		if err != nil {
			return nil, err
		}
		scale := pages[i].Width / float64(picture.Bounds().Dx())
		if pages[i].Words, err = r.page(ctx, picture, scale, i+1); err != nil {
			return nil, err
		}
	}
	return pages, nil
}

// note makes what was taken no surer than the words that it is made of, and says what was not
// recognized.
func (r *recognition) note(got *format.Reading) {
	if r.skipped > 0 {
		got.Problems = append(got.Problems, resume.Problem{Text: tr.T("importer.only-the-first-pages", "only the first {{.Most}} pages were recognized: the {{.Missing}} behind them are missing", tr.With{"Most": maxRecognized, "Missing": r.skipped})})
	}
	for i := range got.Taken {
		t := &got.Taken[i]
		if t.Box == nil {
			continue
		}
		for _, w := range r.words {
			x, y := (w.box.Left+w.box.Right)/2, (w.box.Top+w.box.Bottom)/2
			if w.page == t.Page && x >= t.Box.Left && x <= t.Box.Right && y >= t.Box.Top && y <= t.Box.Bottom {
				t.Confidence = min(t.Confidence, w.sure)
			}
		}
	}
}

// maxPixels bounds a picture that is recognized.
const maxPixels = 50_000_000

// picture recognizes a file that is a picture, of a page of A4's width.
func (r *recognition) picture(ctx context.Context, data []byte) ([]pdftext.Page, error) {
	const width = 595
	config, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, errors.New(tr.T("importer.this-type-of-picture", "this type of picture can't be read: save it as PNG or JPEG"))
	}
	if config.Width*config.Height > maxPixels {
		return nil, errors.New(tr.T("importer.the-picture-has-pixels", "the picture has {{.Width}} × {{.Height}} pixels, too many: make it smaller", tr.With{"Width": config.Width, "Height": config.Height}))
	}
	picture, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, errors.New(tr.T("importer.the-picture-is-damaged", "the picture is damaged"))
	}
	scale := width / float64(picture.Bounds().Dx())
	words, err := r.page(ctx, picture, scale, 1)
	return []pdftext.Page{{Width: width, Height: scale * float64(picture.Bounds().Dy()), Words: words}}, err
}

// page recognizes the words on a picture, whose places are in points then.
func (r *recognition) page(ctx context.Context, picture image.Image, scale float64, page int) ([]pdftext.Word, error) {
	words, sure, err := r.with.Words(ctx, picture)
	for i := range words {
		w := &words[i]
		w.Box = pdftext.Box{Left: w.Left * scale, Top: w.Top * scale, Right: w.Right * scale, Bottom: w.Bottom * scale}
		w.Baseline, w.Size = w.Baseline*scale, w.Size*scale
		r.words = append(r.words, readWord{page, w.Box, sure[i]})
	}
	return words, err
}
