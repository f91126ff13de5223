package resume

import (
	"strings"
	"testing"
)

// datesByLanguage are periods as resumes of a language have them: each line is what
// starts and ends, as JSON Resume writes it, "…" for one that goes on, "-" for an
// open start, and the wordings, between bars. Seasons and the like have the month
// with which they are sorted.
const datesByLanguage = `
en 2019-03 2021-06 | March 2019 – June 2021 | Mar 2019 - Jun 2021 | Mar. 2019 to Jun. 2021 | 03/2019 – 06/2021 | 3/19 - 6/21 | from March 2019 until June 2021 | Mar '19 – Jun '21 | 2019-03 to 2021-06 | March, 2019 through June, 2021
en 2019-03 … | March 2019 – Present | Mar 2019 - now | 03/2019 to date | since March 2019 | Mar 2019 – Current | March 2019 onwards | Mar 2019 - ongoing | March 2019 till today
en 2017-06 2018-09 | Summer 2017 – Q3 2018
en 2017-09 2018-05 | Fall 2017 – Spring 2018 | Autumn 2017 to Spring 2018
en 2018-01 2018-06 | H1 2018 - H1 2018
de 2019-03 2021-06 | März 2019 – Juni 2021 | Mrz 2019 - Jun 2021 | 03/2019 – 06/2021 | 03.2019 bis 06.2021 | von März 2019 bis Juni 2021 | März 2019 bis Juni 2021
de 2019-03 … | seit März 2019 | März 2019 – heute | 03/2019 bis heute | ab März 2019 | März 2019 – laufend | 03.2019 - dato | März 2019 – aktuell | 03/2019 - jetzt
de 2016-05-01 2017-05-31 | 01.05.2016 – 31.05.2017 | 1. Mai 2016 bis 31. Mai 2017
de 2018-07 2018-12 | 3. Quartal 2018 – 4. Quartal 2018 | Q3/2018 - Q4/2018
fr 2019-03 2021-06 | mars 2019 – juin 2021 | de mars 2019 à juin 2021 | Mars 2019 - Juin 2021 | 03/2019 à 06/2021 | du 03/2019 au 06/2021
fr 2019-02 … | depuis février 2019 | févr. 2019 – présent | fév. 2019 à ce jour | février 2019 - aujourd'hui | Février 2019 – en cours | depuis fevrier 2019 | 02/2019 – actuel
es 2019-03 2021-06 | marzo 2019 – junio 2021 | marzo de 2019 a junio de 2021 | mar. 2019 - jun. 2021 | desde marzo de 2019 hasta junio de 2021 | 03/2019 al 06/2021
es 2019-01 … | enero 2019 – actualidad | desde enero de 2019 | ene. 2019 - presente | enero de 2019 a la fecha | Enero 2019 – Actual | 01/2019 - hoy | enero 2019 – actualmente
pt 2019-02 2021-09 | fevereiro de 2019 – setembro de 2021 | fev 2019 - set 2021 | fev/2019 a set/2021 | de fevereiro de 2019 até setembro de 2021 | 02/2019 a 09/2021
pt 2019-02 … | desde fevereiro de 2019 | fev. 2019 – atualmente | fevereiro 2019 - presente | 02/2019 - atual | fev/2019 até o momento | fev 2019 – hoje
it 2019-05 2021-07 | maggio 2019 – luglio 2021 | mag 2019 - lug 2021 | da maggio 2019 a luglio 2021 | dal 05/2019 al 07/2021
it 2019-05 … | da maggio 2019 | maggio 2019 – oggi | mag. 2019 - presente | 05/2019 – in corso | maggio 2019 - attuale | maggio 2019 ad oggi
nl 2019-03 2021-08 | maart 2019 – augustus 2021 | mrt 2019 - aug 2021 | maart 2019 tot augustus 2021 | van maart 2019 tot en met augustus 2021 | mrt. 2019 t/m aug. 2021
nl 2019-03 … | sinds maart 2019 | maart 2019 – heden | mrt 2019 - nu | vanaf maart 2019 | 03/2019 tot heden
sv 2019-05 2021-10 | maj 2019 – oktober 2021 | maj 2019 - okt 2021 | från maj 2019 till oktober 2021
sv 2019-05 … | maj 2019 – nu | sedan maj 2019 | maj 2019 - pågående | maj 2019 – nuvarande | maj 2019 - tills vidare
da 2019-05 2021-10 | maj 2019 – oktober 2021 | maj 2019 - okt. 2021 | fra maj 2019 til oktober 2021
da 2019-05 … | maj 2019 – nu | siden maj 2019 | maj 2019 - nuværende | maj 2019 – i dag
no 2019-05 2021-12 | mai 2019 – desember 2021 | mai 2019 - des. 2021 | fra mai 2019 til desember 2021
no 2019-05 … | mai 2019 – nå | siden mai 2019 | mai 2019 - nåværende | mai 2019 – i dag | mai 2019 - d.d.
fi 2019-03 2021-06 | maaliskuu 2019 – kesäkuu 2021 | maaliskuu 2019 - kesäkuu 2021 | 3/2019 – 6/2021
fi 2019-03 … | maaliskuu 2019 – nykyinen | 3/2019 – nyt | maaliskuu 2019 – edelleen | 3/2019 –
pl 2019-03 2021-06 | marzec 2019 – czerwiec 2021 | od marca 2019 do czerwca 2021 | mar 2019 - cze 2021 | 03.2019 – 06.2021
pl 2019-03 … | od marca 2019 | marzec 2019 – obecnie | 03.2019 - nadal | marzec 2019 – teraz | 03.2019 – do chwili obecnej
cs 2019-03 2021-05 | březen 2019 – květen 2021 | od března 2019 do května 2021
cs 2019-03 … | od března 2019 | březen 2019 – současnost | březen 2019 - dosud | březen 2019 – nyní | březen 2019 - dodnes
sk 2019-03 2021-06 | marec 2019 – jún 2021 | od marca 2019 do júna 2021
sk 2019-03 … | marec 2019 – súčasnosť | od marca 2019 | marec 2019 - doteraz | marec 2019 – trvá
hu 2019-03 2021-06 | 2019. március – 2021. június | 2019 március - 2021 június | 2019. márc. – 2021. jún. | 2019.03 – 2021.06
hu 2019-03 … | 2019. március – jelenleg | 2019. március – jelen | 2019. március óta | 2019.03. - napjainkig
ro 2019-03 2021-07 | martie 2019 – iulie 2021 | din martie 2019 până în iulie 2021 | mar 2019 - iul 2021
ro 2019-03 … | martie 2019 – prezent | din martie 2019 | martie 2019 - în prezent | martie 2019 – astăzi | martie 2019 - acum
ru 2019-03 2021-06 | март 2019 – июнь 2021 | с марта 2019 по июнь 2021 | март 2019 г. – июнь 2021 г. | мар 2019 - июн 2021 | с марта 2019 до июня 2021
ru 2019-03 … | март 2019 – настоящее время | с марта 2019 | с марта 2019 по настоящее время | март 2019 – н.в. | март 2019 - сейчас | март 2019 – по сегодня | март 2019 — сегодня | март 2019 - по н.в.
uk 2019-03 2021-06 | березень 2019 – червень 2021 | з березня 2019 до червня 2021 | з березня 2019 по червень 2021
uk 2019-03 … | березень 2019 – теперішній час | з березня 2019 | березень 2019 – зараз | березень 2019 – дотепер | березень 2019 - до сьогодні
bg 2019-03 2021-06 | март 2019 – юни 2021 | от март 2019 до юни 2021
bg 2019-03 … | март 2019 – сега | от март 2019 | март 2019 - настояще | март 2019 – до момента
sr 2019-03 2021-06 | март 2019 – јун 2021 | mart 2019 – jun 2021 | od marta 2019 do juna 2021
sr 2019-03 … | март 2019 – данас | mart 2019 - danas | mart 2019 – sada
hr 2019-03 2021-06 | ožujak 2019 – lipanj 2021 | od ožujka 2019 do lipnja 2021
hr 2019-03 … | ožujak 2019 – danas | ožujak 2019 - sada | ožujak 2019 – trenutno
sl 2019-03 2021-06 | marec 2019 – junij 2021 | od marca 2019 do junija 2021
sl 2019-03 … | marec 2019 – danes | marec 2019 - sedaj | marec 2019 – zdaj
el 2019-03 2021-06 | Μάρτιος 2019 – Ιούνιος 2021 | Μαρτίου 2019 - Ιουνίου 2021 | από Μάρτιο 2019 έως Ιούνιο 2021
el 2019-03 … | Μάρτιος 2019 – σήμερα | Μάρτιος 2019 - έως σήμερα | από Μάρτιο 2019 | Μάρτιος 2019 – παρόν | Μάρτιος 2019 - τώρα
tr 2019-03 2021-06 | Mart 2019 – Haziran 2021 | Mar 2019 - Haz 2021
tr 2019-03 … | Mart 2019 – günümüz | Mart 2019 - halen | Mart 2019 – devam ediyor | Mart 2019 - şu an | Mart 2019 – Bugün | Mart 2019'dan beri
he 2019-03 2021-06 | מרץ 2019 – יוני 2021 | מרץ 2019 עד יוני 2021
he 2019-03 … | מרץ 2019 – היום | מרץ 2019 - כיום | מרץ 2019 – הווה | מרץ 2019 – נוכחי
ar 2019-03 2021-06 | مارس 2019 – يونيو 2021 | مارس ٢٠١٩ - يونيو ٢٠٢١ | من مارس 2019 إلى يونيو 2021 | آذار 2019 – حزيران 2021
ar 2019-03 … | مارس 2019 – الآن | مارس 2019 - حتى الآن | منذ مارس 2019 | مارس 2019 – حاليا | مارس 2019 – الحاضر
fa 2019-03 … | مارس ۲۰۱۹ – اکنون | مارس 2019 - تاکنون
hi 2019-03 2021-06 | मार्च 2019 – जून 2021 | मार्च 2019 से जून 2021
hi 2019-03 … | मार्च 2019 – वर्तमान | मार्च 2019 – अब तक | मार्च 2019 से
id 2019-03 2021-08 | Maret 2019 – Agustus 2021 | Mar 2019 - Agu 2021 | Maret 2019 hingga Agustus 2021 | Maret 2019 sampai Agustus 2021
id 2019-03 … | Maret 2019 – sekarang | sejak Maret 2019 | Maret 2019 - saat ini | Maret 2019 – kini
ms 2019-03 … | Mac 2019 – kini | Mac 2019 – sekarang
vi 2019-04 2021-06 | tháng 4 năm 2019 – tháng 6 năm 2021 | 04/2019 – 06/2021 | tháng 4/2019 đến tháng 6/2021 | từ tháng 4 năm 2019 đến tháng 6 năm 2021
vi 2019-04 … | tháng 4 năm 2019 đến nay | 04/2019 – hiện tại | từ 04/2019 | 04/2019 - nay | 04/2019 – hiện nay
th 2019-03 2021-06 | มีนาคม 2019 – มิถุนายน 2021 | มี.ค. 2019 - มิ.ย. 2021
th 2019-03 … | มีนาคม 2019 – ปัจจุบัน | มี.ค. 2019 ถึงปัจจุบัน
ja 2019-04 2021-03 | 2019年4月 – 2021年3月 | 2019年4月～2021年3月 | 2019/04 - 2021/03 | 2019年4月から2021年3月まで | 平成31年4月～令和3年3月 | 2019.4 - 2021.3
ja 2019-04 … | 2019年4月 – 現在 | 2019年4月～現在 | 2019年4月～ | 2019年4月より現在 | 2019年4月 - 現在に至る | 2019年4月～在職中 | 2019年4月から
zh 2019-04 2021-03 | 2019年4月 – 2021年3月 | 2019年4月至2021年3月 | 2019.04-2021.03 | 2019.04 - 2021.03 | 2019年04月到2021年03月 | 2019/04 – 2021/03 | 自2019年4月至2021年3月
zh 2019-04 … | 2019年4月至今 | 2019年4月 – 至今 | 2019.04-至今 | 2019年4月 - 现在 | 2019年4月－現在 | 2019年4月 – 目前 | 2019年4月起 | 2019年4月到现在
ko 2019-04 2021-03 | 2019년 4월 – 2021년 3월 | 2019.04 ~ 2021.03 | 2019년 4월부터 2021년 3월까지 | 2019. 4. – 2021. 3.
ko 2019-04 … | 2019년 4월 – 현재 | 2019.04 ~ 현재 | 2019년 4월 ~ 재직 중 | 2019년 4월부터 | 2019.04 ~ 재직중 | 2019년 4월부터 현재까지
ca 2019-03 … | març 2019 – actualitat | des de març de 2019 | març 2019 - avui
lt 2019-03 … | 2019 m. kovas – dabar | nuo 2019 m. kovo
lv 2019-03 … | 2019. gada marts – pašlaik | no 2019. gada marta
et 2019-03 … | märts 2019 – praegu | alates märts 2019
`

// Every period of the table is read, as a period in one field and as two dates.
func TestPeriodsOfManyLanguages(t *testing.T) {
	rows, languages := 0, map[string]bool{}
	for line := range strings.Lines(datesByLanguage) {
		head, wordings, ok := strings.Cut(strings.TrimSpace(line), " | ")
		if !ok {
			continue
		}
		fields := strings.Fields(head)
		languages[fields[0]] = true
		for _, text := range strings.Split(wordings, " | ") {
			rows++
			start, end, ok := ParsePeriod(text)
			start.Text, end.Text = "", ""
			from, to := start.ISO(), end.ISO()
			if to == "" {
				to = "…"
			}
			if !ok || from != fields[1] || to != fields[2] {
				t.Errorf("%s: %q is read from %q to %q, %v; want %s to %s", fields[0], text, from, to, ok, fields[1], fields[2])
			}
		}
	}
	if rows < 200 || len(languages) < 20 {
		t.Errorf("%d rows of %d languages", rows, len(languages))
	}
}
