import type { OwnFormats } from "./formats.ts";
import type { Words } from "./words.ts";

const changed: string =
  "Die Einladung hat sich geändert, seit sie geöffnet wurde. Bitte noch einmal ansehen.";
const broken: string =
  "Bei uns ist etwas schiefgegangen. Es ist nichts verloren: Bitte versucht es noch einmal.";

export const words: Words = {
  findHeading: "Feiert ihr mit uns?",
  nameLabel: "Name",
  nameHint: "So, wie er auf der Einladung steht",
  secondFactLabel: "Noch eine Angabe, damit wir die richtige Einladung öffnen",
  secondFactHint:
    "Die letzten vier Ziffern der Telefonnummer, die E-Mail-Adresse oder der Code auf der Karte",
  find: "Meine Einladung finden",
  finding: "Wir suchen …",
  waitingButton: "Warten auf Verbindung …",
  proving: "Einen Moment: Wir prüfen nur, dass hier ein Mensch anfragt.",
  linkOnly:
    "Bitte öffnet den persönlichen Link auf der Einladung: Er führt direkt zu eurer Antwort.",
  replyBy: (date) => `Wir freuen uns auf eure Antwort bis ${date}.`,
  lateHint: (date) =>
    `Um Antwort hatten wir bis ${date} gebeten. Über eure freuen wir uns auch jetzt noch.`,
  counter: (attending, shown) =>
    attending === 1 ? "Ein Gast ist dabei" : `${shown} Gäste sind dabei`,

  askCouple: (names) => `Frage an ${names}`,
  noteHeading: (names) => `Nachricht an ${names}`,
  noteName: "Name",
  noteReach: "Für die Antwort",
  noteReachHint: "Eine E-Mail-Adresse oder Telefonnummer",
  noteText: "Was sollen die beiden wissen?",
  sendNote: "Nachricht senden",
  sendingNote: "Wird gesendet …",
  noteSent: (names) => `Danke! ${names} lesen das und melden sich.`,

  loading: "Das Antwortformular ist gleich da.",
  awayHeading: "Einen Moment",
  retry: "Erneut versuchen",
  progress: (page, pages) => `${page} von ${pages}`,
  back: "Zurück",
  next: "Weiter",
  optional: "freiwillig",
  yes: "Ja",
  no: "Nein",

  comingHeading: "Wer ist dabei?",
  allComing: (guests) =>
    guests === 1 ? "Ich bin dabei" : guests === 2 ? "Wir sind beide dabei" : "Wir sind alle dabei",
  noneComing: (guests) => guests === 1 ? "Ich leider nicht" : "Wir leider nicht",
  oneByOne: "Einzeln antworten",
  willBeThere: "Dabei",
  cannotCome: "Leider nicht",
  notSure: "Noch unsicher",
  seat: "Eure Begleitung",
  seatInSentence: "eure Begleitung",
  seatName: "Wer kommt mit?",
  left: (left, shown) => left === 1 ? "Noch ein Platz frei" : `Noch ${shown} Plätze frei`,
  full: "Keine Plätze mehr frei",
  zone: (city, clock) => clock || `Ortszeit ${city}`,
  directions: "Anfahrt",
  restored: "Was schon ausgefüllt war, ist auf diesem Gerät noch da.",
  startAfresh: "Neu beginnen",
  keepSaved: "Antwort so lassen",
  notYou: "Nicht meine Einladung",
  child: "Kind",
  infant: "Baby",

  mealsHeading: "Was darf es zu essen sein?",
  mealsOf: (name) => `Was möchte ${name} essen?`,
  kitchenHeading: "Ein Wort an die Küche",
  kitchenQuestion: "Gibt es etwas, das die Küche wissen muss?",
  kitchenNo: "Nein",
  kitchenYes: "Ja",
  dietsLabel: "Ernährung",
  allergensLabel: "Allergien und Unverträglichkeiten",
  howSerious: (allergen) => `${allergen}: Wie ernst ist es?`,
  whichAllergen: "Was genau?",
  kitchenNote: "Sonst noch etwas für die Küche?",
  diets: {
    "vegetarian": "Vegetarisch",
    "vegan": "Vegan",
    "pescatarian": "Pescetarisch",
    "gluten-free": "Glutenfrei",
    "dairy-free": "Milchfrei",
    "halal": "Halal",
    "kosher": "Koscher",
    "no-pork": "Schweinefleischfrei",
    "no-alcohol": "Alkoholfrei",
  },
  allergens: {
    celery: "Sellerie",
    crustaceans: "Krebstiere",
    eggs: "Eier",
    fish: "Fisch",
    gluten: "Gluten",
    lupin: "Lupinen",
    milk: "Milch",
    molluscs: "Weichtiere",
    mustard: "Senf",
    nuts: "Nüsse",
    peanuts: "Erdnüsse",
    sesame: "Sesam",
    soy: "Soja",
    sulphites: "Sulfite",
    other: "Etwas anderes",
  },
  severities: {
    "life-threatening": "Lebensbedrohlich",
    "allergy": "Allergie",
    "intolerance": "Unverträglichkeit",
    "preference": "Lieber nicht",
  },

  questionsHeading: "Ein paar Fragen",
  wordHeading: "Möchtet ihr uns noch etwas sagen?",
  wordLabel: (names) => `Ein paar Worte an ${names}`,

  reviewHeading: "Stimmt alles so?",
  changesHeading: "Das ändert sich",
  before: "Bisher",
  after: "Ab jetzt",
  nothingChanges: "Genau das haben wir schon von euch.",
  change: "Ändern",
  changeComing: "Ändern, wer kommt",
  changeGuest: (name) => `Ändern, was ${name} gewählt hat`,
  changeAnswers: "Antworten ändern",
  send: (guests) => guests === 1 ? "Meine Antwort senden" : "Unsere Antwort senden",
  sending: "Wird gesendet …",
  waiting:
    "Wir senden die Antwort, sobald wieder eine Verbindung da ist. Die Seite kann so lange offen bleiben.",
  takeBack: "Etwas ändern",
  comes: (names, events, guests) => `${names} ${guests === 1 ? "ist" : "sind"} dabei: ${events}.`,
  staysAway: (names, guests) => `${names} ${guests === 1 ? "kann" : "können"} nicht kommen.`,
  misses: (names, events, guests) =>
    `${names} ${guests === 1 ? "ist" : "sind"} nicht dabei: ${events}.`,
  unsure: (names, events, guests) =>
    `${names} ${guests === 1 ? "weiß" : "wissen"} es noch nicht: ${events}.`,
  suffers: {
    "life-threatening": (allergen) => `allergisch gegen ${allergen} (lebensbedrohlich)`,
    "allergy": (allergen) => `allergisch gegen ${allergen}`,
    "intolerance": (allergen) => `verträgt ${allergen} nicht`,
    "preference": (allergen) => `lieber ohne ${allergen}`,
  },

  thanksHeading: "Vielen Dank!",
  thanksComing: "Die Antwort ist angekommen. Wir freuen uns riesig!",
  thanksAway:
    "Die Antwort ist angekommen. Ihr werdet uns fehlen, und wir sind froh, dass ihr Bescheid gesagt habt.",
  thanksUnsure: "Das ist notiert. Sagt uns bitte Bescheid, sobald ihr es wisst.",
  savedHeading: "Eure Antwort",
  answeredOn: (date) => `Geantwortet am ${date}.`,
  notedOn: (names, date) => `${names} haben das am ${date} für euch eingetragen.`,
  changeReply: (guests) => guests === 1 ? "Meine Antwort ändern" : "Unsere Antwort ändern",
  changedElsewhere:
    "Die Antwort wurde gerade auf einem anderen Gerät geändert. So sieht sie jetzt aus.",
  changedMeanwhile:
    "Die Antwort wurde inzwischen auf einem anderen Gerät geändert. Wird diese gesendet, ersetzt sie die andere.",
  showOther: "Die andere zeigen",
  unsent: "Auf diesem Gerät liegt eine angefangene Antwort, die noch nicht gesendet ist.",
  resumeDraft: "Weiter ausfüllen",

  addToCalendar: "In den Kalender eintragen",
  calendarFile: "Apple, Outlook und andere",
  calendarOf: (event, calendar) => `${event} in ${calendar}`,
  keepLink: "Bewahrt diesen Link auf: Damit könnt ihr die Antwort später ändern.",
  personalLink: "Unser persönlicher Link",

  withdraw: (guests) => guests === 1 ? "Meine Antwort zurücknehmen" : "Unsere Antwort zurücknehmen",
  withdrawSure: "Dann wissen wir nicht, ob wir für euch decken sollen. Trotzdem zurücknehmen?",
  withdrawYes: "Ja, zurücknehmen",
  withdrawNo: "Doch behalten",
  withdrawing: "Wird zurückgenommen …",
  withdrawn: "Die Antwort ist zurückgenommen. Ihr könnt neu antworten, sobald ihr es wisst.",

  plainForm: "Das Formular erscheint nicht? Hier ist das einfache.",

  closedHeading: "Die Antwortfrist ist vorbei",
  closedText: (names) =>
    `Hier sind keine Antworten mehr möglich. Bitte meldet euch direkt bei ${names}.`,
  closedSaved: (names) =>
    `Die Antwortfrist ist vorbei. Wenn sich etwas geändert hat, sagt bitte ${names} Bescheid.`,
  reachUs: "Ihr erreicht uns unter",

  problems: {
    "unreachable": "Gerade erreichen wir den Server nicht. Wir versuchen es weiter.",
    "database-away":
      "Gerade kommen wir nicht an unser Gästebuch. Bitte versucht es gleich noch einmal.",
    "stopping": "Wir sind gleich wieder da.",
    "proof-needed":
      "Über euren Anschluss kamen viele Versuche. Bitte versucht es gleich noch einmal.",
    "too-many-requests":
      "Das war ein bisschen schnell für uns. Bitte wartet eine Minute und versucht es noch einmal.",
    "unexpected": broken,
    "idempotency-key-reused": broken,
    "not-found": broken,
    "body-too-large": "Das ist mehr, als wir annehmen können. Bitte kürzt die längste Antwort.",
    "invalid-input":
      "Hier passt etwas nicht. Bitte seht es noch einmal durch und versucht es erneut.",

    "page-not-allowed": ({ page, site }) =>
      `Auf dieser Seite lässt sich das Formular noch nicht öffnen. Falls es eure Hochzeit ist: Prüft, ob ${page} in eurer Liste der Seiten steht und ob „${site}“ der richtige Name ist.`,
    "site-not-found": ({ site }) =>
      `Hier gibt es keine Hochzeit namens „${site}“. Falls es eure Hochzeit ist: Prüft den Namen in dem Code, den ihr eingefügt habt.`,

    "invitation-not-found": ({ names }) =>
      `Diesen Namen haben wir nicht gefunden. Versucht es so, wie er auf der Einladung steht, oder fragt ${names}.`,
    "not-found-again": ({ names }) =>
      `Das passt nicht zum Namen. Bitte prüft beides oder fragt ${names}.`,
    "second-fact-needed":
      "Fast geschafft: Wir brauchen noch eine Angabe, um die richtige Einladung zu öffnen.",
    "link-missing": "Bitte sucht die Einladung noch einmal.",
    "link-broken":
      "Dieser Link ist nicht vollständig. Öffnet ihn noch einmal von der Einladung aus oder sucht nach dem Namen.",
    "link-revoked":
      "Dieser Link wurde durch einen neueren ersetzt. Ihr könnt auch nach dem Namen suchen.",
    "visit-expired":
      "Das ist eine Weile her. Bitte sucht die Einladung noch einmal: Was ausgefüllt war, haben wir aufgehoben.",
    "party-not-found": "Bitte sucht die Einladung noch einmal.",
    "guest-not-found": changed,
    "event-not-found": changed,
    "not-your-seat": changed,
    "not-invited": changed,
    "unknown-meal": "Die Speisekarte hat sich geändert. Bitte wählt noch einmal.",
    "unsure-not-offered": "Bitte wählt Ja oder Nein.",
    "unknown-question": changed,
    "name-not-open": changed,
    "replies-closed": ({ names }) =>
      `Die Antwortfrist ist vorbei. Bitte meldet euch direkt bei ${names}.`,
    "event-full": ({ left, event }) =>
      left > 0
        ? `${event}: Hier ${
          left === 1 ? "ist nur noch ein Platz" : `sind nur noch ${left} Plätze`
        } für euch frei.`
        : `${event}: Hier ist leider kein Platz mehr frei.`,

    "name-missing": "Bitte sagt uns den Namen.",
    "coming-missing": ({ guest, event }) => `Bitte sagt uns noch, ob ${guest} dabei ist: ${event}.`,
    "meal-missing": ({ guest }) => `Bitte wählt noch für ${guest}.`,
    "severity-missing": "Bitte sagt der Küche, wie ernst es ist.",
    "allergen-missing": "Bitte sagt der Küche, was es ist.",
    "kitchen-missing": "Bitte sagt der Küche, was es ist – oder wählt „Nein“.",
    "answer-missing": "Hier brauchen wir noch eine Antwort.",
    "answer-invalid": "Diese Antwort passt hier nicht. Bitte seht noch einmal nach.",
  },
};

export const formats: OwnFormats = {
  // Nouns keep their capital: „allergisch gegen Nüsse“; diets are adjectives, and „etwas anderes“ is small as well.
  inSentence: (word, of) => of in words.allergens && of !== "other" ? word : word.toLowerCase(),
};
