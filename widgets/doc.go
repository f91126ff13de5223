// Package widgets holds the parts of the window that know nothing of resumes: a theme, text fields that grow,
// lists that are put in order by dragging, a view of typeset pages, a gauge, meters, chips and toasts.
//
// Widgets show and call back; they decide nothing. A list that is reordered says which row was dragged where and
// leaves it to its owner to do so. Every method and every callback runs on Fyne's UI goroutine.
//
// Fyne keeps no link from an object to its parent. A widget here that holds objects of its owner therefore
// offers Children, so that [ScrollOf] can find the scroll around a focused field.
package widgets
