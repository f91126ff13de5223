package cli

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"resumax/exchange"
	"resumax/exchange/format"
	"resumax/exchange/jsonresume"
	"resumax/interview"
	"resumax/interview/prep"
	"resumax/render"
	"resumax/render/design"
	"resumax/resume"
	"resumax/role"
	"resumax/storage/file"
	"resumax/storage/systemfonts"
	"resumax/storage/userdata"
)

// systemFonts are the installed fonts. Tests go without, to say the same
// everywhere.
var systemFonts = systemfonts.Library

// home is where the user's own designs are. Tests have theirs.
var home = userdata.Home

type exportOptions struct {
	out, format, design, page string
	set                       []string // settings over the design, KEY=VALUE
	fit                       int
	attach, anonymous, letter bool
	variant                   variantOption

	formatFlag string // the option that names the format, "" for --format

	as    *format.Format
	setup render.Setup

	made *made
}

// made are the files that one call has written, and of which each is.
type made struct {
	sync.Mutex
	of map[string]string // by path
}

func exportCommand(s Streams) *cobra.Command {
	o := exportOptions{made: &made{of: map[string]string{}}}
	c := &cobra.Command{
		Use:   "export FILE... [-o OUT] [--format ID] [--design ID] [--set KEY=VALUE]... [--page a4|letter] [--fit PAGES] [--attach] [--anonymous] [--variant NAME] [--letter]",
		Short: "Export the resume to PDF or another format",
		Long: "The format is --format, else that of OUT's extension, else PDF; “resumax formats” lists them. Without\n" +
			"-o the output goes beside its FILE; OUT may be a folder. Pictures of further pages are numbered: out.png,\n" +
			"out-2.png. Several FILEs are exported at once; one that fails does not stop the others.\n\n" +
			"--anonymous leaves out name, photo, contact, links and date of birth, also in texts, and calls the output\n" +
			"resume-anonymous.\n\n" +
			"--variant exports a variant of the resume. Without -o its name follows that of the FILE.\n\n" +
			"--letter exports the cover letter that goes with the resume, or with the variant, to one of\n" +
			exchange.IDs(exchange.LetterWriters()) + ".\n\n" +
			"--set changes one setting of the design and can be repeated: --set scale.text=1.1\n" +
			"--set colours.accent=#7a1f2b --set dates.place=above. “resumax designs --settings” lists the settings.",
		Args: arguments(1, -1),
		RunE: func(c *cobra.Command, files []string) error {
			if err := checkOutput(c); err != nil {
				return err
			}
			if err := o.complete(); err != nil {
				return err
			}
			files = expanded(files)
			if len(files) == 1 {
				return o.export(files[0], o.target(files[0]), s)
			}
			if o.out != "" && !isFolder(o.out) {
				return usagef("%d files cannot go into %s: name a folder with -o", len(files), o.out)
			}
			return o.exportAll(files, s)
		},
	}
	f := c.Flags()
	f.StringVarP(&o.out, "output", "o", "", "the file or folder to write to, “-” for standard output")
	f.StringVar(&o.format, "format", "", "one of "+exchange.IDs(exchange.Writers()))
	f.StringVar(&o.design, "design", "", "the design's ID from “resumax designs”")
	f.StringArrayVar(&o.set, "set", nil, "override a setting of the design, KEY=VALUE")
	f.StringVar(&o.page, "page", "", "a4 or letter")
	f.BoolVar(&o.anonymous, "anonymous", false, anonymousHelp)
	f.BoolVar(&o.attach, "attach", false, "embed editable data in the PDF, so that ResuMax can open it again")
	o.variant.add(c)
	f.BoolVar(&o.letter, "letter", false, "export the cover letter in place of the resume")
	f.IntVar(&o.fit, "fit", 0, "tighten the design, within its limits, to fit this many pages")
	return c
}

const anonymousHelp = "leave out name, photo, contact, links and date of birth"

// checkOutput refuses an output without a name, such as a script's variable that
// is not set.
func checkOutput(c *cobra.Command) error {
	if f := c.Flags().Lookup("output"); f.Changed && f.Value.String() == "" {
		return usagef("-o is empty: name a file, or “-” for standard output")
	}
	return nil
}

// complete resolves the format and checks the options.
func (o *exportOptions) complete() error {
	if n := len(o.out); n > 0 && os.IsPathSeparator(o.out[n-1]) && !isFolder(o.out) {
		return fmt.Errorf("there is no folder %s: create it, or choose another location with -o", o.out)
	}
	if err := o.completeFormat(); err != nil {
		return err
	}
	if err := o.checkLetter(); err != nil {
		return err
	}
	if o.page != "" {
		if err := choiceOf("page", o.page, "a4", "letter"); err != nil {
			return err
		}
	}
	if o.fit < 0 {
		return usagef("--fit needs a number of pages, 1 or more")
	}
	return o.completeDesign()
}

// completeFormat finds the format that --format names, else OUT's ending.
func (o *exportOptions) completeFormat() error {
	known, flag := exchange.Writers(), cmp.Or(o.formatFlag, "--format")
	if o.format != "" {
		var ok bool
		if o.as, ok = exchange.Find(o.format); !ok || o.as.Write == nil {
			return usagef("%s is “%s”; valid values: %s", flag, o.format, exchange.IDs(known))
		}
		return nil
	}
	o.as = exchange.Default()
	ext := strings.TrimPrefix(filepath.Ext(o.out), ".")
	if ext == "" || isFolder(o.out) {
		return nil
	}
	var ok bool
	if o.as, ok = exchange.ForPath(o.out); !ok || o.as.Write == nil {
		return usagef("unknown file extension .%s: choose %s with %s", ext, exchange.IDs(known), flag)
	}
	return nil
}

