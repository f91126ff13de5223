package applications

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"resumax/app/picker"
	"resumax/app/tr"
	"resumax/job/application"
	"resumax/resume"
	"resumax/resume/variant"
	"resumax/widgets"
)

// detail is one application: its data, what was sent, and the form sheet.
type detail struct {
	screen *Applications
	id     string // "" for none
	app    application.Application
	drawn  string // what the lists show

	controls
	variants []string // ids of the options of the variant
	fields   []*field
	sent     *sentPane
	sheet    *sheetPane
	setting  bool // the program, not the user, is setting the controls
	root     *fyne.Container
}

// controls are what the detail is made of beside its fields.
type controls struct {
	title, employer *widgets.Label
	status          *widgets.Select
	variant         *widgets.Select
	interviews      *fyne.Container
	files           *fyne.Container
	history         *widgets.Label
	tabs            *widgets.Tabs
	scroll          *container.Scroll
}

// field is a text of an application.
type field struct {
	name  string // of its member, for undo
	entry *widgets.TextField
	frame *widgets.Field
	get   func(*application.Application) string
	set   func(*application.Application, string)
	day   func(*application.Application) *resume.Date // of a day; get and set are made of it
}

const (
	detailInset = 14
	scrollSpace = 12
	rowGap      = 12
)

func newDetail(a *Applications) *detail {
	d := &detail{screen: a, controls: controls{interviews: widgets.NewColumn(6), files: widgets.NewColumn(0), history: widgets.NewMuted("")}}
	d.title, d.employer = widgets.NewHeading(""), widgets.NewLabel("")
	d.status = widgets.NewSelect(statusOptions(), d.chooseStatus)
	d.variant = widgets.NewSelect(nil, d.chooseVariant)
	d.sent, d.sheet = newSentPane(a), newSheetPane(a)
	d.scroll = container.NewVScroll(inset(d.form()))
	d.tabs = widgets.NewTabs(detailInset, widgets.Tab{Name: tr.T("applications.details", "Details"), Content: d.scroll}, widgets.Tab{Name: tr.T("applications.sent", "Sent"), Content: d.sent.root}, widgets.Tab{Name: tr.T("applications.form-sheet", "Form sheet"), Content: d.sheet.root})
	closing := container.NewVBox(widgets.NewIconButton(theme.CancelIcon(), tr.T("applications.close", "Close"), a.Close))
	head := container.New(layout.NewCustomPaddedLayout(12, 2, detailInset, 8), widgets.NewBorder(nil, nil, nil, closing, widgets.NewColumn(2, d.title, d.employer)))
	d.root = widgets.NewBorder(head, nil, nil, nil, d.tabs.Object())
	return d
}

// inset is the content of a scroll with space around it.
func inset(o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(4, 18, detailInset, scrollSpace+4), o)
}

// statusOptions are the statuses, and the ways in which one that is closed ended.
func statusOptions() (all []string) {
	for _, s := range application.Statuses {
		all = append(all, tr.Word(s.Label()))
	}
	for _, o := range application.Outcomes {
		all = append(all, tr.T("applications.closed", "Closed: {{.Outcome}}", tr.With{"Outcome": tr.Lower(tr.Word(o.Label()))}))
	}
	return all
}

