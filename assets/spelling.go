package assets

import "embed"

// Spelling holds the English words that package spelling knows: spelling/en.dic.gz,
// the American and the British list of SCOWL in one, with spelling/en.aff, the
// rules by which Hunspell derives words from it, and spelling/work.txt, words of
// working life that they lack.
//
//go:embed spelling/en.aff spelling/en.dic.gz spelling/work.txt
var Spelling embed.FS
