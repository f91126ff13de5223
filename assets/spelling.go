package assets

import "embed"

// Spelling holds the licenses of the lists of words that package spelling knows. LICENSE.txt
// is of the English ones. The words themselves are no part of the program: tools/pack makes a table
// of them (packed/dictionary.bin). They are in spelling/en.gz, which
// spelling/scowl.sh makes of SCOWL's lists, and in lists of our own: work.txt, words of
// working life and of trades that SCOWL lacks or has among the rare ones;
// misspelled.txt, common typos that are words there, or whose meaning no rule finds;
// unoffered.txt, words that are never suggested.
//
// LICENSES.txt is of the lists of German, French, Spanish and Portuguese words, which
// spelling/tongues.sh makes: de.gz, fr.gz, es.gz and pt.gz. Beside them are lists of our own:
// de.txt, fr.txt, es.txt and pt.txt.
//
//go:embed spelling/LICENSE.txt spelling/LICENSES.txt
var Spelling embed.FS