// form is the fields.
func (d *detail) form() fyne.CanvasObject {
	pair := func(a, b fyne.CanvasObject) fyne.CanvasObject { return container.New(halves{}, a, b) }
	text := func(name, label string, of func(*application.Application) *string) *widgets.Field {
		return d.text(name, label, "", of)
	}
	next := d.text("next", tr.T("applications.next-step", "Next step"), tr.T("applications.call-prepare-send-samples", "Call, prepare, send samples …"), func(a *application.Application) *string { return &a.Next.Text })
	nextDay := d.day("nextDay", tr.T("applications.by", "By"), func(a *application.Application) *resume.Date { return &a.Next.Day })
	var soon *widgets.IconButton
	soon = widgets.NewIconButton(theme.HistoryIcon(), tr.T("applications.set-a-day", "Set a day"), func() { d.offerDays(soon) })
	link := d.text("link", tr.T("applications.link", "Link"), "https://", func(a *application.Application) *string { return &a.Link })
	follow := widgets.NewButton(tr.T("applications.open", "Open"), d.openLink)
	follow.Importance = widget.LowImportance
	notes := widgets.NewTextArea("")
	notes.MinRows = 4
	notesField := d.add("notes", "", notes, func(a *application.Application) *string { return &a.Notes })

	column := widgets.NewColumn(rowGap,
		pair(widgets.NewField(tr.T("applications.status", "Status"), d.status), widgets.NewField(tr.T("applications.variant", "Variant"), d.variant)),
		widgets.NewColumn(4, next, widgets.NewBorder(nil, nil, nil, bottom(soon), nextDay)),
		text("title", tr.T("applications.job-title", "Job title"), func(a *application.Application) *string { return &a.Title }),
		text("employer", tr.T("applications.employer", "Employer"), func(a *application.Application) *string { return &a.Employer }),
		pair(text("location", tr.T("applications.location", "Location"), func(a *application.Application) *string { return &a.Location }), text("salary", tr.T("applications.salary", "Salary"), func(a *application.Application) *string { return &a.Salary })),
		widgets.NewBorder(nil, nil, nil, bottom(follow), link),
		pair(d.day("saved", tr.T("applications.saved", "Saved"), func(a *application.Application) *resume.Date { return &a.Dates.Saved }), d.day("applied", tr.T("applications.applied", "Applied"), func(a *application.Application) *resume.Date { return &a.Dates.Applied })),
		part(tr.T("applications.contact", "Contact")),
		text("contact", tr.T("applications.name", "Name"), func(a *application.Application) *string { return &a.Contact.Name }),
		pair(text("email", tr.T("applications.email", "Email"), func(a *application.Application) *string { return &a.Contact.Email }), text("phone", tr.T("applications.phone", "Phone"), func(a *application.Application) *string { return &a.Contact.Phone })),
		part(tr.T("applications.interviews", "Interviews")), d.interviews, d.interviewButtons(),
		part(tr.T("applications.notes", "Notes")), notesField,
		part(tr.T("applications.files", "Files")), d.files, left(widgets.NewButtonWithIcon(tr.T("applications.attach-file", "Attach file…"), theme.ContentAddIcon(), d.attach)),
		part(tr.T("applications.status-history", "Status history")), d.history,
		widget.NewSeparator(), left(widgets.NewButtonWithIcon(tr.T("applications.delete-application", "Delete application"), theme.DeleteIcon(), func() { d.screen.Delete(d.id) })))
	return column
}

func part(title string) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(8, 0, 0, 0), widgets.NewStrong(title))
}

// interviewButtons add an interview, and lead to what it asked.
func (d *detail) interviewButtons() fyne.CanvasObject {
	row := container.NewHBox(widgets.NewButtonWithIcon(tr.T("applications.add-interview", "Add interview"), theme.ContentAddIcon(), d.addInterview))
	if d.screen.services.Debrief != nil {
		debrief := widgets.NewButton(tr.T("applications.what-they-asked", "What they asked…"), func() { d.screen.services.Debrief(d.id) })
		debrief.Importance = widget.LowImportance
		row.Add(debrief)
	}
	return row
}

func left(o fyne.CanvasObject) fyne.CanvasObject { return container.NewHBox(o) }

// bottom puts a button beside a field, not beside its label.
func bottom(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewVBox(layout.NewSpacer(), container.New(layout.NewCustomPaddedLayout(0, 4, 4, 0), o))
}

func (d *detail) text(name, label, hint string, of func(*application.Application) *string) *widgets.Field {
	return d.add(name, label, widgets.NewTextField(hint), of)
}

