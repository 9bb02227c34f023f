import { translated } from '../i18n/translated.ts'
import type { Letter } from '../mail/queries.ts'
import type { PlaceKind, RemindedStep } from './rules.ts'

/** What waits for whoever asked, by step: what it is, in one sentence. */
const waiting = (sentences: Record<RemindedStep, string>) => sentences
/** A unit is not in before the national centre has approved it: it is not welcomed yet. */
const accepted = (sentences: Record<PlaceKind, { subject: string; told: (place: string) => string }>) =>
  sentences
const byKind = (sentences: Record<PlaceKind, string>) => sentences

const fi = {
  told: byKind({ unit: 'haluaa jakaa kortteja', site: 'haluaa kohteeksi' }),
  accepted: accepted({
    unit: { subject: 'Pyyntösi etenee', told: (place) => `Alueen vastuuhenkilö esitti mukaan: ${place}.` },
    site: { subject: 'Tervetuloa mukaan Kaikukorttiin', told: (place) => `${place} otettiin mukaan.` },
  }),
  next: byKind({
    unit: 'Kaikukeskus hyväksyy vielä uuden yksikön. Sitten tehdään sitoumus, ja saat tunnuksen.',
    site: 'Seuraavaksi tehdään sitoumus ja saat tunnuksen. Sen jälkeen käyt perehdytyksen ja liität kassan laitteen.',
  }),
  waits: waiting({
    account: 'Kutsu odottaa vastaustasi. Avaa tunnus kutsun linkistä.',
    induction: 'Perehdytys on käymättä. Voit tehdä sen osissa.',
    cards: 'Ensimmäiset kortit odottavat sinua. Tilaa ne tai merkitse ne saapuneiksi.',
    desk: 'Kassan laite on liittämättä. Siihen menee muutama minuutti.',
  }),
}
const sv = {
  told: byKind({ unit: 'vill dela ut kort', site: 'vill bli ett ställe' }),
  accepted: accepted({
    unit: { subject: 'Din begäran går vidare', told: (place) => `Områdets ansvariga föreslog: ${place}.` },
    site: { subject: 'Välkommen med i Kaikukortet', told: (place) => `${place} har tagits med.` },
  }),
  next: byKind({
    unit: 'Kaikukeskus ska ännu godkänna enheten. Sedan görs en förbindelse, och du får ett konto.',
    site: 'Härnäst görs en förbindelse och du får ett konto. Sedan går du introduktionen och kopplar kassans enhet.',
  }),
  waits: waiting({
    account: 'Inbjudan väntar på ditt svar. Öppna kontot från länken i inbjudan.',
    induction: 'Introduktionen är inte gjord. Du kan göra den i delar.',
    cards: 'De första korten väntar på dig. Beställ dem eller ta emot dem.',
    desk: 'Kassans enhet är inte kopplad. Det tar några minuter.',
  }),
}
const en = {
  told: byKind({ unit: 'wants to give cards', site: 'wants to be a venue' }),
  accepted: accepted({
    unit: { subject: 'Your request goes on', told: (place) => `The area coordinator proposed: ${place}.` },
    site: { subject: 'Welcome to the Kaikukortti', told: (place) => `${place} was taken in.` },
  }),
  next: byKind({
    unit: 'Kaikukeskus still has to approve a new unit. Then come a commitment and an account.',
    site: 'Next come a commitment and an account. Then you go through the induction and pair the desk.',
  }),
  waits: waiting({
    account: 'The invitation waits for you. Open the account by its link.',
    induction: 'The induction has not been done. You can do it in parts.',
    cards: 'The first cards wait for you. Order them or receive them.',
    desk: 'No device has been paired at the desk. It takes a few minutes.',
  }),
}

