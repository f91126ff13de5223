package cli

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"resumax/render"
	"resumax/render/design"
	"resumax/resume"
	"resumax/role"
	"resumax/storage/file"
	"resumax/storage/systemfonts"
	"resumax/storage/userdata"
)

// formats are what a resume can be exported as: the name of the format is the
// ending of its files.
var formats = []string{"pdf", "png", "txt", "json"}

// pixelsPerPoint is the resolution of exported pictures: 200 dpi.
const pixelsPerPoint = 200.0 / 72

// systemFonts are the fonts of this machine. Tests go without, to say the same
// everywhere.
var systemFonts = systemfonts.Library

// home is where the user's own designs are. Tests have theirs.
var home = userdata.Home

type exportOptions struct {
	out, format, design, page string
	set                       []string // settings over the design, KEY=VALUE
	fit                       int
	attach                    bool

	designs  design.List
	settings []resume.Setting // of set

	made map[string]string // the files that were made, and of which
}

func exportCommand(s Streams) *cobra.Command {
	o := exportOptions{made: map[string]string{}}
	c := &cobra.Command{
		Use:   "export FILE... [-o OUT] [--format pdf|png|txt|json] [--design ID] [--set KEY=VALUE]... [--page a4|letter] [--fit PAGES] [--attach]",
		Short: "Write the resume as PDF, pictures, text or JSON",
		Long: "The format is that of --format, else that of OUT's ending, else PDF. Without -o the output stands beside\n" +
			"its FILE; OUT may be a folder. Pictures of further pages are numbered: out.png, out-2.png.\n\n" +
			"--set changes one setting of the design, as its file names it, and may be given often: --set scale.text=1.1\n" +
			"--set colours.accent=#7a1f2b --set dates.place=above. “resumax designs --settings” lists the settings.",
		Args: arguments(1, -1),
		RunE: func(c *cobra.Command, files []string) error {
			if err := checkOutput(c); err != nil {
				return err
			}
			if err := o.complete(); err != nil {
				return err
			}
			if len(files) > 1 && o.out != "" && !isFolder(o.out) {
				return usagef("%d files cannot go into %s: name a folder with -o", len(files), o.out)
			}
			var failed []error
			for _, f := range files { // one that fails does not keep the others
				failed = append(failed, o.export(f, s))
			}
			return errors.Join(failed...)
		},
	}
	f := c.Flags()
	f.StringVarP(&o.out, "output", "o", "", "the file or folder to write to, “-” for standard output")
	f.StringVar(&o.format, "format", "", "pdf, png, txt or json")
	f.StringVar(&o.design, "design", "", "the design, as “resumax designs” names it")
	f.StringArrayVar(&o.set, "set", nil, "a setting over the design's own, KEY=VALUE")
	f.StringVar(&o.page, "page", "", "a4 or letter")
	f.BoolVar(&o.attach, "attach", false, "put the resume into the PDF as JSON, so that ResuMax can open the PDF again")
	f.IntVar(&o.fit, "fit", 0, "tighten the design, within its limits, until the resume fits so many pages")
	return c
}

// checkOutput refuses an output without a name, such as a script's variable that
// is not set.
func checkOutput(c *cobra.Command) error {
	if f := c.Flags().Lookup("output"); f.Changed && f.Value.String() == "" {
		return usagef("-o names no file: give it one, or “-” for standard output")
	}
	return nil
}

// complete settles the format and checks the options.
func (o *exportOptions) complete() error {
	if n := len(o.out); n > 0 && os.IsPathSeparator(o.out[n-1]) && !isFolder(o.out) {
		return fmt.Errorf("there is no folder %s: make it first, or choose another place with -o", o.out)
	}
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
	if o.fit < 0 {
		return usagef("--fit is how many pages there may be: 1 or more")
	}
	return o.completeDesign()
}

