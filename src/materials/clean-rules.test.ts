import { describe, expect, test } from 'vitest'
import { join, packedStream, pdfOf } from '../../test/upload-files.ts'
import { unpackWithin } from '../lib/zip-guard.ts'
import { zipOf } from '../lib/zip-write.ts'
import { hushJpeg, withWayUp } from './jpeg-rules.ts'
import { cleanParts } from './office-clean-rules.ts'
import { cleanPdf } from './pdf-clean-rules.ts'
import { cleanSvg } from './svg-clean-rules.ts'

const who = 'Aino Esimerkki'
const wide = `FEFF${[...who].map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')).join('')}`

describe('a document loses, and keeps its length:', () => {
  const xmp = (inside: string) =>
    `<x:xmpmeta><rdf:RDF><rdf:Description>${inside}</rdf:Description></rdf:RDF></x:xmpmeta>`
  const cases: [what: string, object: string, left: string][] = [
    ['an author', `<< /Author (${who}) /Title (Opas) >>`, '/Title (Opas)'],
    ['an author in brackets', `<< /Author(A \\) (${who}) B)/Title (Opas) >>`, '/Title (Opas)'],
    ['an author in numbers', `<< /Author <${wide}> /Title (Opas) >>`, '/Title (Opas)'],
    ['an employer', `<< /Company (${who} Oy) /Producer (Typst) >>`, '/Producer (Typst)'],
    [
      'a creator in XMP',
      xmp(`<dc:creator><rdf:Seq><rdf:li>${who}</rdf:li></rdf:Seq></dc:creator><dc:title>Opas</dc:title>`),
      '<dc:title>Opas</dc:title>',
    ],
    [
      'an attribute of XMP',
      xmp(`<rdf:li photoshop:CaptionWriter="${who}" pdfuaid:part="1"/>`),
      'pdfuaid:part="1"',
    ],
    [
      'a history',
      xmp(
        `<xmpMM:History><rdf:li stRef:filePath="/Users/${who}/a.indd"/></xmpMM:History><dc:title>A</dc:title>`,
      ),
      '<dc:title>A</dc:title>',
    ],
  ]
  test.each(cases)('%s', (_, object, left) => {
    const { bytes, tells } = cleanPdf(pdfOf(object))
    const text = bytes.toString('latin1')
    expect(text).not.toContain(who)
    expect(text.toLowerCase()).not.toContain(wide.toLowerCase())
    expect(text).toContain(left)
    expect([bytes.length, tells]).toEqual([pdfOf(object).length, []])
  })

  test('what a photo in it tells', () => {
    const exif = Buffer.concat([Buffer.from('ffe10022', 'hex'), Buffer.from('Exif\0\0'.padEnd(32, who))])
    const photo = Buffer.concat([
      Buffer.from('ffd8', 'hex'),
      exif,
      Buffer.from('ffda0008010100003f00ffd9', 'hex'),
    ])
    const sent = pdfOf(
      Buffer.concat([Buffer.from('<< /Filter /DCTDecode >>\nstream\n'), photo, Buffer.from('\nendstream')]),
    )
    const { bytes } = cleanPdf(sent)
    expect(bytes.includes('Exif') || bytes.includes('Aino')).toBe(false)
    expect(bytes.length).toBe(sent.length)
  })
})

describe('a document still tells', () => {
  const cases: [what: string, object: string | Buffer, tells: string[]][] = [
    ['what is packed', packedStream('/Type /ObjStm /N 1 /First 4', `9 0 << /Author (${who}) >>`), [who]],
    [
      'what is packed in wide letters',
      packedStream('/Type /ObjStm /N 1 /First 4', `9 0 << /Author <${wide}> >>`),
      [who],
    ],
    [
      'packed XMP',
      packedStream('/Type /Metadata', `<x:xmpmeta><dc:creator>${who}</dc:creator></x:xmpmeta>`),
      [who],
    ],
    ['what stands elsewhere', '<< /Author 12 0 R >>', ['/Author']],
    ['who signed it', `<< /ByteRange [0 1 2 3] /Author (${who}) >>`, ['ByteRange', who]],
    ['nothing of a blank', packedStream('/Type /ObjStm /N 1 /First 4', '9 0 << /Author () >>'), []],
  ]
  test.each(cases)('%s', (_, object, tells) => expect(cleanPdf(pdfOf(object)).tells).toEqual(tells))
})

