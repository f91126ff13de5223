package resume

import "strings"

// Setting is a value that a resume gives to one setting of a design.
type Setting struct {
	Key     string // the design's name of it, such as "style.body.size"
	Value   Value
	Address Address // where it is; "" for one that is not of the resume
}

// DesignSettings is where all that a resume says over a design stands: an
// object of the tables that a design's file has.
func DesignSettings(design string) Address { return designSettings.Child(design) }

// SettingAddress is where a resume says what a setting of a design is.
func SettingAddress(design, key string) Address {
	at := DesignSettings(design)
	for _, name := range strings.Split(key, ".") {
		at = at.Child(name)
	}
	return at
}

// SettingsOver are what the resume says over a design, in the file's order.
func (m Meta) SettingsOver(design string) []Setting {
	v, _ := m.Settings.Get(design)
	return flatten(nil, "", v, DesignSettings(design))
}

// flatten appends the leaves of an object's tables.
func flatten(all []Setting, key string, v Value, at Address) []Setting {
	if key != "" && v.Kind() != Object {
		return append(all, Setting{key, v, at})
	}
	for _, m := range v.Members() {
		below := m.Name
		if key != "" {
			below = key + "." + m.Name
		}
		all = flatten(all, below, m.Value, at.Child(m.Name))
	}
	return all
}
