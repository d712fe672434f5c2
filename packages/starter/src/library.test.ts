import {parseDocument, referencesOf} from '@lantern/content/read'
import {describe, expect, it} from 'vitest'
import type {StarterDocument} from './document.ts'
import {starterDocuments, starterPictures} from './index.ts'

const documents = starterDocuments()
const ids = new Set(documents.map(({_id}) => _id))
const stored = {_rev: 'r1', _createdAt: '2026-11-24T00:00:00Z', _updatedAt: '2026-11-24T00:00:00Z'}

type Type = StarterDocument['_type']
const ofType = <T extends Type>(type: T) =>
  documents.filter((document): document is Extract<StarterDocument, {_type: T}> => document._type === type)

describe('the starter library', () => {
  it.each(documents.map((document) => [document._id, document] as const))(
    'holds %s as its parser wants it',
    (_id, document) => {
      expect(parseDocument(document._type, {...document, ...stored})).toMatchObject({ok: true})
    },
  )

  it('has ids of its own, without dots, so that readers may have them', () => {
    expect(ids.size).toBe(documents.length)
    for (const id of ids) expect(id).toMatch(/^[A-Za-z][A-Za-z0-9-]*$/)
  })

  it('has no reference that leads nowhere', () => {
    const broken = documents.flatMap((document) => {
      const parsed = parseDocument(document._type, {...document, ...stored})
      return parsed.ok ? referencesOf(parsed.document).filter((id) => !ids.has(id)) : [document._id]
    })
    expect(broken).toEqual([])
  })

  it('has every picture that an article shows', () => {
    const shown = ofType('article').map(({hero}) => hero.image.asset._ref)
    expect(shown.toSorted()).toEqual(starterPictures.map(({assetId}) => assetId).toSorted())
  })

  it('has a page for each address once', () => {
    const slugs = documents.flatMap((document) =>
      'slug' in document ? [`${document._type} ${document.slug.current}`] : [],
    )
    expect(new Set(slugs).size).toBe(slugs.length)
  })

  it.each<[Type, number]>([
    ['article', 3],
    ['condition', 1],
    ['biomarker', 6],
    ['treatmentClass', 8],
    ['supportResource', 6],
    ['question', 8],
    ['person', 2],
    ['siteNotice', 1],
    ['appProfile', 1],
    ['callToAction', 1],
    ['placement', 1],
    ['siteSettings', 1],
  ])('has enough of each type: %s, at least %i', (type, least) => {
    expect(ofType(type).length).toBeGreaterThanOrEqual(least)
  })

  it('uses every source that it holds', () => {
    const used = JSON.stringify(documents.filter(({_type}) => _type !== 'source'))
    expect(ofType('source').filter(({_id}) => !used.includes(`"${_id}"`))).toEqual([])
  })

  it('says of every person that they are a sample', () => {
    for (const {sample, role} of ofType('person'))
      expect([sample, role.startsWith('Sample ')]).toEqual([true, true])
  })

  it('names each result that a treatment option asks for as its biomarker does', () => {
    const values = new Set(
      ofType('biomarker').flatMap(({_id, results}) => results.map(({value}) => `${_id} ${value}`)),
    )
    const asked = ofType('condition').flatMap(({treatmentOptions}) =>
      treatmentOptions.flatMap(({biomarkerRule: rule}) =>
        rule ? [`${rule.biomarker._ref} ${rule.result}`] : [],
      ),
    )
    expect(asked.length).toBeGreaterThan(4)
    expect(asked.filter((result) => !values.has(result))).toEqual([])
  })
})

describe('the reference page', () => {
  const page = ofType('article').find(({slug}) => slug.current === 'what-is-hr-positive-her2-negative-mbc')
  const parts: readonly {_type: string}[] = page?.body ?? []
  const condition = ofType('condition').find(({_id}) => _id === page?.mainCondition?._ref)
  const headings = (page?.body ?? []).flatMap((part) =>
    part._type === 'block' && part.style === 'h2' ? [part.children.map(({text}) => text).join('')] : [],
  )
  const blocks = (type: string) => parts.filter(({_type}) => _type === type)

  it('has the title that was given', () => {
    expect(page?.title).toBe('What is HR+/HER2- metastatic breast cancer? Diagnosis and treatment options')
  })

  it('1: has a notice with dates and a link', () => {
    const [notice] = ofType('siteNotice')
    expect([notice?.from.slice(0, 10), notice?.until.slice(0, 10)]).toEqual(['2026-11-01', '2027-11-01'])
    expect(ids).toContain(notice?.link.target?._ref)
  })

  it('2: has a dek, a large picture with words for it, and an author', () => {
    expect([page?.dek, page?.hero.alt, page?.authors.length]).toEqual([
      expect.stringMatching(/./),
      expect.stringMatching(/./),
      1,
    ])
  })

  it('3: opens before its first heading, then takes the name apart by two biomarker documents', () => {
    expect(parts.findIndex((part) => 'style' in part && part.style === 'h2')).toBeGreaterThanOrEqual(2)
    expect(blocks('biomarkerMeaning')).toMatchObject([
      {biomarker: {_ref: 'biomarker-hormone-receptors'}, result: 'HR-positive'},
      {biomarker: {_ref: 'biomarker-her2'}, result: 'HER2-negative'},
    ])
  })

  it('4 to 8: has its sections in this order', () => {
    expect(headings).toEqual([
      'What the name means',
      'What metastatic means',
      'Treatment options',
      'How your care team plans with you',
      'Support and next steps',
      'Questions to take to your doctor',
    ])
  })

  it('5: lists the treatments of its condition, all that the issue names', () => {
    expect(blocks('treatmentOptionList')).toMatchObject([{condition: {_ref: condition?._id}}])
    expect(condition?.treatmentOptions.map(({_key}) => _key)).toEqual(
      expect.arrayContaining([
        'endocrine-therapy',
        'cdk4-6-inhibitors',
        'pi3k-inhibitors',
        'akt-inhibitors',
        'oral-serds',
        'parp-inhibitors',
        'antibody-drug-conjugates',
        'chemotherapy',
        'radiation-therapy',
        'surgery',
        'bone-modifying-agents',
      ]),
    )
  })

  it('7 and 8: names people to call, and questions to ask', () => {
    expect(blocks('supportResourceList')).toHaveLength(1)
    expect(blocks('questionList')).toHaveLength(1)
  })

  it('9: gets its call to action from a placement, with four benefits', () => {
    expect(ofType('placement')).toMatchObject([
      {subjectType: 'article', publicId: expect.stringMatching(/^[a-z0-9]{8,12}$/)},
    ])
    expect(ofType('callToAction')[0]?.benefits).toHaveLength(4)
    expect(JSON.stringify(page)).not.toContain('callToAction')
  })

  it('10: has related articles with excerpts', () => {
    expect(page?.related?.map(({excerpt}) => excerpt.length > 20)).toEqual([true, true])
  })
})
