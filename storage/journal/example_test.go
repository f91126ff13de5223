package journal_test

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

	"resumax/resume"
	"resumax/storage/file"
	"resumax/storage/journal"
)

// What an editor does with a journal, from one start to the next.
func Example() {
	home, err := os.MkdirTemp("", "")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(home)
	folder := journal.Folder(filepath.Join(home, "journal"))
	path := filepath.Join(home, "cv.json")
	name := func(text string) resume.Document {
		d, err := resume.Document{}.SetText("/basics/name", text)
		if err != nil {
			panic(err)
		}
		return d
	}

	// A new project; each keystroke is submitted.
	j, err := folder.Start(journal.Base{}, journal.Options{Clock: journal.SystemClock{}})
	if err != nil {
		panic(err)
	}
	j.Submit(name("Ada"))
	j.Submit(name("Ada Example"))

	// A save, on a goroutine of its own.
	d := name("Ada Example")
	if err := j.Saving(d); err != nil {
		fmt.Println("the save goes on without:", err)
	}
	saved, err := file.Save(path, d, file.SaveOptions{})
	if err != nil {
		panic(err)
	}
	j.Saved(d, journal.BaseOf(saved))

	// The program ends with nothing unsaved, and the next start finds nothing.
	if err := j.Close(); err != nil {
		panic(err)
	}
	found, faults := folder.Recover(time.Now())
	fmt.Println(len(found), len(faults))
	// Output: 0 0
}
