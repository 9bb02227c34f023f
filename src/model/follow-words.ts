import { paths as commitments } from '../commitments/words.ts'
import { formatDay, type Language, translated } from '../i18n/translated.ts'
import { addDays, type Day } from '../lib/dates.ts'
import { fill } from '../web/paths.ts'
import { type ConsequenceKind, type Follow, firstOf } from './follow-rules.ts'
import { publicPaths } from './words.ts'

const kinds = (words: Record<ConsequenceKind, string>) => words

/** What a place is told of what follows, before it bites and after. Neighbours show it above their own work. */
export const followWords = translated({
  fi: {
    titleSoon: (last: string) => `Sitoudu uuteen toimintamalliin ${last} mennessä`,
    titleNow: 'Sitoutuminen toimintamalliin puuttuu',
    soon: kinds({
      warn: 'Lue, mitä muuttuu, ja sitoudu ajoissa.',
      'no-new-cards': 'Sen jälkeen uusia kortteja ei voi rekisteröidä.',
      'no-new-events': 'Sen jälkeen uusia tapahtumia ei voi lisätä.',
      'no-new-pairings': 'Sen jälkeen uusia laitteita ei voi liittää.',
    }),
    now: kinds({
      warn: 'Lue, mitä muuttuu, ja sitoudu nyt.',
      'no-new-cards': 'Uusia kortteja ei voi rekisteröidä ennen sitoutumista.',
      'no-new-events': 'Uusia tapahtumia ei voi lisätä ennen sitoutumista.',
      'no-new-pairings': 'Uusia laitteita ei voi liittää ennen sitoutumista.',
    }),
    goesOn: { issuers: 'Nykyisten korttien uusiminen jatkuu.', venues: 'Kassa toimii koko ajan.' },
    sign: 'Lue ja allekirjoita sitoumus',
    ask: 'Pyydä sitoumus alueesi vastuuhenkilöltä.',
    changes: 'Katso, mitä muuttuu',
  },
  sv: {
    titleSoon: (last: string) => `Förbind dig till den nya verksamhetsmodellen senast ${last}`,
    titleNow: 'Förbindelsen till verksamhetsmodellen saknas',
    soon: kinds({
      warn: 'Läs vad som ändras och förbind dig i tid.',
      'no-new-cards': 'Efter det går det inte att registrera nya kort.',
      'no-new-events': 'Efter det går det inte att lägga till nya evenemang.',
      'no-new-pairings': 'Efter det går det inte att ansluta nya enheter.',
    }),
    now: kinds({
      warn: 'Läs vad som ändras och förbind dig nu.',
      'no-new-cards': 'Nya kort kan inte registreras före förbindelsen.',
      'no-new-events': 'Nya evenemang kan inte läggas till före förbindelsen.',
      'no-new-pairings': 'Nya enheter kan inte anslutas före förbindelsen.',
    }),
    goesOn: { issuers: 'Kort som redan finns kan förnyas som förut.', venues: 'Kassan fungerar hela tiden.' },
    sign: 'Läs och underteckna förbindelsen',
    ask: 'Be områdets ansvarsperson om en förbindelse.',
    changes: 'Se vad som ändras',
  },
  en: {
    titleSoon: (last: string) => `Commit to the new operating model by ${last}`,
    titleNow: 'A commitment to the operating model is missing',
    soon: kinds({
      warn: 'Read what changes, and commit in time.',
      'no-new-cards': 'After that no new cards can be registered.',
      'no-new-events': 'After that no new events can be added.',
      'no-new-pairings': 'After that no new devices can be paired.',
    }),
    now: kinds({
      warn: 'Read what changes, and commit now.',
      'no-new-cards': 'No new cards can be registered before you commit.',
      'no-new-events': 'No new events can be added before you commit.',
      'no-new-pairings': 'No new devices can be paired before you commit.',
    }),
    goesOn: { issuers: 'Cards can be renewed as before.', venues: 'The desk works all the time.' },
    sign: 'Read and sign the commitment',
    ask: 'Ask your area coordinator for a commitment.',
    changes: 'See what changes',
  },
})

/**
 * The notice above a place's work; null where nothing follows.
 * @param waiting the commitment that waits for the place's signature, if one does
 */
export const followNotice = (
  language: Language,
  follows: readonly Follow[],
  waiting: number | undefined,
): { title: string; lines: string[]; links: { label: string; href: string }[] } | null => {
  const first = firstOf(follows)
  if (!first) return null
  const t = followWords[language]
  const last = (on: Day) => formatDay(language, addDays(on, -1))
  // What comes on the same day as the first is told in one breath; what comes later is told when its turn has come.
  const together = follows.filter(({ bites, on }) => (first.bites ? bites : on === first.on))
  const stops = together.filter(({ kind }) => kind !== 'warn')
  const kind = (stops.length > 0 ? stops : together).map((one) => (first.bites ? t.now : t.soon)[one.kind])
  const version = Math.max(...together.map((one) => one.version))
  const isIssuers = follows.some((one) => one.kind === 'no-new-cards')
  const goesOn = stops.length > 0 ? [t.goesOn[isIssuers ? 'issuers' : 'venues']] : []
  return {
    title: first.bites ? t.titleNow : t.titleSoon(last(first.on)),
    lines: [...kind, ...goesOn, ...(waiting === undefined ? [t.ask] : [])],
    links: [
      ...(waiting === undefined
        ? []
        : [{ label: t.sign, href: fill(commitments.one[language], { commitment: waiting }) }]),
      ...(version > 1
        ? [{ label: t.changes, href: fill(publicPaths.changes[language], { model: version }) }]
        : []),
    ],
  }
}
