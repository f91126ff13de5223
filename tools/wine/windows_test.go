//go:build linux

package wine

import (
	"archive/zip"
	"debug/pe"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// installed is where the installer puts the program.
const installed = `C:\users\` // and the user's name, and below it:
const programs = `\AppData\Local\Programs\ResuMax\`

// newest is the newest package with an ending.
func newest(t *testing.T, end string) string {
	t.Helper()
	found, _ := filepath.Glob(filepath.Join("..", "..", "dist", "resumax-*-windows-amd64"+end))
	if len(found) == 0 {
		t.Skip("there is no package for Windows: run “make package-windows”")
	}
	slices.SortFunc(found, func(a, b string) int {
		x, _ := os.Stat(a)
		y, _ := os.Stat(b)
		return y.ModTime().Compare(x.ModTime())
	})
	path, err := filepath.Abs(found[0])
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// TestPackages installs, uses and uninstalls the program, and uses the portable one.
func TestPackages(t *testing.T) {
	msi, archive := newest(t, ".msi"), newest(t, ".zip")
	d := newDesk(t)
	user := filepath.Base(strings.TrimSpace(filepath.ToSlash(d.must("cmd", "/c", "echo %USERNAME%"))))
	home := installed + user
	before := d.files()
	registry := d.registry()
	d.must("msiexec", "/i", `Z:`+strings.ReplaceAll(msi, "/", `\`), "/qn")
	exe, com := home+programs+"resumax.exe", home+programs+"resumax.com"
	d.write(`C:\cv\keep.txt`, []byte("the user's"))

	t.Run("installed", func(t *testing.T) { d.checkInstalled(t, exe, com, home) })
	t.Run("verbs", func(t *testing.T) { d.checkVerbs(t, exe, com) })
	t.Run("files", func(t *testing.T) { d.checkFiles(t, com) })
	t.Run("fonts", func(t *testing.T) { d.checkFonts(t, com, home) })
	t.Run("window", func(t *testing.T) { d.checkWindow(t, exe, com) })

	t.Run("uninstalled", func(t *testing.T) {
		d.must("msiexec", "/x", `Z:`+strings.ReplaceAll(msi, "/", `\`), "/qn")
		for _, path := range d.files() {
			own := slices.ContainsFunc(users, func(of string) bool { return strings.Contains(path, of) })
			if !own && !slices.Contains(before, path) {
				t.Errorf("%s is left", path)
			}
		}
		for line := range strings.Lines(d.registry()) {
			if strings.Contains(strings.ToLower(line), "resumax") && !strings.Contains(registry, line) {
				t.Errorf("the registry still has %s", line)
			}
		}
		if d.exists(home + strings.TrimSuffix(programs, `\`)) {
			t.Error("the program's folder is left")
		}
		if !d.exists(`C:\cv\keep.txt`) || !d.exists(home+`\AppData\Roaming\resumax`) && !d.exists(home+`\AppData\Local\resumax`) {
			t.Error("what is the user's is gone")
		}
	})
	t.Run("portable", func(t *testing.T) {
		d.unpack(t, archive, `C:\usb stick`)
		if got := d.must(`C:\usb stick\ResuMax\resumax.com`, "version"); !strings.HasPrefix(got, "resumax ") {
			t.Errorf("it says %q", got)
		}
		p := d.open(`C:\usb stick\ResuMax\resumax.exe`, `C:\portable.jsonl`, `C:\cv\cv.json`)
		p.says("file", "path", `C:\cv\cv.json`)
		p.window("cv.json")
		d.shot("portable")
		p.quit()
	})
}

// users are parts of the paths of what is the user's and stays: resumes, settings and work, the system's list of recent
// files, Fyne's index of fonts; and what the tests have put there.
var users = []string{"/drive_c/cv/", "/AppData/Roaming/resumax/", "/AppData/Local/resumax/", "/fyne/", "/Windows/Recent/", "/font_index_", "/Windows/Fonts/", "/drive_c/trace.jsonl"}

// files are those of drive C:.
func (d *desk) files() (all []string) {
	filepath.WalkDir(filepath.Join(d.prefix, "drive_c"), func(path string, e os.DirEntry, err error) error {
		if err == nil && e.Type().IsRegular() && !strings.Contains(path, "/Temp/") {
			all = append(all, path)
		}
		return nil
	})
	return all
}

// registry is what the user's part of the registry says of programs and types.
func (d *desk) registry() string {
	out := ""
	for _, key := range []string{`HKCU\Software`, `HKCU\Environment`, `HKLM\Software\Classes`, `HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall`} {
		text, _, _ := d.run("reg", "query", key, "/s")
		out += text
	}
	return out
}

func (d *desk) unpack(t *testing.T, archive, to string) {
	t.Helper()
	z, err := zip.OpenReader(archive)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	for _, f := range z.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		d.write(to+`\`+strings.ReplaceAll(f.Name, "/", `\`), data)
	}
}

func (d *desk) checkInstalled(t *testing.T, exe, com, home string) {
	const windowSystem, console = 2, 3
	for path, want := range map[string]uint16{exe: windowSystem, com: console} {
		f, err := pe.Open(d.path(path))
		if err != nil {
			t.Fatal(err)
		}
		if head, ok := f.OptionalHeader.(*pe.OptionalHeader64); !ok || head.Subsystem != want {
			t.Errorf("%s is for subsystem %d", path, head.Subsystem)
		}
		if section := f.Section(".rsrc"); want == windowSystem {
			if section == nil {
				t.Fatal("the program has no resources")
			}
			data, err := section.Data()
			version := strings.TrimPrefix(strings.TrimSpace(d.must(com, "version")), "resumax ")
			for what, text := range map[string]string{"version": wide(version), "icon": wide("GLFW_ICON"), "manifest": "<longPathAware"} {
				if err != nil || !strings.Contains(string(data), text) {
					t.Errorf("the program's resources have no %s: %v", what, err)
				}
			}
		}
		f.Close()
	}
	for _, path := range []string{`\AppData\Roaming\Microsoft\Windows\Start Menu\Programs\ResuMax.lnk`, programs + "LICENSE.txt", programs + "NOTICES.txt", programs + "sbom.cdx.json"} {
		if !d.exists(home + path) {
			t.Errorf("%s is missing", path)
		}
	}
	for key, want := range map[string]string{
		`HKCU\Software\Classes\ResuMax.Resume\shell\open\command`:                `"` + exe + `" "%1"`,
		`HKCU\Software\Classes\.json\OpenWithProgids`:                            "ResuMax.Resume",
		`HKCU\Software\Classes\.json`:                                            "ResuMax.Resume",
		`HKCU\Environment`:                                                       strings.TrimSuffix(exe, "resumax.exe"),
		`HKCU\Software\Microsoft\Windows\CurrentVersion\App Paths\resumax.exe`:   exe,
		`HKCU\Software\RegisteredApplications`:                                   `Software\ResuMax\Capabilities`,
		`HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall /s /f ResuMax`: "ResuMax contributors",
		`HKCU\Software\Classes\Applications\resumax.exe\SupportedTypes /v .docx`: ".docx",
		`HKCU\Software\ResuMax\Capabilities\FileAssociations /v .json`:           "ResuMax.Resume",
	} {
		args := strings.SplitN(key, " /", 2)
		query := []string{"reg", "query", args[0]}
		if len(args) > 1 {
			query = append(query, strings.Fields("/"+args[1])...)
		}
		if strings.Contains(key, "Uninstall") {
			query = []string{"reg", "query", args[0], "/s"}
		}
		if out, _, _ := d.run(query...); !strings.Contains(out, want) {
			t.Errorf("%s: %s, want %s", key, out, want)
		}
	}
}

// wide is a text in ASCII as resources have it.
func wide(text string) string {
	var b strings.Builder
	for _, r := range text {
		b.WriteString(string(r) + "\x00")
	}
	return b.String()
}

func (d *desk) checkVerbs(t *testing.T, exe, com string) {
	d.must(com, "new", "--role", "backend-engineer", "--sample", "-o", `C:\cv\sample.json`)
	data, err := os.ReadFile(filepath.Join("testdata", "cv.json"))
	if err != nil {
		t.Fatal(err)
	}
	d.write(`C:\cv\cv.json`, data)
	for _, program := range []string{exe, com} {
		if out, errs, code := d.run(program, "version"); code != 0 || !strings.HasPrefix(out, "resumax ") || errs != "" {
			t.Errorf("%s version: %d %q %q", program, code, out, errs)
		}
		if out, errs, code := d.run(program, "frobnicate"); code != 2 || out != "" || !strings.Contains(errs, "no command or file “frobnicate”") {
			t.Errorf("%s frobnicate: %d %q %q", program, code, out, errs)
		}
		if _, errs, code := d.run(program, "score", `C:\cv\none.json`); code != 1 || strings.Count(errs, "\n") != 1 {
			t.Errorf("%s score none: %d %q", program, code, errs)
		}
		c := d.command(program, "score", "-", "--format", "json")
		c.Stdin = strings.NewReader(d.read(`C:\cv\cv.json`))
		// ErrWaitDelay: wine's own helpers may keep the pipe.
		if out, err := c.Output(); err != nil && !errors.Is(err, exec.ErrWaitDelay) || !strings.HasPrefix(string(out), "{") {
			t.Errorf("%s score -: %v %.100q", program, err, out)
		}
	}
	// In a console: the exit code reaches the next command, and output goes where it is led.
	d.write(`C:\cv\try.bat`, []byte("@echo off\r\n\""+com+"\" frobnicate 2> errors.txt\r\necho code %errorlevel%\r\n\""+com+"\" roles | find \"Backend\"\r\n\""+com+"\" version > version.txt\r\n"))
	if out := d.must("cmd", "/c", "try.bat"); !strings.Contains(out, "code 2") || !strings.Contains(out, "Backend Engineer") {
		t.Errorf("a console says %q", out)
	}
	if !strings.HasPrefix(d.read(`C:\cv\version.txt`), "resumax ") || !strings.Contains(d.read(`C:\cv\errors.txt`), "frobnicate") {
		t.Errorf("files have %q and %q", d.read(`C:\cv\version.txt`), d.read(`C:\cv\errors.txt`))
	}
	for _, format := range []string{"pdf", "docx", "odt", "html", "png"} {
		d.must(com, "export", `C:\cv\cv.json`, "-o", `C:\cv\out.`+format)
		if !d.exists(`C:\cv\out.` + format) {
			t.Errorf("there is no %s", format)
		}
	}
	if text, err := exec.Command("pdftotext", d.path(`C:\cv\out.pdf`), "-").Output(); err != nil || !strings.Contains(string(text), "Corner Bakery") {
		t.Errorf("the PDF says %.100q: %v", text, err)
	}
	if out := d.must(com, "ats", `C:\cv\out.pdf`, "--against", `C:\cv\cv.json`); !strings.Contains(out, "Ada Example") { // by PDFium
		t.Errorf("the ATS check says %.300q", out)
	}
	posting := "Head Baker\nCorner Bakery, Leeds\n\nRequirements\n- 5 years of experience\n- A food safety certificate\n"
	d.write(`C:\cv\lf.txt`, []byte(posting))
	d.write(`C:\cv\crlf.txt`, []byte(strings.ReplaceAll(posting, "\n", "\r\n")))
	if a, b := d.must(com, "posting", `C:\cv\lf.txt`), d.must(com, "posting", `C:\cv\crlf.txt`); a != b || !strings.Contains(a, "Head Baker") {
		t.Errorf("a posting with Windows' ends of lines is read as %q, want %q", b, a)
	}
}

func (d *desk) checkFiles(t *testing.T, com string) {
	source := `C:\cv\cv.json`
	// Longer than old programs take, and with characters that only UTF-16 has.
	deep := `C:\cv` + strings.Repeat(`\a folder of a rather long name`, 9) + `\Zoë 履歴書 🙂`
	if err := os.MkdirAll(d.path(deep), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{deep + `\cv.pdf`, `\\?\` + deep + `\again.pdf`, `..\cv\relative.pdf`, `c:/cv/slashes.pdf`} {
		if _, errs, code := d.run(com, "export", source, "-o", path); code != 0 {
			t.Errorf("%s: %s", path, errs)
		}
	}
	for _, path := range []string{deep + `\cv.pdf`, deep + `\again.pdf`, `C:\cv\relative.pdf`, `C:\cv\slashes.pdf`} {
		if !d.exists(path) {
			t.Errorf("%s is not there", path)
		}
	}
	d.must("cmd", "/c", "attrib", "+r", `C:\cv\relative.pdf`)
	if _, errs, code := d.run(com, "export", source, "-o", `C:\cv\relative.pdf`); code != 1 || !strings.Contains(errs, "it is read-only") {
		t.Errorf("read-only: %d %s", code, errs)
	}
	// Held by another program: said once, and what was there is whole.
	was := d.read(`C:\cv\slashes.pdf`)
	release := d.hold(t, `C:\cv\slashes.pdf`)
	if _, errs, code := d.run(com, "export", source, "-o", `C:\cv\slashes.pdf`, "--page", "letter"); code != 1 || strings.Count(errs, "\n") != 1 || !strings.Contains(errs, "another program has it open. Nothing on disk has changed; close it there") {
		t.Errorf("held: %d %s", code, errs)
	}
	release()
	if d.read(`C:\cv\slashes.pdf`) != was {
		t.Error("the file that was held has changed")
	}
	release = d.hold(t, source)
	if _, errs, code := d.run(com, "score", source); code != 1 || !strings.Contains(errs, "another program has it open. Close it there, and try again") {
		t.Errorf("held for reading: %d %s", code, errs)
	}
	release()
	d.must(com, "export", source, "-o", `C:\cv\slashes.pdf`, "--page", "letter")
	if d.read(`C:\cv\slashes.pdf`) == was {
		t.Error("the file that was given back has not changed")
	}
	// Two names that differ only in case are one file.
	d.write(`C:\cv\Twice.json`, []byte(d.read(source)))
	if _, errs, code := d.run(com, "export", `C:\cv\Twice.json`, `C:\cv\twice.JSON`); code != 1 || !strings.Contains(errs, "is that of") {
		t.Errorf("case: %d %s", code, errs)
	}
	if found, _ := filepath.Glob(d.path(`C:\cv\.resumax-*`)); len(found) > 0 {
		t.Errorf("temporary files are left: %q", found)
	}
}

// hold lets another program hold a file, until release is called.
func (d *desk) hold(t *testing.T, path string) (release func()) {
	t.Helper()
	c := d.command(`C:\tools\hold.exe`, path)
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	said := make([]byte, 4)
	if _, err := io.ReadFull(out, said); err != nil || string(said) != "held" {
		t.Fatalf("%s is not held: %v", path, err)
	}
	return func() { in.Close(); c.Wait() }
}

// A font that the user has installed for themselves is found.
func (d *desk) checkFonts(t *testing.T, com, home string) {
	const font = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
	data, err := os.ReadFile(font)
	if err != nil {
		t.Skip("there is no font here to install:", err)
	}
	set := func(to string) bool {
		d.must(com, "export", `C:\cv\cv.json`, "-o", `C:\cv\`+to, "--set", "style.body.family=DejaVu Sans")
		fonts, err := exec.Command("pdffonts", d.path(`C:\cv\`+to)).Output()
		if err != nil {
			t.Fatal(err)
		}
		return strings.Contains(string(fonts), "DejaVuSans")
	}
	if set("without.pdf") {
		t.Skip("wine has the font already")
	}
	d.write(home+`\AppData\Local\Microsoft\Windows\Fonts\DejaVuSans.ttf`, data)
	if !set("with.pdf") {
		t.Error("the user's font is not found")
	}
}

// checkWindow opens a resume by the system's dialog, edits, saves, exports and prints it, and starts a second time.
func (d *desk) checkWindow(t *testing.T, exe, com string) {
	d.write(`C:\cv\Ada's CV #1 100%.json`, []byte(strings.ReplaceAll(d.read(`C:\cv\cv.json`), "\n", "\r\n")))
	d.t = t
	p := d.open(exe, `C:\trace.jsonl`)
	p.window("ResuMax")
	d.key("ctrl+o")
	d.window("Open a resume")
	d.shot("open")
	d.typed(`C:\cv\Ada's CV #1 100%.json`)
	d.key("Return")
	p.says("file", "path", `C:\cv\Ada's CV #1 100%.json`)
	p.gone("Open a resume")
	p.window("Ada's CV")
	d.key("End")
	d.typed(" Jr")
	p.says("file", "dirty", "true")
	d.key("ctrl+s")
	p.says("saved", "path", "100%.json")
	saved := d.read(`C:\cv\Ada's CV #1 100%.json`)
	if !strings.Contains(saved, "Ada Example Jr\"") || strings.Count(saved, "\n") < 20 || strings.Count(saved, "\r\n") != strings.Count(saved, "\n") {
		t.Errorf("saved as %.200q", saved)
	}
	d.shot("edited")

	d.key("ctrl+e")
	d.window("Export as PDF")
	d.shot("export")
	d.typed(`C:\cv\window`)
	d.key("Return")
	p.says("exported", "path", `C:\cv\window.pdf`)
	if text, err := exec.Command("pdftotext", d.path(`C:\cv\window.pdf`), "-").Output(); err != nil || !strings.Contains(string(text), " Jr") {
		t.Errorf("the PDF says %.100q: %v", text, err)
	}

	p.gone("Export as PDF")
	p.window("Ada's CV")
	d.key("ctrl+p")
	p.says("dialog", "what", "Print")
	d.shot("print")
	d.key("Return")
	d.window("Print to File")
	d.shot("print-to-file")
	d.typed(`C:\cv\paper.ps`)
	d.key("Return")
	p.says("printed", "on", "Paper")
	d.checkPaper(t, `C:\cv\paper.ps`)
	p.window("Ada's CV")

	// A second start shows the window that has the file, whatever the file is called, and ends.
	if _, _, code := d.run(com, "file:///C:/CV/ada's%20cv%20%231%20100%25.json"); code != 0 {
		t.Errorf("a second start ends with %d", code)
	}
	d.shot("second")
	if n := len(strings.Fields(d.xdotool("search", "--onlyvisible", "--name", "ResuMax"))); n != 1 {
		t.Errorf("there are %d windows", n)
	}

	// A save into a file that another program holds says so, with what to do, and works once it is given back.
	release := d.hold(t, `C:\cv\Ada's CV #1 100%.json`)
	d.key("End")
	d.typed(" III")
	d.key("ctrl+s")
	p.says("dialog", "what", "The file could not be saved")
	d.shot("held")
	release()
	d.key("Return") // Try again
	p.eventually("it is saved", func() bool { return strings.Contains(d.read(`C:\cv\Ada's CV #1 100%.json`), " III\"") })

	// A file that is dropped on the window is opened.
	d.write(`C:\cv\dropped #2 é.json`, []byte(d.read(`C:\cv\cv.json`)))
	d.must(`C:\tools\drop.exe`, "Ada's CV", `C:\cv\dropped #2 é.json`)
	p.says("file", "path", `C:\cv\dropped #2 é.json`)
	p.window("dropped")
	d.shot("dropped")
	// What another program writes to it is noticed, and taken over.
	d.write(`C:\cv\dropped #2 é.json`, []byte(strings.ReplaceAll(d.read(`C:\cv\cv.json`), "Ada Example", "Bea Example")))
	p.says("dialog", "what", "changed by another program")
	d.shot("changed")
	d.key("Return")
	d.key("ctrl+s")
	recent, _ := filepath.Glob(filepath.Join(d.prefix, "drive_c", "users", "*", "AppData", "Roaming", "Microsoft", "Windows", "Recent", "*dropped*"))
	if len(recent) == 0 {
		t.Error("the system's list of recent files does not have it")
	}
	p.quit()
}

// checkPaper looks at what was printed: one page, with as much ink as the page has.
func (d *desk) checkPaper(t *testing.T, path string) {
	t.Helper()
	out, err := exec.Command("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=inkcov", "-o", "-", d.path(path)).Output()
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	if err != nil || len(lines) != 1 {
		t.Fatalf("%q: %v", out, err)
	}
	ink := 0.0
	for _, part := range strings.Fields(lines[0])[:4] {
		share, _ := strconv.ParseFloat(part, 64)
		ink += share
	}
	if ink < 0.02 || ink > 0.5 { // a page of text
		t.Errorf("%g of the page is inked", ink)
	}
	if folder := os.Getenv("RESUMAX_PICTURES"); folder != "" {
		exec.Command("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=png16m", "-dTextAlphaBits=4", "-dGraphicsAlphaBits=4", "-r110",
			"-o", filepath.Join(folder, "paper.png"), d.path(path)).Run()
	}
}
