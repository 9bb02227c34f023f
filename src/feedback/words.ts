import { plural, translated } from '../i18n/translated.ts'
import { holderPath, localPath } from '../web/paths.ts'
import type { About, CloseReason, ListView, State, Way } from './rules.ts'

export const paths = {
  /** The writer's own page: the link is the key to it. */
  thread: holderPath({ fi: '/palaute/:token', sv: '/respons/:token', en: '/feedback/:token' }),
  list: localPath({ fi: '/palautteet', sv: '/responserna', en: '/feedback-threads' }),
  clear: localPath({
    fi: '/palautteet/roskaviestit',
    sv: '/responserna/skrappost',
    en: '/feedback-threads/spam',
  }),
  one: localPath({
    fi: '/palautteet/:feedback',
    sv: '/responserna/:feedback',
    en: '/feedback-threads/:feedback',
  }),
}

type StaffWords = {
  title: string
  lead: string
  leadCentre: string
  views: Record<ListView, string>
  show: string
  caption: Record<ListView, string>
  none: Record<ListView, string>
  noneWhy: string
  count: (count: number) => string
  anyone: string
  first: string
  pick: string
  pickAll: string
  clear: string
  clearTitle: (count: number) => string
  clearText: string
  clearNow: string
  clearNone: string
  clearNoneText: string
  toList: string
  cleared: (count: number) => string
  restored: (count: number) => string
  overdue: (count: number) => string
  overdueText: string
  due: string
  message: string
  about: string
  abouts: Record<About, string>
  place: string
  keeper: string
  centre: string
  state: string
  states: Record<State, string>
  left: (days: number) => string
  late: (days: number) => string
  lastDay: string
  act: string
  sent: string
  writer: string
  writerLanguage: string
  way: string
  ways: Record<Way, string>
  said: string
  you: string
  answer: string
  note: string
  answerTitle: string
  answerHint: Record<'link' | 'email', string>
  answerFinal: string
  sendAnswer: string
  work: string
  more: string
  noteTitle: string
  noteHint: string
  addNote: string
  moveTitle: string
  moveHint: string
  to: string
  choose: string
  move: string
  closeTitle: string
  closeHint: string
  reason: string
  reasons: Record<CloseReason, string>
  close: string
  reopen: string
  closedBecause: string
  usedAgain: string
  done: Record<'answered' | 'working' | 'noted' | 'closed' | 'reopened' | 'moved', string>
  problems: Record<string, string>
}

const days = {
  fi: plural('fi', { one: '# päivä', other: '# päivää' }),
  sv: plural('sv', { one: '# dag', other: '# dagar' }),
  en: plural('en', { one: '# day', other: '# days' }),
}

