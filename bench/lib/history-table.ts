export const categories = ['culture', 'education', 'science', 'sports'] as const
export type Category = (typeof categories)[number]
type Cells = Record<Category, number>

/** One year of the table; 0 is a blank cell. */
export type ExpectedYear = {
  year: number
  cardsRegistered: number
  cardsTakenIntoUse: number
  adult: Cells
  child: Cells
  municipalities: number
}

export type Table = ReturnType<typeof newTable>
const none = (): Cells => ({ culture: 0, education: 0, science: 0, sports: 0 })

/** The yearly table by its public definitions, counted one row at a time. */
export const newTable = () => {
  const years = new Map<number, ExpectedYear & { places: Set<string>; used: Set<string> }>()
  const of = (day: string) => {
    const year = Number(day.slice(0, 4))
    const known = years.get(year)
    if (known) return known
    const made = {
      ...{ year, cardsRegistered: 0, cardsTakenIntoUse: 0, adult: none(), child: none(), municipalities: 0 },
      ...{ places: new Set<string>(), used: new Set<string>() },
    }
    years.set(year, made)
    return made
  }
  return {
    registered: (day: string, municipality: string) => {
      of(day).cardsRegistered += 1
      of(day).places.add(municipality)
    },
    used: (
      code: string,
      registeredOn: string,
      usedOn: string,
      site: { municipality: string; isPopUp: boolean },
      category: Category,
      adults: number,
      children: number,
    ) => {
      of(registeredOn).used.add(code)
      of(usedOn).adult[category] += adults
      of(usedOn).child[category] += children
      if (!site.isPopUp) of(usedOn).places.add(site.municipality)
    },
    rows: (): ExpectedYear[] =>
      [...years.values()]
        .sort((a, b) => a.year - b.year)
        .map(({ places, used, ...row }) => ({
          ...row,
          municipalities: places.size,
          cardsTakenIntoUse: used.size,
        })),
  }
}
