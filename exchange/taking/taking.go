// Package taking is the record of what was taken of a file when it was read: which words
// went where, where they stood, and how sure that is; and what found no place.
package taking

import "resumax/resume"

// Record is what was taken of a file, and what was left.
type Record struct {
	Taken []Taken
	Left  []Left
}

// Taken is a text of the resume.
type Taken struct {
	Address    resume.Address `json:"address"`
	Text       string         `json:"text"`
	Confidence float64        `json:"confidence"` // 0 to 1
	Page       int            `json:"page,omitempty"`
	Box        *Box           `json:"box,omitempty"`
}

// Left is text that found no place.
type Left struct {
	Text string `json:"text"`
	Page int    `json:"page,omitempty"` // counted from 1, 0 where a format has no pages
	Box  *Box   `json:"box,omitempty"`  // nil where a format has no places
}

// Box is a rectangle in points from the top left corner of its page.
type Box struct {
	Left   float64 `json:"left"`
	Top    float64 `json:"top"`
	Right  float64 `json:"right"`
	Bottom float64 `json:"bottom"`
}

// UnsureBelow is the confidence below which a text should be looked at.
const UnsureBelow = 0.75

// Unsure are the addresses of what should be looked at.
func (r Record) Unsure() []resume.Address {
	var all []resume.Address
	for _, t := range r.Taken {
		if t.Confidence < UnsureBelow {
			all = append(all, t.Address)
		}
	}
	return all
}

// Line is a line or paragraph of a file without pages.
type Line struct {
	Text    string
	Heading int  // 1 for a title, 2 for what is under it, and so on; 0 for text
	Item    bool // it is a point of a list
	Bold    bool // all of it is
}
