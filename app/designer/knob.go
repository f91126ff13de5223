package designer

import (
	"image/color"
	"math"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"resumax/app/tr"
	"resumax/render/design"
	"resumax/resume"
	"resumax/widgets"
)

// knob is a control for settings that are changed together.
type knob struct {
	keys  []string
	label string
	group string // under which heading it is
	row   *widgets.SettingRow
	show  func(d *design.Design) (value string) // sets the control; returns the value in words where the control shows none
}

// sync shows a design's value, and whether the resume changes it.
func (k *knob) sync(d *design.Design, set map[string]bool) {
	value := k.show(d)
	k.row.SetState(value, slices.ContainsFunc(k.keys, func(key string) bool { return set[key] }))
}

// row puts a knob on a row with a label and a reset button.
func (p *Designer) row(label string, k *knob, control fyne.CanvasObject) *knob {
	k.label = label
	k.row = widgets.NewSettingRow(label, control, func() {
		p.clear(tr.T("designer.reset", "Reset {{.Setting}}", tr.With{"Setting": tr.Lower(label)}), k.keys)
	})
	return k
}

// numberOf is the value of a numeric setting.
func numberOf(d *design.Design, key string) float64 {
	f, _ := d.Field(key)
	n, err := strconv.ParseFloat(f.Value().Raw(), 64)
	if err != nil {
		panic("no number: " + key) // the keys are written in this package
	}
	return n
}

func textOf(d *design.Design, key string) string {
	f, _ := d.Field(key)
	return f.Value().Str()
}

func flagOf(d *design.Design, key string) bool {
	f, _ := d.Field(key)
	return f.Value().True()
}

// number rounds v to a multiple of step and writes it in as few digits as possible.
func number(v, step float64) resume.Value {
	const scale = 1e6 // steps have fewer places than this
	n := math.Round(math.Round(v/step)*step*scale) / scale
	return resume.Literal(strconv.FormatFloat(n, 'f', -1, 64))
}

// slide is a slider's range and how its value is written.
type slide struct {
	low, high, step float64
	words           func(d *design.Design, n float64) string
}

func unit(name string, places int) func(*design.Design, float64) string {
	return func(_ *design.Design, n float64) string { return tr.Decimal(n, places) + " " + name }
}

// percent writes a factor as a percentage.
func percent(_ *design.Design, n float64) string { return tr.Percent(100*n, 0) }

// slider is a knob that sets all its keys to one number.
func (p *Designer) slider(label string, s slide, keys ...string) *knob {
	control := widgets.NewSlider(s.low, s.high, s.step)
	control.OnChanged = func(v float64) {
		pairs := make([]pair, len(keys))
		for i, key := range keys {
			pairs[i] = pair{key, number(v, s.step)}
		}
		p.set(label, pairs...)
	}
	return p.row(label, &knob{keys: keys, show: func(d *design.Design) string {
		n := numberOf(d, keys[0])
		control.SetValue(n)
		return s.words(d, n)
	}}, control)
}

// option is one choice of a knob, with the settings it makes.
type option struct {
	name  string
	pairs []pair
}

// options are choices of text settings: names and values in turn.
func options(keys []string, words ...string) []option {
	var all []option
	for i := 0; i < len(words); i += 2 {
		o := option{name: words[i]}
		for _, key := range keys {
			o.pairs = append(o.pairs, pair{key, resume.Text(words[i+1])})
		}
		all = append(all, o)
	}
	return all
}

// choice is a knob with a list of choices. is returns the index of a design's
// choice, -1 for none of them.
func (p *Designer) choice(label string, is func(*design.Design) int, choices ...option) *knob {
	names := make([]string, len(choices))
	k := &knob{}
	for i, c := range choices {
		names[i] = c.name
		for _, s := range c.pairs {
			if !slices.Contains(k.keys, s.key) {
				k.keys = append(k.keys, s.key)
			}
		}
	}
	control := widgets.NewSelect(names, nil)
	control.OnChanged = func(name string) {
		if i := slices.Index(names, name); i >= 0 {
			p.set(label, choices[i].pairs...)
			p.seal()
		}
	}
	k.show = func(d *design.Design) string {
		if i := is(d); i < 0 {
			control.ClearSelected()
		} else if control.Selected != names[i] {
			control.SetSelected(names[i])
		}
		return ""
	}
	return p.row(label, k, control)
}

