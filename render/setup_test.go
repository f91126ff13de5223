package render

import (
	"errors"
	"testing"

	"resumax/render/design"
	"resumax/resume"
)

// What is asked for counts more than what the resume says, and each setting by
// itself.
func TestSetupOptions(t *testing.T) {
	r := &resume.Resume{Meta: resume.Meta{Design: "modern", Page: "letter", Fit: 2, Numbers: true, Language: "de"}}
	damaged := errors.New("damaged")
	s := Setup{Designs: design.All(), Photo: func(*resume.Resume) ([]byte, error) { return []byte("photo"), damaged }}
	o := s.Options(r)
	if o.Design.ID != "modern" || o.Unknown != "" || o.Page != design.Letter || o.Fit != 2 || !o.Numbers || o.Language != "de" || string(o.Photo) != "photo" || o.PhotoError != damaged {
		t.Errorf("%+v", o)
	}
	for _, c := range []struct {
		over Over
		ok   func(Options) bool
	}{
		{Over{Design: "classic"}, func(o Options) bool { return o.Design.ID == "classic" && o.Page == design.Letter && o.Fit == 2 }},
		{Over{Design: "none"}, func(o Options) bool { return o.Design == nil && o.Unknown == "none" }},
		{Over{Page: "a4"}, func(o Options) bool { return o.Page == design.A4 && o.Design.ID == "modern" }},
		{Over{Fit: 1}, func(o Options) bool { return o.Fit == 1 }},
		{Over{Settings: []resume.Setting{{Key: "scale.text"}}}, func(o Options) bool { return len(o.Settings) == 1 }},
	} {
		s.Over = c.over
		if o := s.Options(r); !c.ok(o) {
			t.Errorf("%+v: %+v", c.over, o)
		}
	}
}
