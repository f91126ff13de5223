package app

import (
	"time"

	"resumax/app/compare"
	"resumax/app/project"
	"resumax/app/recovery"
	"resumax/app/tr"
	"resumax/app/trace"
	"resumax/app/versions"
	"resumax/resume"
)

// askConflict asks what to do about the open file that another program has changed.
func (w *window) askConflict(c project.Conflict) {
	w.shell.Trace.Write("dialog", trace.Members{"what": "changed by another program"})
	recovery.AskChanged(w.shell, w.panes.pictures, recovery.Change{Name: c.Name, Base: c.Base, Mine: c.Mine, Theirs: c.Theirs},
		recovery.ChangeAnswers{Merge: c.Merge, Reload: c.Reload, Keep: c.Keep, Later: func() {}})
}

// showVersions shows the earlier versions of the open file. Restoring one is an undo
// step.
func (w *window) showVersions() {
	of := w.project.Versions()
	versions.Show(w.shell, w.panes.pictures, versions.Source{List: of.List, Load: of.Load}, w.session.Now().Project, w.clock(),
		func(version resume.Document, saved time.Time) {
			w.session.Replace(tr.T("ondisk.restore-earlier-version", "Restore earlier version"), version)
			text := tr.T("ondisk.restored", "Restored: {{.When}}.", tr.With{"When": compare.When(saved, w.clock())})
			if !w.project.Autosaves() {
				text += " " + tr.T("ondisk.save-to-keep-it", "Save to keep it.")
			}
			w.offerUndo(text)
		})
}
