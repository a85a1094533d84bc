// Names and numbers stand where Welsh does not mutate them, often after a colon.
import type { Words } from "./words.ts";

export { formats } from "./cy-formats.ts";

const changed: string =
  "Mae’r gwahoddiad wedi newid ers i chi ei agor. Edrychwch arno unwaith eto.";
const broken: string =
  "Aeth rhywbeth o’i le ar ein hochr ni. Does dim wedi’i golli: rhowch gynnig arall arni.";

export const words: Words = {
  findHeading: "A wnewch chi ymuno â ni?",
  nameLabel: "Eich enw",
  nameHint: "Fel y mae ar eich gwahoddiad",
  secondFactLabel: "Un peth arall, er mwyn agor y gwahoddiad cywir",
  secondFactHint: "Pedwar digid olaf eich ffôn, eich cyfeiriad e-bost, neu’r cod ar eich cerdyn",
  find: "Agor fy ngwahoddiad",
  finding: "Yn chwilio …",
  waitingButton: "Yn aros am gysylltiad …",
  proving: "Un eiliad: rydym yn gwneud yn siŵr mai person sy’n gofyn.",
  linkOnly: "Agorwch y ddolen bersonol ar eich gwahoddiad: mae’n mynd â chi’n syth at eich ateb.",
  replyBy: (date) => `Byddem wrth ein bodd yn cael gwybod erbyn ${date}.`,
  lateHint: (date) =>
    `Fe wnaethom ofyn am atebion erbyn ${date}, ac rydym yn dal yn falch o gael eich ateb chi.`,
  counter: (attending, shown) =>
    attending === 1 ? "Bydd un gwestai yno" : `Bydd ${shown} o westeion yno`,

  askCouple: (names) => `Gofyn i ${names}`,
  noteHeading: (names) => `Neges i ${names}`,
  noteName: "Eich enw",
  noteReach: "Sut i gysylltu â chi",
  noteReachHint: "Cyfeiriad e-bost neu rif ffôn",
  noteText: "Beth hoffech chi ei ddweud wrthyn nhw?",
  sendNote: "Anfon fy neges",
  sendingNote: "Yn anfon …",
  noteSent: (names) => `Diolch. Bydd ${names} yn darllen hyn ac yn cysylltu â chi.`,

  loading: "Mae’r ffurflen ateb ar ei ffordd.",
  awayHeading: "Un eiliad",
  retry: "Ceisio eto",
  progress: (page, pages) => `${page} o ${pages}`,
  back: "Yn ôl",
  next: "Ymlaen",
  optional: "dewisol",
  yes: "Ie",
  no: "Na",

  comingHeading: "Fyddwch chi yno?",
  allComing: (guests) =>
    guests === 1 ? "Bydda i yno" : guests === 2 ? "Byddwn ni yno" : "Byddwn ni i gyd yno",
  noneComing: (guests) => guests === 1 ? "Alla i ddim dod" : "Allwn ni ddim dod",
  oneByOne: "Ateb dros bob un ohonom",
  willBeThere: "Bydd yno",
  cannotCome: "Methu dod",
  notSure: "Ddim yn siŵr eto",
  seat: "Eich gwestai",
  seatInSentence: "eich gwestai",
  seatName: "Pwy ddaw gyda chi?",
  left: (left, shown) =>
    left === 1 ? "Un lle ar ôl" : left === 2 ? "Dau le ar ôl" : `${shown} lle ar ôl`,
  full: "Dim lle ar ôl",
  zone: (city) => `amser ${city}`,
  directions: "Sut i gyrraedd",
  restored: "Fe gadwon ni’r hyn a lenwoch chi ar y ddyfais hon.",
  startAfresh: "Dechrau o’r newydd",
  keepSaved: "Cadw’r ateb fel yr oedd",
  notYou: "Nid fy ngwahoddiad i yw hwn",
  child: "plentyn",
  infant: "baban",

  mealsHeading: "Beth hoffech chi ei fwyta?",
  mealsOf: (name) => `Beth hoffai ${name} ei fwyta?`,
  kitchenHeading: "Gair i’r gegin",
  kitchenQuestion: "Oes rhywbeth y mae’n rhaid i’r gegin ei wybod?",
  kitchenNo: "Nac oes",
  kitchenYes: "Oes",
  dietsLabel: "Deiet",
  allergensLabel: "Alergeddau ac anoddefiadau",
  howSerious: (allergen) => `${allergen}: pa mor ddifrifol yw hyn?`,
  whichAllergen: "Beth yn union?",
  kitchenNote: "Unrhyw beth arall i’r gegin?",
  diets: {
    "vegetarian": "Llysieuol",
    "vegan": "Figan",
    "pescatarian": "Pysgod ond dim cig",
    "gluten-free": "Heb glwten",
    "dairy-free": "Heb laeth",
    "halal": "Halal",
    "kosher": "Cosher",
    "no-pork": "Dim porc",
    "no-alcohol": "Dim alcohol",
  },
  allergens: {
    celery: "Seleri",
    crustaceans: "Cramenogion",
    eggs: "Wyau",
    fish: "Pysgod",
    gluten: "Glwten",
    lupin: "Bysedd y blaidd",
    milk: "Llaeth",
    molluscs: "Molysgiaid",
    mustard: "Mwstard",
    nuts: "Cnau",
    peanuts: "Pysgnau",
    sesame: "Sesame",
    soy: "Soia",
    sulphites: "Sylffitau",
    other: "Rhywbeth arall",
  },
  severities: {
    "life-threatening": "Yn bygwth bywyd",
    "allergy": "Alergedd",
    "intolerance": "Anoddefiad",
    "preference": "Gwell peidio",
  },

  questionsHeading: "Ambell gwestiwn",
  wordHeading: "Hoffech chi ddweud rhywbeth wrthym?",
  wordLabel: (names) => `Gair i ${names}`,

  reviewHeading: "Ydy hyn yn iawn?",
  changesHeading: "Beth fydd yn newid",
  before: "Hyd yn hyn",
  after: "O hyn ymlaen",
  nothingChanges: "Dyma’r ateb sydd gennym yn barod.",
  change: "Newid",
  changeComing: "Newid pwy sy’n dod",
  changeGuest: (name) => `Newid dewisiadau ${name}`,
  changeAnswers: "Newid yr atebion",
  send: (guests) => guests === 1 ? "Anfon fy ateb" : "Anfon ein hateb",
  sending: "Yn anfon …",
  waiting:
    "Byddwn yn anfon hwn cyn gynted ag y byddwch ar-lein eto. Gallwch adael y dudalen hon ar agor.",
  takeBack: "Newid rhywbeth",
  // A Welsh verb before its subject stays singular, however many the names are.
  comes: (names, events) => `Bydd ${names} yno: ${events}.`,
  staysAway: (names) => `Ni all ${names} ddod.`,
  misses: (names, events) => `Ni fydd ${names} yno: ${events}.`,
  unsure: (names, events) => `Nid yw ${names} yn siŵr eto: ${events}.`,
  suffers: {
    "life-threatening": (allergen) => `alergedd: ${allergen} (yn bygwth bywyd)`,
    "allergy": (allergen) => `alergedd: ${allergen}`,
    "intolerance": (allergen) => `anoddefiad: ${allergen}`,
    "preference": (allergen) => `gwell heb: ${allergen}`,
  },

  thanksHeading: "Diolch!",
  thanksComing: "Mae’ch ateb wedi cyrraedd. Edrychwn ymlaen yn fawr at eich gweld.",
  thanksAway:
    "Mae’ch ateb wedi cyrraedd. Byddwn yn gweld eich eisiau, a diolch i chi am roi gwybod.",
  thanksUnsure: "Rydym wedi nodi hynny. Rhowch wybod i ni cyn gynted ag y byddwch yn gwybod.",
  savedHeading: "Eich ateb",
  answeredOn: (date) => `Dyddiad eich ateb: ${date}.`,
  notedOn: (names, date) => `Nodwyd hyn ar eich rhan gan ${names}: ${date}.`,
  changeReply: (guests) => guests === 1 ? "Newid fy ateb" : "Newid ein hateb",
  changedElsewhere: "Cafodd eich ateb ei newid ar ddyfais arall gynnau. Dyma fel y mae nawr.",
  changedMeanwhile:
    "Cafodd eich ateb ei newid ar ddyfais arall yn y cyfamser. Bydd anfon yr un hwn yn disodli’r llall.",
  showOther: "Dangos y llall",
  unsent: "Mae ateb ar y ddyfais hon y gwnaethoch ei ddechrau ond heb ei anfon.",
  resumeDraft: "Parhau ag ef",

  addToCalendar: "Ychwanegu at eich calendr",
  calendarFile: "Apple, Outlook ac eraill",
  calendarOf: (event, calendar) => `${event}: ${calendar}`,
  keepLink: "Cadwch y ddolen hon: gyda hi gallwch newid eich ateb yn nes ymlaen.",
  personalLink: "Ein dolen bersonol",

  withdraw: (guests) => guests === 1 ? "Tynnu fy ateb yn ôl" : "Tynnu ein hateb yn ôl",
  withdrawSure:
    "Wedyn fyddwn ni ddim yn gwybod a oes angen gosod lle i chi. Ei dynnu’n ôl yr un fath?",
  withdrawYes: "Ie, ei dynnu’n ôl",
  withdrawNo: "Ei gadw",
  withdrawing: "Yn tynnu’n ôl …",
  withdrawn: "Mae’ch ateb wedi’i dynnu’n ôl. Gallwch ateb eto pan fyddwch yn gwybod.",

  plainForm: "Y ffurflen ddim yn ymddangos? Defnyddiwch yr un syml.",

  closedHeading: "Mae’r cyfnod ateb wedi cau",
  closedText: (names) =>
    `Mae’r dyddiad ateb wedi mynd heibio. Ysgrifennwch at ${names}, os gwelwch yn dda.`,
  closedSaved: (names) =>
    `Mae’r cyfnod ateb wedi cau. Os oes rhywbeth wedi newid, rhowch wybod i ${names}.`,
  reachUs: "Gallwch gysylltu â ni yma",

  problems: {
    "unreachable": "Allwn ni ddim cyrraedd y gweinydd ar hyn o bryd. Rydym yn dal i geisio.",
    "database-away":
      "Allwn ni ddim cyrraedd ein llyfr gwesteion ar hyn o bryd. Rhowch gynnig arall arni mewn munud.",
    "stopping": "Byddwn yn ôl mewn munud.",
    "proof-needed": "Bu llawer o geisiadau o’ch cysylltiad. Rhowch gynnig arall arni mewn munud.",
    "too-many-requests":
      "Roedd hynny braidd yn gyflym i ni. Arhoswch funud a rhowch gynnig arall arni.",
    "unexpected": broken,
    "idempotency-key-reused": broken,
    "not-found": broken,
    "body-too-large": "Mae hynny’n fwy nag y gallwn ei dderbyn. Byrhewch eich ateb hiraf.",
    "invalid-input": "Mae rhywbeth yma nad yw’n iawn. Edrychwch drosto a rhowch gynnig arall arni.",

    "page-not-allowed": ({ page, site }) =>
      `Ni all y dudalen hon agor y ffurflen eto. Os mai eich priodas chi yw hon: gwnewch yn siŵr bod ${page} ar eich rhestr o dudalennau, ac mai ‘${site}’ yw’r enw.`,
    "site-not-found": ({ site }) =>
      `Nid oes priodas o’r enw ‘${site}’ yma. Os mai eich priodas chi yw hon: gwiriwch yr enw yn y cod a ludwyd gennych.`,

    "invitation-not-found": ({ names }) =>
      `Allen ni ddim dod o hyd i’r enw hwnnw. Rhowch yr enw fel y mae ar eich gwahoddiad, neu gofynnwch i ${names}.`,
    "not-found-again": ({ names }) =>
      `Nid yw hynny’n cyd-fynd â’r enw. Gwiriwch y ddau, neu gofynnwch i ${names}.`,
    "second-fact-needed": "Bron iawn: mae angen un peth arall arnom i agor y gwahoddiad cywir.",
    "link-missing": "Chwiliwch am eich gwahoddiad unwaith eto.",
    "link-broken":
      "Nid yw’r ddolen hon yn gyflawn. Agorwch hi eto o’ch gwahoddiad, neu chwiliwch am eich enw.",
    "link-revoked":
      "Mae dolen fwy newydd wedi cymryd lle’r un hon. Gallwch hefyd chwilio am eich enw.",
    "visit-expired":
      "Rydych wedi bod i ffwrdd am sbel. Chwiliwch am eich gwahoddiad unwaith eto: rydym wedi cadw’r hyn a lenwoch chi.",
    "party-not-found": "Chwiliwch am eich gwahoddiad unwaith eto.",
    "guest-not-found": changed,
    "event-not-found": changed,
    "not-your-seat": changed,
    "not-invited": changed,
    "unknown-meal": "Mae’r fwydlen wedi newid. Dewiswch unwaith eto.",
    "unsure-not-offered": "Dewiswch ie neu na.",
    "unknown-question": changed,
    "name-not-open": changed,
    "replies-closed": ({ names }) =>
      `Mae’r cyfnod ateb wedi cau. Ysgrifennwch at ${names}, os gwelwch yn dda.`,
    "event-full": ({ left, event }) =>
      left > 0
        ? `${event}: dim ond ${
          left === 1 ? "un" : left
        } ohonoch all ddod bellach, gan nad oes rhagor o leoedd.`
        : `${event}: does dim lle ar ôl. Mae’n ddrwg gennym.`,

    "name-missing": "Rhowch yr enw i ni.",
    "coming-missing": ({ guest, event }) => `A fydd ${guest} yno: ${event}?`,
    "meal-missing": ({ guest }) => `Dewiswch ar gyfer ${guest}.`,
    "severity-missing": "Rhowch wybod i’r gegin pa mor ddifrifol yw hyn.",
    "allergen-missing": "Rhowch wybod i’r gegin beth yn union.",
    "kitchen-missing": "Rhowch wybod i’r gegin beth ydyw, neu dewiswch ‘Nac oes’.",
    "answer-missing": "Atebwch hwn, os gwelwch yn dda.",
    "answer-invalid": "Nid yw’r ateb hwn yn iawn. Edrychwch arno eto.",
  },
};
