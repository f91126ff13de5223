package cli

import (
	"bytes"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"resumax/project"
	"resumax/render"
	"resumax/render/design"
	"resumax/resume"
	"resumax/role"
)

// formats are what a resume can be exported as: the name of the format is the
// ending of its files.
var formats = []string{"pdf", "png", "txt", "json"}

// pixelsPerPoint is the resolution of exported pictures: 200 dpi.
const pixelsPerPoint = 200.0 / 72

type exportOptions struct {
	out, format, design, page string
}

func exportCommand(s Streams) *cobra.Command {
	var o exportOptions
	c := &cobra.Command{
		Use:   "export FILE... [-o OUT] [--format pdf|png|txt|json] [--design ID] [--page a4|letter]",
		Short: "Write the resume as PDF, pictures, text or JSON",
		Long: "The format is that of --format, else that of OUT's ending, else PDF. Without -o the output stands beside\n" +
			"its FILE; OUT may be a folder. Pictures of further pages are numbered: out.png, out-2.png.",
		Args: arguments(1, -1),
		RunE: func(_ *cobra.Command, files []string) error {
			if err := o.complete(); err != nil {
				return err
			}
			if len(files) > 1 && o.out != "" && !isFolder(o.out) {
				return usagef("%d files cannot go into %s: name a folder with -o", len(files), o.out)
			}
			for _, f := range files {
				if err := o.export(f, s); err != nil {
					return err
				}
			}
			return nil
		},
	}
	f := c.Flags()
	f.StringVarP(&o.out, "output", "o", "", "the file or folder to write to, “-” for standard output")
	f.StringVar(&o.format, "format", "", "pdf, png, txt or json")
	f.StringVar(&o.design, "design", "", "the design, as “resumax designs” names it")
	f.StringVar(&o.page, "page", "", "a4 or letter")
	return c
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// complete settles the format and checks the options.
func (o *exportOptions) complete() error {
	if o.format == "" {
		o.format = "pdf"
		if ext := strings.TrimPrefix(filepath.Ext(o.out), "."); ext != "" && !isFolder(o.out) {
			o.format = strings.ToLower(ext)
			if !slices.Contains(formats, o.format) {
				return usagef("a file ending in .%s is none of the formats %s: say which with --format", ext, strings.Join(formats, ", "))
			}
		}
	}
	if err := choiceOf("format", o.format, formats...); err != nil {
		return err
	}
	if o.page != "" {
		if err := choiceOf("page", o.page, "a4", "letter"); err != nil {
			return err
		}
	}
	if o.design != "" {
		if _, ok := design.Find(o.design); !ok {
			return usagef("there is no design “%s”: “resumax designs” lists the designs", o.design)
		}
	}
	return nil
}

// target is where the export of a file goes.
func (o *exportOptions) target(file string) string {
	name := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file)) + "." + o.format
	switch {
	case o.out == "" && file == "-":
		return "-"
	case o.out == "":
		return filepath.Join(filepath.Dir(file), name)
	case isFolder(o.out):
		if file == "-" {
			name = "resume." + o.format
		}
		return filepath.Join(o.out, name)
	}
	return o.out
}

func (o *exportOptions) export(file string, s Streams) error {
	src, err := read(file, s.In)
	if err != nil {
		return err
	}
	target := o.target(file)
	if sameFile(target, file) {
		return usagef("the output %s is the input itself: name another with -o", target)
	}
	r := src.document.Resume()
	if slots := src.document.Slots(); len(slots) > 0 && o.format != "json" {
		return fmt.Errorf("%s: at %s stands the question “%s”: answer it or take it out, then export", file, slots[0].Address, slots[0].Text)
	}
	warn(s, file, src.problems)
	if sample := role.Unedited(r); len(sample) > 0 && o.format != "json" {
		fmt.Fprintf(s.Err, "resumax: %s: %d texts are still those of the sample, word for word, such as %s\n", file, len(sample), sample[0])
	}
	outputs, problems, err := o.make(src, r)
	if err != nil {
		return err
	}
	warn(s, file, problems)
	if target == "-" {
		if len(outputs) > 1 {
			return usagef("%d pages cannot go to standard output as pictures: name a file with -o", len(outputs))
		}
		_, err := s.Out.Write(outputs[0])
		return err
	}
	for i, data := range outputs {
		if err := project.WriteFile(pageFile(target, i), data); err != nil {
			return err
		}
	}
	return nil
}

// warn says what a file or a page could not take as it was meant.
func warn(s Streams, file string, problems []resume.Problem) {
	const most = 5
	for i, p := range problems {
		if i == most {
			fmt.Fprintf(s.Err, "resumax: %s: %d more of the kind\n", file, len(problems)-most)
			return
		}
		fmt.Fprintf(s.Err, "resumax: %s: %s %s\n", file, p.Address, oneLine(p.Text))
	}
}

func sameFile(a, b string) bool {
	if a == "-" || b == "-" {
		return false
	}
	x, errX := os.Stat(a)
	y, errY := os.Stat(b)
	return errX == nil && errY == nil && os.SameFile(x, y)
}

// make makes the output's files, one but for pictures of several pages, and
// says what the page could not show.
func (o *exportOptions) make(src source, r *resume.Resume) ([][]byte, []resume.Problem, error) {
	switch o.format {
	case "json":
		return [][]byte{project.Encode(src.document)}, nil, nil
	case "txt":
		return [][]byte{[]byte(render.Text(r))}, nil, nil
	}
	opts := render.OptionsFor(r)
	if o.design != "" {
		opts.Design, _ = design.Find(o.design)
	}
	if size, ok := design.FindPage(o.page); ok {
		opts.Page = size
	}
	opts.Photo, opts.PhotoError = project.Photo(src.document, src.folder())
	doc := render.Typeset(r, opts)
	if o.format == "pdf" {
		var b bytes.Buffer
		if err := render.PDF(&b, doc); err != nil {
			return nil, nil, fmt.Errorf("the PDF of %s cannot be made: %w", src.path, err)
		}
		return [][]byte{b.Bytes()}, doc.Problems, nil
	}
	var pages [][]byte
	for i := range doc.Pages {
		var b bytes.Buffer
		if err := png.Encode(&b, render.Picture(doc, i, pixelsPerPoint)); err != nil {
			return nil, nil, fmt.Errorf("the picture of %s cannot be made: %w", src.path, err)
		}
		pages = append(pages, b.Bytes())
	}
	return pages, doc.Problems, nil
}

// pageFile is the file of a page, counted from 0.
func pageFile(target string, page int) string {
	if page == 0 {
		return target
	}
	ext := filepath.Ext(target)
	return fmt.Sprintf("%s-%d%s", strings.TrimSuffix(target, ext), page+1, ext)
}

func designsCommand(s Streams) *cobra.Command {
	var format string
	c := &cobra.Command{
		Use:   "designs [--format text|json]",
		Short: "List the designs",
		Args:  arguments(0, 0),
		RunE: func(*cobra.Command, []string) error {
			var list []listed
			for _, d := range design.All() {
				list = append(list, listed{ID: d.ID, Name: d.Name})
			}
			return printList(s, list, format)
		},
	}
	c.Flags().StringVar(&format, "format", "text", "text or json")
	return c
}
