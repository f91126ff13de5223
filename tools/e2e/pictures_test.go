//go:build linux

package e2e

import (
	"bytes"
	"context"
	"flag"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"resumax/exchange/format"
	"resumax/job/posting"
	"resumax/resume"
	"resumax/resume/codec"
	"resumax/storage/file"
)

var picturesTo = flag.String("pictures", "", "the folder to write the documentation's pictures to")

// pictures are those of the documentation: what the window shows, and how it
// gets there.
var pictures = []struct {
	name  string
	start bool // without a file
	act   func(*program)
}{
	{name: "start", start: true},
	{name: "window", act: func(p *program) {
		p.do("key", "ctrl+Next", "ctrl+Next") // contact, summary, work
		p.click(first)
	}},
	{name: "design", act: func(p *program) { p.do("key", "F8") }},
	{name: "tailor", act: func(p *program) { p.do("key", "ctrl+3") }},
}

// The size of the window in pictures.
const pictureWidth, pictureHeight = 1440, 900

// TestPictures takes the pictures of the documentation. “make pictures” keeps
// them. Apart from what depends on the day, they are the same each time.
func TestPictures(t *testing.T) {
	folder := *picturesTo
	if folder == "" {
		folder = t.TempDir()
	}
	command := build(t)
	for _, c := range pictures {
		t.Run(c.name, func(t *testing.T) {
			d := newDeskOf(t, pictureWidth+100, pictureHeight+100)
			d.furnish("config/fyne/io.github.resumax.ResuMax", "preferences.json", `{"theme":1}`) // light
			var p *program
			if c.start {
				p = launch(d, "", []string{noBus}, command)
				p.enter("ResuMax")
			} else {
				p = open(d, unfinished(d, command), []string{noBus}, command)
			}
			window := p.window("ResuMax")
			p.do("windowsize", "--sync", window, pixel(pictureWidth), pixel(pictureHeight))
			p.still()
			x, y := p.corner(window)
			content := image.Rect(0, 0, pictureWidth, pictureHeight).Add(image.Pt(int(x), int(y)))
			const painted = 200 // colors; an empty window has some
			p.eventually("the window is painted", func() bool { return colors(p.picture().SubImage(content)) > painted })
			if before := p.still(); c.act != nil {
				c.act(p)
				p.eventually("the window looks different", func() bool { return !same(before, p.picture(), content) })
			}
			p.do("mousemove", "--sync", pixel(x+pictureWidth-2), pixel(y+2)) // where it lights nothing up
			p.do("mousemove", "--sync", "0", "0")
			shown := p.still().SubImage(content)
			if n := colors(shown); n <= painted {
				t.Errorf("the window has %d colors only", n)
			}
			var data bytes.Buffer
			if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&data, shown); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(folder, c.name+".png"), data.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// unfinished is a file with the role's sample content, in which some texts are
// weak: so the score has something to say.
func unfinished(d *desk, command string) string {
	d.t.Helper()
	path := sample(d, command)
	f, err := file.Load(path)
	if err != nil {
		d.t.Fatal(err)
	}
	doc := f.Document
	for a, text := range map[resume.Address]string{
		"/work/0/highlights/4": "Responsible for design reviews and helped various teams with the API guide.",
		"/work/1/highlights/1": "Introduced connection pooling with PgBouncer, which cut datbase CPU by half.",
	} {
		if doc, err = doc.SetText(a, text); err != nil {
			d.t.Fatal(err)
		}
	}
	doc = tailored(d, doc)
	if err := os.WriteFile(path, codec.Encode(doc), 0o644); err != nil {
		d.t.Fatal(err)
	}
	return path
}

// job is a posting for the pictures.
const job = `# Senior Backend Engineer

Halvorsen Grid
Oslo, Norway (hybrid)

Halvorsen Grid balances power for 1.2 million homes. Our services are written in Go and run on Kubernetes.

## What you will do

- Own the schema and the sharding of our PostgreSQL clusters
- Set objectives for services and take part in an on-call rotation of six

## What you bring

- 5+ years of experience building backend systems
- Strong experience with Go or Rust
- PostgreSQL, and a message broker such as Kafka or RabbitMQ
- Elixir, or another functional language
- A bachelor's degree or equivalent experience
- Fluent English

## Nice to have

- Terraform and Amazon Web Services
- Experience with gRPC
`

// tailored is a document with the posting.
func tailored(d *desk, doc resume.Document) resume.Document {
	d.t.Helper()
	p, err := posting.Read(context.Background(), format.Input{Data: []byte(job), Name: "posting.md"})
	if err != nil {
		d.t.Fatal(err)
	}
	if doc, _, err = posting.Add(doc, p, "2026-03-31"); err != nil {
		d.t.Fatal(err)
	}
	return doc
}

// still is the screen when it has not changed for a while. Small pictures of
// resumes are made one after the other; where the pictures are kept, they get
// the time that a busy machine needs.
func (p *program) still() *image.RGBA {
	p.t.Helper()
	looks := 10
	if *picturesTo != "" {
		looks = 100
	}
	last, unchanged := p.picture(), 0
	p.eventually("nothing moves on the screen", func() bool {
		now := p.picture()
		if unchanged++; !same(last, now, now.Rect) {
			unchanged = 0
		}
		last = now
		return unchanged >= looks
	})
	return last
}

// colors is how many colors a picture has.
func colors(m image.Image) int {
	seen := map[[3]uint32]bool{}
	for y := m.Bounds().Min.Y; y < m.Bounds().Max.Y; y++ {
		for x := m.Bounds().Min.X; x < m.Bounds().Max.X; x++ {
			r, g, b, _ := m.At(x, y).RGBA()
			seen[[3]uint32{r, g, b}] = true
		}
	}
	return len(seen)
}
