import { finderWords } from '../finder/words.ts'
import { formatHolderDay, holderPlural } from '../i18n/holder-format.ts'
import { aboutLanguages, type HolderLanguage, translatedForHolders } from '../i18n/holder-languages.ts'
import { formatTime } from '../i18n/translated.ts'
import { type Day, dayOf } from '../lib/dates.ts'
import { holderPath } from '../web/paths.ts'
import { type EventFacts, isDayOnly, type Texts, textIn } from './rules.ts'

export const publicEventPaths = {
  events: holderPath({ fi: '/tapahtumat', sv: '/evenemang', en: '/events' }),
  calendar: holderPath({ fi: '/tapahtumat.ics', sv: '/evenemang.ics', en: '/events.ics' }),
  atom: holderPath({ fi: '/tapahtumat.atom', sv: '/evenemang.atom', en: '/events.atom' }),
}

const dotted: readonly HolderLanguage[] = ['fi', 'sv', 'fi-simple', 'se']
const clock = (reader: HolderLanguage, at: Date) => formatTime(dotted.includes(reader) ? 'fi' : 'en', at)
const beforeClock: Record<HolderLanguage, string> = {
  ...{ fi: 'klo ', sv: 'kl. ', en: '', 'fi-simple': 'kello ' },
  ...{ ar: 'الساعة ', ru: '', uk: '', so: '', se: 'dii. ' },
}

/** Monday first. Intl has no Northern Sámi and Somali days that we would trust. */
const weekdaysByHand: Partial<Record<HolderLanguage, readonly string[]>> = {
  se: ['vuossárga', 'maŋŋebárga', 'gaskavahkku', 'duorastat', 'bearjadat', 'lávvardat', 'sotnabeaivi'],
  so: ['Isniin', 'Talaado', 'Arbaco', 'Khamiis', 'Jimce', 'Sabti', 'Axad'],
}
const locales: Partial<Record<HolderLanguage, string>> = { en: 'en-GB', 'fi-simple': 'fi' }
const weekdays = new Map<HolderLanguage, Intl.DateTimeFormat>()
const weekdayOf = (reader: HolderLanguage, day: Day): string => {
  const at = new Date(`${day}T00:00:00Z`)
  const byHand = weekdaysByHand[reader]
  if (byHand) return byHand[(at.getUTCDay() + 6) % 7]!
  const format =
    weekdays.get(reader) ??
    new Intl.DateTimeFormat(locales[reader] ?? reader, { weekday: 'long', timeZone: 'UTC' })
  weekdays.set(reader, format)
  return format.format(at)
}
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const comma: Partial<Record<HolderLanguage, string>> = { ar: '، ', ru: ', ', uk: ', ', so: ', ' }

/** A day with its weekday: `Maanantai 4.5.2026`, `Monday 4 May 2026`, `Понедельник, 4 мая 2026 г.` */
export const dayTitle = (reader: HolderLanguage, day: Day): string =>
  `${capital(weekdayOf(reader, day))}${comma[reader] ?? ' '}${formatHolderDay(reader, day)}`

type Times = Pick<EventFacts, 'startsAt' | 'endsAt' | 'allDay'>

/** From a day to another: `4.5.2026–30.8.2026`. */
export const daysFromTo = (reader: HolderLanguage, first: Day, last: Day): string =>
  first === last
    ? formatHolderDay(reader, first)
    : `${formatHolderDay(reader, first)} – ${formatHolderDay(reader, last)}`

/**
 * The time of day: `klo 18.00–19.30`; empty of what goes on all day. An end in the small hours is its night's; one of
 * which only the day is known is not told.
 */
export const timeText = (reader: HolderLanguage, { startsAt, endsAt, allDay }: Times): string => {
  if (allDay) return ''
  const start = clock(reader, startsAt)
  const isNear = endsAt !== null && endsAt.getTime() - startsAt.getTime() < 18 * 3_600_000
  return `${beforeClock[reader]}${start}${isNear && !isDayOnly(endsAt) ? `–${clock(reader, endsAt)}` : ''}`
}

