package letter

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"resumax/app/tr"
	"resumax/exchange"
	"resumax/job/letter"
	"resumax/job/posting"
	"resumax/resume"
	"resumax/widgets"
)

// form is the form of one letter.
type form struct {
	pane   *Pane
	at     resume.Address
	root   fyne.CanvasObject
	fields []*field

	words    *widgets.Label
	notes    *fyne.Container // what is wrong with the whole letter
	list     *widgets.ReorderList
	country  *widgets.Select
	language *widgets.Select
	proofs   []proofRow
	why      *field
	useWhy   *widgets.Button
	typed    resume.Address // of the field that is typed in, "" for none
	syncing  bool           // the program, not the user, is setting the selects
}

const formGap = 12

func newForm(p *Pane, l letter.Letter, at resume.Address) *form {
	f := &form{pane: p, at: at}
	column := widgets.NewColumn(formGap, f.head(), f.addressee(), f.occasion(l))
	column.Add(f.beginning(l))
	column.Add(f.paragraphs(l))
	column.Add(widgets.NewGroup(container.New(layout.NewCustomPaddedLayout(14, 2, 0, 0), f.material(l))))
	column.Add(widgets.NewGroup(container.New(layout.NewCustomPaddedLayout(14, 2, 0, 0), f.end())))
	f.root = container.New(layout.NewCustomPaddedLayout(18, 60, 22, 22), column)
	return f
}

// head is the title with the length, and the actions.
func (f *form) head() fyne.CanvasObject {
	f.words = widgets.NewMuted("")
	f.notes = widgets.NewColumn(0)
	var export, more *widgets.Button
	export = widgets.NewButtonWithIcon(tr.T("letter.export-letter", "Export letter"), theme.DocumentSaveIcon(), func() { f.pane.offerFormats(export) })
	export.Importance = widget.HighImportance
	more = widgets.NewButtonWithIcon("", theme.MoreHorizontalIcon(), func() { f.pane.offerMore(more) })
	more.Importance = widget.LowImportance
	row := widgets.NewBorder(nil, nil, nil, container.NewHBox(container.NewCenter(more), container.NewCenter(export)),
		widgets.NewColumn(2, widgets.NewHeading(tr.T("letter.cover-letter", "Cover letter")), f.words))
	return widgets.NewColumn(6, row, f.notes)
}

// labeled makes a field with its findings below it.
func (f *form) labeled(label, hint string, multi bool, path ...string) (*field, fyne.CanvasObject) {
	at := f.at
	for _, name := range path {
		at = at.Child(name)
	}
	entry := widgets.NewTextField(hint)
	if multi {
		entry = widgets.NewTextArea(hint)
	}
	b := f.newField(at, label, entry)
	return b, widgets.NewColumn(0, b.frame, b.notes)
}

func pair(a, b fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&halves{gap: formGap}, a, b)
}

func (f *form) addressee() fyne.CanvasObject {
	_, name := f.labeled(tr.T("letter.to", "To"), tr.T("letter.ms-jane-weber", "Ms. Jane Weber"), false, letter.MemberTo, letter.MemberName)
	_, title := f.labeled(tr.T("letter.their-title", "Their title"), tr.T("letter.head-of-nursing", "Head of Nursing"), false, letter.MemberTo, letter.MemberTitle)
	_, employer := f.labeled(tr.T("letter.employer", "Employer"), tr.T("letter.name-of-the-employer", "Name of the employer"), false, letter.MemberTo, letter.MemberEmployer)
	_, address := f.labeled(tr.T("letter.address", "Address"), tr.T("letter.street-city-may-stay", "Street, city; may stay empty"), true, letter.MemberTo, letter.MemberAddress)
	return widgets.NewColumn(formGap, pair(name, title), pair(employer, address))
}

// occasion is when and where, and the form of the letter.
func (f *form) occasion(l letter.Letter) fyne.CanvasObject {
	date, dated := f.labeled(tr.T("letter.date", "Date"), "2026-03-31", false, letter.MemberDate)
	date.entry.ActionItem = widgets.NewIconButton(theme.HistoryIcon(), tr.T("letter.today", "Today"), func() {
		f.pane.session.Edit(tr.T("letter.set-the-date", "Set the date"), date.at, resume.TextEdit(date.at, resume.DayOf(f.pane.services.Today()).ISO()))
	})
	codes, countries := countryNames()
	f.country = widgets.NewSelect(countries, func(name string) { f.choose(letter.MemberCountry, codes, countries, name) })
	tags, languages := languageNames()
	f.language = widgets.NewSelect(languages, func(name string) { f.choose(letter.MemberLanguage, tags, languages, name) })
	return widgets.NewColumn(formGap, pair(dated, f.place()), pair(widgets.NewField(tr.T("letter.form-of", "Form of"), f.country), widgets.NewField(tr.T("letter.language", "Language"), f.language)))
}

