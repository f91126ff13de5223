// Package jsonresume is the format of the project's own files.
package jsonresume

import (
	"bytes"
	"context"

	"resumax/exchange/format"
	"resumax/resume"
	"resumax/resume/codec"
)

// Format is JSON Resume.
var Format = &format.Format{
	ID:         "json",
	Name:       "JSON Resume",
	About:      "the whole resume, for ResuMax and other programs",
	Extensions: []string{"json"},
	Draft:      true,
	Sniff:      sniff,
	Read:       read,
	Write:      write,
}

// sniff knows an object in JSON by its beginning.
func sniff(data []byte) bool {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	return bytes.HasPrefix(bytes.TrimLeft(data, " \t\r\n"), []byte("{"))
}

func read(_ context.Context, in format.Input) (format.Reading, error) {
	d, problems, err := codec.Parse(in.Data, in.Name)
	if err != nil {
		return format.Reading{}, err
	}
	if restored := withCustom(d); !restored.Equal(d) {
		var more []resume.Problem
		d, more = codec.Tidy(restored)
		problems = append(problems, more...)
	}
	return format.Reading{Document: d, Problems: problems}, nil
}

func write(s format.Source) (format.Output, error) {
	return format.Single(codec.Export(s.Document), nil), nil
}
