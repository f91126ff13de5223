package app

import (
	"fmt"
	"path/filepath"

	"resumax/app/project"
	"resumax/app/shell"
	"resumax/storage/journal"
)

// askConflict asks what is to become of the open file that another program has
// changed.
func (w *window) askConflict(c project.Conflict) {
	text := fmt.Sprintf("“%s” is not as ResuMax left it. Merging keeps what both have changed; each way can be undone.", c.Name)
	if n := len(c.Conflicts); n > 0 {
		text += fmt.Sprintf(" In %d places both changed the same: there yours is kept.", n)
	}
	w.shell.Ask("The file was changed by another program", text,
		shell.Choice{Label: "Merge", Main: true, Do: c.Merge},
		shell.Choice{Label: "Reload", Do: c.Reload},
		shell.Choice{Label: "Keep mine", Do: c.Keep})
}

// askRecovered asks what is to become of unsaved work that was found.
func (w *window) askRecovered(r *journal.Recovery, recover, discard, later func()) {
	name := "a resume that was never saved"
	if r.Path != "" {
		name = "“" + filepath.Base(r.Path) + "”"
	}
	w.shell.Ask("Unsaved work was found", "ResuMax ended at "+r.Time.Format("15:04 on 2 Jan")+" before "+name+" was saved.",
		shell.Choice{Label: "Recover", Main: true, Do: recover},
		shell.Choice{Label: "Open the saved file", Do: discard},
		shell.Choice{Label: "Decide later", Do: later})
}

// offerCrash offers what the program said when it crashed last.
func (w *window) offerCrash(text string) {
	w.shell.Toaster.Show("ResuMax crashed when it ran last.", "", nil)
}
