import type { Words } from "./words.ts";

const changed: string =
  "De uitnodiging is veranderd sinds jullie haar openden. Kijk er nog eens naar.";
const broken: string =
  "Er ging iets mis aan onze kant. Er is niets verloren: probeer het nog eens.";

export const words: Words = {
  findHeading: "Komen jullie het met ons vieren?",
  nameLabel: "Naam",
  nameHint: "Zoals die op de uitnodiging staat",
  secondFactLabel: "Nog één ding, zodat we de juiste uitnodiging openen",
  secondFactHint:
    "De laatste vier cijfers van het telefoonnummer, het e-mailadres of de code op de kaart",
  find: "Zoek mijn uitnodiging",
  finding: "Even zoeken…",
  waitingButton: "Wachten op verbinding…",
  proving: "Een ogenblik: we kijken even of er een mens achter zit.",
  linkOnly:
    "Open de persoonlijke link op de uitnodiging: die brengt jullie meteen bij jullie antwoord.",
  replyBy: (date) => `We horen het graag uiterlijk ${date}.`,
  lateHint: (date) =>
    `We hadden gevraagd uiterlijk ${date} te antwoorden, en jullie antwoord is nog steeds welkom.`,
  counter: (attending, shown) =>
    attending === 1 ? "Eén gast is erbij" : `${shown} gasten zijn erbij`,

  askCouple: (names) => `Vraag het ${names}`,
  noteHeading: (names) => `Bericht aan ${names}`,
  noteName: "Naam",
  noteReach: "Waar zij jullie kunnen bereiken",
  noteReachHint: "Een e-mailadres of telefoonnummer",
  noteText: "Wat willen jullie hun vertellen?",
  sendNote: "Verstuur mijn bericht",
  sendingNote: "Versturen…",
  noteSent: (names) => `Bedankt. ${names} lezen dit en laten van zich horen.`,

  loading: "Het antwoordformulier komt eraan.",
  awayHeading: "Een ogenblik",
  retry: "Probeer opnieuw",
  progress: (page, pages) => `${page} van ${pages}`,
  back: "Terug",
  next: "Verder",
  optional: "optioneel",
  yes: "Ja",
  no: "Nee",

  comingHeading: "Zijn jullie erbij?",
  allComing: (guests) =>
    guests === 1
      ? "Ik ben erbij"
      : guests === 2
      ? "We zijn er allebei bij"
      : "We zijn er allemaal bij",
  noneComing: (guests) => guests === 1 ? "Ik kan helaas niet" : "We kunnen helaas niet",
  oneByOne: "Antwoord per persoon",
  willBeThere: "Is erbij",
  cannotCome: "Kan niet",
  notSure: "Nog niet zeker",
  seat: "Jullie gast",
  seatInSentence: "jullie gast",
  seatName: "Wie komt er mee?",
  left: (left, shown) => left === 1 ? "Nog één plaats" : `Nog ${shown} plaatsen`,
  full: "Geen plaatsen meer",
  zone: (city, clock) => clock || `tijd in ${city}`,
  directions: "Route",
  restored: "Wat al was ingevuld, is op dit apparaat bewaard.",
  startAfresh: "Begin opnieuw",
  keepSaved: "Laat het antwoord zo",
  notYou: "Niet mijn uitnodiging",
  child: "kind",
  infant: "baby",

  mealsHeading: "Wat willen jullie eten?",
  mealsOf: (name) => `Wat wil ${name} eten?`,
  kitchenHeading: "Een woordje voor de keuken",
  kitchenQuestion: "Is er iets wat de keuken moet weten?",
  kitchenNo: "Nee, niets",
  kitchenYes: "Ja",
  dietsLabel: "Dieet",
  allergensLabel: "Allergieën en intoleranties",
  howSerious: (allergen) => `${allergen}: hoe ernstig is het?`,
  whichAllergen: "Wat precies?",
  kitchenNote: "Verder nog iets voor de keuken?",
  diets: {
    "vegetarian": "Vegetarisch",
    "vegan": "Veganistisch",
    "pescatarian": "Pescotarisch",
    "gluten-free": "Glutenvrij",
    "dairy-free": "Zuivelvrij",
    "halal": "Halal",
    "kosher": "Koosjer",
    "no-pork": "Geen varkensvlees",
    "no-alcohol": "Geen alcohol",
  },
  allergens: {
    celery: "Selderij",
    crustaceans: "Schaaldieren",
    eggs: "Eieren",
    fish: "Vis",
    gluten: "Gluten",
    lupin: "Lupine",
    milk: "Melk",
    molluscs: "Weekdieren",
    mustard: "Mosterd",
    nuts: "Noten",
    peanuts: "Pinda’s",
    sesame: "Sesam",
    soy: "Soja",
    sulphites: "Sulfieten",
    other: "Iets anders",
  },
  severities: {
    "life-threatening": "Levensbedreigend",
    "allergy": "Allergie",
    "intolerance": "Intolerantie",
    "preference": "Liever niet",
  },

  questionsHeading: "Een paar vragen",
  wordHeading: "Willen jullie ons nog iets vertellen?",
  wordLabel: (names) => `Een woordje voor ${names}`,

  reviewHeading: "Klopt dit zo?",
  changesHeading: "Wat er verandert",
  before: "Tot nu toe",
  after: "Vanaf nu",
  nothingChanges: "Dit hebben we al van jullie.",
  change: "Wijzig",
  changeComing: "Wijzig wie er komt",
  changeGuest: (name) => `Wijzig wat ${name} heeft gekozen`,
  changeAnswers: "Wijzig de antwoorden",
  send: (guests) => guests === 1 ? "Verstuur mijn antwoord" : "Verstuur ons antwoord",
  sending: "Versturen…",
  waiting:
    "We versturen dit zodra er weer verbinding is. Deze pagina mag zo lang open blijven staan.",
  takeBack: "Iets wijzigen",
  comes: (names, events, guests) => `${names} ${guests === 1 ? "is" : "zijn"} erbij: ${events}.`,
  staysAway: (names, guests) => `${names} ${guests === 1 ? "kan" : "kunnen"} niet komen.`,
  misses: (names, events, guests) =>
    `${names} ${guests === 1 ? "is" : "zijn"} er niet bij: ${events}.`,
  unsure: (names, events, guests) =>
    `${names} ${guests === 1 ? "weet" : "weten"} het nog niet: ${events}.`,
  suffers: {
    "life-threatening": (allergen) => `allergisch voor ${allergen} (levensbedreigend)`,
    "allergy": (allergen) => `allergisch voor ${allergen}`,
    "intolerance": (allergen) => `verdraagt geen ${allergen}`,
    "preference": (allergen) => `liever geen ${allergen}`,
  },

  thanksHeading: "Dank jullie wel!",
  thanksComing: "Jullie antwoord is binnen. We kijken ernaar uit jullie te zien.",
  thanksAway:
    "Jullie antwoord is binnen. We zullen jullie missen, en fijn dat jullie het lieten weten.",
  thanksUnsure: "We hebben het genoteerd. Laat het ons weten zodra het duidelijk is.",
  savedHeading: "Jullie antwoord",
  answeredOn: (date) => `Beantwoord op ${date}.`,
  notedOn: (names, date) => `${names} hebben dit voor jullie genoteerd op ${date}.`,
  changeReply: (guests) => guests === 1 ? "Wijzig mijn antwoord" : "Wijzig ons antwoord",
  changedElsewhere:
    "Jullie antwoord is zojuist op een ander apparaat gewijzigd. Zo staat het er nu.",
  changedMeanwhile:
    "Jullie antwoord is intussen op een ander apparaat gewijzigd. Dit antwoord versturen vervangt het andere.",
  showOther: "Bekijk het andere",
  unsent: "Op dit apparaat staat nog een antwoord dat wel begonnen is, maar niet verstuurd.",
  resumeDraft: "Ga ermee verder",

  addToCalendar: "Zet in de agenda",
  calendarFile: "Apple, Outlook en andere",
  calendarOf: (event, calendar) => `${event} in ${calendar}`,
  keepLink: "Bewaar deze link: daarmee kunnen jullie het antwoord later wijzigen.",
  personalLink: "Onze persoonlijke link",

  withdraw: (guests) => guests === 1 ? "Trek mijn antwoord in" : "Trek ons antwoord in",
  withdrawSure: "Dan weten we niet of we voor jullie moeten dekken. Toch intrekken?",
  withdrawYes: "Ja, trek het in",
  withdrawNo: "Laat het staan",
  withdrawing: "Intrekken…",
  withdrawn: "Het antwoord is ingetrokken. Opnieuw antwoorden kan zodra jullie het weten.",

  plainForm: "Verschijnt het formulier niet? Gebruik het eenvoudige.",

  closedHeading: "Antwoorden kan niet meer",
  closedText: (names) => `De dag om te antwoorden is voorbij. Stuur ${names} gerust een berichtje.`,
  closedSaved: (names) =>
    `Wijzigen kan hier niet meer. Is er iets veranderd? Laat het ${names} weten.`,
  reachUs: "Jullie kunnen ons bereiken via",

  problems: {
    "unreachable": "We kunnen de server nu niet bereiken. We blijven het proberen.",
    "database-away":
      "We kunnen nu niet bij ons gastenboek. Probeer het over een ogenblik nog eens.",
    "stopping": "We zijn zo terug.",
    "proof-needed":
      "Er waren veel pogingen vanaf jullie verbinding. Probeer het over een ogenblik nog eens.",
    "too-many-requests":
      "Dat ging ons een beetje te snel. Wacht een minuut en probeer het nog eens.",
    "unexpected": broken,
    "idempotency-key-reused": broken,
    "not-found": broken,
    "body-too-large": "Dat is meer dan we kunnen ontvangen. Maak het langste antwoord wat korter.",
    "invalid-input": "Er klopt hier iets niet. Kijk het na en probeer het nog eens.",

    "page-not-allowed": ({ page, site }) =>
      `Op deze pagina kan het formulier nog niet open. Is het jullie bruiloft? Kijk dan of ${page} in jullie lijst met pagina’s staat en of ‘${site}’ de juiste naam is.`,
    "site-not-found": ({ site }) =>
      `Er is hier geen bruiloft met de naam ‘${site}’. Is het jullie bruiloft? Kijk dan de naam na in de code die jullie hebben geplakt.`,

    "invitation-not-found": ({ names }) =>
      `We konden die naam niet vinden. Probeer het zoals het op de uitnodiging staat, of vraag het ${names}.`,
    "not-found-again": ({ names }) =>
      `Dat hoort niet bij de naam. Kijk beide na, of vraag het ${names}.`,
    "second-fact-needed":
      "Bijna klaar: we hebben nog één ding nodig om de juiste uitnodiging te openen.",
    "link-missing": "Zoek de uitnodiging nog eens op.",
    "link-broken":
      "Deze link is niet compleet. Open hem nog eens vanaf de uitnodiging, of zoek op naam.",
    "link-revoked": "Deze link is vervangen door een nieuwere. Zoeken op naam kan ook.",
    "visit-expired":
      "Dat is alweer even geleden. Zoek de uitnodiging nog eens op: wat was ingevuld, hebben we bewaard.",
    "party-not-found": "Zoek de uitnodiging nog eens op.",
    "guest-not-found": changed,
    "event-not-found": changed,
    "not-your-seat": changed,
    "not-invited": changed,
    "unknown-meal": "Het menu is veranderd. Kies nog een keer.",
    "unsure-not-offered": "Kies ja of nee.",
    "unknown-question": changed,
    "name-not-open": changed,
    "replies-closed": ({ names }) =>
      `Antwoorden kan niet meer. Stuur ${names} gerust een berichtje.`,
    "event-full": ({ left, event }) =>
      left > 0
        ? `${event}: hier ${
          left === 1 ? "is nog maar één plaats" : `zijn nog maar ${left} plaatsen`
        } voor jullie.`
        : `${event}: hier is helaas geen plaats meer.`,

    "name-missing": "Vul de naam nog even in.",
    "coming-missing": ({ guest, event }) => `Laat nog even weten of ${guest} erbij is: ${event}.`,
    "meal-missing": ({ guest }) => `Kies nog even voor ${guest}.`,
    "severity-missing": "Laat de keuken weten hoe ernstig het is.",
    "allergen-missing": "Laat de keuken weten wat het is.",
    "kitchen-missing": "Laat de keuken weten wat het is, of kies ‘Nee, niets’.",
    "answer-missing": "Hier hebben we nog een antwoord nodig.",
    "answer-invalid": "Dit antwoord past hier niet. Kijk nog eens.",
  },
};