// completeDesign finds the designs that there are, and reads the settings over
// them.
func (o *exportOptions) completeDesign() error {
	designs, faults := home().Designs()
	o.setup = render.Setup{Designs: designs, Fonts: systemFonts(), Over: render.Over{Design: o.design, Page: o.page, Fit: o.fit}}
	if _, ok := designs.Find(o.design); !ok {
		return errors.Join(append(faults, usagef("there is no design “%s”: “resumax designs” lists the designs", o.design))...)
	}
	for _, text := range o.set {
		key, value, _ := strings.Cut(text, "=")
		f, ok := design.Default().Field(key)
		if !ok {
			return usagef("--set %s: “%s” is not a setting of a design: “resumax designs --settings” lists them", text, key)
		}
		v, err := f.Parse(value)
		if err != nil {
			return usagef("--set %w", err)
		}
		o.setup.Over.Settings = append(o.setup.Over.Settings, resume.Setting{Key: key, Value: v})
	}
	return nil
}

// target is where the export of a file goes.
func (o *exportOptions) target(file string) string {
	name, _ := jsonresume.SplitName(file)
	if id := resume.IDFor(o.variant.name); id != "" {
		name += "-" + id
	}
	if o.letter {
		name += "-letter"
	}
	name += "." + o.as.Extension()
	if o.anonymous { // a file's name is often its owner's
		name = format.AnonymousName + "." + o.as.Extension()
	}
	switch {
	case o.out == "" && file == "-":
		return "-"
	case o.out == "":
		return filepath.Join(filepath.Dir(file), name)
	case isFolder(o.out):
		if file == "-" && !o.anonymous {
			name = "resume." + o.as.Extension()
		}
		return filepath.Join(o.out, name)
	}
	return o.out
}

func (o *exportOptions) export(path, target string, s Streams) error {
	src, err := read(path, s.In)
	if err != nil {
		return err
	}
	return o.exportSource(src, target, s)
}

// exportSource writes a resume to a file.
func (o *exportOptions) exportSource(src source, target string, s Streams) error {
	if sameFile(target, src.path) {
		return usagef("the output %s would overwrite the input: choose another name with -o", target)
	}
	whole := src.document
	src, err := o.variant.of(src, s)
	if err != nil {
		return err
	}
	if o.letter {
		return o.exportLetter(whole, src, target, s)
	}
	if o.as.Draft { // which has what no page shows
		s.warn(src.name, fixes(src.problems))
	} else {
		s.warn(src.name, src.problems)
		if err := checkContent(src, s); err != nil {
			return err
		}
	}
	setup := o.setup
	setup.Photo = func(*resume.Resume) ([]byte, error) { return file.Photo(src.document, src.folder()) }
	options := setup.Options(src.document.Resume())
	if options.Unknown != "" && !o.as.Draft {
		s.warn(src.name, []resume.Problem{unknownSetting("design", options.Unknown)})
	}
	from := format.Source{Document: src.document, Options: options, Attach: o.attach}
	if o.anonymous {
		var problems []resume.Problem
		from, problems = from.Anonymous()
		s.warn(src.name, problems)
	}
	return o.writeSource(from, src, target, s)
}

// writeSource makes the files of a source and writes them.
func (o *exportOptions) writeSource(from format.Source, src source, target string, s Streams) error {
	result, err := o.as.Write(from)
	if err != nil {
		return fmt.Errorf("%s: %w", src.name, err)
	}
	s.warn(src.name, result.Problems)
	if target == "-" {
		return stream(result, s)
	}
	for i := range result.Files {
		data, err := result.File(i)
		if err != nil {
			return fmt.Errorf("%s: %w", src.name, err)
		}
		if err := o.write(format.PathOf(target, i), src.name, data); err != nil {
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
	if slots := src.document.Slots(); len(slots) > 0 {
		return fmt.Errorf("%s: placeholder left at %s: %s, then export", src.name, slots[0].Address, role.PlaceholdersLeft(slots))
	}
	if blocked := interview.Blocked(src.document, prep.Of(src.document)); len(blocked) > 0 {
		return fmt.Errorf("%s: “%s” at %s is marked as a number that can't be defended: change it, or say in Prepare how it was measured, then export",
			src.name, resume.Plain(blocked[0].Quote), blocked[0].Address)
	}
	if strings.TrimSpace(text) == "" {
		s.say("%s: the page is empty: the resume has nothing to print", src.name)
	}
	if sample := role.Unedited(src.document.Resume()); len(sample) > 0 {
		s.say("%s: sample text left at %s: %s", src.name, sample[0], role.SampleLeft(len(sample)))
	}
	return nil
}

// write writes a file, but never over one that this very call has made: two
// resumes of one name, in two folders, would share an output.
func (o *exportOptions) write(path, of string, data []byte) error {
	o.made.Lock()
	other, ok := o.made.of[path]
	if !ok {
		o.made.of[path] = of
	}
	o.made.Unlock()
	if ok {
		return fmt.Errorf("%s: its output %s was just written for %s: export it to another folder", of, path, other)
	}
	return writeFile(path, data)
}

// stream writes an output to standard output.
func stream(output format.Output, s Streams) error {
	if output.Files > 1 {
		return usagef("pictures of %d pages cannot go to standard output: name a file with -o", output.Files)
	}
	data, err := output.File(0)
	if err != nil {
		return err
	}
	return writeStream(s.Out, data)
}

// unknownSetting is a file's choice of something that there is not.
func unknownSetting(what, id string) resume.Problem {
	return resume.Problem{Address: resume.MetaAddress(what),
		Text: fmt.Sprintf("names the unknown %s “%s”: “resumax %ss” lists the %ss", what, id, what, what)}
}
