import { describe, expect, test } from 'vitest'
import { readCalendar } from './ical-read.ts'

const now = new Date('2026-05-04T09:00:00Z')

describe('a calendar', () => {
  const calendar = (...events: string[][]) =>
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
      'END:VCALENDAR',
    ].join('\r\n')
  const at = (...lines: string[]) => ['UID:a@esimerkki.example', 'SUMMARY:Konsertti', ...lines]
  const starts = (text: string) =>
    readCalendar(text, now).events.map((one) => one.startsAt.toISOString().slice(0, 16))

  test.each([
    ['UTC', ['DTSTART:20260510T150000Z'], '2026-05-10T15:00'],
    ['no zone', ['DTSTART:20260510T180000'], '2026-05-10T15:00'],
    [
      'a zone that the file does not explain',
      ['DTSTART;TZID=Europe/Helsinki:20260510T180000'],
      '2026-05-10T15:00',
    ],
    ['a day alone', ['DTSTART;VALUE=DATE:20260510'], '2026-05-09T21:00'],
  ])('in %s is Finnish time', (_, lines, start) => expect(starts(calendar(at(...lines)))).toEqual([start]))

  test('repeats over the turn of the clock, but for what is left out, moved or called off', () => {
    const series = at(
      'DTSTART;TZID=Europe/Helsinki:20261019T180000',
      'RRULE:FREQ=WEEKLY;COUNT=4',
      'EXDATE;TZID=Europe/Helsinki:20261102T180000',
    )
    const moved = at(
      'RECURRENCE-ID;TZID=Europe/Helsinki:20261026T180000',
      'DTSTART;TZID=Europe/Helsinki:20261027T190000',
      'STATUS:CANCELLED',
    )
    const read = readCalendar(calendar(moved, series), now)
    expect(read.events.map((one) => [one.startsAt.toISOString().slice(0, 16), one.isCancelled])).toEqual([
      ['2026-10-19T15:00', false],
      ['2026-10-27T17:00', true],
      ['2026-11-09T16:00', false],
    ])
    expect(new Set(read.events.map(({ outsideId }) => outsideId)).size).toBe(3)
  })

  test('tells the line of each event that it cannot read, and of all of them', () => {
    const text = calendar(
      at('DTSTART:20260510T150000Z'),
      ['UID:b', 'DTSTART:20260510T150000Z'],
      at('rubbish'),
      at(),
    )
    expect(readCalendar(text, now).problems).toEqual([
      { line: 8, problem: 'name-missing' },
      { line: 12, problem: 'unreadable' },
      { line: 17, problem: 'start-missing' },
    ])
    expect(readCalendar('BEGIN:VCALENDAR\nEND:VCALENDAR', now).problems).toEqual([
      { line: 1, problem: 'no-events' },
    ])
  })

  // Finnish clocks were turned back on 25 October 2026 at 4.00 (01:00 UTC), and forward on 28 March 2027 at 3.00.
  const helsinki = 'TZID=Europe/Helsinki'
  const weekly = [`DTSTART;${helsinki}:20261019T180000`]
  const [first, second, third] = ['10-19T15:00', '10-26T16:00', '11-02T16:00']
  test.each<[string, string[], string[]]>([
    [
      'a night in which the clock is turned back',
      [`DTSTART;${helsinki}:20261024T220000`, `DTEND;${helsinki}:20261025T050000`],
      ['10-24T19:00 10-25T03:00'],
    ],
    [
      'a night in which it is turned forward',
      [`DTSTART;${helsinki}:20270327T220000`, `DTEND;${helsinki}:20270328T050000`],
      ['03-27T20:00 03-28T02:00'],
    ],
    [
      'seven hours of that night',
      [`DTSTART;${helsinki}:20261024T220000`, 'DURATION:PT7H'],
      ['10-24T19:00 10-25T02:00'],
    ],
    [
      'until the same time the next day',
      [`DTSTART;${helsinki}:20261024T120000`, 'DURATION:P1D'],
      ['10-24T09:00 10-25T10:00'],
    ],
    [
      'two whole days',
      ['DTSTART;VALUE=DATE:20261024', 'DTEND;VALUE=DATE:20261026'],
      ['10-23T21:00 10-25T21:59'],
    ],
    ['a whole day of 25 hours', ['DTSTART;VALUE=DATE:20261025'], ['10-24T21:00 10-25T21:59']],
    ['a whole day of 23 hours', ['DTSTART;VALUE=DATE:20270328'], ['03-27T22:00 03-28T20:59']],
    [
      'three whole days by their length',
      ['DTSTART;VALUE=DATE:20261024', 'DURATION:P3D'],
      ['10-23T21:00 10-26T21:59'],
    ],
    ['an end before the start', ['DTSTART:20261019T150000Z', 'DTEND:20261019T140000Z'], ['10-19T15:00']],
    [
      'an end by other clocks',
      [`DTSTART;${helsinki}:20261019T180000`, 'DTEND;TZID=Europe/Stockholm:20261019T183000'],
      ['10-19T15:00 10-19T16:30'],
    ],
    ['no zone in winter', ['DTSTART:20261102T180000'], ['11-02T16:00']],
    ['a zone that all know', ['DTSTART;TZID=Europe/Stockholm:20261019T180000'], ['10-19T16:00']],
    [
      'a zone with the name of its maker',
      ['DTSTART;TZID=/maker.esimerkki.example/Europe/London:20261019T180000'],
      ['10-19T17:00'],
    ],
    ['a zone of the file', ['DTSTART;TZID=Kotikello:20261019T180000'], ['10-19T13:00']],
    ['a zone of nobody', ['DTSTART;TZID=Nowhere/City:20261019T180000'], ['10-19T15:00']],
    ['a series in UTC', ['DTSTART:20261019T150000Z', 'RRULE:FREQ=WEEKLY;COUNT=2'], [first!, '10-26T15:00']],
    [
      'a series whose last time is told in UTC',
      [...weekly, 'RRULE:FREQ=WEEKLY;UNTIL=20261102T160000Z'],
      [first!, second!, third!],
    ],
    [
      'a series that ends a second before a time',
      [...weekly, 'RRULE:FREQ=WEEKLY;UNTIL=20261102T155959Z'],
      [first!, second!],
    ],
    ['a series until a day', [...weekly, 'RRULE:FREQ=WEEKLY;UNTIL=20261102'], [first!, second!, third!]],
    [
      'a series in other clocks until a time in UTC',
      ['DTSTART;TZID=Europe/Stockholm:20261019T180000', 'RRULE:FREQ=WEEKLY;UNTIL=20261102T170000Z'],
      ['10-19T16:00', '10-26T17:00', '11-02T17:00'],
    ],
    [
      'a time left out in UTC',
      [...weekly, 'RRULE:FREQ=WEEKLY;COUNT=3', 'EXDATE:20261026T160000Z'],
      [first!, third!],
    ],
    [
      'a day left out',
      [...weekly, 'RRULE:FREQ=WEEKLY;COUNT=3', 'EXDATE;VALUE=DATE:20261026'],
      [first!, third!],
    ],
    [
      'two times left out in one line',
      [...weekly, 'RRULE:FREQ=WEEKLY;COUNT=3', `EXDATE;${helsinki}:20261019T180000,20261102T180000`],
      [second!],
    ],
    [
      'nights of seven hours',
      [
        `DTSTART;${helsinki}:20261017T220000`,
        `DTEND;${helsinki}:20261018T050000`,
        'RRULE:FREQ=WEEKLY;COUNT=2',
      ],
      ['10-17T19:00 10-18T02:00', '10-24T19:00 10-25T02:00'],
    ],
    [
      'whole days until a day',
      ['DTSTART;VALUE=DATE:20261024', 'RRULE:FREQ=DAILY;UNTIL=20261026', 'EXDATE;VALUE=DATE:20261025'],
      ['10-23T21:00 10-24T20:59', '10-25T22:00 10-26T21:59'],
    ],
  ])('has %s at the right hour', (_, lines, times) => {
    const zone = [
      ...['BEGIN:VTIMEZONE', 'TZID:Kotikello', 'BEGIN:STANDARD', 'DTSTART:19700101T000000'],
      ...['TZOFFSETFROM:+0500', 'TZOFFSETTO:+0500', 'END:STANDARD', 'END:VTIMEZONE', 'BEGIN:VEVENT'],
    ]
    const text = calendar(at(...lines)).replace('BEGIN:VEVENT', zone.join('\r\n'))
    const { events, problems } = readCalendar(text, now)
    expect(problems).toEqual([])
    const short = (at: Date) => at.toISOString().slice(5, 16)
    expect(
      events.map(({ startsAt, endsAt }) => [startsAt, ...(endsAt ? [endsAt] : [])].map(short).join(' ')),
    ).toEqual(times)
  })

  test.each([
    ['in UTC', 'RECURRENCE-ID:20261026T160000Z'],
    ['by other clocks', 'RECURRENCE-ID;TZID=Europe/Stockholm:20261026T170000'],
    ['by its day', 'RECURRENCE-ID;VALUE=DATE:20261026'],
    ['by its own clocks', `RECURRENCE-ID;${helsinki}:20261026T180000`],
  ])('has the changed day of a series once and under its name, told %s', (_, which) => {
    const series = at(...weekly, 'RRULE:FREQ=WEEKLY;COUNT=2')
    const change = at(which, `DTSTART;${helsinki}:20261027T190000`)
    const whole = readCalendar(calendar(series), now).events
    const { events } = readCalendar(calendar(change, series), now)
    expect(events.map(({ outsideId }) => outsideId)).toEqual(whole.map(({ outsideId }) => outsideId))
    expect(events[1]!.startsAt).toEqual(new Date('2026-10-27T17:00:00Z'))
  })
})
