import type {Biomarker} from '@lantern/content/read'
import './biomarker-meaning.css'

type Meaning = {biomarker: Biomarker; result?: string | undefined; heading?: string | undefined}

/** What one result of a biomarker test means, or all of them, in the words of the biomarker's own document. */
export function BiomarkerMeaning({biomarker, result, heading}: Meaning) {
  const chosen = biomarker.results.filter(({value}) => value === result)
  const shown = chosen.length > 0 ? chosen : biomarker.results
  return (
    <section className="meaning">
      {heading && <h3 className="meaning-heading">{heading}</h3>}
      <dl>
        {shown.map(({_key, value, meaning}) => (
          <div key={_key}>
            <dt>{value}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p className="meaning-more">
        <a href={`/biomarkers/${biomarker.slug.current}`}>More about {biomarker.plainName}</a>
      </p>
    </section>
  )
}
