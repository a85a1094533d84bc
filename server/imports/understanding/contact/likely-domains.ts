/** Where most people have their mail: what a domain of one wrong letter was meant to be. */
export const likelyDomains: ReadonlySet<string> = new Set(
  ("gmail.com googlemail.com yahoo.com hotmail.com outlook.com icloud.com live.com msn.com aol.com " +
    "me.com mac.com comcast.net verizon.net sbcglobal.net bellsouth.net att.net protonmail.com " +
    "proton.me ymail.com rocketmail.com yahoo.co.uk hotmail.co.uk live.co.uk btinternet.com " +
    "outlook.de gmx.de gmx.net gmx.at gmx.ch web.de t-online.de freenet.de yahoo.de hotmail.de " +
    "hotmail.fr yahoo.fr orange.fr wanadoo.fr free.fr laposte.net sfr.fr hotmail.it libero.it " +
    "virgilio.it hotmail.es yahoo.es telefonica.net terra.com.br uol.com.br bol.com.br " +
    "yahoo.com.br hotmail.com.br yahoo.com.mx yahoo.co.in rediffmail.com yahoo.ca rogers.com " +
    "shaw.ca bigpond.com yahoo.com.au optusnet.com.au xtra.co.nz bluewin.ch seznam.cz wp.pl o2.pl " +
    "onet.pl interia.pl mail.ru yandex.ru qq.com 163.com 126.com naver.com hanmail.net").split(" "),
);

/** Near a domain of many people, but somebody's own. */
export const otherDomains: ReadonlySet<string> = new Set(
  "mail.com email.com ymail.com gmx.com gmx.fr gmx.us gmx.es live.de live.fr live.nl mail.de aim.com ma.com"
    .split(" "),
);

/** Mistyped beyond one letter, as it is seen in real lists. */
export const knownMistakes: ReadonlyMap<string, string> = new Map(Object.entries({
  "gmial.com": "gmail.com",
  "gmai.com": "gmail.com",
  "gamil.com": "gmail.com",
  "gnail.com": "gmail.com",
  "gmail.co": "gmail.com",
  "gmail.con": "gmail.com",
  "gmail.cm": "gmail.com",
  "gmail.om": "gmail.com",
  "gmail": "gmail.com",
  "hotmail": "hotmail.com",
  "yahoo": "yahoo.com",
  "icloud": "icloud.com",
  "outlook": "outlook.com",
  "hotnail.con": "hotmail.com",
  "hotmial.con": "hotmail.com",
  "yaho.con": "yahoo.com",
}));
