package preferences

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"sync"
	"time"

	"resumax/storage/file"
	"resumax/storage/filelock"
	"resumax/storage/folders"
)

// values are preferences by name. Fyne's are, and so is a [Disk].
type values interface {
	Bool(name string) bool
	BoolWithFallback(name string, fallback bool) bool
	SetBool(name string, v bool)
	IntWithFallback(name string, fallback int) int
	SetInt(name string, v int)
	FloatWithFallback(name string, fallback float64) float64
	SetFloat(name string, v float64)
	String(name string) string
	SetString(name, v string)
	StringList(name string) []string
	StringListWithFallback(name string, fallback []string) []string
	SetStringList(name string, v []string)
	RemoveValue(name string)
}

// Disk are preferences in a file that several processes have open. Fyne's own are written
// in place, so that a process that starts or looks at that moment finds half a file, and as
// a whole, so that the last one to be closed undoes what the others have set. These are
// replaced at once, and only what this process has set is changed.
type Disk struct {
	path   string
	failed func(error) // called on any goroutine; nil for nothing

	mu     sync.Mutex
	values map[string]any
	set    map[string]any // by this process and not yet written; nil for what it removed
	seen   os.FileInfo    // the file as it was read last, nil for none
	timer  *time.Timer    // until it is written
}

var _ values = (*Disk)(nil)

// writeDelay gathers what is set at once, as while a border is dragged.
const writeDelay = 300 * time.Millisecond

// lockTime is how long is waited for another process that is writing. One takes some
// milliseconds.
const lockTime = 2 * time.Second

// Home is the path of the preferences of the one who runs the program, "" where the system
// has no folder for settings.
func Home() string {
	folder := folders.Config()
	if folder == "" {
		return ""
	}
	return filepath.Join(folder, "preferences.json")
}

// OpenDisk reads the preferences in the file path, which need not be there; with "" nothing
// is kept. Older is the path of a file that is read where there is none: earlier versions
// kept their preferences there. Failed is told what could not be written.
func OpenDisk(path, older string, failed func(error)) *Disk {
	d := &Disk{path: path, failed: failed, values: map[string]any{}, set: map[string]any{}}
	if d.read(); d.seen == nil && older != "" {
		if values, err := readValues(older); err == nil {
			maps.Copy(d.values, values)
			maps.Copy(d.set, values)
		}
	}
	return d
}

// readValues are the values in a file.
func readValues(path string) (values map[string]any, err error) {
	data, err := file.ReadFile(path, sizeLimit)
	if err != nil {
		return nil, err
	}
	err = json.Unmarshal(data, &values)
	return values, err
}

// read takes what the file says, but for what this process has set.
func (d *Disk) read() {
	info, err := os.Stat(d.path)
	if err != nil || d.seen != nil && os.SameFile(info, d.seen) && info.Size() == d.seen.Size() && info.ModTime().Equal(d.seen.ModTime()) {
		return
	}
	d.seen = info
	values, err := readValues(d.path)
	if err != nil {
		return
	}
	d.values = map[string]any{}
	overlay(d.values, values)
	overlay(d.values, d.set)
}

// overlay sets values, and removes those that are nil.
func overlay(to, from map[string]any) {
	for name, v := range from {
		if v == nil {
			delete(to, name)
		} else {
			to[name] = v
		}
	}
}

// Flush writes what has been set.
func (d *Disk) Flush() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.timer != nil {
		d.timer.Stop()
		d.timer = nil
	}
	if len(d.set) == 0 || d.path == "" {
		return nil
	}
	if err := file.MakeFolder(filepath.Dir(d.path)); err != nil {
		return fmt.Errorf("couldn't save the preferences: %w", err)
	}
	if lock := d.lock(); lock != nil {
		defer lock.Release()
	}
	values, err := readValues(d.path)
	if _, missing := os.Stat(d.path); err != nil && !errors.Is(missing, fs.ErrNotExist) {
		os.Rename(d.path, d.path+".unusable") // no preferences, or a pipe
	}
	if values == nil {
		values = map[string]any{}
	}
	overlay(values, d.set)
	data, err := json.Marshal(values)
	if err == nil {
		err = file.WriteFile(d.path, append(data, '\n'))
	}
	if err != nil {
		return fmt.Errorf("couldn't save the preferences: %w", err)
	}
	d.values, d.set = values, map[string]any{}
	d.seen, _ = os.Stat(d.path)
	return nil
}

// lock keeps other processes from writing, nil where that is not to be had: then the last
// one to write decides.
func (d *Disk) lock() *filelock.Lock {
	for end := time.Now().Add(lockTime); ; time.Sleep(5 * time.Millisecond) {
		lock, err := filelock.Acquire(d.path + ".lock")
		if err == nil {
			return lock
		}
		if !errors.Is(err, filelock.ErrHeld) || time.Now().After(end) {
			return nil
		}
	}
}

// put sets a value, nil to remove it.
func (d *Disk) put(name string, v any) {
	d.mu.Lock()
	defer d.mu.Unlock()
	one := map[string]any{name: v}
	overlay(d.values, one)
	d.set[name] = v
	if d.timer == nil {
		d.timer = time.AfterFunc(writeDelay, func() {
			if err := d.Flush(); err != nil && d.failed != nil {
				d.failed(err)
			}
		})
	}
}

func of[T any](d *Disk, name string) (v T, ok bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	v, ok = d.values[name].(T)
	return v, ok
}

func (d *Disk) Bool(name string) bool { return d.BoolWithFallback(name, false) }

func (d *Disk) BoolWithFallback(name string, fallback bool) bool {
	if v, ok := of[bool](d, name); ok {
		return v
	}
	return fallback
}

func (d *Disk) SetBool(name string, v bool) { d.put(name, v) }

func (d *Disk) IntWithFallback(name string, fallback int) int {
	return int(d.FloatWithFallback(name, float64(fallback)))
}

func (d *Disk) SetInt(name string, v int) { d.put(name, float64(v)) }

func (d *Disk) FloatWithFallback(name string, fallback float64) float64 {
	if v, ok := of[float64](d, name); ok {
		return v
	}
	return fallback
}

func (d *Disk) SetFloat(name string, v float64) { d.put(name, v) }

func (d *Disk) String(name string) string {
	v, _ := of[string](d, name)
	return v
}

func (d *Disk) SetString(name, v string) { d.put(name, v) }

func (d *Disk) StringList(name string) []string { return d.StringListWithFallback(name, nil) }

// StringListWithFallback is a list of texts, as other processes have left it: several keep
// the lists of recent files.
func (d *Disk) StringListWithFallback(name string, fallback []string) []string {
	d.mu.Lock()
	d.read()
	d.mu.Unlock()
	items, ok := of[[]any](d, name)
	if !ok {
		return fallback
	}
	list := make([]string, 0, len(items))
	for _, item := range items {
		text, ok := item.(string)
		if !ok {
			return fallback
		}
		list = append(list, text)
	}
	return list
}

func (d *Disk) SetStringList(name string, v []string) {
	items := make([]any, len(v))
	for i, text := range v {
		items[i] = text
	}
	d.put(name, items)
}

func (d *Disk) RemoveValue(name string) { d.put(name, nil) }
