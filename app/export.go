package app

import (
	"bytes"
	"context"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"resumax/app/picker"
	"resumax/app/printing"
	"resumax/render"
	"resumax/resume"
	"resumax/role"
	"resumax/storage/file"
	"resumax/storage/systemfonts"
	"resumax/widgets"
)

// format is a kind of file that the resume can be exported to.
type format struct {
	name   string
	ending string
}

var (
	formatPDF  = format{"PDF", "pdf"}
	formatPNG  = format{"PNG pictures", "png"}
	formatText = format{"Plain text", "txt"}
	formatJSON = format{"JSON Resume", "json"}
)

// pngScale is the resolution of exported pictures: 200 dpi.
const pngScale = 200.0 / 72

// options are how the resume is typeset in the preview, in print and in
// exports alike.
func (w *window) options(r *resume.Resume) render.Options {
	o := render.OptionsFor(r, w.designs)
	o.Fonts = systemfonts.Library()
	if ref := r.Basics.Image; w.photoRef != ref { // the file that it names is read once
		w.photoRef = ref
		w.photo, w.photoError = file.Photo(w.session.Now().Document, filepath.Dir(w.session.File().Path))
	}
	o.Photo, o.PhotoError = w.photo, w.photoError
	return o
}

// export writes the resume in another format, to a file that the user chooses.
func (w *window) export(f format) {
	w.whenFit("export", func() {
		name := fileName(w.session.Now().Resume.Basics.Name)
		if p := w.session.File().Path; p != "" {
			name = strings.TrimSuffix(filepath.Base(p), filepath.Ext(p))
		}
		if name == "" {
			name = "resume"
		}
		w.busy = true
		w.trace.write("dialog", map[string]any{"what": "export"})
		w.picker.Save(picker.Request{Title: "Export as " + f.name, Folder: w.folder(), Name: name + "." + f.ending,
			Filters: []picker.Filter{{Name: f.name, Extensions: []string{f.ending}}}}, func(path string, err error) {
			w.busy = false
			switch {
			case err != nil:
				w.say(err.Error())
			case path != "" && path == w.session.File().Path:
				w.say("That is the project's own file. Choose another name for the export.")
			case path != "":
				w.writeExport(f, path)
			}
		})
	})
}

func (w *window) writeExport(f format, path string) {
	s := w.session.Now()
	o, attach := w.options(s.Resume), w.prefs.attach()
	w.background("Exporting "+filepath.Base(path), func() func() {
		problems, err := exportTo(f, path, s.Document, o, attach)
		return func() {
			if err != nil {
				w.say(err.Error())
				return
			}
			w.trace.write("exported", map[string]any{"path": path})
			text := "Exported " + filepath.Base(path)
			if n := len(problems); n > 0 {
				text += fmt.Sprintf(", but %s: %s", problems[0].Address, problems[0].Text)
			}
			w.toaster.Show(text, "Open", func() {
				if err := printing.OpenFile(path); err != nil {
					w.say(err.Error())
				}
			})
		}
	})
}

// exportTo writes one export and returns what the page could not show.
func exportTo(f format, path string, d resume.Document, o render.Options, attach bool) ([]resume.Problem, error) {
	r := d.Resume()
	switch f {
	case formatJSON:
		return nil, file.WriteFile(path, file.Encode(d))
	case formatText:
		return nil, file.WriteFile(path, []byte(render.Text(r)))
	}
	setter := render.NewTypesetter()
	doc := setter.Typeset(r, o)
	if f == formatPDF {
		var b bytes.Buffer
		var source []byte
		if attach {
			source = file.Attachment(d)
		}
		if err := setter.PDF(&b, doc, source); err != nil {
			return nil, fmt.Errorf("the PDF could not be made: %w", err)
		}
		return doc.Problems, file.WriteFile(path, b.Bytes())
	}
	for i := range doc.Pages {
		var b bytes.Buffer
		if err := png.Encode(&b, render.Picture(doc, i, pngScale)); err != nil {
			return nil, fmt.Errorf("the picture could not be made: %w", err)
		}
		if err := file.WriteFile(pagePath(path, i), b.Bytes()); err != nil {
			return nil, err
		}
	}
	return doc.Problems, nil
}