/** When an event is, whole: `Maanantai 4.5.2026 klo 18.00–19.30`, `4.5.2026 – 30.8.2026`. */
export const whenText = (reader: HolderLanguage, times: Times): string => {
  const first = dayOf(times.startsAt)
  const last = dayOf(times.endsAt ?? times.startsAt)
  const isLong = times.endsAt !== null && times.endsAt.getTime() - times.startsAt.getTime() >= 18 * 3_600_000
  if (isLong && last !== first) return daysFromTo(reader, first, last)
  const time = timeText(reader, times)
  return time ? `${dayTitle(reader, first)}${reader === 'ar' ? '، ' : ', '}${time}` : dayTitle(reader, first)
}

/** The days of a pop-up site that has any: before and after, the card is not good there. */
export const popUpText = (
  reader: HolderLanguage,
  { popUpFrom, popUpUntil }: { popUpFrom: Day | null; popUpUntil: Day | null },
): string | null => {
  const t = finderWords[reader]
  if (popUpFrom && popUpUntil) return `${t.popUp}: ${daysFromTo(reader, popUpFrom, popUpUntil)}`
  if (popUpFrom) return `${t.popUp}: ${t.popUpFrom(formatHolderDay(reader, popUpFrom))}`
  return popUpUntil ? `${t.popUp}: ${t.popUpUntil(formatHolderDay(reader, popUpUntil))}` : null
}

/** In which language the reader is served best, one after another. Plain Finnish is Finnish. */
const nearest = (reader: HolderLanguage): string[] => [
  aboutLanguages[reader].tag,
  aboutLanguages[reader].falls,
]

/** A text of an event for the reader, with its language where that is not the page's. */
export const told = (reader: HolderLanguage, texts: Texts): { text: string; lang: string | undefined } => {
  const found = textIn(texts, nearest(reader))
  if (!found) return { text: '', lang: undefined }
  return {
    text: found.text,
    lang: found.language === aboutLanguages[reader].tag ? undefined : found.language,
  }
}

/** The next events of a site as lines for `EventList`, in the reader's language. */
export const eventLines = (
  reader: HolderLanguage,
  events: readonly (Times & Pick<EventFacts, 'names' | 'place' | 'isCancelled'>)[],
) =>
  events.map((event) => ({
    ...told(reader, event.names),
    when: whenText(reader, event),
    place: event.place,
    state: event.isCancelled ? eventWords[reader].cancelled : null,
  }))

