import type { Words } from "./words.ts";

const again: string = "Cercate di nuovo il vostro invito, per favore.";
const changed: string = "L’invito è cambiato da quando l’avete aperto. Date un’altra occhiata.";
const broken: string = "Qualcosa è andato storto da parte nostra. Nulla è perso: riprovate.";

// «ad Anna», but «a Emma».
const to = (names: string) => `${/^[aàá]/i.test(names) ? "ad" : "a"} ${names}`;

export const words: Words = {
  findHeading: "Sarete con noi?",
  nameLabel: "Nome e cognome",
  nameHint: "Come sono scritti sull’invito",
  secondFactLabel: "Ancora un dato, per aprire l’invito giusto",
  secondFactHint:
    "Le ultime quattro cifre del telefono, l’indirizzo e-mail o il codice stampato sull’invito",
  find: "Trova il mio invito",
  finding: "Ricerca in corso…",
  waitingButton: "In attesa di connessione…",
  proving: "Un attimo: verifichiamo che a scrivere sia una persona.",
  linkOnly:
    "Per rispondere, aprite il link personale sull’invito: vi porta direttamente alla risposta.",
  replyBy: (date) => `Ci farebbe piacere saperlo entro ${date}.`,
  lateHint: (date) => `Aspettavamo le risposte entro ${date}, ma la vostra è sempre gradita.`,
  counter: (attending, shown) =>
    attending === 1 ? "Una persona ci sarà" : `${shown} persone ci saranno`,

  askCouple: (names) => `Chiedi ${to(names)}`,
  noteHeading: (names) => `Un messaggio per ${names}`,
  noteName: "Nome e cognome",
  noteReach: "Il vostro recapito",
  noteReachHint: "E-mail o numero di telefono",
  noteText: "Il vostro messaggio",
  sendNote: "Invia il messaggio",
  sendingNote: "Invio in corso…",
  noteSent: (names) => `Grazie. ${names} leggeranno il messaggio e vi risponderanno.`,

  loading: "Il modulo di risposta sta arrivando.",
  awayHeading: "Un attimo",
  retry: "Riprova",
  progress: (page, pages) => `${page} di ${pages}`,
  back: "Indietro",
  next: "Continua",
  optional: "facoltativo",
  yes: "Sì",
  no: "No",

  comingHeading: "Ci sarete?",
  allComing: (guests) => guests === 1 ? "Ci sarò" : "Ci saremo",
  noneComing: (guests) => guests === 1 ? "Purtroppo non posso" : "Purtroppo non possiamo",
  oneByOne: "Rispondi separatamente",
  willBeThere: "Ci sarà",
  cannotCome: "Non può venire",
  notSure: "In forse",
  seat: "Chi vi accompagna",
  seatInSentence: "chi vi accompagna",
  seatName: "Chi verrà con voi?",
  left: (left, shown) => left === 1 ? "Resta un posto" : `Restano ${shown} posti`,
  full: "Posti esauriti",
  zone: (city, clock) => clock.charAt(0).toLowerCase() + clock.slice(1) || `ora di ${city}`,
  directions: "Come arrivare",
  restored: "Abbiamo conservato su questo dispositivo quello che avevate compilato.",
  startAfresh: "Ricomincia da capo",
  keepSaved: "Lascia la risposta com’era",
  notYou: "Questo non è il mio invito",
  // No «bambino» or «bambina», no «neonato» or «neonata».
  child: "tra i bambini",
  infant: "bebè",

  mealsHeading: "Cosa desiderate mangiare?",
  mealsOf: (name) => `Cosa desidera mangiare ${name}?`,
  kitchenHeading: "Una nota per la cucina",
  kitchenQuestion: "C’è qualcosa che la cucina deve sapere?",
  kitchenNo: "No, niente",
  kitchenYes: "Sì",
  dietsLabel: "Alimentazione",
  allergensLabel: "Allergie e intolleranze",
  howSerious: (allergen) => `${allergen}: quanto è grave?`,
  whichAllergen: "Quale?",
  kitchenNote: "C’è altro per la cucina?",
  // Of the menu, not of the guest: so nobody is «vegetariano» or «vegetariana».
  diets: {
    "vegetarian": "Menù vegetariano",
    "vegan": "Menù vegano",
    "pescatarian": "Menù pescetariano",
    "gluten-free": "Senza glutine",
    "dairy-free": "Senza latticini",
    "halal": "Halal",
    "kosher": "Kosher",
    "no-pork": "Senza maiale",
    "no-alcohol": "Senza alcol",
  },
  allergens: {
    celery: "Sedano",
    crustaceans: "Crostacei",
    eggs: "Uova",
    fish: "Pesce",
    gluten: "Glutine",
    lupin: "Lupini",
    milk: "Latte",
    molluscs: "Molluschi",
    mustard: "Senape",
    nuts: "Frutta a guscio",
    peanuts: "Arachidi",
    sesame: "Sesamo",
    soy: "Soia",
    sulphites: "Solfiti",
    other: "Altro",
  },
  severities: {
    "life-threatening": "Può essere mortale",
    "allergy": "Allergia",
    "intolerance": "Intolleranza",
    "preference": "Meglio evitare",
  },

  questionsHeading: "Qualche domanda",
  wordHeading: "Volete dirci qualcosa?",
  wordLabel: (names) => `Due parole per ${names}`,

  reviewHeading: "È tutto giusto?",
  changesHeading: "Che cosa cambia",
  before: "Finora",
  after: "D’ora in poi",
  nothingChanges: "È quello che ci avete già risposto.",
  change: "Modifica",
  changeComing: "Modifica chi viene",
  changeGuest: (name) => `Modifica le scelte di ${name}`,
  changeAnswers: "Modifica le risposte",
  send: (guests) => guests === 1 ? "Invia la mia risposta" : "Invia la risposta",
  sending: "Invio in corso…",
  waiting: "La invieremo appena torna la connessione. Potete lasciare aperta questa pagina.",
  takeBack: "Cambia qualcosa",
  comes: (names, events, guests) => `${names} ci ${guests === 1 ? "sarà" : "saranno"}: ${events}.`,
  staysAway: (names, guests) => `${names} non ${guests === 1 ? "può" : "possono"} venire.`,
  misses: (names, events, guests) =>
    `${names} non ${guests === 1 ? "può" : "possono"} venire: ${events}.`,
  unsure: (names, events, guests) =>
    `${names} ${guests === 1 ? "è" : "sono"} ancora in forse: ${events}.`,
  suffers: {
    "life-threatening": (allergen) => `allergia: ${allergen} (può essere mortale)`,
    "allergy": (allergen) => `allergia: ${allergen}`,
    "intolerance": (allergen) => `intolleranza: ${allergen}`,
    "preference": (allergen) => `meglio senza ${allergen}`,
  },

  thanksHeading: "Grazie!",
  thanksComing: "La risposta è arrivata. Non vediamo l’ora di festeggiare con voi.",
  thanksAway: "La risposta è arrivata. Ci mancherete, e vi ringraziamo di avercelo detto.",
  thanksUnsure: "Abbiamo preso nota. Fateci sapere appena potete.",
  savedHeading: "La vostra risposta",
  answeredOn: (date) => `Avete risposto ${date}.`,
  notedOn: (names, date) => `${names} hanno annotato questa risposta per voi ${date}.`,
  changeReply: (guests) => guests === 1 ? "Modifica la mia risposta" : "Modifica la risposta",
  changedElsewhere: "La risposta è appena cambiata su un altro dispositivo. Ecco com’è adesso.",
  changedMeanwhile:
    "Nel frattempo la risposta è cambiata su un altro dispositivo. Se viene inviata questa, la sostituirà.",
  showOther: "Vedi l’altra risposta",
  unsent: "Su questo dispositivo c’è una risposta iniziata e non ancora inviata.",
  resumeDraft: "Riprendi da lì",

  addToCalendar: "Aggiungi al calendario",
  calendarFile: "Apple, Outlook e altri",
  calendarOf: (event, calendar) => `${event} in ${calendar}`,
  keepLink: "Conservate questo link: serve per modificare la risposta più avanti.",
  personalLink: "Il nostro link personale",

  withdraw: (guests) => guests === 1 ? "Ritira la mia risposta" : "Ritira la risposta",
  withdrawSure: "Non sapremmo più se tenervi un posto. Volete ritirarla lo stesso?",
  withdrawYes: "Sì, ritirala",
  withdrawNo: "Lasciala",
  withdrawing: "Ritiro in corso…",
  withdrawn: "La risposta è stata ritirata. Potete rispondere di nuovo quando lo saprete.",

  plainForm: "Il modulo non compare? Usate quello semplice.",

  closedHeading: "Le risposte sono chiuse",
  closedText: (names) => `Il termine per rispondere è passato. Scrivete pure ${to(names)}.`,
  closedSaved: (names) => `Le risposte sono chiuse. Se qualcosa è cambiato, avvisate ${names}.`,
  reachUs: "Ci trovate qui:",

  problems: {
    "unreachable": "In questo momento non raggiungiamo il server. Continuiamo a provare.",
    "database-away": "Non riusciamo ad aprire il nostro libro degli ospiti. Riprovate tra poco.",
    "stopping": "Torniamo tra un attimo.",
    "proof-needed":
      "Ci sono stati molti tentativi dalla vostra connessione. Riprovate tra un attimo.",
    "too-many-requests": "Un po’ troppo in fretta per noi. Aspettate un minuto e riprovate.",
    "unexpected": broken,
    "idempotency-key-reused": broken,
    "not-found": broken,
    "body-too-large": "È più di quanto possiamo ricevere. Accorciate la risposta più lunga.",
    "invalid-input": "Qualcosa qui non va. Date un’altra occhiata e riprovate.",

    "page-not-allowed": ({ page, site }) =>
      `Questa pagina non può ancora aprire il modulo. Se il matrimonio è il vostro: controllate che ${page} sia nell’elenco delle vostre pagine e che il nome sia «${site}».`,
    "site-not-found": ({ site }) =>
      `Qui non c’è nessun matrimonio di nome «${site}». Se è il vostro: controllate il nome nel codice che avete incollato.`,

    "invitation-not-found": ({ names }) =>
      `Non troviamo questo nome. Provate a scriverlo com’è sull’invito, o chiedete ${to(names)}.`,
    "not-found-again": ({ names }) =>
      `Questo dato non corrisponde al nome. Controllate entrambi, o chiedete ${to(names)}.`,
    "second-fact-needed": "Ci siamo quasi: serve ancora un dato per aprire l’invito giusto.",
    "link-missing": again,
    "link-broken": "Questo link è incompleto. Riapritelo dall’invito, o cercate il vostro nome.",
    "link-revoked": "Questo link è stato sostituito da uno nuovo. Potete anche cercare il nome.",
    "visit-expired":
      "È passato un po’ di tempo. Cercate di nuovo l’invito: abbiamo conservato le vostre risposte.",
    "party-not-found": again,
    "guest-not-found": changed,
    "event-not-found": changed,
    "not-your-seat": changed,
    "not-invited": changed,
    "unknown-meal": "Il menù è cambiato. Scegliete di nuovo, per favore.",
    "unsure-not-offered": "Scegliete sì o no, per favore.",
    "unknown-question": changed,
    "name-not-open": changed,
    "replies-closed": ({ names }) => `Le risposte sono chiuse. Scrivete pure ${to(names)}.`,
    "event-full": ({ left, event }) =>
      left > 0
        ? `${event}: resta posto solo per ${left === 1 ? "una persona" : `${left} di voi`}.`
        : `${event}: i posti sono esauriti. Ci dispiace.`,

    "name-missing": "Scriveteci il nome, per favore.",
    "coming-missing": ({ guest, event }) => `Diteci se ${guest} ci sarà: ${event}.`,
    "meal-missing": ({ guest }) => `Scegliete il menù per ${guest}.`,
    "severity-missing": "Dite alla cucina quanto è grave.",
    "allergen-missing": "Dite alla cucina di che cosa si tratta.",
    "kitchen-missing": "Dite alla cucina di che cosa si tratta, oppure scegliete «No, niente».",
    "answer-missing": "Qui ci serve una risposta.",
    "answer-invalid": "Qualcosa in questa risposta non va. Date un’altra occhiata.",
  },
};
