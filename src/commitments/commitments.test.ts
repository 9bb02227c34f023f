import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { putSent, someContent, write } from '../../test/commitments.ts'
import { type MadeSite, makeMunicipality, makeSite } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { actBy, proofOfSession, type Write } from '../db/db.ts'
import { newToken, proofOfToken } from '../web/session-cookie.ts'
import { addEvent, listEvents } from './event-queries.ts'
import { chainFindings, type SignedDetails, versionHashOf } from './event-rules.ts'
import { actByLink, findLink, findOpenedLink, makeLink, openLink } from './link-queries.ts'
import { linkRefusal } from './link-rules.ts'
import { changeDraft, findCommitment, listParties, makeDraft, sendDraft } from './queries.ts'
import { decline, findSigner, sign, withdraw } from './sign-queries.ts'

let world: World
let site: MadeSite
beforeEach(async () => {
  world = await newWorld()
  site = await makeSite(world.db, { name: 'Esimerkkiteatteri' })
})
afterEach(() => world.end())

const today = '2026-05-04'
const by = (actor = 'account:test') => ({ actor, now: world.now(), today })
const right = { basis: 'position', reference: null } as const
const common = { name: 'Tiina Testaaja', title: null, right, statement: 'right-1', language: 'fi' } as const
const byAccount = (version: string, account: string = randomUUID()): SignedDetails => ({
  ...common,
  version,
  way: 'account',
  account,
  provider: null,
})
const onPaper = (version: string): SignedDetails => ({
  ...common,
  version,
  way: 'paper',
  scan: 'ab'.repeat(32),
  signedOn: today,
  takenInBy: 'account:test',
})

const sentLink = async (id: number, partyId: number) => {
  const token = newToken()
  const proof = proofOfToken(token)
  const email = 'sari@esimerkkila.example'
  const link = await write(world, (db) =>
    makeLink(db, world.keys, { commitmentId: id, partyId, round: 1, email, proof, now: world.now() }),
  )
  return { ...link, proof }
}

/** Acts as a request does: in the role that row-level security binds. */
const asRequest = <T>(run: (db: Write) => Promise<T>): Promise<T> => world.requests.transaction().execute(run)

