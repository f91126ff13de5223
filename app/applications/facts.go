package applications

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"resumax/app/tr"
	"resumax/job/application"
	"resumax/resume"
	"resumax/widgets"
)

// factsDialog edits the facts for forms.
type factsDialog struct {
	screen *Applications
	rows   *fyne.Container
	scroll *container.Scroll
	modal  *widgets.Modal
}

// EditFacts shows what forms ask beside the resume, and edits it.
func (a *Applications) EditFacts() {
	s := a.services.Shell
	if !s.Free() {
		return
	}
	d := &factsDialog{screen: a, rows: widgets.NewColumn(16)}
	d.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(4, 8, 2, scrollSpace+4), d.rows))
	var add *widgets.Button
	add = widgets.NewButtonWithIcon(tr.T("applications.add-fact", "Add fact"), theme.ContentAddIcon(), func() { d.offerKinds(add) })
	ok := widgets.NewButton(tr.T("applications.close", "Close"), func() { d.modal.Close() })
	ok.Importance = widget.HighImportance
	head := widgets.NewColumn(6, widgets.NewHeading(tr.T("applications.facts-for-forms-2", "Facts for forms")),
		widgets.NewLabel(tr.T("applications.what-application-forms-ask", "What application forms ask and resumes mostly don't say. It is on the form sheet of every application, and stays in this project. It is printed only where you say so.")))
	body := widgets.NewBorder(container.New(layout.NewCustomPaddedLayout(0, 8, 0, 0), head), container.NewHBox(add, layout.NewSpacer(), ok), nil, nil, d.scroll)
	d.modal = s.Modal(s.Fitted(body, fyne.NewSize(640, 560), fyne.NewSquareSize(90)), func() { d.modal.Close() })
	d.draw()
	s.Focus(add)
}

