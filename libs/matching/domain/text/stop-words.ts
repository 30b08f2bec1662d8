import { tokensOf, type TextLanguage } from './tokens';

/** Articles, pronouns, prepositions, conjunctions, auxiliary verbs, adverbs without content. */
const GRAMMAR_DE = `
ab aber alle allem allen aller alles allein als also am an and ander andere anderem anderen anderer anderes anders auch auf aus außer ausserdem
bald bei beide beiden beim bereits bevor bin bis bisher bislang bist bzw ca da dabei dadurch dafür dagegen daher dahin damals damit danach daneben dann daran darauf daraus darf darin darüber darum darunter das dass davon davor dazu
dein deine deinem deinen deiner dem demnach den denen denn dennoch der deren derer derselbe des deshalb dessen desto deswegen dich die dies diese dieselbe diesem diesen dieser dieses dir doch dort du durch dürfen durfte
eben ebenso ehe eher eigen eigene eigenen eigener eigenes eigentlich ein eine einem einen einer eines einige einigen einiger einiges einmal eins er es etc etliche etwa etwas euch euer eure eurem euren eurer
falls fast für ganz ganze ganzen gar gegen gegenüber gemäß gemäss genau genug gerade gern gerne gewesen ggf gibt gibts ging gleich gleichzeitig haben hab hat hatte hatten hätte hätten her heute hier hierbei hierfür hierzu hin hinter
ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im immer in indem infolge innen innerhalb ins insbesondere insgesamt inkl inklusive irgendwann irgendwie irgendwo ist ja je jede jedem jeden jeder jederzeit jedes jedoch jemand jemanden jene jenem jenen jener jenes jetzt
kam kann kannst kaum kein keine keinem keinen keiner keines könne können könnte könnten kurz lange längst lediglich leider letzte letzten letztes mal man manche manchem manchen mancher manches mehr mehrere mehreren mein meine meinem meinen meiner meines meist meistens mich mindestens mir mit möchte möchten möglich möglichst mögen muss müssen müsste müssten musste
nach nachdem nachher nächste nächsten nächster nahezu nämlich neben nicht nichts nie niemand nix noch nun nur ob oben obwohl oder oft oftmals ohne paar pro rund sämtliche schon sehr sei seien sein seine seinem seinen seiner seines seit seitdem selber selbst sich sie sind so sobald sodass sofern sofort sogar solange solch solche solchem solchen solcher solches soll sollen sollte sollten somit sondern sonst soweit sowie sowohl statt stets
trotz trotzdem über überhaupt übrigens um ums und uns unser unsere unserem unseren unserer unseres unter usw viel viele vielen vieler vieles vielleicht vom von vor voran vorbei vorab vorher vorhin vorn während wann war waren warum was weder weg wegen weil weiter weitere weiteren weiterer weiteres weitgehend welche welchem welchen welcher welches wem wen wenig wenige wenigen weniger wenigstens wenn wer werde werden wessen wie wieder wir wird wirklich wo wobei wodurch wofür woher wohin wohl womit woran worauf woraus worüber worum wovon wozu wurde wurden würde würden
zb zu zudem zuerst zugleich zum zunächst zur zurück zurzeit zusammen zwar zwei zweiten drei vier fünf sechs sieben acht neun zehn elf zwölf erste ersten erster erstes beim derzeit aktuell momentan inzwischen mittlerweile einfach okay super halt eh mal sowas irgendwas unseres
`;

/** What such texts say whatever they are about: asking, offering, being reachable, times of day and year. */
const FILLER_DE = `
suche suchen sucht gesucht gesuchte benötigen benötigt brauche brauchen braucht gebraucht bräuchte bräuchten fehlt fehlen fehlte wünschen wünscht wunsch bedarf wollen will wollten wünschenswert hätten bieten biete bietet angeboten anbieten angebot angebote stellen stellt bereit bereitstellen verfügung vorhanden verfügbar liegen liegt steht stehen gebe geben wer
freuen freut bitte danke anfrage anfragen nachfrage absprache anmeldung anmelden melden meldet kontakt infos information informationen interesse interessiert interessierte interessierten fragen frage termin termine uhr euro eur kosten kostet preis
montag montags dienstag dienstags mittwoch mittwochs donnerstag donnerstags freitag freitags samstag samstags sonntag sonntags januar februar märz april mai juni juli august september oktober november dezember
woche wochen monat monate monaten monats jahr jahre jahren tag tage tagen stunde stunden minuten mal prozent kostenlos kostenfrei gratis sowie etwa circa bzgl
machen macht machte mache gemacht tun tut getan gehen geht ging kommen kommt kommst nehmen nimmt lassen lässt bekommen bekommt bekam finden findet gefunden gut gute guten guter gutes besser beste besten neu neue neuen neuer neues groß grosse grossen gross große klein kleine kleinen kleiner sache sachen ding dinge thema themen fall bereich leute menschen person personen beispiel gemeinsam gemeinsame gemeinsamen verschiedene verschiedenen
unternehmen firma firmen betrieb betriebe betrieben organisation organisationen einrichtung einrichtungen region
`;

const GRAMMAR_EN = `
a about above after again all also am an and any are as at be because been before being below between both but by can could did do does doing down during each few for from further had has have having he her here hers him his how i if in into is it its itself just me more most my no nor not now of off on once only or other our ours out over own per same she should so some such than that the their theirs them then there these they this those through to too under until up very was we were what when where which while who whom why will with would you your yours
`;
const FILLER_EN = `
seek seeking look looking search searching need needs needed require required want wanted offer offers offering provide provides provided available please contact request free euro week weeks month months year years day days hour hours make makes made get gets take takes give gives good new big small people person company companies organisation organisations region something someone anyone help
`;

const GRAMMAR = { de: new Set(tokensOf(GRAMMAR_DE, 'de')), en: new Set(tokensOf(GRAMMAR_EN, 'en')) };
const FILLER = { de: new Set(tokensOf(FILLER_DE, 'de')), en: new Set(tokensOf(FILLER_EN, 'en')) };

/** Whether a word (as `tokensOf` gives it) says nothing about what is sought or offered. */
export function isStopWord(word: string, language: TextLanguage): boolean {
  return GRAMMAR[language].has(word) || FILLER[language].has(word);
}
