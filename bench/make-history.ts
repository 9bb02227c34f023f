/** `tsx bench/make-history.ts <folder> [cards] [uses]`: writes made-up history as import files; see lib/history.ts. */
import { today, writeHistory } from './lib/history.ts'

const [folder, cards = today.cards, uses = today.uses] = process.argv.slice(2)
if (folder === undefined) {
  console.error('Say in which folder: tsx bench/make-history.ts <folder> [cards] [uses]')
  process.exitCode = 1
} else {
  const rows = await writeHistory(folder, { ...today, cards: Number(cards), uses: Number(uses) })
  console.table(
    rows.map(({ year, cardsRegistered, cardsTakenIntoUse, adult, child, municipalities }) => ({
      ...{ year, cardsRegistered, cardsTakenIntoUse },
      adults: Object.values(adult).reduce((a, b) => a + b),
      children: Object.values(child).reduce((a, b) => a + b),
      sports: adult.sports + child.sports,
      municipalities,
    })),
  )
}
