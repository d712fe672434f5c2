import {languageOf, type WholeDocument} from '../document.ts'
import {undescribedPictures} from './alternative-text.ts'
import {unsourcedNumbers, unsourcedRecommendations} from './claims.ts'
import type {Finding} from './finding.ts'
import {hardSections} from './grades.ts'
import {vagueLinks} from './link-text.ts'
import {piecesOf} from './pieces.ts'
import {longParagraph, longSentences, vagueChances} from './sentences.ts'
import {oldSources, retractedSources, type KnownSources} from './sources.ts'
import {missingSections, skippedHeadings} from './structure.ts'
import {brandsAlone, twoNames, undefinedTerms, type Brand, type Term} from './terms.ts'

/** What the checks know beside the document itself. */
export type WritingKnowledge = {
  /** Names of fields whose plain text readers read. */
  readonly prose: ReadonlySet<string>
  /** Dotted paths of fields that must say something. */
  readonly required: readonly string[]
  /** Names of drugs, genes and conditions: they are counted as one short word. */
  readonly names: readonly string[]
  readonly terms: readonly Term[]
  readonly brands: readonly Brand[]
  readonly sources: KnownSources
  readonly now: Date
}

/**
 * All that the checks while writing find in a document, errors first, else in the order of the rules. The rules:
 * content-model.md, “Checks while writing”. Used by the Studio’s forms, by `npm test` over published content, and by
 * the publish guard, so that they never say different things.
 */
export function checkWriting(document: WholeDocument, known: WritingKnowledge): Finding[] {
  const pieces = piecesOf(document, known.prose)
  const language = languageOf(document) === 'es' ? 'es' : 'en'
  const names = [...known.names, ...linkedTerms(pieces)]
  const findings = [
    ...missingSections(document, known.required),
    ...pieces.flatMap(unsourcedNumbers),
    ...pieces.flatMap(unsourcedRecommendations),
    ...retractedSources(document, pieces, known.sources),
    ...undescribedPictures(document),
    ...pieces.flatMap(vagueLinks),
    ...brandsAlone(pieces, known.brands),
    ...hardSections(pieces, {names, language}),
    ...pieces.flatMap((piece) => longSentences(piece, names, language)),
    ...pieces.flatMap(longParagraph),
    ...undefinedTerms(pieces, known.terms),
    ...twoNames(pieces, known.terms),
    ...pieces.flatMap(vagueChances),
    ...oldSources(document, pieces, known),
    ...skippedHeadings(pieces),
  ]
  return findings.sort((a, b) => a.severity.localeCompare(b.severity))
}

/** Words that are linked to the glossary: a reader who does not know them is one step from knowing. */
const linkedTerms = (pieces: ReturnType<typeof piecesOf>): string[] =>
  pieces.flatMap(({text, marks}) =>
    marks.filter(({type}) => type === 'glossaryTerm').map(({start, end}) => text.slice(start, end)),
  )
