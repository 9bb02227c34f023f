import type { Way } from '../commitments/rules.ts'
import { paths as commitments } from '../commitments/words.ts'
import { formatDay, type Language, plural, translated } from '../i18n/translated.ts'
import type { Letter } from '../mail/queries.ts'
import { fill } from '../web/paths.ts'
import { paths } from './words.ts'

type ReminderFacts = { title: string; party: string; from: string; answerUntil: string; way: Way }
const ways = (texts: Record<Way, string>) => texts

const reminders = translated({
  fi: {
    subject: (party: string) => `Muistutus: Kaikukortti-sitoumus odottaa, ${party}`,
    hello: 'Hei,',
    waits: (party: string) => `Sitoumus odottaa vielä tämän osapuolen allekirjoitusta: ${party}.`,
    title: (title: string, day: string) => `Sitoumus: ${title}. Viimeinen päivä on ${day}.`,
    ways: ways({
      account: 'Kirjaudu Kaikukantaan omilla tunnuksillasi, lue sitoumus ja allekirjoita se.',
      link: 'Avaa linkki, jonka sait aiemmin. Jos se ei enää toimi, pyydä lähettäjältä uusi.',
      paper: 'Allekirjoita paperi ja palauta se lähettäjälle.',
    }),
    sender: (from: string) => `Lähettäjä: ${from}. Häneltä voit myös kysyä lisää.`,
    open: 'Avaa sitoumus',
  },
  sv: {
    subject: (party: string) => `Påminnelse: en Kaikukortsförbindelse väntar, ${party}`,
    hello: 'Hej,',
    waits: (party: string) => `Förbindelsen väntar ännu på den här partens underskrift: ${party}.`,
    title: (title: string, day: string) => `Förbindelsen: ${title}. Den sista dagen är ${day}.`,
    ways: ways({
      account: 'Logga in i Kaikukanta med ditt eget konto, läs förbindelsen och underteckna den.',
      link: 'Öppna länken som du fick tidigare. Be avsändaren om en ny om den inte fungerar längre.',
      paper: 'Underteckna papperet och skicka det till avsändaren.',
    }),
    sender: (from: string) => `Avsändare: ${from}. Där kan du också fråga mer.`,
    open: 'Öppna förbindelsen',
  },
  en: {
    subject: (party: string) => `Reminder: a Kaikukortti commitment waits, ${party}`,
    hello: 'Hello,',
    waits: (party: string) => `The commitment still waits for the signature of this party: ${party}.`,
    title: (title: string, day: string) => `The commitment: ${title}. The last day is ${day}.`,
    ways: ways({
      account: 'Sign in to Kaikukanta with your own account, read the commitment and sign it.',
      link: 'Open the link that you got earlier. If it no longer works, ask the sender for a new one.',
      paper: 'Sign the paper and return it to the sender.',
    }),
    sender: (from: string) => `Sender: ${from}. You can also ask there.`,
    open: 'Open the commitment',
  },
})

/** Reminds a party that has not signed. Only who has an account gets an address: a link is nobody's but its holder's. */
export const reminderLetter = (
  language: Language,
  { title, party, from, answerUntil, way }: ReminderFacts,
  { origin, commitmentId }: { origin: string; commitmentId: number },
): Letter => {
  const t = reminders[language]
  const url = origin + fill(commitments.one[language], { commitment: commitmentId })
  return {
    subject: t.subject(party),
    paragraphs: [
      ...[t.hello, t.waits(party), t.title(title, formatDay(language, answerUntil))],
      ...[t.ways[way], t.sender(from)],
    ],
    ...(way === 'account' ? { link: { label: t.open, url } } : {}),
  }
}

/** As many are named in a letter; the list has the rest. */
const mostNamed = 10

const expired = translated({
  fi: {
    subject: plural('fi', {
      one: 'Sitoumuksen määräaika meni ohi',
      other: '# sitoumuksen määräaika meni ohi',
    }),
    lead: 'Allekirjoitusaika loppui, ennen kuin kaikki ehtivät allekirjoittaa.',
    more: plural('fi', { one: 'Lisäksi # muu.', other: 'Lisäksi # muuta.' }),
    todo: 'Voit avata sitoumuksen luonnokseksi, siirtää määräpäivää ja lähettää sen uudelleen.',
    open: 'Avaa luonnokset',
  },
  sv: {
    subject: plural('sv', {
      one: 'Tiden för en förbindelse gick ut',
      other: 'Tiden för # förbindelser gick ut',
    }),
    lead: 'Tiden för underskrift gick ut innan alla hann underteckna.',
    more: plural('sv', { one: 'Dessutom # till.', other: 'Dessutom # till.' }),
    todo: 'Du kan öppna förbindelsen som utkast, flytta den sista dagen och skicka den på nytt.',
    open: 'Öppna utkasten',
  },
  en: {
    subject: plural('en', {
      one: 'The time of a commitment is over',
      other: 'The time of # commitments is over',
    }),
    lead: 'The time for signing ended before everyone had signed.',
    more: plural('en', { one: 'And # more.', other: 'And # more.' }),
    todo: 'Open the commitment as a draft, move the last day and send it again.',
    open: 'Open the drafts',
  },
})

/** Tells a keeper which commitments nobody signed in time. @param titles in the reader's language */
export const expiredLetter = (language: Language, titles: readonly string[], origin: string): Letter => {
  const t = expired[language]
  const rest = titles.length - mostNamed
  return {
    subject: t.subject(titles.length),
    paragraphs: [t.lead, ...titles.slice(0, mostNamed), ...(rest > 0 ? [t.more(rest)] : []), t.todo],
    link: { label: t.open, url: origin + paths.list[language] },
  }
}
