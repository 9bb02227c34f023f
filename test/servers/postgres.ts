import { startCluster } from '../../scripts/lib/postgres.ts'

/** One PostgreSQL for the whole run; every test makes its own databases in `TEST_POSTGRES_URL`. */
const setup = async (): Promise<() => Promise<void>> => {
  const cluster = await startCluster()
  process.env.TEST_POSTGRES_URL = cluster.url
  return cluster.stop
}

export default setup
