package render_test

import (
	"bytes"
	"fmt"

	"resumax/render"
	"resumax/render/design"
	"resumax/resume"
)

// The PDF, the picture and what a click on the page hits all come from one
// display list.
func ExampleTypeset() {
	d, err := resume.Document{}.SetText("/basics/name", "Ada Example")
	if err == nil {
		d, err = d.SetText("/basics/summary", "Runs three services.")
	}
	if err != nil {
		fmt.Println(err)
		return
	}
	r := d.Resume()
	pages := render.Typeset(r, render.Setup{Designs: design.All()}.Options(r))
	for _, item := range pages.Pages[0].Items {
		if item.Run != nil {
			fmt.Printf("%-15s %q\n", item.Address, item.Run.Text)
		}
	}
	var pdf bytes.Buffer
	if err := render.PDF(&pdf, pages); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%s, %d pages\n", pdf.Bytes()[:8], len(pages.Pages))
	// Output:
	// /basics/name    "Ada Example"
	// /basics/summary "SUMMARY"
	// /basics/summary "Runs three services."
	// %PDF-1.7, 1 pages
}
