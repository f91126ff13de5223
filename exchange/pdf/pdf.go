// Package pdf writes resumes as PDFs, and reads back the resume that a PDF
// carries. What the pages of other PDFs say is read by package pdftext.
package pdf

import (
	"bytes"
	"fmt"

	"resumax/exchange/format"
	"resumax/render"
	"resumax/resume/codec"
)

// Format is PDF.
var Format = &format.Format{
	ID:         "pdf",
	Name:       "PDF",
	About:      "the pages as they print; opens again if editable data is embedded",
	Extensions: []string{"pdf"},
	Sniff:      codec.IsPDF,
	Read:       read,
	Write:      write,
}

func read(data []byte, name string) (format.Reading, error) {
	d, problems, err := codec.ParsePDF(data, name)
	return format.Reading{Document: d, Problems: problems}, err
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