test('three parties sign by account, by link and on paper, in any order, and the chain tells it', async () => {
  const { id, version } = await putSent(world, site)
  const [county, municipality, culture] = await listParties(world.db, id)
  const venue = await world.as({ role: 'venue', site })
  const { proof, code, id: link } = await sentLink(id, municipality!.id)

  // The venue's own person, held by the database.
  const { accountId } = await world.db
    .selectFrom('account_role')
    .select('account_id as accountId')
    .where('id', '=', venue.accountRoleId)
    .executeTakeFirstOrThrow()
  const signedByVenue = await asRequest(async (db) => {
    await actBy(db, proofOfSession(proofOfToken(venue.token)))
    const user = { role: 'venue', accountId: accountId!, areaId: null, unitId: null, siteId: site.id }
    expect((await findSigner(db, user)).organisationId).toBe(culture!.organisationId)
    // Another's signature is not theirs to give.
    await db.executeQuery(sql`savepoint before`.compile(db))
    await expect(sign(db, id, county!.id, byAccount(version, accountId!), by())).rejects.toThrow()
    await db.executeQuery(sql`rollback to before`.compile(db))
    // Nor may they sign in another's name for their own.
    await expect(sign(db, id, culture!.id, byAccount(version), by())).rejects.toThrow('row-level security')
    await db.executeQuery(sql`rollback to before`.compile(db))
    return sign(db, id, culture!.id, byAccount(version, accountId!), by(`account:${accountId}`))
  })
  expect(signedByVenue).toMatchObject({ event: 2, isLast: false })

  // By link: looking uses nothing up; a wrong code opens nothing; the right one does, for this browser.
  expect(linkRefusal(await findLink(world.db, proof), world.now())).toBeNull()
  const bond = proofOfToken(newToken())
  const give = (code: string) =>
    asRequest((db) => openLink(db, world.keys, { proof, bond, code, now: world.now() }))
  expect(await give(code === '000000' ? '000001' : '000000')).toBe('wrong-code')
  expect(await give(code)).toBe('opened')
  const signedByLink = await asRequest(async (db) => {
    expect(await findCommitment(db, id)).toBeUndefined()
    await actByLink(db, bond)
    expect(await findOpenedLink(db)).toMatchObject({ id: link, partyId: municipality!.id })
    const details: SignedDetails = {
      ...common,
      version,
      way: 'link',
      link,
      email: 'sari@esimerkkila.example',
    }
    return sign(db, id, municipality!.id, details, by(`link:${link}`))
  })
  expect(signedByLink).toMatchObject({ event: 3, isLast: false })
  expect(linkRefusal(await findLink(world.db, proof), world.now())).toBe('used')
  expect(await give(code)).toBe('used')

  // On paper, taken in by the area's coordinator.
  const coordinator = await world.as({ role: 'coordinator', areaId: site.municipality.areaId })
  const last = await asRequest(async (db) => {
    await actBy(db, proofOfSession(proofOfToken(coordinator.token)))
    return sign(db, id, county!.id, onPaper(version), by())
  })
  expect(last).toMatchObject({ event: 4, isLast: true })

  const done = await findCommitment(world.db, id)
  expect(done).toMatchObject({ state: 'signed', versionHash: version })
  expect(versionHashOf(done!.document!)).toBe(version)
  const events = await listEvents(world.db, id)
  expect(events.map(({ kind, way }) => way ?? kind)).toEqual(['sent', 'account', 'link', 'paper'])
  expect(chainFindings(events)).toEqual([])
  expect(await write(world, (db) => sign(db, id, county!.id, onPaper(version), by()))).toBe('signed-already')

  // Who signed by the link reads it still, and does nothing more; when another comes in the party's place, no longer.
  const seenByLink = (run?: (db: Write) => Promise<unknown>) =>
    asRequest(async (db) => {
      await actByLink(db, bond)
      await run?.(db)
      return findCommitment(db, id)
    })
  expect(await seenByLink()).toMatchObject({ id })
  const notice = { kind: 'notice', details: { endsOn: '2026-12-31', reason: null, came: null } } as const
  const party = municipality!.id
  await expect(
    seenByLink((db) => addEvent(db, id, { ...notice, party, actor: `link:${link}`, at: world.now() })),
  ).rejects.toThrow('row-level security')
  const { organisationId: organisation, name } = culture!
  const place = { unit: null, site: null, businessId: null, reason: null }
  const details = { ...place, organisation: organisation!, name }
  await write(world, (db) =>
    addEvent(db, id, { kind: 'succeeded', party, actor: 'account:test', at: world.now(), details }),
  )
  expect(await seenByLink()).toBeUndefined()
})

test('what was signed by a link is all that the link opens: not another text, sent in its place', async () => {
  const { id, version } = await putSent(world, site)
  const [, municipality] = await listParties(world.db, id)
  const { proof, code, id: link } = await sentLink(id, municipality!.id)
  const bond = proofOfToken(newToken())
  await asRequest((db) => openLink(db, world.keys, { proof, bond, code, now: world.now() }))
  const seen = () =>
    asRequest(async (db) => {
      await actByLink(db, bond)
      return [await findOpenedLink(db), await findCommitment(db, id)]
    })
  const details: SignedDetails = { ...common, version, way: 'link', link, email: 'sari@esimerkkila.example' }
  await write(world, (db) => sign(db, id, municipality!.id, details, by(`link:${link}`)))
  expect(await seen()).toMatchObject([{ id: link }, { id }])
  await write(world, (db) => withdraw(db, id, null, by()))
  await write(world, (db) => sendDraft(db, id, by()))
  expect(await seen()).toEqual([undefined, undefined])
  expect(linkRefusal(await findLink(world.db, proof), world.now())).toBe('withdrawn')
})

