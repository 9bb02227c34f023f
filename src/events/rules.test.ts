import { describe, expect, test } from 'vitest'
import { EventList } from '../web/components/event-list.tsx'
import { readEventTable } from './file-rules.ts'
import { dayTitle, eventLines, eventWords, timeText, whenText } from './holder-words.ts'
import { readFeedPage } from './linked-events-rules.ts'
import { type Incoming, isToCome, type Known, movedTo, planOf } from './rules.ts'
import { plainText, webAddress } from './text-rules.ts'
import { byDay, mondayOf, readWeek, spanOf, weeksBeside, writeWeek } from './week-rules.ts'

const now = new Date('2026-05-04T09:00:00Z')
const event = (outsideId: string, given: Partial<Incoming> = {}): Incoming => ({
  ...{ outsideId, names: { fi: 'Konsertti' }, startsAt: new Date('2026-05-10T15:00:00Z'), endsAt: null },
  ...{ allDay: false, place: null, tickets: null, forChildren: false, accessible: false, booking: null },
  ...{ how: null, url: null, isCancelled: false, ...given },
})
const known = (id: number, one: Incoming, given: Partial<Known> = {}): Known => ({
  ...{ ...one, id, isWithdrawn: false, cancelledByPerson: false, ...given },
})

describe('taking a source in', () => {
  const [a, b] = [event('a'), event('b', { names: { sv: 'Konsert', fi: 'Konsertti' } })]
  const whole = { whole: true, now }

  test('a second time changes nothing, in whatever order the languages come', () => {
    const again = event('b', { names: { fi: 'Konsertti', sv: 'Konsert' } })
    expect(planOf([known(1, a), known(2, b)], [again, a], whole)).toEqual({
      ...{ added: [], changed: [], ended: [], same: 2 },
    })
  })

  test.each<[string, Partial<Incoming>]>([
    ['its name', { names: { fi: 'Toinen' } }],
    ['another language of it', { names: { fi: 'Konsertti', se: 'Konsearta' } }],
    ['its start', { startsAt: new Date('2026-05-10T15:30:00Z') }],
    ['its end', { endsAt: new Date('2026-05-10T17:00:00Z') }],
    ['that its time is not known', { allDay: true }],
    ['its place', { place: 'Sali' }],
    ['its tickets', { tickets: 4 }],
    ['that it is for children', { forChildren: true }],
    ['that it is accessible', { accessible: true }],
    ['that one books', { booking: false }],
    ['how one gets the ticket', { how: { fi: 'Ovelta' } }],
    ['its link', { url: 'https://esimerkki.example/' }],
    ['that it is cancelled', { isCancelled: true }],
  ])('changes exactly the one of which %s has changed', (_, change) => {
    const plan = planOf([known(1, a), known(2, b)], [{ ...a, ...change }, b], whole)
    expect(plan).toEqual({ added: [], changed: [{ id: 1, event: { ...a, ...change } }], ended: [], same: 1 })
  })

  test('adds what is new, once, and ends what is to come and gone; what is past stays', () => {
    const past = known(3, event('past', { startsAt: new Date('2026-05-02T15:00:00Z') }))
    const plan = planOf([known(1, a), past], [b, b], whole)
    expect([plan.added, plan.ended.map(({ id }) => id), plan.same]).toEqual([[b], [1], 0])
    expect(planOf([known(1, a)], [b], { ...whole, whole: false }).ended).toEqual([])
  })

  test('what a person cancelled stays so; what was withdrawn comes back', () => {
    const cancelled = known(1, { ...a, isCancelled: true }, { cancelledByPerson: true })
    expect(planOf([cancelled], [a], whole).same).toBe(1)
    expect(planOf([known(1, a, { isWithdrawn: true })], [a], whole).changed).toHaveLength(1)
  })
})

test('an event without an end is over when its day is, in Finland', () => {
  const startsAt = new Date('2026-05-04T06:00:00Z')
  expect(isToCome({ startsAt, endsAt: null }, now)).toBe(true)
  expect(isToCome({ startsAt, endsAt: new Date('2026-05-04T08:00:00Z') }, now)).toBe(false)
  expect(isToCome({ startsAt, endsAt: null }, new Date('2026-05-04T21:30:00Z'))).toBe(false)
})

