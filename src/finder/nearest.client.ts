import { farthestKm, nearestCentre, type Point } from './centre-rules.ts'

/** The name of the municipality whose centre is nearest; null where that is so far that one is not in Finland. */
export const nearest = (here: Point): string | null => {
  const { centre, km } = nearestCentre(here)
  return km > farthestKm ? null : centre.nameFi
}
