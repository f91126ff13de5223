package terms_test

import (
	"fmt"

	"resumax/language/terms"
)

func ExampleList_Find() {
	for _, m := range terms.Default().Find("Sharded postgres for services in Go, not go to market") {
		fmt.Printf("%d %s: %q, canonical %v\n", m.Start, m.Term.Name, m.Surface, m.Canonical())
	}
	// Output:
	// 0 sharding: "Sharded", canonical true
	// 8 PostgreSQL: "postgres", canonical false
	// 33 Go: "Go", canonical true
	// 41 go-to-market: "go to market", canonical true
}

func ExampleList_Implied() {
	for _, t := range terms.Default().Implied("Next.js") {
		fmt.Println(t.Name)
	}
	// Output:
	// React
	// JavaScript
}
