package designer

import (
	"image/color"

	"resumax/app/tr"
	"resumax/render/design"
	"resumax/resume"
)

// familyKey is the setting of the typeface that all styles follow unless a design says
// otherwise.
const familyKey = "style.body.family"

// Look is what may be changed of a design while writing.
type Look struct {
	Family string
	Accent color.NRGBA
}

// Accents are the colors that are offered for headings and rules.
func Accents() []color.NRGBA { return accents }

// lookOf is the look of a design with a resume's settings over it.
type lookOf struct {
	base     *design.Design
	settings resume.Value
	look     Look
}

// Look is the resume's. It is asked for at every keystroke, which rarely changes it.
func (p *Designer) Look() Look {
	base := p.base()
	settings, _ := p.session.Now().Resume.Meta.Settings.Get(base.ID)
	if p.last.base != base || !p.last.settings.Equal(settings) {
		d, _ := base.With(p.session.Now().Resume.Meta.SettingsOver(base.ID))
		p.last = lookOf{base, settings, Look{textOf(d, familyKey), accentOf(d)}}
	}
	return p.last.look
}

// SetFamily changes the typeface, as one step.
func (p *Designer) SetFamily(name string) {
	p.set(tr.T("designer.typeface", "Typeface"), pair{familyKey, resume.Text(name)})
	p.seal()
}

// SetAccent changes the color, as one step.
func (p *Designer) SetAccent(c color.NRGBA) {
	p.chooseAccent(c)
	p.seal()
}

func accentOf(d *design.Design) color.NRGBA {
	return color.NRGBA{R: d.Colors.Accent.R, G: d.Colors.Accent.G, B: d.Colors.Accent.B, A: 255}
}

// chooseAccent sets the accent. What has the accent's color in the design keeps it, and
// a tinted column is of a pale shade.
func (p *Designer) chooseAccent(c color.NRGBA) {
	base, code := p.base(), design.Color{R: c.R, G: c.G, B: c.B}
	all := []pair{{"colours.accent", resume.Text(code.String())}}
	if base.Colors.Rule == base.Colors.Accent {
		all = append(all, pair{"colours.rule", resume.Text(code.String())})
	}
	if base.Columns.Tinted {
		tint := pair{"colours.tint", resume.Text(code.Pale().String())}
		if code == base.Colors.Accent {
			tint.value = resume.Value{}
		}
		all = append(all, tint)
	}
	p.set(tr.T("designer.color", "Color"), all...)
}