func (d *detail) add(name, label string, entry *widgets.TextField, of func(*application.Application) *string) *widgets.Field {
	f := &field{name: name, entry: entry, frame: widgets.NewField(label, entry),
		get: func(a *application.Application) string { return *of(a) },
		set: func(a *application.Application, s string) { *of(a) = s }}
	d.follow(f)
	return f.frame
}

// follow has a field edit the application. All that is typed in it merges into one step.
func (d *detail) follow(f *field) {
	d.fields = append(d.fields, f)
	f.entry.OnChanged = func(text string) { d.typed(f, text) }
	f.entry.OnFocusGained = func() { d.screen.session.Seal() }
	f.entry.OnFocusLost = func() {
		if f.day != nil && d.id != "" {
			f.entry.SetTextQuiet(f.get(&d.app))
			f.say(d.screen.today(), &d.app)
		}
	}
	f.entry.OnShortcut = func(s fyne.Shortcut) bool { // a menu item with another key for redo does not get Ctrl+Y from Fyne
		_, redo := s.(*fyne.ShortcutRedo)
		if redo {
			d.screen.session.Redo()
		}
		return redo
	}
	f.entry.OnKey = func(k *fyne.KeyEvent) bool {
		if k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter {
			if !f.entry.MultiLine {
				return true
			}
		}
		return false
	}
}

func (d *detail) typed(f *field, text string) {
	id := d.id
	if at, ok := application.AddressOf(application.Ready(d.screen.project()), id); ok {
		d.screen.session.Adjust(tr.T("applications.typing", "Typing"), at.Child(f.name), ready.Then(func(doc resume.Document) (resume.Document, error) {
			a, ok := application.Find(doc, id)
			if !ok {
				return doc, nil
			}
			f.set(&a, text)
			return application.Update(doc, a)
		}))
	}
}

// day is a field for a day.
func (d *detail) day(name, label string, of func(*application.Application) *resume.Date) *widgets.Field {
	entry := widgets.NewTextField(tr.T("applications.2026-03-15-or", "2026-03-15 or Mar 15"))
	f := &field{name: name, entry: entry, frame: widgets.NewField(label, entry), day: of,
		get: func(a *application.Application) string { return of(a).ISO() },
		set: func(a *application.Application, s string) { *of(a) = application.TypedDay(s, d.screen.today()) }}
	f.frame.Steady = true
	d.follow(f)
	return f.frame
}

// say says how a day was read, or that it was not.
func (f *field) say(today resume.Date, a *application.Application) {
	day := *f.day(a)
	switch {
	case day.IsZero():
		f.frame.SetProblem("")
		f.frame.SetParsed("")
	case !day.Understood() || day.Day == 0:
		f.frame.SetProblem(tr.T("applications.not-a-day-yet", "Not a day yet"))
	default:
		f.frame.SetProblem("")
		f.frame.SetParsed(weekdayText(day, today))
		if f.name == "nextDay" && a.Overdue(today) {
			f.frame.SetProblem(tr.T("applications.overdue", "Overdue: {{.Day}}", tr.With{"Day": weekdayText(day, today)}))
		}
	}
}

// show shows an application, "" for none.
func (d *detail) show(id string) {
	if d.id != id {
		d.id, d.drawn = id, ""
		d.refresh(true)
		d.scroll.ScrollToTop()
	}
}

// focusFirst puts the focus into the first field that is empty of title and employer, else
// the status.
func (d *detail) focusFirst() {
	d.tabs.Select(0)
	for _, f := range d.fields {
		if (f.name == "title" || f.name == "employer") && f.entry.Text == "" {
			d.screen.services.Shell.Focus(f.entry)
			return
		}
	}
	d.screen.services.Shell.Focus(d.status)
}

