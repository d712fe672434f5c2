import {withoutNames, type Language} from '../reading-grade/names.ts'
import {sentenceRuns, wordsOf} from '../reading-grade/words.ts'
import {findingAt, type Finding} from './finding.ts'
import {isHeading, type Piece} from './pieces.ts'

const wordsInSentence = 20
const sentencesInParagraph = 3

/** Words for a chance that each reader takes for another number (Büchter et al. 2014, https://doi.org/10.1186/1472-6947-14-76). */
const chance =
  /\b(?:rare|rarely|very rare|(?:good|high|small|low|slight|big)\s(?:chance|risk)|rar[oa]s?|rara vez|(?:buena|alta|baja|poca)\s(?:probabilidad|posibilidad))\b/giu

/** Sentences of more than 20 words, a name counted as one. */
export function longSentences(piece: Piece, names: readonly string[], language: Language): Finding[] {
  const plain = withoutNames(names, language)
  return sentenceRuns(piece.text)
    .map(({text, start, end}) => ({start, end, words: wordsOf(plain(text)).length}))
    .filter(({words}) => words > wordsInSentence)
    .map(({start, end, words}) => findingAt('longSentence', piece, {start, end, detail: String(words)}))
}

/** A paragraph of more than 3 sentences, marked from the fourth on. */
export function longParagraph(piece: Piece): Finding[] {
  const sentences = sentenceRuns(piece.text)
  const fourth = sentences[sentencesInParagraph]
  if (!fourth) return []
  const detail = String(sentences.length)
  return [findingAt('longParagraph', piece, {start: fourth.start, end: piece.text.length, detail})]
}

/** “Rare” and “good chance” in a sentence without a number. */
export function vagueChances(piece: Piece): Finding[] {
  if (isHeading(piece)) return []
  return sentenceRuns(piece.text)
    .filter(
      ({text}) => !/(?<![\p{L}/+-])\d|\b(?:in|out of) (?:every )?(?:ten|hundred|thousand)\b/iu.test(text),
    )
    .flatMap(({text, start}) =>
      [...text.matchAll(chance)].map(({index, 0: words}) =>
        findingAt('vagueChance', piece, {start: start + index, end: start + index + words.length}),
      ),
    )
}
