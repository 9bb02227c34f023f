import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Answer } from './caller.ts'

const Described = z.looseObject({
  content: z.record(z.string(), z.looseObject({ schema: z.looseObject({}).optional() })).optional(),
})
const ComponentsForm = z.looseObject({
  components: z.looseObject({
    schemas: z.record(z.string(), z.looseObject({})).optional(),
    examples: z.record(z.string(), z.unknown()).optional(),
  }),
})
const Answers = z.record(z.string(), Described)
const OperationForm = z.looseObject({ responses: Answers.default({}) })
const PathsForm = z.looseObject({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })

export type Operation = {
  method: string
  /** As the document writes it: `/api/v1/sites/{id}`. */
  path: string
  at: RegExp
  responses: z.output<typeof Answers>
}

const methods = ['get', 'post', 'put', 'patch', 'delete']

const patternOf = (path: string) => {
  const parts = path.split(/\{[^{}]*\}/).map((part) => part.replaceAll(/[^\w/-]/g, '\\$&'))
  return new RegExp(`^${parts.join('[^/]+')}$`)
}

/** What a document says, as far as a run asks. */
export type Contract = {
  operations: readonly Operation[]
  schemas: Record<string, object>
  /** The kinds of problems, such as `card-expired`. */
  problems: readonly string[]
}

const readOperations = (document: unknown): Operation[] =>
  Object.entries(PathsForm.safeParse(document).data?.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, described]) => {
      const { data } = OperationForm.safeParse(described)
      if (!data || !methods.includes(method)) return []
      return [{ method: method.toUpperCase(), path, at: patternOf(path), responses: data.responses }]
    }),
  )

/** Reads an OpenAPI document; what is no such document says nothing. */
export const readContract = (document: unknown): Contract => {
  const { schemas = {}, examples = {} } = ComponentsForm.safeParse(document).data?.components ?? {}
  return { operations: readOperations(document), schemas, problems: Object.keys(examples) }
}

/** The operation that an answer is of. */
export const operationOf = ({ operations }: Contract, answer: Answer): Operation | undefined => {
  const [path] = answer.path.split('?')
  return operations.find(({ method, at }) => method === answer.method && at.test(path!))
}

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The schema itself, where a document names it in its components. */
const schemaOf = ({ schemas }: Contract, schema: { $ref?: unknown }): object =>
  schemas[String(schema.$ref ?? '').replace('#/components/schemas/', '')] ?? schema

/** Reading a schema costs more than using it, and each is used many times. */
const forms = new WeakMap<object, z.ZodType>()
const formOf = (schema: object): z.ZodType => {
  const form = forms.get(schema) ?? z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0])
  forms.set(schema, form)
  return form
}

/** Why an answer is not as the document describes it; null when it is. */
export const misfitOf = (contract: Contract, operation: Operation, answer: Answer): string | null => {
  const { status, headers, body } = answer
  const described = operation.responses[status]
  if (!described) return `the document has no ${status} of ${operation.method} ${operation.path}`
  const type = (headers.get('content-type') ?? '').split(';')[0]!.trim()
  if (!described.content) return null
  const schema = described.content[type]?.schema
  if (!schema) return `the document has no ${type || 'answer without a type'} for ${status}`
  if (!type.endsWith('json')) return null
  const parsed = formOf(schemaOf(contract, schema)).safeParse(body)
  const issue = parsed.error?.issues[0]
  return issue ? `/${issue.path.join('/')} ${issue.message}` : null
}
