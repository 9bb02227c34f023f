import type { Endpoint } from '../web/endpoint.ts'
import { fieldsOf, type JsonField } from '../web/json-fields.ts'
import { jsonSchemaOf } from '../web/json-schema.ts'
import { bodyExample, type KnownProblems, operationIdOf, problemsOf, templateOf } from '../web/openapi.ts'

type Listed = { title: string; fields: readonly JsonField[]; isAnswer?: boolean }

/** In an answer every field is there unless it says otherwise; in a question, what is needed says so. */
const Fields = ({ title, fields, isAnswer = false }: Listed) =>
  fields.length === 0 ? null : (
    <>
      <p>{title}</p>
      <ul>
        {fields.map(({ name, type, required, what }) => (
          <li>
            <code>{name}</code> {type}
            {required !== isAnswer && (isAnswer ? ', not always there' : ', needed')}
            {what && `. ${what}`}
          </li>
        ))}
      </ul>
    </>
  )

/** The refusals that stand for something of the row's own; those of every row are told once, in the guide. */
const ownProblems = (row: Endpoint, problems: KnownProblems) =>
  problemsOf(row).filter((type) => row.problems?.includes(type) && problems[type])

/** One address: what it takes, what it answers, and how it may refuse. Printed from the row that serves it. */
export const Operation = ({ row, problems }: { row: Endpoint; problems: KnownProblems }) => {
  const own = ownProblems(row, problems)
  const asked = [row.params, row.query].flatMap((schema) => (schema ? fieldsOf(jsonSchemaOf(schema)) : []))
  const example = bodyExample(row)
  return (
    <details id={operationIdOf(row)}>
      <summary>
        <code>
          {row.method} {templateOf(row.path)}
        </code>{' '}
        {row.summary}
      </summary>
      <p>
        {row.holder === 'everyone' ? 'No key is needed.' : <KeyLine row={row} />}
        {row.needsIdempotencyKey && ' An Idempotency-Key is needed.'}
        {row.deprecated &&
          ` Do not use it in new programs: it goes on ${row.deprecated.until ?? 'a day to be told'}.`}
      </p>
      <Fields title="In the address:" fields={asked} />
      {row.body && <Fields title="In the body:" fields={fieldsOf(jsonSchemaOf(row.body))} />}
      {example !== undefined && <pre class="letter">{JSON.stringify(example, null, 2)}</pre>}
      {Object.entries(row.answers).map(([status, { what, schema }]) => (
        <Fields title={`${status} ${what}`} fields={fieldsOf(jsonSchemaOf(schema))} isAnswer />
      ))}
      {own.length > 0 && (
        <>
          <p>It may refuse:</p>
          <ul>
            {own.map((type) => (
              <li>
                {problems[type]!.status} <a href={`/problems/${type}`}>{type}</a>: {problems[type]!.title}
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  )
}

const KeyLine = ({ row }: { row: Endpoint }) => (
  <>
    Needs a key
    {row.permission !== 'api.read' && (
      <>
        {' '}
        with the scope <code>{row.permission}</code>
      </>
    )}
    . {row.practise ? 'A test key may ask too.' : 'A test key is refused.'}
  </>
)
