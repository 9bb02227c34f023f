import type { Write } from '../db/db.ts'
import { addDays, type Day, yearOf } from '../lib/dates.ts'
import { makePdf } from '../lib/pdf.ts'
import { addFile } from '../materials/file-queries.ts'
import { makeFile } from '../materials/make-process.ts'
import { addMaterial, changeMaterial, type MaterialFacts, publishMaterial } from '../materials/queries.ts'
import { insertRows } from './makers.ts'
import { type DemoFile, type DemoMaterial, demoMaterials } from './material-texts.ts'

const notes = {
  fi: 'Harjoitusaineisto: sisältö on keksitty.',
  sv: 'Övningsmaterial: innehållet är påhittat.',
  en: 'Practice material: the content is invented.',
}

/** The file itself: set in type, or the text as it is. */
const bytesOf = (file: DemoFile): Promise<Uint8Array> => {
  if (file.kind !== 'pdf') return Promise.resolve(Buffer.from(file.text))
  const { title, lead, parts, lang } = file
  return makePdf({
    template: new URL('./material.typ', import.meta.url),
    data: { ...{ title, lead, parts, lang, direction: 'ltr' }, note: notes[lang] },
  })
}

const factsOf = (material: DemoMaterial, areaId: number, today: Day): MaterialFacts => {
  const { title, description, languages, audiences, licence, alt, terms = null, age = 0, isLocal } = material
  return {
    ...{ title, description, languages, audiences, licence, alt, terms, replacedById: null },
    ...{ areaId: isLocal ? areaId : null, year: yearOf(today) - age },
  }
}

/** A fortnight of downloads, fewer at weekends and for what few need. */
const downloadsOf = (id: number, nth: number, kind: DemoFile['kind'], today: Day) =>
  Array.from({ length: 14 }, (_, ago) => ({
    ...{ material_id: id, kind, taken_on: addDays(today, -ago) },
    times: ((nth * 7 + ago * 3) % 9) + 1,
  })).filter(({ times }) => times > nth / 3)

/** The materials of the centre and of one area, made by the program's own printing. */
export const makeMaterials = async (
  db: Write,
  { areaId, today, now }: { areaId: number; today: Day; now: Date },
) => {
  const ids = new Map<string, number>()
  for (const [nth, material] of demoMaterials.entries()) {
    const id = await addMaterial(db, factsOf(material, areaId, today), now)
    ids.set(material.title.fi, id)
    for (const file of material.files) {
      const made = await makeFile(file.name, await bytesOf(file))
      if ('problem' in made) throw new Error(`${file.name}: ${made.problem}`)
      await addFile(db, id, { ...made, name: file.name }, { replaces: null, now })
    }
    if (material.state === 'draft') continue
    await publishMaterial(db, id, now)
    await insertRows(db, 'material_download', downloadsOf(id, nth, material.files[0]!.kind, today))
  }
  for (const material of demoMaterials) {
    const replacedById = ids.get(material.replacedBy ?? '')
    if (replacedById === undefined) continue
    const facts = { ...factsOf(material, areaId, today), replacedById }
    await changeMaterial(db, ids.get(material.title.fi)!, facts, now)
  }
}
