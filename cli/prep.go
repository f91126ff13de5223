package cli

import (
	"bytes"
	"cmp"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"resumax/interview"
	"resumax/interview/prep"
	"resumax/interview/sheet"
	"resumax/job/posting"
	"resumax/language/terms"
	"resumax/render"
	"resumax/render/layout"
	"resumax/resume"
	"resumax/resume/variant"
	"resumax/role"
	"resumax/score"
)

// prepOptions are those of the verb prep.
type prepOptions struct {
	posting, role, format, out, sheet, day string
	variant                                variantOption
}

func prepCommand(s Streams) *cobra.Command {
	var o prepOptions
	c := &cobra.Command{
		Use:   "prep FILE [--posting FILE] [--variant NAME] [--role ID] [--sheet brief|cards] [--format text|md|json|pdf] [--today DATE] [-o OUT]",
		Short: "List the interview questions that a resume raises, with what a good answer holds",
		Long: "Questions are made of the resume's numbers, technologies and methods, gaps, and of the posting's requirements.\n" +
			"--sheet brief is one page for the day; cards, the default, is all questions. The format is --format, else\n" +
			"that of OUT's extension, else text. A PDF needs -o.",
		Args: arguments(1, 1),
		RunE: func(c *cobra.Command, args []string) error {
			if err := checkOutput(c); err != nil {
				return err
			}
			if err := o.complete(); err != nil {
				return err
			}
			return o.run(args[0], s)
		},
	}
	f := c.Flags()
	f.StringVar(&o.posting, "posting", "", "a job posting, whose requirements are asked about; default: the variant's")
	f.StringVar(&o.role, "role", "", "the target role's ID from “resumax roles”, or “none”; default: the file's, else the likeliest")
	f.StringVar(&o.sheet, "sheet", "cards", "brief or cards; JSON has both")
	f.StringVar(&o.format, "format", "", "text, md, json or pdf")
	f.StringVarP(&o.out, "output", "o", "", "the file to write, “-” for standard output")
	f.StringVar(&o.day, "today", "", "the date of reading, such as 2026-03-31; default: today")
	o.variant.add(c)
	return c
}

func (o *prepOptions) complete() error {
	if o.format == "" {
		switch ext := strings.ToLower(strings.TrimPrefix(filepath.Ext(o.out), ".")); ext {
		case "md", "json", "pdf":
			o.format = ext
		case "markdown":
			o.format = "md"
		default:
			o.format = "text"
		}
	}
	if err := choiceOf("format", o.format, "text", "md", "json", "pdf"); err != nil {
		return err
	}
	if o.format == "pdf" && o.out == "" {
		return usagef("a PDF needs a file: name it with -o")
	}
	return choiceOf("sheet", o.sheet, "brief", "cards")
}

func (o *prepOptions) run(path string, s Streams) error {
	now, err := today(o.day)
	if err != nil {
		return err
	}
	src, err := read(path, s.In)
	if err != nil {
		return err
	}
	if sameFile(path, o.out) {
		return usagef("%s is the resume itself: choose another name with -o", o.out)
	}
	project := src.document
	in := interview.Input{Today: resume.DayOf(now), Project: project, Prep: prep.Of(project)}
	if err := o.choosePosting(&in, project, s); err != nil {
		return err
	}
	if src, err = o.variant.of(src, s); err != nil {
		return err
	}
	s.warn(src.name, fixes(src.problems))
	if err := src.checkLength(src.pageText()); err != nil {
		return err
	}
	in.Document = src.document
	if o.variant.name == "" {
		in.Letters = lettersOf(project, "")
	} else if v, err := variant.Find(project, o.variant.name); err == nil {
		in.Letters = lettersOf(project, v.ID)
	}
	if in.Pack, err = o.pack(src, in.Today, s); err != nil {
		return err
	}
	report := interview.Derive(in)
	if report.Note != "" {
		s.say("%s: %s", src.name, report.Note)
	}
	return o.write(src, in, report, s)
}

