package paste

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

// What programs put on the clipboard as text/plain when a list is copied, and the
// bullets that it makes.
var clips = []struct {
	from, text string
	want       []string
}{
	{"Word, round bullets", "•\tLed a ward of nine nurses\r\n•\tCut falls by 30 % in a year\r\n", []string{"Led a ward of nine nurses", "Cut falls by 30 % in a year"}},
	{"Word, second level", "•\tLed the night shift\r\no\tTrained four new nurses\r\no\tWrote the rota\r\n", []string{"Led the night shift", "Trained four new nurses", "Wrote the rota"}},
	{"Word, third level", "§\tAudited hand hygiene\r\n§\t12 audits a year\r\n", []string{"Audited hand hygiene", "12 audits a year"}},
	{"Word, Symbol font", "\uf0b7\tRewired 40 flats\r\n\uf0a7\tPassed every inspection\r\n", []string{"Rewired 40 flats", "Passed every inspection"}},
	{"Word, arrows and checks of Wingdings", "Ø\tTaught physics\r\nü\tBuilt a lab\r\nv\tRan the science fair\r\nq\tMarked 300 exams\r\n", []string{"Taught physics", "Built a lab", "Ran the science fair", "Marked 300 exams"}},
	{"Word, numbers", "1.\tLed a team\r\n2.\tBuilt a tool\r\n10.\tShipped it\r\n", []string{"Led a team", "Built a tool", "Shipped it"}},
	{"Word, one number", "1.\tLed a team of six", []string{"Led a team of six"}},
	{"Word, letters", "a)\tPlanned lessons\r\nb)\tGraded essays\r\n", []string{"Planned lessons", "Graded essays"}},
	{"Word, Roman numbers", "(iv)\tWrote grants\r\nv.\tWon two of them\r\n", []string{"Wrote grants", "Won two of them"}},
	{"Word, levels of numbers", "1.1\tPlanned the move\r\n1.2.\tMoved 200 desks\r\n", []string{"Planned the move", "Moved 200 desks"}},
	{"Word, a soft break in a bullet", "•\tLed the audit\vof four clinics\r\n•\tWrote it up\r\n", []string{"Led the audit of four clinics", "Wrote it up"}},
	{"Word, non-breaking spaces and hyphens", "•\tCut costs by 30\u00a0% with a cross\u2011team plan", []string{"Cut costs by 30 % with a cross-team plan"}},
	{"Word, dashes", "–\tServed 120 covers\r\n—\tTrained six cooks\r\n-\t5 stars in the local guide\r\n", []string{"Served 120 covers", "Trained six cooks", "5 stars in the local guide"}},
	{"Word, paragraphs with empty ones", "Led a team.\r\n\r\n\r\nBuilt a tool.\r\n", []string{"Led a team.", "Built a tool."}},
	{"Word, smart quotes", "•\t“Nurse of the year” at St. Example’s\r\n", []string{"“Nurse of the year” at St. Example’s"}},
	{"Word, cells of a table", "Ward A\t12 beds\r\nWard B\t9 beds\r\n", []string{"Ward A 12 beds", "Ward B 9 beds"}},
	{"LibreOffice, bullets", "• Led a team\n    ◦ Hired two\n        ▪ Kept both\n", []string{"Led a team", "Hired two", "Kept both"}},
	{"LibreOffice, numbers", "1. Led a team\n2. Hired two\n", []string{"Led a team", "Hired two"}},
	{"LibreOffice, selection from the third item", "3) Led a team\n4) Hired two\n", []string{"Led a team", "Hired two"}},
	{"LibreOffice, soft hyphens", "• Re\u00adsponsible for in\u00adventory", []string{"Responsible for inventory"}},
	{"Google Docs, bullets", "* Led a team\n   * Hired two\n* Shipped it\n", []string{"Led a team", "Hired two", "Shipped it"}},
	{"Google Docs, numbers", "1. Led a team\n   1. Hired two\n2. Shipped it\n", []string{"Led a team", "Hired two", "Shipped it"}},
	{"Google Docs, checklist", "* [ ] Order stock\n* [x] Count the till\n", []string{"Order stock", "Count the till"}},
	{"Google Docs, older", "●\tLed a team\n○\tHired two\n■\tKept both\n", []string{"Led a team", "Hired two", "Kept both"}},
	{"Pages, bullets", "\t•\tLed a team\n\t•\tHired two\n", []string{"Led a team", "Hired two"}},
	{"Pages, soft break", "\t•\tLed a team\u2028in three cities\n", []string{"Led a team in three cities"}},
	{"Apple Notes, checklist", "- [ ] Call the school\n- [x] Book the hall\n", []string{"Call the school", "Book the hall"}},
	{"Apple, characters in parts", "• Ran the cafe\u0301\n", []string{"Ran the café"}},
	{"Acrobat, wrapped lines", "• Led a ward of nine nurses through the merger of two hospitals and kept\r\nturnover below the level of the year before\r\n• Trained four nurses\r\n", []string{"Led a ward of nine nurses through the merger of two hospitals and kept turnover below the level of the year before", "Trained four nurses"}},
	{"Acrobat, wrapped before a name", "• Negotiated a new contract for all cleaning staff of the clinic with the firm\r\nExample Services and saved 40,000 a year\r\n• Trained six\r\n", []string{"Negotiated a new contract for all cleaning staff of the clinic with the firm Example Services and saved 40,000 a year", "Trained six"}},
	{"Acrobat, ligatures", "• E\ufb03cient work\ufb02ow for the o\ufb00shore \ufb01eld", []string{"Efficient workflow for the offshore field"}},
	{"Acrobat, a hyphen at a line's end", "• Wrote the training plan for a self-managed team and introduced a five-\r\nminute daily check of all devices\r\n", []string{"Wrote the training plan for a self-managed team and introduced a five-minute daily check of all devices"}},
	{"Preview, bullets on lines of their own", "•\nLed a team\n•\nHired two\n", []string{"Led a team", "Hired two"}},
	{"Chrome's PDF reader, icons of a font", "\ue80d Led a team\n\ue80d Hired two", []string{"Led a team", "Hired two"}},
	{"Evince, dashes and wrapped lines", "– Installed the wiring of a school with 24 classrooms, among them the two\nscience labs\n– Passed inspection\n", []string{"Installed the wiring of a school with 24 classrooms, among them the two science labs", "Passed inspection"}},
	{"Evince, hollow bullets", "o Led a team\no Hired two\n", []string{"Led a team", "Hired two"}},
	{"a PDF without bullets, wrapped", "Planned and ran the yearly open day with forty volunteers, and raised\nenough for the new playground within one afternoon.\nWrote the newsletter.\n", []string{"Planned and ran the yearly open day with forty volunteers, and raised enough for the new playground within one afternoon.", "Wrote the newsletter."}},
	{"LinkedIn, bullets", "• Led a team\n\n• Hired two\n", []string{"Led a team", "Hired two"}},
	{"LinkedIn, bullets without a space", "•Led a team\n•Hired two\n", []string{"Led a team", "Hired two"}},
	{"LinkedIn, dashes", "- Led a team\n- Hired two\n- 3 of them stayed\n- 4 left\n", []string{"Led a team", "Hired two", "3 of them stayed", "4 left"}},
	{"LinkedIn, pictograms", "✅ Led a team\n🔹 Hired two\n👩🏽‍⚕️ Ran the clinic\n✔️ Closed the books\n", []string{"Led a team", "Hired two", "Ran the clinic", "Closed the books"}},
	{"LinkedIn, digits in boxes", "1️⃣ Led a team\n2️⃣ Hired two\n", []string{"Led a team", "Hired two"}},
	{"LinkedIn, zero-width spaces", "\u200b• Led\u200b a team\ufeff\n", []string{"Led a team"}},
	{"Outlook, plain text", "  *   Led a team\r\n  *   Hired two\r\n", []string{"Led a team", "Hired two"}},
	{"Outlook, non-breaking spaces behind signs of Wingdings", "·\u00a0\u00a0\u00a0\u00a0 Led a team\r\n§\u00a0 Hired two\r\no\u00a0\u00a0 Kept both\r\n", []string{"Led a team", "Hired two", "Kept both"}},
	{"Thunderbird, wrapped at 72", "  * Led a ward of nine nurses through the merger of two hospitals\n    without a day of closure\n  * Trained four nurses\n", []string{"Led a ward of nine nurses through the merger of two hospitals without a day of closure", "Trained four nurses"}},
	{"Firefox, list of a web page", "    Led a team\n\n    Hired two\n", []string{"Led a team", "Hired two"}},
	{"Chrome, list of a web page", "Led a team\nHired two\nclosed the books\n", []string{"Led a team", "Hired two", "closed the books"}},
	{"Slack, quote", "> Led a team\n> Hired two\n", []string{"Led a team", "Hired two"}},
	{"Notion, nested", "- Led a team\n    - Hired two\n", []string{"Led a team", "Hired two"}},
	{"a job board, arrows", "➢ Led a team\n► Hired two\n→ Kept both\n", []string{"Led a team", "Hired two", "Kept both"}},
	{"a terminal, numbers with parentheses", "(1) Led a team\n(2) Hired two\n", []string{"Led a team", "Hired two"}},
	{"a heading among bullets", "Charge nurse, Example Hospital\n•\tLed a team\nStaff nurse, Sample Clinic\n•\tRan triage\n", []string{"Charge nurse, Example Hospital", "Led a team", "Staff nurse, Sample Clinic", "Ran triage"}},
	{"nothing but bullets", "•\r\n•\t\r\n\r\n", nil},
	{"spaces", " \t\u00a0\r\n", nil},
}

