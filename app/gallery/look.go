package gallery

import (
	"hash/fnv"

	"resumax/resume"
	"resumax/role"
)

// look is a design with an accent color.
type look struct{ design, accent string }

// looks are what samples are shown in, so that the gallery shows what resumes can look
// like. The colors are those of the designs that ship.
var looks = []look{
	{"classic", "#1f4263"}, {"engineering", "#0f4c9c"}, {"sidebar", "#7a2e3a"}, {"modern", "#0b6e6e"}, {"compact", "#233f6b"},
	{"classic", "#6d1f32"}, {"sidebar", "#1b3a2f"}, {"engineering", "#2b2b2b"}, {"modern", "#3b4f9e"}, {"compact", "#0b6e6e"},
	{"classic", "#1b3a2f"}, {"sidebar", "#3b4f9e"}, {"engineering", "#6d1f32"},
}

// lookOf is a role's look, always the same one.
func lookOf(p *role.Pack) look {
	h := fnv.New32a()
	h.Write([]byte(p.ID))
	return looks[h.Sum32()%uint32(len(looks))]
}

// Dressed is a resume in the role's look, unless it has a design of its own.
func Dressed(p *role.Pack, d resume.Document) resume.Document {
	if d.TextAt(resume.DesignSetting) != "" {
		return d
	}
	l := lookOf(p)
	dressed, err := d.SetText(resume.DesignSetting, l.design)
	if err == nil {
		dressed, err = dressed.SetText(resume.DesignSettings(l.design).Child("colours").Child("accent"), l.accent)
	}
	if err != nil {
		return d
	}
	return dressed
}

// sample is the resume on the picture of a role.
func sample(p *role.Pack) *resume.Resume { return Dressed(p, p.Sample()).Resume() }
