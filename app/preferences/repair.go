package preferences

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"resumax/storage/file"
)

// sizeLimit bounds the preferences file, in bytes. It has a few hundred.
const sizeLimit = 1 << 20

// kinds are the JSON types of the preferences in their file. All that begin as one
// whose name ends in a dot are of its type.
var kinds = map[string]string{
	keyRecent: "strings", keyWidth: "number", keyHeight: "number", keyPanes: "string", keyHidden: "string",
	keyZoom: "string", keyTheme: "number", keyDesk: "number", keyFolder: "string", keyEmbed: "bool", keyAuto: "bool", keyKeep: "bool",
	keyText: "number", keyX: "number", keyY: "number", keyMax: "bool", keyOwn: "bool", keyTongue: "string", keyNew: "string",
}

// kindWanted is the type of the preference with the name, if it is ours.
func kindWanted(name string) (kind string, ours bool) {
	for key, kind := range kinds {
		if name == key || strings.HasSuffix(key, ".") && strings.HasPrefix(name, key) {
			return kind, true
		}
	}
	return "", false
}

// File is the path of Fyne's preferences of an application, "" if unknown.
func File(id string) string {
	home, err := os.UserHomeDir()
	if err != nil {
		home = ""
	}
	config, err := os.UserConfigDir()
	if err != nil {
		config = ""
	}
	return fileOn(runtime.GOOS, home, config, id)
}

// fileOn is where Fyne keeps preferences on a system: on macOS and Windows below the home folder, even where the system
// has been told to keep settings elsewhere.
func fileOn(system, home, config, id string) string {
	root := config
	switch {
	case system != "darwin" && system != "windows":
	case home == "":
		root = ""
	case system == "darwin":
		root = filepath.Join(home, "Library", "Preferences")
	default:
		root = filepath.Join(home, "AppData", "Roaming")
	}
	if root == "" {
		return ""
	}
	return filepath.Join(root, "fyne", id, "preferences.json")
}

// Repair removes from the preferences file what makes Fyne panic: values of another
// type than ours, and lists of mixed types. If the path is not a regular file, such as
// a pipe on which Fyne would block, it is renamed. Call it before Fyne starts. Fyne
// itself ignores a file that is not JSON.
func Repair(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return nil // none yet
	}
	if !info.Mode().IsRegular() || info.Size() > sizeLimit {
		if err := os.Rename(path, path+".unusable"); err != nil {
			return fmt.Errorf("couldn't read or rename the preferences %s: %w", path, err)
		}
		return nil
	}
	data, err := file.ReadFile(path, sizeLimit)
	var values map[string]any
	if err != nil || json.Unmarshal(data, &values) != nil {
		return nil
	}
	valid := true
	for name, v := range values {
		kind := kindOf(v)
		if want, ours := kindWanted(name); kind == "mixed" || ours && kind != want && !(kind == "empty" && want == "strings") {
			delete(values, name)
			valid = false
		}
	}
	if valid {
		return nil
	}
	if data, err = json.Marshal(values); err != nil {
		return err
	}
	return file.WriteFile(path, data)
}

// kindOf is the JSON type of a value, "mixed" for a list of several.
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
