import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Answer } from './caller.ts'

type Described = { content?: Record<string, { schema?: object }> }
export type Operation = {
  method: string
  /** As the document writes it: `/api/v1/sites/{id}`. */
  path: string
  at: RegExp
  /** Whether a key has to be sent. */
  isKeyed: boolean
  responses: Record<string, Described>
}

const methods = ['get', 'post', 'put', 'patch', 'delete']
type Paths = Record<string, Record<string, { security?: unknown[]; responses?: Record<string, Described> }>>

const patternOf = (path: string) =>
  new RegExp(`^${path.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{\w+\}/g, '[^/]+')}$`)

/** The operations of an OpenAPI document; none when it is no such document. */
export const readOperations = (document: unknown): Operation[] =>
  Object.entries((document as { paths?: Paths } | null | undefined)?.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => methods.includes(method))
      .map(([method, { security = [], responses = {} }]) => ({
        ...{ method: method.toUpperCase(), path, at: patternOf(path), responses },
        isKeyed: security.length > 0,
      })),
  )

/** The operation that an answer is of. */
export const operationOf = (operations: readonly Operation[], answer: Answer): Operation | undefined => {
  const [path] = answer.path.split('?')
  return operations.find(({ method, at }) => method === answer.method && at.test(path!))
}

/** The kinds of problems that a document names, such as `card-expired`. */
export const problemsIn = (document: unknown): string[] =>
  Object.keys((document as { components?: { examples?: object } } | undefined)?.components?.examples ?? {})

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

type Referring = { $ref?: string }
/** The schema itself, where a document names it in its components. */
const schemaOf = (document: unknown, schema: object): object => {
  const { $ref } = schema as Referring
  const name = $ref?.replace('#/components/schemas/', '')
  const schemas = (document as { components?: { schemas?: Record<string, object> } }).components?.schemas
  return (name && schemas?.[name]) || schema
}

/** Reading a schema costs more than using it, and each is used many times. */
const forms = new WeakMap<object, z.ZodType>()
const formOf = (schema: object): z.ZodType => {
  const form = forms.get(schema) ?? z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0])
  forms.set(schema, form)
  return form
}

/** Why an answer is not as the document describes it; null when it is. */
export const misfitOf = (document: unknown, operation: Operation, answer: Answer): string | null => {
  const { status, headers, body } = answer
  const described = operation.responses[status]
  if (!described) return `the document has no ${status} of ${operation.method} ${operation.path}`
  const type = (headers.get('content-type') ?? '').split(';')[0]!.trim()
  if (!described.content) return null
  const schema = described.content[type]?.schema
  if (!schema) return `the document has no ${type || 'answer without a type'} for ${status}`
  if (!type.endsWith('json')) return null
  const parsed = formOf(schemaOf(document, schema)).safeParse(body)
  const issue = parsed.error?.issues[0]
  return issue ? `/${issue.path.join('/')} ${issue.message}` : null
}
