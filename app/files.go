package app

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"resumax/app/picker"
	"resumax/resume"
	"resumax/role"
	"resumax/storage/file"
)

var (
	projectFiles = []picker.Filter{{Name: "JSON Resume", Extensions: []string{"json"}}}
	// openFiles are those that a resume can be read from.
	openFiles = []picker.Filter{{Name: "Resumes (JSON, or PDF with the resume in it)", Extensions: []string{"json", "pdf"}}}
)

// isOpen reports whether a project is open, rather than the start screen.
func (w *window) isOpen() bool { return w.stage.Content() == fyne.CanvasObject(w.desk) }

// isFree reports whether nothing lies over the window that has to be answered
// first.
func (w *window) isFree() bool { return !w.busy && len(w.win.Canvas().Overlays().List()) == 0 }

// projectName is what the project is called in the title.
func (w *window) projectName() string {
	if p := w.session.File().Path; p != "" {
		return filepath.Base(p)
	}
	if n := w.session.Now().Resume.Basics.Name; n != "" {
		return n
	}
	return "New resume"
}

func (w *window) askNew() { w.whenSaved(w.showStart) }

func (w *window) newEmpty() {
	w.whenSaved(func() { w.showProject(nil, resume.Document{}, nil) })
}

// newFromRole begins a resume for a role and a level of experience, "" for what
// its dates will tell. Sample content comes as a step of its
// own, so that one undo takes it all away and leaves the empty form.
func (w *window) newFromRole(pack *role.Pack, sample bool, level string) {
	w.whenSaved(func() {
		w.showProject(nil, pack.Empty(level), nil)
		if sample {
			w.session.Replace("Fill in sample content", pack.Sample())
			w.toaster.Show("This is a made-up person. Replace every sentence with your own.", "Undo", func() { w.session.Undo() })
		}
	})
}

func (w *window) askOpen() { w.askFile(w.load) }

// askFile lets the user choose a resume after the open one was taken care of.
func (w *window) askFile(then func(path string)) {
	w.whenSaved(func() {
		w.busy = true
		w.trace.write("dialog", map[string]any{"what": "open"})
		w.picker.Open(picker.Request{Title: "Open a resume", Folder: w.folder(), Filters: openFiles}, func(path string, err error) {
			w.busy = false
			switch {
			case err != nil:
				w.say(err.Error())
			case path != "":
				then(path)
			}
		})
	})
}

// open opens the file after the open project was taken care of.
func (w *window) open(path string) { w.whenSaved(func() { w.load(path) }) }

func (w *window) load(path string) { w.loadThen(path, func() {}) }

// loadThen opens a file and does what comes next, if it could be read.
func (w *window) loadThen(path string, then func()) {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	w.background("Opening "+filepath.Base(path), func() func() {
		f, err := file.Load(path)
		return func() {
			if err != nil {
				w.say(err.Error())
				w.start.Refresh()
				return
			}
			if f.PDF { // the resume in it is a new one, to be saved as a file of its own
				w.showProject(nil, f.Document, f.Problems)
				then()
				return
			}
			w.showProject(f, f.Document, f.Problems)
			w.prefs.remember(path)
			w.menus.fillRecent()
			w.menus.main.Refresh()
			then()
		}
	})
}

// folder is where the next file dialog begins.
func (w *window) folder() string {
	if p := w.session.File().Path; p != "" {
		return filepath.Dir(p)
	}
	if f := w.prefs.store.String(prefFolder); f != "" {
		return f
	}
	home, _ := os.UserHomeDir()
	return home
}

// showProject puts a document into the window. The file is nil for one that
// was never saved.
func (w *window) showProject(f *file.File, d resume.Document, problems []resume.Problem) {
	w.file, w.behind = f, false
	w.stage.SetContent(w.desk)
	path, readOnly := "", false
	if f != nil {
		path, readOnly = f.Path, f.ReadOnly
		w.prefs.store.SetString(prefFolder, filepath.Dir(path))
	}
	w.showDesigner(false)
	w.editor.Show(firstSection)
	w.course.points = nil
	w.session.Load(d, path, readOnly)
	w.banner.show(problems, readOnly)
	w.showTitle()
	w.editor.Focus()
}

