package score

import (
	"fmt"
	"maps"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"resumax/language/terms"
	"resumax/resume"
	"resumax/role"
)

// twoPages is a resume of about two pages with something to find in every
// dimension.
func twoPages() resume.Document {
	p, _ := role.ByID("backend-engineer")
	d := p.Sample()
	for i := range 12 {
		text := "Worked on the billing service number " + strings.Repeat("i", i+1) + ", which the team had inherited, and helped colleagues with various changes to it."
		at := resume.Address("/work").Item(i % 3).Child("highlights")
		d = must(d.Set(at.Item(d.ListLen(at)), resume.Text(text)))
	}
	return d
}

func benchmarkOptions() Options {
	p, _ := role.ByID("backend-engineer")
	return Options{Today: today, Target: TargetOf(p)}
}

// BenchmarkScore is the score alone, every sentence read anew.
func BenchmarkScore(b *testing.B) {
	d, o := twoPages(), benchmarkOptions()
	New().Score(d, o) // which loads the word lists
	for b.Loop() {
		New().Score(d, o)
	}
}

// BenchmarkScoreAfterKeystroke is the score alone, one sentence read anew.
func BenchmarkScoreAfterKeystroke(b *testing.B) {
	d, o, s := twoPages(), benchmarkOptions(), New()
	s.Score(d, o)
	n := 0
	for b.Loop() {
		n++
		typed := must(d.SetText("/work/0/highlights/0", "Cut latency by "+strconv.Itoa(n)+" ms in Go."))
		s.Score(typed, o)
	}
}

// BenchmarkReport is the whole report with all gains, every sentence read anew.
func BenchmarkReport(b *testing.B) {
	d, o := twoPages(), benchmarkOptions()
	New().Document(d, o) // which loads the word lists
	for b.Loop() {
		New().Document(d, o)
	}
}

// BenchmarkReportAfterKeystroke is the whole report, one sentence read anew.
func BenchmarkReportAfterKeystroke(b *testing.B) {
	d, o, s := twoPages(), benchmarkOptions(), New()
	s.Document(d, o)
	n := 0
	for b.Loop() {
		n++
		typed := must(d.SetText("/work/0/highlights/0", "Cut latency by "+strconv.Itoa(n)+" ms in Go."))
		s.Document(typed, o)
	}
}

// BenchmarkLongReportAfterKeystroke is the whole report on many jobs, one sentence read anew.
func BenchmarkLongReportAfterKeystroke(b *testing.B) {
	for _, n := range []int{40, 400} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			d, o, s := jobs(n), benchmarkOptions(), New()
			s.Document(d, o)
			b.ReportAllocs()
			n := 0
			for b.Loop() {
				n++
				s.Document(must(d.SetText("/work/0/highlights/0", "Cut latency by "+strconv.Itoa(n)+" ms in Go.")), o)
			}
		})
	}
}

// Ten thousand edits leave no more behind than a few: what is kept of sentences
// that are gone is bounded, and an edit does as much work as the first.
func TestEditsLeaveNothingBehind(t *testing.T) {
	d, o, s := twoPages(), benchmarkOptions(), New()
	edit := func(n int) {
		typed := must(d.SetText("/work/0/highlights/0", "Cut latency by "+strconv.Itoa(n)+" ms in Go with qzw"+strings.Repeat("q", n%7)+strconv.Itoa(n)+"."))
		typed = must(typed.Set("/skills/0/keywords/0", resume.Text("Skill "+strconv.Itoa(n))))
		s.Score(typed, o)
	}
	heap := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	n := 0
	next := func() { n++; edit(n) }
	for range 100 {
		next()
	}
	before, early := heap(), testing.AllocsPerRun(100, next)
	for range 10_000 {
		next()
	}
	late, after := testing.AllocsPerRun(100, next), heap()
	if late > 1.1*early {
		t.Errorf("an edit allocates %v times, at first %v", late, early)
	}
	if kept := len(s.sentences) + len(s.skills); kept > 3*(cacheSize+100) {
		t.Errorf("%d texts are kept", kept)
	}
	const most = 24 << 20 // of 4096 sentences and as many skills
	if after > before+most {
		t.Errorf("10,000 edits leave %d MB behind", (after-before)>>20)
	}
	t.Logf("%v, then %v allocations an edit; the heap from %d to %d kB", early, late, before>>10, after>>10)
}