// refresh shows the application as it is now.
func (d *detail) refresh(other bool) {
	if d.id == "" {
		return
	}
	project := application.Ready(d.screen.project())
	a, ok := application.Find(project, d.id)
	if !ok {
		d.screen.Open("")
		return
	}
	d.app = a
	d.title.SetText(first(a.Title, tr.T("applications.untitled-application", "Untitled application")))
	d.employer.SetText(a.Employer)
	d.employer.Hidden = a.Employer == ""
	d.setting = true
	d.showStatus()
	d.showVariants(project)
	for _, f := range d.fields {
		want := f.get(&a)
		if f.day != nil {
			if other || !d.typing(f) {
				f.entry.SetTextQuiet(want)
			} else if *f.day(&a) != application.TypedDay(f.entry.Text, d.screen.today()) {
				f.entry.SetTextQuiet(want)
			}
			f.say(d.screen.today(), &a)
			continue
		}
		if other || !d.typing(f) || strings.TrimSpace(f.entry.Text) != strings.TrimSpace(want) && oneLine(f.entry.Text) != want {
			f.entry.SetTextQuiet(want)
		}
	}
	d.setting = false
	if drawn := fmt.Sprint(a.ID, a.Interviews, a.Files, a.Dates.History); drawn != d.drawn {
		d.drawn = drawn
		d.screen.services.Shell.KeepFocus(func() {
			d.showInterviews()
			d.showFiles()
			d.history.SetText(historyText(a, d.screen.today()))
		})
	}
	d.sent.show(a, project)
	d.sheet.show(a, project)
}

func (d *detail) typing(f *field) bool {
	c := widgets.CanvasOf(f.entry)
	return c != nil && c.Focused() == fyne.Focusable(f.entry)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func first(texts ...string) string {
	for _, s := range texts {
		if s != "" {
			return s
		}
	}
	return ""
}

func (d *detail) showStatus() {
	i := slices.Index(application.Statuses, d.app.Status.Known())
	if o := slices.Index(application.Outcomes, d.app.Outcome); o >= 0 && !d.app.Open() {
		i = len(application.Statuses) + o
	}
	d.status.SetSelectedIndex(i)
}

func (d *detail) chooseStatus(string) {
	if d.setting {
		return
	}
	i := d.status.SelectedIndex()
	if n := len(application.Statuses); i >= n {
		d.screen.SetStatus(d.id, application.Closed, application.Outcomes[i-n])
	} else if i >= 0 {
		d.screen.SetStatus(d.id, application.Statuses[i], "")
	}
}

// showVariants offers the variants of the project.
func (d *detail) showVariants(project resume.Document) {
	d.variants = []string{""}
	names := []string{tr.T("applications.base-resume", "Base resume")}
	for _, v := range variant.List(project) {
		d.variants, names = append(d.variants, v.ID), append(names, v.Name)
	}
	at := slices.Index(d.variants, d.app.Variant)
	if at < 0 {
		d.variants, names = append(d.variants, d.app.Variant), append(names, tr.T("applications.deleted-variant", "(deleted variant)"))
		at = len(names) - 1
	}
	d.variant.SetOptions(names)
	d.variant.SetSelectedIndex(at)
}

func (d *detail) chooseVariant(string) {
	i := d.variant.SelectedIndex()
	if d.setting || i < 0 || i >= len(d.variants) {
		return
	}
	id := d.variants[i]
	d.update(tr.T("applications.variant-of-application", "Variant of application"), func(a *application.Application) { a.Variant = id })
}

// update changes the application as one step.
func (d *detail) update(label string, change func(*application.Application)) {
	id := d.id
	d.screen.edit(label, id, func(doc resume.Document) (resume.Document, error) {
		a, ok := application.Find(doc, id)
		if !ok {
			return doc, nil
		}
		change(&a)
		return application.Update(doc, a)
	})
}

// offerDays offers days for the next step.
func (d *detail) offerDays(below fyne.CanvasObject) {
	var items []*fyne.MenuItem
	for _, c := range []struct {
		label string
		days  int
	}{{tr.T("applications.tomorrow", "Tomorrow"), 1}, {tr.T("applications.in-3-days", "In 3 days"), 3}, {tr.T("applications.in-a-week", "In a week"), 7}, {tr.T("applications.in-2-weeks", "In 2 weeks"), 14}} {
		t := d.screen.services.Today().AddDate(0, 0, c.days)
		items = append(items, fyne.NewMenuItem(c.label+", "+tr.Weekday(t), func() {
			d.update(tr.T("applications.next-step", "Next step"), func(a *application.Application) { a.Next.Day = resume.DayOf(t) })
		}))
	}
	items = append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(tr.T("applications.done", "Done"), func() {
		d.update(tr.T("applications.next-step-done", "Next step done"), func(a *application.Application) { a.Next = application.Step{} })
	}))
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(below).AddXY(0, below.Size().Height+2)
	widgets.ShowMenu(d.screen.services.Shell.Window.Canvas(), fyne.NewMenu("", items...), at)
}

