// Package wine tries the packages for Windows as Windows would run them: under wine, on an X server of its own. It holds
// tests alone, which need what "make windows-test" builds and installs; elsewhere they are skipped.
//
// What wine shows is not all that Windows does: it has no network shares here, its file dialogs are older, and it does not
// look for the programs of file types among the user's own.
package wine
