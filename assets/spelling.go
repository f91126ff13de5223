package assets

import "embed"

// Spelling holds the English words that package spelling knows: spelling/en.dic.gz,
// the American and the British list of SCOWL in one, with spelling/en.aff, the
// rules by which Hunspell derives words from it, and spelling/work.txt, words of
// working life that they lack. With them stands the license of the list.
//
//go:embed spelling/en.aff spelling/en.dic.gz spelling/work.txt spelling/LICENSE.txt
var Spelling embed.FS
