package letter

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"resumax/app/tr"
	"resumax/job/letter"
	"resumax/widgets"
)

// showEmpty shows what begins a letter, and what it will be made of.
func (p *Pane) showEmpty() {
	post, id := p.services.Posting()
	built := "empty|" + id
	if built == p.built {
		return
	}
	p.built, p.form = built, nil
	about := tr.T("letter.it-begins-with-your", "It begins with your own proof for what a posting asks first, in the form of the employer’s country and in the design of your resume. What only you know is a question in brackets: nothing is made up.")
	forWhom := tr.T("letter.there-is-no-posting", "There is no posting yet. The letter can begin without one, with questions in place of its words.")
	if name := postingName(post); name != "" {
		forWhom = tr.T("letter.for", "For {{.Name}}.", tr.With{"Name": name})
	}
	start := widgets.NewButtonWithIcon(tr.T("letter.start-a-letter", "Start a letter"), theme.DocumentCreateIcon(), func() { p.start(p.begin()) })
	start.Importance = widget.HighImportance
	buttons := container.NewHBox(start)
	if earlier := p.earlier(); len(earlier) > 0 {
		var from *widgets.Button
		from = widgets.NewButton(tr.T("letter.start-from-an-earlier", "Start from an earlier letter…"), func() { popBelow(from, earlier) })
		buttons.Add(from)
	}
	card := widgets.NewColumn(14, widgets.NewTitle(tr.T("letter.cover-letter", "Cover letter")), widgets.NewLabel(about), widgets.NewMuted(forWhom), buttons)
	p.root.Objects = []fyne.CanvasObject{container.New(centered{width: emptyWidth}, card)}
	p.root.Refresh()
}

// emptyWidth is the width of what is shown where there is no letter.
const emptyWidth = 460

// earlier are the project's other letters, to begin one from.
func (p *Pane) earlier() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, l := range letter.All(p.session.Now().Document) {
		name := l.To.Employer
		if name == "" {
			name = l.Subject
		}
		if name == "" || len(l.Paragraphs) == 0 {
			continue
		}
		items = append(items, fyne.NewMenuItem(tr.T("letter.the-letter-to", "The letter to {{.Name}}", tr.With{"Name": name}), func() { p.start(p.from(l)) }))
	}
	return items
}

// from is a new letter with the text of an earlier one. Its addressee is the posting's; the
// checks find what else is left of the other.
func (p *Pane) from(l letter.Letter) letter.Letter {
	next := p.begin()
	next.Paragraphs, next.Enclosures = l.Paragraphs, l.Enclosures
	if next.To.Employer == "" {
		next.To, next.Subject = l.To, l.Subject
	}
	next.Language = l.Language
	return next
}

// centered puts an object of a width into the middle, somewhat above it.
type centered struct{ width float32 }

// Layout implements fyne.Layout.
func (c centered) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		width := fyne.Min(c.width, size.Width-2*formGap)
		o.Resize(fyne.NewSize(width, fyne.Max(1, o.Size().Height))) // a text's height depends on its width
		height := o.MinSize().Height
		o.Resize(fyne.NewSize(width, height))
		o.Move(fyne.NewPos((size.Width-width)/2, fyne.Max(formGap, (size.Height-height)*0.4)))
	}
}

// MinSize implements fyne.Layout.
func (c centered) MinSize(objects []fyne.CanvasObject) fyne.Size { return fyne.NewSize(240, 160) }
