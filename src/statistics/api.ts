import type { Endpoint } from '../web/endpoint.ts'

export const endpoints: Endpoint[] = []
