import type { Words } from "./words.ts";

const again: string = "Por favor, procure o convite outra vez.";
const changed: string = "O convite mudou desde que foi aberto. Por favor, veja de novo.";
const broken: string = "Algo falhou do nosso lado. Nada se perdeu: por favor, tente de novo.";

// European spelling, in words that Brazil says too: no «telemóvel», no «ementa», no «vós», no «você».
export const words: Words = {
  findHeading: "Vamos celebrar?",
  nameLabel: "Nome",
  nameHint: "Como está escrito no convite",
  secondFactLabel: "Só mais um dado, para abrirmos o convite certo",
  secondFactHint:
    "Os últimos quatro dígitos do telefone, o endereço de e-mail ou o código impresso no convite",
  find: "Encontrar o meu convite",
  finding: "A procurar…",
  waitingButton: "À espera de ligação…",
  proving: "Um momento: vamos confirmar que é uma pessoa.",
  linkOnly: "Para responder, basta abrir o link pessoal do convite: leva diretamente à resposta.",
  replyBy: (date) => `Gostaríamos muito de saber até ${date}.`,
  lateHint: (date) => `A data para responder era ${date}, mas a resposta ainda é muito bem-vinda.`,
  counter: (attending, shown) =>
    attending === 1 ? "Uma pessoa confirmada" : `${shown} pessoas confirmadas`,

  askCouple: (names) => `Perguntar a ${names}`,
  noteHeading: (names) => `Uma mensagem para ${names}`,
  noteName: "Nome",
  noteReach: "Contacto para a resposta",
  noteReachHint: "Endereço de e-mail ou telefone",
  noteText: "Mensagem",
  sendNote: "Enviar a mensagem",
  sendingNote: "A enviar…",
  noteSent: (names) => `Agradecemos a mensagem. ${names} vão ler e responder.`,

  loading: "O formulário de resposta está a caminho.",
  awayHeading: "Um momento",
  retry: "Tentar de novo",
  progress: (page, pages) => `${page} de ${pages}`,
  back: "Voltar",
  next: "Continuar",
  optional: "opcional",
  yes: "Sim",
  no: "Não",

  comingHeading: "Contamos com a sua presença?",
  allComing: (guests) => guests === 1 ? "Estarei lá" : "Estaremos lá",
  noneComing: (guests) => guests === 1 ? "Que pena, não posso" : "Que pena, não podemos",
  oneByOne: "Responder em separado",
  willBeThere: "Estará lá",
  cannotCome: "Não pode ir",
  notSure: "Ainda não sabe",
  seat: "Acompanhante",
  seatInSentence: "acompanhante",
  seatName: "Quem vem como acompanhante?",
  left: (left, shown) => left === 1 ? "Resta um lugar" : `Restam ${shown} lugares`,
  full: "Lugares esgotados",
  zone: (city, clock) => clock.charAt(0).toLowerCase() + clock.slice(1) || `hora de ${city}`,
  directions: "Como chegar",
  restored: "O que já estava preenchido ficou guardado neste dispositivo.",
  startAfresh: "Começar de novo",
  keepSaved: "Deixar a resposta como estava",
  notYou: "Este não é o meu convite",
  child: "criança",
  infant: "bebé",

  mealsHeading: "O que podemos servir?",
  mealsOf: (name) => `O que ${name} gostaria de comer?`,
  kitchenHeading: "Uma nota para a cozinha",
  kitchenQuestion: "Há algo que a cozinha deva saber?",
  kitchenNo: "Não, nada",
  kitchenYes: "Sim",
  dietsLabel: "Alimentação",
  allergensLabel: "Alergias e intolerâncias",
  howSerious: (allergen) => `${allergen}: qual é a gravidade?`,
  whichAllergen: "Qual?",
  kitchenNote: "Mais alguma coisa para a cozinha?",
  // Of the menu, not of the guest: so nobody is «vegetariano» or «vegetariana».
  diets: {
    "vegetarian": "Menu vegetariano",
    "vegan": "Menu vegano",
    "pescatarian": "Menu pescetariano",
    "gluten-free": "Sem glúten",
    "dairy-free": "Sem laticínios",
    "halal": "Halal",
    "kosher": "Kosher",
    "no-pork": "Sem porco",
    "no-alcohol": "Sem álcool",
  },
  allergens: {
    celery: "Aipo",
    crustaceans: "Crustáceos",
    eggs: "Ovos",
    fish: "Peixe",
    gluten: "Glúten",
    lupin: "Tremoço",
    milk: "Leite",
    molluscs: "Moluscos",
    mustard: "Mostarda",
    nuts: "Frutos de casca rija",
    peanuts: "Amendoim",
    sesame: "Sésamo",
    soy: "Soja",
    sulphites: "Sulfitos",
    other: "Outra coisa",
  },
  severities: {
    "life-threatening": "Pode ser mortal",
    "allergy": "Alergia",
    "intolerance": "Intolerância",
    "preference": "Melhor evitar",
  },

  questionsHeading: "Algumas perguntas",
  wordHeading: "Algo para nos contar?",
  wordLabel: (names) => `Umas palavras para ${names}`,

  reviewHeading: "Está tudo certo?",
  changesHeading: "O que vai mudar",
  before: "Até agora",
  after: "A partir de agora",
  nothingChanges: "É a resposta que já temos.",
  change: "Alterar",
  changeComing: "Alterar quem vem",
  changeGuest: (name) => `Alterar as escolhas de ${name}`,
  changeAnswers: "Alterar as respostas",
  send: () => "Enviar a resposta",
  sending: "A enviar…",
  waiting: "A resposta segue assim que houver internet. Esta página pode ficar aberta.",
  takeBack: "Alterar algo",
  comes: (names, events, guests) =>
    `${names} ${guests === 1 ? "estará presente" : "estarão presentes"}: ${events}.`,
  staysAway: (names, guests) => `${names} não ${guests === 1 ? "poderá" : "poderão"} ir.`,
  misses: (names, events, guests) =>
    `${names} não ${guests === 1 ? "poderá" : "poderão"} ir: ${events}.`,
  unsure: (names, events, guests) =>
    `${names} ainda não ${guests === 1 ? "sabe" : "sabem"}: ${events}.`,
  suffers: {
    "life-threatening": (allergen) => `alergia a ${allergen} (pode ser mortal)`,
    "allergy": (allergen) => `alergia a ${allergen}`,
    "intolerance": (allergen) => `intolerância a ${allergen}`,
    "preference": (allergen) => `melhor sem ${allergen}`,
  },

  // «Obrigado» by itself would say whether the couple are men or women.
  thanksHeading: "Um grande obrigado!",
  thanksComing: "A resposta chegou. Mal podemos esperar por esse dia!",
  thanksAway: "A resposta chegou. Vamos sentir a sua falta, e agradecemos o aviso.",
  thanksUnsure: "Fica anotado. Por favor, diga-nos assim que souber.",
  savedHeading: "A sua resposta",
  answeredOn: (date) => `Resposta enviada: ${date}.`,
  notedOn: (names, date) => `Resposta anotada por ${names}: ${date}.`,
  changeReply: (guests) => guests === 1 ? "Alterar a minha resposta" : "Alterar a nossa resposta",
  changedElsewhere: "A resposta acabou de mudar em outro dispositivo. Agora está assim.",
  changedMeanwhile:
    "Enquanto isso, a resposta mudou em outro dispositivo. Ao enviar esta, ela substitui a outra.",
  showOther: "Ver a outra resposta",
  unsent: "Neste dispositivo há uma resposta começada que ainda não foi enviada.",
  resumeDraft: "Continuar com ela",

  addToCalendar: "Adicionar ao calendário",
  calendarFile: "Apple, Outlook e outros",
  calendarOf: (event, calendar) => `${event} em ${calendar}`,
  keepLink: "Guarde este link: com ele pode alterar a resposta mais tarde.",
  personalLink: "O nosso link pessoal",

  withdraw: (guests) => guests === 1 ? "Retirar a minha resposta" : "Retirar a nossa resposta",
  withdrawSure: "Assim não saberemos se devemos contar com um lugar. Retirar mesmo assim?",
  withdrawYes: "Sim, retirar",
  withdrawNo: "Manter",
  withdrawing: "A retirar…",
  withdrawn: "A resposta foi retirada. Pode responder de novo quando souber.",

  plainForm: "O formulário não aparece? Use o simples.",

  closedHeading: "As respostas estão encerradas",
  closedText: (names) => `A data para responder já passou. O melhor é escrever a ${names}.`,
  closedSaved: (names) => `As respostas estão encerradas. Se algo mudou, basta avisar ${names}.`,
  reachUs: "Os nossos contactos:",

  problems: {
    "unreachable": "Não conseguimos chegar ao servidor neste momento. Vamos continuar a tentar.",
    "database-away": "Não conseguimos abrir o nosso livro de visitas. Tente de novo daqui a pouco.",
    "stopping": "Voltamos já.",
    "proof-needed": "Houve muitas tentativas a partir desta rede. Tente de novo daqui a pouco.",
    "too-many-requests": "Mais devagar, por favor: espere um minuto e tente de novo.",
    "unexpected": broken,
    "idempotency-key-reused": broken,
    "not-found": broken,
    "body-too-large": "É mais do que podemos receber. Por favor, encurte a resposta mais longa.",
    "invalid-input": "Há algo que não está certo. Por favor, veja e tente de novo.",

    "page-not-allowed": ({ page, site }) =>
      `Esta página ainda não pode abrir o formulário. Para quem organiza o casamento: é preciso verificar se ${page} está na lista de páginas e se o nome é «${site}».`,
    "site-not-found": ({ site }) =>
      `Não há aqui nenhum casamento chamado «${site}». Para quem organiza o casamento: é preciso verificar o nome no código que foi colado.`,

    "invitation-not-found": ({ names }) =>
      `Não encontrámos esse nome. Tente como está escrito no convite, ou pergunte a ${names}.`,
    "not-found-again": ({ names }) =>
      `Esse dado não corresponde ao nome. Por favor, verifique ambos, ou pergunte a ${names}.`,
    "second-fact-needed": "Quase lá: falta um dado para abrirmos o convite certo.",
    "link-missing": again,
    "link-broken": "Este link está incompleto. Abra-o de novo no convite, ou procure pelo nome.",
    "link-revoked":
      "Este link foi substituído por um mais recente. Também pode procurar pelo nome.",
    "visit-expired":
      "Já passou algum tempo. Procure o convite outra vez: guardámos o que estava preenchido.",
    "party-not-found": again,
    "guest-not-found": changed,
    "event-not-found": changed,
    "not-your-seat": changed,
    "not-invited": changed,
    "unknown-meal": "O menu mudou. Por favor, escolha de novo.",
    "unsure-not-offered": "Por favor, escolha sim ou não.",
    "unknown-question": changed,
    "name-not-open": changed,
    "replies-closed": ({ names }) =>
      `As respostas estão encerradas. O melhor é escrever a ${names}.`,
    "event-full": ({ left, event }) =>
      left > 0
        ? `${event}: já não há lugar para todo o grupo. Lugares que restam: ${left}.`
        : `${event}: os lugares estão esgotados. Lamentamos muito.`,

    "name-missing": "Falta escrever o nome, por favor.",
    "coming-missing": ({ guest, event }) => `Falta a resposta de ${guest}: ${event}.`,
    "meal-missing": ({ guest }) => `Falta escolher o menu de ${guest}.`,
    "severity-missing": "Falta dizer à cozinha qual é a gravidade.",
    "allergen-missing": "Falta dizer à cozinha de que se trata.",
    "kitchen-missing": "Falta dizer à cozinha de que se trata, ou escolher «Não, nada».",
    "answer-missing": "Falta aqui uma resposta.",
    "answer-invalid": "Esta resposta não está certa. Por favor, veja de novo.",
  },
};
