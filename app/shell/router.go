package shell

import "resumax/resume"

// Router leads an address to the screen that shows it. The route of the longest
// prefix wins, so the order in which routes are added does not matter.
type Router struct {
	routes map[resume.Address]func(resume.Address)
}

// Handle has all addresses at or below a prefix shown by a function.
func (r *Router) Handle(prefix resume.Address, show func(resume.Address)) {
	if r.routes == nil {
		r.routes = map[resume.Address]func(resume.Address){}
	}
	r.routes[prefix] = show
}

// Go shows an address and reports whether there is a route for it.
func (r *Router) Go(a resume.Address) bool {
	for prefix := a; ; prefix = prefix.Parent() {
		if show, ok := r.routes[prefix]; ok {
			show(a)
			return true
		}
		if prefix == resume.Root {
			return false
		}
	}
}
