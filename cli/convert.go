package cli

import (
	"bytes"
	"context"

	"github.com/spf13/cobra"

	"resumax/exchange"
	"resumax/exchange/format"
	"resumax/exchange/pdftext"
	"resumax/exchange/taking"
	"resumax/resume"
	"resumax/storage/userdata"
)

// converting is what convert was asked for.
type converting struct {
	export       exportOptions
	from, report string
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
			if o.export.out == "" {
				return usagef("-o is missing: name the file to write, or “-” for standard output")
			}
			if o.export.format == "" && o.export.out == "-" {
				o.export.format = "json"
			}
			if err := o.export.complete(); err != nil {
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
	f, err := exchange.Detect(data, name)
	if o.from != "" {
		var ok bool
		if f, ok = exchange.Find(o.from); !ok || f.Read == nil {
			return usagef("--from is “%s”; valid values: %s", o.from, exchange.IDs(exchange.Readers()))
		}
	} else if err != nil {
		return err
	}
	words := &pdftext.Reader{Cache: userdata.PDFiumCode()}
	defer words.Close()
	ctx, cancel := context.WithTimeout(context.Background(), readingTime)
	defer cancel()
	got, err := f.Read(ctx, format.Input{Data: data, Name: name, Words: words.Read})
	if err != nil {
		return err
	}
	src := source{path, name, got.Document, got.Problems}
	if err := o.writeReport(f, got, s); err != nil {
		return err
	}
	return o.export.exportSource(src, o.export.out, s)
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
