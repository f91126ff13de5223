package resume_test

import (
	"fmt"

	"resumax/resume"
)

// Documents never change: an edit gives another one, so undo is a list of them.
func ExampleDocument() {
	const name = resume.Address("/basics/name")
	before, err := resume.Document{}.SetText(name, "Ada")
	if err != nil {
		fmt.Println(err)
		return
	}
	after, err := before.SetText(name, "Ada Example")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(before.TextAt(name))
	fmt.Println(after.TextAt(name))
	// Output:
	// Ada
	// Ada Example
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
