package widgets

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"
)

func proseIn(t *testing.T, width float32, blocks ...ProseBlock) (*Prose, *Reader, fyne.Window) {
	t.Helper()
	newApp(t)
	p := NewProse(blocks...)
	r := NewReader(container.NewVBox(p))
	w := test.NewTempWindow(t, NewStage(r))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, 300))
	return p, r, w
}

func para(text string) ProseBlock { return ProseBlock{Spans: []ProseSpan{{Text: text}}} }

// Whatever is written, no row is longer than can be read well or wider than there is room, and no word is lost.
func TestProseRows(t *testing.T) {
	newApp(t)
	word := rapid.StringMatching(`[a-zA-Zäß]{1,12}[,.]?`)
	rapid.Check(t, func(t *rapid.T) {
		var spans []ProseSpan
		var all []string
		for range rapid.IntRange(1, 14).Draw(t, "spans") {
			words := rapid.SliceOfN(word, 1, 6).Draw(t, "words")
			s := ProseSpan{Text: strings.Join(words, " ") + " "}
			switch rapid.IntRange(0, 4).Draw(t, "style") {
			case 1:
				s.Bold = true
			case 2:
				s.Code = true
			case 3:
				s.Link, s.Text = "a.md", words[0]
			case 4:
				s.Key, s.Text = true, words[0]
			}
			spans = append(spans, s)
			all = append(all, s.Text)
		}
		kind := rapid.SampledFrom([]ProseKind{ProseText, ProseHeading, ProseItem}).Draw(t, "kind")
		width := float32(rapid.IntRange(260, 900).Draw(t, "width"))
		p := NewProse(ProseBlock{Kind: kind, Level: 1, Spans: spans})
		p.Resize(fyne.NewSize(width, 100))
		p.arrange(width)
		if n := p.LongestRow(); n > ProseRunes+2 { // the sign of a point
			t.Fatalf("a row has %d characters", n)
		}
		var shown []string
		bottom := float32(0)
		for _, f := range p.frags {
			at, size := f.text.Position(), f.text.MinSize()
			if strings.Contains(f.text.Text, " ") && at.X+size.Width > width+4 { // letters that are kerned across spaces
				t.Fatalf("%q ends at %.0f of %.0f", f.text.Text, at.X+size.Width, width)
			}
			bottom = max(bottom, at.Y+size.Height)
			if !f.muted {
				shown = append(shown, f.text.Text)
			}
		}
		if bottom > p.tall+1 {
			t.Fatalf("it ends at %.0f, and says %.0f", bottom, p.tall)
		}
		bare := func(texts []string) string { return strings.ReplaceAll(strings.Join(texts, ""), " ", "") }
		if bare(shown) != bare(all) {
			t.Fatalf("%q is shown of %q", shown, all)
		}
	})
}

