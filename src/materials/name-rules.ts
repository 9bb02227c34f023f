import type { FileKind } from './rules.ts'

/** What may stand at the end of a name, of each kind. */
export const endings: Record<FileKind, readonly string[]> = {
  pdf: ['pdf'],
  docx: ['docx'],
  pptx: ['pptx'],
  xlsx: ['xlsx'],
  png: ['png'],
  jpeg: ['jpg', 'jpeg'],
  webp: ['webp'],
  svg: ['svg'],
  txt: ['txt'],
  csv: ['csv'],
}

export type NameProblem = 'name-path' | 'name-odd' | 'name-long' | 'ending'

const longestName = 120

/** What is wrong with a name by itself; null when it can be shown as it is. */
export const nameProblem = (name: string): NameProblem | null => {
  if (/[/\\]/.test(name) || /^\.+$/.test(name) || /^[a-z]:/i.test(name)) return 'name-path'
  // Marks that turn the direction let `gpj.exe` be read as `exe.jpg`.
  if (/[\p{Cc}\p{Cf}\p{Co}\p{Cs}"<>|]/u.test(name) || name.trim() === '') return 'name-odd'
  return name.length > longestName ? 'name-long' : null
}

export const endingOf = (name: string): string => /\.([^.]*)$/.exec(name)?.[1]?.toLowerCase() ?? ''

/** The name under which a file is sent: ours, without a letter of what its sender typed. */
export const servedName = (materialId: number, fileId: number, kind: FileKind): string =>
  `kaikukortti-${materialId}-${fileId}.${endings[kind][0]}`
