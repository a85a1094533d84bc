// Before ? ! : and inside « » stand no-break spaces, as French sets them.
import type { Words } from "./words.ts";

const changed: string =
  "L’invitation a changé depuis que vous l’avez ouverte. Regardez-la encore une fois, s’il vous plaît.";
const broken: string =
  "Quelque chose n’a pas marché de notre côté. Rien n’est perdu : réessayez, s’il vous plaît.";

export const words: Words = {
  findHeading: "Serez-vous des nôtres ?",
  nameLabel: "Votre nom",
  nameHint: "Comme il est écrit sur votre invitation",
  secondFactLabel: "Encore une précision, pour ouvrir la bonne invitation",
  secondFactHint:
    "Les quatre derniers chiffres de votre téléphone, votre adresse e-mail ou le code de votre carton",
  find: "Trouver mon invitation",
  finding: "Recherche…",
  waitingButton: "En attente du réseau…",
  proving: "Un instant : nous nous assurons que la demande vient d’une personne.",
  linkOnly:
    "Ouvrez le lien personnel de votre invitation : il vous mène tout droit à votre réponse.",
  replyBy: (date) => `Une réponse d’ici au ${date} nous ferait très plaisir.`,
  lateHint: (date) =>
    `Nous attendions les réponses pour le ${date}, et la vôtre est encore la bienvenue.`,
  counter: (attending, shown) =>
    attending === 1
      ? "Une personne sera là"
      : `${shown} ${attending === 0 ? "personne sera" : "personnes seront"} là`,

  askCouple: (names) => `Écrire à ${names}`,
  noteHeading: (names) => `Votre message à ${names}`,
  noteName: "Votre nom",
  noteReach: "Comment vous joindre",
  noteReachHint: "Une adresse e-mail ou un numéro de téléphone",
  noteText: "Que souhaitez-vous leur dire ?",
  sendNote: "Envoyer mon message",
  sendingNote: "Envoi…",
  noteSent: (names) => `Merci. ${names} vous liront et vous répondront.`,

  loading: "Le formulaire de réponse arrive.",
  awayHeading: "Un instant",
  retry: "Réessayer",
  progress: (page, pages) => `${page} sur ${pages}`,
  back: "Retour",
  next: "Continuer",
  optional: "facultatif",
  yes: "Oui",
  no: "Non",

  comingHeading: "Serez-vous là ?",
  allComing: (guests) =>
    guests === 1
      ? "Je serai là"
      : guests === 2
      ? "Nous viendrons à deux"
      : "Nous serons au complet",
  noneComing: (guests) => guests === 1 ? "Je ne pourrai pas" : "Nous ne pourrons pas",
  oneByOne: "Répondre par personne",
  willBeThere: "Sera là",
  cannotCome: "Ne pourra pas",
  notSure: "À confirmer",
  seat: "Votre +1",
  seatInSentence: "votre +1",
  seatName: "Qui viendra avec vous ?",
  left: (left, shown) => left === 1 ? "Plus qu’une place" : `Plus que ${shown} places`,
  full: "Plus de place",
  zone: (city, clock) => clock || `heure locale (${city})`,
  directions: "Itinéraire",
  restored: "Nous avons gardé sur cet appareil ce que vous aviez rempli.",
  startAfresh: "Recommencer",
  keepSaved: "Garder la réponse telle quelle",
  notYou: "Ce n’est pas mon invitation",
  child: "enfant",
  infant: "bébé",

  mealsHeading: "Que souhaitez-vous manger ?",
  mealsOf: (name) => `Que souhaite manger ${name} ?`,
  kitchenHeading: "Un mot pour la cuisine",
  kitchenQuestion: "La cuisine doit-elle savoir quelque chose ?",
  kitchenNo: "Non, rien",
  kitchenYes: "Oui",
  dietsLabel: "Régime",
  allergensLabel: "Allergies et intolérances",
  howSerious: (allergen) => `${allergen} : à quel point est-ce grave ?`,
  whichAllergen: "De quoi s’agit-il ?",
  kitchenNote: "Autre chose pour la cuisine ?",
  diets: {
    "vegetarian": "Végétarien",
    "vegan": "Végane",
    "pescatarian": "Pescétarien",
    "gluten-free": "Sans gluten",
    "dairy-free": "Sans laitages",
    "halal": "Halal",
    "kosher": "Casher",
    "no-pork": "Sans porc",
    "no-alcohol": "Sans alcool",
  },
  allergens: {
    celery: "Céleri",
    crustaceans: "Crustacés",
    eggs: "Œufs",
    fish: "Poisson",
    gluten: "Gluten",
    lupin: "Lupin",
    milk: "Lait",
    molluscs: "Mollusques",
    mustard: "Moutarde",
    nuts: "Fruits à coque",
    peanuts: "Arachides",
    sesame: "Sésame",
    soy: "Soja",
    sulphites: "Sulfites",
    other: "Autre chose",
  },
  severities: {
    "life-threatening": "Danger de mort",
    "allergy": "Allergie",
    "intolerance": "Intolérance",
    "preference": "Plutôt sans",
  },

  questionsHeading: "Quelques questions",
  wordHeading: "Souhaitez-vous nous dire un mot ?",
  wordLabel: (names) => `Un mot pour ${names}`,

  reviewHeading: "Est-ce bien cela ?",
  changesHeading: "Ce qui va changer",
  before: "Jusqu’ici",
  after: "Désormais",
  nothingChanges: "C’est ce que vous nous avez déjà répondu.",
  change: "Modifier",
  changeComing: "Modifier qui vient",
  changeGuest: (name) => `Modifier les choix : ${name}`,
  changeAnswers: "Modifier les réponses",
  send: (guests) => guests === 1 ? "Envoyer ma réponse" : "Envoyer notre réponse",
  sending: "Envoi…",
  waiting:
    "Nous enverrons votre réponse dès que la connexion sera revenue. Vous pouvez laisser cette page ouverte.",
  takeBack: "Modifier quelque chose",
  comes: (names, events, guests) => `${names} ${guests === 1 ? "sera" : "seront"} là : ${events}.`,
  staysAway: (names, guests) => `${names} ne ${guests === 1 ? "pourra" : "pourront"} pas venir.`,
  misses: (names, events, guests) =>
    `${names} ne ${guests === 1 ? "sera" : "seront"} pas là : ${events}.`,
  unsure: (names, events, guests) =>
    `${names} ne ${guests === 1 ? "sait" : "savent"} pas encore : ${events}.`,
  suffers: {
    "life-threatening": (allergen) => `allergie : ${allergen} (danger de mort)`,
    "allergy": (allergen) => `allergie : ${allergen}`,
    "intolerance": (allergen) => `intolérance : ${allergen}`,
    "preference": (allergen) => `plutôt sans ${allergen}`,
  },

  thanksHeading: "Merci !",
  thanksComing: "Votre réponse est bien arrivée. Nous avons hâte de vous voir.",
  thanksAway: "Votre réponse est bien arrivée. Vous nous manquerez. Merci de nous l’avoir dit.",
  thanksUnsure: "C’est noté. Dès que vous saurez, dites-le-nous, s’il vous plaît.",
  savedHeading: "Votre réponse",
  answeredOn: (date) => `Vous avez répondu le ${date}.`,
  notedOn: (names, date) => `${names} ont noté cette réponse pour vous le ${date}.`,
  changeReply: (guests) => guests === 1 ? "Modifier ma réponse" : "Modifier notre réponse",
  changedElsewhere:
    "Votre réponse vient d’être modifiée sur un autre appareil. La voici telle qu’elle est maintenant.",
  changedMeanwhile:
    "Votre réponse a été modifiée entre-temps sur un autre appareil. Envoyer celle-ci la remplacera.",
  showOther: "Voir l’autre réponse",
  unsent: "Cet appareil garde une réponse que vous avez commencée sans l’envoyer.",
  resumeDraft: "La reprendre",

  addToCalendar: "Ajouter à votre agenda",
  calendarFile: "Apple, Outlook et autres",
  calendarOf: (event, calendar) => `${event} dans ${calendar}`,
  keepLink: "Gardez ce lien : il vous permettra de modifier votre réponse plus tard.",
  personalLink: "Notre lien personnel",

  withdraw: (guests) => guests === 1 ? "Retirer ma réponse" : "Retirer notre réponse",
  withdrawSure:
    "Nous ne saurons alors pas s’il faut prévoir une place pour vous. La retirer quand même ?",
  withdrawYes: "Oui, la retirer",
  withdrawNo: "La garder",
  withdrawing: "Retrait en cours…",
  withdrawn: "Votre réponse est retirée. Vous pourrez répondre de nouveau dès que vous saurez.",

  plainForm: "Le formulaire n’apparaît pas ? Utilisez le formulaire simple.",

  closedHeading: "Les réponses sont closes",
  closedText: (names) => `Le délai de réponse est passé. Merci d’écrire à ${names}.`,
  closedSaved: (names) =>
    `Les réponses sont closes. Si quelque chose a changé, merci de le dire à ${names}.`,
  reachUs: "Vous pouvez nous joindre ici",

  problems: {
    "unreachable": "Le serveur ne répond pas pour l’instant. Nous continuons d’essayer.",
    "database-away":
      "Notre livre d’invités est hors d’atteinte pour l’instant. Réessayez dans un moment, s’il vous plaît.",
    "stopping": "Nous revenons dans un instant.",
    "proof-needed":
      "Il y a eu beaucoup d’essais depuis votre connexion. Réessayez dans un moment, s’il vous plaît.",
    "too-many-requests":
      "C’était un peu rapide pour nous. Attendez une minute, puis réessayez, s’il vous plaît.",
    "unexpected": broken,
    "idempotency-key-reused": broken,
    "not-found": broken,
    "body-too-large":
      "C’est plus que nous ne pouvons recevoir. Raccourcissez votre réponse la plus longue, s’il vous plaît.",
    "invalid-input": "Quelque chose ne va pas ici. Vérifiez, puis réessayez, s’il vous plaît.",

    "page-not-allowed": ({ page, site }) =>
      `Cette page ne peut pas encore ouvrir le formulaire. Si c’est votre mariage, vérifiez que ${page} figure dans votre liste de pages et que « ${site} » est bien son nom.`,
    "site-not-found": ({ site }) =>
      `Il n’y a pas ici de mariage nommé « ${site} ». Si c’est le vôtre, vérifiez le nom dans le code que vous avez collé.`,

    "invitation-not-found": ({ names }) =>
      `Nous n’avons pas trouvé ce nom. Essayez comme il est écrit sur votre invitation, ou demandez à ${names}.`,
    "not-found-again": ({ names }) =>
      `Cela ne correspond pas au nom. Vérifiez les deux, ou demandez à ${names}.`,
    "second-fact-needed":
      "Vous y êtes presque : il nous faut encore une précision pour ouvrir la bonne invitation.",
    "link-missing": "Cherchez votre invitation encore une fois, s’il vous plaît.",
    "link-broken":
      "Ce lien n’est pas complet. Ouvrez-le de nouveau depuis votre invitation, ou cherchez votre nom.",
    "link-revoked":
      "Ce lien a été remplacé par un plus récent. Vous pouvez aussi chercher votre nom.",
    "visit-expired":
      "Cela fait un moment. Cherchez de nouveau votre invitation : nous avons gardé ce que vous aviez rempli.",
    "party-not-found": "Cherchez votre invitation encore une fois, s’il vous plaît.",
    "guest-not-found": changed,
    "event-not-found": changed,
    "not-your-seat": changed,
    "not-invited": changed,
    "unknown-meal": "Le menu a changé. Choisissez encore une fois, s’il vous plaît.",
    "unsure-not-offered": "Choisissez oui ou non, s’il vous plaît.",
    "unknown-question": changed,
    "name-not-open": changed,
    "replies-closed": ({ names }) => `Les réponses sont closes. Merci d’écrire à ${names}.`,
    "event-full": ({ left, event }) =>
      left > 0
        ? `${event} : il ne reste ${left === 1 ? "qu’une place" : `que ${left} places`} pour vous.`
        : `${event} : il n’y a plus de place. Nous le regrettons.`,

    "name-missing": "Dites-nous le nom, s’il vous plaît.",
    "coming-missing": ({ guest, event }) => `Dites-nous si ${guest} sera là : ${event}.`,
    "meal-missing": ({ guest }) => `Choisissez pour ${guest}, s’il vous plaît.`,
    "severity-missing": "Dites à la cuisine à quel point c’est grave, s’il vous plaît.",
    "allergen-missing": "Dites à la cuisine de quoi il s’agit, s’il vous plaît.",
    "kitchen-missing": "Dites à la cuisine de quoi il s’agit, ou choisissez « Non, rien ».",
    "answer-missing": "Merci de répondre ici.",
    "answer-invalid": "Cette réponse ne convient pas. Vérifiez-la, s’il vous plaît.",
  },
};
