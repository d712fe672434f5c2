import {sentencesOf} from '@lantern/content/reading-grade'
import type {StarterDocument} from './document.ts'

/** A run of text that a reader meets as one: a field, or what stands under a heading of an article. */
export type Passage = {document: string; at: string; sentences: string[]; paragraphs: string[][]}

/** The passages of a document in reading order, without names, addresses, notes for editors and source records. */
export function passagesOf(document: StarterDocument): Passage[] {
  return fieldsOf(document).map(({at, paragraphs}) => {
    const split = paragraphs.map(sentencesOf)
    return {document: document._id, at, sentences: split.flat(), paragraphs: split}
  })
}

type Field = {at: string; paragraphs: string[]}

function fieldsOf(document: StarterDocument): Field[] {
  switch (document._type) {
    case 'article':
      return [{at: 'dek', paragraphs: [document.dek]}, ...sectionsOf(document.body)]
    case 'condition':
      return [
        {at: 'summary', paragraphs: [document.summary]},
        ...Object.entries(document.sections).flatMap(([name, blocks]) =>
          isText(blocks) ? [{at: `sections.${name}`, paragraphs: blocks.map(textOf)}] : [],
        ),
        {at: 'treatmentOptions', paragraphs: document.treatmentOptions.map(({when}) => when)},
      ]
    case 'biomarker':
      return [
        {at: 'summary', paragraphs: [document.summary]},
        {at: 'results', paragraphs: document.results.map(({meaning}) => meaning)},
        {at: 'testing', paragraphs: [document.howTestedNote ?? '', document.whenToTest]},
        {at: 'about', paragraphs: (document.about ?? []).map(textOf)},
      ]
    case 'treatmentClass':
      return [
        {at: 'summary', paragraphs: [document.summary]},
        {at: 'howItWorks', paragraphs: document.howItWorks.map(textOf)},
        {at: 'howTakenNote', paragraphs: [document.howTakenNote ?? '']},
        {at: 'commonEffects', paragraphs: document.commonEffects},
        {at: 'seriousEffects', paragraphs: document.seriousEffects.map(textOf)},
        {at: 'monitoring', paragraphs: document.monitoring.map(textOf)},
      ]
    case 'supportResource':
      return [{at: 'offers', paragraphs: [document.offers]}]
    case 'question':
      return [
        {at: 'text', paragraphs: [document.text]},
        {at: 'whyItHelps', paragraphs: [document.whyItHelps]},
      ]
    case 'siteNotice':
      return [{at: 'text', paragraphs: [document.text]}]
    case 'callToAction':
      return [{at: 'line', paragraphs: [document.line, ...document.benefits]}]
    case 'siteSettings':
      return [
        {at: 'disclaimer', paragraphs: [document.disclaimer]},
        {at: 'homeIntro', paragraphs: document.homeIntro.map(textOf)},
      ]
    default:
      return []
  }
}

type Part = {_type: string; style?: string; text?: unknown}

function sectionsOf(body: readonly Part[]): Field[] {
  const sections: Field[] = [{at: 'opening', paragraphs: []}]
  for (const part of body) {
    if (isBlock(part) && part.style === 'h2') sections.push({at: textOf(part), paragraphs: []})
    else sections.at(-1)?.paragraphs.push(...paragraphsOf(part))
  }
  return sections
}

function paragraphsOf(part: Part): string[] {
  if (isBlock(part)) return [textOf(part)]
  return isText(part.text) ? part.text.map(textOf) : []
}

/** What of a block of Portable Text holds words. */
export type Words = {_type: string; style?: string; children: {text: string; marks?: string[]}[]}

/** The words of a block. */
export const textOf = (block: Words) => block.children.map(({text}) => text).join('')

const isBlock = <P extends {_type: string}>(part: P): part is P & Words => part._type === 'block'

export const isText = (value: unknown): value is Words[] =>
  Array.isArray(value) && value.length > 0 && value.every(isBlock)