func (w *window) showStart() {
	w.file, w.behind = nil, false
	w.course.points = nil
	w.session.Load(resume.Document{}, "", false)
	w.start.SetBehind("", nil)
	w.start.Paint(w.win.Canvas().Scale())
	w.stage.SetContent(w.start.Object())
	w.showTitle()
}

func (w *window) closeProject() {
	if w.behind {
		w.returnToProject()
		return
	}
	if !w.isOpen() {
		w.askClose()
		return
	}
	w.whenSaved(w.showStart)
}

// save writes the project to its file, asking for one where it has none, and
// then does what comes next, if anything.
func (w *window) save(next func()) {
	path := w.session.File().Path
	if path == "" {
		w.saveAs(next)
		return
	}
	w.write(path, false, next)
}

func (w *window) saveAs(next func()) {
	name := "resume.json"
	if p := w.session.File().Path; p != "" {
		name = filepath.Base(p)
	} else if n := fileName(w.session.Now().Resume.Basics.Name); n != "" {
		name = n + ".json"
	}
	w.busy = true
	w.trace.write("dialog", map[string]any{"what": "save"})
	w.picker.Save(picker.Request{Title: "Save the resume", Folder: w.folder(), Name: name, Filters: projectFiles}, func(path string, err error) {
		w.busy = false
		switch {
		case err != nil:
			w.say(err.Error())
		case path != "":
			w.file = nil // another file: there is nothing of ours in it to protect
			w.write(path, true, next)
		}
	})
}

// fileName makes a file's name of a person's.
func fileName(name string) string {
	words := strings.FieldsFunc(name, func(r rune) bool {
		return strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' || r == ' '
	})
	return strings.Join(words, "-")
}

// write saves the document as it is now, off the UI goroutine: a slow disk must
// not stop the typing.
func (w *window) write(path string, force bool, next func()) {
	d := w.session.Now().Document
	was := w.file
	w.background("Saving "+filepath.Base(path), func() func() {
		saved, err := file.Save(path, d, file.SaveOptions{Was: was, Force: force})
		return func() {
			switch {
			case errors.Is(err, file.ErrChanged):
				w.askOverwrite(path, next)
			case err != nil:
				w.say(err.Error())
			default:
				w.file = saved
				w.session.Saved(d, path)
				w.prefs.remember(path)
				w.prefs.store.SetString(prefFolder, filepath.Dir(path))
				w.menus.fillRecent()
				w.menus.main.Refresh()
				w.trace.write("saved", map[string]any{"path": path})
				if next != nil {
					next()
				} else {
					w.toaster.Show("Saved "+filepath.Base(path), "", nil)
				}
			}
		}
	})
}

func (w *window) askOverwrite(path string, next func()) {
	w.ask("The file was changed by another program",
		fmt.Sprintf("%s is not as ResuMax left it. Overwriting loses what the other program wrote.", filepath.Base(path)),
		choice{"Overwrite", true, func() { w.write(path, true, next) }},
		choice{"Save a copy…", false, func() { w.saveAs(next) }},
		choice{"Open what is there", false, func() { w.load(path) }},
	)
}

// whenSaved does what comes next after unsaved work was saved or given up.
func (w *window) whenSaved(next func()) {
	if !w.isOpen() && !w.behind || !w.session.File().Dirty {
		next()
		return
	}
	w.ask("Save the changes to "+w.projectName()+"?", "They are lost otherwise.",
		choice{"Save", true, func() { w.save(next) }},
		choice{"Don't save", false, next},
	)
}

// askClose closes the window when nothing is lost by it.
func (w *window) askClose() {
	if !w.isFree() {
		return
	}
	w.whenSaved(func() {
		w.keepState()
		w.win.SetCloseIntercept(nil)
		w.win.Close()
	})
}

func (w *window) dropped(_ fyne.Position, uris []fyne.URI) {
	for _, u := range uris {
		if u.Scheme() == "file" && w.isFree() {
			w.open(u.Path())
			return
		}
	}
}

// background does work off the UI goroutine and then, back on it, what the work
// returns. After half a second it says what is going on.
func (w *window) background(what string, work func() func()) {
	done := w.progress.begin(what, nil)
	w.threads.Async(func() {
		then := work()
		w.threads.Post(func() {
			done()
			then()
		})
	})
}
