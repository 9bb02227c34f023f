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

/** What a site’s page says first when the card does not simply work there. */
export const standingWords = translatedForHolders({
  fi: {
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
