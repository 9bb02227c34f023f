import { checkFile, type FileProblem } from './check-rules.ts'
import { clean } from './clean-make.ts'
import { type Thumbnail, thumbnailOf } from './picture-make.ts'
import type { FileKind } from './rules.ts'

/** A file as it is kept. `tells` is what it still says of who made it. */
export type Kept = {
  kind: FileKind
  width: number | null
  height: number | null
  bytes: Uint8Array
  tells: readonly string[]
}
export type Refused = { problem: FileProblem; found?: string }

/** A file as it may be kept: what its bytes say that it is, without what it tells of its maker. */
export const makeKept = async (name: string, sent: Uint8Array): Promise<Kept | Refused> => {
  const checked = checkFile(name, sent)
  if ('problem' in checked) return checked
  const cleaned = await clean(sent, checked.kind)
  if (typeof cleaned === 'string') return { problem: cleaned }
  // What has been written anew is judged like what was sent.
  const again = checkFile(name, cleaned.bytes)
  return 'problem' in again ? again : { ...again, ...cleaned }
}

/** The typesetter takes a second to come, and only these two kinds need it. */
const drawing = () => import('./first-page-make.ts')

/** What is shown of a file before it is opened; null for kinds that have no picture of their own, and where none can be made. */
export const makeThumbnail = async ({ kind, bytes }: Kept): Promise<Thumbnail | null> => {
  try {
    if (kind === 'pdf') return await thumbnailOf(await (await drawing()).firstPageOf(bytes))
    if (kind === 'svg') return await thumbnailOf(await (await drawing()).drawingOf(bytes))
    return kind === 'png' || kind === 'jpeg' || kind === 'webp' ? await thumbnailOf(bytes) : null
  } catch {
    return null
  }
}