// openLink opens the link in the browser.
func (d *detail) openLink() {
	link, ok := resume.Link(d.app.Link)
	if !ok || !resume.PrintsAsLink(link) {
		d.screen.services.Shell.ShowError(tr.T("applications.there-is-no-address", "There is no address of the web to open."))
		return
	}
	if err := d.screen.services.Disk.Open(link); err != nil {
		d.screen.services.Shell.ShowError(err.Error())
	}
}

// showInterviews shows a row for each interview.
func (d *detail) showInterviews() {
	d.interviews.RemoveAll()
	if len(d.app.Interviews) == 0 {
		d.interviews.Add(widgets.NewMuted(tr.T("applications.none-yet", "None yet.")))
	}
	today := d.screen.today()
	for i, m := range d.app.Interviews {
		day := widgets.NewTextField(tr.T("applications.day", "Day"))
		day.SetText(m.Day.ISO())
		note := widgets.NewTextField(tr.T("applications.what-it-is-and", "What it is, and with whom"))
		note.SetText(m.Note)
		keep := func() {
			d.update(tr.T("applications.interview", "Interview"), func(a *application.Application) {
				if i < len(a.Interviews) {
					a.Interviews = slices.Clone(a.Interviews)
					a.Interviews[i] = application.Meeting{Day: application.TypedDay(day.Text, today), Note: oneLine(note.Text)}
				}
			})
		}
		day.OnFocusLost, note.OnFocusLost = keep, keep
		day.OnSubmitted, note.OnSubmitted = func(string) { keep() }, func(string) { keep() }
		remove := widgets.NewIconButton(theme.DeleteIcon(), tr.T("applications.remove-interview", "Remove interview"), func() {
			d.update(tr.T("applications.remove-interview", "Remove interview"), func(a *application.Application) {
				if i < len(a.Interviews) {
					a.Interviews = slices.Delete(slices.Clone(a.Interviews), i, i+1)
				}
			})
		})
		said := widgets.NewMuted("")
		switch {
		case m.Day.Understood() && m.Day.Day > 0:
			said.SetText(weekdayText(m.Day, today))
		case !m.Day.IsZero():
			said.SetText(tr.T("applications.not-a-day-yet", "Not a day yet"))
			said.SetColor(widgets.ColorBad)
		}
		row := container.New(&dayAndNote{}, day, note)
		d.interviews.Add(widgets.NewColumn(2, widgets.NewBorder(nil, nil, nil, container.NewVBox(layout.NewSpacer(), remove, layout.NewSpacer()), row), said))
	}
	d.interviews.Refresh()
}

// halves lays out two fields side by side, as high as the higher one.
type halves struct{}

const halvesGap = 10

// Layout implements fyne.Layout.
func (halves) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	half := (size.Width - halvesGap) / 2
	for i, o := range objects {
		o.Resize(fyne.NewSize(half, size.Height))
		o.Move(fyne.NewPos(float32(i)*(half+halvesGap), 0))
	}
}

