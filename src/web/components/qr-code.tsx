import { encodeQR } from 'qr'

/** The blank edge that readers need, in modules (ISO/IEC 18004). */
const edge = 4

/** One square for each dark module, as one path. */
const shapeOf = (text: string) => {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: edge })
  const path = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { size: rows.length, path: path.join('') }
}

/** A link as a picture for a phone's camera. Always stands beside the same link in words. */
export const QrCode = ({ text, label }: { text: string; label: string }) => {
  const { size, path } = shapeOf(text)
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <path d={path} />
    </svg>
  )
}