func TestProseIsSearched(t *testing.T) {
	long := make([]ProseBlock, 0, 60)
	for range 60 {
		long = append(long, para("Some words that stand between."))
	}
	blocks := append([]ProseBlock{{Kind: ProseHeading, Level: 1, ID: "top", Spans: []ProseSpan{{Text: "Bullets"}}}}, long...)
	blocks = append(blocks, ProseBlock{Kind: ProseHeading, Level: 2, ID: "end", Spans: []ProseSpan{{Text: "The end"}}}, ProseBlock{Kind: ProseRow, Cells: [][]ProseSpan{{{Text: "key"}}, {{Text: "a "}, {Text: "bul", Bold: true}, {Text: "let. Not allbullets"}}}})
	p, r, _ := proseIn(t, 600, blocks...)
	if n := p.SetWords([]string{"bullet"}); n != 2 || p.Marks() != 2 {
		t.Fatalf("%d places", n)
	}
	if len(p.marks[1].boxes) != 2 {
		t.Errorf("a word in two styles has %d boxes", len(p.marks[1].boxes))
	}
	p.Choose(1)
	if r.Offset() < 500 || p.Chosen() != 1 {
		t.Errorf("the place is not shown: %.0f", r.Offset())
	}
	p.Reveal("")
	if r.Offset() != 0 {
		t.Error("the top is not shown")
	}
	p.Reveal("end")
	if r.Offset() < 500 {
		t.Errorf("the heading is not shown: %.0f", r.Offset())
	}
	if p.SetWords(nil) != 0 || p.Marks() != 0 {
		t.Error("the marks stay")
	}
	for text, want := range map[string]int{"Über alles, über Ü": 2, "subway way": 1, "a b a": 0} {
		if got := FoundIn(text, []string{"über", "way"}); len(got) != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// Links are reached by Tab and pressed by Enter.
func TestProseLinks(t *testing.T) {
	p, _, w := proseIn(t, 600, ProseBlock{Spans: []ProseSpan{{Text: "See "}, {Text: "Variants", Link: "variants.md"}, {Text: " or "}, {Text: "Write", Link: "write.md#paste"}}})
	var led []string
	p.OnLink = func(to string) { led = append(led, to) }
	var names []string
	for _, f := range Focusables(w.Canvas()) {
		if l, ok := f.(*proseLink); ok {
			names = append(names, l.AccessibilityLabel())
			w.Canvas().Focus(l)
			l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		}
	}
	if strings.Join(names, " ") != "Variants Write" || strings.Join(led, " ") != "variants.md write.md#paste" {
		t.Errorf("links %q lead to %q", names, led)
	}
}

// The card stands in the window, beside what it points at where there is room.
func TestTourStandsBeside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := func(name string, least, most int) float32 { return float32(rapid.IntRange(least, most).Draw(t, name)) }
		stage := fyne.NewSize(n("width", 720, 2560), n("height", 480, 1440))
		card := fyne.NewSize(340, n("card", 80, 200))
		b := box{at: fyne.NewPos(n("x", 0, int(stage.Width)-20), n("y", 0, int(stage.Height)-20))}
		b.size = fyne.NewSize(n("w", 10, int(stage.Width-b.at.X)), n("h", 10, int(stage.Height-b.at.Y)))
		at := besideBox(b, card, stage)
		if at.X < 0 || at.Y < 0 || at.X+card.Width > stage.Width || at.Y+card.Height > stage.Height {
			t.Fatalf("the card stands at %v of %v", at, stage)
		}
		roomy := stage.Height-b.at.Y-b.size.Height > card.Height+2*tourGap+tourMargin
		if roomy && b.overlap(box{at, card}) > 0 {
			t.Fatalf("the card at %v covers %v", at, b)
		}
	})
}

func TestTourEnds(t *testing.T) {
	newApp(t)
	target := NewButton("Export", nil)
	stage := NewStage(container.NewVBox(target))
	var look func()
	stage.Later = func(_ time.Duration, f func()) func() {
		look = f
		return func() { look = nil }
	}
	w := test.NewTempWindow(t, stage)
	w.Resize(fyne.NewSize(800, 600))
	ended := 0
	tour := NewTour(stage, TourTexts{Next: "Next", Done: "Done", Skip: "Skip", Step: func(int, int) string { return "1" }},
		TourStep{Title: "A", Text: "a", At: func() fyne.CanvasObject { return target }}, TourStep{Title: "B", Text: "b"})
	tour.OnEnd = func() { ended++ }
	if tour.End() {
		t.Error("it ends before it began")
	}
	tour.Start()
	if !tour.Shown() || tour.shown.ring.Hidden {
		t.Error("nothing is pointed at")
	}
	was := tour.shown.ring.Position()
	target.Move(target.Position().AddXY(40, 0))
	if look(); tour.shown.ring.Position() != was.AddXY(40, 0) {
		t.Errorf("the ring is at %v, it was at %v", tour.shown.ring.Position(), was)
	}
	tour.Next()
	if !tour.shown.ring.Hidden || tour.At() != 1 {
		t.Error("the window as a whole has a ring")
	}
	tour.Next()
	if tour.Shown() || ended != 1 || tour.End() || look != nil {
		t.Errorf("shown %v, ended %d times, looks on: %v", tour.Shown(), ended, look != nil)
	}
}
