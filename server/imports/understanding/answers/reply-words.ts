import { foldAnswer } from "./fold-answer.ts";

export type Said = "attending" | "declined" | "unsure" | "pending" | "not-invited";

// Whole values only: "not attending" holds "attending", and "no response" holds "no".
const values: Record<Said, string> = {
  "not-invited": "not invited|uninvited|nicht eingeladen|no invitado|no invitada|pas invite|" +
    "non invitato|nao convidado|niet uitgenodigd",
  declined: "no|n|not attending|declined|decline|declines|regret|regrets|regretfully decline|" +
    "regretfully declines|regretfully declined|will not attend|wont attend|cannot attend|" +
    "cant attend|not coming|wont be there|cant make it|cannot make it|unable to attend|not going|" +
    "sadly cannot attend|respectfully declines|respectfully decline|with regret|no thanks|" +
    "has declined|false|nope|sends regrets|unfortunately no|absent|cancelled|canceled|" +
    "nein|absage|abgesagt|hat abgesagt|kommt nicht|nimmt nicht teil|sagt ab|leider nicht|" +
    "leider nein|no asiste|no asistira|no asistire|no confirma|no va|rechazado|declinado|" +
    "no puede|no asistiran|non|ne vient pas|decline l invitation|refuse|absente|ne sera pas present|" +
    "non partecipa|non viene|rifiutato|declinato|nao|nao vai|nao comparecera|recusado|nee|komt niet|" +
    "afwezig|afgemeld|nie|nie przyjdzie|nej|kommer ikke|kommer inte|deltager ikke|ei|ei tule|ne|" +
    "neprijde|hayir|katilmiyor|нет|не придет|οχι|لا|לא|נמנע|不参加|欠席|ご欠席|不出席|불참|缺席",
  unsure: "maybe|unsure|not sure|undecided|tentative|tentatively|possibly|perhaps|not sure yet|" +
    "vielleicht|unsicher|eventuell|evtl|unklar|quiza|quizas|tal vez|talvez|no seguro|peut etre|" +
    "forse|misschien|moze|maske|kanske|ehka|mozna|belki|возможно|ισως|ربما|אולי|未定|検討中|미정|也许",
  pending: "no response|no response yet|no reply|no reply yet|not responded|not yet responded|" +
    "hasnt responded|has not responded|pending|awaiting|awaiting reply|awaiting response|waiting|" +
    "invited|sent|invitation sent|not sent|not yet replied|not replied|none|na|n/a|unknown|tbd|" +
    "tba|open|unanswered|outstanding|requested|delivered|viewed|opened|no answer|waiting for reply|" +
    "noch keine antwort|keine antwort|keine ruckmeldung|ausstehend|offen|eingeladen|wartet|" +
    "noch offen|sin respuesta|pendiente|por confirmar|en espera|sin confirmar|sans reponse|" +
    "pas de reponse|en attente|nessuna risposta|in attesa|sem resposta|pendente|aguardando|" +
    "geen antwoord|geen reactie|in afwachting|brak odpowiedzi|afventer|vantar|ikke svart|" +
    "ingen svar|inget svar|bez odpovedi|bekleniyor|нет ответа|ожидается|無回答|未回答|미응답|未回复",
  attending: "yes|y|attending|attends|accepted|accept|accepts|joyfully accept|joyfully accepts|" +
    "joyfully accepted|will attend|coming|is coming|going|confirmed|true|yep|yeah|present|" +
    "gladly accept|gladly accepts|happily accepts|happily accept|delighted to attend|be there|" +
    "will be there|happily attending|x|in|definitely|yes please|has accepted|ok|of course|" +
    "ja|zusage|zugesagt|hat zugesagt|kommt|nimmt teil|dabei|sagt zu|bestatigt|gerne|" +
    "si|asiste|asistira|asistire|confirmado|confirmada|confirma|va|aceptado|confirmados|asistiran|" +
    "oui|vient|presente|sera present|accepte|confirme|confirmee|partecipa|partecipera|viene|" +
    "confermato|confermata|sim|comparecera|presenca confirmada|vai|aanwezig|komt|bevestigd|tak|" +
    "przyjdzie|potwierdzone|kommer|deltager|deltar|kylla|joo|tulee|ano|prijde|evet|katiliyor|geliyor|" +
    "да|придет|ναι|نعم|כן|מגיע|מגיעים|出席|ご出席|参加|はい|참석|出席する",
};

const known = new Map<string, Said>();
for (const said of ["not-invited", "declined", "unsure", "pending", "attending"] as const) {
  for (const value of values[said].split("|")) {
    const folded = foldAnswer(value);
    if (!known.has(folded)) known.set(folded, said);
  }
}
const marks = new Map<string, Said>(Object.entries({
  "✓": "attending",
  "✔": "attending",
  "✔️": "attending",
  "✅": "attending",
  "☑": "attending",
  "👍": "attending",
  "✗": "declined",
  "✘": "declined",
  "❌": "declined",
  "👎": "declined",
  "?": "unsure",
  "-": "pending",
  "–": "pending",
  "—": "pending",
}));

/** What a whole, folded value says; undefined: it is none that is known. */
export function saidBy(folded: string): Said | undefined {
  return known.get(folded);
}

export function saidByMark(cell: string): Said | undefined {
  return marks.get(cell.trim());
}

export function isDecided(folded: string): boolean {
  const said = known.get(folded);
  return said === "attending" || said === "declined";
}

export function isReplyWord(folded: string): boolean {
  return known.has(folded);
}
