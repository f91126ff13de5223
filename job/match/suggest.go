package match

import "resumax/resume"

// SuggestionKind is what a suggestion does.
type SuggestionKind string

// The kinds of suggestions. All work with what the user wrote.
const (
	Show    SuggestionKind = "show"    // a text, an item or a section that is hidden, or that only the base has
	Reorder SuggestionKind = "reorder" // a bullet that proves something further up in its list
	List    SuggestionKind = "list"    // a skill that a text shows and no list names
	Reword  SuggestionKind = "reword"  // a term as the posting writes it
)

// Suggestion is one thing that would answer the posting better.
type Suggestion struct {
	Kind         SuggestionKind
	Address      resume.Address // in Input.Document
	Text         string         // what it does
	Edit         resume.Edit    // of Input.Document
	Gain         float64        // the match with it less the match now
	Requirements []int          // indexes into Report.Requirements
}

// Suggest says what would answer the posting better without a word that the user did not
// write, what gains most first.
func (m *Matcher) Suggest(in Input, r Report) []Suggestion { return nil }
