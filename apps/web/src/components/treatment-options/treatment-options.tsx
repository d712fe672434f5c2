import type {Condition, TreatmentClass} from '@lantern/content/read'
import type {Citations} from '../../content/citations.ts'
import type {Gathered} from '../../content/gather.ts'
import {listInWords, treatmentLines, waysTaken} from '../../content/words.ts'
import {SourceNumber} from '../prose/prose.tsx'
import './treatment-options.css'

type Option = Condition['treatmentOptions'][number]
type Around = {gathered: Gathered; citations: Citations}

/** The treatments of a condition, each from its own document: what it is, how it is taken, when, and what it needs. */
export function TreatmentOptions({
  condition,
  title,
  ...around
}: Around & {condition: Condition; title?: string | undefined}) {
  return (
    <section className="options">
      {title && <h3>{title}</h3>}
      <ul className="options-list">
        {condition.treatmentOptions.map((option) => (
          <TreatmentOption key={option._key} option={option} {...around} />
        ))}
      </ul>
    </section>
  )
}

function TreatmentOption({option, gathered, citations}: Around & {option: Option}) {
  const treatment = gathered.one('treatmentClass', option.treatmentClass)
  if (!treatment) return null
  return (
    <li className="option">
      <p className="option-name">
        <a href={`/treatments/${treatment.slug.current}`}>{treatment.name}</a>
        {treatment.plainName !== treatment.name && (
          <span className="option-plain"> {treatment.plainName}</span>
        )}
      </p>
      <p>{treatment.summary}</p>
      <dl className="option-facts">
        <div>
          <dt>How it is taken</dt>
          <dd>{howTaken(treatment)}</dd>
        </div>
        <div>
          <dt>{treatmentLines[option.line]}</dt>
          <dd>
            {option.when}
            {option.sources.map(({_ref}) => {
              const number = citations.numberOf(_ref)
              return number === null ? null : <SourceNumber key={_ref} number={number} />
            })}
          </dd>
        </div>
        <BiomarkerNeed option={option} gathered={gathered} />
      </dl>
    </li>
  )
}

function BiomarkerNeed({option, gathered}: {option: Option; gathered: Gathered}) {
  const rule = option.biomarkerRule
  const biomarker = gathered.one('biomarker', rule?.biomarker)
  if (!rule || !biomarker) return null
  return (
    <div>
      <dt>{rule.kind === 'needs' ? 'Needs a test result' : 'Can be given with'}</dt>
      <dd>
        {rule.result} (<a href={`/biomarkers/${biomarker.slug.current}`}>{biomarker.plainName}</a>)
      </dd>
    </div>
  )
}

/** How a treatment is taken, in a few words. */
export function howTaken({howTaken: ways, howTakenNote}: TreatmentClass): string {
  const words = listInWords(
    ways.map((way, index) => (index === 0 ? waysTaken[way] : waysTaken[way].toLowerCase())),
  )
  return howTakenNote ? `${words}. ${howTakenNote}` : words
}
