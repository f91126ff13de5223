package resume_test

import (
	"fmt"

	"resumax/resume"
)

func baker() resume.Document {
	d, err := resume.Document{}.Set("/work/0", resume.Struct(
		resume.Member{Name: "name", Value: resume.Text("Mill")},
		resume.Member{Name: "highlights", Value: resume.Texts("Baked 300 loaves a day", "Trained 4 bakers")}))
	if err != nil {
		panic(err)
	}
	return d
}

// An edit leaves the document as it was and returns another one.
func ExampleDocument_SetText() {
	before := baker()
	after, err := before.SetText("/work/0/position", "Head baker")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(before.Resume().Work[0].Position == "", after.Resume().Work[0].Position)
	// Output: true Head baker
}

func ExampleEdit() {
	edit := resume.MoveEdit("/work/0/highlights", 1, 0).Then(resume.TextEdit("/work/0/highlights/0", "Trained 5 bakers"))
	after, err := edit(baker())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, line := range after.Resume().Work[0].Highlights {
		fmt.Println(line.Text)
	}
	// Output:
	// Trained 5 bakers
	// Baked 300 loaves a day
}

func ExampleDiff() {
	before := baker()
	after, _ := before.Insert("/work/0/highlights/0", resume.Text("Won a prize"))
	after, _ = after.SetText("/work/0/highlights/2", "Trained 5 bakers")
	for _, d := range resume.Diff(before, after) {
		fmt.Println(d.Kind, d.Address, d.Old, d.New)
	}
	// Output:
	// added /work/0/highlights/0 null "Won a prize"
	// changed /work/0/highlights/2 "Trained 4 bakers" "Trained 5 bakers"
}

func ExampleMerge() {
	base := baker()
	mine, _ := base.SetText("/work/0/highlights/0", "Baked 400 loaves a day")
	theirs, _ := base.Remove("/work/0/highlights/1")
	theirs, _ = theirs.SetText("/work/0/name", "Old Mill")
	merged, conflicts := resume.Merge(base, mine, theirs)
	fmt.Println(merged.Root(), len(conflicts))
	// Output: {"work":[{"name":"Old Mill","highlights":["Baked 400 loaves a day"]}]} 0
}

// A note refers to a bullet by its id, which leads to it wherever it goes.
func ExampleDocument_Identify() {
	d, id, err := baker().Identify("/work/0/highlights/0")
	if err != nil {
		fmt.Println(err)
		return
	}
	d, _ = d.Move("/work/0/highlights", 0, 1)
	d, _ = d.SetText("/work/0/highlights/1", "Baked 350 loaves a day")
	at, ok := d.Locate(id)
	fmt.Println(at, ok)

	d, _ = d.Remove(at)
	_, ok = d.Locate(id)
	fmt.Println(ok)
	// Output:
	// /work/0/highlights/1 true
	// false
}

// Dates are read as people write them.
func ExampleParseDate() {
	for _, text := range []string{"Mar 2021", "03/2021", "2021-03-15", "2021", "someday"} {
		d, ok := resume.ParseDate(text)
		fmt.Println(d, ok)
	}
	// Output:
	// Mar 2021 true
	// Mar 2021 true
	// Mar 2021 true
	// 2021 true
	// someday false
}