test.each([
  ['2026-05-10T15:00Z', '2026-05-10T17:00Z', '2026-11-07', '2026-11-07T16:00Z', '2026-11-07T18:00Z'],
  ['2026-10-25T16:00Z', null, '2026-10-24', '2026-10-24T15:00Z', null],
  ['2026-05-09T21:00Z', '2026-05-10T20:59:59Z', '2026-10-25', '2026-10-24T21:00Z', '2026-10-25T21:59:59Z'],
  ['2026-10-17T19:00Z', '2026-10-18T02:00Z', '2026-10-24', '2026-10-24T19:00Z', '2026-10-25T03:00Z'],
])('what was from %s to %s keeps its clocks on %s', (start, end, day, movedStart, movedEnd) => {
  const at = (text: string | null) => text && new Date(text)
  const moved = movedTo(event('a', { startsAt: new Date(start), endsAt: at(end) || null }), day)
  expect([moved.startsAt, moved.endsAt]).toEqual([at(movedStart), at(movedEnd)])
})

describe('a page of Linked Events', () => {
  const told = {
    id: 'kajaani:1',
    name: { fi: '<b>Kevät</b>konsertti &amp; kahvit', sv: 'Vårkonsert', en: null },
    start_time: '2026-05-10T15:00:00Z',
    end_time: '2026-05-10T17:00:00Z',
    event_status: 'EventScheduled',
    publication_status: 'public',
    location: { '@id': 'https://tapahtumat.esimerkki.example/v1/place/tprek%3A7259/' },
    location_extra_info: { fi: 'Suuri sali' },
    info_url: { fi: 'https://esimerkki.example/kevat', sv: null },
    offers: [{ is_free: false, price: { fi: '12 €' } }],
    audience: [{ '@id': 'https://tapahtumat.esimerkki.example/v1/keyword/yso:p4354/' }],
    super_event_type: null,
  }
  const read = (...data: unknown[]) => readFeedPage({ meta: { next: null }, data }, now)!

  test('tells each event as text, with its place', () => {
    expect(read(told)).toEqual({
      ...{ next: null, skipped: 0 },
      events: [
        {
          place: 'tprek:7259',
          event: event('kajaani:1', {
            names: { fi: 'Kevät konsertti & kahvit', sv: 'Vårkonsert' },
            ...{ endsAt: new Date('2026-05-10T17:00:00Z'), place: 'Suuri sali', forChildren: true },
            url: 'https://esimerkki.example/kevat',
          }),
        },
      ],
    })
  })

  test.each<[string, object, 'skipped' | 'left' | 'taken']>([
    ['without a name', { name: { fi: ' ' } }, 'skipped'],
    ['without a time', { start_time: null }, 'skipped'],
    ['with a time that is none', { start_time: '2026-13-40T25:00:00Z' }, 'skipped'],
    ['with an identity code in its name', { name: { fi: 'Juhla 131052-308T' } }, 'skipped'],
    ['ten years ahead', { start_time: '2036-05-10T15:00:00Z', end_time: null }, 'skipped'],
    ['that is a number', { id: 12 }, 'taken'],
    ['with half a letter in its id', { id: 'x\ud800' }, 'skipped'],
    ['postponed', { event_status: 'EventPostponed' }, 'left'],
    ['that heads a series', { super_event_type: 'recurring' }, 'left'],
    ['that is a draft', { publication_status: 'draft' }, 'left'],
    ['that is deleted', { deleted: true }, 'left'],
    ['that is over', { start_time: '2026-05-01', end_time: '2026-05-02' }, 'left'],
    ['with a script for a link', { info_url: { fi: 'javascript:alert(1)' } }, 'taken'],
  ])('one %s', (_, change, what) => {
    const { events, skipped } = read({ ...told, ...change })
    expect(skipped).toBe(what === 'skipped' ? 1 : 0)
    expect(events).toHaveLength(what === 'taken' ? 1 : 0)
    if ('info_url' in change) expect(events[0]!.event.url).toBeNull()
  })

  test('a day alone has no time of day, and goes on to the end of its last', () => {
    const [one] = read({ ...told, start_time: '2026-05-03', end_time: '2026-05-31' }).events
    expect(one!.event).toMatchObject({
      ...{ allDay: true, startsAt: new Date('2026-05-02T21:00:00Z') },
      endsAt: new Date('2026-05-31T20:59:59Z'),
    })
  })

  test.each([
    ['the midnight after it', '2026-05-11T21:00:00Z'],
    ['a moment of the day', '2026-05-11T09:00:00Z'],
    ['the day', '2026-05-11'],
  ])('an end without a time of day is its day, told as %s', (_, end_time) => {
    const [one] = read({ ...told, end_time, has_end_time: false }).events
    expect(one!.event.endsAt).toEqual(new Date('2026-05-11T20:59:59Z'))
  })

  test('what is no page of events is none', () => {
    for (const other of [null, [], {}, { data: {} }, 'x', { events: [] }])
      expect(readFeedPage(other, now)).toBeNull()
    expect(read(null, 7, [], {}, { id: {} }).skipped).toBe(5)
  })
})

