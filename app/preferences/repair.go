package preferences

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"resumax/storage/file"
)

// sizeLimit bounds the file of preferences, in bytes. It has a few hundred.
const sizeLimit = 1 << 20

// kinds are the kinds of values that the preferences have in their file.
var kinds = map[string]string{
	keyRecent: "strings", keyWidth: "number", keyHeight: "number", keyPanes: "string", panesKey("design"): "string", keyHidden: "string",
	keyZoom: "number", keyTheme: "number", keyFolder: "string", keyEmbed: "bool",
}

// File is where Fyne keeps an application's preferences, "" where that
// is not known.
func File(id string) string {
	root, err := os.UserConfigDir()
	if runtime.GOOS == "darwin" {
		root, err = os.UserHomeDir()
		root = filepath.Join(root, "Library", "Preferences")
	}
	if err != nil {
		return ""
	}
	return filepath.Join(root, "fyne", id, "preferences.json")
}

// Repair removes from the file of preferences what Fyne panics at when it
// reads or changes it: values of another kind than ours, and lists of several
// kinds. What is no file in its place, which Fyne would wait for, is moved away.
// It is to be called before Fyne starts. What is not JSON at all Fyne passes over.
func Repair(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return nil // none yet
	}
	if !info.Mode().IsRegular() || info.Size() > sizeLimit {
		if err := os.Rename(path, path+".unusable"); err != nil {
			return fmt.Errorf("the preferences %s cannot be read nor moved away: %w", path, err)
		}
		return nil
	}
	data, err := file.ReadFile(path, sizeLimit)
	var values map[string]any
	if err != nil || json.Unmarshal(data, &values) != nil {
		return nil
	}
	whole := true
	for name, v := range values {
		kind := kindOf(v)
		if want, ours := kinds[name]; kind == "mixed" || ours && kind != want && !(kind == "empty" && want == "strings") {
			delete(values, name)
			whole = false
		}
	}
	if whole {
		return nil
	}
	if data, err = json.Marshal(values); err != nil {
		return err
	}
	return file.WriteFile(path, data)
}

// kindOf is the kind of a value of JSON, "mixed" for a list of several.
func kindOf(v any) string {
	switch v := v.(type) {
	case bool:
		return "bool"
	case float64:
		return "number"
	case string:
		return "string"
	case []any:
		if len(v) == 0 {
			return "empty"
		}
		for _, item := range v {
			if kindOf(item) != kindOf(v[0]) {
				return "mixed"
			}
		}
		return kindOf(v[0]) + "s"
	}
	return "other"
}