// seal ends the undo step of a knob that is set in one move.
func (p *Designer) seal() {
	if !p.syncing {
		p.session.Seal()
	}
}

// words is a knob for text settings: names and values in turn. Any other value
// shows as no choice.
func (p *Designer) words(label string, keys []string, words ...string) *knob {
	all := options(keys, words...)
	return p.choice(label, func(d *design.Design) int {
		text := textOf(d, keys[0])
		if text == "" { // means the first allowed value
			if f, _ := d.Field(keys[0]); len(f.Choices) > 1 {
				text = f.Choices[1]
			}
		}
		return slices.IndexFunc(all, func(o option) bool { return o.pairs[0].value.Str() == text })
	}, all...)
}

// flag is a knob for settings that are true or false; with is the value that the
// check mark stands for.
func (p *Designer) flag(label, what string, with bool, keys ...string) *knob {
	control := widgets.NewCheck(what, nil)
	control.OnChanged = func(on bool) {
		pairs := make([]pair, len(keys))
		for i, key := range keys {
			pairs[i] = pair{key, resume.Flag(on == with)}
		}
		p.set(label, pairs...)
		p.seal()
	}
	return p.row(label, &knob{keys: keys, show: func(d *design.Design) string {
		control.SetChecked(flagOf(d, keys[0]) == with)
		return ""
	}}, control)
}

// color is a knob for a color.
func (p *Designer) color(label, key string) *knob {
	control := widgets.NewSwatch(palette, func(c color.NRGBA) {
		p.set(label, pair{key, resume.Text(design.Color{R: c.R, G: c.G, B: c.B}.String())})
	})
	return p.row(label, &knob{keys: []string{key}, show: func(d *design.Design) string {
		var c design.Color
		if key == "colours.tint" {
			c = d.Colors.Tint // it may follow from the accent
		} else if err := c.UnmarshalText([]byte(textOf(d, key))); err != nil {
			panic(err) // a design holds colors only
		}
		control.SetColor(color.NRGBA{R: c.R, G: c.G, B: c.B, A: 255})
		return ""
	}}, control)
}

// palette is what the swatches offer: text colors with a contrast of at least
// 4.5:1 on white (WCAG 2.2, 1.4.3), and backgrounds in the last row.
var palette = paletteOf(
	"1d1f21 33373c 54585d 6b7075 8a1c2b a63d1f 8a5200 6b5d00",
	"3f6212 166534 0b6e6e 0e6285 1f4263 1d4ed8 4338ca 6d28d9",
	"86198f 9d174d 7c2d12 5b4636 374151 14532d 134e4a 312e81",
	"f1f3f5 eef2f6 eaf4f4 edf5ec fbf4e6 fbeeee f4effa b9c0c7")

func paletteOf(rows ...string) []color.NRGBA {
	var all []color.NRGBA
	for _, code := range strings.Fields(strings.Join(rows, " ")) {
		v, err := strconv.ParseUint(code, 16, 32)
		if err != nil {
			panic(err) // the codes are constants
		}
		all = append(all, color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 255})
	}
	return all
}

// family is a knob for the font family of styles.
func (p *Designer) family(label string, keys ...string) *knob {
	control := widgets.NewDropdown("", nil)
	control.OnTapped = func() {
		p.chooseFamily(control.Text(), func(name string) {
			pairs := make([]pair, len(keys))
			for i, key := range keys {
				pairs[i] = pair{key, resume.Text(name)}
			}
			p.set(label, pairs...)
			p.seal()
		})
	}
	return p.row(label, &knob{keys: keys, show: func(d *design.Design) string {
		control.SetText(textOf(d, keys[0]))
		return ""
	}}, control)
}

// character is a knob for a short text, such as the bullet character, to be typed
// or chosen.
func (p *Designer) character(label, key string, offered ...string) *knob {
	control := widgets.NewCombo(offered)
	control.Field.OnChanged = func(text string) { p.set(label, pair{key, resume.Text(text)}) }
	return p.row(label, &knob{keys: []string{key}, show: func(d *design.Design) string {
		if text := textOf(d, key); control.Field.Text != text {
			control.Field.SetText(text)
		}
		return ""
	}}, control)
}
