import {describe, expect, it} from 'vitest'
import {fitOf, fittingOptions, type BiomarkerRule, type Fit} from './biomarker-matching.ts'

const needs: BiomarkerRule = {kind: 'needs', biomarker: {_ref: 'esr1'}, result: 'ESR1 mutation found'}
const allows: BiomarkerRule = {kind: 'allows', biomarker: {_ref: 'akt1'}, result: 'AKT1 mutation found'}

describe('an option', () => {
  it.each<[string, BiomarkerRule | undefined, Record<string, string | null>, Fit]>([
    ['without a rule is open', undefined, {}, 'open'],
    ['that needs a result fits it', needs, {esr1: 'ESR1 mutation found'}, 'fits'],
    ['that needs a result is ruled out by another', needs, {esr1: 'No ESR1 mutation found'}, 'ruledOut'],
    ['that needs a result waits for the test', needs, {}, 'needsTest'],
    ['is not ruled out by a test that was not done', needs, {esr1: null}, 'needsTest'],
    ['is not ruled out by an empty result', needs, {esr1: ' '}, 'needsTest'],
    ['is not judged by the result of another test', needs, {akt1: 'ESR1 mutation found'}, 'needsTest'],
    ['that a result allows fits it', allows, {akt1: 'AKT1 mutation found'}, 'fits'],
    [
      'that a result allows is not ruled out by another',
      allows,
      {akt1: 'No AKT1 mutation found'},
      'notByThisResult',
    ],
    ['fits a result in other capitals and blanks', needs, {esr1: ' esr1  mutation FOUND'}, 'fits'],
    ['does not fit a result that only contains its own', needs, {esr1: 'No ESR1 mutation found'}, 'ruledOut'],
  ])('%s', (_sentence, rule, results, fit) => {
    expect(fitOf(rule, new Map(Object.entries(results)))).toBe(fit)
  })

  it('keeps its place and all its fields', () => {
    const options = [{when: 'First.', biomarkerRule: needs}, {when: 'Later.'}]
    expect(fittingOptions(options, new Map([['esr1', 'No ESR1 mutation found']]))).toEqual([
      {option: options[0], fit: 'ruledOut'},
      {option: options[1], fit: 'open'},
    ])
  })
})
