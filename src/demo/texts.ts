import type { Write } from '../db/db.ts'
import type { Language } from '../i18n/translated.ts'
import { addDays, dayOf } from '../lib/dates.ts'
import {
  addContent,
  addVersion,
  findVersionText,
  listContents,
  listVersions,
  saveStoryDetails,
} from '../pages/edit-queries.ts'
import { fillPages, plainText } from '../pages/fill.ts'
import { type AddedKind, type Professional, type Status, slugOf, type Teller } from '../pages/rules.ts'

type By = { actor: string; now: Date }
type Words = { title: string; lead: string; body: string }
type Told = Partial<Record<Language, Words>> & { audience?: Professional }

/** Writes one content in its languages, each translated from the Finnish one. `days` from now is when it is shown. */
const write = async (db: Write, kind: AddedKind, told: Told, days: number | null, by: By) => {
  const content = await addContent(
    db,
    { kind, key: slugOf(told.fi!.title), audience: told.audience ?? null },
    by,
  )
  const publishAt = days === null ? null : new Date(by.now.getTime() + days * 86_400_000)
  const status: Status = days === null ? 'draft' : days > 0 ? 'scheduled' : 'published'
  let finnish: number | null = null
  for (const language of ['fi', 'sv', 'en'] as const) {
    const text = told[language]
    if (!text) continue
    const made = { contentId: content, language, ...text, plain: plainText(text), status, publishAt }
    const id = await addVersion(db, { ...made, translatedFrom: finnish, shippedHash: null }, by)
    finnish ??= id
  }
  return content
}

const news: [days: number | null, told: Told][] = [
  [
    -40,
    {
      fi: {
        title: 'Kortin voi nyt uusia puhelimessa',
        lead: 'Jos korttisi on vanhenemassa, kortinjakaja voi uusia sen puhelinsoitolla.',
        body: 'Soita sinne, mistä sait korttisi. Uusi kortti tulee postissa.\n\n## Mitä tarvitset\n\n- Korttisi tunnuksen\n- Syntymävuotesi',
      },
      sv: {
        title: 'Kortet kan nu förnyas per telefon',
        lead: 'När ditt kort håller på att gå ut kan kortutdelaren förnya det med ett samtal.',
        body: 'Ring dit där du fick ditt kort. Det nya kortet kommer på posten.\n\n## Vad du behöver\n\n- Kortets kod\n- Ditt födelseår',
      },
      en: {
        title: 'The card can now be renewed by phone',
        lead: 'When your card is about to expire, the card issuer can renew it with a call.',
        body: 'Call the place where you got your card. The new card comes by post.\n\n## What you need\n\n- The code of your card\n- Your year of birth',
      },
    },
  ],
  [
    -6,
    {
      fi: {
        title: 'Kortilla pääset nyt myös puistokonsertteihin',
        lead: 'Viisi puistokonserttien järjestäjää on tullut mukaan.',
        body: 'Näet konsertit, kun katsot, [mihin kortilla pääsee](/fi/kohteet).',
      },
    },
  ],
  [
    7,
    {
      audience: 'issuers',
      fi: {
        title: 'Syksyn koulutukset kortinjakajille',
        lead: 'Koulutukset pidetään verkossa. Yksi koulutus kestää tunnin.',
        body: 'Päivät ovat sivulla [Koulutukset](/fi/koulutukset).',
      },
    },
  ],
  [
    -12,
    {
      audience: 'venues',
      fi: {
        title: 'Kassa toimii nyt myös ilman verkkoa',
        lead: 'Avaa kassa kerran verkossa. Sen jälkeen se toimii myös kellarissa ja puistossa.',
        body: 'Kirjaukset lähtevät itsestään, kun laite on taas verkossa. [Harjoittele kassaa](/fi/kassa/harjoittelu).',
      },
      sv: {
        title: 'Kassan fungerar nu också utan nät',
        lead: 'Öppna kassan en gång på nätet. Sedan fungerar den också i källaren och i parken.',
        body: 'Registreringarna skickas när enheten är på nätet igen. [Öva på kassan](/sv/kassa/ovning).',
      },
      en: {
        title: 'The desk now works without a network too',
        lead: 'Open the desk once with a network. After that it works in a cellar and in a park too.',
        body: 'Records are sent when the device is online again. [Practise the desk](/en/desk/practice).',
      },
    },
  ],
  [null, { fi: { title: 'Vuoden luvut', lead: '', body: 'Luvut lisätään tähän tammikuussa.' } }],
]

