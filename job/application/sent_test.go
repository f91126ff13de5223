package application

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"resumax/resume"
	"resumax/resume/codec"
	"resumax/resume/variant"
)

func sending(d resume.Document, file string) Sending {
	return Sending{Day: on(2026, 2, 3), File: file, SHA256: Hash([]byte(file)), Document: d, Printed: resume.Printed{Photo: d.TextAt(imageAt), Setting: func(string) bool { return true }}}
}

func TestSend(t *testing.T) {
	d := read(t, "sample.json")
	d, id := added(t, d, Application{Title: "Engineer", Employer: "Halvorsen"})
	d = must(t)(Send(d, id, sending(d, `C:\out\cv.pdf`)))
	a, _ := Find(d, id)
	if len(a.Sent) != 1 || a.Sent[0].File != "cv.pdf" || a.Status != Applied || a.Dates.Applied != on(2026, 2, 3) || a.Sent[0].SHA256 != Hash([]byte(`C:\out\cv.pdf`)) {
		t.Fatalf("%+v", a)
	}
	frozen := must(t)(Frozen(d, a.Sent[0].Resume))
	if frozen.TextAt("/basics/name") != d.TextAt("/basics/name") || len(frozen.Resume().Work) != len(d.Resume().Work) {
		t.Errorf("%v", frozen.Root())
	}
	if _, ok := frozen.Get(Address); ok {
		t.Error("the project's own data is in what was sent")
	}
	exported := string(codec.Export(d))
	for _, not := range []string{a.Sent[0].Resume, "Halvorsen", `"sent"`} {
		if strings.Contains(exported, not) {
			t.Errorf("%s goes out with an export", not)
		}
	}
	d = must(t)(Unsend(d, id, 0))
	if _, ok := d.Get(sentAt); ok {
		t.Error("a version that nobody has stays")
	}
	if _, err := Frozen(d, a.Sent[0].Resume); !errors.Is(err, ErrNotFrozen) {
		t.Error(err)
	}
}

// A photo is large and does not compress: all versions share it.
func TestPhotosAreStoredOnce(t *testing.T) {
	photo := "data:image/png;base64," + strings.Repeat("iVBORw0KGgo", 5000)
	d, err := read(t, "sample.json").SetText(imageAt, photo)
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for i := range 5 {
		var id string
		d, id = added(t, d, Application{Title: fmt.Sprint("Job ", i)})
		ids = append(ids, id)
		d = must(t)(d.SetText("/basics/label", fmt.Sprint("Version ", i)))
		d = must(t)(Send(d, id, sending(d, "cv.pdf")))
	}
	if n := strings.Count(string(codec.Encode(d)), photo); n != 2 { // the resume's, and the one that was sent
		t.Errorf("the photo is in the file %d times", n)
	}
	for i, id := range ids {
		a, _ := Find(d, id)
		frozen := must(t)(Frozen(d, a.Sent[0].Resume))
		if frozen.TextAt(imageAt) != photo || frozen.TextAt("/basics/label") != fmt.Sprint("Version ", i) {
			t.Errorf("version %d has label %s", i, frozen.TextAt("/basics/label"))
		}
	}
	for _, id := range ids {
		d = must(t)(Delete(d, id))
	}
	if _, ok := d.Get(sentAt); ok {
		t.Error("the photo stays")
	}
}

func TestDamageIsSaid(t *testing.T) {
	d, id := added(t, read(t, "sample.json"), Application{Title: "Engineer"})
	d = must(t)(Send(d, id, sending(d, "cv.pdf")))
	a, _ := Find(d, id)
	other := packed([]byte(`{"basics":{"name":"Somebody else"}}`))
	for name, content := range map[string]string{"not base64": "%", "not packed": "AAAA", "another resume": other, "cut off": other[:len(other)/2]} {
		damaged := must(t)(d.Set(sentAt.Item(0).Child("resume"), resume.Text(content)))
		if _, err := Frozen(damaged, a.Sent[0].Resume); err == nil || !strings.Contains(err.Error(), "damaged") {
			t.Errorf("%s: %v", name, err)
		}
		repaired := must(t)(Send(damaged, id, sending(d, "cv.pdf")))
		if _, err := Frozen(repaired, a.Sent[0].Resume); err != nil {
			t.Errorf("%s, sent again: %v", name, err)
		}
	}
}

