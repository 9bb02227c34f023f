import { createHash } from 'node:crypto'
import type { Write } from '../db/db.ts'
import type { HolderLanguage } from '../i18n/holder-languages.ts'
import { addDays, dayOf } from '../lib/dates.ts'
import { instantAt } from './clock.ts'

type About = 'site' | 'card' | 'website' | 'accessibility' | 'other'
type Told = {
  about: About
  /** Days since it was sent. */
  ago: number
  message: string
  language?: HolderLanguage
  way?: 'none' | 'link' | 'email'
  /** To the centre, not to the demo area. */
  isCentre?: boolean
  isWorking?: boolean
  answer?: string
  note?: string
  /** What the area asked the centre about it, and waits for. */
  question?: string
  closed?: 'handled' | 'spam' | 'quiet'
}

/** Invented, of every kind: new and old, in several languages, answered, closed, near the end of its time and past it. */
const told: Told[] = [
  {
    ...{ about: 'accessibility', ago: 16, isCentre: true },
    message: 'Ruudunlukija ei lue tilastosivun karttaa. Pääseekö lukuihin muuten?',
  },
  {
    ...{ about: 'accessibility', ago: 12, isWorking: true },
    message: 'Teatterin takaovella on kaksi porrasta. Verkkosivulla lukee, että sisään pääsee pyörätuolilla.',
    note: 'Kysyin teatterilta. Ramppi tulee ensi viikolla.',
  },
  {
    ...{ about: 'site', ago: 2, way: 'email' },
    message: 'Lipunmyynnissä ei tunnettu korttia. Jouduin selittämään kolme kertaa.\nLopulta pääsin sisään.',
  },
  {
    ...{ about: 'card', ago: 1, language: 'ar' },
    message: 'أين أحصل على البطاقة في كاياني؟ هل أحتاج إلى أوراق؟',
  },
  {
    ...{ about: 'card', ago: 4, language: 'ru' },
    message: 'Карта заканчивается через неделю. Куда мне идти за новой?',
  },
  {
    ...{ about: 'other', ago: 0, way: 'none' },
    message: 'Kiitos kortista. Kävin ensimmäistä kertaa kymmeneen vuoteen konsertissa.',
  },
  {
    ...{ about: 'site', ago: 6, language: 'sv' },
    message: 'Kan jag ta med mitt barnbarn till simhallen med kortet?',
    question: 'Koskeeko lasten lippu myös lapsenlapsia, jos he asuvat muualla?',
  },
  {
    ...{ about: 'website', ago: 9, isCentre: true, language: 'fi-simple' },
    message: 'En löydä uimahallia. Missä se on?',
  },
  {
    ...{ about: 'card', ago: 25, message: 'Voiko opiskelija saada kortin?' },
    answer:
      'Hei! Voi, jos rahatilanteesi on tiukka ja olet jonkin korttia jakavan palvelun asiakas.\nKysy esimerkiksi nuorisotyöstä tai diakoniatyöstä.',
  },
  {
    ...{ about: 'site', ago: 40, language: 'uk' },
    message: 'У музеї попросили показати паспорт. Чи це правильно?',
    answer:
      'Hei! Kohde voi pyytää henkilötodistuksen, mutta kuvallinen ei ole pakko. Puhuimme asiasta museon kanssa.',
  },
  {
    ...{ about: 'website', ago: 30, isCentre: true, language: 'en' },
    message: 'The list of places does not show opening hours. Could it?',
    answer: 'Thank you. The hours change often, so each place tells them on its own page. We added a link.',
  },
  {
    ...{ about: 'website', ago: 130, isCentre: true, language: 'so' },
    message: 'Bogga ma furmayo telefoonkayga hore.',
    closed: 'quiet',
  },
  { about: 'other', ago: 20, way: 'none', message: 'Osta halpoja aurinkolaseja tänään.', closed: 'spam' },
]

type Given = { areaId: number; siteId: number; coordinator: string; centre: string; now: Date }
const daysFor = (about: About) => (about === 'accessibility' ? 14 : 21)

/** Days until it was answered or closed; what ends by itself has waited long. */
const daysOpen = ({ closed }: Told) => (closed === 'quiet' ? 90 : 3)

/** A dozen threads. Nobody has their links: what hashes to the kept values was never made. */
export const makeFeedback = async (db: Write, { areaId, siteId, coordinator, centre, now }: Given) => {
  const today = dayOf(now)
  for (const [index, one] of told.entries()) {
    const sentAt = one.ago === 0 ? now : instantAt(addDays(today, -one.ago), 11 * 60 + index)
    const endedAt =
      one.answer || one.closed ? instantAt(addDays(today, daysOpen(one) - one.ago), 9 * 60) : null
    const actor = one.isCentre ? centre : coordinator
    const secret = (purpose: string) => createHash('sha256').update(`demo ${purpose} ${index}`).digest()
    const { id } = await db
      .insertInto('feedback')
      .values({
        ...{ seed: secret('seed'), secret_hash: secret('link'), about: one.about },
        ...{ language: one.language ?? 'fi', way: one.way ?? 'link' },
        email: one.way === 'email' ? 'aino@esimerkki.example' : null,
        site_id: one.about === 'site' ? siteId : null,
        area_id: one.isCentre ? null : areaId,
        state: one.closed ? 'closed' : one.answer ? 'answered' : one.isWorking ? 'working' : 'new',
        close_reason: one.closed ?? null,
        ...{ sent_at: sentAt, due_on: addDays(dayOf(sentAt), daysFor(one.about)) },
        ...{
          ended_at: endedAt,
          changed_at: endedAt ?? sentAt,
          changed_by: one.closed === 'quiet' ? 'kaiku' : endedAt ? actor : null,
        },
        asked_at: one.question ? instantAt(addDays(today, -1), 12 * 60) : null,
        ...{ told_at: sentAt, warned_at: sentAt, overdue_told_at: sentAt },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const said = (author: 'writer' | 'answerer' | 'note' | 'question', body: string, at: Date) => ({
      ...{ feedback_id: id, author, body, written_at: at },
      written_by: author === 'writer' ? null : actor,
    })
    await db
      .insertInto('feedback_message')
      .values([
        said('writer', one.message, sentAt),
        ...(one.question ? [said('question', one.question, instantAt(addDays(today, -1), 12 * 60))] : []),
        ...(one.note ? [said('note', one.note, instantAt(addDays(today, -1), 10 * 60))] : []),
        ...(one.answer && endedAt ? [said('answerer', one.answer, endedAt)] : []),
      ])
      .execute()
  }
}
