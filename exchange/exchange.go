// Package exchange is the list of formats in which resumes come and go. Menus,
// file dialogs, drag and drop, the command line and its help all derive from it:
// a new format is a package of its own below this one, and a line here.
package exchange

import (
	"context"
	"slices"
	"strings"

	"resumax/exchange/docx"
	"resumax/exchange/europass"
	"resumax/exchange/format"
	"resumax/exchange/fresh"
	"resumax/exchange/html"
	"resumax/exchange/jpeg"
	"resumax/exchange/jsonresume"
	"resumax/exchange/linkedin"
	"resumax/exchange/markdown"
	"resumax/exchange/odt"
	"resumax/exchange/pdf"
	"resumax/exchange/plaintext"
	"resumax/exchange/png"
	"resumax/exchange/reactiveresume"
	"resumax/exchange/rendercv"
	"resumax/exchange/rtf"
)

// formats are those that there are, in the order of menus. Of several with one extension
// the first is meant by it.
var formats = []*format.Format{
	pdf.Format,
	docx.Format,
	odt.Format,
	rtf.Format,
	png.Format,
	jpeg.Format,
	html.Format,
	jsonresume.Format,
	jsonresume.Strict,
	reactiveresume.Format,
	reactiveresume.Format4,
	rendercv.Format,
	fresh.Format,
	europass.Format,
	linkedin.Format,
	markdown.Format,
	plaintext.Format,
}

// Formats are all formats, in the order of menus.
func Formats() []*format.Format { return slices.Clone(formats) }

// Writers are the formats that resumes are exported to.
func Writers() []*format.Format {
	return slices.DeleteFunc(Formats(), func(f *format.Format) bool { return f.Write == nil })
}

// LetterWriters are the formats that letters are exported to.
func LetterWriters() []*format.Format {
	return slices.DeleteFunc(Writers(), func(f *format.Format) bool { return !f.Letters })
}

// Readers are the formats that resumes are read from.
func Readers() []*format.Format {
	return slices.DeleteFunc(Formats(), func(f *format.Format) bool { return f.Read == nil })
}

// Default is what a resume is exported to where nothing else is said.
func Default() *format.Format { return pdf.Format }

// Find is the format with the id.
func Find(id string) (*format.Format, bool) {
	return first(func(f *format.Format) bool { return f.ID == id })
}

// ForPath is the format of a file's name, by its extension.
func ForPath(path string) (*format.Format, bool) {
	return first(func(f *format.Format) bool { return f.Has(path) })
}

// Sniff is the format that a file is of, by what it holds, whatever it is called. Any
// object in JSON may be JSON Resume, so that comes last.
func Sniff(data []byte) (*format.Format, bool) {
	f, ok := first(func(f *format.Format) bool { return f != Unknown() && f.Sniff != nil && f.Sniff(data) })
	if !ok && Unknown().Sniff(data) {
		return Unknown(), true
	}
	return f, ok
}

func first(is func(*format.Format) bool) (*format.Format, bool) {
	if i := slices.IndexFunc(formats, is); i >= 0 {
		return formats[i], true
	}
	return nil, false
}

// Unknown is what a file of no known format is read as, to say what keeps it from being that.
func Unknown() *format.Format { return jsonresume.Format }

// Read reads a file of whichever format it is. Errors name it.
func Read(ctx context.Context, in format.Input) (format.Reading, error) {
	f, err := Detect(in.Data, in.Name)
	if err != nil {
		return format.Reading{}, err
	}
	return f.Read(ctx, in)
}

// IDs are the ids of formats, with commas between them.
func IDs(of []*format.Format) string {
	all := make([]string, len(of))
	for i, f := range of {
		all[i] = f.ID
	}
	return strings.Join(all, ", ")
}