// What was sent stays as it was, whatever is edited: the resume, its variants, applications,
// undo, saving and loading.
func TestFrozenNeverChanges(t *testing.T) {
	sample := read(t, "sample.json")
	rapid.Check(t, func(t *rapid.T) {
		ok := func(d resume.Document, err error) resume.Document {
			if err != nil {
				t.Fatal(err)
			}
			return d
		}
		d := sample
		past := []resume.Document{d}
		type version struct {
			id     string
			public resume.Document
		}
		sent := map[string][]version{} // by application
		var variants []string
		n := 0
		word := func() string { n++; return fmt.Sprint("word", n) }
		for range rapid.IntRange(5, 25).Draw(t, "steps") {
			switch kind := rapid.SampledFrom([]string{"edit", "edit", "variant", "edit variant", "edit variant", "apply", "send", "send", "send", "update", "delete", "undo", "reopen", "unsend"}).Draw(t, "kind"); kind {
			case "edit":
				at := rapid.SampledFrom([]resume.Address{"/basics/name", "/basics/summary", "/work/0/highlights/0", "/work/0/name", "/skills/0/keywords/0"}).Draw(t, "at")
				d = ok(variant.EditBase(d, resume.TextEdit(at, word())))
				if rapid.Bool().Draw(t, "structure") && d.ListLen("/work/0/highlights") > 2 {
					d = ok(variant.EditBase(d, resume.RemoveEdit("/work/0/highlights/1")))
				}
			case "variant":
				var id string
				var err error
				if d, id, err = variant.New(d, word()); err != nil {
					t.Fatal(err)
				}
				variants = append(variants, id)
			case "edit variant":
				if len(variants) == 0 {
					continue
				}
				v, err := variant.Open(d, rapid.SampledFrom(variants).Draw(t, "which"))
				if err != nil {
					continue // undone
				}
				d = ok(v.Edit(resume.TextEdit("/work/0/highlights/0", word())))
			case "apply":
				var err error
				if d, _, err = New(d, Application{Title: word()}); err != nil {
					t.Fatal(err)
				}
			case "send", "update", "delete", "unsend":
				all := List(d)
				if len(all) == 0 {
					continue
				}
				a := rapid.SampledFrom(all).Draw(t, "application")
				switch kind {
				case "send":
					view := d
					if len(variants) > 0 && rapid.Bool().Draw(t, "of a variant") {
						if v, err := variant.Open(d, variants[0]); err == nil {
							view = v.Document
						}
					}
					s := sending(view, "cv.pdf")
					d = ok(Send(d, a.ID, s))
					now, _ := Find(d, a.ID)
					sent[a.ID] = append(sent[a.ID], version{now.Sent[len(now.Sent)-1].Resume, view.Public(s.Printed)})
				case "update":
					a.Title, a.Sent = word(), nil
					d = ok(Update(d, a))
				case "delete":
					d = ok(Delete(d, a.ID))
				case "unsend":
					if len(a.Sent) > 0 {
						d = ok(Unsend(d, a.ID, 0))
					}
				}
			case "undo":
				d = past[rapid.IntRange(0, len(past)-1).Draw(t, "to")]
			case "reopen":
				d = reopened(t, d)
			}
			past = append(past, d)
			for _, a := range List(d) {
				for _, s := range a.Sent {
					frozen := ok(Frozen(d, s.Resume))
					found := false
					for _, v := range sent[a.ID] {
						if v.id == s.Resume {
							found = true
							if !frozen.Equal(v.public) {
								t.Fatalf("what was sent has changed:\n%v\nwas\n%v", frozen.Root(), v.public.Root())
							}
						}
					}
					if !found {
						t.Fatalf("%s got what was never sent to it", a.Title)
					}
				}
			}
		}
	})
}

