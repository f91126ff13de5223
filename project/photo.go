package project

import (
	"encoding/base64"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"resumax/resume"
)

// photoLimit bounds the file of a photo, in bytes.
const photoLimit = 20 << 20

// Photo is the file of the picture that the resume names in basics.image: one
// inside the document as a data: URI, or one on disk, named by a path from the
// project's folder or a file: URI. A picture on the web is never fetched. There
// is no picture and no error where the resume names none.
func Photo(d resume.Document, folder string) ([]byte, error) {
	ref := strings.TrimSpace(d.TextAt(resume.Basics.Child("image")))
	switch {
	case ref == "":
		return nil, nil
	case strings.HasPrefix(ref, "data:"):
		return dataURI(ref)
	case strings.HasPrefix(ref, "http:"), strings.HasPrefix(ref, "https:"), strings.HasPrefix(ref, "//"):
		return nil, errors.New("the photo is on the web, and ResuMax fetches nothing: save it to disk and choose it there")
	}
	path := ref
	if u, err := url.Parse(ref); err == nil && u.Scheme == "file" {
		path = filepath.FromSlash(u.Path)
	}
	if !filepath.IsAbs(path) {
		path = filepath.Join(folder, path)
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, fmt.Errorf("the photo %s is not there: choose it again", filepath.Base(path))
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("the photo %s is no file", filepath.Base(path))
	case info.Size() > photoLimit:
		return nil, fmt.Errorf("the photo %s is larger than %d MB: choose a smaller copy", filepath.Base(path), photoLimit>>20)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("the photo %s cannot be read: %w", filepath.Base(path), reason(err))
	}
	return data, nil
}

func dataURI(ref string) ([]byte, error) {
	head, body, ok := strings.Cut(ref, ",")
	if !ok {
		return nil, errors.New("the photo inside the file is damaged: choose it again")
	}
	if !strings.HasSuffix(head, ";base64") {
		s, err := url.PathUnescape(body)
		if err != nil {
			return nil, errors.New("the photo inside the file is damaged: choose it again")
		}
		return []byte(s), nil
	}
	data, err := base64.StdEncoding.DecodeString(body)
	if err != nil {
		return nil, errors.New("the photo inside the file is damaged: choose it again")
	}
	return data, nil
}