type Voice = { teller: Teller; place: string; hasLeave: boolean; told: Told }
const stories: Voice[] = [
  {
    ...{ teller: 'holder', place: 'Kajaani', hasLeave: true },
    told: {
      fi: {
        title: 'Ensimmäinen konsertti vuosiin',
        lead: '',
        body: 'Näytin korttia kassalla, ja sain lipun niin kuin kaikki muutkin. Kukaan ei kysynyt mitään.',
      },
      sv: {
        title: 'Första konserten på åratal',
        lead: '',
        body: 'Jag visade kortet i kassan och fick min biljett som alla andra. Ingen frågade något.',
      },
      en: {
        title: 'The first concert in years',
        lead: '',
        body: 'I showed the card at the desk and got my ticket like everybody else. Nobody asked anything.',
      },
    },
  },
  {
    ...{ teller: 'issuer', place: 'Kuhmo', hasLeave: true },
    told: {
      fi: {
        title: 'Keskustelu muuttuu',
        lead: '',
        body: 'Kun annan kortin, puhumme hetken jostain mukavasta. Seuraavalla kerralla kuulen, miltä elokuva tuntui.',
      },
    },
  },
  {
    ...{ teller: 'site', place: 'Suomussalmi', hasLeave: true },
    told: {
      fi: {
        title: 'Salissa on uusia kasvoja',
        lead: '',
        body: 'Tyhjälle tuolille tuli istuja, joka tuli uudestaan. Kassalla korttiin kuluu hetki.',
      },
      sv: {
        title: 'Nya ansikten i salongen',
        lead: '',
        body: 'På den tomma stolen satte sig någon som kom igen. I kassan tar kortet en kort stund.',
      },
      en: {
        title: 'New faces in the hall',
        lead: '',
        body: 'Somebody sat down on the empty chair, and came again. At the desk the card takes a moment.',
      },
    },
  },
  {
    ...{ teller: 'area', place: 'Kajaani', hasLeave: true },
    told: {
      fi: {
        title: 'Kaksi hallinnonalaa, yksi pöytä',
        lead: '',
        body: 'Kulttuuri ja sosiaalityö suunnittelivat ensin kortin. Nyt suunnittelemme muutakin yhdessä.',
      },
    },
  },
  {
    ...{ teller: 'holder', place: 'Sotkamo', hasLeave: false },
    told: { fi: { title: 'Uimahalli pelasti talven', lead: '', body: 'Kävin uimassa joka viikko.' } },
  },
]

const question: Told = {
  fi: {
    title: 'Voinko käyttää korttia lomamatkalla?',
    lead: '',
    body: 'Voit. Kortti käy kaikilla alueilla, joilla se on vakituisesti käytössä.',
  },
  sv: {
    title: 'Kan jag använda kortet på semesterresan?',
    lead: '',
    body: 'Ja. Kortet gäller i alla områden där det används permanent.',
  },
  en: {
    title: 'Can I use the card on holiday?',
    lead: '',
    body: 'Yes. The card works in every area where it is in permanent use.',
  },
}

const issuersQuestion: Told = {
  audience: 'issuers',
  fi: {
    title: 'Voinko antaa kortin kotikäynnillä?',
    lead: '',
    body: 'Voit. Avaa Kaikukanta puhelimella ja rekisteröi kortti heti.',
  },
  sv: {
    title: 'Kan jag ge kortet vid ett hembesök?',
    lead: '',
    body: 'Ja. Öppna Kaikukanta på telefonen och registrera kortet genast.',
  },
  en: {
    title: 'Can I give a card on a home visit?',
    lead: '',
    body: 'Yes. Open Kaikukanta on your phone and register the card at once.',
  },
}

/** The centre has added to one Finnish page, so that its translations are behind. */
const changeAPage = async (db: Write, by: By) => {
  const page = (await listContents(db, '')).find(({ key }) => key === 'for-me')!
  const before = (await listVersions(db, page.id)).find(({ language }) => language === 'fi')
  const text = before && (await findVersionText(db, before.id))
  if (!before || !text) return
  const changed = { ...text, body: `${text.body}\n\n## Saanko kysyä ensin\n\nSaat. Kysyä voi ilman nimeä.` }
  await addVersion(
    db,
    {
      ...{ contentId: page.id, language: 'fi', title: changed.title, lead: changed.lead, body: changed.body },
      ...{ plain: plainText(changed), status: 'published', publishAt: by.now },
      ...{ translatedFrom: null, shippedHash: before.shippedHash },
    },
    by,
  )
}

/** News, stories and a question of the centre's, some of them still to come, and a page that it has changed. */
export const makeTexts = async (db: Write, by: By): Promise<void> => {
  await fillPages(db, by.now)
  for (const [days, told] of news) await write(db, 'news', told, days, by)
  for (const { teller, place, hasLeave, told } of stories) {
    const id = await write(db, 'story', told, -20, by)
    const leaveOn = hasLeave ? addDays(dayOf(by.now), -25) : null
    const leaveFrom = hasLeave ? 'Kertoja itse' : null
    const year = Number(dayOf(by.now).slice(0, 4))
    await saveStoryDetails(db, id, { teller, place, year, source: 'Keksitty esimerkki', leaveOn, leaveFrom })
  }
  await write(db, 'question', question, -10, by)
  await write(db, 'question', issuersQuestion, -9, by)
  await changeAPage(db, by)
}
