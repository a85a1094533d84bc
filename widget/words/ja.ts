import type { OwnFormats } from "./formats.ts";
import type { Words } from "./words.ts";

const changed: string = "ご招待の内容が変わりました。お手数ですが、ご確認ください。";
const broken: string = "こちらの不具合です。ご入力の内容は残っております。もう一度お試しください。";

const named = (name: string) => name.endsWith("様") ? name : `${name}様`;
const all = (names: string, guests: number) =>
  guests === 1 ? named(names) : guests === 2 ? `${names}のお二人` : `${names}の皆様`;

export const words: Words = {
  findHeading: "お越しいただけますか？",
  nameLabel: "お名前",
  nameHint: "招待状に書かれているとおりにご入力ください",
  secondFactLabel: "招待状をお間違えしないよう、もうひとつお聞かせください",
  secondFactHint: "電話番号の下4桁、メールアドレス、または招待状に書かれたコード",
  find: "招待状を探す",
  finding: "お探ししています…",
  waitingButton: "接続を待っています…",
  proving: "少々お待ちください。人による操作であることを確認しています。",
  linkOnly: "招待状にある専用リンクをお開きください。そのままご返信いただけます。",
  replyBy: (date) => `${date}までにお返事をいただけますと嬉しいです。`,
  lateHint: (date) => `お返事は${date}までとお願いしておりましたが、今からでも喜んで承ります。`,
  counter: (_attending, shown) => `${shown}名の方がご出席の予定です`,

  askCouple: (names) => `${names}に尋ねる`,
  noteHeading: (names) => `${names}へのご連絡`,
  noteName: "お名前",
  noteReach: "ご連絡先",
  noteReachHint: "メールアドレスまたは電話番号",
  noteText: "お知らせいただく内容",
  sendNote: "連絡を送る",
  sendingNote: "送信しています…",
  noteSent: (names) => `ありがとうございます。${names}が拝見し、お返事いたします。`,

  loading: "お返事の画面を準備しています。",
  awayHeading: "少々お待ちください",
  retry: "もう一度試す",
  progress: (page, pages) => `${page} / ${pages}`,
  back: "前へ",
  next: "次へ",
  optional: "任意",
  yes: "はい",
  no: "いいえ",

  comingHeading: "ご出欠をお聞かせください",
  allComing: (guests) =>
    guests === 1 ? "出席します" : guests === 2 ? "二人で出席します" : "全員で出席します",
  noneComing: () => "残念ながら欠席します",
  oneByOne: "一人ずつ答える",
  willBeThere: "出席",
  cannotCome: "欠席",
  notSure: "未定",
  seat: "お連れ様",
  seatInSentence: "お連れ様",
  seatName: "お連れ様のお名前",
  left: (_left, shown) => `残り${shown}席です`,
  full: "満席です",
  zone: (city, clock) => clock || `${city}時間`,
  directions: "アクセス",
  restored: "ご入力いただいた内容を、この端末に残してあります。",
  startAfresh: "最初から入力する",
  keepSaved: "元のお返事のままにする",
  notYou: "私宛ての招待状ではない",
  child: "お子様",
  infant: "赤ちゃん",

  mealsHeading: "お料理をお選びください",
  mealsOf: (name) => `${named(name)}のお料理をお選びください`,
  kitchenHeading: "お料理について",
  kitchenQuestion: "アレルギーなど、厨房に必ず伝えておくべきことはございますか？",
  kitchenNo: "特になし",
  kitchenYes: "あり",
  dietsLabel: "お食事の制限",
  allergensLabel: "アレルギー・体に合わない食材",
  howSerious: (allergen) => `${allergen}：どのくらい深刻ですか？`,
  whichAllergen: "どの食材ですか？",
  kitchenNote: "そのほか、厨房にお伝えすることはございますか？",
  diets: {
    "vegetarian": "ベジタリアン",
    "vegan": "ヴィーガン",
    "pescatarian": "肉なし（魚は可）",
    "gluten-free": "グルテンフリー",
    "dairy-free": "乳製品なし",
    "halal": "ハラール",
    "kosher": "コーシャ",
    "no-pork": "豚肉なし",
    "no-alcohol": "アルコールなし",
  },
  allergens: {
    celery: "セロリ",
    crustaceans: "えび・かになど",
    eggs: "卵",
    fish: "魚",
    gluten: "小麦・グルテン",
    lupin: "ルピナス豆",
    milk: "乳",
    molluscs: "貝・いか・たこ",
    mustard: "マスタード",
    nuts: "ナッツ類",
    peanuts: "ピーナッツ",
    sesame: "ごま",
    soy: "大豆",
    sulphites: "亜硫酸塩",
    other: "その他",
  },
  severities: {
    "life-threatening": "命に関わる",
    "allergy": "アレルギー",
    "intolerance": "体に合わない",
    "preference": "できれば避けたい",
  },

  questionsHeading: "おうかがいしたいこと",
  wordHeading: "よろしければ、ひとことお寄せください",
  wordLabel: (names) => `${names}へのメッセージ`,

  reviewHeading: "こちらの内容でよろしいですか？",
  changesHeading: "変更される内容",
  before: "これまで",
  after: "これから",
  nothingChanges: "すでにいただいているお返事と同じ内容です。",
  change: "変更する",
  changeComing: "出欠を変更する",
  changeGuest: (name) => `${named(name)}の内容を変更する`,
  changeAnswers: "回答を変更する",
  send: () => "お返事を送る",
  sending: "送信しています…",
  waiting: "インターネットにつながりしだい送信します。このページは開いたままで大丈夫です。",
  takeBack: "内容を変更する",
  comes: (names, events, guests) => `${all(names, guests)}は、${events}にご出席です。`,
  staysAway: (names, guests) => `${all(names, guests)}はご欠席です。`,
  misses: (names, events, guests) => `${all(names, guests)}は、${events}はご欠席です。`,
  unsure: (names, events, guests) => `${all(names, guests)}は、${events}のご出欠が未定です。`,
  suffers: {
    "life-threatening": (allergen) => `${allergen}のアレルギー（命に関わる）`,
    "allergy": (allergen) => `${allergen}のアレルギー`,
    "intolerance": (allergen) => `${allergen}が体に合わない`,
    "preference": (allergen) => `${allergen}はできれば避けたい`,
  },

  thanksHeading: "ありがとうございます",
  thanksComing: "お返事を受け取りました。お会いできる日を、心より楽しみにしております。",
  thanksAway:
    "お返事を受け取りました。お会いできず残念です。お知らせくださりありがとうございます。",
  thanksUnsure: "承知いたしました。お決まりになりましたら、お知らせください。",
  savedHeading: "お返事の内容",
  answeredOn: (date) => `${date}にお返事をいただきました。`,
  notedOn: (names, date) => `${date}に${names}が代わりに記入いたしました。`,
  changeReply: () => "お返事を変更する",
  changedElsewhere: "たった今、別の端末でお返事が変更されました。今の内容はこちらです。",
  changedMeanwhile:
    "その間に、別の端末でお返事が変更されました。こちらを送ると、そのお返事と置き換わります。",
  showOther: "別の端末のお返事を見る",
  unsent: "この端末に、まだお送りになっていない、ご記入中のお返事があります。",
  resumeDraft: "続きを入力する",

  addToCalendar: "カレンダーに追加",
  calendarFile: "Apple・Outlookなど",
  calendarOf: (event, calendar) => `${event}を${calendar}に追加`,
  keepLink: "このリンクを保存してください。あとからお返事を変更できます。",
  personalLink: "専用リンク",

  withdraw: () => "お返事を取り消す",
  withdrawSure: "お席をご用意してよいか分からなくなります。それでも取り消しますか？",
  withdrawYes: "はい、取り消す",
  withdrawNo: "このままにする",
  withdrawing: "取り消しています…",
  withdrawn: "お返事を取り消しました。お決まりになりましたら、またお返事ください。",

  plainForm: "フォームが表示されない場合は、簡易版をお使いください。",

  closedHeading: "お返事の期日を過ぎました",
  closedText: (names) => `お返事の期日を過ぎました。恐れ入りますが、${names}までご連絡ください。`,
  closedSaved: (names) =>
    `お返事の期日を過ぎました。変更がございましたら、${names}までお知らせください。`,
  reachUs: "連絡先はこちらです：",

  problems: {
    "unreachable": "ただいまサーバーにつながりません。引き続き接続を試みています。",
    "database-away":
      "ただいまゲストブックを開けません。恐れ入りますが、少し待ってからお試しください。",
    "stopping": "まもなくご利用いただけます。少々お待ちください。",
    "proof-needed":
      "同じ回線から何度もお試しがありました。恐れ入りますが、少し待ってからお試しください。",
    "too-many-requests": "操作が続いたようです。恐れ入りますが、1分ほど待ってからお試しください。",
    "unexpected": broken,
    "idempotency-key-reused": broken,
    "not-found": broken,
    "body-too-large": "文章が長すぎるようです。いちばん長い回答を短くしてください。",
    "invalid-input": "合わない箇所があるようです。内容をご確認のうえ、もう一度お試しください。",

    "page-not-allowed": ({ page, site }) =>
      `このページでは、まだフォームを開けません。ご自身の結婚式の場合は、${page}がページの一覧にあること、名前が「${site}」であることをご確認ください。`,
    "site-not-found": ({ site }) =>
      `「${site}」という名前の結婚式は見つかりません。ご自身の結婚式の場合は、貼り付けたコードの名前をご確認ください。`,

    "invitation-not-found": ({ names }) =>
      `お名前が見つかりませんでした。招待状に書かれているとおりにご入力いただくか、${names}にお尋ねください。`,
    "not-found-again": ({ names }) =>
      `お名前と一致しませんでした。両方をご確認いただくか、${names}にお尋ねください。`,
    "second-fact-needed": "あと少しです。お客様の招待状を開くため、もうひとつお聞かせください。",
    "link-missing": "お手数ですが、招待状をもう一度お探しください。",
    "link-broken": "リンクが途中までのようです。招待状からもう一度開くか、お名前でお探しください。",
    "link-revoked": "このリンクは新しいものに替わりました。お名前でもお探しいただけます。",
    "visit-expired":
      "しばらく時間がたちました。招待状をもう一度お探しください。ご入力の内容は残っております。",
    "party-not-found": "お手数ですが、招待状をもう一度お探しください。",
    "guest-not-found": changed,
    "event-not-found": changed,
    "not-your-seat": changed,
    "not-invited": changed,
    "unknown-meal": "お料理の内容が変わりました。お手数ですが、お選び直しください。",
    "unsure-not-offered": "出席か欠席をお選びください。",
    "unknown-question": changed,
    "name-not-open": changed,
    "replies-closed": ({ names }) =>
      `お返事の期日を過ぎました。恐れ入りますが、${names}までご連絡ください。`,
    "event-full": ({ left, event }) =>
      left > 0
        ? `${event}は、あと${left}名様のみご出席いただけます。それ以上のお席はございません。`
        : `${event}は満席となりました。申し訳ございません。`,

    "name-missing": "お名前をご入力ください。",
    "coming-missing": ({ guest, event }) =>
      `${named(guest)}の、${event}へのご出欠をお聞かせください。`,
    "meal-missing": ({ guest }) => `${named(guest)}の分をお選びください。`,
    "severity-missing": "どのくらい深刻か、厨房にお知らせください。",
    "allergen-missing": "どの食材か、厨房にお知らせください。",
    "kitchen-missing": "内容を厨房にお知らせいただくか、「特になし」をお選びください。",
    "answer-missing": "こちらにお答えください。",
    "answer-invalid": "この回答は合わないようです。お手数ですが、ご確認ください。",
  },
};

export const formats: OwnFormats = { pauses: ["、", "；"] };
