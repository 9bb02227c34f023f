import encodeQR from 'qr'

/** Empty squares around, that readers need (ISO/IEC 18004). */
const quiet = 4

/**
 * A QR code as a picture made here, dark on white in every theme: readers need it so.
 * @param label what it is for, to those who cannot see it
 */
export const QrCode = ({ text, label }: { text: string; label: string }) => {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: quiet })
  const dark = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  const size = `0 0 ${rows.length} ${rows.length}`
  return (
    <svg
      class="qr"
      viewBox={size}
      width="256"
      height="256"
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
      focusable="false"
    >
      <rect width="100%" height="100%" fill="#fff" />
      <path d={dark.join('')} fill="#000" />
    </svg>
  )
}
