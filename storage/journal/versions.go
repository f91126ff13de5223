package journal

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"resumax/resume"
	"resumax/resume/codec"
	"resumax/storage/file"
	"resumax/storage/folders"
)

// Archive is where earlier versions of saved files are, in a folder for each
// file.
type Archive string

// HomeArchive is the archive of the one who runs the program, "" where the system
// names no folder for it.
func HomeArchive() Archive { return Archive(folders.State("versions")) }

// Versions are the earlier contents of one file.
type Versions struct {
	path   string
	folder string // "" for nowhere
}

// Of are the versions of the file path.
func (a Archive) Of(path string) Versions {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	if a == "" {
		return Versions{path: path}
	}
	key := sha256.Sum256([]byte(path))
	return Versions{path, filepath.Join(string(a), hex.EncodeToString(key[:8]))}
}

// Version is a content that a file had.
type Version struct {
	Time time.Time
	Size int64 // bytes
	Sum  Sum

	path string
}

// What is kept of a file's versions: the newest, then the last of each hour of a
// day, of each day of a month, of each week of a year, within so many bytes.
const (
	newestKept   = 10
	versionBytes = 50 << 20
	hourlyFor    = 24 * time.Hour
	dailyFor     = 30 * 24 * time.Hour
	weeklyFor    = 365 * 24 * time.Hour
)

const (
	versionTime = "20060102T150405.000Z" // in a version's name, so that names sort as times
	versionEnd  = ".json"
	sizeLimit   = 64 << 20
	pathName    = "path.txt" // says which file a folder of versions is of
)

// Add keeps what the file holds now as a version, unless the newest version is
// the same. To be called before and after each save, it keeps what another
// program wrote too. A file that is not there has nothing to keep. Now is the
// time.
func (v Versions) Add(now time.Time) error {
	data, err := file.ReadFile(v.path, sizeLimit)
	if _, gone := os.Stat(v.path); errors.Is(gone, os.ErrNotExist) || v.folder == "" {
		return nil
	}
	if err != nil {
		return err
	}
	all, err := v.List()
	if err != nil {
		return err
	}
	sum := sha256.Sum256(data)
	if len(all) > 0 && all[0].Sum == sum {
		return nil
	}
	if len(all) > 0 && !now.After(all[0].Time) {
		now = all[0].Time.Add(time.Millisecond) // a clock was set back; the order is what counts
	}
	if err := file.MakeFolder(v.folder); err != nil {
		return fmt.Errorf("an earlier version cannot be kept: %w", err)
	}
	if len(all) == 0 {
		if err := file.WriteFile(filepath.Join(v.folder, pathName), []byte(v.path+"\n")); err != nil {
			return fmt.Errorf("an earlier version cannot be kept: %w", err)
		}
	}
	name := now.UTC().Format(versionTime) + "-" + hex.EncodeToString(sum[:]) + versionEnd
	if err := file.WriteFile(filepath.Join(v.folder, name), data); err != nil {
		return fmt.Errorf("an earlier version cannot be kept: %w", err)
	}
	return v.prune(now)
}

// List are the versions, the newest first. It reads their names only.
func (v Versions) List() ([]Version, error) {
	if v.folder == "" {
		return nil, nil
	}
	entries, err := os.ReadDir(v.folder)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("earlier versions cannot be listed: %w", err)
	}
	var all []Version
	for _, e := range entries {
		version, ok := versionNamed(e.Name())
		info, err := e.Info()
		if !ok || err != nil || !info.Mode().IsRegular() {
			continue
		}
		version.Size, version.path = info.Size(), filepath.Join(v.folder, e.Name())
		all = append(all, version)
	}
	slices.SortFunc(all, func(a, b Version) int {
		return cmp.Or(b.Time.Compare(a.Time), bytes.Compare(a.Sum[:], b.Sum[:]))
	})
	return all, nil
}

// Age is how long ago the newest version was kept, a long time where there is none.
func (v Versions) Age(now time.Time) time.Duration {
	all, err := v.List()
	if err != nil || len(all) == 0 {
		return weeklyFor
	}
	return now.Sub(all[0].Time)
}

