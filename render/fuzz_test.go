package render

import (
	"bytes"
	"encoding/json"
	"testing"

	"resumax/render/design"
	"resumax/render/layout"
)

// Whatever is written into a resume, its pages, pictures and PDF can be made, and
// all that has a place on a page has it on the paper.
func FuzzPages(f *testing.F) {
	f.Add("Built a mill", "https://mill.example/a?b=c", uint8(0))
	f.Add("**bold** *italic* [link](x) e\u0301 \u202Eabc\u202C שלום עולם 語学 🚀👩\u200D👩\u200D👧 \u00AD\uE000\x00\uFFFE", "mailto:a b@c", uint8(8))
	f.Add("ﷺ ก็ नमस्ते \u0300\u0300\u0300 \u2028\u2029\u200B\uFEFF", "\xff", uint8(9))
	f.Fuzz(func(t *testing.T, text, link string, which uint8) {
		if len(text) > 3000 || len(link) > 500 {
			return
		}
		file, err := json.Marshal(map[string]any{
			"basics": map[string]any{"name": text, "email": link, "summary": text, "url": link},
			"work":   []any{map[string]any{"name": link, "position": text, "startDate": text, "highlights": []string{text, "[" + text + "](" + link + ")"}}},
			"skills": []any{map[string]any{"name": text, "keywords": []string{link, text}}},
		})
		if err != nil {
			return
		}
		d := parse(t, file)
		all := design.All()
		doc := Typeset(d.Resume(), Options{Design: all[int(which)%len(all)]})
		var b bytes.Buffer
		if err := PDF(&b, doc); err != nil || !bytes.HasSuffix(b.Bytes(), []byte("%%EOF\n")) {
			t.Fatalf("no PDF: %v", err)
		}
		Picture(doc, 0, 0.5)
		for n, p := range doc.Pages {
			for _, i := range p.Items {
				r := i.Rect
				if i.Kind == layout.Text && (r.X < -50 || r.Y < -1 || r.X+r.W > p.Width+50 || r.Y+r.H > p.Height+1 || r.W < 0) {
					t.Errorf("page %d: %q at %+v", n, i.Run.Text, r)
				}
			}
		}
	})
}
