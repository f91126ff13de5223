package widgets

import (
	"image"
	"image/color"
	"image/draw"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

const bullet = "Sharded a 12 TB PostgreSQL database by tenant, cutting p95 query latency from 900 ms to 120 ms and " +
	"unblocking fourfold user growth"

func TestFormPicture(t *testing.T) {
	inLooks(t, func(t *testing.T, look string) {
		name := NewTextField("Full name")
		name.SetText("Ada Marlowe")
		mail := NewField("Email", NewTextField("you@example.org"))
		mail.SetParsed("Recruiters answer here")
		date := NewTextField("Start")
		date.SetText("Marhc 2021")
		start := NewField("Start", date)
		start.SetProblem("Not a date: write it like Mar 2021, 03/2021 or 2021")
		text := NewTextArea("What you did and what came of it")
		text.SetText(bullet)
		end := NewField("End", NewTextField("present"))
		end.SetParsed("until now")
		w := show(t, NewColumn(10, NewField("Name", name), mail, start, end, NewField("Bullet", text)), 380, 380)
		w.Canvas().Focus(name)
		checkGolden(t, w, "form-"+look)
	})
}

func TestReorderPicture(t *testing.T) {
	inLooks(t, func(t *testing.T, look string) {
		l, w := bullets(t)
		l.handles[0].Dragged(dragTo(rowMiddle(l, 0)))
		l.handles[0].Dragged(dragTo(rowMiddle(l, 1) - 3))
		checkGolden(t, w, "reorder-"+look)
	})
}

func TestScorePicture(t *testing.T) {
	inLooks(t, func(t *testing.T, look string) {
		impact, fit, length := NewMeter("Impact"), NewMeter("Role fit"), NewMeter("Length")
		strip := NewScoreStrip(impact, fit, NewMeter("Specificity"), NewMeter("Writing"), NewMeter("Structure"), length, NewMeter("Correctness"))
		strip.SetScore(78, "Good", ColorWarn)
		strip.SetHistory([]float64{40, 52, 52, 61, 78}, 2, "78 now, 40 when opened")
		impact.SetSelected(true)
		impact.SetValue(26, 34, ColorGood)
		fit.SetValue(5.5, 14, ColorWarn)
		length.SetValue(0, 5, ColorBad)
		add := NewActionRow("+3.5", "Add a number to the second bullet of Northwind", "Three of your eight bullets say "+
			"how much; five would be full marks.", NewIconButton(theme.CancelIcon(), "Dismiss", nil))
		add.OnTapped = func() {}
		add.MouseIn(&desktop.MouseEvent{})
		fog := NewActionRow("+0.4", "Drop “various”", "")
		fog.SetBadgeColor(ColorWarn)
		chips := NewChips(Chip{"PostgreSQL", ChipHave}, Chip{"gRPC", ChipHave}, Chip{"Kafka", ChipHave},
			Chip{"Redis", ChipMissing}, Chip{"Kubernetes", ChipMissing}, Chip{"SLO", ChipMissing})
		whole := NewAdviceCard(NewIconButton(theme.ContentAddIcon(), "Insert questions", nil))
		whole.SetText(AdviceText{Worth: "+21", Color: ColorGood, Says: "9 of 12 bullets have no result with a number.", Do: "Say what changed, by how much. Start with these"})
		inner := NewAdviceCard()
		inner.SetText(AdviceText{Worth: "+6", Color: ColorGood, Says: "“Led shifts of 9 nurses” names no result."})
		inner.SetInner(true)
		inner.SetMarked(true)
		words := NewAdviceCard(NewIconButton(theme.ConfirmIcon(), "Fix", nil))
		words.SetText(AdviceText{Worth: "+1", Color: ColorGood, Says: "“Recieved” is not in the dictionary.", Do: "Write “Received”"})
		words.MouseIn(&desktop.MouseEvent{})
		w := show(t, NewColumn(6, strip, NewColumn(0, whole, inner, words), add, fog, chips), 290, 520)
		checkGolden(t, w, "score-"+look)
	})
}

func TestRailPicture(t *testing.T) {
	inLooks(t, func(t *testing.T, look string) {
		l := rail()
		l.OnMenu = func(string, fyne.Position) {}
		l.Select("work")
		w := show(t, container.NewVBox(l), 200, 240)
		checkGolden(t, w, "rail-"+look)
	})
}

func rail() *RailList {
	return NewRailList(
		RailItem{ID: "basics", Title: "Contact", Fixed: true},
		RailItem{ID: "summary", Title: "Summary", Badge: 1},
		RailItem{ID: "work", Title: "Experience", Badge: 12},
		RailItem{ID: "projects", Title: "Projects and open-source contributions"},
		RailItem{ID: "skills", Title: "Skills", Badge: 3},
		RailItem{ID: "interests", Title: "Interests", Muted: true},
	)
}

func TestPagePicture(t *testing.T) {
	inLooks(t, func(t *testing.T, look string) {
		v := NewPageView()
		v.OnNeed = func(k float64) { v.SetPages(paint(k)) }
		v.SetPages(paint(1))
		v.SetMarks([]Mark{{Rect: Rect{20, 30, 100, 12}}})
		checkGolden(t, show(t, v, 330, 420), "page-"+look)
	})
}

// paint makes two small pages with a headline and lines.
func paint(k float64) []Page {
	page := func() Page {
		const w, h = 160, 220
		img := image.NewRGBA(image.Rect(0, 0, int(w*k+0.5), int(h*k+0.5)))
		draw.Draw(img, img.Rect, image.White, image.Point{}, draw.Src)
		bar := func(y, width, height float64, c color.Color) {
			r := image.Rect(int(20*k), int(y*k), int((20+width)*k), int((y+height)*k))
			draw.Draw(img, r, image.NewUniform(c), image.Point{}, draw.Src)
		}
		bar(16, 70, 9, color.Gray{0x22})
		for y := 32.0; y < 200; y += 14 {
			bar(y, 100+float64(int(y)%20), 4, color.Gray{0x88})
		}
		return Page{img, w, h}
	}
	return []Page{page(), page()}
}

func TestPanesAndToastPicture(t *testing.T) {
	inLooks(t, func(t *testing.T, look string) {
		side := NewColumn(6, NewIconButton(theme.ContentAddIcon(), "Add", nil), NewIconButton(theme.ContentCopyIcon(), "Copy", nil))
		off := NewIconButton(theme.DeleteIcon(), "Delete", nil)
		off.Disable()
		p := NewPanes(
			Pane{Content: side, MinWidth: 60, Width: 80},
			Pane{Content: NewColumn(6, off, NewField("Title", NewTextField("Engineer"))), MinWidth: 100, Width: 200, Grows: true},
		)
		s := newTestStage(p)
		w := show(t, s, 420, 180)
		NewToaster(s).Show("Bullet deleted", "Undo", nil)
		checkGolden(t, w, "panes-"+look)
	})
}

func TestSurfacesPicture(t *testing.T) {
	inLooks(t, func(t *testing.T, look string) {
		open, shut := NewDisclosure(true, nil), NewDisclosure(false, nil)
		open.SetText(DisclosureText{Title: "Senior Backend Engineer", Detail: "Northwind · 5 bullets", Aside: "Feb 2023 – Present"})
		shut.SetText(DisclosureText{Title: "A title that is far too long for the width that it has", Aside: "2019 – 2020"})
		good, bad := NewDot(), NewDot()
		good.Set(ColorGood, "Strong")
		bad.Set(ColorBad, "Weak: lacks a number")
		dots := container.NewBorder(nil, nil, container.NewHBox(container.NewCenter(good), container.NewCenter(bad)), nil, NewLabel("Marks"))
		card := NewGroup(container.NewPadded(NewColumn(8, open, NewMuted(bullet), shut, dots)))
		warning := NewBand(container.NewPadded(NewLabel("One thing in the file is not as it should be.")), ColorWarnSoft)
		w := show(t, NewColumn(10, NewTitle("Your resume"), NewHeading("Experience"), NewStrong("What to change"), warning, card), 380, 400)
		checkGolden(t, w, "surfaces-"+look)
	})
}

func TestModalPicture(t *testing.T) {
	inLooks(t, func(t *testing.T, look string) {
		w := show(t, NewLabel(bullet), 560, 240)
		path := NewTextField("")
		path.SetText("resume.json")
		field := NewField("File", path)
		field.SetProblem("There is no such file.")
		m := ShowModal(w.Canvas(), NewColumn(12, NewHeading("Open a resume"), field), nil)
		m.Focus(path)
		checkGolden(t, w, "modal-"+look)
	})
}

func TestTimePicture(t *testing.T) {
	inLooks(t, func(t *testing.T, look string) {
		line := NewTimeline()
		line.SetSpans(2013, 2026.5, []TimeSpan{
			{From: 2013, To: 2018, Name: "MSc at Exampleton Institute of Technology", Look: SpanSide},
			{From: 2019.4, To: 2020.7, Name: "Software Engineer at Tallgren Logistics"},
			{From: 2020.7, To: 2022, Name: "Backend Engineer at Fjordpay"},
			{From: 2021.3, To: 2026.5, Name: "leaky", Look: SpanSide},
			{From: 2022, To: 2023.1, Name: "13 months", Look: SpanGap},
			{From: 2023.1, To: 2026.5, Name: "Senior Backend Engineer at Fjordpay"},
		})
		spark, flat := NewSparkline(), NewSparkline()
		spark.SetValues([]float64{41, 44, 44, 52, 60, 58, 63, 71, 71, 78}, 5)
		flat.SetValues([]float64{78, 78}, 0)
		w := show(t, NewColumn(14, line, spark, flat), 290, 200)
		w.Canvas().Focus(line)
		line.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
		checkGolden(t, w, "time-"+look)
	})
}
