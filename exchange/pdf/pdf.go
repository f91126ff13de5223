// Package pdf writes resumes as PDFs, and reads them: the resume that a PDF carries, or
// what the pages of any PDF say.
package pdf

import (
	"bytes"
	"context"
	"fmt"
	"slices"

	"resumax/exchange/europass"
	"resumax/exchange/format"
	"resumax/exchange/pdftext"
	"resumax/exchange/structure"
	"resumax/render"
	"resumax/resume/codec"
)

// Format is PDF.
var Format = &format.Format{
	ID:         "pdf",
	Name:       "PDF",
	About:      "the pages as they print; opens again if editable data is embedded",
	Extensions: []string{"pdf"},
	Letters:    true,
	Sniff:      codec.IsPDF,
	Read:       read,
	Write:      write,
}

// read reads the resume that a PDF carries, whole: ResuMax's own, or the one of Europass.
// Of any other PDF it reads what the pages say.
func read(ctx context.Context, in format.Input) (format.Reading, error) {
	d, problems, err := codec.ParsePDF(in.Data, in.Name)
	if err == nil {
		return format.Reading{Document: d, Problems: problems}, nil
	}
	if data, ok := europass.InPDF(in.Data); ok {
		got, err := europass.Format.Read(ctx, format.Input{Data: data, Name: in.Name})
		if err == nil && len(got.Taken) > 0 {
			return got, nil
		}
	}
	if in.Words == nil {
		return format.Reading{}, err
	}
	pages, err := in.Words(ctx, in.Data)
	if err != nil {
		return format.Reading{}, fmt.Errorf("%s: %w", in.Name, err)
	}
	if !slices.ContainsFunc(pages, func(p pdftext.Page) bool { return len(p.Words) > 0 }) {
		return format.Reading{}, &format.PictureError{Name: in.Name}
	}
	found := structure.Of(structure.InReadingOrder(pages))
	return format.Reading{Document: found.Document, Record: found.Record}, nil
}

func write(s format.Source) (format.Output, error) {
	t := render.NewTypesetter()
	pages := t.Typeset(s.Document.Resume(), s.Options)
	var data []byte
	if s.Attach {
		data = codec.Attachment(s.Document, render.Printed(pages))
	}
	var b bytes.Buffer
	if err := t.PDF(&b, pages, data); err != nil {
		return format.Output{}, fmt.Errorf("the PDF cannot be made: %w", err)
	}
	return format.Single(b.Bytes(), pages.Problems), nil
}
