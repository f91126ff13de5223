package systemfonts

import (
	"encoding/json"
	"io"
	"os"
	"path/filepath"

	"resumax/render/fonts"
)

// storage is what is known of font files, by their paths.
type storage map[string]entry

// entry is a font file as it was when it was read.
type entry struct {
	Size     int64
	Modified int64 // nanoseconds since 1970
	Fonts    []fonts.Description
}

// stored is the contents of the file that keeps it. Another format is another
// version: what has it is not read.
type stored struct {
	Version int
	Files   storage
}

const (
	storeVersion = 1
	maxStore     = 64 << 20
)

// readStore reads what is kept. A store that is not there or broken knows
// nothing.
func readStore(path string) storage {
	file, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, maxStore))
	if err != nil {
		return nil
	}
	var s stored
	if json.Unmarshal(data, &s) != nil || s.Version != storeVersion {
		return nil
	}
	return s.Files
}

// writeStore keeps what is known, at once or not at all. Where that fails the
// next search takes longer, and nothing else.
func writeStore(path string, files storage) {
	if path == "" {
		return
	}
	data, err := json.Marshal(stored{storeVersion, files})
	if err != nil {
		return
	}
	folder := filepath.Dir(path)
	if os.MkdirAll(folder, 0o700) != nil {
		return
	}
	temporary, err := os.CreateTemp(folder, "fonts-*.tmp")
	if err != nil {
		return
	}
	_, err = temporary.Write(data)
	if closed := temporary.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(temporary.Name(), path)
	}
	if err != nil {
		os.Remove(temporary.Name())
	}
}