// completeDesign finds the designs that there are, and reads the settings over
// them.
func (o *exportOptions) completeDesign() error {
	var faults []error
	o.designs, faults = home().Designs()
	if _, ok := o.designs.Find(o.design); !ok {
		return errors.Join(append(faults, usagef("there is no design “%s”: “resumax designs” lists the designs", o.design))...)
	}
	for _, text := range o.set {
		key, value, _ := strings.Cut(text, "=")
		f, ok := design.Default().Field(key)
		if !ok {
			return usagef("--set %s: “%s” is no setting of a design: “resumax designs --settings” lists them", text, key)
		}
		v, err := f.Parse(value)
		if err != nil {
			return usagef("--set %w", err)
		}
		o.settings = append(o.settings, resume.Setting{Key: key, Value: v})
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
	s.warn(src.name, src.problems)
	if o.format != "json" {
		if err := checkContent(src, s); err != nil {
			return err
		}
	}
	result, err := o.make(src)
	if err != nil {
		return err
	}
	s.warn(src.name, result.problems)
	if target == "-" {
		return result.stream(s)
	}
	for i := range result.files {
		if err := o.write(pageFile(target, i), src.name, result.file(i)); err != nil {
			return err
		}
	}
	return nil
}

// checkContent refuses what nobody may be sent, and says what nobody should be.
func checkContent(src source, s Streams) error {
	text := src.pageText()
	if err := src.checkLength(text); err != nil {
		return err
	}
	switch slots := src.document.Slots(); {
	case len(slots) == 1:
		return fmt.Errorf("%s: at %s stands the question “%s”: answer it or take it out, then export", src.name, slots[0].Address, slots[0].Text)
	case len(slots) > 1:
		return fmt.Errorf("%s: %d questions stand in it, the first, “%s”, at %s: answer them or take them out, then export", src.name, len(slots), slots[0].Text, slots[0].Address)
	}
	if strings.TrimSpace(text) == "" {
		s.say("%s: nothing in it shows on a page, which stays empty", src.name)
	}
	switch sample := role.Unedited(src.document.Resume()); {
	case len(sample) == 1:
		s.say("%s: the text at %s is still that of the sample, word for word: make it your own", src.name, sample[0])
	case len(sample) > 1:
		s.say("%s: %d texts are still those of the sample, word for word, the first at %s: make them your own", src.name, len(sample), sample[0])
	}
	return nil
}

// write writes a file, but never over one that this very call has made: two
// resumes of one name, in two folders, would share an output.
func (o *exportOptions) write(path, of string, data []byte) error {
	if other, ok := o.made[path]; ok {
		return fmt.Errorf("%s: its output %s has just been made of %s: export it to another folder", of, path, other)
	}
	if err := writeFile(path, data); err != nil {
		return err
	}
	o.made[path] = of
	return nil
}

// exported is what an export makes.
type exported struct {
	files    int              // one but for pictures of several pages
	file     func(int) []byte // makes one, so that one is in memory at a time
	problems []resume.Problem // what the page could not show
}

func (e exported) stream(s Streams) error {
	if e.files > 1 {
		return usagef("%d pages cannot go to standard output as pictures: name a file with -o", e.files)
	}
	return writeStream(s.Out, e.file(0))
}

func (o *exportOptions) make(src source) (exported, error) {
	switch o.format {
	case "json":
		return single(file.Encode(src.document), nil), nil
	case "txt":
		return single([]byte(src.pageText()), nil), nil
	}
	r := src.document.Resume()
	opts := render.OptionsFor(r, o.designs)
	if o.design != "" {
		opts.Design, _ = o.designs.Find(o.design)
	}
	opts.Settings = o.settings
	if size, ok := design.FindPage(o.page); ok {
		opts.Page = size
	}
	if o.fit > 0 {
		opts.Fit = o.fit
	}
	opts.Fonts = systemFonts()
	opts.Photo, opts.PhotoError = file.Photo(src.document, src.folder())
	typesetter := render.NewTypesetter()
	doc := typesetter.Typeset(r, opts)
	problems := doc.Problems
	if opts.Design == nil {
		problems = append(problems, unknownSetting("design", r.Meta.Design))
	}
	if o.format == "pdf" {
		var b bytes.Buffer
		var source []byte
		if o.attach {
			source = file.Attachment(src.document)
		}
		if err := typesetter.PDF(&b, doc, source); err != nil {
			return exported{}, fmt.Errorf("%s: its PDF cannot be made: %w", src.name, err)
		}
		return single(b.Bytes(), problems), nil
	}
	var picture *image.RGBA
	return exported{len(doc.Pages), func(page int) []byte {
		picture = typesetter.Picture(doc, page, pixelsPerPoint, picture)
		var b bytes.Buffer
		png.Encode(&b, picture) // fails on an empty picture only
		return b.Bytes()
	}, problems}, nil
}

func single(data []byte, problems []resume.Problem) exported {
	return exported{1, func(int) []byte { return data }, problems}
}

// unknownSetting is a file's choice of something that this version does not have.
func unknownSetting(what, id string) resume.Problem {
	return resume.Problem{Address: resume.Settings.Child(what),
		Text: fmt.Sprintf("asks for the %s “%s”, which is not known: “resumax %ss” lists the %ss", what, id, what, what)}
}

// pageFile is the file of a page, counted from 0.
func pageFile(target string, page int) string {
	if page == 0 {
		return target
	}
	ext := filepath.Ext(target)
	return fmt.Sprintf("%s-%d%s", strings.TrimSuffix(target, ext), page+1, ext)
}
