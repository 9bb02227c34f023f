import { describe, expect, test } from 'vitest'
import { educationEvents } from './data-rules.ts'
import { TrainingForm } from './forms.ts'
import { behindOf, checksAfter, groupOf, inGroup, lacksWords, nextFor, type Training } from './rules.ts'
import { audienceText, factLines, recordingText, whenText } from './words.ts'

const now = new Date('2027-01-10T10:00:00Z')
const at = (text: string) => new Date(text)
const training = (more: Partial<Training> = {}): Training => ({
  ...{ id: 1, areaId: null, area: null, audiences: ['issuers'], languages: ['fi'] },
  title: { fi: 'Nimi', sv: 'Namn', en: null },
  description: { fi: 'Kuvaus', sv: 'Beskrivning', en: null },
  ...{
    startsAt: at('2027-01-13T11:00:00Z'),
    endsAt: at('2027-01-13T12:30:00Z'),
    isRemote: true,
    place: null,
  },
  ...{
    seats: null,
    signUpUrl: null,
    takesSignUp: false,
    recordingUrl: null,
    recordingLength: null,
    hasSubtitles: false,
  },
  ...{ textUrl: null, cancelledAt: null, cancelledWhy: null, changedAt: now, removedAt: null },
  ...{ finnishChangedAt: at('2027-01-01'), svCheckedAt: at('2027-01-01'), enCheckedAt: at('2027-01-01') },
  ...more,
})
const film = 'https://esimerkki.example/film'

describe('where a training stands', () => {
  test.each([
    ['is to come', {}, 'coming'],
    [
      'is on at the moment',
      { startsAt: at('2027-01-10T09:00:00Z'), endsAt: at('2027-01-10T10:00:01Z') },
      'coming',
    ],
    ['ended this very moment', { startsAt: at('2027-01-10T09:00:00Z'), endsAt: now }, 'past'],
    ['is to come and has a recording already', { recordingUrl: film }, 'coming'],
    ['was held and can be watched', { endsAt: at('2027-01-09'), recordingUrl: film }, 'recordings'],
    ['is only a recording', { startsAt: null, endsAt: null, recordingUrl: film }, 'recordings'],
  ] as const)('one that %s', (_, more, group) => expect(groupOf(training(more), now)).toBe(group))

  test('what comes next is first, and of the past what was last', () => {
    const on = (id: number, day: string) =>
      training({ id, startsAt: at(`${day}T08:00:00Z`), endsAt: at(`${day}T09:00:00Z`) })
    const all = [on(1, '2027-02-02'), on(2, '2027-01-20'), on(3, '2026-11-01'), on(4, '2026-12-01')]
    expect(inGroup(all, 'coming', now).map(({ id }) => id)).toEqual([2, 1])
    expect(inGroup(all, 'past', now).map(({ id }) => id)).toEqual([4, 3])
  })

  test('nobody is led to what is cancelled, or for others', () => {
    const all = [
      training({ id: 1 }),
      training({ id: 2, cancelledAt: now }),
      training({ id: 3, audiences: ['venues'] }),
    ]
    expect(nextFor(all, 'issuers', now).map(({ id }) => id)).toEqual([1])
  })
})

describe('a translation', () => {
  const before = training()
  const later = (texts: Partial<Pick<Training, 'title' | 'description'>>, agreed: ('sv' | 'en')[] = []) => {
    const after = { ...before, ...texts }
    return behindOf({ ...after, ...checksAfter(before, after, agreed, now) })
  }
  const newFinnish = { fi: 'Uusi', sv: 'Namn', en: null }
  test.each([
    ['is not behind when nothing changed', later({}), []],
    ['is behind when the Finnish changed', later({ title: newFinnish }), ['sv']],
    [
      'that is not there is not behind',
      later({ title: { fi: 'Uusi', sv: null, en: null }, description: { fi: 'K', sv: null, en: null } }),
      [],
    ],
    [
      'that changed with the Finnish is not behind',
      later({ title: { fi: 'Uusi', sv: 'Nytt', en: null } }),
      [],
    ],
    ['that somebody says holds is not behind', later({ title: newFinnish }, ['sv']), []],
  ])('%s', (_, found, behind) => expect(found).toEqual(behind))

  test('stays behind while others are written', () => {
    const changed = {
      ...before,
      ...checksAfter(before, { ...before, title: newFinnish }, [], now),
      title: newFinnish,
    }
    const english = { ...changed, title: { ...newFinnish, en: 'New' } }
    expect(behindOf({ ...english, ...checksAfter(changed, english, [], at('2027-02-01')) })).toEqual(['sv'])
  })
})

