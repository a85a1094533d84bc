import type { Words } from "./words.ts";

const changed: string = "ההזמנה השתנתה מאז שפתחתם אותה. כדאי להציץ בה שוב.";
const broken: string = "משהו השתבש אצלנו. שום דבר לא אבד: נסו בבקשה שוב.";

const counted = (count: number, one: string, two: string, other: string) =>
  count === 1 ? one : count === 2 ? two : other;
const places = (left: number, shown: string) =>
  counted(left, "נשאר מקום אחד", "נשארו שני מקומות", `נשארו ${shown} מקומות`);

/** A name in another script keeps its own direction, with whatever stands at its edges. Not for lists. */
const apart = (name: string) => `\u2068${name}\u2069`;

// Nouns (הגעה) where a verb would say whether a guest is a man or a woman; no prefix is glued to a name.
export const words: Words = {
  findHeading: "תבואו לחגוג איתנו?",
  nameLabel: "השם שלכם",
  nameHint: "כמו שהוא כתוב בהזמנה",
  secondFactLabel: "עוד פרט אחד, כדי שנפתח את ההזמנה הנכונה",
  secondFactHint: "ארבע הספרות האחרונות של הטלפון, כתובת המייל או הקוד שעל ההזמנה",
  find: "חיפוש ההזמנה שלי",
  finding: "מחפשים…",
  linkOnly: "פתחו בבקשה את הקישור האישי שבהזמנה: הוא מוביל ישר לתשובה שלכם.",
  replyBy: (date) => `נשמח לתשובה עד ${date}.`,
  lateHint: (date) => `ביקשנו תשובות עד ${date}, ועדיין נשמח לקבל את שלכם.`,
  counter: (attending, shown) =>
    counted(attending, "יש אישור הגעה אחד", "יגיעו שני אורחים", `יגיעו ${shown} אורחים`),

  askCouple: (names) => `לשאול את ${apart(names)}`,
  noteHeading: (names) => `הודעה אל ${apart(names)}`,
  noteName: "השם שלכם",
  noteReach: "איך אפשר לחזור אליכם?",
  noteReachHint: "כתובת מייל או מספר טלפון",
  noteText: "מה תרצו לומר?",
  sendNote: "שליחת ההודעה שלי",
  sendingNote: "שולחים…",
  noteSent: (names) => `תודה. ההודעה תגיע אל ${apart(names)}, ומשם יחזרו אליכם.`,

  loading: "טופס אישור ההגעה בדרך אליכם.",
  awayHeading: "רק רגע",
  retry: "ניסיון נוסף",
  progress: (page, pages) => `${page} מתוך ${pages}`,
  back: "חזרה",
  next: "המשך",
  optional: "לא חובה",
  yes: "כן",
  no: "לא",

  comingHeading: "תהיו איתנו?",
  allComing: (guests) =>
    guests === 1 ? "אגיע בשמחה" : guests === 2 ? "נגיע יחד בשמחה" : "כולנו נגיע בשמחה",
  noneComing: (guests) => guests === 1 ? "לצערי לא אוכל" : "לצערנו לא נוכל",
  oneByOne: "תשובה נפרדת לכל שם",
  willBeThere: "כן, בשמחה",
  cannotCome: "לא יתאפשר",
  seat: "המלווה שלכם",
  seatName: "את מי תביאו איתכם?",
  left: places,
  full: "לא נשארו מקומות",
  zone: (city) => `שעון ${apart(city)}`,
  directions: "איך מגיעים",
  restored: "שמרנו במכשיר הזה את מה שמילאתם.",
  startAfresh: "להתחיל מחדש",
  keepSaved: "להשאיר את התשובה הקודמת",
  notYou: "זו לא ההזמנה שלי",
  child: "מהילדים",
  infant: "מהתינוקות",

  mealsHeading: "מה תרצו לאכול?",
  mealsOf: (name) => `מה יהיה בצלחת של ${apart(name)}?`,
  kitchenHeading: "מילה למטבח",
  kitchenQuestion: "יש משהו שהמטבח חייב לדעת?",
  kitchenNo: "שום דבר",
  kitchenYes: "כן",
  dietsLabel: "סוג תזונה",
  allergensLabel: "אלרגיות ורגישויות",
  howSerious: (allergen) => `${apart(allergen)}: עד כמה זה חמור?`,
  whichAllergen: "מה בדיוק?",
  kitchenNote: "עוד משהו למטבח?",
  diets: {
    "vegetarian": "צמחוני",
    "vegan": "טבעוני",
    "pescatarian": "דגים, בלי בשר",
    "gluten-free": "ללא גלוטן",
    "dairy-free": "ללא מוצרי חלב",
    "halal": "חלאל",
    "kosher": "כשר",
    "no-pork": "ללא חזיר",
    "no-alcohol": "ללא אלכוהול",
  },
  allergens: {
    celery: "סלרי",
    crustaceans: "סרטנאים",
    eggs: "ביצים",
    fish: "דגים",
    gluten: "גלוטן",
    lupin: "תורמוס",
    milk: "חלב",
    molluscs: "רכיכות",
    mustard: "חרדל",
    nuts: "אגוזים",
    peanuts: "בוטנים",
    sesame: "שומשום",
    soy: "סויה",
    sulphites: "סולפיטים",
    other: "משהו אחר",
  },
  severities: {
    "life-threatening": "סכנת חיים",
    "allergy": "אלרגיה",
    "intolerance": "רגישות",
    "preference": "עדיף בלי",
  },

  questionsHeading: "כמה שאלות",
  wordHeading: "משהו שתרצו לומר לנו?",
  wordLabel: (names) => `כמה מילים אל ${apart(names)}`,

  reviewHeading: "הכול נכון?",
  change: "שינוי",
  changeComing: "שינוי אישורי ההגעה",
  changeGuest: (name) => `שינוי הבחירות של ${apart(name)}`,
  changeAnswers: "שינוי התשובות",
  send: (guests) => guests === 1 ? "שליחת התשובה שלי" : "שליחת התשובה שלנו",
  sending: "שולחים…",
  waiting: "נשלח את התשובה ברגע שהחיבור לאינטרנט יחזור. אפשר להשאיר את הדף הזה פתוח.",
  takeBack: "קודם לשנות משהו",
  comes: (names, events) => `ההגעה של ${names} מאושרת: ${events}.`,
  staysAway: (names) => `ההגעה של ${names} לא תתאפשר.`,
  misses: (names, events) => `ההגעה של ${names} לא תתאפשר: ${events}.`,
  suffers: (allergen, severity) =>
    ({
      "life-threatening": `${apart(allergen)}: אלרגיה (סכנת חיים)`,
      "allergy": `${apart(allergen)}: אלרגיה`,
      "intolerance": `${apart(allergen)}: רגישות`,
      "preference": `${apart(allergen)}: עדיף בלי`,
    })[severity],

  thanksHeading: "תודה!",
  thanksComing: "התשובה שלכם הגיעה. כבר מחכים לראות אתכם.",
  thanksAway: "התשובה שלכם הגיעה. תחסרו לנו, ותודה שסיפרתם לנו.",
  savedHeading: "התשובה שלכם",
  answeredOn: (date) => `התשובה שלכם התקבלה: ${date}.`,
  notedOn: (names, date) => `התשובה נרשמה עבורכם בידי ${apart(names)}: ${date}.`,
  changeReply: (guests) => guests === 1 ? "שינוי התשובה שלי" : "שינוי התשובה שלנו",
  changedElsewhere: "התשובה שלכם שונתה ממש עכשיו במכשיר אחר. כך היא נראית עכשיו.",
  changedMeanwhile: "בינתיים התשובה שלכם שונתה במכשיר אחר. שליחת התשובה הזו תחליף אותה.",
  showOther: "להציג את התשובה האחרת",
  unsent: "במכשיר הזה יש תשובה שהתחלתם למלא ועוד לא שלחתם.",
  resumeDraft: "להמשיך למלא אותה",

  closedHeading: "המועד לתשובות עבר",
  closedText: (names) => `המועד לתשובות עבר. כתבו בבקשה אל ${apart(names)}.`,
  closedSaved: (names) => `המועד לתשובות עבר. אם משהו השתנה, עדכנו בבקשה את ${apart(names)}.`,
  reachUs: "אפשר להשיג אותנו כאן:",

  problems: {
    "unreachable": "אין כרגע חיבור לשרת. ממשיכים לנסות.",
    "database-away": "רשימת האורחים לא נפתחת כרגע. נסו בבקשה שוב עוד רגע.",
    "stopping": "עוד רגע חוזרים.",
    "too-many-requests": "זה היה קצת מהיר בשבילנו. חכו בבקשה דקה ונסו שוב.",
    "unexpected": broken,
    "idempotency-key-reused": broken,
    "not-found": broken,
    "body-too-large": "זה ארוך מדי בשבילנו. קצרו בבקשה את התשובה הארוכה ביותר.",
    "invalid-input": "משהו כאן לא מתאים. עברו על זה בבקשה ונסו שוב.",

    "page-not-allowed": ({ page, site }) =>
      `הדף הזה עדיין לא יכול לפתוח את הטופס. אם זו החתונה שלכם: בדקו שהכתובת ${page} מופיעה ברשימת הדפים שלכם, ושהשם הוא "${site}".`,
    "site-not-found": ({ site }) =>
      `אין כאן חתונה בשם "${site}". אם זו החתונה שלכם: בדקו את השם בקוד שהדבקתם.`,

    "invitation-not-found": ({ names }) =>
      `לא מצאנו את השם הזה. נסו לכתוב אותו כמו בהזמנה, או שאלו את ${apart(names)}.`,
    "second-fact-needed": "כמעט הגענו: צריך עוד פרט אחד כדי לפתוח את ההזמנה הנכונה.",
    "link-missing": "חפשו בבקשה שוב את ההזמנה שלכם.",
    "link-broken": "הקישור הזה לא שלם. פתחו אותו שוב מההזמנה, או חפשו את השם שלכם.",
    "link-revoked": "הקישור הזה הוחלף בקישור חדש. אפשר גם לחפש את השם שלכם.",
    "visit-expired": "עבר קצת זמן. חפשו שוב את ההזמנה שלכם: שמרנו את מה שמילאתם.",
    "party-not-found": "חפשו בבקשה שוב את ההזמנה שלכם.",
    "guest-not-found": changed,
    "event-not-found": changed,
    "not-your-seat": changed,
    "not-invited": changed,
    "unknown-meal": "התפריט השתנה. בחרו בבקשה שוב.",
    "unknown-question": changed,
    "name-not-open": changed,
    "replies-closed": ({ names }) => `המועד לתשובות עבר. כתבו בבקשה אל ${apart(names)}.`,
    "event-full": ({ left, event }) =>
      left > 0
        ? `${apart(event)}: ${places(left, String(left))} בלבד.`
        : `${apart(event)}: כל המקומות תפוסים. צר לנו מאוד.`,

    "name-missing": "כתבו בבקשה את השם.",
    "coming-missing": ({ guest, event }) => `ספרו לנו בבקשה על ${apart(guest)}: ${apart(event)}.`,
    "meal-missing": ({ guest }) => `בחרו בבקשה עבור ${apart(guest)}.`,
    "severity-missing": "ספרו בבקשה למטבח עד כמה זה חמור.",
    "allergen-missing": "ספרו בבקשה למטבח במה מדובר.",
    "answer-missing": "כאן דרושה לנו תשובה.",
    "answer-invalid": "התשובה הזאת לא מתאימה. כדאי להציץ בה שוב.",
  },
};
