package layout

import (
	"math"

	"resumax/resume"
)

// At is the address of what is shown at a point of a page, counted from 0. A
// point beside a line of text, or in the narrow space between two lines,
// belongs to the nearest text. It is false where nothing is near.
func (d *Document) At(page int, x, y float64) (resume.Address, bool) {
	item := d.itemAt(page, x, y)
	if item == nil {
		return "", false
	}
	return item.Address, true
}

// itemAt is the text or picture at a point of a page, nil for none.
func (d *Document) itemAt(page int, x, y float64) (found *Item) {
	if page < 0 || page >= len(d.Pages) {
		return nil
	}
	const reach = 6 // points over and under a line that still belong to it
	nearest := math.Inf(1)
	for i := range d.Pages[page].Items {
		item := &d.Pages[page].Items[i]
		if item.Address == "" || item.Kind != Text && item.Kind != Image {
			continue
		}
		if d.Pages[page].Gutter.parts(x, y, item.Rect) {
			continue
		}
		dx := outside(x, item.Rect.X, item.Rect.X+item.Rect.W)
		dy := outside(y, item.Rect.Y, item.Rect.Y+item.Rect.H)
		if dy > reach {
			continue
		}
		// The line counts before the place in it.
		if distance := dy*1000 + dx; distance < nearest {
			found, nearest = item, distance
		}
	}
	return found
}

// parts reports whether a point and a rectangle are on two sides of a gutter.
func (g Rect) parts(x, y float64, r Rect) bool {
	within := y >= g.Y && y < g.Y+g.H && r.Y+r.H > g.Y && r.Y < g.Y+g.H
	return within && (x < g.X+g.W/2) != (r.X < g.X+g.W/2)
}

// outside is how far v is from the interval, 0 within it.
func outside(v, low, high float64) float64 { return max(0, low-v, v-high) }

// Boxes are the places where an address is shown, one for each line, in
// reading order. Where nothing is shown of the address itself, as of a web
// address that only makes a name a link, they are those of what holds it, up to
// the item of a section. There are none for what the page does not show.
func (d *Document) Boxes(a resume.Address) []Box {
	for a != "" {
		if boxes := d.boxesWithin(a); len(boxes) > 0 {
			return boxes
		}
		if a.Index() >= 0 && len(a.Tokens()) <= 2 {
			return nil // a section's item: its section is not what was asked for
		}
		a = a.Parent()
		if len(a.Tokens()) < 2 {
			return nil
		}
	}
	return nil
}

func (d *Document) boxesWithin(a resume.Address) []Box {
	var boxes []Box
	for p := range d.Pages {
		for i := range d.Pages[p].Items {
			item := &d.Pages[p].Items[i]
			if item.Kind != Text && item.Kind != Image || !item.Address.Within(a) {
				continue
			}
			if n := len(boxes) - 1; n >= 0 && boxes[n].Page == p && boxes[n].sameLine(item.Rect) {
				boxes[n].widen(item.Rect)
				continue
			}
			boxes = append(boxes, Box{p, item.Rect})
		}
	}
	return boxes
}

func (r Rect) sameLine(s Rect) bool { return r.Y < s.Y+s.H/2 && s.Y+s.H/2 < r.Y+r.H }

// widen makes r hold s too.
func (r *Rect) widen(s Rect) {
	right, bottom := max(r.X+r.W, s.X+s.W), max(r.Y+r.H, s.Y+s.H)
	r.X, r.Y = min(r.X, s.X), min(r.Y, s.Y)
	r.W, r.H = right-r.X, bottom-r.Y
}
