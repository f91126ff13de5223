package role

import (
	"fmt"

	"resumax/resume"
)

// SampleLeft says that n texts are left of a sample, as [Unedited] finds them.
func SampleLeft(n int) string {
	if n == 1 {
		return "1 text is unchanged from the sample: replace it with your own"
	}
	return fmt.Sprintf("%d texts are unchanged from the sample: replace them with your own", n)
}

// PlaceholdersLeft says which placeholders are left to be filled in, as
// [resume.Document.Slots] finds them.
func PlaceholdersLeft(left []resume.TextLine) string {
	if len(left) == 1 {
		return fmt.Sprintf("fill in or remove “%s”", left[0].Text)
	}
	return fmt.Sprintf("fill in or remove %d placeholders, the first is “%s”", len(left), left[0].Text)
}
