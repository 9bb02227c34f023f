import { Table } from '../web/components/table.tsx'
import type { Endpoint } from '../web/endpoint.ts'
import { fieldsOf, type JsonField } from '../web/json-fields.ts'
import { jsonSchemaOf } from '../web/json-schema.ts'
import { bodyExample, type KnownProblems, operationIdOf, problemsOf, templateOf } from '../web/openapi.ts'

const Fields = ({ id, caption, fields }: { id: string; caption: string; fields: readonly JsonField[] }) =>
  fields.length === 0 ? null : (
    <Table
      id={id}
      caption={caption}
      shape="stack"
      empty=""
      rows={fields}
      columns={[
        { label: 'Name', header: true, cell: ({ name }) => <code>{name}</code> },
        { label: 'Value', cell: ({ type }) => type },
        { label: 'Needed', cell: ({ required }) => (required ? 'yes' : 'no') },
        { label: 'What', cell: ({ what }) => what },
      ]}
    />
  )

/** The refusals that stand for something of the row's own; those of every row are told once, in the guide. */
const ownProblems = (row: Endpoint, problems: KnownProblems) =>
  problemsOf(row).filter((type) => row.problems?.includes(type) && problems[type])

/** One address: what it takes, what it answers, and how it may refuse. Printed from the row that serves it. */
export const Operation = ({ row, problems }: { row: Endpoint; problems: KnownProblems }) => {
  const id = operationIdOf(row)
  const own = ownProblems(row, problems)
  const asked = [row.params, row.query].flatMap((schema) => (schema ? fieldsOf(jsonSchemaOf(schema)) : []))
  const example = bodyExample(row)
  return (
    <details id={id}>
      <summary>
        <code>
          {row.method} {templateOf(row.path)}
        </code>
      </summary>
      <p>{row.summary}</p>
      <p>
        {row.holder === 'everyone' ? 'No key is needed.' : <KeyLine row={row} />}
        {row.needsIdempotencyKey && ' An Idempotency-Key is needed.'}
        {row.deprecated &&
          ` Do not use it in new programs: it goes on ${row.deprecated.until ?? 'a day to be told'}.`}
      </p>
      <Fields id={`${id}-asked`} caption="In the address" fields={asked} />
      {row.body && (
        <Fields id={`${id}-body`} caption="In the body" fields={fieldsOf(jsonSchemaOf(row.body))} />
      )}
      {example !== undefined && <pre class="letter">{JSON.stringify(example, null, 2)}</pre>}
      {Object.entries(row.answers).map(([status, { what, schema }]) => (
        <>
          <p>
            <b>{status}</b> {what}
          </p>
          <Fields
            id={`${id}-${status}`}
            caption={`Answer ${status}`}
            fields={fieldsOf(jsonSchemaOf(schema))}
          />
        </>
      ))}
      {own.length > 0 && (
        <ul>
          {own.map((type) => (
            <li>
              {problems[type]!.status} <a href={`/problems/${type}`}>{type}</a>: {problems[type]!.title}
            </li>
          ))}
        </ul>
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
