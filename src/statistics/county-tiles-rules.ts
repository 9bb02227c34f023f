/**
 * Where each wellbeing services county stands on the map of tiles, by its official code, and its short name. Helsinki
 * belongs to no county and stands as the municipality that it is (`091`). Our own drawing: it comes from no map.
 */
export const countyTiles: Readonly<Record<string, { short: string; col: number; row: number }>> = {
  '19': { short: 'LA', col: 4, row: 0 },
  '17': { short: 'PP', col: 4, row: 1 },
  '18': { short: 'KA', col: 5, row: 1 },
  '15': { short: 'PO', col: 1, row: 2 },
  '16': { short: 'KP', col: 2, row: 2 },
  '13': { short: 'KS', col: 3, row: 2 },
  '11': { short: 'PS', col: 4, row: 2 },
  '12': { short: 'PK', col: 5, row: 2 },
  '04': { short: 'SA', col: 1, row: 3 },
  '14': { short: 'EP', col: 2, row: 3 },
  '06': { short: 'PI', col: 3, row: 3 },
  '07': { short: 'PH', col: 4, row: 3 },
  '10': { short: 'ES', col: 5, row: 3 },
  '02': { short: 'VS', col: 1, row: 4 },
  '05': { short: 'KH', col: 2, row: 4 },
  '35': { short: 'KU', col: 3, row: 4 },
  '08': { short: 'KY', col: 4, row: 4 },
  '09': { short: 'EK', col: 5, row: 4 },
  '33': { short: 'LU', col: 1, row: 5 },
  '091': { short: 'HEL', col: 2, row: 5 },
  '32': { short: 'VK', col: 3, row: 5 },
  '34': { short: 'IU', col: 4, row: 5 },
}
