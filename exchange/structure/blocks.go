package structure

import "strings"

// Block is lines that belong together: a paragraph, a point of a list or a heading.
type Block struct {
	Text    string
	Heading int // 1 for a title, 2 for what is under it, and so on; 0 for text
	Item    bool
	Bold    bool    // all of it
	Size    float64 // in points
	Gap     float64 // above it, in usual pitches
}

// Blocks puts the lines of any text together: a wrapped line joins what it goes on with.
func Blocks(lines []Line) []Block {
	r := newReader(lines)
	var all []Block
	for _, u := range r.units(0, len(lines)) {
		first := lines[u.lines[0]]
		b := Block{Heading: first.Heading, Item: u.bullet, Bold: true, Size: first.Size()}
		if r.pitch > 0 {
			b.Gap = u.gap / r.pitch
		}
		var text strings.Builder
		for n, s := range u.spans(r) {
			l := lines[s.line]
			b.Bold = b.Bold && l.Bold()
			if n == 0 {
				text.WriteString(r.text(s))
				continue
			}
			joinLine(&text, r.text(s))
		}
		b.Text = strings.TrimSpace(text.String())
		if b.Text != "" {
			all = append(all, b)
		}
	}
	return all
}
