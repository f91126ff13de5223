package resume

import (
	"fmt"
	"testing"
)

func TestSentencesAndSlots(t *testing.T) {
	d := NewDocument(Struct(
		Member{"basics", Struct(Member{"summary", Text("Who. [what? exactly]")})},
		Member{"work", List(
			Struct(Member{"name", Text("A")}, Member{"highlights", Texts("Did [how many? per day] and [why?]", "See [docs?](https://x.org)", "")}),
			Struct(Member{"hidden", Flag(true)}, Member{"highlights", Texts("[hidden?]")}),
		)},
		Member{"talks", List(Struct(Member{"summary", Text("[plain]")}))},
		Member{"awards", List(Struct(Member{"summary", Text("[never?]")}))},
	))
	d, err := d.HideSection("awards", true)
	if err != nil {
		t.Fatal(err)
	}
	want := "[{/basics/summary Who. [what? exactly]} {/work/0/highlights/0 Did [how many? per day] and [why?]} " +
		"{/work/0/highlights/1 See [docs?](https://x.org)} {/talks/0/summary [plain]}]"
	if got := fmt.Sprint(d.Resume().Sentences()); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	want = "[{/basics/summary [what? exactly]} {/work/0/highlights/0 [how many? per day]} {/work/0/highlights/0 [why?]}]"
	if got := fmt.Sprint(d.Slots()); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
