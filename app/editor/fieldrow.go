package editor

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"resumax/app/tr"
	"resumax/resume"
)

// fieldRow lays out fields in a row by their shares of the width. Fields that would get
// less than their least width go on in a new row.
type fieldRow struct {
	cells []rowCell
	gap   float32
	width float32 // of the last layout
	text  float32 // the size of text for which the least widths are
}

// newFieldRow is a row of fields whose least widths are for the present size of text.
func newFieldRow(gap float32, cells ...rowCell) *fieldRow {
	return &fieldRow{cells: cells, gap: gap, text: theme.TextSize()}
}

// sized are the cells with their least widths at the present size of text.
func (l *fieldRow) sized() []rowCell {
	if l.text == 0 || l.text == theme.TextSize() {
		return l.cells
	}
	cells := slices.Clone(l.cells)
	for i := range cells {
		cells[i].least *= theme.TextSize() / l.text
	}
	return cells
}

// rowCell is a field's share of its row, and the width below which a text in it is cut, in
// Fyne's units.
type rowCell struct{ share, least float32 }

// namedFields are those of a line that hold the name of something, which is seldom short.
var namedFields = map[string]bool{"position": true, "name": true, "organization": true, "institution": true, "entity": true,
	"area": true, "studyType": true, "title": true, "awarder": true, "issuer": true, "publisher": true}

// labelWidth is the width that a field needs for its label.
func labelWidth(f resume.Field) float32 {
	return fyne.MeasureText(tr.Word(f.Label), theme.CaptionTextSize(), fyne.TextStyle{}).Width + 2
}

// exampleWidth is the width that a field needs for what it shows while it is empty, and for its label.
func (e *Editor) exampleWidth(holder resume.Address, f resume.Field) float32 {
	example := fyne.MeasureText(e.exampleOf(holder.Child(f.Name), f.Example), theme.TextSize(), fyne.TextStyle{}).Width + fieldEdges()
	if f.Shape == resume.DateLine {
		example += monthButton
	}
	return max(example, labelWidth(f))
}

// fieldEdges is the width of a field beside its text.
func fieldEdges() float32 { return 2*theme.InnerPadding() + 2*theme.InputBorderSize() }

// leastOf is the width that a field of an item needs.
func leastOf(f resume.Field) float32 {
	if namedFields[f.Name] {
		return 160
	}
	return leastWidth(f.Shape)
}

// leastWidth is the width that a field of a shape needs.
func leastWidth(s resume.Shape) float32 {
	switch s {
	case resume.EmailLine:
		return 280
	case resume.Words:
		return 250
	case resume.URLLine:
		return 150
	case resume.PhoneLine:
		return 130
	case resume.DateLine:
		return dateWidth()
	}
	return 100
}

// dateWidth is the width in which a date's field shows the longest month, and the button that
// chooses one.
func dateWidth() float32 {
	return fyne.MeasureText("September 2018", theme.TextSize(), fyne.TextStyle{}).Width + fieldEdges() + monthButton
}

// rows parts the cells into rows: the first cell of each, and the end.
func (l *fieldRow) rows(total float32) []int {
	begins := []int{0}
	var need float32
	for i, c := range l.sized() {
		if i > begins[len(begins)-1] && need+l.gap+c.least > total && total > 0 {
			begins, need = append(begins, i), 0
		} else if i > begins[len(begins)-1] {
			need += l.gap
		}
		need += c.least
	}
	return append(begins, len(l.cells))
}

// widths are the widths of the cells of one row. One whose share is less than it needs
// gets what it needs, and the others share the rest.
func (l *fieldRow) widths(cells []rowCell, total float32) []float32 {
	w := make([]float32, len(cells))
	rest := total - l.gap*float32(len(cells)-1)
	fixed := make([]bool, len(cells))
	for again := true; again; {
		again = false
		var shares float32
		for i, c := range cells {
			if !fixed[i] {
				shares += c.share
			}
		}
		for i, c := range cells {
			if fixed[i] {
				continue
			}
			if w[i] = rest * c.share / shares; w[i] < c.least && len(cells) > 1 {
				w[i], fixed[i], again = c.least, true, true
				rest -= c.least
				break
			}
		}
	}
	return w
}

// Layout implements fyne.Layout.
func (l *fieldRow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.place(objects)
}

// place puts the objects in their rows and returns the height of all.
func (l *fieldRow) place(objects []fyne.CanvasObject) float32 {
	begins := l.rows(l.width)
	var y float32
	for r, begin := range begins[:len(begins)-1] {
		var x, height float32
		row := objects[begin:begins[r+1]]
		for i, w := range l.widths(l.sized()[begin:begins[r+1]], l.width) {
			row[i].Resize(fyne.NewSize(w, fyne.Max(1, row[i].Size().Height))) // a text's height depends on its width
			row[i].Move(fyne.NewPos(x, y))
			x += w + l.gap
			height = fyne.Max(height, row[i].MinSize().Height)
		}
		for _, o := range row {
			o.Resize(fyne.NewSize(o.Size().Width, height))
		}
		y += height + l.gap
	}
	return y - l.gap
}

// MinSize implements fyne.Layout: the height is that at the last width laid out.
func (l *fieldRow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var min fyne.Size
	for _, o := range objects {
		min = min.Max(o.MinSize())
	}
	if l.width > 0 {
		min.Height = l.height(objects)
	}
	return min
}

// height is that of all rows at the widths that the objects have.
func (l *fieldRow) height(objects []fyne.CanvasObject) float32 {
	begins := l.rows(l.width)
	var y float32
	for r, begin := range begins[:len(begins)-1] {
		var height float32
		for _, o := range objects[begin:begins[r+1]] {
			height = fyne.Max(height, o.MinSize().Height)
		}
		y += height + l.gap
	}
	return y - l.gap
}
