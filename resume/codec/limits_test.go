package codec

import (
	"strings"
	"testing"
)

// What has more values than any resume is refused before it fills the memory.
func TestTooManyValuesAreRefused(t *testing.T) {
	data := `{"basics":{"name":"A"},"work":[` + strings.TrimSuffix(strings.Repeat("{},", valueLimit), ",") + `]}`
	if _, _, err := Parse([]byte(data), "many.json"); err == nil || !strings.Contains(err.Error(), "many.json has more than 100000 values") {
		t.Errorf("error %v", err)
	}
	var d = `{"basics":{"name":"A"},"work":[` + strings.TrimSuffix(strings.Repeat("{},", valueLimit-5), ",") + `]}`
	if _, _, err := Parse([]byte(d), "some.json"); err != nil {
		t.Error(err)
	}
}

// Of many members with one name the last that says something is kept, and found
// without a look at all others.
func TestManyMembers(t *testing.T) {
	var b strings.Builder
	b.WriteString(`{"basics":{"name":"A"}`)
	for range 3 {
		for i := range 200 {
			b.WriteString(`,"x` + strings.Repeat("a", i) + `":"` + strings.Repeat("v", i%3) + `"`)
		}
	}
	b.WriteString("}")
	d, problems, err := Parse([]byte(b.String()), "twice.json")
	if err != nil || len(d.Root().Members()) < 201 || len(problems) < 400 {
		t.Errorf("%d members, %d problems, error %v", len(d.Root().Members()), len(problems), err)
	}
}
