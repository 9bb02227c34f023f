import { guideWords } from '../guides/guide-words.ts'
import type { HolderLanguage } from '../i18n/holder-languages.ts'
import { type Changes, changesBetween, isNothing } from './change-rules.ts'
import { ownWords } from './own-words.ts'
import { pageWords } from './page-words.ts'
import { type Content, type Edition, printedName } from './rules.ts'

const Name = ({ children }: { children: string }) => <bdi lang="fi">{children}</bdi>

const Names = ({ title, names }: { title: string; names: readonly string[] }) =>
  names.length === 0 ? null : (
    <>
      <h4>{title}</h4>
      <ul>
        {names.map((name) => (
          <li>
            <Name>{name}</Name>
          </li>
        ))}
      </ul>
    </>
  )

const Changed = ({ reader, changed }: { reader: HolderLanguage; changed: Changes['changed'] }) => {
  const t = pageWords[reader]
  if (changed.length === 0) return null
  return (
    <>
      <h4>{t.changed}</h4>
      <ul>
        {changed.map(({ name, before, fields }) => (
          <li>
            <Name>{name}</Name>: {fields.map((field) => t.fields[field]).join(', ')}
            {before !== name && (
              <>
                {' '}
                ({t.formerly} <Name>{before}</Name>)
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

const OfKind = ({ reader, title, changes }: { reader: HolderLanguage; title: string; changes: Changes }) => {
  const t = pageWords[reader]
  if (isNothing(changes)) return null
  return (
    <>
      <h3>{title}</h3>
      <Names title={t.added} names={changes.added} />
      <Names title={t.removed} names={changes.removed} />
      <Changed reader={reader} changed={changes.changed} />
    </>
  )
}

/** Which places an edition lists otherwise than the one before it, by name and in what. */
export const ChangesSection = (props: { reader: HolderLanguage; before: Edition; after: Content }) => {
  const { reader, before, after } = props
  const t = pageWords[reader]
  const { sites, units } = changesBetween(before.content, after)
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{t.changes}</h2>
      <p>
        {t.since} <bdi>{printedName(before)}</bdi>.
      </p>
      {isNothing(sites) && isNothing(units) && <p>{t.same}</p>}
      <OfKind reader={reader} title={guideWords[reader].places} changes={sites} />
      <OfKind reader={reader} title={ownWords[reader].units.title} changes={units} />
    </section>
  )
}