/** The letters of a place's way in. */
export const letterWords = translated({
  fi: {
    received: (place: string): Letter => ({
      subject: 'Pyyntösi on tullut perille',
      paragraphs: ['Kiitos. Saimme pyyntösi tulla mukaan Kaikukorttiin.', place],
      after: ['Vastaus tulee tähän osoitteeseen. Jos et ole pyytänyt tätä, jätä viesti huomiotta.'],
    }),
    told: (kind: PlaceKind, place: string, url: string): Letter => ({
      subject: 'Uusi paikka pyytää mukaan',
      paragraphs: [`${place} ${fi.told[kind]}.`],
      link: { label: 'Avaa pyyntö', url },
      after: ['Vastaa pyytäjälle pyynnön sivulla.'],
    }),
    accepted: (kind: PlaceKind, place: string): Letter => ({
      subject: fi.accepted[kind].subject,
      paragraphs: [fi.accepted[kind].told(place), fi.next[kind]],
      after: ['Sitoumus ja kutsu tulevat sinulle omina viesteinään.'],
    }),
    declined: (place: string, reason: string): Letter => ({
      subject: 'Vastaus pyyntöösi',
      paragraphs: ['Kiitos pyynnöstäsi. Emme voi ottaa paikkaa mukaan juuri nyt.', place, reason],
      after: ['Voit pyytää uudelleen myöhemmin.'],
    }),
    waits: (step: RemindedStep, place: string, url: string): Letter => ({
      subject: 'Kaikukortin aloitus odottaa sinua',
      paragraphs: [place, fi.waits[step]],
      link: { label: 'Katso seuraava askel', url },
    }),
  },
  sv: {
    received: (place: string): Letter => ({
      subject: 'Din begäran har kommit fram',
      paragraphs: ['Tack. Vi har fått din begäran att komma med i Kaikukortet.', place],
      after: ['Svaret kommer till den här adressen. Har du inte bett om detta kan du strunta i brevet.'],
    }),
    told: (kind: PlaceKind, place: string, url: string): Letter => ({
      subject: 'En ny plats vill komma med',
      paragraphs: [`${place} ${sv.told[kind]}.`],
      link: { label: 'Öppna begäran', url },
      after: ['Svara den som frågade på begärans sida.'],
    }),
    accepted: (kind: PlaceKind, place: string): Letter => ({
      subject: sv.accepted[kind].subject,
      paragraphs: [sv.accepted[kind].told(place), sv.next[kind]],
      after: ['Förbindelsen och inbjudan kommer till dig i egna brev.'],
    }),
    declined: (place: string, reason: string): Letter => ({
      subject: 'Svar på din begäran',
      paragraphs: ['Tack för din begäran. Vi kan inte ta med platsen just nu.', place, reason],
      after: ['Du kan fråga på nytt senare.'],
    }),
    waits: (step: RemindedStep, place: string, url: string): Letter => ({
      subject: 'Starten med Kaikukortet väntar på dig',
      paragraphs: [place, sv.waits[step]],
      link: { label: 'Se nästa steg', url },
    }),
  },
  en: {
    received: (place: string): Letter => ({
      subject: 'Your request has arrived',
      paragraphs: ['Thank you. We have your request to join the Kaikukortti.', place],
      after: ['The answer comes to this address. If you did not ask for this, you can ignore the letter.'],
    }),
    told: (kind: PlaceKind, place: string, url: string): Letter => ({
      subject: 'A new place asks to join',
      paragraphs: [`${place} ${en.told[kind]}.`],
      link: { label: 'Open the request', url },
      after: ['Answer whoever asked on the page of the request.'],
    }),
    accepted: (kind: PlaceKind, place: string): Letter => ({
      subject: en.accepted[kind].subject,
      paragraphs: [en.accepted[kind].told(place), en.next[kind]],
      after: ['The commitment and the invitation come to you in letters of their own.'],
    }),
    declined: (place: string, reason: string): Letter => ({
      subject: 'Answer to your request',
      paragraphs: ['Thank you for your request. We cannot take the place in just now.', place, reason],
      after: ['You can ask again later.'],
    }),
    waits: (step: RemindedStep, place: string, url: string): Letter => ({
      subject: 'Getting started waits for you',
      paragraphs: [place, en.waits[step]],
      link: { label: 'See the next step', url },
    }),
  },
})
