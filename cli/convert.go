package cli

import (
	"bytes"

	"github.com/spf13/cobra"

	"resumax/exchange"
	"resumax/exchange/format"
	"resumax/exchange/taking"
	"resumax/resume"
)

// converting is what convert was asked for.
type converting struct {
	export       exportOptions
	from, report string

	as *format.Format // that --from names, nil for what the contents tell
}

func convertCommand(s Streams) *cobra.Command {
	o := converting{export: exportOptions{made: &made{of: map[string]string{}}}}
	c := &cobra.Command{
		Use:   "convert IN -o OUT [--from FORMAT] [--to FORMAT] [--report FILE] [--anonymous] [--variant NAME]",
		Short: "Convert a resume from another program's format",
		Long: "IN may be of any format that “resumax formats” lists as read; its contents tell which. OUT's extension, or\n" +
			"--to, says what it becomes: JSON Resume keeps everything and opens in ResuMax.\n\n" +
			"--report writes what was taken, where it stood and how sure that is, and what was left, as JSON.",
		Args: arguments(1, 1),
		RunE: func(c *cobra.Command, args []string) error {
			if err := checkOutput(c); err != nil {
				return err
			}
			if err := o.complete(args[0], c.Flags().Changed("report")); err != nil {
				return err
			}
			return o.convert(args[0], s)
		},
	}
	f := c.Flags()
	f.StringVarP(&o.export.out, "output", "o", "", "the file to write, “-” for standard output")
	f.StringVar(&o.from, "from", "", "one of "+exchange.IDs(exchange.Readers())+"; default: what the contents tell")
	f.StringVar(&o.export.format, "to", "", "one of "+exchange.IDs(exchange.Writers())+"; default: OUT's extension")
	f.BoolVar(&o.export.anonymous, "anonymous", false, anonymousHelp)
	o.export.variant.add(c)
	f.StringVar(&o.report, "report", "", "a file for the report, “-” for standard output")
	return c
}

// complete checks the options for a file.
func (o *converting) complete(path string, reports bool) error {
	if o.export.out == "" {
		return usagef("-o is missing: name the file to write, or “-” for standard output")
	}
	if reports {
		switch o.report {
		case "":
			return usagef("--report is empty: name a file, or “-” for standard output")
		case o.export.out:
			return usagef("the report and the output are both %s: choose another name for one of them", o.report)
		}
		if sameFile(o.report, path) {
			return usagef("the report %s would overwrite the input: choose another name with --report", o.report)
		}
		if sameFile(o.report, o.export.out) {
			return usagef("the report %s would overwrite the output: choose another name with --report", o.report)
		}
	}
	if o.from != "" {
		var ok bool
		if o.as, ok = exchange.Find(o.from); !ok || o.as.Read == nil {
			return usagef("--from is “%s”; valid values: %s", o.from, exchange.IDs(exchange.Readers()))
		}
	}
	if o.export.format == "" && o.export.out == "-" {
		o.export.format = "json"
	}
	o.export.formatFlag = "--to"
	return o.export.complete()
}

// conversion is what was taken of a file, for scripts.
type conversion struct {
	Format   string           `json:"format"`
	Taken    []taking.Taken   `json:"taken"`
	Unsure   []resume.Address `json:"unsure"`
	Left     []taking.Left    `json:"left"`
	Problems []reported       `json:"problems"`
}

type reported struct {
	Address resume.Address `json:"address"`
	Text    string         `json:"text"`
}

func (o *converting) convert(path string, s Streams) error {
	data, name, err := readPDF(path, s.In) // of whichever format
	if err != nil {
		return err
	}
	f := o.as
	if f == nil {
		if f, err = exchange.Detect(data, name); err != nil {
			return err
		}
	}
	got, err := readWith(data, name, f.Read)
	if err != nil {
		return err
	}
	src := source{path, name, got.Document, got.Problems}
	if err := o.writeReport(f, got, s); err != nil {
		return err
	}
	if err := o.export.exportSource(src, o.export.out, s); err != nil {
		return err
	}
	o.sayLeft(name, got.Left, s)
	return nil
}

// sayLeft says what of a file the output has not.
func (o *converting) sayLeft(name string, left []taking.Left, s Streams) {
	if len(left) == 0 {
		return
	}
	const shown = 60 // letters of the first text
	first := []rune(oneLine(left[0].Text))
	if len(first) > shown {
		first = append(first[:shown], '…')
	}
	texts, where := "1 text", "--report FILE lists it"
	if len(left) > 1 {
		texts, where = grouped(len(left))+" texts", "--report FILE lists them"
	}
	if o.report != "" {
		where = "the report has all"
	}
	s.say("%s: %s found no place and did not go into the output, first “%s”: %s", name, texts, string(first), where)
}

func (o *converting) writeReport(f *format.Format, got format.Reading, s Streams) error {
	if o.report == "" {
		return nil
	}
	r := conversion{Format: f.ID, Taken: got.Taken, Unsure: got.Unsure(), Left: got.Left, Problems: []reported{}}
	if r.Taken == nil {
		r.Taken = []taking.Taken{}
	}
	if r.Unsure == nil {
		r.Unsure = []resume.Address{}
	}
	if r.Left == nil {
		r.Left = []taking.Left{}
	}
	for _, p := range got.Problems {
		r.Problems = append(r.Problems, reported{p.Address, p.Text})
	}
	if o.report == "-" {
		return printJSON(s.Out, r)
	}
	var b bytes.Buffer
	if err := printJSON(&b, r); err != nil {
		return err
	}
	return writeFile(o.report, b.Bytes())
}