describe('a table', () => {
  const header = ['Nimi', 'Päivä', 'Alkaa', 'Päättyy', 'Lapsille', 'Varaus', 'Linkki', 'Liput']
  const read = (...cells: string[]) => readEventTable({ header, rows: [cells], first: 2 }, now)

  test('has one event a row, in Finnish time', () => {
    expect(
      read('Yöklubi', '9.5.2026', '22.00', '1.30', 'x', 'ei', 'esimerkki.example', '5').events,
    ).toMatchObject([
      {
        ...{ names: { fi: 'Yöklubi' }, startsAt: new Date('2026-05-09T19:00:00Z'), forChildren: true },
        ...{ endsAt: new Date('2026-05-09T22:30:00Z'), booking: false, tickets: 5 },
        url: 'https://esimerkki.example/',
      },
    ])
  })

  test.each([
    ['name-missing', '', '9.5.2026'],
    ['start-missing', 'A', ''],
    ['start-form', 'A', '31.2.2026'],
    ['start-form', 'A', '9.5.2026', '25.00'],
    ['end-form', 'A', '9.5.2026', '18', 'ilta'],
    ['end-early', 'A', '9.5.2026', '18.00', '17.00'],
    ['far', 'A', '9.5.2126'],
    ['yes-form', 'A', '9.5.2026', '', '', 'ehkä'],
    ['url-form', 'A', '9.5.2026', '', '', '', '', 'javascript:alert(1)'],
    ['tickets-form', 'A', '9.5.2026', '', '', '', '', '', '1,5'],
    ['identifier', 'Soita 040 123 4567', '9.5.2026'],
  ])('says in which line there is %s', (problem, ...cells) => {
    const { events, problems } = read(...cells)
    const found = problems.map((one) => [one.line, one.problem])
    // A time that is none is told before what comes after it.
    expect(found).toEqual([[2, cells[2] === '18' ? 'start-form' : problem]])
    expect(events).toEqual([])
  })

  test('that repeats itself or lacks its columns is told so', () => {
    const rows = [
      ['A', '9.5.2026'],
      ['', ''],
      ['A', '9.5.2026'],
    ]
    expect(readEventTable({ header, rows, first: 2 }, now).problems).toEqual([{ line: 4, problem: 'twice' }])
    expect(readEventTable({ header: ['x'], rows, first: 3 }, now).problems).toEqual([
      { line: 2, problem: 'columns-missing' },
    ])
  })
})

test('what a source says is text, and only http and https are links', () => {
  expect(plainText('<p>Ilta &lt;script&gt;</p>\u202e <img src=x onerror=alert(1)>', 100)).toBe(
    'Ilta <script>',
  )
  expect(plainText('1 < 2 & 3 > 2', 100)).toBe('1 < 2 & 3 > 2')
  expect(plainText('ää'.repeat(100), 10)).toBe(`${'ä'.repeat(9)}…`)
  expect(webAddress('www.esimerkki.example/a')).toBe('https://www.esimerkki.example/a')
  for (const bad of [
    'javascript:alert(1)',
    'data:text/html,x',
    'http://a:b@esimerkki.example',
    'ftp://esimerkki.example',
    'x y',
    '//',
    '',
  ])
    expect(webAddress(bad), bad).toBeNull()
})

test('the week of an address is this one unless it is one to come', () => {
  const week = (query: string) => readWeek(new URLSearchParams(query), '2026-05-06')
  expect(week('').week).toBe('2026-05-04')
  expect(week('week=2026-05-17').week).toBe('2026-05-11')
  for (const other of ['2026-04-01', '2036-01-01', '2026-13-01', 'x'])
    expect(week(`week=${other}`).week).toBe('2026-05-04')
  const asked = week('week=2026-05-11&place=Nokia&children=yes&booking=no&accessible=yes')
  expect(readWeek(new URLSearchParams(writeWeek(asked, '2026-05-06')), '2026-05-06')).toEqual(asked)
  expect(writeWeek(week(''), '2026-05-06')).toBe('')
  expect(weeksBeside('2026-05-04', '2026-05-06')).toEqual({ before: null, after: '2026-05-11' })
  expect(mondayOf('2026-05-03')).toBe('2026-04-27')
})