// What looks like a mark and is content.
var contents = []string{
	"2019 revenue grew by a third", "3.5% fewer returns", "1. FC Köln, youth team", "- 5 °C cold chain kept for 200 sites", "C. elegans genetics", "i. e. the night shift",
	"z. B. Wundversorgung", "1.2 million readers", "A. Example and B. Sample, 2020", "★★★☆ in the local guide", "●●●○○", "(C) 2019 Example Press", "§ 8 SGB XI audits", "# of users doubled", "~ 200 beds",
	"> 90 % on time", "+ 20 % sales", "**Led** a team", "-5 % costs", "© Example", "№ 5 in the league", "C++ and C#", "o", "a", "5", "I led the team", "v2 of the app", "🇩🇪 German", "Go 1.26", "3) ", "a.m. shifts",
	"می\u200cخواهم", "24/7 on call", "1st prize", "3D printing", "– ", "e. V. Beispiel", "№", "10-12 students a class", "2. Staatsexamen mit Auszeichnung", "12 h shifts",
}

func TestClips(t *testing.T) {
	if len(clips) < 40 {
		t.Fatal("too few clips")
	}
	for _, c := range clips {
		if got, _ := Lines(c.text); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q\n gives %q\n want  %q", c.from, c.text, got, c.want)
		}
	}
}

