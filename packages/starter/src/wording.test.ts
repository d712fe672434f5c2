import {readingGrade, withoutNames, wordsOf} from '@lantern/content/reading-grade'
import {describe, expect, it} from 'vitest'
import type {StarterDocument} from './document.ts'
import {starterDocuments} from './index.ts'
import {namesOf} from './names.ts'
import {isText, passagesOf, textOf, type Words} from './passages.ts'

const documents = starterDocuments()
const passages = documents.flatMap(passagesOf).filter(({sentences}) => sentences.length > 0)
const plain = withoutNames(namesOf(documents))
const told = passages.flatMap(({document, at, sentences}) =>
  sentences.map((sentence) => [`${document} ${at}`, sentence] as const),
)

/** Every block of Portable Text, wherever it stands in a document. */
function blocksIn(value: unknown): Words[] {
  if (isText(value)) return value
  if (Array.isArray(value)) return value.flatMap(blocksIn)
  if (typeof value !== 'object' || value === null) return []
  const alone: unknown = [value]
  if (isText(alone)) return alone
  return Object.values(value).flatMap(blocksIn)
}

const isCited = (block: Words, marks: readonly string[] = []) =>
  'markDefs' in block &&
  Array.isArray(block.markDefs) &&
  block.markDefs.some(({_key, _type}) => _type === 'sourceOf' && marks.includes(_key))

/** A name with a figure in it, which is no claim. */
const stage = /\bstage 4\b/i

describe('the reading grade', () => {
  it.each(
    passages
      .filter(({sentences}) => sentences.flatMap(wordsOf).length >= 100)
      .map((passage) => [`${passage.document} ${passage.at}`, passage.sentences] as const),
  )('is at most 8 in %s', (_where, sentences) => {
    expect(readingGrade(sentences.map(plain))).toBeLessThanOrEqual(8)
  })

  it.each(
    passages
      .filter(({at}) => at === 'summary' || at === 'dek' || at === 'results')
      .map((passage) => [`${passage.document} ${passage.at}`, passage.sentences] as const),
  )('is at most 6 in %s', (_where, sentences) => {
    expect(readingGrade(sentences.map(plain))).toBeLessThanOrEqual(6)
  })

  it('is at most 8 in each whole document', () => {
    const high = documents.flatMap((document) => {
      const sentences = passagesOf(document).flatMap(({sentences: some}) => some.map(plain))
      return sentences.length > 0 && readingGrade(sentences) > 8 ? [document._id] : []
    })
    expect(high).toEqual([])
  })
})

describe('the sentences', () => {
  it('have at most 20 words, a name counted as one', () => {
    expect(told.filter(([, sentence]) => wordsOf(plain(sentence)).length > 20)).toEqual([])
  })

  it('stand in paragraphs of at most 3', () => {
    const long = passages.flatMap(({document, at, paragraphs}) =>
      paragraphs.filter((paragraph) => paragraph.length > 3).map(([first]) => `${document} ${at}: ${first}`),
    )
    expect(long).toEqual([])
  })
})

describe('what is claimed', () => {
  const number = /(?<![\p{L}\p{N}/+.-])\d[\d.,]*/u

  it('has each number under the mark of its source', () => {
    const loose = documents.flatMap((document) =>
      blocksIn(document).flatMap((block) =>
        block.children
          .filter(({text, marks}) => number.test(text) && !stage.test(text) && !isCited(block, marks))
          .map(({text}) => `${document._id}: ${text}`),
      ),
    )
    expect(loose).toEqual([])
  })

  it('has no number in a plain field of a document that names no sources', () => {
    const fields = documents.flatMap((document): string[] => {
      if (document._type === 'condition')
        return [document.summary, ...document.treatmentOptions.map(({when}) => when)]
      if (document._type === 'article')
        return [document.dek, ...(document.related ?? []).map(({excerpt}) => excerpt)]
      if (document._type === 'question') return [document.text, document.whyItHelps]
      return []
    })
    expect(fields.filter((words) => number.test(words))).toEqual([])
  })

  it('has each thing that a reader is told to do, or not to do, under the mark of its source', () => {
    const advice = /(?:^|[.?!] )(?:Avoid|Call|Get help)\b|\bshould be tested\b|\bshould avoid\b/
    const loose = documents.flatMap((document) =>
      blocksIn(document).flatMap((block) =>
        block.children
          .filter(({text, marks}) => advice.test(text) && !isCited(block, marks))
          .map(({text}) => `${document._id}: ${text}`),
      ),
    )
    expect(loose).toEqual([])
  })

  it('rests on the publishers themselves: no reprint, no press, no copy', () => {
    const hosts = documents.flatMap((document) =>
      document._type === 'source' ? [new URL(document.url).host] : [],
    )
    expect([...new Set(hosts)].filter((host) => !publishers.has(host))).toEqual([])
  })
})

