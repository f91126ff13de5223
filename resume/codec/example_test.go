package codec_test

import (
	"fmt"

	"resumax/resume/codec"
)

// What is not JSON Resume is fixed or set aside, and said with its place, as is what
// no page shows; what
// ResuMax does not know stays where it is.
func ExampleParse() {
	data := []byte(`{
		"basics": {"name": "Ada Example", "shoeSize": 39.50},
		"work": [{"name": "Example Ltd", "startDate": "soon after the war"}]
	}`)
	d, problems, err := codec.Parse(data, "ada.json")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range problems {
		fmt.Println("at", p.Address)
	}
	fmt.Println(d.TextAt("/work/0/startDateText"))
	shoes, _ := d.Get("/basics/shoeSize")
	fmt.Println(shoes)
	// Output:
	// at /work/0/startDate
	// at /basics/shoeSize
	// soon after the war
	// 39.50
}
