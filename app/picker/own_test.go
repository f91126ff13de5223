//go:build !windows && !darwin

package picker

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"resumax/widgets"
)

// asked is the question that a picker asks in a test's window, and its answers.
type asked struct {
	window  fyne.Window
	answers []string
}

func ask(t *testing.T, show func(*own, func(string, error))) *asked {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(widgets.NewTheme(widgets.Light))
	a := &asked{window: test.NewTempWindow(t, widget.NewLabel("behind"))}
	a.window.Resize(fyne.NewSize(800, 600))
	show(&own{a.window}, func(path string, err error) {
		if err != nil {
			t.Error(err)
		}
		a.answers = append(a.answers, path)
	})
	return a
}

// field is the one that has the keyboard.
func (a *asked) field(t *testing.T) *widgets.TextField {
	t.Helper()
	f, ok := a.window.Canvas().Focused().(*widgets.TextField)
	if !ok {
		t.Fatal("no field has the keyboard")
	}
	return f
}

// enter types a path and presses Enter.
func (a *asked) enter(t *testing.T, path string) {
	t.Helper()
	f := a.field(t)
	f.SetText(path)
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

func (a *asked) want(t *testing.T, what string, answers ...string) {
	t.Helper()
	if len(a.answers) != len(answers) || len(answers) == 1 && a.answers[0] != answers[0] {
		t.Errorf("%s: answers %q, want %q", what, a.answers, answers)
	}
}

var resumes = []Filter{{Name: "JSON Resume", Extensions: []string{"json"}}}

// folder is a new one with a file in it.
func folder(t *testing.T) (dir, file string) {
	t.Helper()
	dir = t.TempDir()
	file = filepath.Join(dir, "here.json")
	if err := os.WriteFile(file, []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
	return dir, file
}

func TestOpenByPath(t *testing.T) {
	dir, file := folder(t)
	a := ask(t, func(o *own, done func(string, error)) {
		o.Open(Request{Title: "Open", Folder: dir, Filters: resumes}, done)
	})
	if got := a.field(t).Text; got != dir+"/" {
		t.Errorf("it begins with %q", got)
	}
	for _, bad := range []string{filepath.Join(dir, "gone.json"), dir, dir + "/", "gone.json", ""} {
		a.enter(t, bad)
		a.want(t, bad)
	}
	a.enter(t, " here.json ") // beside the folder that it began with
	a.want(t, "a name", file)
}

func TestOpenFromTheHomeFolder(t *testing.T) {
	dir, file := folder(t)
	t.Setenv("HOME", dir)
	a := ask(t, func(o *own, done func(string, error)) { o.Open(Request{Filters: resumes}, done) })
	if got := a.field(t).Text; got != dir+"/" {
		t.Errorf("it begins with %q", got)
	}
	a.enter(t, "~/here.json")
	a.want(t, "a path from home", file)

	a = ask(t, func(o *own, done func(string, error)) { o.Open(Request{Filters: resumes}, done) })
	a.enter(t, "here.json") // beside the folder that it begins with, not the process's
	a.want(t, "a name", file)
}

func TestBeginsAtTheRoot(t *testing.T) {
	a := ask(t, func(o *own, done func(string, error)) { o.Save(Request{Folder: "/", Name: "r.json"}, done) })
	if got := a.field(t).Text; got != "/r.json" {
		t.Errorf("it begins with %q", got)
	}
}

func TestEscapeChoosesNothing(t *testing.T) {
	dir, _ := folder(t)
	a := ask(t, func(o *own, done func(string, error)) { o.Open(Request{Folder: dir}, done) })
	a.field(t).TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	a.want(t, "escape", "")
}

func TestSaveByPath(t *testing.T) {
	dir, _ := folder(t)
	a := ask(t, func(o *own, done func(string, error)) {
		o.Save(Request{Title: "Save", Folder: dir, Name: "mine.json", Filters: resumes}, done)
	})
	f := a.field(t)
	if f.Text != filepath.Join(dir, "mine.json") || f.SelectedText() != "mine" {
		t.Errorf("it begins with %q, of which %q is selected", f.Text, f.SelectedText())
	}
	a.enter(t, dir)
	a.enter(t, filepath.Join(dir, "no", "folder", "x.json"))
	a.want(t, "no place to save")
	a.enter(t, filepath.Join(dir, "new"))
	a.want(t, "a name without its ending", filepath.Join(dir, "new.json"))
}

func TestSaveAsksBeforeItReplaces(t *testing.T) {
	dir, file := folder(t)
	a := ask(t, func(o *own, done func(string, error)) {
		o.Save(Request{Folder: dir, Name: "here.json", Filters: resumes}, done)
	})
	for _, answer := range []string{"No", "Yes"} {
		a.want(t, "before the answer "+answer)
		a.enter(t, file)
		a.want(t, "asked")
		a.press(t, answer)
	}
	a.want(t, "agreed", file)
}

// press presses a button of the dialog that lies on top.
func (a *asked) press(t *testing.T, label string) {
	t.Helper()
	for _, o := range test.LaidOutObjects(a.window.Canvas().Overlays().Top()) {
		if b, ok := o.(*widget.Button); ok && b.Text == label {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("there is no button %q", label)
}

func TestWithExtension(t *testing.T) {
	for path, want := range map[string]string{"": "", "a": "a.json", "a.json": "a.json", "a.JSON": "a.JSON", "a.b": "a.b.json", "dir.json/a": "dir.json/a.json", "a.json.json": "a.json", ".json": ".json.json"} {
		if got := withExtension(path, resumes); got != want {
			t.Errorf("%q becomes %q, want %q", path, got, want)
		}
	}
	projects := []Filter{{Extensions: []string{"json"}, Ending: ".resume.json"}}
	for path, want := range map[string]string{"a": "a.resume.json", "a.json": "a.json", "a.resume.json": "a.resume.json", "a.json.resume.json": "a.json", "a.resume.json.resume.json": "a.resume.json"} {
		if got := withExtension(path, projects); got != want {
			t.Errorf("%q becomes %q, want %q", path, got, want)
		}
	}
	if got := withExtension("a", nil); got != "a" {
		t.Errorf("without a filter: %q", got)
	}
}
