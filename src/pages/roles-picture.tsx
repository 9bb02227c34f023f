import type { HolderLanguage } from '../i18n/holder-languages.ts'
import { rolesWords } from './roles-words.ts'

const [width, height] = [640, 400]
const box = { width: 200, height: 84 }

type Place = { x: number; y: number }
const centre: Place = { x: width / 2, y: 128 }
const [left, right]: [Place, Place] = [
  { x: box.width / 2 + 8, y: 128 },
  { x: width - box.width / 2 - 8, y: 128 },
]
const below: Place = { x: width / 2, y: 320 }

/** A name in its box; one of two words stands on two lines, so that it fits in every language. */
const Role = ({ at, name, kind }: { at: Place; name: string; kind: 'own' | 'other' }) => {
  const lines = name.length > 14 ? name.split(' ') : [name]
  const first = at.y - ((lines.length - 1) * 26) / 2
  return (
    <g class={`role ${kind}`}>
      <rect
        x={at.x - box.width / 2}
        y={at.y - box.height / 2}
        width={box.width}
        height={box.height}
        rx={12}
      />
      {lines.map((line, index) => (
        <text x={at.x} y={first + index * 26 + 8} text-anchor="middle">
          {line}
        </text>
      ))}
    </g>
  )
}

const arrow = (from: Place, to: Place) => `M${from.x} ${from.y}L${to.x} ${to.y}`

/**
 * Who does what for whom, in one picture: the issuer gives the card, the site the ticket, the coordinators help both.
 * The text under it says the same, so it is told in one sentence to who cannot see it. Time does not run in it, so it is
 * not turned around in languages that are read from the right.
 * @param names of the holder, the issuer, the site and the coordinator, as the headings of the page call them
 */
export const RolesPicture = ({ reader, names }: { reader: HolderLanguage; names: readonly string[] }) => {
  const t = rolesWords[reader]
  const [holder = '', issuer = '', site = '', coordinator = ''] = names
  const half = box.width / 2
  return (
    <svg
      class="roles"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t.all(issuer, site, coordinator)}
    >
      <path class="way" d={arrow({ x: left.x + half, y: left.y }, { x: centre.x - half, y: centre.y })} />
      <path class="way" d={arrow({ x: right.x - half, y: right.y }, { x: centre.x + half, y: centre.y })} />
      <path class="way" d={arrow({ x: below.x - 60, y: below.y - 42 }, { x: left.x, y: left.y + 42 })} />
      <path class="way" d={arrow({ x: below.x + 60, y: below.y - 42 }, { x: right.x, y: right.y + 42 })} />
      <text class="deed" x={left.x} y={60} text-anchor="middle">
        {t.givesCard}
      </text>
      <text class="deed" x={right.x} y={60} text-anchor="middle">
        {t.givesTicket}
      </text>
      <text class="deed" x={below.x} y={below.y + 68} text-anchor="middle">
        {t.helps}
      </text>
      <Role at={left} name={issuer} kind="other" />
      <Role at={right} name={site} kind="other" />
      <Role at={centre} name={holder} kind="own" />
      <Role at={below} name={coordinator} kind="other" />
    </svg>
  )
}