/** Days and events of the week, in each language of the holders. */
export const eventWords = translatedForHolders({
  fi: {
    title: 'Tapahtumat kortilla',
    lead: 'Näihin tapahtumiin saat maksuttoman lipun Kaikukortilla.',
    description: 'Mitä Kaikukortilla pääsee katsomaan tällä viikolla, päivittäin ja kunnittain.',
    thisWeek: 'Tällä viikolla',
    week: (days: string) => `Viikko ${days}`,
    place: 'Kunta tai postinumero',
    filters: 'Mitä näytetään',
    narrow: 'Rajaa tapahtumia',
    children: 'Lapsille',
    noBooking: 'Ei ennakkovarausta',
    accessible: 'Esteetön',
    show: 'Näytä tapahtumat',
    count: holderPlural('fi', { one: '# tapahtuma', other: '# tapahtumaa' }),
    going: 'Jatkuu useita päiviä',
    before: 'Edellinen viikko',
    after: 'Seuraava viikko',
    weeks: 'Viikot',
    allDay: 'Koko päivän',
    cancelled: 'Peruttu',
    booking: 'Varaa ennakkoon',
    tickets: holderPlural('fi', { one: '# lippu kortilla', other: '# lippua kortilla' }),
    none: 'Ei tapahtumia tällä viikolla',
    noneWhy:
      'Katso seuraava viikko tai poista rajauksia. Kortilla pääsee moneen paikkaan myös ilman tapahtumaa.',
    unknownPlace: 'Kuntaa ei löytynyt',
    unknownWhy: 'Tarkista kunnan nimi tai postinumero.',
    showAll: 'Näytä kaikki tapahtumat',
    sites: 'Katso, mihin kortilla pääsee',
    more: 'Tässä ovat viikon ensimmäiset tapahtumat. Kirjoita kunta, niin näet kaikki.',
    calendar: 'Lisää kalenteriin (iCalendar)',
    atom: 'Tilaa syöte (Atom)',
    coming: 'Seuraavat tapahtumat',
    readMore: 'Lue lisää tapahtumasta',
  },
  sv: {
    title: 'Evenemang med kortet',
    lead: 'Till de här evenemangen får du en gratis biljett med Kaikukortet.',
    description: 'Vad Kaikukortet tar dig till den här veckan, per dag och kommun.',
    thisWeek: 'Den här veckan',
    week: (days: string) => `Veckan ${days}`,
    place: 'Kommun eller postnummer',
    filters: 'Vad som visas',
    narrow: 'Avgränsa evenemang',
    children: 'För barn',
    noBooking: 'Ingen förhandsbokning',
    accessible: 'Tillgängligt',
    show: 'Visa evenemang',
    count: holderPlural('sv', { one: '# evenemang', other: '# evenemang' }),
    going: 'Pågår flera dagar',
    before: 'Föregående vecka',
    after: 'Nästa vecka',
    weeks: 'Veckor',
    allDay: 'Hela dagen',
    cancelled: 'Inställt',
    booking: 'Boka i förväg',
    tickets: holderPlural('sv', { one: '# biljett med kortet', other: '# biljetter med kortet' }),
    none: 'Inga evenemang den här veckan',
    noneWhy:
      'Se nästa vecka eller ta bort avgränsningar. Kortet gäller på många ställen även utan evenemang.',
    unknownPlace: 'Kommunen hittades inte',
    unknownWhy: 'Kontrollera kommunens namn eller postnumret.',
    showAll: 'Visa alla evenemang',
    sites: 'Se var kortet gäller',
    more: 'Här är veckans första evenemang. Skriv en kommun för att se alla.',
    calendar: 'Lägg till i kalendern (iCalendar)',
    atom: 'Prenumerera på flödet (Atom)',
    coming: 'Nästa evenemang',
    readMore: 'Läs mer om evenemanget',
  },
  en: {
    title: 'Events with the card',
    lead: 'You get a free ticket to these events with the Kaikukortti.',
    description: 'What the Kaikukortti takes you to this week, by day and municipality.',
    thisWeek: 'This week',
    week: (days: string) => `Week ${days}`,
    place: 'Municipality or postal code',
    filters: 'What to show',
    narrow: 'Narrow down the events',
    children: 'For children',
    noBooking: 'No booking needed',
    accessible: 'Accessible',
    show: 'Show events',
    count: holderPlural('en', { one: '# event', other: '# events' }),
    going: 'Lasts several days',
    before: 'Previous week',
    after: 'Next week',
    weeks: 'Weeks',
    allDay: 'All day',
    cancelled: 'Cancelled',
    booking: 'Book in advance',
    tickets: holderPlural('en', { one: '# ticket with the card', other: '# tickets with the card' }),
    none: 'No events this week',
    noneWhy: 'See the next week or remove filters. The card also works at many places without an event.',
    unknownPlace: 'The municipality was not found',
    unknownWhy: 'Check the name of the municipality or the postal code.',
    showAll: 'Show all events',
    sites: 'See where the card takes you',
    more: 'These are the first events of the week. Type a municipality to see them all.',
    calendar: 'Add to a calendar (iCalendar)',
    atom: 'Subscribe to the feed (Atom)',
    coming: 'Next events',
    readMore: 'Read more about the event',
  },
  'fi-simple': {
    title: 'Tapahtumat kortilla',
    lead: 'Saat näihin tapahtumiin ilmaisen lipun Kaikukortilla.',
    description: 'Tapahtumat, joihin pääset Kaikukortilla tällä viikolla.',
    thisWeek: 'Tällä viikolla',
    week: (days: string) => `Viikko ${days}`,
    place: 'Kunta tai postinumero',
    filters: 'Valitse tapahtumia',
    narrow: 'Valitse tapahtumat',
    children: 'Lapsille',
    noBooking: 'Et tarvitse varausta',
    accessible: 'Esteetön',
    show: 'Näytä tapahtumat',
    count: holderPlural('fi-simple', { one: '# tapahtuma', other: '# tapahtumaa' }),
    going: 'Kestää monta päivää',
    before: 'Edellinen viikko',
    after: 'Seuraava viikko',
    weeks: 'Viikot',
    allDay: 'Koko päivän',
    cancelled: 'Peruttu',
    booking: 'Varaa lippu ennen',
    tickets: holderPlural('fi-simple', { one: '# lippu kortilla', other: '# lippua kortilla' }),
    none: 'Tällä viikolla ei ole tapahtumia',
    noneWhy: 'Katso seuraava viikko. Kortilla pääset myös moneen muuhun paikkaan.',
    unknownPlace: 'Kuntaa ei löytynyt',
    unknownWhy: 'Tarkista kunnan nimi. Voit kirjoittaa myös postinumeron.',
    showAll: 'Näytä kaikki tapahtumat',
    sites: 'Katso, mihin kortilla pääsee',
    more: 'Tässä on osa tapahtumista. Kirjoita kunta. Näet sitten kaikki.',
    calendar: 'Lisää kalenteriin (iCalendar)',
    atom: 'Tilaa syöte (Atom)',
    coming: 'Seuraavat tapahtumat',
    readMore: 'Lue lisää',
  },
  ar: {
    title: 'فعاليات بالبطاقة',
    lead: 'تحصل على تذكرة مجانية لهذه الفعاليات ببطاقة Kaikukortti.',
    description: 'الفعاليات التي يمكنك حضورها هذا الأسبوع ببطاقة Kaikukortti.',
    thisWeek: 'هذا الأسبوع',
    week: (days: string) => `أسبوع ${days}`,
    place: 'البلدية أو الرمز البريدي',
    filters: 'ما الذي يُعرض',
    narrow: 'حدّد الفعاليات',
    children: 'للأطفال',
    noBooking: 'دون حجز مسبق',
    accessible: 'مهيأ لذوي الإعاقة',
    show: 'عرض الفعاليات',
    count: holderPlural('ar', {
      ...{ zero: 'لا فعاليات', one: 'فعالية واحدة', two: 'فعاليتان' },
      ...{ few: '# فعاليات', many: '# فعالية', other: '# فعالية' },
    }),
    going: 'تستمر عدة أيام',
    before: 'الأسبوع السابق',
    after: 'الأسبوع التالي',
    weeks: 'الأسابيع',
    allDay: 'طوال اليوم',
    cancelled: 'ملغاة',
    booking: 'احجز مسبقًا',
    tickets: holderPlural('ar', {
      ...{ zero: 'لا تذاكر بالبطاقة', one: 'تذكرة واحدة بالبطاقة', two: 'تذكرتان بالبطاقة' },
      ...{ few: '# تذاكر بالبطاقة', many: '# تذكرة بالبطاقة', other: '# تذكرة بالبطاقة' },
    }),
    none: 'لا توجد فعاليات هذا الأسبوع',
    noneWhy: 'انظر إلى الأسبوع التالي أو أزل التحديدات. يمكنك استخدام البطاقة في أماكن كثيرة أخرى أيضًا.',
    unknownPlace: 'لم نعثر على البلدية',
    unknownWhy: 'تحقق من اسم البلدية أو الرمز البريدي.',
    showAll: 'عرض كل الفعاليات',
    sites: 'اعرف أين تُستخدم البطاقة',
    more: 'هذه أولى فعاليات الأسبوع. اكتب اسم البلدية لترى كل الفعاليات.',
    calendar: 'أضف إلى التقويم (iCalendar)',
    atom: 'اشترك في الخلاصة (Atom)',
    coming: 'الفعاليات القادمة',
    readMore: 'المزيد عن الفعالية',
  },
  ru: {
    title: 'Мероприятия по карте',
    lead: 'На эти мероприятия вы получите бесплатный билет по карте Kaikukortti.',
    description: 'Куда можно пойти на этой неделе с картой Kaikukortti: по дням и муниципалитетам.',
    thisWeek: 'На этой неделе',
    week: (days: string) => `Неделя ${days}`,
    place: 'Муниципалитет или почтовый индекс',
    filters: 'Что показать',
    narrow: 'Отобрать мероприятия',
    children: 'Для детей',
    noBooking: 'Без бронирования',
    accessible: 'Доступная среда',
    show: 'Показать мероприятия',
    count: holderPlural('ru', { one: '# мероприятие', few: '# мероприятия', many: '# мероприятий' }),
    going: 'Длится несколько дней',
    before: 'Предыдущая неделя',
    after: 'Следующая неделя',
    weeks: 'Недели',
    allDay: 'Весь день',
    cancelled: 'Отменено',
    booking: 'Забронируйте заранее',
    tickets: holderPlural('ru', {
      ...{ one: '# билет по карте', few: '# билета по карте', many: '# билетов по карте' },
    }),
    none: 'На этой неделе мероприятий нет',
    noneWhy: 'Посмотрите следующую неделю или уберите условия. Карта действует и во многих других местах.',
    unknownPlace: 'Муниципалитет не найден',
    unknownWhy: 'Проверьте название муниципалитета или почтовый индекс.',
    showAll: 'Показать все мероприятия',
    sites: 'Где действует карта',
    more: 'Это первые мероприятия недели. Напишите муниципалитет, чтобы увидеть все.',
    calendar: 'Добавить в календарь (iCalendar)',
    atom: 'Подписаться на ленту (Atom)',
    coming: 'Ближайшие мероприятия',
    readMore: 'Подробнее о мероприятии',
  },
  uk: {
    title: 'Заходи за карткою',
    lead: 'На ці заходи ви отримаєте безкоштовний квиток за карткою Kaikukortti.',
    description: 'Куди можна піти цього тижня з карткою Kaikukortti: за днями та муніципалітетами.',
    thisWeek: 'Цього тижня',
    week: (days: string) => `Тиждень ${days}`,
    place: 'Муніципалітет або поштовий індекс',
    filters: 'Що показати',
    narrow: 'Відібрати заходи',
    children: 'Для дітей',
    noBooking: 'Без бронювання',
    accessible: 'Доступно для всіх',
    show: 'Показати заходи',
    count: holderPlural('uk', { one: '# захід', few: '# заходи', many: '# заходів' }),
    going: 'Триває кілька днів',
    before: 'Попередній тиждень',
    after: 'Наступний тиждень',
    weeks: 'Тижні',
    allDay: 'Увесь день',
    cancelled: 'Скасовано',
    booking: 'Забронюйте заздалегідь',
    tickets: holderPlural('uk', {
      ...{ one: '# квиток за карткою', few: '# квитки за карткою', many: '# квитків за карткою' },
    }),
    none: 'Цього тижня заходів немає',
    noneWhy: 'Подивіться наступний тиждень або приберіть умови. Картка діє і в багатьох інших місцях.',
    unknownPlace: 'Муніципалітет не знайдено',
    unknownWhy: 'Перевірте назву муніципалітету або поштовий індекс.',
    showAll: 'Показати всі заходи',
    sites: 'Де діє картка',
    more: 'Це перші заходи тижня. Напишіть муніципалітет, щоб побачити всі.',
    calendar: 'Додати в календар (iCalendar)',
    atom: 'Підписатися на стрічку (Atom)',
    coming: 'Найближчі заходи',
    readMore: 'Докладніше про захід',
  },
  so: {
    title: 'Munaasabadaha kaarka',
    lead: 'Munaasabadahan waxaad ku helaysaa tigidh bilaash ah kaarka Kaikukortti.',
    description: 'Munaasabadaha aad toddobaadkan ku tagi karto kaarka Kaikukortti.',
    thisWeek: 'Toddobaadkan',
    week: (days: string) => `Toddobaadka ${days}`,
    place: 'Degmada ama lambarka boostada',
    filters: 'Maxaa la muujinayaa',
    narrow: 'Kala sooc munaasabadaha',
    children: 'Carruurta',
    noBooking: 'Ballan looma baahna',
    accessible: 'Dadka naafada ah u fudud',
    show: 'Muuji munaasabadaha',
    count: holderPlural('so', { one: '# munaasabad', other: '# munaasabadood' }),
    going: 'Waxay socotaa dhowr maalmood',
    before: 'Toddobaadkii hore',
    after: 'Toddobaadka xiga',
    weeks: 'Toddobaadyada',
    allDay: 'Maalinta oo dhan',
    cancelled: 'Waa la baajiyay',
    booking: 'Hore u ballanso',
    tickets: holderPlural('so', { one: '# tigidh oo kaarka ah', other: '# tigidh oo kaarka ah' }),
    none: 'Toddobaadkan munaasabad ma jirto',
    noneWhy: 'Eeg toddobaadka xiga ama ka saar kala-soocidda. Kaarku meelo kale oo badan ayuu ka shaqeeyaa.',
    unknownPlace: 'Degmada lama helin',
    unknownWhy: 'Hubi magaca degmada ama lambarka boostada.',
    showAll: 'Muuji dhammaan munaasabadaha',
    sites: 'Eeg meesha kaarku ka shaqeeyo',
    more: 'Kuwani waa munaasabadaha ugu horreeya toddobaadka. Qor degmada si aad u aragto dhammaan.',
    calendar: 'Ku dar jadwalka (iCalendar)',
    atom: 'Rukunso wararka (Atom)',
    coming: 'Munaasabadaha xiga',
    readMore: 'Faahfaahin dheeraad ah',
  },
  se: {
    title: 'Dáhpáhusat koarttain',
    lead: 'Dáidda dáhpáhusaide oaččut nuvttá bileahta Kaikukorttiin.',
    description: 'Gosa Kaikukorttiin beasat dán vahku, beivviid ja gielddaid mielde.',
    thisWeek: 'Dán vahku',
    week: (days: string) => `Vahkku ${days}`,
    place: 'Gielda dahje poastanummir',
    filters: 'Maid čájehit',
    narrow: 'Ráddje dáhpáhusaid',
    children: 'Mánáide',
    noBooking: 'Ii dárbbaš várret',
    accessible: 'Hehttehusaid haga',
    show: 'Čájet dáhpáhusaid',
    count: holderPlural('se', { one: '# dáhpáhus', two: '# dáhpáhusa', other: '# dáhpáhusa' }),
    going: 'Bistá máŋga beaivvi',
    before: 'Ovddit vahkku',
    after: 'Čuovvovaš vahkku',
    weeks: 'Vahkut',
    allDay: 'Olles beaivvi',
    cancelled: 'Šluhttejuvvon',
    booking: 'Várre ovddalgihtii',
    tickets: holderPlural('se', {
      ...{ one: '# bileahtta koarttain', two: '# bileahta koarttain', other: '# bileahta koarttain' },
    }),
    none: 'Dán vahku eai leat dáhpáhusat',
    noneWhy:
      'Geahča čuovvovaš vahku dahje váldde ráddjemiid eret. Koarttain beasat maiddái ollu eará báikkiide.',
    unknownPlace: 'Gielda ii gávdnon',
    unknownWhy: 'Dárkkis gieldda nama dahje poastanummira.',
    showAll: 'Čájet buot dáhpáhusaid',
    sites: 'Geahča gosa koarttain beassá',
    more: 'Dá leat vahku vuosttaš dáhpáhusat. Čále gieldda, de oainnát buot.',
    calendar: 'Lasit kaleandarii (iCalendar)',
    atom: 'Diŋgo oasi (Atom)',
    coming: 'Boahtte dáhpáhusat',
    readMore: 'Loga eambbo dáhpáhusas',
  },
})
