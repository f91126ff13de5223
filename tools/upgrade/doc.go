// Package upgrade holds what earlier versions of the program left on disks, and
// tests that this one takes all of it over: projects, settings, the user's own
// words, designs and roles, scores, earlier versions of files, and the journals of
// work that was not saved.
//
// A folder of testdata is the home folder of a user called ada, as
// scripts/upgrade-fixture.sh keeps it: with the program of its day she saved
// ada.json, went on typing, and the program was killed. Those of 0.1.0 are from six
// points of its development, the oldest before there were journals.
package upgrade
