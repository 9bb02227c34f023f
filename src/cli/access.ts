import { rolesOf } from '../access.ts'
import { pathsOf, type Route } from '../web/route.tsx'
import type { Command } from './command.ts'

export type AccessRow = { method: string; path: string; permission: string; roles: string[] }

const rowsOf = (route: Route): AccessRow[] =>
  pathsOf(route).map(({ path }) => ({
    method: route.method,
    path,
    permission: route.permission,
    roles: rolesOf(route.permission),
  }))

const open = (path: string): AccessRow => ({
  method: 'GET',
  path,
  permission: 'public.read',
  roles: ['everyone'],
})

/** Every address that answers, and who may ask it. Read from the same rows that are mounted. */
export const listAccess = async (): Promise<AccessRow[]> => {
  // Only here: loading the program takes half a second that `--help` should not cost.
  const [{ endpoints, routes }, { routes: demo }] = await Promise.all([
    import('../app.tsx'),
    import('../demo/routes.tsx'),
  ])
  return [
    open('/health'),
    open('/assets/:file'),
    ...[...routes, ...demo].flatMap(rowsOf),
    ...endpoints.map(({ method, path, permission, holder }) => ({
      ...{ method, path, permission, roles: [holder] },
    })),
  ]
}

export const accessCommand: Command = {
  name: 'access',
  usage: '[--json]',
  what: 'Prints every address and who may ask it.',
  options: {},
  needsDatabase: false,
  run: async ({ options, print }) => {
    const rows = await listAccess()
    if (options.json) print(JSON.stringify(rows, null, 2))
    else
      for (const { method, path, permission, roles } of rows)
        print(`${method.padEnd(4)} ${path.padEnd(48)} ${permission.padEnd(20)} ${roles.join(' ')}`)
    return 0
  },
}