func (f *form) place() fyne.CanvasObject {
	b, o := f.labeled(tr.T("letter.written-in", "Written in"), "", false, letter.MemberPlace)
	b.usual = func(w letter.Letter) string { return w.Place }
	return o
}

// choose sets a setting of the letter to the value with a name.
func (f *form) choose(member string, values, names []string, name string) {
	i := slices.Index(names, name)
	if f.syncing || i < 0 {
		return
	}
	at := f.at.Child(member)
	f.pane.session.Edit(tr.T("letter.change-the", "Change the {{.Setting}}", tr.With{"Setting": tr.Word(member)}), at, resume.TextEdit(at, values[i]))
}

// beginning is what stands over the paragraphs.
func (f *form) beginning(l letter.Letter) fyne.CanvasObject {
	column := widgets.NewColumn(formGap)
	if l.HasSubject() || l.Subject != "" {
		_, subject := f.labeled(tr.T("letter.subject", "Subject"), tr.T("letter.what-the-letter-is", "What the letter is about"), false, letter.MemberSubject)
		column.Add(subject)
	}
	b, salutation := f.labeled(tr.T("letter.greeting", "Greeting"), "", false, letter.MemberSalutation)
	b.usual = func(w letter.Letter) string { return w.Salutation }
	column.Add(salutation)
	return column
}

// end is what stands below the paragraphs.
func (f *form) end() fyne.CanvasObject {
	closing, closed := f.labeled(tr.T("letter.closing", "Closing"), "", false, letter.MemberClosing)
	closing.usual = func(w letter.Letter) string { return w.Closing }
	signature, signed := f.labeled(tr.T("letter.signature", "Signature"), "", false, letter.MemberSignature)
	signature.usual = func(w letter.Letter) string { return w.Signature }
	_, enclosures := f.labeled(tr.T("letter.enclosures", "Enclosures"), tr.T("letter.resume-certificates", "Resume, certificates"), false, letter.MemberEnclosures)
	return widgets.NewColumn(formGap, pair(closed, signed), enclosures)
}

// sync shows the letter as it is now.
func (f *form) sync(l letter.Letter) {
	d := f.pane.session.Now().Document
	written := l
	written.Salutation, written.Closing, written.Signature, written.Place = "", "", "", ""
	written = written.Written(f.pane.resume().Resume())
	if l.Salutation != "" { // which the closing may repeat
		again := l
		again.Closing = ""
		written.Closing = again.Written(f.pane.resume().Resume()).Closing
	}
	for _, b := range f.fields {
		b.sync(d, written)
	}
	f.syncing = true
	codes, countries := countryNames()
	if i := slices.Index(codes, l.Country); i >= 0 {
		f.country.SetSelected(countries[i])
	}
	tags, languages := languageNames()
	if i := slices.IndexFunc(tags, func(tag string) bool {
		return strings.EqualFold(l.Language, tag) || strings.HasPrefix(strings.ToLower(l.Language), tag+"-")
	}); i >= 0 {
		f.language.SetSelected(languages[i])
	}
	f.syncing = false
	f.words.SetText(lengthText(l.Words(), len(l.Slots())))
	f.syncMaterial(l)
}

// lengthText says how long a letter is, and how many questions are left in it.
func lengthText(words, questions int) string {
	text := tr.N("letter.words-are-usual", "{{.Count}} word; {{.Least}} to {{.Most}} are usual", "{{.Count}} words; {{.Least}} to {{.Most}} are usual", words, tr.With{"Least": letter.MinWords, "Most": letter.MaxWords})
	if questions > 0 {
		text = tr.N("letter.questions-left", "{{.Count}} question left · {{.Length}}", "{{.Count}} questions left · {{.Length}}", questions, tr.With{"Length": text})
	}
	return text
}

// nearest is the field at an address, or the one that is nearest to it.
func (f *form) nearest(a resume.Address) *field {
	if !a.Within(f.at) {
		if f.why != nil && a != "" && a.Within(letter.Employers) {
			return f.why
		}
		return f.first()
	}
	if list := f.at.Child(letter.MemberParagraphs); a.Within(list) && a != list {
		n := f.pane.session.Now().Document.ListLen(list)
		for a.Parent() != list {
			a = a.Parent()
		}
		if a.Index() >= n && n > 0 {
			a = list.Item(n - 1)
		}
	}
	for at := a; ; at = at.Parent() {
		for _, b := range f.fields {
			if b.at == at || at != f.at && b.at.Within(at) {
				return b
			}
		}
		if at == f.at || at == resume.Root {
			return f.first()
		}
	}
}

// first is the field that has the first question left, else the first paragraph.
func (f *form) first() *field {
	var paragraph *field
	for _, b := range f.fields {
		if len(resume.SlotsIn(b.entry.Text)) > 0 {
			return b
		}
		if paragraph == nil && b.isParagraph() {
			paragraph = b
		}
	}
	if paragraph == nil && len(f.fields) > 0 {
		return f.fields[0]
	}
	return paragraph
}

