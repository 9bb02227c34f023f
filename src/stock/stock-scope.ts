import { areaScopeOf, type User, unitScopeOf } from '../access.ts'
import type { Side } from './order-rules.ts'
import type { StockScope } from './unit-queries.ts'

/** The stock of whoever is signed in. @throws when the role has none */
export const stockScopeOf = (user: User): StockScope =>
  user.role === 'issuer' ? unitScopeOf(user) : areaScopeOf(user)

export const sideOf = (scope: StockScope): Side =>
  'unitId' in scope ? 'unit' : scope.areaId === null ? 'centre' : 'area'
