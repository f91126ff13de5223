package designer

import (
	"slices"

	"fyne.io/fyne/v2"

	"resumax/app/session"
	"resumax/app/tr"
	"resumax/render"
	"resumax/render/design"
	"resumax/widgets"
)

// gallery is the designs as pictures of the resume's first page in each.
type gallery struct {
	pane    *Designer
	tiles   *fyne.Container
	byID    map[string]*widgets.Tile
	designs design.List
	worker  *session.Worker[galleryJob, []picture]
	waiting []string // designs whose picture is not done yet
}

// galleryJob is a request for pictures.
type galleryJob struct {
	snapshot session.Snapshot
	options  func(session.Snapshot) render.Options
	designs  design.List
}

// Tiles have the proportions of A4, and pictures are drawn for tiles of 130 units
// on screens of two pixels to Fyne's unit.
const (
	minTile    = 64
	tileRatio  = 297.0 / 210
	tilePixels = 2 * 130 / 595.28
)

func newGallery(p *Designer) *gallery {
	g := &gallery{pane: p, tiles: widgets.NewTileGrid(minTile, 4), byID: map[string]*widgets.Tile{}}
	g.worker = &session.Worker[galleryJob, []picture]{Work: paintTiles, Done: g.show, Threads: p.threads}
	return g
}

// paintTiles typesets the resume in each design and paints the first page.
func paintTiles(j galleryJob) []picture {
	ts := render.NewTypesetter()
	options := j.options(j.snapshot)
	var all []picture
	for _, d := range j.designs {
		options.Design = d
		doc := ts.Typeset(j.snapshot.Resume, options)
		if len(doc.Pages) > 0 {
			all = append(all, picture{d.ID, ts.Picture(doc, 0, tilePixels, nil)})
		}
	}
	return all
}

// rebuild makes a tile for each design.
func (g *gallery) rebuild() {
	designs := g.pane.services.Designs()
	if slices.Equal(designs, g.designs) {
		return
	}
	g.designs = slices.Clone(designs)
	g.tiles.RemoveAll()
	clear(g.byID)
	for _, d := range g.designs {
		t := widgets.NewTile(tr.Word(d.Name), tr.Word(d.Description), tileRatio, func() { g.pane.choose(d) })
		g.byID[d.ID] = t
		g.tiles.Add(t)
	}
	g.tiles.Refresh()
}

// paint requests the pictures of designs, and again those still waiting: the worker
// drops the older request.
func (g *gallery) paint(designs design.List) {
	for _, d := range designs {
		if !slices.Contains(g.waiting, d.ID) {
			g.waiting = append(g.waiting, d.ID)
		}
	}
	var requested design.List
	for _, d := range g.designs {
		if slices.Contains(g.waiting, d.ID) {
			requested = append(requested, d)
		}
	}
	g.worker.Submit(galleryJob{g.pane.session.Now(), g.pane.services.Options, requested})
}

// show puts pictures on their tiles.
func (g *gallery) show(pictures []picture) {
	for _, p := range pictures {
		if t := g.byID[p.id]; t != nil {
			t.SetPicture(p.image)
		}
		g.waiting = slices.DeleteFunc(g.waiting, func(id string) bool { return id == p.id })
	}
}

// choose selects the tile of the resume's design.
func (g *gallery) choose(id string) {
	for known, t := range g.byID {
		t.SetSelected(known == id)
	}
}

// Focus focuses the resume's design.
func (p *Designer) Focus() {
	c := widgets.CanvasOf(p.root)
	if t := p.gallery.byID[p.base().ID]; t != nil && c != nil {
		c.Focus(t)
	}
}
