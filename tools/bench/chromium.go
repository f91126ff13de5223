package main

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// quiet keeps Chromium from asking the network for anything.
var quiet = []string{"--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
	"--disable-component-update", "--disable-sync", "--hide-scrollbars"}

// chromium prints the sheet as a web page.
func chromium(o options, s *sheet) *tool {
	t := &tool{name: "Chromium", prints: true}
	program, err := findProgram("chromium", "chromium-browser", "google-chrome")
	if err != nil {
		t.missing = errors.New("install Debian's package chromium")
		return t
	}
	source := filepath.Join(o.work, "sheet.html")
	if t.missing = os.WriteFile(source, []byte(webPage(s, 0)), 0o600); t.missing != nil {
		return t
	}
	t.process = func(out string) *exec.Cmd {
		profile, _ := os.MkdirTemp(o.work, "profile-") // where none can be made, it says so itself
		return exec.Command(program, append(quiet, "--user-data-dir="+profile, "--no-pdf-header-footer", "--print-to-pdf="+out, "file://"+source)...)
	}
	b := &browser{program: program, profile: filepath.Join(o.work, "profile")}
	t.warm = func(edit int) ([]byte, time.Duration, error) {
		if err := os.WriteFile(source, []byte(webPage(s, edit)), 0o600); err != nil {
			return nil, 0, err
		}
		return b.print("file://" + source)
	}
	t.close = b.stop
	return t
}

func findProgram(names ...string) (path string, err error) {
	for _, n := range names {
		if path, err = exec.LookPath(n); err == nil {
			return path, nil
		}
	}
	return "", err
}

// browser is a Chromium that stays, spoken to in the DevTools protocol over two
// pipes: messages are JSON, each ended by a zero byte.
type browser struct {
	program, profile string

	command *exec.Cmd
	in      *os.File
	out     *bufio.Reader
	id      int
	session string
}

// print loads a page and prints it.
func (b *browser) print(url string) ([]byte, time.Duration, error) {
	if b.command == nil {
		if err := b.start(); err != nil {
			return nil, 0, err
		}
	}
	start := time.Now()
	if _, err := b.call("Page.navigate", map[string]any{"url": url}); err != nil {
		return nil, 0, err
	}
	if err := b.loaded(); err != nil {
		return nil, 0, err
	}
	answer, err := b.call("Page.printToPDF", map[string]any{"printBackground": true, "preferCSSPageSize": true})
	if err != nil {
		return nil, 0, err
	}
	var result struct{ Data string }
	if err := json.Unmarshal(answer, &result); err != nil {
		return nil, 0, err
	}
	pdf, err := base64.StdEncoding.DecodeString(result.Data)
	return pdf, time.Since(start), err
}

func (b *browser) start() error {
	theirs, in, err := os.Pipe()
	if err != nil {
		return err
	}
	out, ours, err := os.Pipe()
	if err != nil {
		return err
	}
	b.command = exec.Command(b.program, append(quiet, "--user-data-dir="+b.profile, "--remote-debugging-pipe")...)
	b.command.ExtraFiles = []*os.File{theirs, ours}
	if err := b.command.Start(); err != nil {
		return err
	}
	theirs.Close()
	ours.Close()
	b.in, b.out = in, bufio.NewReader(out)
	answer, err := b.call("Target.createTarget", map[string]any{"url": "about:blank"})
	if err != nil {
		return err
	}
	var target struct{ TargetID string }
	if err := json.Unmarshal(answer, &target); err != nil {
		return err
	}
	if answer, err = b.call("Target.attachToTarget", map[string]any{"targetId": target.TargetID, "flatten": true}); err != nil {
		return err
	}
	var attached struct{ SessionID string }
	if err := json.Unmarshal(answer, &attached); err != nil {
		return err
	}
	b.session = attached.SessionID
	_, err = b.call("Page.enable", nil)
	return err
}

// message is what goes either way.
type message struct {
	ID      int                       `json:"id,omitempty"`
	Session string                    `json:"sessionId,omitempty"`
	Method  string                    `json:"method,omitempty"`
	Params  map[string]any            `json:"params,omitempty"`
	Result  json.RawMessage           `json:"result,omitempty"`
	Error   *struct{ Message string } `json:"error,omitempty"`
}

func (b *browser) call(method string, params map[string]any) (json.RawMessage, error) {
	b.id++
	data, err := json.Marshal(message{ID: b.id, Session: b.session, Method: method, Params: params})
	if err != nil {
		return nil, err
	}
	if _, err := b.in.Write(append(data, 0)); err != nil {
		return nil, err
	}
	for {
		m, err := b.next()
		switch {
		case err != nil:
			return nil, err
		case m.ID == b.id && m.Error != nil:
			return nil, fmt.Errorf("%s: %s", method, m.Error.Message)
		case m.ID == b.id:
			return m.Result, nil
		}
	}
}

// loaded waits until the page and its fonts are there.
func (b *browser) loaded() error {
	for {
		m, err := b.next()
		if err != nil || m.Method == "Page.loadEventFired" {
			return err
		}
	}
}

