// Package exporting exports the open resume to other formats, and prints it.
package exporting

import (
	"path/filepath"
	"strings"

	"resumax/app/picker"
	"resumax/app/printing"
	"resumax/app/session"
	"resumax/app/shell"
	"resumax/app/tr"
	"resumax/app/trace"
	"resumax/exchange/format"
	"resumax/interview"
	"resumax/render"
	"resumax/resume"
	"resumax/role"
	"resumax/storage/file"
	"resumax/widgets"
)

// Services are what exporting needs from the window.
type Services struct {
	Shell   *shell.Shell
	Session *session.Session
	Picker  func() picker.Picker
	Options func(session.Snapshot) render.Options // how the resume is typeset; called on another goroutine
	Name    func() string                         // of files, without extension
	Folder  func() string                         // where file dialogs begin
	Embed   func() bool                           // whether PDFs get editable data
	// SetEmbed sets what Embed is.
	SetEmbed func(bool)
	// Sent is offered after an export of the snapshot: it notes that the file was sent. False
	// where there is nothing to note; nil for never.
	Sent func(path string, now session.Snapshot) (do func(), ok bool)
	// Blocked are the numbers of the resume that the user cannot defend, and ShowClaim shows one of
	// them where it is defended.
	Blocked   func() []interview.Claim
	ShowClaim func(id string)
}

// Exporter exports and prints the open resume.
type Exporter struct {
	services Services
	printed  []string // temporary folders of printed files
}

// New makes an exporter.
func New(services Services) *Exporter { return &Exporter{services: services} }

// Export writes the resume in a format, to a file that the user chooses.
func (e *Exporter) Export(f *format.Format) { e.export(f, false) }

func (e *Exporter) export(f *format.Format, anonymous bool) {
	if f.Draft {
		e.askFile(f, anonymous)
		return
	}
	e.checkReady(Exporting, func() { e.askFile(f, anonymous) })
}

// ExportOther writes something else that goes with the resume, such as its letter, to a file
// that the user chooses. Its name is the project's with a suffix, and it is typeset by
// options of its own.
func (e *Exporter) ExportOther(f *format.Format, suffix string, options func(session.Snapshot) render.Options) {
	e.ask(job{format: f, name: e.nameWith(suffix), title: exportTitle(suffix, f.Name), options: options, other: true})
}

// job is an export.
type job struct {
	format      *format.Format
	name, title string // of the file, without its extension; of the dialog
	anonymous   bool
	embed       bool
	other       bool // it is not the resume
	options     func(session.Snapshot) render.Options
}

func (e *Exporter) askFile(f *format.Format, anonymous bool) {
	j := job{format: f, name: e.services.Name(), title: tr.T("exporting.export-as-2", "Export as {{.Name}}", tr.With{"Name": tr.Word(f.Name)}), anonymous: anonymous, embed: e.services.Embed(), options: e.services.Options}
	if anonymous {
		j.name, j.title = format.AnonymousName, tr.T("exporting.anonymously", "{{.Title}}, anonymously", tr.With{"Title": j.title})
	}
	e.ask(j)
}

// ask asks for the file of an export, and writes it.
func (e *Exporter) ask(j job) {
	f := j.format
	e.askPath(j.title, j.name+"."+f.Extension(), picker.Filter{Name: f.Name, Extensions: f.Extensions}, func(path string) { e.write(j, path) })
}

// askPath asks for the path of an export, which is not that of the project.
func (e *Exporter) askPath(title, name string, filter picker.Filter, write func(path string)) {
	s := e.services.Shell
	answered := s.SystemDialog("export")
	e.services.Picker().Save(picker.Request{Title: title, Folder: e.services.Folder(), Name: name, Filters: []picker.Filter{filter}},
		func(path string, err error) {
			answered()
			switch {
			case err != nil:
				s.ShowError(err.Error())
			case path != "" && e.isProject(path):
				s.ShowError(tr.T("exporting.an-export-cant-replace", "An export can't replace the project file. Choose another name."))
			case path != "":
				write(path)
			}
		})
}

// isProject reports whether a path is that of the open project's own file.
func (e *Exporter) isProject(path string) bool {
	own := e.services.Session.File().Path
	return own != "" && file.Same(path, own)
}

func (e *Exporter) write(j job, path string) {
	s, now := e.services.Shell, e.services.Session.Now()
	s.Background(tr.T("exporting.exporting", "Exporting {{.File}}", tr.With{"File": filepath.Base(path)}), func() func() {
		source := format.Source{Document: now.Document, Options: j.options(now), Attach: j.embed}
		var anonymized []resume.Problem
		if j.anonymous {
			source, anonymized = source.Anonymous()
		}
		problems, err := exportTo(j.format, path, source)
		return func() {
			if err != nil {
				s.ShowError(err.Error())
				return
			}
			s.Trace.Write("exported", trace.Members{"path": path})
			text := tr.T("exporting.exported", "Exported {{.File}}", tr.With{"File": filepath.Base(path)})
			if n := len(problems); n > 0 {
				text = exportedBut(text, now.Document, problems[0])
			}
			if n := len(anonymized); n > 0 {
				s.SayMade(text+". "+toReview(n), path, printing.OpenFile, widgets.ToastAction{Label: tr.T("exporting.review", "Review"), Do: func() { e.review(now.Document, anonymized) }})
				return
			}
			if e.services.Sent != nil && !j.anonymous && !j.other && !j.format.Draft {
				if do, ok := e.services.Sent(path, now); ok {
					s.SayMade(text, path, printing.OpenFile, widgets.ToastAction{Label: tr.T("exporting.mark-as-sent", "Mark as sent"), Do: do})
					return
				}
			}
			s.SayMade(text, path, printing.OpenFile)
		}
	})
}

