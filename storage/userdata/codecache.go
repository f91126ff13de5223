package userdata

import (
	"encoding/json"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"resumax/storage/file"
	"resumax/storage/folders"
)

// CodeCache is a folder for compiled code that another package reads and writes,
// and runs unseen. A damaged file there would fail at every start, or crash the
// program, so the files are checked before they are used: [CodeCache.Seal] notes
// what is there, [CodeCache.Open] removes what is not as it was noted. The zero
// value is no cache.
type CodeCache string

// PDFiumCode is the cache of the compiled code of PDFium, "" where the system has
// no folder for it.
func PDFiumCode() CodeCache { return CodeCache(folders.Cache("pdfium")) }

const (
	sealName   = "seal.json"
	maxSeal    = 1 << 20 // bytes
	cacheFiles = 1000    // that are looked at
)

// sealed says what a file of the cache was, by its path below the folder.
type sealed struct {
	Size int64  `json:"size"`
	Sum  uint32 `json:"crc32c"`
}

// castagnoli is computed by the processor: some milliseconds for twenty megabytes.
// It finds damage, not malice: who can write to the user's folders needs no cache.
var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Open makes the folder if need be, removes what is damaged or unknown in it, and
// returns it: "" where there can be no cache, or a damaged one stays.
func (c CodeCache) Open() string {
	if c == "" || os.MkdirAll(string(c), 0o700) != nil {
		return ""
	}
	seal := c.seal()
	for path, d := range c.files() {
		name, err := filepath.Rel(string(c), path)
		if err != nil {
			return ""
		}
		if now, ok := look(path, d); ok && now == seal[filepath.ToSlash(name)] {
			continue
		}
		if os.Remove(path) != nil {
			return ""
		}
	}
	return string(c)
}

// Seal notes the files of the cache as they are now, which are known to work.
func (c CodeCache) Seal() {
	if c == "" {
		return
	}
	seal := map[string]sealed{}
	for path, d := range c.files() {
		name, err := filepath.Rel(string(c), path)
		if now, ok := look(path, d); ok && err == nil {
			seal[filepath.ToSlash(name)] = now
		}
	}
	data, err := json.Marshal(seal)
	if err == nil {
		_ = file.WriteFile(filepath.Join(string(c), sealName), data) // else the next start compiles again
	}
}

// seal is what was noted, nothing where that cannot be read.
func (c CodeCache) seal() map[string]sealed {
	data, err := file.ReadFile(filepath.Join(string(c), sealName), maxSeal)
	var seal map[string]sealed
	if err != nil || json.Unmarshal(data, &seal) != nil {
		return nil
	}
	return seal
}

// files are all that is in the folder and below it but the seal and folders.
func (c CodeCache) files() map[string]fs.DirEntry {
	files := map[string]fs.DirEntry{}
	_ = filepath.WalkDir(string(c), func(path string, d fs.DirEntry, err error) error {
		switch {
		case len(files) >= cacheFiles:
			return fs.SkipAll
		case d == nil || err != nil || d.IsDir() || path == filepath.Join(string(c), sealName):
			return nil
		}
		files[path] = d
		return nil
	})
	return files
}

// look is what a file is, false for one that is not a regular file.
func look(path string, d fs.DirEntry) (sealed, bool) {
	if !d.Type().IsRegular() {
		return sealed{}, false
	}
	f, err := file.Open(path)
	if err != nil {
		return sealed{}, false
	}
	defer f.Close()
	sum := crc32.New(castagnoli)
	n, err := io.Copy(sum, f)
	return sealed{n, sum.Sum32()}, err == nil
}
