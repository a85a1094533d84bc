// Letters that Unicode does not take apart, and letters that are written for one another.
const plain = new Map(
  Object.entries({
    ß: "ss",
    æ: "ae",
    œ: "oe",
    ø: "o",
    ł: "l",
    đ: "d",
    ð: "d",
    þ: "th",
    ı: "i",
    ħ: "h",
    ŧ: "t",
    ŋ: "n",
    ə: "a",
    ɓ: "b",
    ɗ: "d",
    ƙ: "k",
    ς: "σ",
    ё: "е",
    ٱ: "ا",
    ى: "ي",
    ی: "ي",
    ک: "ك",
    ة: "ه",
  }),
);
const unplain = new RegExp(`[${[...plain.keys()].join("")}]`, "gu");

// Direction marks, zero-width characters, half surrogates, variation selectors, control characters.
const unseen = /[\p{Cf}\p{Cs}\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]|(?!\s)\p{Cc}/gu;
const apostrophes = /['’‘‛`´ʹʻʼʽʾʿˈ′״׳]/gu;
const hyphens = /[\u{2010}-\u{2015}\u{2212}\u{2043}\u{05be}\u{30a0}]/gu;
const accents = /([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu;
// Hebrew niqqud, Arabic harakat and the marks that make one alef of many, and the kashida.
const pointing = /[\u{0591}-\u{05c7}\u{0610}-\u{061a}\u{0640}\u{064b}-\u{065f}\u{0670}]/gu;

/** The form in which names are compared: no accents, no case, no apostrophes, nothing unseen. */
export function foldLetters(text: string): string {
  return text
    // Alone of the apostrophes this one would come apart into a space and an accent.
    .replaceAll("´", "'")
    .normalize("NFKD")
    .replace(unseen, "")
    .replace(apostrophes, "")
    .replace(hyphens, "-")
    .replace(accents, "$1")
    .replace(pointing, "")
    .toLowerCase()
    .normalize("NFC")
    .replace(unplain, (letter) => plain.get(letter) ?? letter);
}