const publishers = new Set([
  'www.cancer.gov',
  'seer.cancer.gov',
  'www.cdc.gov',
  'www.fda.gov',
  'medlineplus.gov',
  'dailymed.nlm.nih.gov',
  'pmc.ncbi.nlm.nih.gov',
  'pubmed.ncbi.nlm.nih.gov',
  'canceraustralia.gov.au',
  'ace.asco.org',
  'doi.org',
  'www.nejm.org',
  'link.springer.com',
  'meridian.allenpress.com',
  'atm.amegroups.org',
  'cco.amegroups.org',
  'www.cap.org',
  'www.facs.org',
  'www.cancer.org',
  'www.breastcancer.org',
  'breastcancernow.org',
  'www.komen.org',
  'www.lbbc.org',
  'www.cancerresearchuk.org',
  'www.macmillan.org.uk',
])

describe('what is never said', () => {
  const everything = documents.map((document): [string, string] => [document._id, wordsIn(document)])

  it.each<[string, RegExp]>([
    ['a dose', /\d\s?(?:mg|mcg|µg|g|ml|milligrams?|micrograms?|tablets?|pills?)\b/i],
    ['how long people live, in figures', /surviv|life expectancy|\bdie[sd]?\b|\bdeath/i],
    ['a drug by its brand', brands()],
    [
      'a drug that no official page names as approved',
      /vepdegestrant|camizestrant|giredestrant|gedatolisib/i,
    ],
    [
      'what is only general knowledge in the fact sheet',
      /seizure|saliva|cheek swab|cowden|UGT1A1|DPYD|stereotactic|lumpectomy|mastectomy|\bER low\b|leuprolide|triptorelin|toremifene|biotin|988\b/i,
    ],
    ['“image of”', /image of/i],
    ['a link that only says “here”', /click here|^here$/i],
    ['“rare” or “good chance”', /\brare(?:ly)?\b|good chance/i],
    ['words of war', /battle|fight against|warrior|brave|survivor|journey/i],
  ])('%s', (_what, pattern) => {
    expect(everything.filter(([, words]) => pattern.test(words))).toEqual([])
  })
})

/** All that a reader may see of a document; of a source only its publisher, since titles are as published. */
function wordsIn(document: StarterDocument): string {
  if (document._type === 'source') return document.publisher
  const blocks = blocksIn(document).map(textOf)
  const fields = passagesOf(document).flatMap(({sentences}) => sentences)
  return [...blocks, ...fields].join('\n')
}

function brands(): RegExp {
  const names =
    'Arimidex|Femara|Aromasin|Nolvadex|Soltamox|Faslodex|Orserdu|Inluriyo|Veppanu|Zoladex|Ibrance|Kisqali|Verzenio|Piqray|Itovebi|Truqap|Afinitor|Lynparza|Talzenna|Enhertu|Trodelvy|Datroway|Kadcyla|Herceptin|Perjeta|Xeloda|Taxol|Abraxane|Taxotere|Halaven|Zometa|Xgeva|Aredia'
  return new RegExp(`\\b(?:${names})\\b`, 'i')
}
