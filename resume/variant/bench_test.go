package variant

import (
	"fmt"
	"testing"

	"resumax/resume"
	"resumax/resume/codec"
)

// twoPages is a resume of two pages.
func twoPages() resume.Document {
	text := func(name, s string) resume.Member { return resume.Member{Name: name, Value: resume.Text(s)} }
	var work, skills []resume.Value
	for i := range 7 {
		var lines []string
		for j := range 6 {
			lines = append(lines, fmt.Sprintf("Built part %d of system %d for its %d users, cutting the time that a request takes from %d to %d ms", j, i, 100*i+j, 900+i, 120+j))
		}
		work = append(work, resume.Struct(text("name", fmt.Sprintf("Company %d", i)), text("position", fmt.Sprintf("Engineer %d", i)), text("startDate", fmt.Sprintf("20%02d-01", 24-i)),
			resume.Member{Name: "highlights", Value: resume.Texts(lines...)}))
	}
	for i := range 5 {
		var words []string
		for j := range 8 {
			words = append(words, fmt.Sprintf("Technology %d.%d", i, j))
		}
		skills = append(skills, resume.Struct(text("name", fmt.Sprintf("Group %d", i)), resume.Member{Name: "keywords", Value: resume.Texts(words...)}))
	}
	return resume.NewDocument(resume.Struct(
		resume.Member{Name: "basics", Value: resume.Struct(text("name", "Ines Okafor"), text("label", "Engineer"), text("phone", "+49 30 5550 0123"), text("summary", "Engineer with ten years in payments and logistics."))},
		resume.Member{Name: "work", Value: resume.List(work...)}, resume.Member{Name: "skills", Value: resume.List(skills...)}))
}

// tailored is a resume of two pages with variants that differ in some twenty places each.
func tailored(t testing.TB, variants int) (resume.Document, string) {
	d := twoPages()
	last := ""
	for n := range variants {
		var err error
		if d, last, err = New(d, fmt.Sprintf("Company %d", n)); err != nil {
			t.Fatal(err)
		}
		edits := []resume.Edit{
			resume.TextEdit("/basics/label", fmt.Sprintf("Engineer for company %d", n)),
			resume.TextEdit("/basics/summary", fmt.Sprintf("Engineer with ten years in the field of company %d, and more.", n)),
			resume.MoveEdit("/skills", n%5, 0),
			resume.TextEdit(resume.DesignSetting, "modern"),
			resume.RemoveEdit("/work/6"),
		}
		for i := range 5 {
			list := resume.Address("/work").Item(i).Child("highlights")
			edits = append(edits, resume.TextEdit(list.Item((n+i)%6), fmt.Sprintf("Cut the time that a request takes to %d ms by sharding system %d", n, i)),
				hideText(list.Item((n+i+1)%6), true), resume.MoveEdit(list, (n+i)%6, 0))
		}
		for _, e := range edits {
			if d, err = Edit(d, last, e); err != nil {
				t.Fatal(err)
			}
		}
	}
	return d, last
}

// Fifty variants of two pages are a small file, and a new phone number is in all.
func TestFiftyVariants(t *testing.T) {
	d, _ := tailored(t, 50)
	d, err := EditBase(d, resume.TextEdit("/basics/phone", "+49 30 5550 0199"))
	if err != nil {
		t.Fatal(err)
	}
	if size := len(codec.Encode(d)); size > 1_500_000 {
		t.Errorf("the file has %d bytes", size)
	} else {
		t.Logf("the file has %d bytes", size)
	}
	for _, v := range List(d) {
		if o := open(t, d, v.ID); o.Document.TextAt("/basics/phone") != "+49 30 5550 0199" || v.Changes < 18 {
			t.Error(v)
		}
	}
}

// A switch to one of fifty variants, and a keystroke in one and in the base.
func BenchmarkFifty(b *testing.B) {
	d, id := tailored(b, 50)
	v := open(b, d, id)
	b.Run("view", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			open(b, d, id)
		}
	})
	b.Run("keystroke", func(b *testing.B) {
		b.ReportAllocs()
		for n := 0; b.Loop(); n++ {
			if _, err := v.Edit(resume.TextEdit("/work/2/highlights/3", fmt.Sprint("Typed ", n))); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("keystroke in base", func(b *testing.B) {
		for n := 0; b.Loop(); n++ {
			if _, err := EditBase(d, resume.TextEdit("/work/2/highlights/3", fmt.Sprint("Typed ", n))); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("changes", func(b *testing.B) {
		for b.Loop() {
			v.Changes()
		}
	})
}