// MinSize implements fyne.Layout.
func (halves) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(2*max(a.Width, b.Width)+halvesGap, max(a.Height, b.Height))
}

// dayAndNote lays out a field for a day beside one for a text.
type dayAndNote struct{}

const dayWidth = 112

// Layout implements fyne.Layout.
func (dayAndNote) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(dayWidth, size.Height))
	objects[1].Move(fyne.NewPos(dayWidth+6, 0))
	objects[1].Resize(fyne.NewSize(size.Width-dayWidth-6, size.Height))
}

// MinSize implements fyne.Layout.
func (dayAndNote) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(dayWidth+6+80, max(objects[0].MinSize().Height, objects[1].MinSize().Height))
}

func (d *detail) addInterview() {
	d.update(tr.T("applications.add-interview", "Add interview"), func(a *application.Application) {
		a.Interviews = append(slices.Clone(a.Interviews), application.Meeting{Note: tr.T("applications.interview", "Interview")})
	})
}

// showFiles shows a row for each file, and says which are missing.
func (d *detail) showFiles() {
	d.files.RemoveAll()
	if len(d.app.Files) == 0 {
		d.files.Add(widgets.NewMuted(tr.T("applications.none-yet-files-stay", "None yet. Files stay where they are; the project keeps their paths.")))
	}
	for i, f := range d.app.Files {
		there := d.screen.services.Disk.Exists(f.Path)
		name := first(f.Label, filepath.Base(f.Path))
		says := f.Path
		open := widgets.NewIconButton(theme.FolderOpenIcon(), tr.T("applications.open-2", "Open {{.Name}}", tr.With{"Name": name}), func() {
			if err := d.screen.services.Disk.Open(f.Path); err != nil {
				d.screen.services.Shell.ShowError(err.Error())
			}
		})
		label := widgets.NewIconButton(theme.DocumentCreateIcon(), tr.T("applications.label-of", "Label of {{.Name}}", tr.With{"Name": name}), func() {
			d.screen.services.Shell.AskText(tr.T("applications.what-is-this-file", "What is this file?"), name, func(text string) {
				d.update(tr.T("applications.label-of-file", "Label of file"), func(a *application.Application) {
					if i < len(a.Files) {
						a.Files = slices.Clone(a.Files)
						a.Files[i].Label = oneLine(text)
					}
				})
			})
		})
		remove := widgets.NewIconButton(theme.DeleteIcon(), tr.T("applications.remove", "Remove {{.Name}}", tr.With{"Name": name}), func() {
			d.update(tr.T("applications.remove-file", "Remove file"), func(a *application.Application) {
				if i < len(a.Files) {
					a.Files = slices.Delete(slices.Clone(a.Files), i, i+1)
				}
			})
		})
		badge := ""
		if !there {
			badge = tr.T("applications.missing", "Missing")
			open.Disable()
		}
		row := widgets.NewActionRow(badge, name, says, open, label, remove)
		row.SetBadgeColor(widgets.ColorBad)
		d.files.Add(row)
	}
	d.files.Refresh()
}

// attach adds a file by its path.
func (d *detail) attach() {
	id := d.id
	d.screen.pick(picker.Request{Title: tr.T("applications.attach-a-file", "Attach a file")}, false, func(path string) {
		if d.id == id {
			d.update(tr.T("applications.attach-file-2", "Attach file"), func(a *application.Application) {
				a.Files = append(slices.Clone(a.Files), application.File{Path: path})
			})
		}
	})
}

// historyText is the changes of the status, a line each, the newest first.
func historyText(a application.Application, today resume.Date) string {
	var lines []string
	for _, c := range slices.Backward(a.Dates.History) {
		line := tr.Word(c.Status.Known().Label())
		if c.Outcome != "" {
			line += ", " + tr.Lower(tr.Word(c.Outcome.Label()))
		}
		if day := dayText(c.Day, today); day != "" {
			line += " · " + day
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}
