package design

import (
	"fmt"
	"math"
	"strings"
)

// Fit says how far a design may be tightened so that a resume fits its pages.
type Fit struct {
	Space   float64 // the part of the empty space that must stay, such as 0.5
	Size    float64 // least size of the body text
	Leading float64 // least leading of the body text, in sizes
	Margin  float64 // least margin, in millimeters
}

// parserGap is how far entries must stand apart, in pitches of most lines:
// software that reads resumes takes two that are closer for one.
const parserGap = 1.4

// minEntrySpace is the space over an entry that keeps entries so far apart
// where most lines are points of a list.
func minEntrySpace(leading, bullet float64) float64 { return parserGap*(leading+bullet) - leading }

// Tightened is the design set tighter: by 0 not at all, by 1 as far as it
// allows. What is noticed least gives way first: the first third takes empty
// space, the second leading and size, the last the margins.
func (d *Design) Tightened(by float64) *Design {
	stage := func(n float64) float64 { return min(1, max(0, 3*by-n)) }
	tight := *d
	shrink := func(v *float64, least, stage float64) {
		if least < *v {
			*v -= (*v - least) * stage
		}
	}
	size, leading := d.Style.Body.Size, d.Style.Body.Leading
	shrink(&size, d.Fit.Size, stage(1))
	shrink(&leading, d.Fit.Leading*size, stage(1))
	for _, s := range tight.Style.all() {
		s.style.Size *= size / d.Style.Body.Size
		s.style.Leading *= leading / d.Style.Body.Leading
	}
	s := &tight.Space
	for _, v := range []*float64{&s.Contact, &s.Heading, &s.Rule, &s.Section, &s.Record, &s.Paragraph, &s.Bullet, &s.Group} {
		shrink(v, *v*d.Fit.Space, stage(0))
	}
	for _, v := range []*float64{&s.Entry, &s.Position} {
		shrink(v, max(*v*d.Fit.Space, minEntrySpace(leading, s.Bullet)), stage(0))
	}
	p := &tight.Page
	for _, v := range []*float64{&p.Top, &p.Bottom, &p.Left, &p.Right} {
		shrink(v, d.Fit.Margin, stage(2))
	}
	return &tight
}

// Changes says in words how a design that was tightened differs from d, "" for
// not at all.
func (d *Design) Changes(tight *Design) string {
	var words []string
	if part := tight.Space.Heading / d.Space.Heading; part < 1 {
		words = append(words, fmt.Sprintf("spacing %.0f%%", math.Round(100*part)))
	}
	if size := tight.Style.Body.Size; size < d.Style.Body.Size {
		words = append(words, fmt.Sprintf("text %.1f pt", size))
	}
	if margin := tight.Page.Left; margin < d.Page.Left {
		words = append(words, fmt.Sprintf("margins %.0f mm", margin))
	}
	return strings.Join(words, ", ")
}
