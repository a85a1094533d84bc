// Names and numbers stand where Welsh does not mutate them, often after a colon.
import type { Words } from "./words.ts";

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
  seat: "Eich gwestai",
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
  change: "Newid",
  changeComing: "Newid pwy sy’n dod",
  changeGuest: (name) => `Newid dewisiadau ${name}`,
  changeAnswers: "Newid yr atebion",
  send: (guests) => guests === 1 ? "Anfon fy ateb" : "Anfon ein hateb",
  sending: "Yn anfon …",
  waiting:
    "Byddwn yn anfon hwn cyn gynted ag y byddwch ar-lein eto. Gallwch adael y dudalen hon ar agor.",
  takeBack: "Newid rhywbeth yn gyntaf",
  // A Welsh verb before its subject stays singular, however many the names are.
  comes: (names, events) => `Bydd ${names} yno: ${events}.`,
  staysAway: (names) => `Ni all ${names} ddod.`,
  misses: (names, events) => `Ni fydd ${names} yno: ${events}.`,
  suffers: (allergen, severity) =>
    ({
      "life-threatening": `alergedd: ${allergen} (yn bygwth bywyd)`,
      "allergy": `alergedd: ${allergen}`,
      "intolerance": `anoddefiad: ${allergen}`,
      "preference": `gwell heb: ${allergen}`,
    })[severity],

  thanksHeading: "Diolch!",
  thanksComing: "Mae’ch ateb wedi cyrraedd. Edrychwn ymlaen yn fawr at eich gweld.",
  thanksAway:
    "Mae’ch ateb wedi cyrraedd. Byddwn yn gweld eich eisiau, a diolch i chi am roi gwybod.",
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
    "coming-missing": ({ guest, event }) => `Rhowch wybod i ni am ${guest}: ${event}.`,
    "meal-missing": ({ guest }) => `Dewiswch ar gyfer ${guest}.`,
    "severity-missing": "Rhowch wybod i’r gegin pa mor ddifrifol yw hyn.",
    "allergen-missing": "Rhowch wybod i’r gegin beth yn union.",
    "answer-missing": "Byddai angen ateb arnom yma.",
    "answer-invalid": "Nid yw’r ateb hwn yn iawn. Edrychwch arno eto.",
  },
};
