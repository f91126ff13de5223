package role

// Choice is the role that a resume is read for, and how it came to it.
type Choice struct {
	Pack    *Pack  // nil for none
	Guess   *Guess // what Pack was guessed from; nil where it was asked for
	Unknown string // the id that was asked for and that no pack has, "" for none
}

// Choose decides for which role a resume is read: for the one that is asked for,
// by the resume or over it; for none where [None] is asked for; else for the one
// that guess finds. It is not called where it is not needed, and gives nil where
// there is no telling.
func Choose(asked string, find func(id string) (*Pack, bool), guess func() *Guess) Choice {
	if asked == None {
		return Choice{}
	}
	if p, ok := find(asked); ok {
		return Choice{Pack: p}
	}
	c := Choice{Unknown: asked, Guess: guess()}
	if c.Guess != nil {
		c.Pack = c.Guess.Pack
	}
	return c
}

// Likeliest is the first of guesses, nil of none.
func Likeliest(guesses []Guess) *Guess {
	if len(guesses) == 0 {
		return nil
	}
	return &guesses[0]
}
