package cli

import (
	"slices"
	"strings"
	"testing"
)

const bakers = `{"basics":{"name":"Ada Miller"},"work":[{"name":"Mill","position":"Baker"}]}`

// Neither the output nor the report is ever written over the file that is read, or one over
// the other, and wrong options are told before anything is read.
func TestConvertKeepsItsInput(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "ada.json", bakers)
	for _, args := range [][]string{
		{"ada.json", "-o", "ada.json"},
		{"ada.json", "-o", "out.txt", "--report", "ada.json"},
		{"ada.json", "-o", "out.txt", "--report", "./ada.json"},
		{"ada.json", "-o", "out.txt", "--report", "out.txt"},
		{"ada.json", "-o", "-", "--report", "-"},
		{"ada.json", "-o", "out.txt", "--report", ""},
		{"ada.json", "-o", ""},
		{"ada.json"},
		{"gone.json", "-o", "out.txt", "--from", "png"},
	} {
		run(append([]string{"convert"}, args...)...).refused(t, exitUsage)
	}
	run("convert", "ada.json", "-o", "out.txt", "--to", "docxx").refused(t, exitUsage, "--to is “docxx”")
	run("convert", "ada.json", "-o", "out.docxx").refused(t, exitUsage, "with --to")
	if got := readFile(t, "ada.json"); got != bakers || !slices.Equal(listing(t, "."), []string{"ada.json"}) {
		t.Errorf("the folder holds %q, ada.json %q", listing(t, "."), got)
	}
}

// What found no place is said, in one line, and stands in the report.
func TestConvertSaysWhatIsLeft(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "cv.xml", `<Candidate><CandidatePerson><PersonName><GivenName>Ada</GivenName></PersonName></CandidatePerson><Odd>First thing</Odd><Odder>Second thing</Odder></Candidate>`)
	r := run("convert", "cv.xml", "-o", "out.txt").done(t)
	checkMessages(t, r.err, "cv.xml: 2 texts found no place", "First thing", "--report FILE lists them")
	r = run("convert", "cv.xml", "-o", "out.txt", "--report", "report.json").done(t)
	checkMessages(t, r.err, "the report has all")
	if got := readFile(t, "report.json"); !strings.Contains(got, "Second thing") {
		t.Errorf("the report is %s", got)
	}
	write(t, "ada.json", bakers)
	if r := run("convert", "ada.json", "-o", "out.txt").done(t); r.err != "" {
		t.Errorf("of a file that is taken whole it says %q", r.err)
	}
}

// Every command is known as one to whoever decides between a window and the command line.
func TestEveryCommandIsAVerb(t *testing.T) {
	for _, c := range rootCommand(Streams{}).Commands() {
		if !slices.Contains(verbs, c.Name()) {
			t.Errorf("%s is taken for a file where one has its name", c.Name())
		}
	}
}

// Every verb reads a resume of any format, of a file as from standard input.
func TestVerbsReadAnyFormat(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "ada.json", bakers)
	for _, name := range []string{"ada.docx", "ada.odt", "ada.html", "ada.md", "ada.yaml"} {
		run("convert", "ada.json", "-o", name).done(t)
		of := run("score", name).done(t)
		if from := runOn(readFile(t, name), "score", "-").done(t); from.out != of.out || !strings.Contains(of.out, "of 100") {
			t.Errorf("%s: the file scores\n%s\nstandard input\n%s", name, of.out, from.out)
		}
	}
	run("convert", "ada.json", "-o", "ada.docx").done(t)
	run("export", "ada.docx", "-o", "ada.pdf").done(t)
}
