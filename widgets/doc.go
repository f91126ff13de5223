// Package widgets holds Fyne widgets that know nothing of resumes: a theme, text fields that grow, lists that are
// reordered by dragging, a page view, a score, meters, cards of advice, chips and toasts.
//
// Widgets hold presentation only and expose callbacks. A reorderable list reports which row was dragged where; its
// owner moves the data. All methods and callbacks run on Fyne's UI goroutine.
//
// A Fyne object has no reference to its parent. A widget that contains its owner's objects therefore has a method
// Children, so that [ScrollOf] can find the scroll around a focused field.
package widgets
