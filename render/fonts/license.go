package fonts

// Embedding is what a font's license allows of a document that carries it, by
// the field fsType of its table OS/2.
type Embedding uint8

// What a license may allow.
const (
	Free      Embedding = iota // the part of the font that is used
	Forbidden                  // nothing, or the font as it is only: our files hold nothing but parts
)

// embeddingOf reads the field fsType. Where it names several uses, as old fonts
// do, the one that allows most holds (OpenType, "OS/2", fsType).
func embeddingOf(fsType uint16) Embedding {
	const (
		restricted   = 0x0002
		preview      = 0x0004 // and printing
		editable     = 0x0008
		noSubsetting = 0x0100
		bitmapsOnly  = 0x0200
	)
	if fsType&restricted != 0 && fsType&(preview|editable) == 0 || fsType&(bitmapsOnly|noSubsetting) != 0 {
		return Forbidden
	}
	return Free
}