// offerFormats lets the user choose what the letter is exported to.
func (p *Pane) offerFormats(below fyne.CanvasObject) {
	var items []*fyne.MenuItem
	for _, f := range exchange.LetterWriters() {
		items = append(items, fyne.NewMenuItem(tr.Word(f.Name)+" (."+f.Extension()+")…", func() { p.ExportAs(f) }))
	}
	popBelow(below, items)
}

// offerMore has what is done with a whole letter.
func (p *Pane) offerMore(below fyne.CanvasObject) {
	popBelow(below, []*fyne.MenuItem{
		fyne.NewMenuItem(tr.T("letter.start-over", "Start over"), p.startOver),
		fyne.NewMenuItem(tr.T("letter.delete-the-letter", "Delete the letter"), p.remove),
	})
}

func popBelow(o fyne.CanvasObject, items []*fyne.MenuItem) {
	d := fyne.CurrentApp().Driver()
	if c := d.CanvasForObject(o); c != nil {
		widgets.ShowMenu(c, fyne.NewMenu("", items...), d.AbsolutePositionForObject(o).AddXY(0, o.Size().Height+2))
	}
}

func (p *Pane) remove() {
	if _, at, ok := p.letter(); ok && p.session.Edit(tr.T("letter.delete-the-letter", "Delete the letter"), at, resume.RemoveEdit(at)) {
		p.services.Notice(tr.T("letter.deleted-the-letter", "Deleted the letter"))
	}
}

// startOver puts a new letter in place of the letter, to the same addressee.
func (p *Pane) startOver() {
	l, at, ok := p.letter()
	if !ok {
		return
	}
	next := p.begin()
	next.ID, next.To, next.Language, next.Country = l.ID, l.To, l.Language, l.Country
	if p.session.Edit(tr.T("letter.start-the-letter-over", "Start the letter over"), at, func(d resume.Document) (resume.Document, error) {
		old, _ := d.Get(at)
		return d.Set(at, next.Update(old))
	}) {
		p.services.Notice(tr.T("letter.started-the-letter-over", "Started the letter over"))
		p.Reveal("")
	}
}

// begin is a new letter to the employer of the posting.
func (p *Pane) begin() letter.Letter {
	post, id := p.services.Posting()
	d := p.session.Now().Document
	why, _ := letter.Why(d, post.Company)
	return letter.Start(letter.Beginning{Resume: p.resume().Resume(), Posting: post, PostingID: id, Variant: p.services.Variant(),
		Proofs: p.services.Proofs(), Why: why, Today: resume.DayOf(p.services.Today())})
}

// start adds a letter.
func (p *Pane) start(l letter.Letter) {
	d := p.session.Now().Document
	_, at, err := letter.Add(d, l)
	if err != nil {
		p.services.Shell.ShowError(err.Error())
		return
	}
	p.session.Edit(tr.T("letter.start-a-letter", "Start a letter"), at, func(d resume.Document) (resume.Document, error) {
		d, _, err := letter.Add(d, l)
		return d, err
	})
	p.Reveal("")
	if f := p.form; f != nil {
		if b := f.first(); b != nil {
			b.selectSlot()
		}
	}
}

// selectSlot selects the first question in the field's text.
func (b *field) selectSlot() {
	if slots := resume.SlotsIn(b.entry.Text); len(slots) > 0 {
		i := strings.Index(b.entry.Text, slots[0])
		b.selectSpan(i, i+len(slots[0]))
	}
}

// postingName is what a posting is called: "Senior Nurse at St. Aldwin".
func postingName(p posting.Posting) string {
	switch {
	case p.Title != "" && p.Company != "":
		return tr.T("letter.at", "{{.Title}} at {{.Employer}}", tr.With{"Title": p.Title, "Employer": p.Company})
	case p.Title != "":
		return p.Title
	}
	return p.Company
}

// countryNames are the countries whose letters have a form, with their names in the interface's language.
func countryNames() (codes, names []string) {
	codes, names = letter.Countries()
	return sorted(codes, words(names))
}

// languageNames are the languages that letters have words in, with their names in the interface's.
func languageNames() (tags, names []string) {
	tags, names = letter.Languages()
	return tags, words(names)
}

// sorted are ids and their names in the order of the names.
func sorted(ids, names []string) ([]string, []string) {
	order := make([]int, len(ids))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return tr.Compare(names[a], names[b]) })
	var sortedIDs, sortedNames []string
	for _, i := range order {
		sortedIDs, sortedNames = append(sortedIDs, ids[i]), append(sortedNames, names[i])
	}
	return sortedIDs, sortedNames
}

func words(english []string) []string {
	names := make([]string, len(english))
	for i, e := range english {
		names[i] = tr.Word(e)
	}
	return names
}
