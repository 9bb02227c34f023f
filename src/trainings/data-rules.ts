import { saidIn } from '../materials/rules.ts'
import type { Training } from './rules.ts'

type Told = {
  language: 'fi' | 'sv' | 'en'
  page: string
  centre: string
  audience: (one: Training) => string
}

const attendance = ({ isRemote, place }: Training) => {
  if (place === null) return 'Online'
  return isRemote ? 'Mixed' : 'Offline'
}

/** Where it is, in the terms of schema.org: a page to join from, a place, or both. */
const locationOf = ({ isRemote, place }: Training, page: string) => [
  ...(isRemote ? [{ '@type': 'VirtualLocation', url: page }] : []),
  ...(place === null ? [] : [{ '@type': 'Place', name: place, address: place }]),
]

/** Trainings as programs read them (schema.org/EducationEvent). Those without a day are no events. */
export const educationEvents = (trainings: readonly Training[], told: Told): Record<string, unknown> => ({
  '@context': 'https://schema.org',
  '@graph': trainings
    .filter(({ startsAt }) => startsAt !== null)
    .map((one) => ({
      '@type': 'EducationEvent',
      '@id': `${told.page}#training-${one.id}`,
      name: saidIn(one.title, told.language).text,
      description: saidIn(one.description, told.language).text,
      startDate: one.startsAt,
      endDate: one.endsAt,
      eventStatus: `https://schema.org/Event${one.cancelledAt ? 'Cancelled' : 'Scheduled'}`,
      eventAttendanceMode: `https://schema.org/${attendance(one)}EventAttendanceMode`,
      location: locationOf(one, told.page),
      inLanguage: one.languages,
      audience: { '@type': 'EducationalAudience', audienceType: told.audience(one) },
      organizer: { '@type': 'Organization', name: one.area ?? told.centre },
      ...(one.seats === null ? {} : { maximumAttendeeCapacity: one.seats }),
    })),
})
