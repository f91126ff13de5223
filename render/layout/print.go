package layout

import (
	"fmt"
	"strconv"
	"strings"
)

// String prints the display list, a line for each item, with places in
// hundredths of a point.
func (d *Document) String() string {
	var b strings.Builder
	for n := range d.Pages {
		p := &d.Pages[n]
		fmt.Fprintf(&b, "page %d, %.2f × %.2f\n", n+1, p.Width, p.Height)
		for i := range p.Items {
			b.WriteString(p.Items[i].String())
			b.WriteByte('\n')
		}
	}
	for _, p := range d.Problems {
		fmt.Fprintf(&b, "problem %s %s\n", p.Address, p.Text)
	}
	return b.String()
}

// String prints an item in one line.
func (i *Item) String() string {
	what := fmt.Sprintf("%-5s %7.2f %7.2f %7.2f %7.2f  %s", i.Kind, i.Rect.X, i.Rect.Y, i.Rect.W, i.Rect.H, i.Block)
	switch i.Kind {
	case Text:
		text := strconv.Quote(i.Run.Text)
		if i.Run.Hyphen {
			text += "-"
		}
		return fmt.Sprintf("%s %s %s at %.2f, %s %g %s %s", what, i.Role, i.Address, i.Baseline, i.Run.Face.Name, i.Run.Size, i.Color, text)
	case Link:
		return fmt.Sprintf("%s %s %s", what, i.Address, i.Link)
	case Rule:
		return fmt.Sprintf("%s %s", what, i.Color)
	}
	return what
}
