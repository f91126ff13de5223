package structure

// TitleScore is how much a text sounds like the title of a job, 0 to 1.
func TitleScore(text string) float64 { return titleScore(text) }

// OrganizationScore is how much a text sounds like an employer or a school, 0 to 1.
func OrganizationScore(text string) float64 { return organizationScore(text) }

// PlaceScore is how much a text sounds like a place, 0 to 1.
func PlaceScore(text string) float64 { return placeScore(text) }
