import type { Child } from 'hono/jsx'
import type { Language } from '../i18n/translated.ts'
import { fill } from '../web/paths.ts'
import { endings } from './name-rules.ts'
import type { MaterialFile } from './queries.ts'
import { type FileKind, isPicture, isShown } from './rules.ts'
import { filePath, thumbnailPath, words } from './words.ts'

/** What stands on the sheet: hills under a sun, the squares of a table, or lines of text. */
const marks: Record<'picture' | 'table' | 'text', Child> = {
  picture: <path d="M6 27l7-9 5 6 3-3 5 6zM21 15.5a2 2 0 1 0 .01 0z" />,
  table: <path d="M7 15h18v12H7zM7 19h18M7 23h18M13 15v12M19 15v12" fill="none" />,
  text: <path d="M8 16h16M8 20h16M8 24h10" fill="none" />,
}
const markOf = (kind: FileKind) => {
  if (isPicture(kind)) return marks.picture
  return kind === 'xlsx' || kind === 'csv' ? marks.table : marks.text
}

/** A sheet with a folded corner. Decorative: the link beside it says what kind of file it is. */
const FileSign = ({ kind }: { kind: FileKind }) => (
  <svg class={`sheet ${kind}`} viewBox="0 0 32 36" aria-hidden="true" focusable="false">
    <path class="page" d="M3 1h18l8 8v26H3z" />
    <path class="fold" d="M21 1v8h8" />
    <g class="mark">{markOf(kind)}</g>
  </svg>
)

const hrefOf = ({ digest, kind }: MaterialFile): string =>
  fill(filePath, { digest: `${digest}.${endings[kind][0]}` })

/** How large a tiny picture stands in a list, in CSS pixels; the small one is shown as it is. */
const tiny = { width: 48, height: 66 }

type LookProps = {
  file: MaterialFile
  /** What the picture says; nothing where the link beside it says all. */
  alt?: { text: string; lang: Language } | undefined
  /** `tiny` is in the page itself; `later` comes when it is scrolled to. */
  look: 'sign' | 'tiny' | 'later' | 'small'
}

/** What a file looks like, in the room that it needs from the first moment. */
const FileLook = ({ file, look, alt }: LookProps) => {
  const { digest, kind, thumbnail } = file
  if (!thumbnail || look === 'sign') return <FileSign kind={kind} />
  const scale = look === 'small' ? 1 : Math.min(tiny.width / thumbnail.width, tiny.height / thumbnail.height)
  const src =
    look === 'tiny' ? `data:image/webp;base64,${thumbnail.tiny}` : fill(thumbnailPath, { picture: digest })
  return (
    <img
      class="look"
      src={src}
      alt={alt?.text ?? ''}
      lang={alt?.lang}
      width={Math.max(1, Math.round(thumbnail.width * scale))}
      height={Math.max(1, Math.round(thumbnail.height * scale))}
      loading={look === 'tiny' ? undefined : 'lazy'}
      decoding="async"
    />
  )
}

type FileLinkProps = {
  language: Language
  file: MaterialFile
  /** All files that stand beside it, itself too. */
  files: readonly MaterialFile[]
  /** Of the material. */
  title: Child
  look: LookProps['look']
  alt?: LookProps['alt']
}

/** A name without what the kind says already. */
const bareName = (name: string) => name.replace(/\.[^.]+$/, '')

/**
 * Takes the file: what it is and how large, so that nobody on a phone is surprised. Files of the same kind are told
 * apart by their names.
 */
export const FileLink = ({ language, file, files, title, look, alt }: FileLinkProps) => {
  const t = words[language]
  const { kind, size, width, height, name } = file
  const isOneOfSeveral = files.filter((one) => one.kind === kind).length > 1
  return (
    <span class="taking">
      <FileLook file={file} look={look} alt={alt} />
      <span>
        <a href={hrefOf(file)}>
          {isShown(kind) ? t.open : t.download} {t.kinds[kind]}
          {isOneOfSeveral ? (
            <>
              : <bdi>{bareName(name)}</bdi>
            </>
          ) : (
            <span class="vh">: {title}</span>
          )}
        </a>
        <span class="hint">
          {' '}
          {t.size(size)}
          {width !== null && height !== null && `, ${t.pixels(width, height)}`}
        </span>
      </span>
    </span>
  )
}
