export type Proof = { name: string; what: string; command: string[] }

/** The proofs at full size, which take too long for every `npm test`. Each ends with exit code 0 when it holds. */
export const proofs: Proof[] = [
  {
    name: 'import',
    what: '100,000 cards and 290,000 uses on both databases: time, memory, equal counts, again without change',
    command: ['tsx', 'bench/import.ts'],
  },
  {
    name: 'kill',
    what: 'kill -9 twenty times on each database while 8 clients post 2,000 uses: none lost, none doubled',
    command: ['tsx', 'bench/kill-drill.ts'],
  },
  {
    name: 'record-use',
    what: 'recording a use over HTTP beside pgbench with the same writes',
    command: ['tsx', 'bench/record-use.ts'],
  },
  {
    name: 'load',
    what: '200 uses and 50 reads a second for two minutes, four times that for 30 seconds, and back: times, refusals, memory',
    command: ['tsx', 'bench/load.ts'],
  },
  {
    name: 'vendor',
    what: 'each operation of the API alone, from one client and from sixteen, beside a bare Node handler',
    command: ['tsx', 'bench/vendor.ts'],
  },
  {
    name: 'stock',
    what: 'moving 100,000 cards in stock, between 10,000 registered ones, beside an update row by row',
    command: ['tsx', 'bench/stock.ts'],
  },
  {
    name: 'finder',
    what: 'a search of 450 places: database time, and the page beside a bare string',
    command: ['tsx', 'bench/finder.ts'],
  },
  {
    name: 'page-weights',
    what: 'what a first visit costs a phone',
    command: ['tsx', 'bench/page-weights.ts'],
  },
  {
    name: 'lighthouse',
    what: 'what Lighthouse says of the pages that most people see: performance, accessibility, practice, search engines',
    command: ['tsx', 'bench/lighthouse.ts'],
  },
  {
    name: 'disclosure',
    what: '4,500 random tables protected, and attacked by a solver: nothing hidden can be worked out',
    command: ['tsx', 'bench/disclosure.ts'],
  },
  {
    name: 'publications',
    what: 'every publication of the demo world, with all that adds up between them, attacked by a solver: nothing hidden is known closer than five',
    command: ['tsx', 'bench/publications.ts'],
  },
  {
    name: 'signals',
    what: '450 sites in 20 made normal years with patterns put in: all are found, at most one false alarm a site-year; the job beside a plain count',
    command: ['tsx', 'bench/signals.ts'],
  },
  {
    name: 'statistics',
    what: 'statistics at 300,000 and 3 million uses: what each view asks, and a recount',
    command: ['tsx', 'bench/statistics.ts'],
  },
  {
    name: 'recording',
    what: 'recording a use with the rollups and without them, over HTTP and by pgbench',
    command: ['tsx', 'bench/recording.ts'],
  },
  {
    name: 'rollups',
    what: '6,000 random sequences of deeds on each database: every rollup is what a recount and plain arrays give',
    command: ['tsx', 'bench/rollups.ts'],
  },
  {
    name: 'rebuild',
    what: 'a rebuild of the rollups beside eight clients who record and one who imports: nothing lost, nobody held off',
    command: ['tsx', 'bench/rebuild.ts'],
  },
]
