// This file lets tr.go declare a function without a body, which linkname needs.
