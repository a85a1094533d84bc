import type { OwnFormats } from "./formats.ts";
import type { Words } from "./words.ts";

const changed: string = "تغيّرت الدعوة منذ أن فتحتموها. يُرجى إلقاء نظرة أخرى.";
const broken: string = "حدث خطأ من جهتنا. لم يضِع شيء مما كتبتموه: يُرجى المحاولة مرة أخرى.";
const rules = new Intl.PluralRules("ar");
const known = ["one", "two", "few", "many"];
const ofGuests = ["ضيف واحد", "ضيفان", "ضيوف", "ضيفًا", "ضيف"];
const ofPlaces = ["مكان واحد", "مكانان", "أماكن", "مكانًا", "مكان"];
/** One and two are said by the noun alone; what is not in `known` takes the last form. */
const counted = (count: number, shown: string, forms: string[]) =>
  `${count > 2 ? shown : ""} ${forms.at(known.indexOf(rules.select(count)))}`.trim();

// Verbal nouns (حضور) where a verb would say whether a guest is a man or a woman, one or many.
export const words: Words = {
  findHeading: "هل تشاركوننا فرحتنا؟",
  nameLabel: "اسمكم الكريم",
  nameHint: "كما هو مكتوب في الدعوة",
  secondFactLabel: "معلومة أخرى، لنفتح الدعوة الصحيحة",
  secondFactHint: "آخر أربعة أرقام من هاتفكم، أو بريدكم الإلكتروني، أو الرمز على البطاقة",
  find: "البحث عن دعوتي",
  finding: "جارٍ البحث…",
  waitingButton: "بانتظار الاتصال…",
  proving: "لحظة من فضلكم: نتأكّد من أن الطلب من شخص.",
  linkOnly: "يُرجى فتح الرابط الشخصي الموجود في دعوتكم: فهو يأخذكم مباشرة إلى ردّكم.",
  replyBy: (date) => `يسعدنا أن يصلنا ردّكم في موعد أقصاه يوم ${date}.`,
  lateHint: (date) => `كان آخر موعد للردّ يوم ${date}، وما زال يسعدنا أن يصلنا ردّكم.`,
  counter: (attending, shown) => `سيحضر ${counted(attending, shown, ofGuests)}`,

  askCouple: (names) => `مراسلة ${names}`,
  noteHeading: (names) => `رسالة إلى ${names}`,
  noteName: "اسمكم الكريم",
  noteReach: "كيف يمكن التواصل معكم؟",
  noteReachHint: "بريد إلكتروني أو رقم هاتف",
  noteText: "ماذا تودّون أن تقولوا؟",
  sendNote: "إرسال رسالتي",
  sendingNote: "جارٍ الإرسال…",
  noteSent: (names) => `شكرًا لكم. ستصل رسالتكم إلى ${names}، وسيأتيكم الردّ.`,

  loading: "نموذج الردّ في الطريق إليكم.",
  awayHeading: "لحظة من فضلكم",
  retry: "إعادة المحاولة",
  progress: (page, pages) => `${page} من ${pages}`,
  back: "رجوع",
  next: "متابعة",
  optional: "اختياري",
  yes: "نعم",
  no: "لا",

  comingHeading: "هل ستحضرون؟",
  allComing: (guests) =>
    guests === 1 ? "سأحضر بسرور" : guests === 2 ? "سنحضر معًا بسرور" : "سنحضر جميعًا بسرور",
  noneComing: (guests) => guests === 1 ? "للأسف، لن أتمكّن" : "للأسف، لن نتمكّن",
  oneByOne: "الردّ عن كل شخص على حدة",
  willBeThere: "حضور",
  cannotCome: "اعتذار",
  notSure: "غير مؤكّد بعد",
  seat: "ضيفكم",
  seatInSentence: "ضيفكم",
  seatName: "من سيرافقكم؟",
  left: (left, shown) => `بقي ${counted(left, shown, ofPlaces)}`,
  full: "لم يبقَ أي مكان",
  zone: (city, clock) => clock || `بتوقيت ${city}`,
  directions: "طريق الوصول",
  restored: "احتفظنا على هذا الجهاز بما كتبتموه.",
  startAfresh: "البدء من جديد",
  keepSaved: "إبقاء الردّ كما كان",
  notYou: "هذه ليست دعوتي",
  child: "من الأطفال",
  infant: "من الرضّع",

  mealsHeading: "ماذا نقدّم لكم من الطعام؟",
  mealsOf: (name) => `ماذا نقدّم من الطعام إلى ${name}؟`,
  kitchenHeading: "كلمة للمطبخ",
  kitchenQuestion: "هل هناك ما يجب أن يعرفه المطبخ؟",
  kitchenNo: "لا، لا شيء",
  kitchenYes: "نعم",
  dietsLabel: "النظام الغذائي",
  allergensLabel: "الحساسية وعدم التحمّل",
  howSerious: (allergen) => `${allergen}: ما مدى الخطورة؟`,
  whichAllergen: "ما هو بالتحديد؟",
  kitchenNote: "هل من شيء آخر للمطبخ؟",
  diets: {
    "vegetarian": "نباتي",
    "vegan": "نباتي صِرف",
    "pescatarian": "سمك بلا لحوم",
    "gluten-free": "بلا غلوتين",
    "dairy-free": "بلا ألبان",
    "halal": "حلال",
    "kosher": "كوشر",
    "no-pork": "بلا لحم خنزير",
    "no-alcohol": "بلا كحول",
  },
  allergens: {
    celery: "الكرفس",
    crustaceans: "القشريات",
    eggs: "البيض",
    fish: "السمك",
    gluten: "الغلوتين",
    lupin: "الترمس",
    milk: "الحليب",
    molluscs: "الرخويات",
    mustard: "الخردل",
    nuts: "المكسّرات",
    peanuts: "الفول السوداني",
    sesame: "السمسم",
    soy: "الصويا",
    sulphites: "الكبريتيت",
    other: "شيء آخر",
  },
  severities: {
    "life-threatening": "خطر على الحياة",
    "allergy": "حساسية",
    "intolerance": "عدم تحمّل",
    "preference": "غير مفضّل",
  },

  questionsHeading: "بعض الأسئلة",
  wordHeading: "هل تودّون أن تقولوا لنا شيئًا؟",
  wordLabel: (names) => `كلمة إلى ${names}`,

  reviewHeading: "هل كل شيء صحيح؟",
  changesHeading: "ما الذي سيتغيّر",
  before: "حتى الآن",
  after: "من الآن فصاعدًا",
  nothingChanges: "هذا هو ردّكم المسجّل لدينا.",
  change: "تعديل",
  changeComing: "تعديل الحضور",
  changeGuest: (name) => `تعديل اختيارات ${name}`,
  changeAnswers: "تعديل الأجوبة",
  send: (guests) => guests === 1 ? "إرسال ردّي" : "إرسال ردّنا",
  sending: "جارٍ الإرسال…",
  waiting: "سنرسل ردّكم فور عودة الاتصال بالإنترنت. يمكنكم ترك هذه الصفحة مفتوحة.",
  takeBack: "تعديل شيء",
  comes: (names, events) => `تأكّد حضور ${names}: ${events}.`,
  staysAway: (names) => `يتعذّر حضور ${names}.`,
  misses: (names, events) => `يتعذّر حضور ${names}: ${events}.`,
  unsure: (names, events) => `لم يتأكّد بعد حضور ${names}: ${events}.`,
  suffers: {
    "life-threatening": (allergen) => `حساسية من ${allergen} (خطر على الحياة)`,
    "allergy": (allergen) => `حساسية من ${allergen}`,
    "intolerance": (allergen) => `عدم تحمّل ${allergen}`,
    "preference": (allergen) => `يُفضَّل تجنّب ${allergen}`,
  },

  thanksHeading: "شكرًا لكم!",
  thanksComing: "وصلنا ردّكم، وكلّنا شوق إلى لقائكم.",
  thanksAway: "وصلنا ردّكم. سنفتقدكم، ونشكركم على إخبارنا.",
  thanksUnsure: "سجّلنا ذلك. يُرجى إخبارنا فور معرفتكم.",
  savedHeading: "ردّكم",
  answeredOn: (date) => `وصلنا ردّكم يوم ${date}.`,
  notedOn: (names, date) => `سُجِّل هذا الردّ نيابةً عنكم بواسطة ${names} يوم ${date}.`,
  changeReply: (guests) => guests === 1 ? "تعديل ردّي" : "تعديل ردّنا",
  changedElsewhere: "عُدِّل ردّكم للتوّ على جهاز آخر، وهذا هو الآن.",
  changedMeanwhile: "عُدِّل ردّكم في هذه الأثناء على جهاز آخر. وإرسال هذا الردّ يحلّ محلّه.",
  showOther: "عرض الردّ الآخر",
  unsent: "هناك ردّ بدأتموه على هذا الجهاز ولم تُرسلوه بعد.",
  resumeDraft: "إكمال الردّ",

  addToCalendar: "إضافة إلى التقويم",
  calendarFile: "Apple وOutlook وغيرهما",
  calendarOf: (event, calendar) => `${event} في ${calendar}`,
  keepLink: "احتفظوا بهذا الرابط: يمكنكم به تعديل ردّكم لاحقًا.",
  personalLink: "رابطنا الشخصي",

  withdraw: (guests) => guests === 1 ? "سحب ردّي" : "سحب ردّنا",
  withdrawSure: "عندئذٍ لن نعرف هل نحجز لكم مكانًا. هل تودّون سحب الردّ مع ذلك؟",
  withdrawYes: "نعم، سحب الردّ",
  withdrawNo: "إبقاء الردّ",
  withdrawing: "جارٍ سحب الردّ…",
  withdrawn: "سُحب ردّكم. يمكنكم الردّ من جديد متى عرفتم.",

  plainForm: "لا يظهر النموذج؟ استخدموا النموذج البسيط.",

  closedHeading: "انتهى موعد الردّ",
  closedText: (names) => `انقضى موعد الردّ. يُرجى الكتابة إلى ${names}.`,
  closedSaved: (names) => `انتهى موعد الردّ. إن تغيّر شيء، فيُرجى إخبار ${names}.`,
  reachUs: "للتواصل معنا:",

  problems: {
    "unreachable": "لا يمكننا الوصول إلى الخادم الآن. ما زلنا نحاول.",
    "database-away": "لا يمكننا فتح سجلّ الضيوف الآن. يُرجى المحاولة بعد قليل.",
    "stopping": "سنعود بعد لحظات.",
    "proof-needed": "كانت هناك محاولات كثيرة من اتصالكم. يُرجى المحاولة مجددًا بعد قليل.",
    "too-many-requests": "كان ذلك سريعًا علينا بعض الشيء. يُرجى الانتظار دقيقة ثم المحاولة مجددًا.",
    "unexpected": broken,
    "idempotency-key-reused": broken,
    "not-found": broken,
    "body-too-large": "هذا أطول مما يمكننا استقباله. يُرجى اختصار أطول إجابة.",
    "invalid-input": "هناك شيء غير مناسب هنا. يُرجى مراجعته ثم المحاولة مرة أخرى.",

    "page-not-allowed": ({ page, site }) =>
      `لا يمكن لهذه الصفحة فتح النموذج بعد. إن كان هذا زفافكم، فتأكّدوا من أن ${page} ضمن قائمة صفحاتكم، ومن أن اسم الزفاف «${site}».`,
    "site-not-found": ({ site }) =>
      `لا يوجد هنا زفاف باسم «${site}». إن كان هذا زفافكم، فتحقّقوا من الاسم في الشيفرة التي ألصقتموها.`,

    "invitation-not-found": ({ names }) =>
      `لم نجد هذا الاسم. يُرجى كتابته كما هو في الدعوة، أو مراسلة ${names}.`,
    "not-found-again": ({ names }) =>
      `هذه المعلومة لا تطابق الاسم. يُرجى مراجعة الاثنين، أو مراسلة ${names}.`,
    "second-fact-needed": "اقتربنا: نحتاج إلى معلومة أخرى لفتح الدعوة الصحيحة.",
    "link-missing": "يُرجى البحث عن دعوتكم مرة أخرى.",
    "link-broken": "هذا الرابط غير مكتمل. يُرجى فتحه مجددًا من دعوتكم، أو البحث عن اسمكم.",
    "link-revoked": "حلّ رابط أحدث محلّ هذا الرابط. يمكنكم أيضًا البحث عن اسمكم.",
    "visit-expired": "مضى بعض الوقت. يُرجى البحث عن دعوتكم مرة أخرى: احتفظنا بما كتبتموه.",
    "party-not-found": "يُرجى البحث عن دعوتكم مرة أخرى.",
    "guest-not-found": changed,
    "event-not-found": changed,
    "not-your-seat": changed,
    "not-invited": changed,
    "unknown-meal": "تغيّرت قائمة الطعام. يُرجى الاختيار مرة أخرى.",
    "unsure-not-offered": "يُرجى اختيار نعم أو لا.",
    "unknown-question": changed,
    "name-not-open": changed,
    "replies-closed": ({ names }) => `انتهى موعد الردّ. يُرجى الكتابة إلى ${names}.`,
    "event-full": ({ left, event }) =>
      left > 0
        ? `${event}: بقي لكم ${counted(left, String(left), ofPlaces)} فقط.`
        : `${event}: اكتمل العدد. نأسف لذلك.`,

    "name-missing": "يُرجى كتابة الاسم.",
    "coming-missing": ({ guest, event }) => `يُرجى إخبارنا بحضور ${guest}: ${event}.`,
    "meal-missing": ({ guest }) => `يُرجى اختيار الطعام: ${guest}.`,
    "severity-missing": "يُرجى إخبار المطبخ بمدى الخطورة.",
    "allergen-missing": "يُرجى إخبار المطبخ ما هو.",
    "kitchen-missing": "يُرجى إخبار المطبخ بالتفاصيل، أو اختيار «لا، لا شيء».",
    "answer-missing": "نحتاج إلى إجابة هنا.",
    "answer-invalid": "هذه الإجابة غير مناسبة. يُرجى إلقاء نظرة أخرى.",
  },
};

export const formats: OwnFormats = { pauses: ["، ", "؛ "] };
