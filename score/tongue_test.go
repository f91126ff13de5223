package score

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"resumax/assets"
	"resumax/language/langid"
	"resumax/language/terms"
	"resumax/resume"
	"resumax/resume/codec"
	"resumax/role"
)

// inLanguage is a resume in a language: a job with bullets, dates and skills.
func inLanguage(t *testing.T, language string, bullets ...string) resume.Document {
	t.Helper()
	list, _ := json.Marshal(bullets)
	meta := `"role": "none"`
	if language != "" {
		meta += `, "language": "` + language + `"`
	}
	d, _, err := codec.Parse([]byte(`{"basics": {"name": "Robin Example", "label": "X", "email": "robin@example.com", "phone": "+49 30 5550100", "location": {"city": "Berlin"}, "url": "https://robin.example.com"},
		"work": [{"name": "Muster AG", "position": "X", "startDate": "2021-03", "highlights": `+string(list)+`}],
		"education": [{"institution": "Y", "studyType": "Z", "startDate": "2012", "endDate": "2016"}],
		"skills": [{"name": "S", "keywords": ["Excel", "Salesforce"]}], "meta": {"resumax": {`+meta+`}}}`), "cv.json")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

var texts20 = map[string][]string{
	"German":     {"Senkte die Durchlaufzeit von 9 auf 4 Tage durch ein neues Planungsboard", "Leitung eines Teams von 12 Personen in der Montage", "Einführung von Salesforce für 80 Mitarbeiter im Vertrieb", "Den Umsatz um 20 % gesteigert und 14 Kunden gewonnen"},
	"French":     {"Réduit les chutes de 35 % et formé 12 infirmières sur le service", "Pris en charge 5 patients par jour et par poste avec une équipe de nuit", "Mise en place de Salesforce pour 80 vendeurs", "Développement de la clientèle : 14 nouveaux clients dans la région"},
	"Spanish":    {"Reduje los costes un 20 % y lideré un equipo de 8 personas", "Gestión de la cartera de 120 clientes en el norte del país", "Puesta en marcha de Salesforce para 80 vendedores", "Formé a 12 enfermeras en el uso de la bomba"},
	"Portuguese": {"Reduzi os custos em 20% e liderei uma equipe de 8 pessoas", "Gestão da carteira de 120 clientes no norte do país", "Implantação do Salesforce para 80 vendedores", "Treinei 12 enfermeiras no uso da bomba de infusão"},
	"Italian":    {"Ridotto i costi del 20% e gestito un gruppo di 8 persone nello stabilimento", "Gestione di 120 clienti per il nord Italia", "Introduzione di Salesforce per 80 venditori della rete", "Formazione di 12 infermiere sull'uso della pompa"},
	"Dutch":      {"Doorlooptijd verkort van 9 naar 4 dagen door een nieuwe planning met het team", "Aansturen van een team van 12 mensen in de fabriek", "Invoering van Salesforce voor 80 verkopers", "Omzet met 20% verhoogd en 14 klanten gewonnen in het noorden"},
	"Swedish":    {"Ledde ett team på 8 personer och minskade kostnaderna med 20 %", "Införde Salesforce för 80 säljare i hela landet", "Utbildade 12 sjuksköterskor på avdelningen", "Ansvarade för 120 kunder och ökade försäljningen till 3 miljoner"},
	"Finnish":    {"Johdin 8 hengen tiimiä ja vähensin kustannuksia 20 %", "Otin käyttöön Salesforcen 80 myyjälle sekä koulutin heidät", "Vastasin 120 asiakkaasta ja kasvatin myyntiä, joka oli 3 miljoonaa", "Koulutin 12 hoitajaa osastolla ja myös sijaiset"},
	"Polish":     {"Zarządzanie zespołem 8 osób oraz zmniejszenie kosztów o 20%", "Wdrożenie Salesforce dla 80 sprzedawców w kraju", "Szkolenie 12 pielęgniarek na oddziale", "Obsługa 120 klientów i wzrost sprzedaży do 3 mln"},
	"Czech":      {"Vedl jsem tým 8 lidí a snížil náklady o 20 %", "Zavedení Salesforce pro 80 prodejců v celé zemi", "Školení 12 sester na oddělení", "Péče o 120 zákazníků a růst prodeje na 3 miliony"},
	"Hungarian":  {"Egy 8 fős csapat vezetése és a költségek csökkentése 20%-kal", "A Salesforce bevezetése 80 értékesítő számára", "12 ápoló képzése az osztályon", "120 ügyfél kezelése és az eladás növelése"},
	"Romanian":   {"Am condus o echipă de 8 persoane și am redus costurile cu 20%", "Introducerea Salesforce pentru 80 de vânzători din țară", "Instruirea a 12 asistente în secție", "Gestionarea a 120 de clienți și creșterea vânzărilor"},
	"Turkish":    {"Sekiz kişilik bir ekibi yönettim ve maliyetleri %20 düşürdüm", "80 satıcı için Salesforce kurulumu yaptım", "Serviste 12 hemşire için eğitim düzenledim", "120 müşteri ile çalıştım ve satışları artırdım"},
	"Indonesian": {"Memimpin tim dengan 8 orang dan menurunkan biaya sebesar 20%", "Menerapkan Salesforce untuk 80 penjual di seluruh negeri", "Melatih 12 perawat dalam ruangan", "Menangani 120 pelanggan dan menaikkan penjualan"},
	"Vietnamese": {"Quản lý nhóm 8 người và giảm chi phí 20% trong năm", "Triển khai Salesforce cho 80 nhân viên bán hàng", "Đào tạo 12 điều dưỡng tại khoa", "Chăm sóc 120 khách hàng và tăng doanh số"},
	"Russian":    {"Руководил командой из 8 человек и снизил затраты на 20 %", "Внедрил Salesforce для 80 продавцов", "Обучил 12 медсестёр в отделении", "Вёл 120 клиентов и увеличил продажи"},
	"Ukrainian":  {"Керував командою з 8 людей і знизив витрати на 20 %", "Впровадив Salesforce для 80 продавців", "Навчив 12 медсестер у відділенні", "Вів 120 клієнтів і збільшив продажі"},
	"Greek":      {"Διοίκηση ομάδας 8 ατόμων και μείωση του κόστους κατά 20 %", "Εισαγωγή του Salesforce για 80 πωλητές", "Εκπαίδευση 12 νοσηλευτών στο τμήμα", "Διαχείριση 120 πελατών και αύξηση πωλήσεων"},
	"Arabic":     {"قيادة فريق من 8 أشخاص وخفض التكاليف بنسبة 20٪", "تطبيق Salesforce على 80 بائعا", "تدريب 12 ممرضة في القسم", "إدارة 120 عميلا وزيادة المبيعات"},
	"Hebrew":     {"ניהלתי צוות של 8 אנשים והפחתתי את העלויות ב-20%", "הטמעת Salesforce עבור 80 אנשי מכירות", "הדרכת 12 אחיות במחלקה", "טיפול ב-120 לקוחות והגדלת המכירות"},
	"Japanese":   {"新規顧客を年間38社獲得し、売上を22%伸ばした", "見積作成の時間を3日から1日に短縮した", "Salesforceを導入し、80名の営業担当者に展開した", "12名の看護師の研修を担当"},
	"Chinese":    {"负责新客户开发，年度销售额增长22%，带领8人团队", "推广 Salesforce，覆盖 80 名销售人员", "培训 12 名护士，投诉减少三成", "管理 120 家客户，续约率达到 95%"},
	"Korean":     {"신규 고객 38개사를 확보하고 매출을 22% 늘렸습니다", "Salesforce를 영업 사원 80명에게 도입", "간호사 12명 교육 담당", "고객 120개사 관리 및 매출 증대"},
	"Hindi":      {"8 लोगों की टीम का नेतृत्व किया और लागत 20% कम की", "80 विक्रेताओं के लिए Salesforce लागू किया", "12 नर्सों को प्रशिक्षण दिया", "120 ग्राहकों को संभाला और बिक्री बढ़ाई"},
	"Thai":       {"นำทีม 8 คนและลดต้นทุนลง 20% ในหนึ่งปี", "ติดตั้ง Salesforce ให้พนักงานขาย 80 คน", "ฝึกอบรมพยาบาล 12 คน", "ดูแลลูกค้า 120 รายและเพิ่มยอดขาย"},
}

// checksOfWording may find nothing in a language without words.
var checksOfWording = []string{"openers", "tense", "clarity", "repetition", "comparator", "mechanics"}

// In each of the languages what the program has no words for steps aside, said once;
// the invariants hold, numbers count, and bullets are bullets.
func TestTongues(t *testing.T) {
	for name, bullets := range texts20 {
		d := inLanguage(t, "", bullets...)
		s := New()
		r := s.Document(d, Options{Today: today})
		if s.tongue.Name != name {
			t.Errorf("%s is taken for %s", name, s.tongue.Name)
			continue
		}
		said := slices.DeleteFunc(slices.Clone(r.Notices), func(f Finding) bool { return f.Check != languageCheck })
		if len(said) != 1 || !strings.Contains(said[0].Why, name) {
			t.Errorf("%s: notices %v", name, said)
		}
		for _, f := range r.Notices {
			if f.Check == listCheck {
				t.Errorf("%s: %s", name, f.Why)
			}
		}
		most, lost := 0.0, 0.0
		for _, dim := range r.Dimensions {
			most += dim.Max
		}
		for _, f := range r.Findings {
			lost += f.Lost
			if s.tongue.isWordless() && slices.Contains(checksOfWording, f.Check) {
				t.Errorf("%s: %s: %s", name, f.Check, f.Why)
			}
			if f.Word != "" {
				t.Errorf("%s: %s", name, f.Why)
			}
		}
		if math.Abs(most-100) > 1e-6 || math.Abs(100-lost-r.Uncapped) > 1e-6 {
			t.Errorf("%s: %v points in all, %v lost, score %v", name, most, lost, r.Uncapped)
		}
		for _, f := range r.Findings {
			if !f.hasFix() {
				continue
			}
			fixed, err := Apply(d, f)
			if err != nil {
				t.Errorf("%s: %v", name, err)
			} else if got := New().Score(fixed, Options{Today: today}); math.Abs(got-r.Score-f.Gain) > 1e-6 {
				t.Errorf("%s: %s gains %v, not %v: %s", name, f.Check, got-r.Score, f.Gain, f.Fix)
			}
		}
		rated := 0
		for _, b := range bullets {
			if s.Rate(b, Options{}).Metric {
				rated++
			}
		}
		if rated < 2 {
			t.Errorf("%s: %d of %d bullets have a number", name, rated, len(bullets))
		}
	}
}

// What the program has words for is judged in German, French, Spanish and Portuguese.
func TestWordingInOtherLanguages(t *testing.T) {
	for _, c := range []struct {
		language, text string
		begins         beginning
		outcome        bool
		unclear        string // what is, "" for nothing
	}{
		{"de", "Senkte die Kosten um 20 %", action, true, ""}, {"de", "Leitung eines Teams von 9 Personen", action, false, ""}, {"de", "Ein Team von 9 Personen geleitet", action, false, ""},
		{"de", "Neue Abläufe eingeführt und Fehler halbiert", action, true, ""}, {"de", "Verantwortlich für das Budget", weak, false, ""}, {"de", "Mitarbeit bei der Planung", weak, false, ""},
		{"de", "Unterstützung der Leitung", weak, false, ""}, {"de", "Ich betreute 30 Kunden", action, false, "Ich"}, {"de", "Erfolgreich 12 Azubis geschult", action, false, "Erfolgreich"}, {"de", "Teamfähig und belastbar", plain, false, "Teamfähig"},
		{"de", "Aufbau einer Werkstatt mit 4 Plätzen", action, false, ""}, {"de", "Schrieb 40 Gutachten", action, false, ""}, {"de", "Kundentermine im Außendienst", plain, false, ""}, {"de", "Pflege von 12 Bewohnern je Schicht", action, false, ""},
		{"de", "Ansprechpartner für kleine Unternehmen", plain, false, ""}, {"de", "Kundenkontakt und Beschwerden im Laden", plain, false, ""}, {"de", "Ansprechpartner der bestehenden Kunden im Süden", plain, false, ""},
		{"de", "Kontaktperson mit verschiedenen Verantwortlichkeiten", plain, false, ""}, {"de", "Berichte für den Vorstand", plain, false, ""}, {"de", "Verträgen und Angeboten", plain, false, ""}, {"de", "Tätigkeiten im Schichtdienst", plain, false, ""},
		{"de", "Unternehmen in drei Ländern", plain, false, ""}, {"de", "Gespräche mit Lieferanten", plain, false, ""}, {"de", "30 Kunden betreut, davon 12 im Ausland", action, false, ""}, {"de", "Die Anlage wurde von mir aufgebaut und getestet", action, false, "mir"},
		{"de", "Betreut 30 Kunden im Süden", action, false, ""}, {"de", "Bereitgestellt: Server für 9 Standorte", action, false, ""}, {"de", "Kassenbestand täglich gezählt und Geld zur Bank gebracht", action, false, ""},
		{"de", "Erfahrung mit SAP", weak, false, ""}, {"de", "Abteilung Einkauf", plain, false, ""}, {"de", "Eigenverantwortlicher Aufbau der Filiale", action, false, ""}, {"de", "Verantwortung für das Budget", weak, false, ""}, {"de", "Betreuungskraft im Bereitschaftsdienst", plain, false, ""}, {"de", "Zertifikat in Pflege", plain, false, ""}, {"de", "Ausbildung zum Koch", weak, false, ""}, {"de", "Ausbildung von 4 Lehrlingen", action, false, ""}, {"de", "Kenntnisse in Excel", weak, false, ""},
		{"fr", "Expérience en vente", weak, false, ""}, {"fr", "Compétence", plain, false, ""}, {"fr", "Connaissance de SAP", weak, false, ""}, {"fr", "Maîtrise de Photoshop", plain, false, ""}, {"fr", "Connaissances en cuisine", weak, false, ""},
		{"es", "Conocimiento de SAP", weak, false, ""}, {"es", "Conocimientos de cocina", weak, false, ""}, {"es", "Experiencia en ventas", weak, false, ""},
		{"pt", "Experiência em vendas", weak, false, ""}, {"pt", "Conhecimento de Excel", weak, false, ""}, {"pt", "Competência em limpeza", plain, false, ""},
		{"fr", "Réduit les coûts de 20 %", action, true, ""}, {"fr", "Mise en place d'un planning", action, false, ""}, {"fr", "Développement de la clientèle", action, false, ""}, {"fr", "Encadrer une équipe de 9", action, false, ""},
		{"fr", "Responsable du budget", weak, false, ""}, {"fr", "Participation aux réunions", weak, false, ""}, {"fr", "J'ai formé 12 agents", action, false, "J'ai"}, {"fr", "Formé 12 agents avec succès", action, false, "avec succès"},
		{"fr", "Augmentation des ventes de 30 %", action, true, ""}, {"fr", "Conçu trois menus", action, false, ""}, {"fr", "Bonne ambiance", plain, false, ""}, {"fr", "Vendu 40 véhicules", action, false, ""},
		{"es", "Reduje los costes un 20 %", action, true, ""}, {"es", "Gestión de la cartera", action, false, ""}, {"es", "Lideré un equipo de 9", action, false, ""}, {"es", "Responsable de la caja", weak, false, ""},
		{"es", "Participé en la reforma", weak, false, ""}, {"es", "Aumento de las ventas del 30 %", plain, true, ""}, {"es", "Atendí mi zona con 30 clientes", action, false, "mi"}, {"es", "Vendiendo 40 coches al mes", action, false, ""}, {"es", "Buen ambiente", plain, false, ""},
		{"pt", "Reduzi os custos em 20%", action, true, ""}, {"pt", "Gestão da carteira", action, false, ""}, {"pt", "Recuperei R$ 3,8 milhões em créditos", action, true, ""}, {"es", "Recuperé 3,8 millones de euros", action, true, ""}, {"fr", "Récupéré 40 000 € de TVA", action, true, ""}, {"pt", "Liderei uma equipe de 9", action, false, ""}, {"pt", "Responsável pelo caixa", weak, false, ""},
		{"pt", "Participei da reforma", weak, false, ""}, {"pt", "Atendi 30 clientes com sucesso", action, false, "com sucesso"}, {"pt", "Minha equipe de 9", plain, false, "Minha"}, {"pt", "Bom ambiente", plain, false, ""},
		// verbs in the present are told from nouns by what is behind them
		{"fr", "Enseigne les sciences à deux classes", action, false, ""}, {"fr", "Coordonne 4 écoles", action, false, ""}, {"fr", "Anime l'atelier du mercredi", action, false, ""}, {"fr", "Classe de neige", plain, false, ""}, {"fr", "Service le midi", plain, false, ""},
		{"es", "Llevo la contabilidad general", action, false, ""}, {"es", "Preparo los impuestos", action, false, ""}, {"es", "Caja los sábados", plain, false, ""}, {"pt", "Oriento 3 colegas", action, false, ""}, {"pt", "Diminuí em 38 % o custo", action, true, ""}, {"pt", "Loja de roupas", plain, false, ""},
		{"fr", "Enseigne à une classe de 26 élèves", action, false, ""}, {"fr", "82 % des élèves lisent en mai, contre 61 % en septembre", plain, true, ""}, {"fr", "Lutté contre les fuites dans 3 ateliers", action, false, ""}, {"de", "Ausschuss bei 1,2 % gegenüber 3,4 % im Vorjahr", plain, true, ""},
		// a double thing is no doubling, and a duplicate none
		{"fr", "Classe à double niveau", plain, false, ""}, {"fr", "Doublé les ventes", action, true, ""}, {"es", "Doble turno en cocina", plain, false, ""}, {"es", "Duplicó las ventas", action, true, ""}, {"es", "Facturas por duplicado", plain, false, ""}, {"pt", "Dobra de chapas", plain, false, ""}, {"pt", "Dobrou as vendas", action, true, ""},
		// a profile of sentences may say "je"
		{"fr", "Professeure depuis 2016. J'ai formé 12 collègues.", action, false, ""}, {"de", "Ich berate gern. Mein Ziel ist eine Stelle in Kassel.", action, false, ""},
	} {
		s := readForeign(c.text, terms.Default(), tongueOf(langid.Named(c.language)), newForeignFacts())
		unclear := ""
		if len(s.clarity) > 0 {
			unclear = s.plain[s.clarity[0].start:s.clarity[0].end]
		}
		if s.begins != c.begins || s.outcome != c.outcome || unclear != c.unclear {
			t.Errorf("%s: %q begins %d, outcome %v, unclear %q", c.language, c.text, s.begins, s.outcome, unclear)
		}
	}
}

// In other languages bullets name their means by letters that the list of terms lacks; headings in
// capitals, numerals and units are none.
func TestAbbreviationsAreMeans(t *testing.T) {
	for text, want := range map[string]bool{
		"Prüfung von 640 Betriebsmitteln nach DGUV V3": true, "Respect des normes HACCP en cuisine": true, "Presenté declaraciones de IVA e IRPF": true,
		"BETREUUNG DER KUNDEN": false, "Formé 12 collègues à l'usage de l'ENT": true, "Teil III der Ausbildung im Betrieb": false, "Responsável pela loja": false, "400 MWH Strom": false,
	} {
		tag := "de"
		s := readForeign(text, terms.Default(), tongueOf(langid.Named(tag)), newForeignFacts())
		if got := s.namesTerm(); got != want {
			t.Errorf("%q names a means: %v", text, got)
		}
	}
}

// A role's keywords that are English words are not asked for in other languages, nor its signals,
// which are told by English words.
func TestRoleFitInOtherLanguages(t *testing.T) {
	pack, _ := role.ByID("accountant")
	target := TargetOf(pack)
	for _, tag := range []string{"de", "fr", "es", "pt"} {
		d, _, err := codec.Parse(fmt.Appendf(nil, `{"basics": {"name": "X", "email": "x@example.com"}, "meta": {"resumax": {"language": %q}}, "work": [{"name": "Y", "position": "Z", "startDate": "2020-01", "highlights": ["A", "B", "C", "D"]}]}`, tag), "")
		if err != nil {
			t.Fatal(err)
		}
		r := New().Document(d, Options{Today: today, Target: target})
		for _, f := range r.Findings {
			if f.Check == signals.id {
				t.Errorf("%s: %s", tag, f.Why)
			}
		}
		for _, k := range r.Keywords.Missing {
			if k == strings.ToLower(k) {
				t.Errorf("%s: %q is asked for", tag, k)
			}
		}
		if len(r.Keywords.Missing) == 0 {
			t.Errorf("%s: no name is asked for", tag)
		}
	}
}

// What is a number and what is none, in texts of other languages.
func TestNumbersInOtherLanguages(t *testing.T) {
	for text, want := range map[string]bool{
		"fr: Formé 12 infirmières": true, "fr: Équipe de 9": true, "fr: Depuis 2019 sur le site": false, "fr: Certifié ISO 9001": false, "de: Abschluss im Jahr 2016": false, "de: Umsatz von 3 Mio. Euro": true,
		"de: Prüfung nach DIN 5008": false, "de: Team von zwölf Personen": true, "ja: 38社を獲得した": true, "ja: 2019年に入社した": false, "ja: 売上を22%伸ばした": true, "ja: 売上を２２％伸ばした": true, "zh: 管理120家客户": true, "zh: 2019年4月加入": false,
		"ko: 고객 120개사": true, "ru: Обучил 12 медсестёр": true, "ru: Работал в 2019 году": false, "ar: ٨ أشخاص": true,
	} {
		tag, text, _ := strings.Cut(text, ": ")
		if got := readForeign(text, terms.Default(), tongueOf(langid.Named(tag)), newForeignFacts()).metric; got != want {
			t.Errorf("%s: %q has a number: %v", tag, text, got)
		}
	}
}

// A resume in English is read in English, whatever names it mentions, and so is every
// sample.
func TestEnglishStaysEnglish(t *testing.T) {
	for _, p := range role.All() {
		s := New()
		s.Score(p.Sample(), Options{Today: today})
		if !s.tongue.isEnglish() {
			t.Errorf("%s is taken for %s", p.ID, s.tongue.Name)
		}
	}
	for _, text := range []string{"Taught at Universidad de los Andes and Escuela de la Costa", "Sous chef at Le Petit Jardin de la Mer", "Sold 40 VW and Škoda cars in Česká Lípa", "Built a queue in Go"} {
		s := New()
		s.Score(letter(t, text), Options{Today: today})
		if !s.tongue.isEnglish() {
			t.Errorf("%q is taken for %s", text, s.tongue.Name)
		}
	}
}

// The words of each language load.
func TestWritingLoads(t *testing.T) {
	for _, tag := range []string{"de", "fr", "es", "pt"} {
		data, ok := assets.WritingIn(tag)
		if !ok {
			t.Fatalf("no words for %s", tag)
		}
		w, err := loadWriting(tag, data)
		if err != nil {
			t.Fatal(err)
		}
		for name, n := range map[string]int{"weak": len(w.weak.firsts), "filler": len(w.filler.firsts), "outcome": len(w.outcome), "verbs": len(w.verbs), "persons": len(w.persons), "method": len(w.method.firsts), "compare": len(w.compare.firsts), "numbers": len(w.numbers)} {
			if n < 5 {
				t.Errorf("%s: %d of %s", tag, n, name)
			}
		}
	}
	if _, err := loadWriting("xx", []byte("weaks = []")); err == nil {
		t.Error("an unknown member loads")
	}
}

// The language that is set wins over the text's.
func TestTheLanguageIsSet(t *testing.T) {
	s := New()
	s.Score(inLanguage(t, "fr", "Cut costs by 20%", "Led a team of 9"), Options{Today: today})
	if s.tongue.Name != "French" {
		t.Error(s.tongue.Name)
	}
	s.Score(inLanguage(t, "en-GB", "Reduje los costes un 20 % y lideré un equipo de 8 personas"), Options{Today: today})
	if !s.tongue.isEnglish() {
		t.Error(s.tongue.Name)
	}
}

// In a foreign resume removing a number raises nothing either.
func TestForeignNumbersCount(t *testing.T) {
	for name, bullets := range texts20 {
		for i, text := range bullets {
			without := strings.Map(func(r rune) rune {
				if strings.ContainsRune("0123456789%٪", r) {
					return -1
				}
				return r
			}, text)
			if without == text {
				continue
			}
			less := slices.Clone(bullets)
			less[i] = without
			a, b := New().Score(inLanguage(t, "", bullets...), Options{Today: today}), New().Score(inLanguage(t, "", less...), Options{Today: today})
			if b > a {
				t.Errorf("%s: %q scores %v with and %v without its numbers", name, text, a, b)
			}
		}
	}
}

func BenchmarkForeign(b *testing.B) {
	d := inLanguage(&testing.T{}, "", slices.Repeat(texts20["French"], 10)...)
	s := New()
	for b.Loop() {
		s.Document(d, Options{Today: today})
	}
}

// A report of two pages in a language whose spelling is checked, by a scorer that has
// seen nothing before.
func BenchmarkForeignFirst(b *testing.B) {
	for tag, bullets := range ofTrades {
		var all []string
		for i := range 5 {
			for _, text := range bullets {
				all = append(all, strings.Replace(text, " ", " "+strings.Repeat("x", i)+" ", 1))
			}
		}
		d := inLanguage(&testing.T{}, tag, all...)
		b.Run(tag, func(b *testing.B) {
			for b.Loop() {
				New().Document(d, Options{Today: today})
			}
		})
	}
}
