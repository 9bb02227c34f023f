/** The queue’s disk in a browser: IndexedDB, with the records encrypted. Two tabs may use it at once. */
import { makeKey, type Sealed, seal, unseal } from './seal.ts'
import type { Mark, QueueStore, Secret } from './store-types.ts'

const database = 'kaiku-desk'

/** `seq` is given by the browser in the order of keeping. */
type Row = Mark & { seq?: number; record: Sealed; said: Sealed | null }

const openDatabase = () =>
  new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(database, 1)
    request.onupgradeneeded = () => {
      const records = request.result.createObjectStore('record', { keyPath: 'seq', autoIncrement: true })
      records.createIndex('id', 'id', { unique: true })
      request.result.createObjectStore('key')
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
    request.onblocked = () => reject(new Error('Another tab holds an older store'))
  })

/** What a transaction hands on when it has been completed, and so is on the disk. */
type Work<T> = (table: IDBObjectStore, done: (result: T) => void) => void

/**
 * Runs transactions on one connection, made anew when the browser has closed it (Safari does, after a while in the
 * background). `strict` asks the disk itself: a power cut then loses nothing that was said to be kept.
 */
const connect = () => {
  let opened: Promise<IDBDatabase> | null = null
  const connection = async () => {
    opened ??= openDatabase()
    const db = await opened.catch((error) => {
      opened = null
      throw error
    })
    db.onclose = () => {
      opened = null
    }
    db.onversionchange = () => {
      opened = null
      db.close()
    }
    return db
  }
  const begin = async (table: string, mode: IDBTransactionMode) => {
    const strict = { durability: 'strict' } as const
    try {
      return (await connection()).transaction(table, mode, strict)
    } catch (error) {
      if ((error as Error).name !== 'InvalidStateError') throw error
      opened = null
      return (await connection()).transaction(table, mode, strict)
    }
  }
  return async <T>(table: string, mode: IDBTransactionMode, work: Work<T>): Promise<T> => {
    const transaction = await begin(table, mode)
    return new Promise<T>((resolve, reject) => {
      let result: T
      transaction.oncomplete = () => resolve(result)
      transaction.onabort = () => reject(transaction.error ?? new Error('The browser kept nothing'))
      work(transaction.objectStore(table), (value) => {
        result = value
      })
    })
  }
}

type Run = ReturnType<typeof connect>

/** The device’s key: made once, before the first record. Of two tabs that make one, the second takes the first’s. */
const findKey = async (run: Run): Promise<CryptoKey> => {
  const read: Work<CryptoKey | undefined> = (table, done) => {
    const asked = table.get('key')
    asked.onsuccess = () => done(asked.result)
  }
  const known = await run('key', 'readonly', read)
  if (known) return known
  const made = await makeKey()
  return run<CryptoKey>('key', 'readwrite', (table, done) => {
    const asked = table.get('key')
    asked.onsuccess = () => {
      if (!asked.result) table.put(made, 'key')
      done(asked.result ?? made)
    }
  })
}

const markOf = ({ id, owner, state, tried, keptAt, undoneAt }: Row): Mark => ({
  ...{ id, owner, state, tried, keptAt, undoneAt },
})

/** The row of an id, if there is one, inside the transaction of its table. */
const withRow = (table: IDBObjectStore, id: string, then: (row: Row | undefined) => void) => {
  const asked = table.index('id').get(id) as IDBRequest<Row | undefined>
  asked.onsuccess = () => then(asked.result)
}

/** @throws when the browser keeps nothing, such as in a private window, or has no `crypto.subtle` (plain http) */
export const openStore = async (): Promise<QueueStore> => {
  const run = connect()
  const key = await findKey(run)
  const sealed = async (mark: Mark, { record, said }: Secret): Promise<Row> => ({
    ...mark,
    record: await seal(key, `record ${mark.id}`, record),
    said: said && (await seal(key, `said ${mark.id}`, said)),
  })
  const opened = async ({ id, record, said }: Row): Promise<Secret> =>
    ({
      record: await unseal(key, `record ${id}`, record),
      said: said && (await unseal(key, `said ${id}`, said)),
    }) as Secret

  return {
    marks: () =>
      run<Mark[]>('record', 'readonly', (table, done) => {
        const asked = table.getAll() as IDBRequest<Row[]>
        asked.onsuccess = () => done(asked.result.map(markOf))
      }),
    secret: async (id) => {
      const row = await run<Row | undefined>('record', 'readonly', (table, done) => withRow(table, id, done))
      return row ? opened(row).catch(() => 'unreadable' as const) : null
    },
    add: async (mark, secret) => {
      const row = await sealed(mark, secret)
      return run<void>('record', 'readwrite', (table) =>
        withRow(table, mark.id, (known) => {
          if (!known) table.add(row)
        }),
      )
    },
    change: async (id, decide, said) => {
      const why = said && { said: await seal(key, `said ${id}`, said) }
      return run<Mark | null>('record', 'readwrite', (table, done) =>
        withRow(table, id, (row) => {
          if (!row) return done(null)
          const before = markOf(row)
          const mark = decide(before)
          done(mark)
          if (!mark) table.delete(row.seq!)
          else if (mark !== before || why) table.put({ ...row, ...mark, ...why })
        }),
      )
    },
    replace: async (id, may, mark, secret) => {
      const row = await sealed(mark, secret)
      return run<boolean>('record', 'readwrite', (table, done) =>
        withRow(table, id, (known) => {
          const isRight = known !== undefined && may(markOf(known))
          done(isRight)
          if (!isRight) return
          table.delete(known.seq!)
          table.add(row)
        }),
      )
    },
  }
}
