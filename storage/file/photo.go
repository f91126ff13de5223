package file

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"resumax/resume"
)

// photoLimit bounds the file of a photo, in bytes.
const photoLimit = 20 << 20

// Photo is the file of the picture that the resume names in basics.image by a
// path from the project's folder or by a file: URI. There is none, and no error,
// where the resume names no file: a picture inside the document, as a data: URI,
// is read by package render, and one on the web is never fetched.
func Photo(d resume.Document, folder string) ([]byte, error) {
	ref := strings.TrimSpace(d.TextAt(resume.Basics.Child("image")))
	switch {
	case ref == "", strings.HasPrefix(strings.ToLower(ref), "data:"),
		strings.HasPrefix(ref, "http:"), strings.HasPrefix(ref, "https:"), strings.HasPrefix(ref, "//"):
		return nil, nil
	}
	path := ref
	if named, ok := PathOf(ref); ok {
		path = named
	}
	if !filepath.IsAbs(path) {
		path = filepath.Join(folder, path)
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, fmt.Errorf("the photo %s does not exist: choose it again", filepath.Base(path))
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("the photo %s is not a file", filepath.Base(path))
	case info.Size() > photoLimit:
		return nil, fmt.Errorf("the photo %s is larger than %d MB: choose a smaller copy", filepath.Base(path), photoLimit>>20)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("the photo %s cannot be read: %w", filepath.Base(path), reason(err))
	}
	return data, nil
}