// bulletsIn are ways in which bullets are written in a language, with a number each.
var bulletsIn = map[string][]string{
	"de": {"Reduzierte die Durchlaufzeit in Halle %d von 9 auf 4 Tage durch ein Kanban und schulte 12 Mitarbeiter an der neuen Linie",
		"Verantwortlich für das Budget des Standorts %d und die Einführung von SAP in der Buchhaltung mit 8 Personen",
		"Leitung eines Teams von %d Personen im Bereich Wartung; Ausschuss um 30 %% gesenkt"},
	"fr": {"Réduit les chutes de %d %% en formant 12 infirmières sur le service de nuit avec une nouvelle fiche",
		"Responsable du suivi de %d dossiers par semaine pour les clients du nord et de la gestion des stocks",
		"Développement d'une API REST en Python pour le site %d, avec tests et déploiement continu"},
	"es": {"Reduje los costes de la planta %d un 20 %% con un nuevo contrato y lideré un equipo de 8 personas",
		"Responsable de la gestión de la cartera de %d clientes y de la apertura de 14 tiendas en el norte del país"},
	"pt": {"Reduzi os custos da loja %d em 20%% com um novo contrato e liderei uma equipe de 8 pessoas",
		"Responsável pela gestão da carteira de %d clientes e pela abertura de 14 lojas no norte do país"},
	"ru": {"Руководил командой из %d человек и снизил затраты на 20 %% за год с помощью SAP",
		"Отвечал за поставки для завода %d и обучение новых сотрудников, а также за отчёты"},
	"zh": {"负责新客户开发，年度销售额增长%d%%，带领8人团队完成华东地区的全部门店改造",
		"使用 Python 和 Django 开发后台系统，日均处理 %d 万次请求，并将响应时间从900毫秒降到120毫秒"},
}

// twoPagesIn is a resume of two pages in another language: ten jobs of four bullets.
func twoPagesIn(tag string) resume.Document {
	work := make([]resume.Value, 10)
	for i := range work {
		bullets := make([]string, 4)
		for k := range bullets {
			n := 4*i + k
			bullets[k] = fmt.Sprintf(bulletsIn[tag][n%len(bulletsIn[tag])], n+11)
			if k == 3 { // no two say the same
				bullets[k] = fmt.Sprintf("%s, Projekt%c%c", bullets[k], 'a'+n%26, 'a'+i)
			}
		}
		work[i] = engineerAt(i, bullets)
	}
	return resume.NewDocument(resume.Struct(resume.Member{Name: "work", Value: resume.List(work...)}))
}

// manySkills is a resume of a few bullets and so many skills, terms and others.
func manySkills(n int) resume.Document {
	all := terms.Default().All()
	groups := make([]resume.Value, n/10)
	for g := range groups {
		names := make([]string, 10)
		for i := range names {
			if at := 10*g + i; at%2 == 0 {
				names[i] = all[at/2%len(all)].Name
			} else {
				names[i] = fmt.Sprintf("Handcraft %d", at)
			}
		}
		groups[g] = resume.Struct(resume.Member{Name: "name", Value: resume.Text(fmt.Sprint("Group ", g))}, resume.Member{Name: "keywords", Value: resume.Texts(names...)})
	}
	return must(jobs(4).Set("/skills", resume.List(groups...)))
}

func BenchmarkForeignReport(b *testing.B) {
	for _, tag := range slices.Sorted(maps.Keys(bulletsIn)) {
		b.Run(tag, func(b *testing.B) {
			d, o := twoPagesIn(tag), Options{Today: today}
			New().Document(d, o) // which loads the word lists
			b.ReportAllocs()
			for b.Loop() {
				New().Document(d, o)
			}
		})
	}
}

func BenchmarkForeignKeystroke(b *testing.B) {
	for _, tag := range slices.Sorted(maps.Keys(bulletsIn)) {
		b.Run(tag, func(b *testing.B) {
			d, o, s := twoPagesIn(tag), Options{Today: today}, New()
			s.Document(d, o)
			b.ReportAllocs()
			n := 0
			for b.Loop() {
				n++
				s.Document(must(d.SetText("/work/0/highlights/0", fmt.Sprintf(bulletsIn[tag][0], n))), o)
			}
		})
	}
}

// BenchmarkReportOfSkills is the report on thousands of skills.
func BenchmarkReportOfSkills(b *testing.B) {
	for _, n := range []int{50, 500, 5000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			d, o := manySkills(n), benchmarkOptions()
			b.ReportAllocs()
			for b.Loop() {
				New().Document(d, o)
			}
		})
	}
}
