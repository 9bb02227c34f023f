import { formatNumber, type Language } from '../../i18n/translated.ts'

type Tile = {
  /** Two or three letters; the table beside the map says them in full. */
  short: string
  col: number
  row: number
  /** Null where it is not shown. */
  count: number | null
  /** Where the tile leads, and its name in full, which is read after what it shows: a map to choose by. */
  link?: { href: string; label: string; current?: boolean }
}

type TileMapProps = {
  id: string
  language: Language
  /** What the map shows, as a sentence. */
  title: string
  summary: string
  tiles: readonly Tile[]
}

/** The step from one tile to the next, and the gap within it; text keeps its size, so narrow tiles are small ones. */
const frames = { narrow: { across: 68, down: 52, gap: 3 }, wide: { across: 108, down: 84, gap: 4 } }

/** Stronger is more: by powers of four from the largest, since counties differ by that much. */
const shadeOf = (count: number, largest: number) => {
  if (count === 0) return 'none'
  if (count * 4 > largest) return 'high'
  return count * 16 > largest ? 'mid' : 'low'
}

const Square = (props: {
  tile: Tile
  id: string
  size: keyof typeof frames
  largest: number
  text: string
}) => {
  const { tile, id, size, largest, text } = props
  const { across, down, gap } = frames[size]
  const [x, y] = [tile.col * across, tile.row * down]
  const middle = x + (across - gap) / 2
  const shade = tile.count === null ? 'hidden' : shadeOf(tile.count, largest)
  const square = (
    <g class={`tile ${shade}`}>
      <rect x={x + 1} y={y + 1} width={across - gap} height={down - gap} rx="4" />
      {tile.count === null && (
        <rect
          class="veil"
          fill={`url(#${id}-veil)`}
          x={x + 1}
          y={y + 1}
          width={across - gap}
          height={down - gap}
          rx="4"
        />
      )}
      <text x={middle} y={y + down / 2 - 6}>
        {tile.short}
        {/* Read with the number after it, the name of a link says the same words as the eye reads. */ ' '}
      </text>
      <text class="total" x={middle} y={y + down / 2 + 15}>
        {text}
      </text>
    </g>
  )
  if (!tile.link) return square
  const { href, label, current } = tile.link
  return (
    <a href={href} aria-label={`${tile.short} ${text} ${label}`} aria-current={current ? 'true' : undefined}>
      {square}
    </a>
  )
}

const Tiles = ({
  id,
  language,
  title,
  summary,
  tiles,
  size,
}: TileMapProps & { size: keyof typeof frames }) => {
  const { across, down } = frames[size]
  const [cols, rows] = [
    Math.max(...tiles.map(({ col }) => col)) + 1,
    Math.max(...tiles.map(({ row }) => row)) + 1,
  ]
  const largest = Math.max(0, ...tiles.map(({ count }) => count ?? 0))
  return (
    <svg
      class={`chart tiles ${size}`}
      viewBox={`0 0 ${cols * across} ${rows * down}`}
      role={tiles.some(({ link }) => link) ? 'group' : 'img'}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-summary`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-summary`}>{summary}</desc>
      <defs>
        <pattern
          id={`${id}-veil`}
          class="veil"
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M0 0V8" />
        </pattern>
      </defs>
      {tiles.map((tile) => (
        <Square
          tile={tile}
          id={id}
          size={size}
          largest={largest}
          text={tile.count === null ? '–' : formatNumber(language, tile.count)}
        />
      ))}
    </svg>
  )
}

/**
 * A map of equal tiles, one a place, each with its number: colour only repeats it, and what is hidden is hatched.
 * Drawn twice, so that text keeps its size on phones. Its numbers belong beside it as a table.
 */
export const TileMap = ({ id, tiles, ...rest }: TileMapProps) => {
  if (tiles.length === 0) return null
  const [left, top] = [Math.min(...tiles.map(({ col }) => col)), Math.min(...tiles.map(({ row }) => row))]
  const placed = tiles.map((tile) => ({ ...tile, col: tile.col - left, row: tile.row - top }))
  return (
    <>
      <Tiles id={`${id}-n`} size="narrow" tiles={placed} {...rest} />
      <Tiles id={`${id}-w`} size="wide" tiles={placed} {...rest} />
    </>
  )
}