test.each([
  [
    'notes',
    `<svg><metadata><dc:creator>${who}</dc:creator></metadata><path d="M0 0"/></svg>`,
    '<svg><path d="M0 0"/></svg>',
  ],
  ['a comment', `<svg><!-- ${who} --><g/></svg>`, '<svg><g/></svg>'],
  [
    'what only looks like one',
    '<svg><style><![CDATA[<!-- .a{} -->]]></style></svg>',
    '<svg><style><![CDATA[<!-- .a{} -->]]></style></svg>',
  ],
  ['a folder', `<svg sodipodi:docname="${who}.svg" id="a"><g/></svg>`, '<svg id="a"><g/></svg>'],
  [
    'a view',
    '<svg><sodipodi:namedview id="v"><inkscape:page x="0"/></sodipodi:namedview><g/></svg>',
    '<svg><g/></svg>',
  ],
])('a drawing loses %s', (_, svg, left) => expect(cleanSvg(svg)).toBe(left))

describe('an office document loses', () => {
  const cases: [what: string, name: string, sent: string, left: string | RegExp][] = [
    [
      'who made it',
      'docProps/core.xml',
      `<a><dc:creator>${who}</dc:creator><dc:title>Opas &amp; a</dc:title></a>`,
      /<dc:title>Opas &amp; a<\/dc:title><\/cp:coreProperties>$/,
    ],
    [
      'where they work',
      'docProps/app.xml',
      `<Properties><Company>${who}</Company></Properties>`,
      /<Properties xmlns="[^"]+"\/>$/,
    ],
    [
      'what they noted',
      'docProps/custom.xml',
      `<Properties><property>${who}</property></Properties>`,
      /<Properties xmlns="[^"]+"\/>$/,
    ],
    [
      'who once wrote remarks',
      'word/people.xml',
      `<w15:person w15:author="${who}"/>`,
      '<w15:person w15:author=""/>',
    ],
    ['sittings', 'word/document.xml', '<w:p w:rsidR="00A1" w:id="1"/>', '<w:p w:id="1"/>'],
    [
      'the folder of a picture',
      'ppt/slides/slide1.xml',
      `<p:cNvPr id="1" descr="C:\\Users\\${who}\\a.jpg"/>`,
      '<p:cNvPr id="1" descr=""/>',
    ],
    [
      'no words of a picture',
      'ppt/slides/slide1.xml',
      '<p:cNvPr descr="Kaksi ihmistä"/>',
      '<p:cNvPr descr="Kaksi ihmistä"/>',
    ],
    ['its own folder', 'xl/workbook.xml', `<a><x15ac:absPath url="C:\\${who}"/></a>`, '<a></a>'],
    [
      'a link to a printer',
      'xl/worksheets/_rels/sheet1.xml.rels',
      '<a><Relationship Type="x/printerSettings" Target="p.bin"/></a>',
      '<a></a>',
    ],
    [
      'a printer',
      'xl/worksheets/sheet1.xml',
      '<pageSetup paperSize="9" r:id="rId1"/>',
      '<pageSetup paperSize="9"/>',
    ],
  ]
  test.each(cases)('%s', (_, name, sent, left) => {
    const [part] = cleanParts([{ name, body: Buffer.from(sent) }])
    if (typeof left === 'string') expect(part!.body.toString()).toBe(left)
    else expect(part!.body.toString()).toMatch(left)
    expect(part!.body.toString()).not.toContain(who)
  })
  test('the settings of printers as a whole', () =>
    expect(cleanParts([{ name: 'xl/printerSettings/printerSettings1.bin', body: Buffer.from('x') }])).toEqual(
      [],
    ))
})

test('an archive is written as it is read, without the time of its making', () => {
  const entries = [
    { name: '[Content_Types].xml', body: Buffer.from('<a/>'.repeat(100)) },
    { name: 'kansio/ä.bin', body: Buffer.from([1, 2, 3]) },
  ]
  const zip = zipOf(entries)
  expect(unpackWithin(zip, 1_000)).toEqual(entries)
  expect(zip.readUInt32LE(10)).toBe(33 * 65_536)
})

test('a photo keeps its colours and its way up, and nothing else that it tells', () => {
  const profile = Buffer.concat([Buffer.from('ffe20010', 'hex'), Buffer.from('ICC_PROFILE\0\x01\x01')])
  const photo = Buffer.concat([
    Buffer.from('ffd8', 'hex'),
    profile,
    Buffer.from('fffe000441', 'hex'),
    Buffer.from('41ffd9', 'hex'),
  ])
  const hushed = Buffer.from(photo)
  hushJpeg(hushed)
  expect(hushed.toString('latin1')).toBe(photo.toString('latin1').replace('AA', '  '))
  expect(withWayUp(photo, 1).equals(photo)).toBe(true)
  expect(join(withWayUp(photo, 6)).length).toBe(photo.length + 36)
})
