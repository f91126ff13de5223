package langid

import "testing"

// Bullets as resumes have them, all made up.
func TestLanguage(t *testing.T) {
	for _, c := range []struct{ want, text string }{
		{"en", "Cut the lead time from 9 to 4 days with a pull board and trained 12 staff on the new line"},
		{"en", "Managed budgets. Negotiated contracts. Trained staff."},
		{"en", "Led the Los Angeles and San José teams of Banco de la Nación; opened El Paso and La Paz for the firm"},
		{"en", "Chef de partie at Le Jardin du Roi, in charge of the sauce station and the mise en place for 120 covers"},
		{"en", "Taught French and German to classes of 30 at the Lycée de la Mer, with a pass rate of 96%"},
		{"en", "Translated contracts from Japanese (日本語) into English for 14 clients of 株式会社サンプル"},
		{"en", "Python, SQL, Docker, Kubernetes, AWS"},
		{"en", ""}, {"en", "2019"}, {"en", "Müller"},
		{"en", "Studied at Universidad de los Andes and worked for Companhia das Letras in São Paulo"},
		{"de", "Reduzierte die Durchlaufzeit von 9 auf 4 Tage und schulte 12 Mitarbeiter an der neuen Linie"},
		{"de", "Verantwortlich für das Budget des Standorts; Einführung von Kanban mit Jira"},
		{"de", "Leitung eines Teams von 9 Personen im Bereich Cloud und DevOps"},
		{"fr", "Réduit les chutes de 35 % et formé 12 infirmières sur le service"},
		{"fr", "Pris en charge 5 patients par jour et par poste avec une équipe de nuit"},
		{"fr", "Développement d'une API REST en Node.js pour le site, avec tests et CI/CD"},
		{"es", "Reduje los costes un 20 % y lideré un equipo de 8 personas en la planta de Burgos"},
		{"es", "Gestión de la cartera de clientes y apertura de 14 tiendas en el norte del país"},
		{"pt", "Reduzi os custos em 20% e liderei uma equipe de 8 pessoas na fábrica"},
		{"pt", "Gestão da carteira de clientes, com aumento das vendas em 30% no ano"},
		{"it", "Ridotto i costi del 20% e gestito un gruppo di 8 persone nello stabilimento"},
		{"it", "Responsabile della gestione dei clienti e delle vendite per il nord Italia"},
		{"nl", "Verantwoordelijk voor het beheer van de voorraad en het aansturen van een team van 8 mensen"},
		{"nl", "Doorlooptijd verkort van 9 naar 4 dagen door een nieuwe planning met het team"},
		{"sv", "Ledde ett team på 8 personer och minskade kostnaderna med 20 % för hela avdelningen"},
		{"da", "Ledede et team på 8 personer og reducerede omkostningerne med 20 % i hele afdelingen af firmaet"},
		{"nb", "Ledet et team på 8 personer og reduserte kostnadene med 20 % i hele avdelingen av selskapet"},
		{"fi", "Johdin kahdeksan hengen tiimiä ja vähensin kustannuksia 20 %, sekä koulutin myös uudet työntekijät"},
		{"pl", "Zarządzanie zespołem 8 osób oraz zmniejszenie kosztów o 20% przez wdrożenie nowego systemu"},
		{"cs", "Vedl jsem tým 8 lidí a snížil náklady o 20 % při zavedení nového systému"},
		{"sk", "Viedol som tím 8 ľudí a znížil náklady o 20 % pri zavedení nového systému pre firmu"},
		{"hu", "Egy 8 fős csapat vezetése és a költségek csökkentése 20%-kal az új rendszer bevezetése után"},
		{"ro", "Am condus o echipă de 8 persoane și am redus costurile cu 20% prin introducerea unui sistem nou"},
		{"hr", "Vodio tim od 8 ljudi i smanjio troškove za 20 % uvođenjem novog sustava koji je u uporabi"},
		{"sl", "Vodil ekipo 8 ljudi in zmanjšal stroške za 20 % z uvedbo novega sistema, ki je v uporabi"},
		{"tr", "Sekiz kişilik bir ekibi yönettim ve yeni sistem ile maliyetleri yüzde 20 düşürdüm"},
		{"id", "Memimpin tim dengan 8 orang dan menurunkan biaya sebesar 20% untuk pabrik yang baru"},
		{"vi", "Quản lý nhóm 8 người và giảm chi phí 20% trong năm với hệ thống mới của công ty"},
		{"ca", "Vaig liderar un equip de 8 persones i reduir els costos un 20% amb el nou sistema per als clients"},
		{"et", "Juhtisin 8 inimesega meeskonda ja vähendasin kulusid 20%, ning koolitasin ka uued töötajad kuni aasta lõpuni"},
		{"lv", "Vadīju 8 cilvēku komandu un samazināju izmaksas par 20 %, kas bija arī gada mērķis"},
		{"lt", "Vadovavau 8 žmonių komandai ir sumažinau išlaidas 20 %, kaip buvo numatyta metų plane"},
		{"is", "Stýrði 8 manna teymi og lækkaði kostnað um 20% með nýju kerfi fyrir deildina sem ég vann við"},
		{"ru", "Руководил командой из 8 человек и снизил затраты на 20 % за год"},
		{"uk", "Керував командою з 8 людей і знизив витрати на 20 % за рік, а також навчав новачків"},
		{"bg", "Ръководих екип от 8 души и намалих разходите с 20 % през годината, което беше цел на фирмата"},
		{"sr", "Водио тим од 8 људи и смањио трошкове за 20 % увођењем новог система који је у употреби"},
		{"el", "Διοίκηση ομάδας 8 ατόμων και μείωση του κόστους κατά 20 %"},
		{"he", "ניהלתי צוות של 8 אנשים והפחתתי את העלויות ב-20%"},
		{"ar", "قيادة فريق من 8 أشخاص وخفض التكاليف بنسبة 20٪ خلال عام"},
		{"fa", "رهبری یک تیم ۸ نفره و کاهش هزینه\u200cها به میزان ۲۰٪ در یک سال که از آن استفاده شد"},
		{"hi", "8 लोगों की टीम का नेतृत्व किया और लागत 20% कम की"},
		{"th", "นำทีม 8 คนและลดต้นทุนลง 20% ในหนึ่งปี"},
		{"ja", "新規顧客を年間38社獲得し、売上を22%伸ばした"},
		{"ja", "AWS、Docker、Kubernetesを使用したインフラ構築とCI/CDの導入を担当"},
		{"ja", "Java / Spring Boot による在庫管理システムの開発"},
		{"zh", "负责新客户开发，年度销售额增长22%，带领8人团队"},
		{"zh", "使用 Python 和 Django 开发后台系统，日均处理 200 万次请求"},
		{"zh", "負責新客戶開發，年度銷售額成長22%"},
		{"ko", "신규 고객 38개사를 확보하고 매출을 22% 늘렸습니다"},
		{"ko", "React와 TypeScript를 활용한 관리자 페이지 개발"},
	} {
		if got := Count(c.text).Language(); got.Tag != c.want {
			t.Errorf("%q is %s, want %s", c.text, got.Tag, c.want)
		}
	}
}

func TestNamed(t *testing.T) {
	for tag, want := range map[string]string{"en-GB": "English", "pt-BR": "Portuguese", "zh-Hant": "Chinese", "no": "Norwegian", "ja": "Japanese", "DE": "German", "xx": "xx"} {
		if got := Named(tag).Name; got != want {
			t.Errorf("%s is %s, want %s", tag, got, want)
		}
	}
}

// Counts are added and taken out.
func TestCountsAdd(t *testing.T) {
	a, b := Count("Leitung eines Teams von 9 Personen und der Werkstatt"), Count("日本語")
	sum := *a
	sum.Add(b, 1)
	if sum == *a {
		t.Error("nothing was added")
	}
	sum.Add(b, -1)
	if sum != *a {
		t.Error("adding and taking out changes the counts")
	}
	if n := testing.AllocsPerRun(10, func() { a.Language() }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkCount(b *testing.B) {
	for b.Loop() {
		Count("Cut the lead time from 9 to 4 days with a pull board and trained 12 staff on the new line")
	}
}