test('a week with a turn of the clock is 169 hours long, and each event stands on its Finnish day', () => {
  const { from, until } = spanOf('2026-10-19', '2026-10-25')
  expect((until.getTime() - from.getTime()) / 3_600_000).toBe(169)
  const late = { startsAt: new Date('2026-10-19T20:59:00Z'), endsAt: null }
  const night = { startsAt: new Date('2026-10-19T21:00:00Z'), endsAt: null }
  const going = { startsAt: new Date('2026-10-01T09:00:00Z'), endsAt: until }
  expect(byDay([going, late, night], '2026-10-19')).toEqual({
    going: [going],
    days: [
      { day: '2026-10-19', events: [late] },
      { day: '2026-10-20', events: [night] },
    ],
  })
})

const evening = {
  startsAt: new Date('2026-05-08T15:00:00Z'),
  endsAt: new Date('2026-05-08T16:30:00Z'),
  allDay: false,
}
test.each([
  ['fi', 'Perjantai 8.5.2026', 'klo 18.00–19.30', ['1 tapahtuma', '2 tapahtumaa', '5 tapahtumaa']],
  ['sv', 'Fredag 8.5.2026', 'kl. 18.00–19.30', ['1 evenemang', '2 evenemang', '5 evenemang']],
  ['en', 'Friday 8 May 2026', '18:00–19:30', ['1 event', '2 events', '5 events']],
  ['fi-simple', 'Perjantai 8.5.2026', 'kello 18.00–19.30', ['1 tapahtuma', '2 tapahtumaa', '5 tapahtumaa']],
  ['ar', 'الجمعة، 8 مايو 2026', 'الساعة 18:00–19:30', ['فعالية واحدة', 'فعاليتان', '5 فعاليات']],
  ['ru', 'Пятница, 8 мая 2026 г.', '18:00–19:30', ['1 мероприятие', '2 мероприятия', '5 мероприятий']],
  ['uk', 'Пʼятниця, 8 травня 2026 р.', '18:00–19:30', ['1 захід', '2 заходи', '5 заходів']],
  ['so', 'Jimce, 8.5.2026', '18:00–19:30', ['1 munaasabad', '2 munaasabadood', '5 munaasabadood']],
  ['se', 'Bearjadat 8.5.2026', 'dii. 18.00–19.30', ['1 dáhpáhus', '2 dáhpáhusa', '5 dáhpáhusa']],
] as const)('days, times and plurals in %s', (reader, day, time, counts) => {
  expect(dayTitle(reader, '2026-05-08')).toBe(day)
  expect(timeText(reader, evening)).toBe(time)
  expect([1, 2, 5].map(eventWords[reader].count)).toEqual(counts)
  expect(whenText(reader, evening)).toContain(time)
})

test.each([
  ['2026-05-08T15:00Z', '2026-05-08T20:59:59Z', 'Perjantai 8.5.2026, klo 18.00'],
  ['2026-05-08T15:00Z', '2026-05-08T20:59:00Z', 'Perjantai 8.5.2026, klo 18.00–23.59'],
  ['2026-05-08T15:00Z', '2026-05-08T21:00:00Z', 'Perjantai 8.5.2026, klo 18.00–00.00'],
  ['2026-05-08T15:00Z', '2026-05-10T20:59:59Z', '8.5.2026 – 10.5.2026'],
  ['2026-10-25T13:00Z', '2026-10-25T21:59:59Z', 'Sunnuntai 25.10.2026, klo 15.00'],
])('what is from %s to %s is told with the end that is known', (start, end, text) =>
  expect(whenText('fi', { startsAt: new Date(start), endsAt: new Date(end), allDay: false })).toBe(text),
)

test('the next events of a site are a list, each name in its own language', () => {
  const next = event('a', {
    ...evening,
    names: { sv: 'Vår <b>konsert</b>' },
    place: 'Sali',
    isCancelled: true,
  })
  expect(String(EventList({ items: eventLines('en', [next]) }))).toBe(
    '<ul class="cards"><li><h3><bdi lang="sv">Vår &lt;b&gt;konsert&lt;/b&gt;</bdi> <span class="tag no">Cancelled</span></h3><p>Friday 8 May 2026, 18:00–19:30</p><p><bdi>Sali</bdi></p></li></ul>',
  )
})
