import type { Words } from "./words.ts";

const again: string = "Hay que buscar la invitación otra vez, por favor.";
const changed: string = "La invitación ha cambiado desde que se abrió. Conviene revisarla.";
const broken: string = "Algo nos ha fallado. No se ha perdido nada: basta con intentarlo de nuevo.";

// Impersonal, neither tú nor vosotros: one wording for Spain and America, for one guest and for many.
export const words: Words = {
  findHeading: "¿Contamos con su presencia?",
  nameLabel: "Nombre",
  nameHint: "Tal como aparece en la invitación",
  secondFactLabel: "Un dato más, para abrir la invitación correcta",
  secondFactHint:
    "Las cuatro últimas cifras del teléfono, el correo electrónico o el código impreso en la invitación",
  find: "Buscar mi invitación",
  finding: "Buscando…",
  waitingButton: "Esperando conexión…",
  proving: "Un momento: comprobamos que detrás hay una persona.",
  linkOnly:
    "Para responder, basta con abrir el enlace personal de la invitación: lleva directamente a la respuesta.",
  replyBy: (date) => `Nos encantaría tener respuesta a más tardar el ${date}.`,
  lateHint: (date) =>
    `La fecha para responder era el ${date}, pero la respuesta sigue siendo bienvenida.`,
  counter: (attending, shown) =>
    attending === 1 ? "Una persona confirmada" : `${shown} personas confirmadas`,

  askCouple: (names) => `Preguntar a ${names}`,
  noteHeading: (names) => `Un mensaje para ${names}`,
  noteName: "Nombre",
  noteReach: "Datos de contacto",
  noteReachHint: "Correo electrónico o teléfono",
  noteText: "Mensaje",
  sendNote: "Enviar mi mensaje",
  sendingNote: "Enviando…",
  noteSent: (names) => `Gracias. ${names} leerán este mensaje y responderán.`,

  loading: "El formulario de respuesta está en camino.",
  awayHeading: "Un momento",
  retry: "Reintentar",
  progress: (page, pages) => `${page} de ${pages}`,
  back: "Atrás",
  next: "Continuar",
  optional: "opcional",
  yes: "Sí",
  no: "No",

  comingHeading: "¿Nos vemos ese día?",
  allComing: (guests) => guests === 1 ? "Ahí estaré" : "Ahí estaremos",
  noneComing: (guests) => guests === 1 ? "Qué pena, no puedo" : "Qué pena, no podemos",
  oneByOne: "Responder por separado",
  willBeThere: "Asistirá",
  cannotCome: "No podrá ir",
  notSure: "Aún no se sabe",
  seat: "Acompañante",
  seatInSentence: "su acompañante",
  seatName: "¿Quién viene como acompañante?",
  left: (left, shown) => left === 1 ? "Queda un lugar" : `Quedan ${shown} lugares`,
  full: "Ya no quedan lugares",
  zone: (city, clock) => clock || `hora de ${city}`,
  directions: "Cómo llegar",
  restored: "Lo que ya estaba contestado sigue guardado en este dispositivo.",
  startAfresh: "Empezar de nuevo",
  keepSaved: "Dejar la respuesta como estaba",
  notYou: "Esta no es mi invitación",
  child: "peque",
  infant: "bebé",

  mealsHeading: "¿Qué menú preparamos?",
  mealsOf: (name) => `¿Qué le gustaría comer a ${name}?`,
  kitchenHeading: "Una nota para la cocina",
  kitchenQuestion: "¿Hay algo que la cocina deba saber?",
  kitchenNo: "No, nada",
  kitchenYes: "Sí",
  dietsLabel: "Alimentación",
  allergensLabel: "Alergias e intolerancias",
  howSerious: (allergen) => `${allergen}: ¿qué gravedad tiene?`,
  whichAllergen: "¿Cuál?",
  kitchenNote: "¿Algo más para la cocina?",
  // Of the menu, not of the guest: so nobody is «vegetariano» or «vegetariana».
  diets: {
    "vegetarian": "Menú vegetariano",
    "vegan": "Menú vegano",
    "pescatarian": "Menú pescetariano",
    "gluten-free": "Sin gluten",
    "dairy-free": "Sin lácteos",
    "halal": "Halal",
    "kosher": "Kosher",
    "no-pork": "Sin cerdo",
    "no-alcohol": "Sin alcohol",
  },
  allergens: {
    celery: "Apio",
    crustaceans: "Crustáceos",
    eggs: "Huevos",
    fish: "Pescado",
    gluten: "Gluten",
    lupin: "Altramuces",
    milk: "Leche",
    molluscs: "Moluscos",
    mustard: "Mostaza",
    nuts: "Frutos de cáscara",
    peanuts: "Cacahuetes (maní)",
    sesame: "Sésamo",
    soy: "Soja",
    sulphites: "Sulfitos",
    other: "Otra cosa",
  },
  severities: {
    "life-threatening": "Puede ser mortal",
    "allergy": "Alergia",
    "intolerance": "Intolerancia",
    "preference": "Mejor evitar",
  },

  questionsHeading: "Unas preguntas",
  wordHeading: "¿Algo que contarnos?",
  wordLabel: (names) => `Unas palabras para ${names}`,

  reviewHeading: "¿Está todo bien?",
  changesHeading: "Qué va a cambiar",
  before: "Hasta ahora",
  after: "A partir de ahora",
  nothingChanges: "Esto es lo que ya tenemos guardado.",
  change: "Cambiar",
  changeComing: "Cambiar quién asiste",
  changeGuest: (name) => `Cambiar la elección de ${name}`,
  changeAnswers: "Cambiar las respuestas",
  send: (guests) => guests === 1 ? "Enviar mi respuesta" : "Enviar la respuesta",
  sending: "Enviando…",
  waiting: "La enviaremos en cuanto vuelva la conexión. Esta página puede quedarse abierta.",
  takeBack: "Cambiar algo",
  comes: (names, events, guests) =>
    `${names} ${guests === 1 ? "asistirá" : "asistirán"} a ${events}.`,
  staysAway: (names, guests) => `${names} no ${guests === 1 ? "podrá" : "podrán"} ir.`,
  misses: (names, events, guests) =>
    `${names} no ${guests === 1 ? "podrá" : "podrán"} ir a ${events}.`,
  unsure: (names, events, guests) =>
    `${names} aún no ${guests === 1 ? "sabe si podrá" : "saben si podrán"} ir a ${events}.`,
  suffers: {
    "life-threatening": (allergen) => `alergia a ${allergen} (puede ser mortal)`,
    "allergy": (allergen) => `alergia a ${allergen}`,
    "intolerance": (allergen) => `intolerancia a ${allergen}`,
    "preference": (allergen) => `mejor sin ${allergen}`,
  },

  thanksHeading: "¡Gracias!",
  thanksComing: "La respuesta ha llegado. ¡Qué ganas de vernos!",
  thanksAway: "La respuesta ha llegado. Es una pena no vernos ese día; gracias por avisarnos.",
  thanksUnsure: "Queda anotado. En cuanto se sepa, nos encantará tener la respuesta.",
  savedHeading: "Respuesta guardada",
  answeredOn: (date) => `Respuesta enviada el ${date}.`,
  notedOn: (names, date) => `${names} anotaron esta respuesta el ${date}.`,
  changeReply: (guests) => guests === 1 ? "Cambiar mi respuesta" : "Cambiar la respuesta",
  changedElsewhere: "La respuesta acaba de cambiar en otro dispositivo. Así queda ahora.",
  changedMeanwhile:
    "La respuesta ha cambiado mientras tanto en otro dispositivo. Si se envía esta, la sustituirá.",
  showOther: "Ver la otra respuesta",
  unsent: "En este dispositivo hay una respuesta empezada que aún no se ha enviado.",
  resumeDraft: "Continuar con ella",

  addToCalendar: "Guardar en el calendario",
  calendarFile: "Apple, Outlook y otros",
  calendarOf: (event, calendar) => `${event} en ${calendar}`,
  keepLink: "Conviene guardar este enlace: con él se puede cambiar la respuesta más adelante.",
  personalLink: "Nuestro enlace personal",

  withdraw: (guests) => guests === 1 ? "Retirar mi respuesta" : "Retirar nuestra respuesta",
  withdrawSure:
    "Entonces no sabremos si hay que reservar lugar. ¿Retirar la respuesta de todos modos?",
  withdrawYes: "Sí, retirarla",
  withdrawNo: "Dejarla",
  withdrawing: "Retirando…",
  withdrawn: "La respuesta se ha retirado. Se puede responder de nuevo en cualquier momento.",

  plainForm: "¿No aparece el formulario? Aquí está el sencillo.",

  closedHeading: "El plazo ha terminado",
  closedText: (names) => `La fecha para responder ya ha pasado. Lo mejor es escribir a ${names}.`,
  closedSaved: (names) =>
    `El plazo ha terminado. Si algo ha cambiado, basta con avisar a ${names}.`,
  reachUs: "Nuestro contacto:",

  problems: {
    "unreachable": "Ahora mismo no hay conexión con el servidor. Seguimos intentándolo.",
    "database-away": "Nuestro libro de visitas no responde. Conviene probar en un momento.",
    "stopping": "Volvemos en un momento.",
    "proof-needed":
      "Ha habido muchos intentos desde esta conexión. En un momento se puede intentar de nuevo.",
    "too-many-requests": "Más despacio, por favor: en un minuto se puede intentar de nuevo.",
    "unexpected": broken,
    "idempotency-key-reused": broken,
    "not-found": broken,
    "body-too-large": "Es más de lo que cabe. Hay que acortar la respuesta más larga, por favor.",
    "invalid-input": "Hay algo que no encaja. Conviene revisarlo e intentarlo de nuevo.",

    "page-not-allowed": ({ page, site }) =>
      `Esta página todavía no puede abrir el formulario. Para quien organiza la boda: hay que comprobar que ${page} está en la lista de páginas y que el nombre es «${site}».`,
    "site-not-found": ({ site }) =>
      `Aquí no hay ninguna boda llamada «${site}». Para quien organiza la boda: hay que comprobar el nombre en el código pegado.`,

    "invitation-not-found": ({ names }) =>
      `No encontramos ese nombre. Conviene escribirlo tal como aparece en la invitación, o preguntar a ${names}.`,
    "not-found-again": ({ names }) =>
      `Ese dato no coincide con el nombre. Conviene revisar ambos, o preguntar a ${names}.`,
    "second-fact-needed": "Ya casi está: falta un dato para abrir la invitación correcta.",
    "link-missing": again,
    "link-broken":
      "Este enlace está incompleto. Se puede abrir de nuevo desde la invitación o buscar por nombre.",
    "link-revoked": "Hay un enlace más reciente que este. También se puede buscar por nombre.",
    "visit-expired": "Ha pasado un rato: hay que buscar otra vez la invitación. Todo sigue aquí.",
    "party-not-found": again,
    "guest-not-found": changed,
    "event-not-found": changed,
    "not-your-seat": changed,
    "not-invited": changed,
    "unknown-meal": "El menú ha cambiado. Hay que elegir de nuevo, por favor.",
    "unsure-not-offered": "Hay que elegir sí o no, por favor.",
    "unknown-question": changed,
    "name-not-open": changed,
    "replies-closed": ({ names }) => `El plazo ha terminado. Lo mejor es escribir a ${names}.`,
    "event-full": ({ left, event }) =>
      left > 0
        ? `${event}: ya no hay lugar para todo el grupo. Lugares que quedan: ${left}.`
        : `${event}: ya no quedan lugares. Lo sentimos.`,

    "name-missing": "Falta escribir el nombre, por favor.",
    "coming-missing": ({ guest, event }) => `Falta la respuesta de ${guest}: ${event}.`,
    "meal-missing": ({ guest }) => `Falta elegir el menú de ${guest}.`,
    "severity-missing": "Falta indicar a la cocina qué gravedad tiene.",
    "allergen-missing": "Falta indicar a la cocina de qué se trata.",
    "kitchen-missing": "Falta indicar a la cocina de qué se trata, o elegir «No, nada».",
    "answer-missing": "Aquí nos falta una respuesta.",
    "answer-invalid": "Esta respuesta no encaja. Conviene revisarla.",
  },
};
