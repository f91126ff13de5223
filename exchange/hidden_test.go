package exchange

import (
	"bytes"
	"testing"

	"resumax/exchange/format"
	"resumax/render"
	"resumax/resume"
)

// A bullet that the resume hides, such as one that only some variants show, is in no
// export but that of everything.
func TestHiddenTextStaysHere(t *testing.T) {
	d := resume.NewDocument(resume.Struct(
		resume.Member{Name: "basics", Value: resume.Struct(resume.Member{Name: "name", Value: resume.Text("Ines Okafor")})},
		resume.Member{Name: "work", Value: resume.List(resume.Struct(
			resume.Member{Name: "name", Value: resume.Text("Fjordpay")}, resume.Member{Name: "highlights", Value: resume.Texts("Shown here.", "Zzyzx is hidden.")}))}))
	d, err := d.HideText("/work/0/highlights/1", true)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range Writers() {
		if f.ID == "json" || f.ID == "png" {
			continue
		}
		out, err := f.Write(format.Source{Document: d, Options: render.Setup{}.Options(d.Resume())})
		if err != nil {
			t.Fatal(f.ID, err)
		}
		for i := range out.Files {
			data, err := out.File(i)
			if err != nil {
				t.Fatal(err)
			}
			if bytes.Contains(data, []byte("Zzyzx")) {
				t.Errorf("%s has the hidden bullet", f.ID)
			}
		}
		for _, p := range out.Problems {
			t.Errorf("%s: %s %s", f.ID, p.Address, p.Text)
		}
	}
}