// project is a resume with n variants, each with a dozen changes, and n applications, each of
// which has got a version of its own.
func project(t testing.TB, n int) resume.Document {
	d := read(t, "sample.json")
	for i := range n {
		var id string
		var err error
		d, id, err = variant.New(d, fmt.Sprintf("Backend · Employer %d", i))
		if err != nil {
			t.Fatal(err)
		}
		for j := range 12 {
			v, err := variant.Open(d, id)
			if err != nil {
				t.Fatal(err)
			}
			at := resume.Address("/work").Item(j % 2).Child("highlights").Item(j % 3)
			was := v.Document.TextAt(at)
			d = must(t)(v.Edit(resume.TextEdit(at, fmt.Sprintf("%s, as employer %d asks, in other words of its own %d", was, i, j))))
		}
		v, err := variant.Open(d, id)
		if err != nil {
			t.Fatal(err)
		}
		var app string
		d, app = added(t, d, Application{Title: fmt.Sprintf("Backend engineer %d", i), Employer: fmt.Sprintf("Employer %d", i), Variant: id, Link: fmt.Sprintf("https://jobs.example/%d", i),
			Dates: Dates{Saved: on(2026, 1, 2)}, Contact: Contact{"Ana Lima", "ana@example.org", "+1 555 0100"}, Next: Step{"Call", on(2026, 2, 2)}, Notes: strings.Repeat("Asked about the team. ", 10)})
		s := sending(v.Document, fmt.Sprintf("cv-%d.pdf", i))
		s.Variant = v.Variant.Name
		d = must(t)(Send(d, app, s))
	}
	return d
}

// The bound is the one of the project's file: 1.5 MB for 50 variants and 50 applications.
func TestFiftyApplicationsAreSmall(t *testing.T) {
	d := project(t, 50)
	all := codec.Encode(d)
	sent, _ := d.Get(sentAt)
	versions := len(codec.EncodeAs(resume.NewDocument(resume.Struct(resume.Member{Name: "sent", Value: sent})), codec.Usual))
	t.Logf("%d bytes, %d of them what was sent: %d versions", len(all), versions, sent.Len())
	if len(all) >= 1_500_000 || versions >= 500_000 || sent.Len() != 50 {
		t.Errorf("%d bytes, %d of them what was sent: %d versions", len(all), versions, sent.Len())
	}
}

func BenchmarkFiftyApplications(b *testing.B) {
	d := project(b, 50)
	all := List(d)
	b.ReportMetric(float64(len(codec.Encode(d))), "bytes/file")
	b.Run("list", func(b *testing.B) {
		for b.Loop() {
			List(d)
		}
	})
	b.Run("frozen", func(b *testing.B) {
		for b.Loop() {
			if _, err := Frozen(d, all[20].Sent[0].Resume); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("send", func(b *testing.B) {
		s := sending(d, "cv.pdf")
		for b.Loop() {
			if _, err := Send(d, all[20].ID, s); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("status", func(b *testing.B) {
		for b.Loop() {
			if _, err := SetStatus(d, all[20].ID, Offer, "", on(2026, 5, 6)); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// What was sent today and answered today was applied for today.
func TestAppliedStaysWhereSomethingWasSent(t *testing.T) {
	d, id, err := New(resume.Document{}, Application{Title: "Nurse", Dates: Dates{Saved: on(2026, 3, 1)}})
	if err != nil {
		t.Fatal(err)
	}
	d = must(t)(Send(d, id, Sending{Document: d, Day: on(2026, 3, 2)}))
	d = must(t)(SetStatus(d, id, Interview, "", on(2026, 3, 2)))
	a, _ := Find(d, id)
	if a.Dates.Applied != on(2026, 3, 2) || len(a.Dates.History) != 3 || a.Status != Interview {
		t.Errorf("%+v", a.Dates)
	}
	d = must(t)(SetStatus(d, id, Offer, "", on(2026, 3, 2)))
	if a, _ = Find(d, id); a.Dates.Applied != on(2026, 3, 2) || len(a.Dates.History) != 3 || a.Dates.History[2].Status != Offer {
		t.Errorf("%+v", a.Dates)
	}
	if d = must(t)(SetStatus(d, id, Saved, "", on(2026, 3, 2))); len(List(d)) != 1 {
		t.Error("it is gone")
	}
}
