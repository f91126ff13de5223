package assets

import "embed"

// Spelling holds the license of the list of English words that package spelling
// knows. The words themselves are no part of the program: tools/pack makes a table
// of them (packed/dictionary.bin). They are in spelling/en.gz, which
// spelling/scowl.sh makes of SCOWL's lists, and in lists of our own: work.txt, words of
// working life and of trades that SCOWL lacks or has among the rare ones;
// misspelled.txt, common typos that are words there, or whose meaning no rule finds;
// unoffered.txt, words that are never suggested.
//
//go:embed spelling/LICENSE.txt
var Spelling embed.FS