// choosePosting reads the posting that was asked for, else takes that of the variant.
func (o *prepOptions) choosePosting(in *interview.Input, project resume.Document, s Streams) error {
	if o.posting != "" {
		p, name, err := readPosting(o.posting, s)
		if err != nil {
			return err
		}
		for _, note := range p.Notes {
			s.say("%s: %s", name, note)
		}
		in.Posting = &p
		return nil
	}
	if o.variant.name == "" {
		return nil
	}
	if v, err := variant.Find(project, o.variant.name); err == nil && v.Posting != "" {
		if p, ok := posting.Find(project, v.Posting); ok {
			in.Posting, in.PostingID = &p.Posting, p.ID
		}
	}
	return nil
}

// pack is the role that was asked for, else the file's own, else the likeliest.
func (o *prepOptions) pack(src source, day resume.Date, s Streams) (*role.Pack, error) {
	if o.role != "" && o.role != role.None {
		return s.roleNamed(o.role)
	}
	asked := cmp.Or(o.role, src.document.Resume().Meta.Role)
	choice := role.Choose(asked, s.findRole, func() *role.Guess {
		all, faults := home().Roles()
		s.sayAll(faults)
		return role.Likeliest(score.New().Detect(src.document, all, score.Options{Terms: terms.Default(), Today: day}))
	})
	return choice.Pack, nil
}

func (o *prepOptions) write(src source, in interview.Input, r interview.Report, s Streams) error {
	document := src.document.Resume()
	of := sheet.Input{Name: document.Basics.Name, Report: r, Prep: in.Prep}
	if in.Posting != nil {
		of.Title, of.Firm = in.Posting.Title, in.Posting.Company
	}
	var data []byte
	switch {
	case o.format == "json":
		var b bytes.Buffer
		if err := printJSON(&b, r); err != nil {
			return err
		}
		data = b.Bytes()
	case o.format == "pdf":
		var b bytes.Buffer
		t := render.NewTypesetter()
		if err := t.PDF(&b, o.typeset(t, of, document), nil); err != nil {
			return err
		}
		data = b.Bytes()
	case o.format == "md":
		data = []byte(o.made(of).Markdown())
	case o.sheet == "brief":
		data = []byte(o.made(of).Text())
	default:
		data = []byte(prepText(r) + o.made(of).Text())
	}
	if o.out == "" || o.out == "-" {
		return writeStream(s.Out, data)
	}
	return writeFile(o.out, data)
}

// made is the sheet that was asked for.
func (o *prepOptions) made(of sheet.Input) sheet.Sheet {
	if o.sheet == "brief" {
		return sheet.Brief(of, 0)
	}
	return sheet.List(of)
}

// typeset sets the sheet on pages: a brief in as much as fits on one.
func (o *prepOptions) typeset(t *render.Typesetter, of sheet.Input, document *resume.Resume) *layout.Document {
	designs, faults := home().Designs()
	if len(faults) > 0 {
		designs = nil
	}
	for level := 0; ; level++ {
		made := o.made(of)
		if o.sheet == "brief" {
			made = sheet.Brief(of, level)
		}
		r := made.Document().Resume()
		setup := render.Setup{Designs: designs, Fonts: systemFonts()}
		options := setup.Options(r)
		options.Page = setup.Options(document).Page
		if o.sheet == "brief" {
			options.Fit = 1
		} else {
			options.Numbers = true
		}
		set := t.Typeset(r, options)
		if o.sheet != "brief" || len(set.Pages) == 1 || level == sheet.Shortest {
			return set
		}
	}
}

// prepText is the head of what is listed for people.
func prepText(r interview.Report) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s, %s in the ledger. Readiness %.0f%%.\n", many(len(r.Cards), "question"), many(len(r.Ledger), "number"), 100*r.Readiness)
	if len(r.Contradictions) > 0 {
		b.WriteString("\nNumbers that contradict each other:\n")
		for _, c := range r.Contradictions {
			paragraph(&b, "  - ", plain(fmt.Sprint(c.Addresses[0], ": ", c.Text)))
		}
	}
	b.WriteString("\n")
	return b.String()
}
