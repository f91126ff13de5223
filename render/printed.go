package render

import (
	"resumax/render/design"
	"resumax/render/layout"
	"resumax/render/paint"
	"resumax/resume"
	"resumax/resume/photo"
)

// Printed is what a document's pages show where the resume does not say it: what
// goes out with them may tell no more, see [resume.Document.Public].
func Printed(d *layout.Document) resume.Printed {
	p := resume.Printed{YearsOnly: d.DateFormat == "year", Setting: func(key string) bool {
		_, ok := design.Default().Field(key)
		return ok
	}}
	for _, page := range d.Pages {
		for _, item := range page.Items {
			if item.Kind != layout.Image || p.Photo != "" {
				continue
			}
			if file := paint.JPEG(item.Image); file != nil {
				p.Photo = photo.URI(file)
			}
		}
	}
	return p
}
