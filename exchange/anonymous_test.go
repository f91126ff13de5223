package exchange

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"image"
	"image/png"
	"io"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"resumax/exchange/format"
	"resumax/exchange/plaintext"
	"resumax/render"
	"resumax/render/design"
	"resumax/resume"
	"resumax/resume/codec"
	"resumax/resume/photo"
)

// inside is all text of a file: its bytes, and those of what is packed in it.
func inside(t rapid.TB, data []byte) string {
	var b strings.Builder
	b.Write(data)
	if r, err := zip.NewReader(bytes.NewReader(data), int64(len(data))); err == nil {
		for _, part := range r.File {
			b.WriteString(part.Name)
			from, err := part.Open()
			if err != nil {
				t.Fatal(err)
			}
			if _, err := io.Copy(&b, from); err != nil {
				t.Fatal(err)
			}
		}
	}
	streams := bytes.Split(data, []byte("stream\n"))
	for _, stream := range streams[1:] {
		if z, err := zlib.NewReader(bytes.NewReader(stream)); err == nil {
			_, _ = io.Copy(&b, z) // what comes behind it is no error of it
		}
	}
	return strings.ToLower(strings.ReplaceAll(b.String(), "\x00", "")) // texts of PDFs may be in UTF-16
}

// whose is a resume with someone's data in its fields and in its texts, and these data.
func whose(t *rapid.T, d resume.Document) (resume.Document, []string) {
	word := func(name string) string { return rapid.StringMatching(`[A-Z][a-z]{2}q[a-z]{2,5}`).Draw(t, name) }
	first, last := word("first"), word("last")
	user := strings.ToLower(first) + "-" + strings.ToLower(last)
	name := first + " " + last
	email, url, profile := user+"@mail.test", "https://"+user+".test", "https://code.test/"+user
	phone := rapid.StringMatching(`\+49 30 [2-9]{4} [2-9]{4}`).Draw(t, "phone")
	picture := image.NewGray(image.Rect(0, 0, 30, 40))
	picture.Pix[7] = 99
	var b bytes.Buffer
	if err := png.Encode(&b, picture); err != nil {
		t.Fatal(err)
	}
	set := func(at resume.Address, v resume.Value) {
		var err error
		if d, err = d.Set(at, v); err != nil {
			t.Fatal(err)
		}
	}
	text := func(name string) resume.Value {
		return resume.Text(rapid.SampledFrom([]string{name, name + "'s project", "by " + strings.ToUpper(name) + ".", "**" + first + "** " + last + " led it", last + ", " + first,
			"see " + profile + "/x, or [mail](mailto:" + email + ")", "call " + phone + " or " + strings.ReplaceAll(phone, " ", "-"), "(" + email + ")", "[" + url + "](" + url + ")", "@" + user, "born 1 May 1987", "plain"}).Draw(t, "said"))
	}
	at := resume.Basics
	for _, m := range []struct{ name, text string }{{"name", name}, {"email", email}, {"phone", phone}, {"url", url}, {"birthDate", "1987-05-01"}, {"image", photo.URI(b.Bytes())}} {
		set(at.Child(m.name), resume.Text(m.text))
	}
	set(at.Child("profiles"), resume.List(resume.Struct(resume.Member{Name: "network", Value: resume.Text("Code")}, resume.Member{Name: "username", Value: resume.Text(user)}, resume.Member{Name: "url", Value: resume.Text(profile)})))
	set(at.Child("label"), text(name))
	set(at.Child("summary"), resume.Text(text(name).Str()+"\n"+text(name).Str()))
	items := func(names ...string) resume.Value {
		var members []resume.Member
		for _, n := range names {
			members = append(members, resume.Member{Name: n, Value: text(name)})
		}
		members = append(members, resume.Member{Name: "highlights", Value: resume.List(text(name), text(name))},
			resume.Member{Name: "keywords", Value: resume.List(text(name))}, resume.Member{Name: "url", Value: resume.Text(url + "/a")}, resume.Member{Name: "unknown", Value: text(name)})
		return resume.List(resume.Struct(members...), resume.Struct(append(members, resume.Member{Name: "hidden", Value: resume.Flag(true)})...))
	}
	set(resume.Root.Child("work"), items("name", "position", "location", "description", "summary"))
	set(resume.Root.Child("projects"), items("name", "entity", "type", "description"))
	set(resume.Root.Child("references"), items("name", "reference"))
	set(resume.Root.Child(user+"Talks"), items("name", "position", "organization", "number", "description", "summary"))
	var err error
	if d, err = d.RenameSection("work", "Work of "+name); err != nil {
		t.Fatal(err)
	}
	set(resume.Root.Child("x-"+user), resume.Text(email))
	return d, []string{name, last + ", " + first, email, url, profile, user, phone, strings.ReplaceAll(phone, " ", "-"), "1987"}
}

// No file of any format has anything of the person in it, shown or not.
func TestAnonymousFilesDoNotTellWhoseTheyAre(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		d, secrets := whose(rt, aResume(rt))
		one := rapid.SampledFrom(design.All()).Draw(rt, "design").ID
		s, _ := format.Source{Document: d, Options: optionsOf(d, one), Attach: true}.Anonymous()
		for _, f := range Writers() {
			if f.ID == "png" || f.ID == "jpg" { // what the pages say is in the PDF
				continue
			}
			out, err := f.Write(s)
			if err != nil {
				rt.Fatalf("%s: %v", f.ID, err)
			}
			data, err := out.File(0)
			if err != nil {
				rt.Fatal(err)
			}
			text := inside(rt, data)
			if f.ID == "pdf" {
				text += strings.ToLower(plaintext.Text(render.Blocks(s.Document.Resume(), s.Options)))
				if !strings.Contains(text, `"resumax"`) {
					rt.Fatal("what the PDF carries was not looked at")
				}
			}
			for _, secret := range secrets {
				if i := strings.Index(text, strings.ToLower(secret)); i >= 0 {
					rt.Fatalf("%s has %q: …%q…\n%s", f.ID, secret, text[max(0, i-60):min(len(text), i+60)], s.Document.Root())
				}
			}
			for _, p := range []string{"image/png", "image/jpeg", "photo.jpeg"} {
				if strings.Contains(text, p) {
					rt.Errorf("%s has a photo: %s", f.ID, p)
				}
			}
		}
	})
}

// And what is no one's stays.
func TestAnonymousFilesKeepTheRest(t *testing.T) {
	d, _, err := codec.Parse([]byte(`{"basics": {"name": "Ada Example", "label": "Baker"}, "work": [{"name": "Mill", "position": "Baker", "startDate": "2020-03", "highlights": ["Baked 40 kinds of **bread**."]}]}`), "x")
	if err != nil {
		t.Fatal(err)
	}
	s, problems := format.Source{Document: d, Options: optionsOf(d, "classic")}.Anonymous()
	if len(problems) > 0 {
		t.Error(problems)
	}
	got := plaintext.Text(render.Blocks(s.Document.Resume(), s.Options))
	if want := "Baker\n\nEXPERIENCE\nBaker | Mill | Mar 2020 – Present\n- Baked 40 kinds of bread.\n"; got != want {
		t.Errorf("%q", got)
	}
}
