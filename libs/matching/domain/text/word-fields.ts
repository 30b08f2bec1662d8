/**
 * Word fields of the world of work: words that people use for the same matter, from the official to the colloquial.
 * Whoever offers something describes it in the words of the trade, whoever needs it in everyday words; a shared field
 * lets the two meet. Written by hand for this product: a line is one field and its first word the field's name; lines
 * that begin with # only order the list. Words stand in one form, stems are compared; compounds are taken apart
 * before, so `lehre` also stands for `Lehrvertrag`. A word in several fields counts for each of them in part.
 */
const GERMAN = `
# Rat und Auskunft
beratung beraten berater rat auskunft sprechstunde hotline anlaufstelle erstgespräch konsultation ratgeber
lotse lotsen zuständig zuständigkeit anlaufstelle wegweiser verweisen ansprechpartner ansprechstelle orientieren vermitteln
mentor mentoring pate patin patenschaft tandem begleiter begleiten begleitung coach coaching sparring kümmern stützen unterstützen
erfahrene erfahrung lebenserfahrung ehemalige senior pensioniert ruhestand veteran praktiker routinier
strategie leitbild ausrichtung zukunft vision konzept planung
wandel umbau veränderung strukturwandel transformation umstellung umstrukturierung change umkrempeln modernisierung
ablauf prozess organisation arbeitsablauf lean verbesserung effizienz optimierung
krise schieflage insolvenz sanierung notlage schulden schuldner
# Lernen
schulung kurs lehrgang seminar fortbildung weiterbildung workshop training qualifizierung qualifizieren unterweisung webinar trainieren lernen
umschulung umlernen umsteigen quereinstieg berufswechsel branchenwechsel neustart umorientierung seiteneinstieg wechseln
abschluss zeugnis zertifikat schein diplom examen urkunde gesellenbrief nachweis bescheinigung
note zensur zeugnis bewertung benotung schulnote
teilqualifikation teilqualifizierung modul nachqualifizierung ungelernt angelernt helfer hilfskraft anlernen externenprüfung
grundbildung alphabetisierung analphabet lesen schreiben rechnen buchstabieren
dozent referent trainer lehrkraft vortragende redner sprecher kursleitung speaker keynote vortrag impuls
online digital internet web elearning lernplattform fernunterricht
# Schule und Jugend
schule schüler klasse unterricht gymnasium gesamtschule hauptschule realschule grundschule berufskolleg schulbank abgangsklasse schulklasse
lehrer lehrkraft kollegium pädagoge lehrkörper schulleitung referendariat
jugend jugendliche jugendlicher teenager heranwachsende junge minderjährige schulabgänger
kind kita kindergarten hort krippe tagesmutter kinderbetreuung kinderpflege ferienbetreuung nachwuchs aufpassen randzeiten
eltern mutter vater elternteil alleinerziehend familie erziehungsberechtigte elternabend
praktikum schnuppern hospitieren hospitation probearbeiten reinschnuppern mitlaufen schnuppertag erprobung probe ferienjob
berufswahl berufsorientierung beruf studienwahl berufsberatung berufsfindung orientierung
talent stärke begabung potenzial potenzialanalyse neigung fähigkeit kompetenzfeststellung profiling
messe börse berufemesse jobmesse ausbildungsmesse azubimesse speeddating
schulabbrecher schulmüde schwänzen absentismus schulverweigerer verweigerung hinschmeissen abbruch abbrechen durchhänger
übergang anschluss anschlussperspektive jugendberufsagentur übergangssystem
# Ausbildung
azubi auszubildende lehrling lehre ausbildung lehrstelle lehrvertrag ausbildungsplatz geselle stift berufsschule lehrwerkstatt
ausbilder ausbildereignung anleiter praxisanleitung anleiten anleitung ausbildungsmeister
prüfung prüfer prüfling gesellenprüfung abschlussprüfung klausur prüfungsausschuss prüfungsvorbereitung
verbund verbundausbildung ausbildungsverbund teilen gemeinschaftlich
hochschule universität uni fachhochschule studium studierende student bachelor master semester professor campus akademie
abschlussarbeit bachelorarbeit masterarbeit thesis studierendenprojekt semesterprojekt
# Arbeit finden und halten
stelle job arbeitsplatz vakanz stellenangebot einstellung einstellen unbesetzt besetzen anstellung beschäftigung arbeitsstelle
bewerber bewerbung bewerben kandidat bewerbungsmappe vorstellungsgespräch lebenslauf auswahlverfahren vorauswahl
personal mitarbeiter mitarbeitende beschäftigte belegschaft arbeitskraft arbeitnehmer angestellte kollege team
fachkraft fachleute fachkräftemangel facharbeiter experte spezialist fachmann profi personalmangel
arbeitslos arbeitslosigkeit grundsicherung bürgergeld jobcenter langzeitarbeitslos arbeitsagentur erwerbslos hartz
wiedereinstieg wiedereinsteigen rückkehr elternzeit wiedereingliederung berufsrückkehr
entlassen entlassung kündigung kündigen stellenabbau betriebsschließung schliessen schliessung arbeitsplatzverlust transfergesellschaft freistellung sozialplan
springer ausfallpool pool einspringen aushelfen aushilfe vertretung personaltausch personalverleih verleihen vertreten
zeitarbeit leiharbeit arbeitnehmerüberlassung personaldienstleister leihkraft
flaute auftragsmangel leerlauf unterauslastung kurzarbeit saison auftragsflaute
hochbetrieb auslastung überlastung spitze auftragsspitze hochsaison stosszeit
ältere alter rente rentner babyboomer altersgrenze fünfzig renteneintritt generation altersstruktur demografie
einarbeitung onboarding einarbeiten eingewöhnung neulinge
wissen erfahrungswissen wissenstransfer know-how übergabe wissenssicherung kenntnisse knowhow fachwissen
führung führungskraft chef chefin leitung geschäftsführung vorgesetzte management meister leiter
arbeitgebermarke image attraktiv employer karriere
frauen frau gründerin weiblich gleichstellung mädchen unternehmerin
vielfalt diversity diversität diskriminierung rassismus antidiskriminierung
# Arbeitszeit
arbeitszeit gleitzeit teilzeit vollzeit zeitkonto überstunde feierabend arbeitstag stundenzahl stunde
viertagewoche arbeitswoche verkürzung verkürzt kürzer arbeitszeitverkürzung stundenreduzierung
schicht frühschicht spätschicht nachtschicht wechselschicht frühdienst spätdienst nachtdienst nachtarbeit schichtarbeit nacht nachts
früh morgen morgens frühmorgens randzeit tagesanbruch
dienstplan schichtplan schichtplanung einsatzplan einsatzplanung wunschbuch personaleinsatz dienstplanung tourenplanung
ruhezeit pause erholung freizeit frei urlaub
homeoffice telearbeit remote mobiles heimarbeit
vereinbarkeit sorgearbeit familienfreundlich work-life care angehörige
# Pflege und Gesundheit
pflege pflegen pflegeheim seniorenheim altenheim pflegekraft pflegedienst station bewohner altenpflege seniorenzentrum pflegefachkraft pflegeberuf krankenschwester
klinik krankenhaus hospital patient arzt ärztin medizin medizinisch praxis arztpraxis krankenhausstation
angehörige demenz dement pflegegrad pflegekasse pflegebedürftig pflegezeit pflegende kurzzeitpflege tagespflege
krank krankheit krankmeldung krankenstand ausfall arbeitsunfähig fehlzeit erkrankung unfall
reha rehabilitation wiedereingliederung bem rückkehr genesung prothese
gesundheit prävention gesundheitsmanagement gesundheitsförderung vorsorge fit fitness
rücken kreuz knie gelenk wirbelsäule ergonomie ergonomisch heben hebehilfe tragen schleppen exoskelett körperlich bandscheibe knochen
stress belastung burnout psychisch psyche überforderung resilienz achtsamkeit erschöpfung seelisch
therapie therapeut psychologe psychologisch therapeutisch psychotherapie
sucht alkohol drogen cannabis rauchen suchtmittel
hygiene infektion desinfektion keime infektionsschutz
dokumentation doku pflegedokumentation schreibarbeit papierkram bericht diktieren spracheingabe spracherkennung tippen protokollieren transkription aufschreiben
telemedizin televisite videosprechstunde fernbehandlung
arbeitsschutz arbeitssicherheit gefährdungsbeurteilung betriebsarzt unfallverhütung berufsgenossenschaft
# Teilhabe
inklusion behinderung behindert schwerbehindert schwerbehinderung handicap inklusiv beeinträchtigung einschränkung förderschule werkstatt
rollstuhl rolli rollstuhlfahrer barrierefrei barriere aufzug rampe rollstuhlgerecht stufenlos gehbehindert barrierefreiheit zugänglich
blind sehbehindert braille blindenstock sehbehinderung
gehörlos gebärdensprache schwerhörig untertitel
verständlich sprache einfach leicht kognitiv lernschwierigkeit verstehen amtsdeutsch leichte behördendeutsch
hilfsmittel arbeitsplatzanpassung arbeitsplatzausstattung umrüsten assistenz technische
ausgleichsabgabe inklusionsamt integrationsamt schwerbehindertenabgabe abgabe
# Ankommen
migration zuwanderung geflüchtete flüchtling fluchtgeschichte flucht asyl zugewandert migrant integration ankommen zugewanderte herkunft nation
einwanderung aufenthaltstitel visum aufenthalt einreise arbeitserlaubnis ausländerbehörde einreisen fachkräfteeinwanderung aufenthaltserlaubnis ausland
anerkennung anerkennen anerkannt gleichwertigkeit anpassungslehrgang kenntnisprüfung defizitbescheid berufsanerkennung ausländisch examen
deutsch deutschkurs sprachkurs sprachniveau sprache fachsprache sprachschule sprachförderung deutschkenntnisse berufssprache
dolmetschen dolmetscher übersetzen übersetzung sprachmittler sprachmittlung mehrsprachig muttersprache fremdsprache fremdsprachig arabisch türkisch russisch ukrainisch rumänisch
kultur interkulturell brauch sitte herkunftsland kulturmittler
einsam einsamkeit allein heimweh isoliert gesellschaft besuchsdienst
# Quartier und Ehrenamt
nachbarschaft quartier stadtteil viertel nachbar kiez sozialraum bezirk stadtbezirk
treffpunkt begegnung café treff stammtisch mittagstisch frühstück zusammenkommen versammeln
ehrenamt ehrenamtlich freiwillig freiwillige engagement engagieren unentgeltlich pro-bono gemeinnützig verein
erreichen aufsuchend hausbesuch zugang türöffner ansprechen streetwork streetworker aufsuchen stadtteilmutter multiplikator zielgruppe
gewalt schutz frauenhaus schutzraum opfer zuflucht bedrohung
obdachlos wohnungslos wohnungsnot notunterkunft unterkunft
sport turnhalle schwimmen trainer bewegung yoga turnen fussball sportverein hallenzeit
theater musik kunst konzert ausstellung museum künstler chor kulturell
# Räume
raum räumlichkeit saal ort halle aula veranstaltungsraum veranstaltungsort seminarraum festsaal besprechungsraum versammlungsraum tagungsraum kantine foyer bürgerhaus unterkommen
büro schreibtisch coworking arbeitsplätze desk-sharing büroraum
lager lagerfläche lagerhalle hallenfläche stellfläche lagerung depot lagern
werkstatt werkbank maschine maschinenpark makerspace drehbank fräse lasercutter werkraum drucker
labor prüfstand testfeld messlabor reinraum laborfläche
wohnung wohnen zimmer appartement wohnraum wohnheim miete möbliert personalwohnung unterbringung
laden ladenlokal geschäft leerstand schaufenster einzelhandel
leihen ausleihen ausleihe verleih leihgerät mitbenutzen mieten vermieten verleiht borgen
ausprobieren testen probieren erproben test vorführen demonstration demo pilot versuch
bühne licht ton beamer mikrofon lautsprecher veranstaltungstechnik mikro
# Geld
geld finanzierung finanziell fördern förderung fördermittel zuschuss zuwendung bezuschussen fördergeld finanzieren fonds projektmittel budget beihilfe subvention kostenübernahme
lohnzuschuss lohnkosten lohnkostenzuschuss eingliederungszuschuss personalkosten erstatten lohn erstattung
kredit darlehen mikrokredit startkapital kapital bank bürgschaft investor investieren mikrofinanz finanzbedarf
spende spenden spender sponsor sponsoring crowdfunding stiftung
antrag antragstellung förderantrag projektantrag verbundantrag call konsortium arbeitspaket gutachter ausschreibung beantragen verbundprojekt eu-projekt
formlos unbürokratisch niedrigschwellig unkompliziert schnell
kaufmännisch buchhaltung steuer finanzamt abrechnung buchführung steuerberater lohnabrechnung rechnung
# Forschung und Daten
forschung wissenschaft wissenschaftlich forscher institut forschen erforschen
studie untersuchung untersuchen begleitstudie begleitforschung vorher-nachher messen vergleichsgruppe auswerten fakten belegen
umfrage befragung befragen fragebogen panel erhebung erheben repräsentativ interview fragen rückmeldung
evaluation evaluieren wirkung wirkungsmessung wirksamkeit erfolgskontrolle kennzahl indikator nachweis bilanzieren
daten statistik datensatz zahlen prognose monitoring dashboard atlas vorausberechnung arbeitsmarktdaten csv
karte geodaten kataster gis kartierung
reallabor experiment modellversuch experimentierraum modellprojekt pilotprojekt
zukunft szenario trend prognose foresight
# Beteiligung
beteiligung mitwirkung bürgerbeteiligung dialog partizipation mitreden mitbestimmen mitgestalten einbeziehen stimme
moderation moderieren moderator gesprächsleitung großgruppe workshopleitung kleingruppe konferenzleitung open-space world-café barcamp durchführung
konflikt streit mediation schlichtung festgefahren streiten vermittlung zerstritten
veranstaltung event tagung konferenz kongress abend fest feier stadtteilabend symposium
abstimmung abstimmen wahl wählen votum losverfahren
protokoll protokollieren visualisieren mitschrift dokumentieren graphic
# Öffentlichkeit
werbung kampagne öffentlichkeitsarbeit reichweite follower abonnent kanal sichtbar bekanntheit bekannt plakat instagram bewerben publikum social-media
presse zeitung magazin redaktion artikel berichterstattung reportage journalist beilage veröffentlichen medien
radio sendung funk bürgerfunk podcast sender senden sendeplatz hörfunk hörer studio audio
film video kamera streaming livestream übertragen aufnahme filmen dreh regie foto fotograf
gestaltung grafik design flyer logo layout kachel gestalten plakat corporate
internetseite homepage webseite website onlineauftritt webauftritt shop onlineshop portal
newsletter verteiler rundmail mailing terminankündigung ankündigen
text schreiben lektorat redigieren formulieren texten
# IT
computer rechner laptop notebook pc tablet endgerät hardware gerät leasingrückläufer
handy smartphone mobiltelefon whatsapp messenger
software programm app anwendung programmieren programmierer entwickler entwickeln tool softwareentwicklung werkzeug
digitalisierung digital digitalisieren automatisieren medienbruch papierlos excel zettel
virus viren schadsoftware hacker cyber cyberangriff firewall backup passwort verschlüsselt lösegeld it-sicherheit phishing sicherheitslücke trojaner
datenschutz dsgvo anonymisieren anonymisiert personenbezogen privatsphäre
überwachung verhaltenskontrolle leistungskontrolle kontrolle überwachen
server netzwerk admin administrator cloud it-betrieb rechenzentrum wlan hosting
# KI und Robotik
ki algorithmus künstlich intelligenz maschinell chatgpt sprachmodell lernend neuronal assistenzsystem
bilderkennung bild foto fehlererkennung qualitätskontrolle sichtprüfung endkontrolle mustererkennung
roboter robotik cobot automation handhabung greifer
wartung instandhaltung reparatur störung vorausschauend predictive
# Energie und Klima
energie strom stromverbrauch stromfresser stromkosten kraftwerk energieverbrauch einsparung einsparen verbrauch energieberatung
wärme heizung heizen fernwärme abwärme hitze ofen schmelzofen warm heizt beheizen wärmenetz prozesswärme warmwasser
wärmepumpe gaskessel heizkessel heizungstausch kältemittel kälte kälteanlage kühlmittel klimaanlage kältetechnik
solar photovoltaik pv solaranlage solarpotenzial sonnenstrom
co2 klimabilanz treibhausgas emission fussabdruck scope co2-bilanz klimabuchhaltung klimaschutz
nachhaltigkeitsbericht esg csrd berichtspflicht gemeinwohl
wasserstoff brennstoffzelle elektrolyse h2
nachhaltig nachhaltigkeit ökologisch umwelt umweltschutz umweltfreundlich klima
sanierung dämmung altbau gebäude modernisieren sanieren renovieren
begrünung gründach garten pflanze hochbeet grün grünfläche
statik statiker tragfähigkeit architekt bauingenieur tragwerk
# Ressourcen
reparieren reparatur repair instandsetzen kaputt löten flicken
gebraucht second-hand refurbished ausrangiert wiederverwenden ausgedient ausgemustert aufbereitet
material rest verschnitt restmaterial rohstoff werkstoff reststahl holzrest
abfall müll recycling entsorgung verwerten entsorgen wegwerfen
essen catering verpflegung küche kochen koch köchin buffet brötchen kuchen gastronomie mahlzeit lieferservice
backen bäcker bäckerei backstube brot
verpacken verpackung konfektionieren karton paket falten montieren montage versand auftragsfertigung
# Handwerk und Industrie
handwerk handwerker meisterbetrieb innung gewerk kleinbetrieb
metall schweissen schweisser schweissnaht gießerei guss stahl blech eisen schlosser metallbau
elektro elektriker elektrotechnik elektronik schaltschrank antrieb steuerung strom mechatronik
techniker monteur servicetechniker mechaniker mechanik schrauber instandhalter ingenieur
produktion fertigung fabrik werk industrie herstellung hersteller produzieren
dach dachdecker gerüst zimmerei
möbel tischler schreiner holz regal
# Gründung und Nachfolge
gründung gründen startup start-up existenzgründung selbstständig selbständigkeit geschäftsidee gründer jungunternehmen businessplan
gewerbe gewerbeanmeldung kleingewerbe anmeldung gewerbeschein
nachfolge nachfolger betriebsübergabe unternehmensnachfolge übernehmen übernahme inhaber lebenswerk abgeben
genossenschaft genossenschaftlich eg
patent schutzrecht erfindung marke
genehmigung bauantrag nutzungsänderung genehmigen bewilligung
# Recht und Mitbestimmung
recht rechtlich legal gesetz anwalt juristisch rechtssicher paragraf erlaubnis jurist rechtsfrage
vertrag mustervertrag vereinbarung vertraglich klausel
betriebsrat personalrat personalvertretung mitarbeitervertretung interessenvertretung mitbestimmung betriebsvereinbarung vertrauensleute gremium dienstvereinbarung arbeitnehmervertretung
tarif tarifvertrag entgelt vergütung eingruppierung gehalt tarifbindung
behörde amt ämter verwaltung rathaus bürokratie bescheid formular kommune amtlich stadtverwaltung papiere
vergabe ausschreiben öffentlicher beschaffung auftraggeber
# Mobilität und Logistik
bus busse bahn öpnv nahverkehr buslinie haltestelle fahrgast linie rufbus kleinbus on-demand endstation shuttle
pendeln arbeitsweg auto fahrgemeinschaft parkplatz anfahrt hinkommen
fahrrad rad lastenrad jobrad radverkehr fahrradwerkstatt
lkw lastwagen führerschein fahrer berufskraftfahrer lappen fernfahrer
fahrzeug transporter fuhrpark elektroauto e-auto wallbox ladesäule
transport spedition logistik fracht umzug palette stückgut liefern lieferung
# Außenwirtschaft
lieferkette lieferant zulieferer beschaffung einkauf engpass lieferengpass übersee stresstest ersatzlieferant einkäufer
export außenhandel zoll auslandsmarkt import außenwirtschaft
delegation partnerstadt unternehmerreise städtepartnerschaft auslandsreise
sorgfaltspflicht lieferkettengesetz risikoanalyse menschenrecht
toilette wc klo sanitäranlage garderobe
# Zusammenarbeit
austausch erfahrungsaustausch voneinander vorbild best-practice abschauen erfahrungsbericht betriebsbesuch praxisbeispiel besichtigen
netzwerk bündnis zusammenschluss kooperation partner allianz cluster partnerschaft
vertraulich diskret verschwiegen schweigepflicht anonym
prüfen check gutachten sachverständige begutachten bewerten bewertung überprüfen einschätzung feedback gegenlesen
handwerkszeug methode methodenkoffer leitfaden handbuch vorlage muster checkliste
notfall blackout notstrom ausfallsicher katastrophe
`;

/** German words by the name of their field; the name is one of them. */
export const WORD_FIELDS: ReadonlyMap<string, readonly string[]> = new Map(
  GERMAN.trim()
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .map((line) => {
      const words = line.split(' ');
      return [words[0] ?? '', words];
    }),
);
