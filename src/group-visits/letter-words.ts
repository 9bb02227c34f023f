import { translated } from '../i18n/translated.ts'
import type { Letter } from '../mail/queries.ts'

export const visitLetters = ['visit-asked', 'visit-answered', 'visit-cancelled'] as const
export type LetterKind = (typeof visitLetters)[number]

type Facts = { unit: string; site: string; day: string; people: string; state: string; url: string }

/** The letters about a group visit: what it is, and where to look. Its words stay on the page. */
export const letterWords = translated<Record<LetterKind, (facts: Facts) => Letter>>({
  fi: {
    'visit-asked': ({ unit, day, people, url }) => ({
      subject: `Voiko ryhmä tulla ${day}?`,
      paragraphs: ['Hei,', `${unit} kysyy ryhmäkäyntiä ${day}: ${people}.`, 'Avaa kysymys ja vastaa siihen.'],
      link: { label: 'Avaa kysymys', url },
    }),
    'visit-answered': ({ site, day, state, url }) => ({
      subject: `${site} on vastannut: ${state}`,
      paragraphs: ['Hei,', `${site} on vastannut ryhmäkäyntiin ${day}: ${state}.`],
      link: { label: 'Avaa vastaus', url },
    }),
    'visit-cancelled': ({ unit, day, people, url }) => ({
      subject: `Ryhmäkäynti on peruttu ${day}`,
      paragraphs: ['Hei,', `${unit} on perunut ryhmäkäynnin ${day}: ${people}.`],
      link: { label: 'Avaa käynti', url },
    }),
  },
  sv: {
    'visit-asked': ({ unit, day, people, url }) => ({
      subject: `Kan en grupp komma ${day}?`,
      paragraphs: [
        'Hej,',
        `${unit} frågar om ett gruppbesök ${day}: ${people}.`,
        'Öppna frågan och svara på den.',
      ],
      link: { label: 'Öppna frågan', url },
    }),
    'visit-answered': ({ site, day, state, url }) => ({
      subject: `${site} har svarat: ${state}`,
      paragraphs: ['Hej,', `${site} har svarat om gruppbesöket ${day}: ${state}.`],
      link: { label: 'Öppna svaret', url },
    }),
    'visit-cancelled': ({ unit, day, people, url }) => ({
      subject: `Gruppbesöket ${day} är avbokat`,
      paragraphs: ['Hej,', `${unit} har avbokat gruppbesöket ${day}: ${people}.`],
      link: { label: 'Öppna besöket', url },
    }),
  },
  en: {
    'visit-asked': ({ unit, day, people, url }) => ({
      subject: `Can a group come on ${day}?`,
      paragraphs: [
        'Hello,',
        `${unit} asks for a group visit on ${day}: ${people}.`,
        'Open the question and answer it.',
      ],
      link: { label: 'Open the question', url },
    }),
    'visit-answered': ({ site, day, state, url }) => ({
      subject: `${site} has answered: ${state}`,
      paragraphs: ['Hello,', `${site} has answered about the group visit on ${day}: ${state}.`],
      link: { label: 'Open the answer', url },
    }),
    'visit-cancelled': ({ unit, day, people, url }) => ({
      subject: `The group visit on ${day} is cancelled`,
      paragraphs: ['Hello,', `${unit} has cancelled the group visit on ${day}: ${people}.`],
      link: { label: 'Open the visit', url },
    }),
  },
})
