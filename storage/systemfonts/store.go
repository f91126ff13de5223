package systemfonts

import (
	"encoding/json"
	"os"
	"path/filepath"

	"resumax/render/fonts"
	"resumax/storage/file"
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
	data, err := file.ReadFile(path, maxStore)
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
	if os.MkdirAll(filepath.Dir(path), 0o700) != nil {
		return
	}
	_ = file.WriteFile(path, data)
}