func (b *browser) next() (message, error) {
	var m message
	data, err := b.out.ReadBytes(0)
	if err != nil {
		return m, fmt.Errorf("the browser has ended: %w", err)
	}
	return m, json.Unmarshal(data[:len(data)-1], &m)
}

func (b *browser) stop() {
	if b.command == nil || b.command.Process == nil {
		return
	}
	b.in.Close() // which ends it
	b.command.Wait()
	b.command = nil
}

// webPage is the sheet as HTML.
func webPage(s *sheet, edit int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<!doctype html><html lang=%q><head><meta charset=utf-8><title>%s</title><style>\n", s.Language, html.EscapeString(s.Title))
	for _, f := range s.Fonts {
		weight, slope := 400, "normal"
		if f.Bold {
			weight = 700
		}
		if f.Italic {
			slope = "italic"
		}
		fmt.Fprintf(&b, "@font-face{font-family:%q;src:url(\"file://%s\");font-weight:%d;font-style:%s}\n", f.Family, f.File, weight, slope)
	}
	p := s.Page
	fmt.Fprintf(&b, "@page{size:%gpt %gpt;margin:%gpt %gpt %gpt %gpt}\n", p.Width, p.Height, p.Top, p.Right, p.Bottom, p.Left)
	b.WriteString("*{margin:0;padding:0;font-variant-ligatures:none;text-decoration:none}ul{list-style:none}.row{display:flex;justify-content:space-between}\n")
	fmt.Fprintf(&b, "h2{border-bottom:%gpt solid %s;padding-bottom:%gpt;break-after:avoid}\n", s.Rule, s.RuleColor, s.Space.Rule)
	for name, st := range s.Styles {
		fmt.Fprintf(&b, ".%s{font:%s %d %gpt/%gpt %q;color:%s;letter-spacing:%gpt;%s}\n", name, choose(st.Italic, "italic", "normal"),
			choose(st.Bold, 700, 400), st.Size, st.Leading, st.Family, st.Color, st.Tracking*st.Size, choose(st.Capitals, "text-transform:uppercase", ""))
	}
	b.WriteString("</style></head><body>\n")
	headings, list := 0, false
	for _, bl := range s.Blocks {
		if bl.Kind == "heading" {
			if headings++; headings == 1 {
				bl = withText(bl, fmt.Sprintf("%s %d", bl.Parts[0].Spans[0].Text, edit))
			}
		}
		if bullet := bl.Kind == "bullet"; bullet != list {
			b.WriteString(choose(bullet, "<ul>", "</ul>"))
			list = bullet
		}
		webBlock(&b, s, bl)
	}
	b.WriteString(choose(list, "</ul>", "") + "</body></html>\n")
	return b.String()
}

func choose[T any](condition bool, yes, no T) T {
	if condition {
		return yes
	}
	return no
}

func webBlock(b *strings.Builder, s *sheet, bl block) {
	element := map[string]string{"name": "h1", "heading": "h2", "bullet": "li", "entry": "h3", "employer": "h3"}[bl.Kind]
	if element == "" {
		element = "p"
	}
	base := map[string]string{"name": "name", "label": "label", "contact": "contact", "heading": "heading", "keywords": "place"}[bl.Kind]
	if base == "" {
		base = "body"
	}
	fmt.Fprintf(b, "<%s class=\"%s row\" style=\"margin-top:%gpt;%s\"><span>", element, base, bl.Before,
		choose(bl.Kind == "bullet", fmt.Sprintf("padding-left:%gpt;text-indent:%gpt", s.Bullet.Indent, s.Bullet.Offset-s.Bullet.Indent), ""))
	if bl.Kind == "bullet" {
		fmt.Fprintf(b, "<span style=\"display:inline-block;text-indent:0;width:%gpt\">%s</span>", s.Bullet.Indent-s.Bullet.Offset, s.Bullet.Sign)
	}
	dates := ""
	for i, p := range bl.Parts {
		class := base
		if c, ok := styles[p.Role]; ok {
			class = c
		}
		if p.Role == "dates" {
			dates = fmt.Sprintf("<span class=dates>%s</span>", html.EscapeString(text(p)))
			continue
		}
		if i > 0 {
			fmt.Fprintf(b, "<span class=%s>%s</span>", class, separator(bl.Kind, i, s))
		}
		for _, sp := range p.Spans {
			webSpan(b, class, sp)
		}
	}
	fmt.Fprintf(b, "</span>%s</%s>\n", dates, element)
}

func webSpan(b *strings.Builder, class string, s span) {
	look := choose(s.Bold, "font-weight:700;", "") + choose(s.Italic, "font-style:italic", "")
	if s.Link != "" {
		fmt.Fprintf(b, "<a class=%s style=%q href=\"%s\">%s</a>", class, look, html.EscapeString(s.Link), html.EscapeString(s.Text))
		return
	}
	fmt.Fprintf(b, "<span class=%s style=%q>%s</span>", class, look, html.EscapeString(s.Text))
}