test('a withdrawn text is signed by nobody, and what was signed of it is void', async () => {
  const { id, version } = await putSent(world, site)
  const [county, municipality] = await listParties(world.db, id)
  const { proof, code } = await sentLink(id, municipality!.id)
  await write(world, (db) => sign(db, id, county!.id, onPaper(version), by()))
  expect(await write(world, (db) => withdraw(db, id, null, by()))).toMatchObject({ event: 3 })
  expect(await write(world, (db) => sign(db, id, municipality!.id, onPaper(version), by()))).toBe('withdrawn')
  expect(linkRefusal(await findLink(world.db, proof), world.now())).toBe('withdrawn')
  expect((await listParties(world.db, id)).every(({ signedAt }) => signedAt === null)).toBe(true)

  // Changed and sent again, it is another text: who had the old one before their eyes is told.
  const draft = {
    ...(await findCommitment(world.db, id))!,
    content: { ...someContent(), summary: someContent().title },
  }
  const parties = await listParties(world.db, id)
  expect(await write(world, (db) => changeDraft(db, id, { ...draft, parties }, world.now()))).toBeNull()
  const again = await write(world, (db) => sendDraft(db, id, by()))
  expect(again).toMatchObject({ event: 4 })
  expect(await write(world, (db) => sign(db, id, county!.id, onPaper(version), by()))).toBe('text-changed')
  expect(
    await write(world, (db) =>
      openLink(db, world.keys, { proof, bond: proofOfToken(newToken()), code, now: world.now() }),
    ),
  ).toBe('ended')
  // A party that signed an earlier round cannot be left out.
  await write(world, (db) => withdraw(db, id, null, by()))
  expect(
    await write(world, (db) => changeDraft(db, id, { ...draft, parties: parties.slice(0, 2) }, world.now())),
  ).toBeNull()
  expect(await write(world, (db) => changeDraft(db, id, { ...draft, parties: [] }, world.now()))).toBe(
    'party-named',
  )
})

test('declined, too late, and one person for two parties are refused by name', async () => {
  const { id, version } = await putSent(world, site)
  const [county, municipality, culture] = await listParties(world.db, id)
  const account = randomUUID()
  await write(world, (db) => sign(db, id, county!.id, byAccount(version, account), by()))
  expect(await write(world, (db) => sign(db, id, municipality!.id, byAccount(version, account), by()))).toBe(
    'signed-for-another',
  )
  expect(
    await write(world, (db) => sign(db, id, culture!.id, onPaper(version), { ...by(), today: '2026-07-01' })),
  ).toBe('too-late')
  await write(world, (db) => decline(db, id, culture!.id, { reason: 'Emme ehdi.', name: 'Tiina' }, by()))
  expect(await write(world, (db) => sign(db, id, municipality!.id, onPaper(version), by()))).toBe('declined')
})

test('five wrong codes end a link; a new one ends the former', async () => {
  const { id } = await putSent(world, site)
  const [, municipality] = await listParties(world.db, id)
  const first = await sentLink(id, municipality!.id)
  const second = await sentLink(id, municipality!.id)
  expect(linkRefusal(await findLink(world.db, first.proof), world.now())).toBe('replaced')
  const bond = proofOfToken(newToken())
  const wrong = second.code === '123456' ? '654321' : '123456'
  const give = (code: string) =>
    write(world, (db) => openLink(db, world.keys, { proof: second.proof, bond, code, now: world.now() }))
  for (let tries = 0; tries < 5; tries++) expect(await give(wrong)).toBe('wrong-code')
  expect(await give(second.code)).toBe('ended')
  expect(linkRefusal(await findLink(world.db, second.proof), world.now())).toBe('too-many-codes')
  const third = await sentLink(id, municipality!.id)
  const late = new Date(world.now().getTime() + 72 * 3_600_000)
  expect(linkRefusal(await findLink(world.db, third.proof), late)).toBe('expired')
  expect(
    await write(world, (db) =>
      openLink(db, world.keys, { proof: third.proof, bond, code: third.code, now: late }),
    ),
  ).toBe('expired')
})

