package preview

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"resumax/app/tr"
	"resumax/widgets"
)

// percents are the zooms that the menu offers.
var percents = [...]int{50, 75, 100, 125, 150, 200}

// zoom is the group of controls for the zoom. Its percentage opens a menu, and can be
// typed.
type zoom struct {
	preview *Preview
	percent *widgets.Dropdown
	typed   *widgets.TextField // in place of the percentage while it is typed
	fit     *widgets.IconButton
	root    fyne.CanvasObject
}

func newZoom(p *Preview) *zoom {
	z := &zoom{preview: p}
	z.percent = widgets.NewDropdown("100%", z.menu)
	z.typed = widgets.NewTextField("100%")
	z.typed.OnSubmitted = z.submit
	z.typed.OnFocusLost = z.leave
	z.typed.OnKey = func(k *fyne.KeyEvent) bool {
		if k.Name == fyne.KeyEscape {
			z.leave()
			return true
		}
		return false
	}
	z.typed.Hide()
	z.fit = widgets.NewIconButton(theme.ViewFullScreenIcon(), tr.T("preview.fit-page", "Fit page"), z.toggleFit)
	z.root = inRow(widgets.NewIconButton(theme.ZoomOutIcon(), tr.T("preview.zoom-out", "Zoom out"), p.ZoomOut), container.New(fixedWidth(74), z.percent, z.typed),
		widgets.NewIconButton(theme.ZoomInIcon(), tr.T("preview.zoom-in", "Zoom in"), p.ZoomIn), z.fit)
	return z
}

// show shows the zoom of the view.
func (z *zoom) show() {
	z.percent.SetText(tr.Percent(float64(z.preview.view.Zoom())*100, 0))
	if z.preview.view.Fit() == widgets.FitPage {
		z.fit.SetName(tr.T("preview.fit-width", "Fit width"))
	} else {
		z.fit.SetName(tr.T("preview.fit-page", "Fit page"))
	}
}

func (z *zoom) toggleFit() {
	if z.preview.view.Fit() == widgets.FitPage {
		z.preview.FitWidth()
	} else {
		z.preview.FitPage()
	}
	z.show()
}

// menu offers the ways to fit, percentages, and to type one.
func (z *zoom) menu() {
	view := z.preview.view
	item := func(label string, checked bool, f func()) *fyne.MenuItem {
		m := fyne.NewMenuItem(label, func() { f(); z.show() })
		m.Checked = checked
		return m
	}
	items := []*fyne.MenuItem{
		item(tr.T("preview.fit-page", "Fit page"), view.Fit() == widgets.FitPage, z.preview.FitPage),
		item(tr.T("preview.fit-width", "Fit width"), view.Fit() == widgets.FitWidth, z.preview.FitWidth),
		fyne.NewMenuItemSeparator(),
	}
	for _, n := range percents {
		label := tr.Percent(float64(n), 0)
		items = append(items, item(label, view.Fit() == widgets.FitNone && label == z.percent.Text(), func() { view.SetZoom(float32(n) / 100) }))
	}
	items = append(items, fyne.NewMenuItemSeparator(), item(tr.T("preview.other", "Other…"), false, z.enter))
	popAbove(z.percent, items)
}

// enter lets the user type a percentage.
func (z *zoom) enter() {
	z.percent.Hide()
	z.typed.Show()
	z.typed.SetTextQuiet(z.percent.Text())
	if c := fyne.CurrentApp().Driver().CanvasForObject(z.typed); c != nil {
		c.Focus(z.typed)
		z.typed.SelectRange(0, len(z.typed.Text))
	}
}

func (z *zoom) submit(text string) {
	if percent, ok := parsePercent(text); ok {
		z.preview.view.SetZoom(float32(percent / 100))
	}
	z.leave()
}

// leave shows the percentage again.
func (z *zoom) leave() {
	if !z.typed.Visible() {
		return
	}
	z.typed.Hide()
	z.percent.Show()
	if c := fyne.CurrentApp().Driver().CanvasForObject(z.percent); c != nil && c.Focused() == fyne.Focusable(z.typed) {
		c.Focus(z.percent)
	}
	z.show()
}

// parsePercent reads a percentage, with or without its sign.
func parsePercent(text string) (float64, bool) {
	n, err := strconv.ParseFloat(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), "%")), 64)
	return n, err == nil && n > 0
}

// popAbove shows a menu above an object, where there is room.
func popAbove(o fyne.CanvasObject, items []*fyne.MenuItem) {
	d := fyne.CurrentApp().Driver()
	c := d.CanvasForObject(o)
	if c == nil {
		return
	}
	menu := fyne.NewMenu("", items...)
	at := d.AbsolutePositionForObject(o)
	if above := at.Y - widget.NewMenu(menu).MinSize().Height - 2; above >= 0 {
		at.Y = above
	} else {
		at.Y += o.Size().Height + 2
	}
	widgets.ShowMenu(c, menu, at)
}

// inRow puts objects in a row, each centered in its height.
func inRow(objects ...fyne.CanvasObject) *fyne.Container {
	row := container.NewHBox()
	for _, o := range objects {
		row.Add(container.NewCenter(o))
	}
	return row
}

// fixedWidth gives all its objects a width and the height that the tallest needs; a choice gets more where what is chosen
// needs it.
type fixedWidth float32

func (w fixedWidth) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
}

func (w fixedWidth) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(float32(w), 0)
	for _, o := range objects {
		size.Height = max(size.Height, o.MinSize().Height)
		if s, ok := o.(*widgets.Select); ok {
			size.Width = max(size.Width, s.FullWidth())
		}
	}
	return size
}