// pagePath is the file of a page's picture: the path itself for the first one,
// then "name-2.png".
func pagePath(path string, page int) string {
	if page == 0 {
		return path
	}
	ext := filepath.Ext(path)
	return fmt.Sprintf("%s-%d%s", strings.TrimSuffix(path, ext), page+1, ext)
}

// whenFit goes on when the resume may leave the house: no slot may be left
// unfilled, and a sentence of the sample only if the user says so. Verb says what
// is to be done: "export" or "print".
func (w *window) whenFit(verb string, next func()) {
	r := w.session.Now().Resume
	if slots := w.session.Now().Document.Slots(); len(slots) > 0 {
		w.ask("There is still something to fill in",
			fmt.Sprintf("“%s” is a question to you, not a fact. Answer it or take it out before you %s.", slots[0].Text, verb),
			choice{"Show me", true, func() { w.session.Reveal(slots[0].Address) }})
		return
	}
	if sample := role.Unedited(r); len(sample) > 0 {
		w.ask("This is not all yours yet",
			fmt.Sprintf("%d texts are still those of the sample, word for word. Nobody should read them under your name.", len(sample)),
			choice{"Show me", true, func() { w.session.Reveal(sample[0]) }},
			choice{upperFirst(verb) + " all the same", false, next})
		return
	}
	next()
}

const printTime = 30 * time.Second

// print sends the pages to a printer that the user chooses.
func (w *window) print() {
	w.whenFit("print", func() {
		w.background("Looking for printers", func() func() {
			ctx, cancel := context.WithTimeout(context.Background(), printTime)
			defer cancel()
			printers, err := printing.Printers(ctx)
			return func() {
				if err != nil {
					w.ask("Nothing to print on", sentence(err.Error()),
						choice{"Export PDF…", true, func() { w.export(formatPDF) }})
					return
				}
				w.choosePrinter(printers)
			}
		})
	})
}

func (w *window) choosePrinter(printers []string) {
	var d *widgets.Modal
	which := widget.NewSelect(printers, nil)
	which.SetSelectedIndex(0)
	copies := widget.NewSelect([]string{"1 copy", "2 copies", "3 copies", "4 copies", "5 copies"}, nil)
	copies.SetSelectedIndex(0)
	accept := func() {
		d.Close()
		w.sendToPrinter(printing.Options{Printer: which.Selected, Copies: copies.SelectedIndex() + 1})
	}
	ok := widget.NewButton("Print", accept)
	ok.Importance = widget.HighImportance
	d = w.modal(widgets.NewColumn(10, widgets.NewStrong("Print"), which, copies,
		container.NewHBox(fynelayout.NewSpacer(), widget.NewButton("Cancel", func() { d.Close() }), ok)), accept)
}

func (w *window) sendToPrinter(o printing.Options) {
	s := w.session.Now()
	opts := w.options(s.Resume)
	w.background("Printing", func() func() {
		folder, err := printPages(s.Resume, opts, o)
		return func() {
			w.printed = append(w.printed, folder)
			if err != nil {
				w.say(err.Error())
				return
			}
			w.toaster.Show("Sent to "+o.Printer, "", nil)
		}
	})
}

// printPages prints and returns the folder with the file that was printed. It
// has to stay: a printing program may read the file later.
func printPages(r *resume.Resume, opts render.Options, o printing.Options) (folder string, err error) {
	folder, err = os.MkdirTemp("", "resumax-print")
	if err != nil {
		return "", fmt.Errorf("there is no room for the pages to print: %w", err)
	}
	var b bytes.Buffer
	if err := render.PDF(&b, render.Typeset(r, opts)); err != nil {
		return folder, fmt.Errorf("the pages could not be made: %w", err)
	}
	path := filepath.Join(folder, "resume.pdf")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		return folder, fmt.Errorf("the pages could not be kept to print: %w", err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), printTime)
	defer cancel()
	return folder, printing.Print(ctx, path, o)
}

// dropPrinted takes away the files that were printed.
func (w *window) dropPrinted() {
	for _, folder := range w.printed {
		if folder != "" {
			os.RemoveAll(folder)
		}
	}
	w.printed = nil
}
