package match

import (
	"testing"

	"resumax/job/posting"
)

// Requirements of which one is enough are called what the posting's language calls them.
func TestNamesFollowThePosting(t *testing.T) {
	for _, c := range []struct {
		tag, sentence string
		any           []string
		want          string
	}{
		{"en", "Kafka or RabbitMQ.", []string{"Kafka", "RabbitMQ"}, "Kafka or RabbitMQ"},
		{"en", "Bachelor's degree or equivalent experience.", []string{"bachelor", "equivalent experience"}, "Bachelor or equivalent experience"},
		{"de", "Erfahrung mit Kafka oder RabbitMQ.", []string{"Kafka", "RabbitMQ"}, "Kafka oder RabbitMQ"},
		{"de", "Sie sprechen Englisch oder Französisch.", []string{"English", "French"}, "Englisch oder Französisch"},
		{"fr", "Docker ou Kubernetes.", []string{"Docker", "Kubernetes"}, "Docker ou Kubernetes"},
		{"fr", "Anglais ou allemand courant.", []string{"English", "German"}, "Anglais ou allemand"},
		{"es", "Java u Oracle.", []string{"Java", "Oracle"}, "Java u Oracle"},
		{"es", "Inglés o francés.", []string{"English", "French"}, "Inglés o francés"},
		{"pt-BR", "Docker ou Podman.", []string{"Docker", "Podman"}, "Docker ou Podman"},
		{"pt", "Inglês ou espanhol.", []string{"English", "Spanish"}, "Inglês ou espanhol"},
		{"it", "Docker o Podman.", []string{"Docker", "Podman"}, "Docker or Podman"}, // no words of it
	} {
		p := posting.Posting{Language: c.tag, Required: []posting.Requirement{{Any: c.any, Sentence: c.sentence, Text: c.sentence, Count: 1}}}
		if got := Match(Input{Posting: p, Today: today}).Requirements[0].Name(); got != c.want {
			t.Errorf("%s: %q is called %q, want %q", c.tag, c.sentence, got, c.want)
		}
	}
	for tag, want := range map[string]string{"en": "5 years of experience", "de": "5 Jahre Berufserfahrung", "fr": "5 ans d’expérience", "es": "5 años de experiencia", "pt": "5 anos de experiência"} {
		if got := Match(Input{Posting: posting.Posting{Language: tag, Years: 5}, Today: today}).Requirements[0].Name(); got != want {
			t.Errorf("%s: years are called %q, want %q", tag, got, want)
		}
	}
}

// A license that a sentence calls something else has its name in the posting's language.
func TestNamesOfLicenses(t *testing.T) {
	for tag, want := range map[string]string{"es": "grado en enfermería", "pt": "graduação em enfermagem", "en": "registered nurse", "it": "registered nurse"} {
		if got := AnyOf([]string{"registered nurse"}, "Se pide lo de siempre", tag); got != want {
			t.Errorf("%s: %q, want %q", tag, got, want)
		}
	}
}
