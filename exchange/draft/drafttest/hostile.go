package drafttest

import (
	"testing"

	"resumax/exchange/format"
	"resumax/resume/codec"
)

// Reads checks that a reader makes valid resumes of whatever it reads: what it gives is
// written and read again as the same, and every text that is taken is in the document. It
// gives the reading.
func Reads(t testing.TB, f *format.Format, data []byte) format.Reading {
	t.Helper()
	got, err := f.Read(t.Context(), format.Input{Data: data, Name: "a file"})
	if err != nil {
		if len(err.Error()) > 600 {
			t.Errorf("a long error: %v", err)
		}
		return got
	}
	again, _, err := codec.Parse(codec.Encode(got.Document), "again")
	if err != nil || string(codec.Encode(again)) != string(codec.Encode(got.Document)) {
		t.Errorf("not stable: %v\n%s\n%s", err, codec.Encode(got.Document), codec.Encode(again))
	}
	for _, taken := range got.Taken {
		if _, ok := got.Document.Get(taken.Address); !ok {
			t.Errorf("%s is taken and not there", taken.Address)
		}
	}
	return got
}
