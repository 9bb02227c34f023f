import { expect, test, vi } from 'vitest'
import { onDay } from '../uses/limit-words.ts'
import { formatDay, formatTime, languages } from './translated.ts'

test('no format is made anew for each time or day that is shown', () => {
  const made = vi.spyOn(Intl, 'DateTimeFormat')
  const at = new Date('2026-05-04T15:07:00Z')
  expect(languages.map((language) => formatTime(language, at))).toEqual(['18.07', '18.07', '18:07'])
  expect(formatDay('en', '2026-05-04')).toBe('4 May 2026')
  expect(languages.map((language) => onDay(language, '2026-11-30'))).toEqual([
    'maanantaina 30.11.2026',
    'måndag 30.11.2026',
    'Monday 30 November 2026',
  ])
  expect(made).not.toHaveBeenCalled()
})
