import { formatHolderDay } from '../i18n/holder-format.ts'
import { type HolderLanguage, translatedForHolders } from '../i18n/holder-languages.ts'
import type { Day } from '../lib/dates.ts'
import type { Standing } from './rules.ts'

/** The day on which a pause or a pop-up ends or begins; null is open. */
type Days = { from: Day | null; until: Day | null }
type Told = { title: string; text: (days: Days) => string }

/** A sentence for when the day is known, and one for when it is not. */
const byDay =
  (
    language: HolderLanguage,
    end: keyof Days,
    known: (day: string) => string,
    open = '',
  ): ((days: Days) => string) =>
  (days) => {
    const day = days[end]
    return day === null ? open : known(formatHolderDay(language, day))
  }
const told = (words: Record<Exclude<Standing, 'open'>, Told>) => words

/** The public page of one site. */
export const siteWords = translatedForHolders({
  fi: {
    sites: 'Mihin kortilla pääsee',
    description: (name: string, place: string) =>
      `${name}, ${place}: mitä Kaikukortilla saa ja miten lipun hankkii.`,
    popUp: 'Pop up',
    popUpUntil: (day: string) => `Kortilla pääsee ${day} asti.`,
    empty: 'Kohde ei ole vielä kertonut tarkemmin, mitä kortilla saa. Kysy kohteesta ennen kuin lähdet.',
    successor: 'Katso uusi kohde',
    others: 'Katso muita kohteita',
    share: 'Jaa tai kopioi sivun osoite',
    shared: 'Osoite kopioitu',
    address: 'Sivun osoite',
    print: 'Tulosta sivu',
    wrong: 'Kerro, jos tiedoissa on virhe',
    facts: 'Lyhyesti',
    standings: told({
      paused: {
        title: 'Kohde on nyt tauolla',
        text: byDay(
          'fi',
          'until',
          (day) => `Kortilla ei pääse tänne nyt. Tauko kestää ${day} asti.`,
          'Kortilla ei pääse tänne nyt.',
        ),
      },
      coming: {
        title: 'Tulossa',
        text: byDay(
          'fi',
          'from',
          (day) => `Kortilla pääsee tänne ${day} alkaen.`,
          'Kunta vasta valmistelee kortin käyttöönottoa.',
        ),
      },
      closed: { title: 'Kohde on suljettu', text: () => 'Kortilla ei pääse tänne enää.' },
      merged: {
        title: 'Kohde on yhdistetty toiseen',
        text: () => 'Ajantasaiset tiedot ovat uuden kohteen sivulla.',
      },
      over: {
        title: 'Tämä pop up -kohde on päättynyt',
        text: byDay('fi', 'until', (day) => `Se päättyi ${day}.`),
      },
      left: {
        title: 'Kortti ei ole täällä enää käytössä',
        text: () => 'Kunta ei ole enää mukana Kaikukortissa.',
      },
    }),
  },
  sv: {
    sites: 'Var kortet gäller',
    description: (name, place) => `${name}, ${place}: vad du får med Kaikukortet och hur du får en biljett.`,
    popUp: 'Pop up',
    popUpUntil: (day) => `Kortet gäller till och med ${day}.`,
    empty: 'Stället har ännu inte berättat närmare vad du får med kortet. Fråga innan du åker dit.',
    successor: 'Se det nya stället',
    others: 'Se andra ställen',
    share: 'Dela eller kopiera sidans adress',
    shared: 'Adressen är kopierad',
    address: 'Sidans adress',
    print: 'Skriv ut sidan',
    wrong: 'Berätta om något är fel',
    facts: 'I korthet',
    standings: told({
      paused: {
        title: 'Stället har paus just nu',
        text: byDay(
          'sv',
          'until',
          (day) => `Kortet gäller inte här nu. Pausen varar till och med ${day}.`,
          'Kortet gäller inte här nu.',
        ),
      },
      coming: {
        title: 'På väg',
        text: byDay(
          'sv',
          'from',
          (day) => `Kortet gäller här från och med ${day}.`,
          'Kommunen förbereder ännu kortet.',
        ),
      },
      closed: { title: 'Stället är stängt', text: () => 'Kortet gäller inte här längre.' },
      merged: {
        title: 'Stället har slagits ihop med ett annat',
        text: () => 'Aktuell information finns på det nya ställets sida.',
      },
      over: {
        title: 'Det här pop up-stället är avslutat',
        text: byDay('sv', 'until', (day) => `Det slutade ${day}.`),
      },
      left: {
        title: 'Kortet används inte längre här',
        text: () => 'Kommunen är inte längre med i Kaikukortet.',
      },
    }),
  },
  en: {
    sites: 'Where the card takes you',
    description: (name, place) =>
      `${name}, ${place}: what you get with the Kaikukortti and how to get a ticket.`,
    popUp: 'Pop-up',
    popUpUntil: (day) => `The card works here until ${day}.`,
    empty: 'The place has not yet said what you get with the card. Ask the place before you go.',
    successor: 'See the new place',
    others: 'See other places',
    share: 'Share or copy the page’s address',
    shared: 'The address is copied',
    address: 'Address of the page',
    print: 'Print the page',
    wrong: 'Tell us if something is wrong',
    facts: 'In short',
    standings: told({
      paused: {
        title: 'The place is on a break now',
        text: byDay(
          'en',
          'until',
          (day) => `The card does not work here now. The break lasts until ${day}.`,
          'The card does not work here now.',
        ),
      },
      coming: {
        title: 'Coming',
        text: byDay(
          'en',
          'from',
          (day) => `The card works here from ${day}.`,
          'The municipality is still preparing for the card.',
        ),
      },
      closed: { title: 'The place has closed', text: () => 'The card does not work here any more.' },
      merged: {
        title: 'The place has been merged with another',
        text: () => 'The up-to-date details are on the page of the new place.',
      },
      over: {
        title: 'This pop-up place is over',
        text: byDay('en', 'until', (day) => `It ended on ${day}.`),
      },
      left: {
        title: 'The card is not used here any more',
        text: () => 'The municipality no longer takes part in Kaikukortti.',
      },
    }),
  },
  'fi-simple': {
    sites: 'Mihin kortilla pääsee',
    description: (name, place) => `${name}, ${place}. Mitä kortilla saa? Miten lipun saa?`,
    popUp: 'Pop up',
    popUpUntil: (day) => `Kortti toimii täällä ${day} asti.`,
    empty: 'Paikka ei ole kertonut, mitä kortilla saa. Kysy paikasta, ennen kuin lähdet.',
    successor: 'Katso uusi paikka',
    others: 'Katso muita paikkoja',
    share: 'Jaa tai kopioi osoite',
    shared: 'Osoite on kopioitu',
    address: 'Sivun osoite',
    print: 'Tulosta sivu',
    wrong: 'Kerro meille, jos tieto on väärin',
    facts: 'Lyhyesti',
    standings: told({
      paused: {
        title: 'Paikalla on nyt tauko',
        text: byDay(
          'fi-simple',
          'until',
          (day) => `Et pääse nyt tänne kortilla. Tauko kestää ${day} asti.`,
          'Et pääse nyt tänne kortilla.',
        ),
      },
      coming: {
        title: 'Tulossa',
        text: byDay(
          'fi-simple',
          'from',
          (day) => `Pääset tänne kortilla ${day} alkaen.`,
          'Kortti ei ole vielä käytössä tässä kunnassa.',
        ),
      },
      closed: { title: 'Paikka on suljettu', text: () => 'Et pääse enää tänne kortilla.' },
      merged: { title: 'Paikka on nyt osa toista paikkaa', text: () => 'Katso tiedot uuden paikan sivulta.' },
      over: {
        title: 'Tämä paikka on päättynyt',
        text: byDay('fi-simple', 'until', (day) => `Se päättyi ${day}.`),
      },
      left: { title: 'Kortti ei toimi täällä enää', text: () => 'Kunta ei ole enää mukana.' },
    }),
  },
  ar: {
    sites: 'أين تُستخدم البطاقة',
    description: (name, place) => `${name}، ${place}: ما تحصل عليه ببطاقة Kaikukortti وكيف تحصل على تذكرة.`,
    popUp: 'مكان مؤقت',
    popUpUntil: (day) => `تعمل البطاقة هنا حتى ${day}.`,
    empty: 'لم يذكر المكان بعد ما تحصل عليه بالبطاقة. اسأل المكان قبل أن تذهب.',
    successor: 'انظر المكان الجديد',
    others: 'انظر أماكن أخرى',
    share: 'شارك عنوان الصفحة أو انسخه',
    shared: 'نُسخ العنوان',
    address: 'عنوان الصفحة',
    print: 'اطبع الصفحة',
    wrong: 'أخبرنا إن كان هناك خطأ',
    facts: 'باختصار',
    standings: told({
      paused: {
        title: 'المكان متوقف الآن',
        text: byDay(
          'ar',
          'until',
          (day) => `لا تعمل البطاقة هنا الآن. يستمر التوقف حتى ${day}.`,
          'لا تعمل البطاقة هنا الآن.',
        ),
      },
      coming: {
        title: 'قريبًا',
        text: byDay(
          'ar',
          'from',
          (day) => `تعمل البطاقة هنا ابتداءً من ${day}.`,
          'ما زالت البلدية تستعد لاستخدام البطاقة.',
        ),
      },
      closed: { title: 'أُغلق المكان', text: () => 'لم تعد البطاقة تعمل هنا.' },
      merged: { title: 'دُمج المكان مع مكان آخر', text: () => 'المعلومات الحديثة في صفحة المكان الجديد.' },
      over: { title: 'انتهى هذا المكان المؤقت', text: byDay('ar', 'until', (day) => `انتهى في ${day}.`) },
      left: { title: 'لم تعد البطاقة مستخدمة هنا', text: () => 'لم تعد البلدية تشارك في Kaikukortti.' },
    }),
  },
  ru: {
    sites: 'Где действует карта',
    description: (name, place) =>
      `${name}, ${place}: что вы получаете по карте Kaikukortti и как получить билет.`,
    popUp: 'Временное место',
    popUpUntil: (day) => `Карта действует здесь до ${day} включительно.`,
    empty: 'Здесь ещё не рассказали, что вы получаете по карте. Спросите перед поездкой.',
    successor: 'Посмотреть новое место',
    others: 'Посмотреть другие места',
    share: 'Поделиться адресом или скопировать его',
    shared: 'Адрес скопирован',
    address: 'Адрес страницы',
    print: 'Распечатать страницу',
    wrong: 'Сообщите нам об ошибке',
    facts: 'Коротко',
    standings: told({
      paused: {
        title: 'Сейчас здесь перерыв',
        text: byDay(
          'ru',
          'until',
          (day) => `Сейчас карта здесь не действует. Перерыв продлится до ${day} включительно.`,
          'Сейчас карта здесь не действует.',
        ),
      },
      coming: {
        title: 'Скоро',
        text: byDay(
          'ru',
          'from',
          (day) => `Карта действует здесь с ${day}`,
          'Муниципалитет ещё готовится принимать карту.',
        ),
      },
      closed: { title: 'Это место закрыто', text: () => 'Карта здесь больше не действует.' },
      merged: {
        title: 'Это место объединено с другим',
        text: () => 'Новые сведения — на странице нового места.',
      },
      over: {
        title: 'Это временное место больше не работает',
        text: byDay('ru', 'until', (day) => `Оно работало до ${day}`),
      },
      left: {
        title: 'Карта здесь больше не используется',
        text: () => 'Муниципалитет больше не участвует в Kaikukortti.',
      },
    }),
  },
  uk: {
    sites: 'Де діє картка',
    description: (name, place) =>
      `${name}, ${place}: що ви отримуєте за карткою Kaikukortti і як отримати квиток.`,
    popUp: 'Тимчасове місце',
    popUpUntil: (day) => `Картка діє тут до ${day} включно.`,
    empty: 'Тут ще не розповіли, що ви отримуєте за карткою. Запитайте перед поїздкою.',
    successor: 'Переглянути нове місце',
    others: 'Переглянути інші місця',
    share: 'Поділитися адресою або скопіювати її',
    shared: 'Адресу скопійовано',
    address: 'Адреса сторінки',
    print: 'Надрукувати сторінку',
    wrong: 'Повідомте нас про помилку',
    facts: 'Коротко',
    standings: told({
      paused: {
        title: 'Зараз тут перерва',
        text: byDay(
          'uk',
          'until',
          (day) => `Зараз картка тут не діє. Перерва триватиме до ${day} включно.`,
          'Зараз картка тут не діє.',
        ),
      },
      coming: {
        title: 'Незабаром',
        text: byDay(
          'uk',
          'from',
          (day) => `Картка діє тут з ${day}`,
          'Муніципалітет ще готується приймати картку.',
        ),
      },
      closed: { title: 'Це місце закрилося', text: () => 'Картка тут більше не діє.' },
      merged: {
        title: 'Це місце об’єднали з іншим',
        text: () => 'Актуальні дані — на сторінці нового місця.',
      },
      over: {
        title: 'Це тимчасове місце вже не працює',
        text: byDay('uk', 'until', (day) => `Воно працювало до ${day}`),
      },
      left: {
        title: 'Картка тут більше не використовується',
        text: () => 'Муніципалітет більше не бере участі в Kaikukortti.',
      },
    }),
  },
  so: {
    sites: 'Halka kaarka laga isticmaalo',
    description: (name, place) =>
      `${name}, ${place}: waxa aad Kaikukortti ku hesho iyo sida tigidhka loo helo.`,
    popUp: 'Goob ku-meelgaar ah',
    popUpUntil: (day) => `Kaarku wuxuu halkan ka shaqaynayaa ilaa ${day}.`,
    empty: 'Goobtu weli ma sheegin waxa aad kaarka ku hesho. Weydii goobta ka hor intaadan tegin.',
    successor: 'Eeg goobta cusub',
    others: 'Eeg goobo kale',
    share: 'La wadaag ama koobiyee ciwaanka bogga',
    shared: 'Ciwaanka waa la koobiyeeyay',
    address: 'Ciwaanka bogga',
    print: 'Daabac bogga',
    wrong: 'Noo sheeg haddii wax khaldan yihiin',
    facts: 'Kooban',
    standings: told({
      paused: {
        title: 'Goobtu hadda way hakad ku jirtaa',
        text: byDay(
          'so',
          'until',
          (day) => `Kaarku hadda halkan kama shaqeeyo. Hakadku wuxuu socdaa ilaa ${day}.`,
          'Kaarku hadda halkan kama shaqeeyo.',
        ),
      },
      coming: {
        title: 'Way soo socotaa',
        text: byDay(
          'so',
          'from',
          (day) => `Kaarku wuxuu halkan ka shaqaynayaa laga bilaabo ${day}.`,
          'Degmadu weli way u diyaar garoobaysaa kaarka.',
        ),
      },
      closed: { title: 'Goobtu way xidhan tahay', text: () => 'Kaarku halkan kama shaqeeyo mar dambe.' },
      merged: {
        title: 'Goobta waxaa lagu daray mid kale',
        text: () => 'Xogta cusub waxay ku taal bogga goobta cusub.',
      },
      over: {
        title: 'Goobtan ku-meelgaarka ahi way dhammaatay',
        text: byDay('so', 'until', (day) => `Waxay dhammaatay ${day}.`),
      },
      left: {
        title: 'Kaarka halkan lagama isticmaalo mar dambe',
        text: () => 'Degmadu kama mid aha Kaikukortti mar dambe.',
      },
    }),
  },
  se: {
    sites: 'Masa koarttain beassá',
    description: (name, place) => `${name}, ${place}: maid Kaikukorttiin oažžu ja mo bileahta háhká.`,
    popUp: 'Pop up',
    popUpUntil: (day) => `Koarta gusto dáppe gitta ${day}.`,
    empty: 'Báiki ii leat vel muitalan, maid koarttain oažžu. Jeara báikkis ovdal go vuolggát.',
    successor: 'Geahča ođđa báikki',
    others: 'Geahča eará báikkiid',
    share: 'Juoge dahje kopiere siiddu čujuhusa',
    shared: 'Čujuhus lea kopierejuvvon',
    address: 'Siiddu čujuhus',
    print: 'Čálit siiddu',
    wrong: 'Muital, jus juoga lea boastut',
    facts: 'Oanehaččat',
    standings: told({
      paused: {
        title: 'Báiki lea dál boattus',
        text: byDay(
          'se',
          'until',
          (day) => `Koarta ii gusto dáppe dál. Boddu bistá gitta ${day}.`,
          'Koarta ii gusto dáppe dál.',
        ),
      },
      coming: {
        title: 'Boahtá',
        text: byDay(
          'se',
          'from',
          (day) => `Koarta gusto dáppe ${day} rájes.`,
          'Gielda ráhkkanahttá vel koartta atnui.',
        ),
      },
      closed: { title: 'Báiki lea giddejuvvon', text: () => 'Koarta ii gusto dáppe šat.' },
      merged: { title: 'Báiki lea ovttastuvvon nubbái', text: () => 'Ođđa dieđut leat ođđa báikki siiddus.' },
      over: {
        title: 'Dát pop up -báiki lea nohkan',
        text: byDay('se', 'until', (day) => `Dat nogai ${day}.`),
      },
      left: { title: 'Koarta ii leat šat dáppe anus', text: () => 'Gielda ii leat šat mielde Kaikukorttis.' },
    }),
  },
})