/** What those read who answer. */
export const words = translated<StaffWords>({
  fi: {
    title: 'Palautteet',
    lead: 'Näihin vastaa sinun alueesi. Ensimmäisenä on se, jonka määräpäivä on lähin.',
    leadCentre: 'Tässä ovat koko maan palautteet. Ensimmäisenä on se, jonka määräpäivä on lähin.',
    views: { open: 'Avoimet', answered: 'Vastatut', closed: 'Suljetut' },
    show: 'Näytä',
    caption: {
      open: 'Avoimet palautteet',
      answered: 'Vastatut, uusin ensin',
      closed: 'Ilman vastausta suljetut, uusin ensin',
    },
    none: {
      open: 'Yksikään palaute ei odota vastausta',
      answered: 'Yhteenkään ei ole vielä vastattu',
      closed: 'Yhtään ei ole suljettu',
    },
    noneWhy: 'Uusi palaute tulee tähän, kun joku kirjoittaa julkisella lomakkeella.',
    count: plural('fi', { one: '# palaute', other: '# palautetta' }),
    anyone: 'Kuka tahansa',
    first: 'Palaa alkuun',
    pick: 'Valitse',
    pickAll: 'Valitse kaikki tällä sivulla',
    clear: 'Sulje valitut roskaviesteinä',
    clearTitle: plural('fi', {
      one: 'Suljetaanko # palaute roskaviestinä?',
      other: 'Suljetaanko # palautetta roskaviesteinä?',
    }),
    clearText: 'Kirjoittajat eivät saa vastausta. Voit kumota sulkemisen.',
    clearNow: 'Sulje roskaviesteinä',
    clearNone: 'Valitse ensin palautteita',
    clearNoneText: 'Palaa luetteloon ja valitse yksi tai useampi.',
    toList: 'Palaa luetteloon',
    cleared: plural('fi', {
      one: '# palaute suljettiin roskaviestinä',
      other: '# palautetta suljettiin roskaviesteinä',
    }),
    restored: plural('fi', { one: '# palaute avattiin uudelleen', other: '# palautetta avattiin uudelleen' }),
    overdue: plural('fi', {
      one: '# saavutettavuuspalautteen määräaika on mennyt',
      other: '# saavutettavuuspalautteen määräaika on mennyt',
    }),
    overdueText: 'Laki antaa vastaukseen 14 päivää. Vastaa näihin ensin.',
    due: 'Määräpäivä',
    message: 'Viesti',
    about: 'Aihe',
    abouts: {
      site: 'Kohde',
      card: 'Kortin saaminen',
      website: 'Verkkosivut',
      accessibility: 'Saavutettavuus',
      other: 'Muu',
    },
    place: 'Kohde tai kunta',
    keeper: 'Vastaa',
    centre: 'Kaikukeskus',
    state: 'Tila',
    states: { new: 'Uusi', working: 'Käsittelyssä', answered: 'Vastattu', closed: 'Suljettu' },
    left: (count) => `${days.fi(count)} jäljellä`,
    late: (count) => `${days.fi(count)} myöhässä`,
    lastDay: 'Viimeinen päivä',
    act: 'Laki digitaalisten palvelujen tarjoamisesta (306/2019) antaa vastaukseen 14 päivää.',
    sent: 'Lähetetty',
    writer: 'Kirjoittaja',
    writerLanguage: 'Kirjoittajan kieli',
    way: 'Vastaus',
    ways: { none: 'Ei halua vastausta', link: 'Salaisella linkillä', email: 'Linkillä ja sähköpostilla' },
    said: 'Viestit',
    you: 'Kirjoittaja',
    answer: 'Vastaus',
    note: 'Sisäinen muistiinpano',
    answerTitle: 'Vastaa',
    answerHint: {
      link: 'Kirjoittaja lukee vastauksen salaisesta linkistään.',
      email: 'Vastaus tulee kirjoittajan sivulle ja hänen sähköpostiinsa.',
    },
    answerFinal: 'Lähetettyä vastausta ei voi muuttaa.',
    sendAnswer: 'Lähetä vastaus',
    work: 'Ota käsittelyyn',
    more: 'Muut toimet',
    noteTitle: 'Sisäinen muistiinpano',
    noteHint: 'Kirjoittaja ei näe tätä. Älä kirjoita henkilötietoja.',
    addNote: 'Lisää muistiinpano',
    moveTitle: 'Siirrä muualle',
    moveHint: 'Siirron jälkeen näet palautteen vain, jos se kuuluu alueellesi.',
    to: 'Kenelle',
    choose: 'Valitse',
    move: 'Siirrä palaute',
    closeTitle: 'Sulje ilman vastausta',
    closeHint: 'Kirjoittaja näkee, että palaute on käsitelty. Syytä hän ei näe.',
    reason: 'Syy',
    reasons: {
      handled: 'Hoidettu, vastausta ei tarvita',
      double: 'Sama on jo tullut',
      elsewhere: 'Ei koske Kaikukorttia',
      spam: 'Roskaviesti',
      quiet: 'Jäi kesken, suljettiin itsestään',
    },
    close: 'Sulje palaute',
    reopen: 'Avaa uudelleen',
    closedBecause: 'Suljettu, koska',
    usedAgain: 'Kirjoittaja on käyttänyt lisäviestinsä.',
    done: {
      answered: 'Vastaus lähetetty',
      working: 'Palaute on käsittelyssä',
      noted: 'Muistiinpano lisätty',
      closed: 'Palaute suljettu',
      reopened: 'Palaute avattu uudelleen',
      moved: 'Palaute siirretty',
    },
    problems: {
      'answer-missing': 'Kirjoita vastaus.',
      'answer-long': 'Lyhennä vastaus 3 000 merkkiin.',
      'note-missing': 'Kirjoita muistiinpano.',
      'note-long': 'Lyhennä muistiinpano 3 000 merkkiin.',
      'to-missing': 'Valitse, kenelle palaute siirtyy.',
      'to-same': 'Palaute on jo siellä. Valitse toinen.',
      'reason-missing': 'Valitse syy.',
      'deed-missing': 'Valitse, mitä teet.',
      'too-late': 'Joku muu ehti ensin. Lue palaute uudelleen.',
      'identity-code': 'Tekstissä näyttää olevan henkilötunnus. Kirjoita ilman sitä.',
      iban: 'Tekstissä näyttää olevan tilinumero. Kirjoita ilman sitä.',
      'birth-date': 'Tekstissä näyttää olevan syntymäaika. Kirjoita ilman sitä.',
      'e-mail': 'Muistiinpanossa näyttää olevan sähköpostiosoite. Kirjoita ilman sitä.',
      phone: 'Muistiinpanossa näyttää olevan puhelinnumero. Kirjoita ilman sitä.',
      'street-address': 'Muistiinpanossa näyttää olevan katuosoite. Kirjoita ilman sitä.',
      code: 'Tekstissä näyttää olevan kortin tunnus. Kirjoita ilman sitä.',
    },
  },
  sv: {
    title: 'Responser',
    lead: 'Ditt område besvarar de här. Den vars sista dag är närmast står först.',
    leadCentre: 'Här är responserna i hela landet. Den vars sista dag är närmast står först.',
    views: { open: 'Öppna', answered: 'Besvarade', closed: 'Stängda' },
    show: 'Visa',
    caption: {
      open: 'Öppna responser',
      answered: 'Besvarade, den nyaste först',
      closed: 'Stängda utan svar, den nyaste först',
    },
    none: {
      open: 'Ingen respons väntar på svar',
      answered: 'Ingen har besvarats ännu',
      closed: 'Ingen har stängts',
    },
    noneWhy: 'En ny respons kommer hit när någon skriver på det offentliga formuläret.',
    count: plural('sv', { one: '# respons', other: '# responser' }),
    anyone: 'Vem som helst',
    first: 'Gå till början',
    pick: 'Välj',
    pickAll: 'Välj alla på den här sidan',
    clear: 'Stäng de valda som skräppost',
    clearTitle: plural('sv', {
      one: 'Ska # respons stängas som skräppost?',
      other: 'Ska # responser stängas som skräppost?',
    }),
    clearText: 'Skribenterna får inget svar. Du kan ångra stängningen.',
    clearNow: 'Stäng som skräppost',
    clearNone: 'Välj först responser',
    clearNoneText: 'Gå tillbaka till listan och välj en eller flera.',
    toList: 'Gå till listan',
    cleared: plural('sv', {
      one: '# respons stängdes som skräppost',
      other: '# responser stängdes som skräppost',
    }),
    restored: plural('sv', { one: '# respons öppnades på nytt', other: '# responser öppnades på nytt' }),
    overdue: plural('sv', {
      one: 'Tiden för # respons om tillgänglighet har gått ut',
      other: 'Tiden för # responser om tillgänglighet har gått ut',
    }),
    overdueText: 'Lagen ger 14 dagar för svaret. Besvara dem här först.',
    due: 'Sista dag',
    message: 'Meddelande',
    about: 'Ämne',
    abouts: {
      site: 'Ställe',
      card: 'Att få kortet',
      website: 'Webbplats',
      accessibility: 'Tillgänglighet',
      other: 'Annat',
    },
    place: 'Ställe eller kommun',
    keeper: 'Svarar',
    centre: 'Kaikukeskus',
    state: 'Läge',
    states: { new: 'Ny', working: 'Behandlas', answered: 'Besvarad', closed: 'Stängd' },
    left: (count) => `${days.sv(count)} kvar`,
    late: (count) => `${days.sv(count)} försenad`,
    lastDay: 'Sista dagen',
    act: 'Lagen om tillhandahållande av digitala tjänster (306/2019) ger 14 dagar för svaret.',
    sent: 'Skickad',
    writer: 'Skribent',
    writerLanguage: 'Skribentens språk',
    way: 'Svar',
    ways: { none: 'Vill inte ha svar', link: 'Via en hemlig länk', email: 'Via länk och e-post' },
    said: 'Meddelanden',
    you: 'Skribenten',
    answer: 'Svar',
    note: 'Intern anteckning',
    answerTitle: 'Svara',
    answerHint: {
      link: 'Skribenten läser svaret via sin hemliga länk.',
      email: 'Svaret kommer på skribentens sida och per e-post.',
    },
    answerFinal: 'Ett skickat svar kan inte ändras.',
    sendAnswer: 'Skicka svaret',
    work: 'Börja behandla',
    more: 'Andra åtgärder',
    noteTitle: 'Intern anteckning',
    noteHint: 'Skribenten ser inte den här. Skriv inga personuppgifter.',
    addNote: 'Lägg till anteckningen',
    moveTitle: 'Flytta någon annanstans',
    moveHint: 'Efter flytten ser du responsen bara om den hör till ditt område.',
    to: 'Till vem',
    choose: 'Välj',
    move: 'Flytta responsen',
    closeTitle: 'Stäng utan svar',
    closeHint: 'Skribenten ser att responsen är behandlad, men inte orsaken.',
    reason: 'Orsak',
    reasons: {
      handled: 'Skött, inget svar behövs',
      double: 'Samma har redan kommit',
      elsewhere: 'Gäller inte Kaikukortet',
      spam: 'Skräppost',
      quiet: 'Blev på hälft, stängdes av sig själv',
    },
    close: 'Stäng responsen',
    reopen: 'Öppna på nytt',
    closedBecause: 'Stängd, orsak',
    usedAgain: 'Skribenten har använt sitt extra meddelande.',
    done: {
      answered: 'Svaret skickades',
      working: 'Responsen behandlas',
      noted: 'Anteckningen lades till',
      closed: 'Responsen stängdes',
      reopened: 'Responsen öppnades på nytt',
      moved: 'Responsen flyttades',
    },
    problems: {
      'answer-missing': 'Skriv ett svar.',
      'answer-long': 'Förkorta svaret till 3 000 tecken.',
      'note-missing': 'Skriv en anteckning.',
      'note-long': 'Förkorta anteckningen till 3 000 tecken.',
      'to-missing': 'Välj vart responsen flyttas.',
      'to-same': 'Responsen är redan där. Välj någon annan.',
      'reason-missing': 'Välj en orsak.',
      'deed-missing': 'Välj vad du gör.',
      'too-late': 'Någon annan hann före. Läs responsen på nytt.',
      'identity-code': 'Texten verkar innehålla en personbeteckning. Skriv utan den.',
      iban: 'Texten verkar innehålla ett kontonummer. Skriv utan det.',
      'birth-date': 'Texten verkar innehålla ett födelsedatum. Skriv utan det.',
      'e-mail': 'Anteckningen verkar innehålla en e-postadress. Skriv utan den.',
      phone: 'Anteckningen verkar innehålla ett telefonnummer. Skriv utan det.',
      'street-address': 'Anteckningen verkar innehålla en gatuadress. Skriv utan den.',
      code: 'Texten verkar innehålla en kortkod. Skriv utan den.',
    },
  },
  en: {
    title: 'Feedback',
    lead: 'Your area answers these. The one due first is at the top.',
    leadCentre: 'Here is the feedback of the whole country. The one due first is at the top.',
    views: { open: 'Open', answered: 'Answered', closed: 'Closed' },
    show: 'Show',
    caption: {
      open: 'Open feedback',
      answered: 'Answered, the newest first',
      closed: 'Closed without an answer, the newest first',
    },
    none: {
      open: 'Nothing is waiting for an answer',
      answered: 'Nothing has been answered yet',
      closed: 'Nothing has been closed',
    },
    noneWhy: 'New feedback comes here when somebody fills in the public form.',
    count: plural('en', { one: '# message', other: '# messages' }),
    anyone: 'Anyone',
    first: 'Go to the beginning',
    pick: 'Choose',
    pickAll: 'Choose all on this page',
    clear: 'Close the chosen as spam',
    clearTitle: plural('en', {
      one: 'Close # message as spam?',
      other: 'Close # messages as spam?',
    }),
    clearText: 'The writers get no answer. You can undo the closing.',
    clearNow: 'Close as spam',
    clearNone: 'Choose some feedback first',
    clearNoneText: 'Go back to the list and choose one or more.',
    toList: 'Go to the list',
    cleared: plural('en', {
      one: '# message was closed as spam',
      other: '# messages were closed as spam',
    }),
    restored: plural('en', { one: '# message was opened again', other: '# messages were opened again' }),
    overdue: plural('en', {
      one: '# message about accessibility is overdue',
      other: '# messages about accessibility are overdue',
    }),
    overdueText: 'The law gives 14 days for the answer. Answer these first.',
    due: 'Due',
    message: 'Message',
    about: 'About',
    abouts: {
      site: 'A place',
      card: 'Getting the card',
      website: 'Website',
      accessibility: 'Accessibility',
      other: 'Other',
    },
    place: 'Place or municipality',
    keeper: 'Answers',
    centre: 'Kaikukeskus',
    state: 'State',
    states: { new: 'New', working: 'Being answered', answered: 'Answered', closed: 'Closed' },
    left: (count) => `${days.en(count)} left`,
    late: (count) => `${days.en(count)} late`,
    lastDay: 'Last day',
    act: 'The Act on the Provision of Digital Services (306/2019) gives 14 days for the answer.',
    sent: 'Sent',
    writer: 'Writer',
    writerLanguage: 'Writer’s language',
    way: 'Answer',
    ways: { none: 'Wants no answer', link: 'Through a secret link', email: 'By link and e-mail' },
    said: 'Messages',
    you: 'Writer',
    answer: 'Answer',
    note: 'Internal note',
    answerTitle: 'Answer',
    answerHint: {
      link: 'The writer reads the answer through a secret link.',
      email: 'The answer appears on the writer’s page and comes by e-mail.',
    },
    answerFinal: 'An answer that has been sent cannot be changed.',
    sendAnswer: 'Send the answer',
    work: 'Start work on it',
    more: 'Other steps',
    noteTitle: 'Internal note',
    noteHint: 'The writer does not see this. Leave out personal details.',
    addNote: 'Add the note',
    moveTitle: 'Move elsewhere',
    moveHint: 'After that you see the feedback only if it is your area’s.',
    to: 'To whom',
    choose: 'Choose',
    move: 'Move the feedback',
    closeTitle: 'Close without an answer',
    closeHint: 'The writer sees that it has been dealt with, but not why.',
    reason: 'Reason',
    reasons: {
      handled: 'Dealt with, needs no answer',
      double: 'The same has come before',
      elsewhere: 'Not about the Kaikukortti',
      spam: 'Spam',
      quiet: 'Left unfinished, closed by itself',
    },
    close: 'Close the feedback',
    reopen: 'Open again',
    closedBecause: 'Closed because',
    usedAgain: 'The writer has used the extra message.',
    done: {
      answered: 'The answer was sent',
      working: 'The feedback is being answered',
      noted: 'The note was added',
      closed: 'The feedback was closed',
      reopened: 'The feedback was opened again',
      moved: 'The feedback was moved',
    },
    problems: {
      'answer-missing': 'Write an answer.',
      'answer-long': 'Shorten the answer to 3,000 characters.',
      'note-missing': 'Write a note.',
      'note-long': 'Shorten the note to 3,000 characters.',
      'to-missing': 'Choose where the feedback goes.',
      'to-same': 'The feedback is there already. Choose another.',
      'reason-missing': 'Choose a reason.',
      'deed-missing': 'Choose what you do.',
      'too-late': 'Somebody else was first. Read the feedback again.',
      'identity-code': 'The text seems to contain an identity code. Write without it.',
      iban: 'The text seems to contain an account number. Write without it.',
      'birth-date': 'The text seems to contain a date of birth. Write without it.',
      'e-mail': 'The note seems to contain an e-mail address. Write without it.',
      phone: 'The note seems to contain a phone number. Write without it.',
      'street-address': 'The note seems to contain a street address. Write without it.',
      code: 'The text seems to contain a card code. Write without it.',
    },
  },
})