// toReview says that n texts were changed in an anonymous export, or may tell whose it is.
func toReview(n int) string {
	return tr.N("exporting.texts-to-check", "{{.Count}} text to check", "{{.Count}} texts to check", n)
}

// exportTo writes an export and returns what could not be printed.
func exportTo(f *format.Format, path string, source format.Source) ([]resume.Problem, error) {
	out, err := f.Write(source)
	if err != nil {
		return nil, err
	}
	for i := range out.Files {
		data, err := out.File(i)
		if err != nil {
			return nil, err
		}
		if err := file.WriteFile(format.PathOf(path, i), data); err != nil {
			return nil, err
		}
	}
	return out.Problems, nil
}

// checkReady calls next if no placeholder is left, and no sample text unless the user
// agrees.
func (e *Exporter) checkReady(to Purpose, next func()) {
	s, session := e.services.Shell, e.services.Session
	if slots := session.Now().Document.Slots(); len(slots) > 0 {
		s.Ask(tr.T("exporting.placeholder-left", "Placeholder left"),
			shell.Sentence(to.then(shell.PlaceholdersLeft(slots))),
			shell.Choice{Label: tr.T("exporting.show-me", "Show me"), Main: true, Do: func() { session.Reveal(slots[0].Address) }})
		return
	}
	if e.Refuse(e.services.Blocked(), to) {
		return
	}
	if sample := role.Unedited(session.Now().Resume); len(sample) > 0 {
		s.Ask(tr.T("exporting.sample-text-left", "Sample text left"), tr.N("exporting.sample-left", "{{.Count}} text is unchanged from the sample: replace it with your own.", "{{.Count}} texts are unchanged from the sample: replace them with your own.", len(sample)),
			shell.Choice{Label: tr.T("exporting.show-me", "Show me"), Main: true, Do: func() { session.Reveal(sample[0]) }},
			shell.Choice{Label: to.anyway(), Do: next})
		return
	}
	next()
}

// Refuse says that numbers that cannot be defended keep what has them from leaving, and reports
// whether there are any.
func (e *Exporter) Refuse(blocked []interview.Claim, to Purpose) bool {
	if len(blocked) == 0 {
		return false
	}
	c := blocked[0]
	choices := []shell.Choice{{Label: tr.T("exporting.show-in-resume", "Show in resume"), Do: func() { e.services.Session.Reveal(c.Address) }}}
	if c.ID != "" { // of a line that is gone, only the letter is left to show
		choices = append(choices, shell.Choice{Label: tr.T("exporting.show-me", "Show me"), Main: true, Do: func() { e.services.ShowClaim(c.ID) }})
	}
	e.services.Shell.Ask(tr.T("exporting.a-number-you-cant", "A number you can’t defend"), shell.Sentence(to.then(cannotDefend(blocked))), choices...)
	return true
}

// cannotDefend says which numbers keep the resume from leaving.
func cannotDefend(blocked []interview.Claim) string {
	quote := tr.With{"Quote": resume.Plain(blocked[0].Quote)}
	if n := len(blocked) - 1; n > 0 {
		return tr.N("exporting.you-marked-several", "you marked “{{.Quote}}” and {{.Count}} other number as ones you can’t defend: change them, or say how they were measured", "you marked “{{.Quote}}” and {{.Count}} other numbers as ones you can’t defend: change them, or say how they were measured", n, quote)
	}
	return tr.T("exporting.you-marked", "you marked “{{.Quote}}” as one you can’t defend: change it, or say how it was measured", quote)
}

// Purpose is what a resume leaves for.
type Purpose int

// The purposes.
const (
	Exporting Purpose = iota
	Printing
)

// then says what to do first, and that the resume can be exported or printed then.
func (p Purpose) then(first string) string {
	if p == Printing {
		return tr.T("exporting.then-print", "{{.First}}, then print", tr.With{"First": first})
	}
	return tr.T("exporting.then-export", "{{.First}}, then export", tr.With{"First": first})
}

func (p Purpose) anyway() string {
	if p == Printing {
		return tr.T("exporting.print-anyway", "Print anyway")
	}
	return tr.T("exporting.export-anyway", "Export anyway")
}

// nameWith is the name of a file for what goes with a resume: the project's and, in the window's
// language, what it is. Who gets a letter reads the name of its file.
func (e *Exporter) nameWith(suffix string) string {
	return e.services.Name() + "-" + strings.Join(strings.Fields(tr.Word(suffix)), "-")
}

// exportedBut says what an export left out, and of what.
func exportedBut(exported string, d resume.Document, p resume.Problem) string {
	return tr.T("exporting.but-2", "{{.Exported}}, but {{.Place}} {{.Problem}}", tr.With{"Exported": exported, "Place": tr.Place(d.Labels().Of(p.Address)), "Problem": p.Text})
}

// exportTitle is the title of the dialog that exports what goes with a resume, by the suffix of its file's name.
func exportTitle(suffix, format string) string {
	return tr.T("exporting.export-the-as", "Export the {{.What}} as {{.Format}}", tr.With{"What": tr.Word(suffix), "Format": tr.Word(format)})
}
