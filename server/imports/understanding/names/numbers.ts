const words = new Map(
  Object.entries({
    ...{ a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8 },
    ...{ nine: 9, ten: 10, ein: 1, eine: 1, eins: 1, zwei: 2, drei: 3, vier: 4, funf: 5, sechs: 6 },
    ...{ un: 1, una: 1, uno: 1, dos: 2, tres: 3, cuatro: 4, cinco: 5, seis: 6, une: 1, deux: 2 },
    ...{ trois: 3, quatre: 4, cinq: 5, due: 2, tre: 3, quattro: 4, cinque: 5, um: 1, uma: 1 },
    ...{ dois: 2, duas: 2, een: 1, twee: 2, drie: 3 },
  }),
);

/** More in one row is no party but a mistake. */
export const mostSeats = 60;

/** A folded number of people, in digits or as a word. */
export function readNumber(folded: string): number | undefined {
  if (/^\d{1,2}$/.test(folded)) return Math.min(Number(folded), mostSeats);
  return words.get(folded);
}