// offerKinds adds a fact of a kind that is chosen.
func (d *factsDialog) offerKinds(below fyne.CanvasObject) {
	var items []*fyne.MenuItem
	for _, k := range application.FactKinds {
		items = append(items, fyne.NewMenuItem(tr.Word(k.Label()), func() {
			if k == application.OtherFact {
				d.screen.services.Shell.AskText(tr.T("applications.what-is-it-called", "What is it called?"), "", func(label string) {
					if label = oneLine(label); label != "" {
						d.add(application.Fact{Kind: k, Label: label})
					}
				})
				return
			}
			d.add(application.Fact{Kind: k})
		}))
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(below).AddXY(0, below.Size().Height+2)
	widgets.ShowMenu(d.screen.services.Shell.Window.Canvas(), fyne.NewMenu("", items...), at)
}

func (d *factsDialog) add(f application.Fact) {
	if _, _, err := application.AddFact(resume.Document{}, f); err != nil {
		d.screen.services.Shell.ShowError(err.Error())
		return
	}
	d.screen.session.EditProject(tr.T("applications.add-fact", "Add fact"), "", func(doc resume.Document) (resume.Document, error) {
		next, _, err := application.AddFact(doc, f)
		return next, err
	})
	d.draw()
	d.scroll.ScrollToBottom()
	var last *widgets.TextField
	for _, o := range widgets.Focusables(d.screen.services.Shell.Window.Canvas()) {
		if t, ok := o.(*widgets.TextField); ok && t.PlaceHolder == hintOf(f.Kind) {
			last = t
		}
	}
	if last != nil {
		d.screen.services.Shell.Focus(last)
	}
}

// hintOf is an example of a fact of a kind.
func hintOf(k application.FactKind) string {
	switch k {
	case application.Permit:
		return tr.T("applications.us-citizen-eu-blue", "US citizen; EU Blue Card until 2028")
	case application.Availability:
		return tr.T("applications.4-weeks-notice-from", "4 weeks' notice; from September 1")
	case application.License:
		return tr.T("applications.registered-nurse-rn", "Registered nurse (RN)")
	case application.DriverLicense:
		return tr.T("applications.class-c-cdl-class", "Class C; CDL class A")
	case application.Clearance:
		return tr.T("applications.secret-active", "Secret, active")
	case application.Salary:
		return tr.T("applications.85-000-to-95", "$85,000 to $95,000")
	case application.Relocation:
		return tr.T("applications.yes-within-texas", "Yes, within Texas")
	case application.Travel:
		return tr.T("applications.up-to-25", "Up to 25 %")
	case application.References:
		return tr.T("applications.on-request-names-and", "On request; names and phone numbers")
	}
	return tr.T("applications.what-you-answer", "What you answer")
}

// draw shows the facts.
func (d *factsDialog) draw() {
	now := d.screen.session.Now()
	facts := application.Facts(now.Project)
	d.screen.services.Shell.KeepFocus(func() {
		d.rows.RemoveAll()
		if len(facts) == 0 {
			d.rows.Add(widgets.NewMuted(tr.T("applications.none-yet-add-the", "None yet. Add the ones that you are asked for again and again: work permit, notice period, licenses, salary.")))
		}
		for _, f := range facts {
			d.rows.Add(d.row(f))
		}
		d.rows.Refresh()
	})
}

func (d *factsDialog) row(f application.Fact) fyne.CanvasObject {
	s := d.screen
	keep := func(change func(*application.Fact)) {
		s.session.Adjust(tr.T("applications.typing", "Typing"), resume.MetaAddress(resume.MetaFacts), func(doc resume.Document) (resume.Document, error) {
			for _, have := range application.Facts(doc) {
				if have.ID == f.ID {
					change(&have)
					return application.UpdateFact(doc, have)
				}
			}
			return doc, nil
		})
	}
	value := widgets.NewTextArea(hintOf(f.Kind))
	value.SetText(f.Value)
	value.OnChanged = func(text string) { keep(func(f *application.Fact) { f.Value = text }) }
	print := widgets.NewCheck(tr.T("applications.on-the-resume", "On the resume"), nil)
	_, on := application.Printed(s.session.Now().Document, f.ID)
	print.SetChecked(on)
	print.OnChanged = func(on bool) {
		s.session.Edit(tr.T("applications.print-fact", "Print fact"), "", func(doc resume.Document) (resume.Document, error) { return application.Print(doc, f.ID, on) })
		if _, is := application.Printed(s.session.Now().Document, f.ID); is != on {
			d.draw() // it says nothing yet
		}
	}
	remove := widgets.NewIconButton(theme.DeleteIcon(), tr.T("applications.delete", "Delete {{.Name}}", tr.With{"Name": tr.Lower(tr.Word(f.Name()))}), func() {
		s.session.EditProject(tr.T("applications.delete-fact", "Delete fact"), "", func(doc resume.Document) (resume.Document, error) { return application.DeleteFact(doc, f.ID) })
		d.draw()
	})
	column := widgets.NewColumn(6, widgets.NewBorder(nil, nil, nil, bottom(container.NewHBox(print, remove)), widgets.NewField(tr.Word(f.Name()), value)))
	if f.Kind.HasNumber() {
		text := func(label, now string, set func(*application.Fact, string)) fyne.CanvasObject {
			e := widgets.NewTextField("")
			e.SetText(now)
			e.OnChanged = func(text string) { keep(func(f *application.Fact) { set(f, text) }) }
			return widgets.NewField(label, e)
		}
		expires := widgets.NewTextField("2027-08-31")
		expires.SetText(f.Expires.ISO())
		expiry := widgets.NewField(tr.T("applications.expires", "Expires"), expires)
		say := func(day resume.Date) {
			expiry.SetProblem("")
			switch {
			case day.IsZero():
			case !day.Understood():
				expiry.SetProblem(tr.T("applications.not-a-day-yet", "Not a day yet"))
			case application.CompareDays(day, s.today()) < 0:
				expiry.SetProblem(tr.T("applications.expired", "Expired"))
			}
		}
		say(f.Expires)
		expires.OnChanged = func(text string) {
			day := application.Day(text)
			say(day)
			keep(func(f *application.Fact) { f.Expires = day })
		}
		column.Add(container.NewGridWithColumns(3,
			text(tr.T("applications.number", "Number"), f.Number, func(f *application.Fact, s string) { f.Number = s }),
			text(tr.T("applications.state-or-issuer", "State or issuer"), f.State, func(f *application.Fact, s string) { f.State = s }), expiry))
	}
	return column
}
