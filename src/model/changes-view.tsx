import type { Language } from '../i18n/translated.ts'
import { type Change, isChange, type Part, wordDiff } from './diff-rules.ts'
import { Marks } from './points-view.tsx'
import { numberOf, type Point } from './rules.ts'
import { words } from './words.ts'

/**
 * One side of a text that changed. What differs is marked by the element, a line and, for who listens, by words; colour
 * only helps.
 */
const Side = ({
  language,
  parts,
  side,
}: {
  language: Language
  parts: readonly Part[]
  side: 'old' | 'new'
}) => {
  const t = words[language]
  const Mark = side === 'old' ? 'del' : 'ins'
  return (
    <>
      {parts
        .filter(({ kind }) => kind === 'same' || kind === side)
        .map(({ kind, text }) =>
          kind === 'same' ? (
            text
          ) : (
            <Mark>
              <span class="vh">{t[side]}</span>
              {text}
              <span class="vh">{t.end}</span>
            </Mark>
          ),
        )}
    </>
  )
}

const Versus = ({ language, before, after, versions }: ChangedProps) => {
  const t = words[language]
  const heading = wordDiff(before.heading[language], after.heading[language])
  const text = wordDiff(before.text[language], after.text[language])
  const sides = [
    { side: 'old', point: before, version: versions.before },
    { side: 'new', point: after, version: versions.after },
  ] as const
  return (
    <div class="versus">
      {sides.map(({ side, point, version }) => (
        <div>
          <p class="label">{t.version(version)}</p>
          <p>
            <strong>
              {numberOf(point)} <Side language={language} parts={heading} side={side} />
            </strong>
          </p>
          <p>
            <Side language={language} parts={text} side={side} />
          </p>
          <Marks language={language} marks={point.marks} />
        </div>
      ))}
    </div>
  )
}

type Versions = { before: number; after: number }
type ChangedProps = { language: Language; before: Point; after: Point; versions: Versions }

type AloneProps = { language: Language; point: Point; side: 'old' | 'new'; version: number }
/** A point that only one of the versions has: all of it is marked. */
const Alone = ({ language, point, side, version }: AloneProps) => (
  <div class="versus">
    <div>
      <p class="label">{words[language].version(version)}</p>
      <p>
        <Side language={language} parts={[{ kind: side, text: point.text[language] }]} side={side} />
      </p>
      <Marks language={language} marks={point.marks} />
    </div>
  </div>
)

const Item = ({ language, change, versions }: { language: Language; change: Change; versions: Versions }) => {
  const t = words[language]
  if (change.kind === 'same') return null
  const shown = change.kind === 'removed' ? change.before : change.after
  const isMoved = change.kind === 'changed' && change.what.includes('number')
  return (
    <li>
      <h2>
        {t.kinds[change.kind]}: {numberOf(shown)} {shown.heading[language]}
        {isMoved && ` (${t.formerly(numberOf(change.before))})`}
      </h2>
      {change.kind === 'changed' && (
        <p>
          {t.changes}
          {change.what.map((one) => t.what[one]).join(', ')}
        </p>
      )}
      {change.kind === 'changed' && isChange(change) && (
        <Versus language={language} before={change.before} after={change.after} versions={versions} />
      )}
      {change.kind === 'added' && (
        <Alone language={language} point={change.after} side="new" version={versions.after} />
      )}
      {change.kind === 'removed' && (
        <Alone language={language} point={change.before} side="old" version={versions.before} />
      )}
    </li>
  )
}

/** How much changed, as one line. */
export const changeCounts = (language: Language, changes: readonly Change[]): string => {
  const t = words[language].counts
  const count = (kind: Change['kind']) => changes.filter((change) => change.kind === kind).length
  return (['changed', 'added', 'removed', 'same'] as const)
    .filter((kind) => count(kind) > 0)
    .map((kind) => t[kind](count(kind)))
    .join(' · ')
}

type Props = { language: Language; changes: readonly Change[]; versions: Versions }

/** What a version changes of the one before it, point by point; what stays is only counted. */
export const Changes = ({ language, changes, versions }: Props) => {
  const t = words[language]
  const isSame = changes.every(({ kind }) => kind === 'same')
  return (
    <>
      <p>{isSame ? t.noChanges : changeCounts(language, changes)}</p>
      {!isSame && <p class="hint">{t.changesLead(versions.before, versions.after)}</p>}
      <ul class="points">
        {changes.map((change) => (
          <Item language={language} change={change} versions={versions} />
        ))}
      </ul>
    </>
  )
}