func TestContentStays(t *testing.T) {
	for _, s := range contents {
		want := []string{strings.TrimSpace(s)}
		if isLoneSign(want[0]) {
			continue
		}
		if got, listed := Lines(s); !slices.Equal(got, want) || listed {
			t.Errorf("%q becomes %q, %v", s, got, listed)
		}
	}
}

func TestLine(t *testing.T) {
	for text, want := range map[string]string{
		"Charge nurse\r\nExample Hospital\r\n": "Charge nurse Example Hospital",
		"•\tCharge nurse":                      "Charge nurse",
		"jane@example.org\u200b":               "jane@example.org",
		"+1 (555)\u00a0010-0199":               "+1 (555) 010-0199",
		"":                                     "",
	} {
		if got := Line(text); got != want {
			t.Errorf("Line(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestInto(t *testing.T) {
	for _, c := range []struct{ head, text, tail, want string }{
		{"Led", " and more ", "work", " and more "},
		{"Led ", " and more ", "", "and more"},
		{"Led ", "and more ", " work", "and more"},
		{"", "Led ", "the ward", "Led "},
		{"", "- Led\n", "", "Led"},
		{"Ward A ", "–", " night", "–"},
		{"Ward A ", "– night shift", "", "– night shift"},
		{"piec", "o", "", "o"},
		{"At night ", "•\tled a team", "", "led a team"},
		{"x ", "two\r\nlines\r\n", "", "two lines"},
		{"x ", "1. FC Köln", "", "1. FC Köln"},
		{"x ", "a\u00adb\u00a0c\t", "", "ab c"},
		{"x", "•", "", "•"},
		{"x", "\n", "y", ""},
	} {
		if got := Into(c.head, c.text, c.tail); got != c.want {
			t.Errorf("Into(%q, %q, %q) = %q, want %q", c.head, c.text, c.tail, got, c.want)
		}
	}
}

func TestProse(t *testing.T) {
	for text, want := range map[string]string{
		"Nurse of twelve years.\r\n\r\nLooks for a ward.\r\n":                                                                                "Nurse of twelve years.\nLooks for a ward.",
		"Registered nurse with twelve years on wards of internal medicine and an\neye for what a patient does not say.\n\nLooks for a team.": "Registered nurse with twelve years on wards of internal medicine and an eye for what a patient does not say.\nLooks for a team.",
		"Strengths:\n•\tcalm\n•\tquick\n":                                                                                                    "Strengths:\n• calm\n• quick",
		"•\tNurse of twelve years.":                                                                                                          "Nurse of twelve years.",
	} {
		if got := Prose("", text, "", "• "); got != want {
			t.Errorf("Prose(%q) = %q, want %q", text, got, want)
		}
	}
	if got := Prose("Calm.", "• quick\n• kind", "End.", "• "); got != "\n• quick\n• kind\n" {
		t.Errorf("between two paragraphs: %q", got)
	}
}

// drawClip draws a text of pieces that mean something here.
func drawClip(t *rapid.T) string {
	pieces := []string{"\n", "\r\n", "\v", "\u2028", "\t", " ", "  ", "\u00a0", "•", "o", "§", "-", "–", "*", "1.", "2.", "a)", "b)", "(iv)", "i.", "Led", "a team", "of nine", "5", "°C", "Köln", "FC", "\uf0b7", "✅", "\ufe0f", "\u200d", "\u200b",
		"\u00ad", "ﬁ", "é", "e\u0301", "C.", ".", ",", "+", ">", "→", "★", "[ ]", "1️⃣", "می", "\u200c", "A sentence that is as long as a line of a page is wide, and ends with"}
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 24).Draw(t, "pieces"), "")
}

func TestCleanStaysClean(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := drawClip(t)
		lines, _ := Lines(text)
		for _, l := range lines {
			if again, _ := Lines(l); len(again) != 1 || again[0] != l {
				t.Fatalf("%q makes the item %q, and that %q", text, l, again)
			}
		}
		if once := Line(text); Line(once) != once {
			t.Fatalf("%q: %q, then %q", text, once, Line(once))
		}
		if once := Into("x", text, "y"); Into("x", once, "y") != once {
			t.Fatalf("%q: inside %q, then %q", text, once, Into("x", once, "y"))
		}
	})
}

