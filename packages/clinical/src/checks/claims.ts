import {sentenceRuns} from '../reading-grade/words.ts'
import {findingAt, type Finding} from './finding.ts'
import {isHeading, type Piece} from './pieces.ts'

/** A figure that is no part of a name (HER2, CDK4/6), and parts of a whole in words. */
const number =
  /(?<![\p{L}\p{N}/+.-])\d[\d.,]*(?:\s?%)?|\b(?:one|two|three|four|five|six|seven|eight|nine)\s(?:in|out of)\s(?:every\s)?(?:two|three|four|five|six|seven|eight|nine|ten|twenty|hundred)\b|\bun[oa] de cada\s\p{L}+/giu

/** Names with a figure in them, which are no claim. */
const numberedName = /\b(?:stage|grade|phase|type|step|estadio|etapa|grado|fase|tipo|paso)\s$/i

/** Sentences that tell a reader to do something, or not to. Asking one's own team is no treatment. */
const recommendation = [
  /^["“(]?(?:Avoid|Call|Get help|Get medical|Do not|Don[’']t|Never|Stop|Take|Go to)\b/,
  /(?<!\bnot\s|n[’']t\s)\b(?:should|must|need to|have to)\s(?:not\s)?(?:be tested|avoid|take|stop|start|get|have|use|call)\b/i,
  /^["“(]?(?:Evite|Llame|No tome|No deje|Nunca|Deje de|Tome|Busque ayuda|Vaya a)\b/,
  /\b(?:debe|deben|debería|deberían)\s(?:no\s)?(?:evitar|tomar|dejar|llamar|hacerse|usar)\b/i,
]

/** Numbers in running text that stand under no source. A heading makes no claim that its text does not make. */
export function unsourcedNumbers(piece: Piece): Finding[] {
  if (isHeading(piece) || piece.sources.length > 0) return []
  return [...piece.text.matchAll(number)]
    .map(({index, 0: found}) => ({start: index, end: index + found.replace(/[.,]+$/, '').length}))
    .filter(({start}) => !numberedName.test(piece.text.slice(0, start)))
    .filter(({start, end}) => !isSourced(piece, start, end))
    .map((run) => findingAt('unsourcedNumber', piece, run))
}

/** Recommendations of which no word stands under a source. */
export function unsourcedRecommendations(piece: Piece): Finding[] {
  if (isHeading(piece) || piece.sources.length > 0) return []
  return sentenceRuns(piece.text)
    .filter(({text}) => recommendation.some((pattern) => pattern.test(text)))
    .filter(({start, end}) => !sourceMarks(piece).some((mark) => mark.start < end && mark.end > start))
    .map((run) => findingAt('unsourcedRecommendation', piece, run))
}

const sourceMarks = ({marks}: Piece) => marks.filter(({type}) => type === 'sourceOf')

const isSourced = (piece: Piece, start: number, end: number) =>
  sourceMarks(piece).some((mark) => mark.start <= start && mark.end >= end)
