package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"resumax/ats"
	"resumax/exchange/pdftext"
	"resumax/render"
	"resumax/render/outline"
	"resumax/storage/file"
	"resumax/storage/userdata"
)

// readingTime bounds how long a PDF is read. The first time PDFium takes some
// seconds to start.
var readingTime = time.Minute // tests on a busy machine take longer

func atsCommand(s Streams) *cobra.Command {
	var against, format string
	var which variantOption
	c := &cobra.Command{
		Use:   "ats FILE.pdf [--against RESUME.json [--variant NAME]] [--format text|json]",
		Short: "Check what an applicant tracking system (ATS) parses from a PDF",
		Args:  arguments(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			if err := choiceOf("format", format, "text", "json"); err != nil {
				return err
			}
			if args[0] == "-" && against == "-" {
				return usagef("standard input can be the PDF or the resume, not both")
			}
			if which.name != "" && against == "" {
				return usagef("--variant needs --against: it is a variant of the resume that the PDF was made from")
			}
			file, name, err := readPDF(args[0], s.In)
			if err != nil {
				return err
			}
			blocks, err := blocksOf(against, which, s)
			if err != nil {
				return err
			}
			r := pdftext.Reader{Cache: userdata.PDFiumCode()}
			defer r.Close()
			ctx, cancel := context.WithTimeout(context.Background(), readingTime)
			defer cancel()
			pages, err := r.Read(ctx, file)
			if err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			reading := ats.Read(pages, blocks)
			if format == "json" {
				return printJSON(s.Out, reading)
			}
			return writeStream(s.Out, []byte(readingText(reading)))
		},
	}
	f := c.Flags()
	f.StringVar(&against, "against", "", "the resume that the PDF was made from, to list missing and repeated words")
	which.add(c)
	f.StringVar(&format, "format", "text", "text or json")
	return c
}

// readPDF reads a file, or the standard input for "-".
func readPDF(path string, in io.Reader) (data []byte, name string, err error) {
	if path == "" {
		return nil, "", usagef("the file name is empty")
	}
	name = "standard input"
	if path != "-" {
		name = path
		data, err = file.ReadFile(path, pdftext.MaxBytes)
		return data, name, naming(path, err)
	}
	data, err = io.ReadAll(io.LimitReader(in, pdftext.MaxBytes+1))
	if err != nil {
		return nil, "", fmt.Errorf("%s cannot be read: %w", name, cause(err))
	}
	return data, name, nil
}

// cause is what went wrong with a file, without its name.
func cause(err error) error {
	if p, ok := errors.AsType[*os.PathError](err); ok {
		return p.Err
	}
	return err
}

// blocksOf is what the page of a resume says; nil for no resume.
func blocksOf(path string, which variantOption, s Streams) ([]outline.Block, error) {
	if path == "" {
		return nil, nil
	}
	src, err := read(path, s.In)
	if err != nil {
		return nil, err
	}
	if src, err = which.of(src, s); err != nil {
		return nil, err
	}
	s.warn(src.name, fixes(src.problems))
	if err := src.checkLength(src.pageText()); err != nil {
		return nil, err
	}
	r := src.document.Resume()
	designs, _ := home().Designs()
	return render.Typeset(r, render.Setup{Designs: designs}.Options(r)).Blocks, nil
}

// readingText is a reading for people: who, what and what is in the way, then the
// text as it was read.
func readingText(r *ats.Reading) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", many(r.Pages, "page"))
	line := func(name, text string) {
		if text == "" {
			text = "not found"
		}
		fmt.Fprintf(&b, "  %-10s %s\n", name, plain(text))
	}
	b.WriteString("\nContact:\n")
	line("Name", r.Contact.Name)
	line("E-mail", r.Contact.Email)
	line("Phone", r.Contact.Phone)
	line("Location", r.Contact.Location)
	line("Links", strings.Join(r.Contact.Links, ", "))
	if len(r.Sections) > 0 {
		b.WriteString("\nSections:\n")
		for _, section := range r.Sections {
			line(section.Kind, fmt.Sprintf("“%s”, %s", section.Heading, many(len(section.Lines), "line")))
		}
	}
	if len(r.Jobs) > 0 {
		b.WriteString("\nJobs:\n")
		for _, j := range r.Jobs {
			paragraph(&b, "  - ", fmt.Sprintf("%s at %s, %s, %s", orNot(j.Title), orNot(j.Employer), orNot(j.Dates), many(len(j.Points), "point")))
		}
	}
	b.WriteString("\nChecks:\n")
	for _, rule := range r.Rules {
		mark := "  ✓ "
		if !rule.OK {
			mark = "  ✗ "
		}
		paragraph(&b, mark, rule.Need)
		if !rule.OK {
			paragraph(&b, "      ", rule.Why)
		}
	}
	if c := r.Against; c != nil {
		fmt.Fprintf(&b, "\nThe PDF has %[2]d of the resume's %[1]s, %.1[3]f%% of them in order.\n", many(c.Words, "word"), c.Found, 100*c.InOrder)
		wordList(&b, "Missing", c.Lost)
		wordList(&b, "Repeated", c.Doubled)
	}
	b.WriteString("\nText in reading order:\n\n")
	for _, text := range r.Text {
		b.WriteString(plain(text) + "\n")
	}
	return b.String()
}

// many is a number of things.
func many(n int, thing string) string {
	if n != 1 {
		thing += "s"
	}
	return fmt.Sprintf("%d %s", n, thing)
}

func orNot(text string) string {
	if text == "" {
		return "(not found)"
	}
	return text
}

// wordList names words with the fields that they stand in.
func wordList(b *strings.Builder, heading string, words []ats.Word) {
	const most = 20
	for i, w := range words {
		if i == most {
			fmt.Fprintf(b, "  and %d more\n", len(words)-most)
			return
		}
		paragraph(b, "  "+heading+": ", fmt.Sprintf("“%s” at %s", w.Text, w.Address))
	}
}