// Between marks, all letters and digits stay, in their order.
func TestNothingIsLost(t *testing.T) {
	mark := rapid.SampledFrom([]string{"•\t", "o\t", "§\t", "- ", "– ", "* ", "\uf0b7 ", "✅ ", "", "→ "})
	word := rapid.SampledFrom([]string{"Led", "a", "team", "2019", "3.5%", "ﬁeld", "Köln", "e\u0301t\u0061", "C.", "i.", "-5", "(see", "x)", "naïve", "\u00ad", "12\u00a0000", "и", "看護師"})
	rapid.Check(t, func(t *rapid.T) {
		var text, content strings.Builder
		for range rapid.IntRange(1, 6).Draw(t, "lines") {
			words := strings.Join(rapid.SliceOfN(word, 1, 20).Draw(t, "words"), rapid.SampledFrom([]string{" ", "\u00a0", "\n", "\v"}).Draw(t, "between"))
			line := "Wrote " + words
			text.WriteString(mark.Draw(t, "mark") + line + rapid.SampledFrom([]string{"\n", "\r\n", "\n\n"}).Draw(t, "break"))
			content.WriteString(line + "\n")
		}
		lines, _ := Lines(text.String())
		for _, got := range []string{strings.Join(lines, ""), Prose("", text.String(), "", "• ")} {
			if letters(got) != letters(content.String()) {
				t.Fatalf("%q\n gives %q", text.String(), got)
			}
		}
	})
}

// letters are the letters and digits of a text.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, norm.NFKC.String(s))
}