// versionNamed is what a version's name says.
func versionNamed(name string) (Version, bool) {
	when, sum, ok := strings.Cut(strings.TrimSuffix(name, versionEnd), "-")
	t, err := time.Parse(versionTime, when)
	s, valid := sumOf(sum)
	return Version{Time: t, Sum: s}, ok && err == nil && valid && sum != "" && strings.HasSuffix(name, versionEnd)
}

// Load reads a version.
func (v Versions) Load(version Version) (resume.Document, error) {
	data, err := file.ReadFile(version.path, sizeLimit)
	if err != nil {
		return resume.Document{}, err
	}
	if sha256.Sum256(data) != version.Sum {
		return resume.Document{}, errors.New("this version is damaged: choose another one")
	}
	d, _, err := codec.Parse(data, "this version")
	return d, err
}

// prune removes the versions that are not to be kept.
func (v Versions) prune(now time.Time) error {
	all, err := v.List()
	if err != nil {
		return err
	}
	for _, old := range surplus(all, now) {
		if err := os.Remove(old.path); err != nil && !errors.Is(err, os.ErrNotExist) {
			return fmt.Errorf("an old version cannot be removed: %w", err)
		}
	}
	return nil
}

// remove removes versions, and the folder if nothing else is in it.
func (v Versions) remove(all []Version) error {
	for _, old := range all {
		if err := os.Remove(old.path); err != nil {
			return fmt.Errorf("an old version cannot be removed: %w", err)
		}
	}
	os.Remove(filepath.Join(v.folder, pathName))
	os.Remove(v.folder)
	return nil
}

// surplus are those of the versions, the newest first, that are not to be kept.
func surplus(all []Version, now time.Time) []Version {
	var drop []Version
	var bytes int64
	full := false
	seen := map[string]bool{} // the periods that have their version
	for i, v := range all {
		period, kept := periodOf(v.Time, now)
		keep := i < newestKept || kept && !seen[period]
		// The two newest stay however large they are: the file's content, and the one
		// before.
		if full = full || i >= 2 && bytes+v.Size > versionBytes; full || !keep {
			drop = append(drop, v)
			continue
		}
		seen[period] = true
		bytes += v.Size
	}
	return drop
}

// periodOf names the period that one version is kept of, false for a time so long
// ago that none is.
func periodOf(t, now time.Time) (string, bool) {
	t = t.UTC()
	switch age := now.Sub(t); {
	case age <= hourlyFor:
		return t.Format("2006-01-02 15"), true
	case age <= dailyFor:
		return t.Format("2006-01-02"), true
	case age <= weeklyFor:
		year, week := t.ISOWeek()
		return fmt.Sprintf("%d week %d", year, week), true
	}
	return "", false
}

// Move takes along the versions of a file that was renamed, unless there are
// versions under its new name.
func (a Archive) Move(from, to string) error {
	old, now := a.Of(from), a.Of(to)
	if a == "" || old.folder == now.folder {
		return nil
	}
	if _, err := os.Stat(old.folder); errors.Is(err, os.ErrNotExist) {
		return nil // none
	}
	if _, err := os.Stat(now.folder); err == nil {
		return fmt.Errorf("earlier versions of “%s” are there already", filepath.Base(to))
	}
	if err := os.Rename(old.folder, now.folder); err != nil {
		return fmt.Errorf("earlier versions cannot be moved: %w", err)
	}
	return file.WriteFile(filepath.Join(now.folder, pathName), []byte(now.path+"\n"))
}

// Prune removes the versions of all files that are not to be kept, and what was
// left by killed processes. To be called now and then; files that are still saved
// see to their own. Now is the time.
func (a Archive) Prune(now time.Time) error {
	if a == "" {
		return nil
	}
	entries, err := os.ReadDir(string(a))
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("earlier versions cannot be listed: %w", err)
	}
	var faults []error
	for _, e := range entries {
		v := Versions{folder: filepath.Join(string(a), e.Name())}
		if !e.IsDir() {
			continue
		}
		file.CleanTemporary(v.folder, now)
		all, err := v.List()
		if err == nil && len(all) > 0 && now.Sub(all[0].Time) > weeklyFor {
			err = v.remove(all) // nobody has saved the file for a year
		} else if err == nil {
			err = v.prune(now)
		}
		faults = append(faults, err)
	}
	return errors.Join(faults...)
}
