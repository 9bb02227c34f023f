import type { HolderLanguage } from '../i18n/holder-languages.ts'
import { rolesWords } from './roles-words.ts'

type Place = { x: number; y: number }
type Drawing = {
  kind: 'broad' | 'tall'
  size: { width: number; height: number }
  box: { width: number; height: number }
  /** From one line of words to the next. */
  line: number
  at: { holder: Place; issuer: Place; site: Place; coordinator: Place }
  /** Where the last line of each deed stands; that of the coordinator is its first. */
  deeds: { issuer: Place; site: Place; coordinator: Place }
  ways: readonly string[]
}

/** Side by side, for a screen that has room beside the text. */
const broad: Drawing = {
  kind: 'broad',
  size: { width: 640, height: 400 },
  box: { width: 200, height: 84 },
  line: 26,
  at: {
    holder: { x: 320, y: 128 },
    issuer: { x: 108, y: 128 },
    site: { x: 532, y: 128 },
    coordinator: { x: 320, y: 320 },
  },
  deeds: { issuer: { x: 108, y: 66 }, site: { x: 532, y: 66 }, coordinator: { x: 320, y: 388 } },
  ways: ['M208 128H220', 'M432 128H420', 'M260 278L108 170', 'M380 278L532 170'],
}

/** Upright, for a phone: one unit is about one pixel there. */
const tall: Drawing = {
  kind: 'tall',
  size: { width: 328, height: 410 },
  box: { width: 152, height: 68 },
  line: 21,
  at: {
    holder: { x: 164, y: 204 },
    issuer: { x: 78, y: 88 },
    site: { x: 250, y: 88 },
    coordinator: { x: 164, y: 320 },
  },
  deeds: { issuer: { x: 78, y: 42 }, site: { x: 250, y: 42 }, coordinator: { x: 164, y: 378 } },
  ways: ['M112 122L136 170', 'M216 122L192 170', 'M88 320H34V122', 'M240 320H294V122'],
}

/** What is too long for one line is parted at the space nearest to its middle. */
const linesOf = (words: string): string[] => {
  const spaces = [...words.matchAll(/ /g)].map(({ index }) => index)
  const middle = words.length / 2
  const [nearest] = spaces.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
  return words.length > 12 && nearest !== undefined
    ? [words.slice(0, nearest), words.slice(nearest + 1)]
    : [words]
}

/** @param at where the first line stands */
const Lines = ({ words, at, line, of }: { words: string; at: Place; line: number; of?: string }) => (
  <>
    {linesOf(words).map((part, index) => (
      <text class={of} x={at.x} y={at.y + index * line}>
        {part}
      </text>
    ))}
  </>
)

type RoleProps = { drawing: Drawing; at: Place; name: string; isOwn?: boolean }
const Role = ({ drawing: { box, line }, at, name, isOwn = false }: RoleProps) => {
  const first = at.y + 7 - ((linesOf(name).length - 1) * line) / 2
  return (
    <g class={isOwn ? 'role own' : 'role'}>
      <rect
        x={at.x - box.width / 2}
        y={at.y - box.height / 2}
        width={box.width}
        height={box.height}
        rx={12}
      />
      <Lines words={name} at={{ x: at.x, y: first }} line={line} />
    </g>
  )
}

type PictureProps = { reader: HolderLanguage; names: readonly string[] }

const Picture = ({ reader, names, drawing }: PictureProps & { drawing: Drawing }) => {
  const t = rolesWords[reader]
  const [holder = '', issuer = '', site = '', coordinator = ''] = names
  const { kind, size, line, at, deeds, ways } = drawing
  /** Its last line stands there. */
  const above = (words: string, { x, y }: Place) => ({ x, y: y - (linesOf(words).length - 1) * line })
  return (
    <svg
      class={kind === 'tall' ? 'roles tall' : 'roles'}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={t.all(issuer, site, coordinator)}
    >
      {ways.map((way) => (
        <path class="way" d={way} />
      ))}
      <Lines of="deed" words={t.givesCard} at={above(t.givesCard, deeds.issuer)} line={line} />
      <Lines of="deed" words={t.givesTicket} at={above(t.givesTicket, deeds.site)} line={line} />
      <Lines of="deed" words={t.helps} at={deeds.coordinator} line={line} />
      <Role drawing={drawing} at={at.issuer} name={issuer} />
      <Role drawing={drawing} at={at.site} name={site} />
      <Role drawing={drawing} at={at.holder} name={holder} isOwn />
      <Role drawing={drawing} at={at.coordinator} name={coordinator} />
    </svg>
  )
}

/**
 * Who does what for whom, in one picture: the issuer gives the card, the site the ticket, the coordinators help both.
 * The text under it says the same, so it is told in one sentence to who cannot see it. Time does not run in it, so it is
 * not turned around in languages that are read from the right. It is drawn twice, and shown as the screen is wide.
 * @param names of the holder, the issuer, the site and the coordinator, as the headings of the page call them
 */
export const RolesPicture = (props: PictureProps) => (
  <>
    <Picture {...props} drawing={broad} />
    <Picture {...props} drawing={tall} />
  </>
)
