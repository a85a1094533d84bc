import type { Words } from "./words.ts";

const forms = (count: number, one: string, few: string, many: string): string =>
  new Map([["one", one], ["few", few]]).get(new Intl.PluralRules("pl").select(count)) ?? many;
const placesLeft = (left: number, shown: string): string =>
  forms(left, "Zostało jedno miejsce", `Zostały ${shown} miejsca`, `Zostało ${shown} miejsc`);

const again: string = "Prosimy odszukać zaproszenie jeszcze raz.";
const changed: string = "Zaproszenie zmieniło się od otwarcia. Prosimy spojrzeć jeszcze raz.";
const broken: string = "Coś się u nas zepsuło. Nic nie przepadło: prosimy spróbować jeszcze raz.";

// Names, events and dates stand where the nominative is right; nobody is „Pan”, „Pani” or „Wy”.
export const words: Words = {
  findHeading: "Zobaczymy się na ślubie?",
  nameLabel: "Imię i nazwisko",
  nameHint: "Tak jak na zaproszeniu",
  secondFactLabel: "Jeszcze jedna informacja, by otworzyć właściwe zaproszenie",
  secondFactHint: "Cztery ostatnie cyfry telefonu, adres e-mail albo kod z zaproszenia",
  find: "Znajdź moje zaproszenie",
  finding: "Szukamy…",
  waitingButton: "Czekamy na połączenie…",
  proving: "Chwileczkę: sprawdzamy, czy pyta człowiek.",
  linkOnly: "Wystarczy otworzyć osobisty link z zaproszenia: prowadzi prosto do odpowiedzi.",
  replyBy: (date) => `Czekamy na odpowiedź. Ostatni dzień to ${date}.`,
  lateHint: (date) => `Termin już minął (${date}), ale każda odpowiedź nadal nas ucieszy.`,
  counter: (attending, shown) =>
    forms(attending, "Będzie jedna osoba", `Będą ${shown} osoby`, `Będzie ${shown} osób`),

  askCouple: (names) => `Napisz do: ${names}`,
  noteHeading: (names) => `Wiadomość do: ${names}`,
  noteName: "Imię i nazwisko",
  noteReach: "Dokąd odpisać?",
  noteReachHint: "Adres e-mail lub numer telefonu",
  noteText: "Treść wiadomości",
  sendNote: "Wyślij wiadomość",
  sendingNote: "Wysyłanie…",
  noteSent: (names) => `Dziękujemy. ${names} przeczytają tę wiadomość i się odezwą.`,

  loading: "Formularz odpowiedzi już się otwiera.",
  awayHeading: "Chwileczkę",
  retry: "Ponów próbę",
  progress: (page, pages) => `${page} z ${pages}`,
  back: "Wstecz",
  next: "Dalej",
  optional: "opcjonalnie",
  yes: "Tak",
  no: "Nie",

  comingHeading: "Czy możemy liczyć na obecność?",
  allComing: (guests) => guests === 1 ? "Tak, będę" : "Tak, będziemy",
  noneComing: (guests) => guests === 1 ? "Niestety, nie mogę" : "Niestety, nie możemy",
  oneByOne: "Odpowiedz za każdą osobę",
  willBeThere: "Będzie",
  cannotCome: "Nie będzie",
  notSure: "Nie wiadomo",
  seat: "Osoba towarzysząca",
  seatInSentence: "osoba towarzysząca",
  seatName: "Kto będzie osobą towarzyszącą?",
  left: placesLeft,
  full: "Brak wolnych miejsc",
  zone: (city, clock) => clock || `czas lokalny: ${city}`,
  directions: "Jak dojechać",
  restored: "Na tym urządzeniu zachowały się wcześniejsze odpowiedzi.",
  startAfresh: "Zacznij od nowa",
  keepSaved: "Zostaw odpowiedź bez zmian",
  notYou: "To nie moje zaproszenie",
  child: "dziecko",
  infant: "niemowlę",

  mealsHeading: "Jakie dania podać?",
  mealsOf: (name) => `Co chętnie zje ${name}?`,
  kitchenHeading: "Słowo do kuchni",
  kitchenQuestion: "Czy kuchnia powinna o czymś wiedzieć?",
  kitchenNo: "Nie",
  kitchenYes: "Tak",
  dietsLabel: "Posiłki",
  allergensLabel: "Alergie i nietolerancje",
  howSerious: (allergen) => `${allergen}: jak poważny jest to problem?`,
  whichAllergen: "Co dokładnie?",
  kitchenNote: "Coś jeszcze dla kuchni?",
  // Of the meals, not of the guest: so nobody is „wegetarianin” or „wegetarianka”.
  diets: {
    "vegetarian": "Wegetariańskie",
    "vegan": "Wegańskie",
    "pescatarian": "Peskatariańskie",
    "gluten-free": "Bez glutenu",
    "dairy-free": "Bez nabiału",
    "halal": "Halal",
    "kosher": "Koszerne",
    "no-pork": "Bez wieprzowiny",
    "no-alcohol": "Bez alkoholu",
  },
  allergens: {
    celery: "Seler",
    crustaceans: "Skorupiaki",
    eggs: "Jaja",
    fish: "Ryby",
    gluten: "Gluten",
    lupin: "Łubin",
    milk: "Mleko",
    molluscs: "Mięczaki",
    mustard: "Gorczyca",
    nuts: "Orzechy",
    peanuts: "Orzeszki ziemne",
    sesame: "Sezam",
    soy: "Soja",
    sulphites: "Siarczyny",
    other: "Coś innego",
  },
  severities: {
    "life-threatening": "Zagraża życiu",
    "allergy": "Alergia",
    "intolerance": "Nietolerancja",
    "preference": "Lepiej unikać",
  },

  questionsHeading: "Kilka pytań",
  wordHeading: "Coś jeszcze do przekazania?",
  wordLabel: (names) => `Kilka słów do: ${names}`,

  reviewHeading: "Czy wszystko się zgadza?",
  changesHeading: "Co się zmieni",
  before: "Dotąd",
  after: "Od teraz",
  nothingChanges: "Taką odpowiedź już mamy.",
  change: "Zmień",
  changeComing: "Zmień, kto będzie",
  changeGuest: (name) => `Zmień wybór: ${name}`,
  changeAnswers: "Zmień odpowiedzi",
  send: () => "Wyślij odpowiedź",
  sending: "Wysyłanie…",
  waiting: "Wyślemy ją, gdy tylko wróci internet. Tę stronę można zostawić otwartą.",
  takeBack: "Zmienię coś",
  comes: (names, events, guests) =>
    `${names} ${guests === 1 ? "będzie" : "będą"} z nami: ${events}.`,
  staysAway: (names, guests) => `${names} nie ${guests === 1 ? "może" : "mogą"} przyjść.`,
  misses: (names, events, guests) =>
    `${names} nie ${guests === 1 ? "może" : "mogą"} przyjść: ${events}.`,
  unsure: (names, events, guests) =>
    `${names} jeszcze nie ${guests === 1 ? "wie" : "wiedzą"}: ${events}.`,
  suffers: {
    "life-threatening": (allergen) => `alergia: ${allergen} (zagraża życiu)`,
    "allergy": (allergen) => `alergia: ${allergen}`,
    "intolerance": (allergen) => `nietolerancja: ${allergen}`,
    "preference": (allergen) => `lepiej unikać: ${allergen}`,
  },

  thanksHeading: "Dziękujemy!",
  thanksComing: "Odpowiedź dotarła. Nie możemy się doczekać spotkania!",
  thanksAway: "Odpowiedź dotarła. Szkoda, że się nie zobaczymy, ale dziękujemy za wiadomość.",
  thanksUnsure: "Zapisaliśmy. Prosimy o odpowiedź, gdy tylko będzie wiadomo.",
  savedHeading: "Zapisana odpowiedź",
  answeredOn: (date) => `Odpowiedź wysłano: ${date}.`,
  notedOn: (names, date) => `Odpowiedź zapisana przez: ${names} (${date}).`,
  changeReply: (guests) => guests === 1 ? "Zmień moją odpowiedź" : "Zmień naszą odpowiedź",
  changedElsewhere: "Odpowiedź właśnie zmieniono na innym urządzeniu. Teraz wygląda tak.",
  changedMeanwhile:
    "W międzyczasie odpowiedź zmieniono na innym urządzeniu. Wysłanie tej odpowiedzi zastąpi tamtą.",
  showOther: "Pokaż tamtą odpowiedź",
  unsent: "Na tym urządzeniu jest zaczęta, ale niewysłana odpowiedź.",
  resumeDraft: "Dokończ ją",

  addToCalendar: "Dodaj do kalendarza",
  calendarFile: "Apple, Outlook i inne",
  calendarOf: (event, calendar) => `${event}: ${calendar}`,
  keepLink: "Warto zachować ten link: pozwala później zmienić odpowiedź.",
  personalLink: "Nasz osobisty link",

  withdraw: (guests) => guests === 1 ? "Wycofaj moją odpowiedź" : "Wycofaj naszą odpowiedź",
  withdrawSure: "Nie będziemy wtedy wiedzieć, czy szykować miejsce. Mimo to wycofać?",
  withdrawYes: "Tak, wycofaj",
  withdrawNo: "Zostaw",
  withdrawing: "Wycofywanie…",
  withdrawn: "Odpowiedź została wycofana. Można odpowiedzieć ponownie, gdy będzie wiadomo.",

  plainForm: "Formularz się nie pojawia? Jest też prosty.",

  closedHeading: "Termin odpowiedzi minął",
  closedText: (names) => `Termin odpowiedzi już minął. Prosimy o wiadomość do: ${names}.`,
  closedSaved: (names) => `Termin minął. Jeśli coś się zmieniło, prosimy o wiadomość do: ${names}.`,
  reachUs: "Kontakt do nas:",

  problems: {
    "unreachable": "Nie możemy teraz połączyć się z serwerem. Próbujemy dalej.",
    "database-away": "Nie możemy teraz otworzyć księgi gości. Prosimy spróbować za chwilę.",
    "stopping": "Zaraz wracamy.",
    "proof-needed": "Z tego połączenia było wiele prób. Prosimy spróbować ponownie za chwilę.",
    "too-many-requests": "Trochę za szybko. Prosimy odczekać minutę i spróbować jeszcze raz.",
    "unexpected": broken,
    "idempotency-key-reused": broken,
    "not-found": broken,
    "body-too-large": "To więcej, niż możemy przyjąć. Prosimy skrócić najdłuższą odpowiedź.",
    "invalid-input": "Coś się tu nie zgadza. Prosimy to sprawdzić i spróbować jeszcze raz.",

    "page-not-allowed": ({ page, site }) =>
      `Ta strona nie może jeszcze otworzyć formularza. Dla organizatorów ślubu: trzeba sprawdzić, czy ${page} jest na liście stron i czy nazwa to „${site}”.`,
    "site-not-found": ({ site }) =>
      `Nie ma tu ślubu o nazwie „${site}”. Dla organizatorów ślubu: trzeba sprawdzić nazwę we wklejonym kodzie.`,

    "invitation-not-found": ({ names }) =>
      `Nie możemy znaleźć tego nazwiska. Warto wpisać je tak jak na zaproszeniu albo zapytać: ${names}.`,
    "not-found-again": ({ names }) =>
      `To nie pasuje do nazwiska. Warto sprawdzić jedno i drugie albo zapytać: ${names}.`,
    "second-fact-needed": "Już prawie: brakuje jednej informacji, by otworzyć zaproszenie.",
    "link-missing": again,
    "link-broken": "Link jest niepełny. Prosimy otworzyć go z zaproszenia albo wyszukać nazwisko.",
    "link-revoked": "Ten link zastąpiono nowszym. Można też wyszukać nazwisko.",
    "visit-expired": "Minęło trochę czasu. Prosimy odszukać zaproszenie: nic nie przepadło.",
    "party-not-found": again,
    "guest-not-found": changed,
    "event-not-found": changed,
    "not-your-seat": changed,
    "not-invited": changed,
    "unknown-meal": "Menu się zmieniło. Prosimy wybrać jeszcze raz.",
    "unsure-not-offered": "Prosimy wybrać: tak albo nie.",
    "unknown-question": changed,
    "name-not-open": changed,
    "replies-closed": ({ names }) => `Termin już minął. Prosimy o wiadomość do: ${names}.`,
    "event-full": ({ left, event }) =>
      left > 0
        ? `${event}: nie starczy miejsc dla wszystkich. ${placesLeft(left, String(left))}.`
        : `${event}: nie ma już wolnych miejsc. Bardzo nam przykro.`,

    "name-missing": "Prosimy wpisać imię i nazwisko.",
    "coming-missing": ({ guest, event }) => `Prosimy o odpowiedź: ${guest} – ${event}.`,
    "meal-missing": ({ guest }) => `Prosimy wybrać danie: ${guest}.`,
    "severity-missing": "Prosimy powiedzieć kuchni, jak poważny jest to problem.",
    "allergen-missing": "Prosimy powiedzieć kuchni, o co dokładnie chodzi.",
    "kitchen-missing": "Prosimy powiedzieć kuchni, o co chodzi, albo wybrać „Nie”.",
    "answer-missing": "Tu potrzebujemy odpowiedzi.",
    "answer-invalid": "Ta odpowiedź nie pasuje. Prosimy spojrzeć jeszcze raz.",
  },
};
