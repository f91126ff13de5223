// Package packed holds those of the data that ship whose source takes long to read
// (the term list, the role packs, the dictionaries, the verbs, lists of words), in a form
// that needs no parsing: numbers and texts one behind the other, as a [Coder] writes and
// reads them, and views ([Numbers], [Texts], [Table]) that are searched where they are.
//
// The files are made of their sources by tools/pack (`make packed`). The packages
// that read them hold tests that they are current.
package packed

import (
	_ "embed"
	"sort"
	"sync"
)

//go:generate ../../scripts/go.sh run resumax/tools/pack terms.bin numbers.bin
//go:generate ../../scripts/go.sh run resumax/tools/pack

// File is one of the files, by name. Its data are asked for with [File.Open].
type File struct {
	Name string
	data *string
}

//go:embed terms.bin
var termsData string

//go:embed roles.bin
var rolesData string

//go:embed sentences.bin
var sentencesData string

//go:embed dictionary.bin
var dictionaryData string

//go:embed words.bin
var wordsData string

//go:embed numbers.bin
var numbersData string

//go:embed titles.bin
var titlesData string

//go:embed verbs.bin
var verbsData string

//go:embed de.bin
var germanData string

//go:embed fr.bin
var frenchData string

//go:embed es.bin
var spanishData string

//go:embed pt.bin
var portugueseData string

// The files.
var (
	Terms       = File{"terms.bin", &termsData}           // of package terms
	Roles       = File{"roles.bin", &rolesData}           // of package role
	Sentences   = File{"sentences.bin", &sentencesData}   // of package role
	Dictionary  = File{"dictionary.bin", &dictionaryData} // of package spelling
	Verbs       = File{"verbs.bin", &verbsData}           // of package verbs
	Words       = File{"words.bin", &wordsData}           // of package score
	NumberLists = File{"numbers.bin", &numbersData}       // of package metric
	Titles      = File{"titles.bin", &titlesData}         // of package role
	German      = File{"de.bin", &germanData}             // of package spelling, as the next three
	French      = File{"fr.bin", &frenchData}
	Spanish     = File{"es.bin", &spanishData}
	Portuguese  = File{"pt.bin", &portugueseData}
)

var (
	mu     sync.Mutex
	opened = map[string]int{}
)

// Open is what the file holds.
func (f File) Open() string {
	mu.Lock()
	defer mu.Unlock()
	opened[f.Name]++
	return *f.data
}

// Opened are the names of the files that this process has opened, in alphabetical
// order, for tests of what a job reads.
func Opened() []string {
	mu.Lock()
	defer mu.Unlock()
	var names []string
	for name := range opened {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}
