package exchange

import (
	"context"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"

	"resumax/exchange/format"
	"resumax/exchange/pdftext"
	"resumax/resume"
	"resumax/resume/codec"
)

// twoPages is a resume of two pages in a format, without data in it that were read instead.
func twoPages(b *testing.B, id string) []byte {
	b.Helper()
	data, err := os.ReadFile("../render/testdata/two-pages.json")
	if err != nil {
		b.Fatal(err)
	}
	d, _, err := codec.Parse(data, "two-pages.json")
	if err != nil {
		b.Fatal(err)
	}
	f, _ := Find(id)
	out, err := f.Write(format.Source{Document: d, Options: optionsOf(d, "classic")})
	if err != nil {
		b.Fatal(err)
	}
	file, err := out.File(0)
	if err != nil {
		b.Fatal(err)
	}
	return file
}

func imported(b *testing.B, in format.Input) resume.Document {
	b.Helper()
	r, err := Read(context.Background(), in)
	if err != nil {
		b.Fatal(err)
	}
	if r.Document.Resume().Basics.Name != "Mirela Antonescu" {
		b.Fatalf("the name is %q", r.Document.Resume().Basics.Name)
	}
	return r.Document
}

// BenchmarkImport is the import of two pages: of what names its fields, as our own files do,
// and of what is recognized.
func BenchmarkImport(b *testing.B) {
	for _, id := range []string{"docx", "odt", "html", "md", "txt", "json", "rendercv"} {
		data := twoPages(b, id)
		b.Run(id, func(b *testing.B) {
			for b.Loop() {
				imported(b, format.Input{Data: data, Name: "x." + id})
			}
		})
	}
	for _, id := range []string{"docx", "odt"} {
		data := foreign(b, id)
		b.Run(id+"-recognized", func(b *testing.B) {
			for b.Loop() {
				imported(b, format.Input{Data: data, Name: "x." + id})
			}
		})
	}
}

// foreign is a word processor's file without the styles that say what each text is.
func foreign(b *testing.B, id string) []byte {
	b.Helper()
	part := map[string]string{"docx": "word/document.xml", "odt": "content.xml"}[id]
	return edit(b, twoPages(b, id), part, func(text string) string {
		return strings.NewReplacer("section_", "other_", `<w:rStyle w:val="`, `<w:rStyle w:val="x`, `text:style-name="`+"Organization", `text:style-name="x`).Replace(text)
	})
}

// BenchmarkImportPDF is the import of two pages of a PDF: cold, when PDFium is compiled and
// nothing is cached; and warm. It reports the process's memory while a reader is open and after it
// was closed, in MB beyond that before.
func BenchmarkImportPDF(b *testing.B) {
	data := twoPages(b, "pdf")
	b.Run("cold", func(b *testing.B) {
		before := resident()
		open, after := 0.0, 0.0
		for b.Loop() {
			r := &pdftext.Reader{}
			imported(b, format.Input{Data: data, Name: "x.pdf", Words: r.Read})
			open = resident() - before
			if err := r.Close(); err != nil {
				b.Fatal(err)
			}
			after = resident() - before
		}
		b.ReportMetric(open, "MB-open")
		b.ReportMetric(after, "MB-after")
	})
	b.Run("warm", func(b *testing.B) {
		r := &pdftext.Reader{}
		defer r.Close()
		imported(b, format.Input{Data: data, Name: "x.pdf", Words: r.Read})
		for b.Loop() {
			imported(b, format.Input{Data: data, Name: "x.pdf", Words: r.Read})
		}
	})
}

// resident is the memory of the process in MB, 0 where the system does not say.
func resident() float64 {
	debug.FreeOSMemory()
	text, err := os.ReadFile("/proc/self/statm")
	if err != nil || runtime.GOOS != "linux" {
		return 0
	}
	fields := strings.Fields(string(text))
	pages, err := strconv.Atoi(fields[1])
	if err != nil {
		return 0
	}
	return float64(pages) * float64(os.Getpagesize()) / (1 << 20)
}
