package shell

import "resumax/resume"

// Router shows an address on the screen it belongs to. The longest prefix wins, so
// the order of registration does not matter.
type Router struct {
	routes map[resume.Address]func(resume.Address)
}

// Handle registers a function that shows the addresses at or below a prefix.
func (r *Router) Handle(prefix resume.Address, show func(resume.Address)) {
	if r.routes == nil {
		r.routes = map[resume.Address]func(resume.Address){}
	}
	r.routes[prefix] = show
}

// Go shows an address and reports whether it has a route.
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