test('another area, another organisation and nobody see nothing; a draft its keepers alone', async () => {
  const { id } = await putSent(world, site)
  const draftId = await write(world, (db) =>
    makeDraft(
      db,
      {
        ...{ kind: 'venue', areaId: site.municipality.areaId, modelNumber: 1, bindingLanguage: 'fi' },
        ...{
          content: someContent(),
          from: '2026-06-01',
          until: null,
          answerUntil: '2026-06-30',
          earlierId: null,
        },
        parties: [],
      },
      world.now(),
    ),
  )
  const elsewhere = await makeMunicipality(world.db, { area: 'Toinen alue' })
  const other = await makeSite(world.db, { municipality: elsewhere })
  const seenBy = async (person: { token: string } | null) =>
    asRequest(async (db) => {
      if (person) await actBy(db, proofOfSession(proofOfToken(person.token)))
      const rows = await db.selectFrom('commitment').select('id').execute()
      const parties = await db.selectFrom('commitment_party').select('commitment_id as id').execute()
      expect(new Set(parties.map((one) => one.id)).size).toBeLessThanOrEqual(rows.length)
      return rows.map((row) => row.id).sort()
    })
  expect(await seenBy(null)).toEqual([])
  expect(await seenBy(await world.as({ role: 'coordinator', areaId: elsewhere.areaId }))).toEqual([])
  expect(await seenBy(await world.as({ role: 'venue', site: other }))).toEqual([])
  expect(await seenBy(await world.as({ role: 'auditor' }))).toEqual([])
  expect(await seenBy(await world.as({ role: 'venue', site }))).toEqual([id])
  const keepers = [
    await world.as({ role: 'centre' }),
    await world.as({ role: 'coordinator', areaId: site.municipality.areaId }),
  ]
  for (const keeper of keepers) expect(await seenBy(keeper)).toEqual([id, draftId].sort())
})

test('nothing moves by hand: events are not changed, skipped or backdated, states and parties follow them', async () => {
  const { id, version } = await putSent(world, site)
  const [county] = await listParties(world.db, id)
  await write(world, (db) => sign(db, id, county!.id, onPaper(version), by()))
  const { id: draftId } = await putSent(world, site)
  await write(world, (db) => withdraw(db, draftId, null, by()))
  await sql`delete from commitment_party where commitment_id = ${draftId} and position = 3`.execute(world.db)
  const refused = [
    sql`update commitment_event set text = text || ' '`,
    sql`delete from commitment_event where number = 2`,
    sql`truncate commitment_event`,
    sql`update commitment set state = 'signed', signed_at = now() where id = ${id}`,
    sql`update commitment set ended_on = '2026-07-01' where id = ${id}`,
    sql`update commitment set version_hash = sha256('x') where id = ${id}`,
    sql`update commitment_party set signed_at = now() where commitment_id = ${id}`,
    sql`delete from commitment_party where commitment_id = ${id}`,
    // A link to a party of another commitment.
    sql`insert into commitment_link (commitment_id, party_id, round, email, token_hash, code_hash, made_at, expires_at)
      select ${draftId}, ${county!.id}, 1, 'a@b.example', sha256('t'), sha256('c'), made_at, made_at from commitment
      where id = ${id}`,
    // A party that would leave for a draft, and a commitment that begins as a signed one.
    sql`update commitment_party set commitment_id = ${draftId}, position = 3 where commitment_id = ${id} and position = 3`,
    sql`insert into commitment (kind, area_id, state, model_number, binding_language, content, document, version_hash, from_on,
        answer_until, made_at, changed_at, signed_at)
      select kind, area_id, 'signed', model_number, binding_language, content, document, version_hash, from_on,
        answer_until, made_at, changed_at, sent_at from commitment where id = ${id}`,
    // A copy of the signature as another's, and the same again as the next.
    sql`insert into commitment_event (commitment_id, number, kind, party_id, way, actor, happened_at, text, previous_hash, hash)
        select commitment_id, 3, kind, party_id, way, actor, happened_at, text, hash, sha256(hash || convert_to(text, 'UTF8'))
        from commitment_event where number = 2`,
  ]
  for (const [index, statement] of refused.entries())
    await expect(statement.execute(world.db), String(index)).rejects.toThrow()
  expect(chainFindings(await listEvents(world.db, id))).toEqual([])
})