test('what is said of a training, in each language', () => {
  expect(whenText('fi', training())).toBe('ke 13.1.2027 klo 13.00–14.30')
  expect(whenText('sv', training())).toBe('ons 13.1.2027, kl. 13.00–14.30')
  expect(whenText('en', training())).toBe('Wed 13 January 2027, 13:00–14:30')
  expect(audienceText('fi', ['issuers', 'venues'])).toBe('kortinjakajille ja kohteille')
  expect(audienceText('sv', ['issuers', 'venues', 'coordinators'])).toBe('alla')
  const more = { languages: ['fi', 'sv'], place: 'Kirjasto', area: 'Kainuu', seats: 1 } as const
  expect(factLines('en', training({ ...more, languages: ['fi', 'sv'] }))).toEqual([
    'For: card issuers',
    'Languages: Finnish and Swedish',
    'Where: Kirjasto or online',
    'Held by: Kainuu',
    'Seats in all: 1',
  ])
  const recorded = training({ recordingUrl: film, recordingLength: 42 })
  expect(recordingText('fi', recorded)).toBe('42 min · Ei tekstitystä')
  expect([lacksWords(recorded), lacksWords({ ...recorded, textUrl: '/fi' }), lacksWords(training())]).toEqual(
    [true, false, false],
  )
})

const right = {
  ...{ titleFi: 'Nimi', descriptionFi: 'Kuvaus', 'audience-issuers': 'yes', 'language-fi': 'yes' },
  ...{ day: '13.1.2027', start: '13.00', end: '14.30', remote: 'yes' },
}

describe('the form', () => {
  test('takes Finnish clocks', () => {
    const { startsAt, endsAt } = TrainingForm.parse(right)
    expect([startsAt, endsAt]).toEqual([at('2027-01-13T11:00:00Z'), at('2027-01-13T12:30:00Z')])
    expect(TrainingForm.parse({ ...right, day: '13.7.2027' }).startsAt).toEqual(at('2027-07-13T10:00:00Z'))
  })

  test.each([
    [
      'no names',
      { titleFi: '', descriptionFi: ' ' },
      { titleFi: 'title-missing', descriptionFi: 'description-missing' },
    ],
    ['nobody that it is for', { 'audience-issuers': '' }, { audiences: 'audience-missing' }],
    ['no language', { 'language-fi': '' }, { languages: 'language-missing' }],
    ['no time and no recording', { day: '', start: '', end: '' }, { day: 'when-missing' }],
    ['a day without hours', { start: '', end: '' }, { start: 'start-missing', end: 'end-missing' }],
    ['an end before its beginning', { end: '12.59' }, { end: 'end-early' }],
    ['an end at its beginning', { end: '13.00' }, { end: 'end-early' }],
    ['no place', { remote: '' }, { place: 'place-missing' }],
    ['a day that there is not', { day: '30.2.2027' }, { day: 'day-form' }],
    ['facts of a recording that it lacks', { length: '42' }, { recording: 'recording-first' }],
    ['a length of a day', { recording: film, length: '601' }, { length: 'number-form' }],
    ['a link that runs', { recording: 'javascript:alert(1)' }, { recording: 'link-form' }],
    ['a link to another root', { signUp: '//evil.example' }, { signUp: 'link-form' }],
    ['an identity code', { descriptionFi: 'Kysy 131052-308T' }, { descriptionFi: 'identity-code' }],
  ])('refuses %s', (_, typed, expected) => {
    const { error } = TrainingForm.safeParse({ ...right, ...typed })
    expect(Object.fromEntries(error!.issues.map(({ path, message }) => [path.join('.'), message]))).toEqual(
      expected,
    )
  })

  test('takes a recording without a day', () => {
    const { startsAt, recordingUrl } = TrainingForm.parse({
      ...{ ...right, day: '', start: '', end: '', remote: '' },
      recording: film,
    })
    expect([startsAt, recordingUrl]).toEqual([null, film])
  })
})

test('programs read what schema.org calls an event of education, and no recordings', () => {
  const told = { language: 'sv', page: 'https://k.example/sv/utbildningar', centre: 'Kaikukeskus' } as const
  const recording = training({ id: 2, startsAt: null, endsAt: null, recordingUrl: film })
  const { '@graph': graph } = educationEvents(
    [training({ place: 'Kirjasto', cancelledAt: now, seats: 20 }), recording],
    { ...told, audience: () => 'kortutdelare' },
  )
  expect(JSON.parse(JSON.stringify(graph))).toEqual([
    {
      '@type': 'EducationEvent',
      '@id': 'https://k.example/sv/utbildningar#training-1',
      ...{ name: 'Namn', description: 'Beskrivning' },
      ...{ startDate: '2027-01-13T11:00:00.000Z', endDate: '2027-01-13T12:30:00.000Z' },
      eventStatus: 'https://schema.org/EventCancelled',
      eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
      location: [
        { '@type': 'VirtualLocation', url: 'https://k.example/sv/utbildningar' },
        { '@type': 'Place', name: 'Kirjasto', address: 'Kirjasto' },
      ],
      inLanguage: ['fi'],
      audience: { '@type': 'EducationalAudience', audienceType: 'kortutdelare' },
      organizer: { '@type': 'Organization', name: 'Kaikukeskus' },
      maximumAttendeeCapacity: 20,
    },
  ])
})
