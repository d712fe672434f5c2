import type {Source} from '@lantern/content/read'
import type {Citations} from '../../content/citations.ts'
import {dayInWords} from '../../content/words.ts'
import {SafeLink} from '../safe-link/safe-link.tsx'
import './source-list.css'

/** The numbered sources at the end of a page. */
export function SourceList({citations}: {citations: Citations}) {
  if (citations.sources.length === 0) return null
  return (
    <section className="sources" aria-labelledby="sources">
      <h2 id="sources">Sources</h2>
      <ol>
        {citations.sources.map((source, index) => (
          <li key={source._id} id={`source-${index + 1}`}>
            <SourceLine source={source} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function SourceLine({source}: {source: Source}) {
  return (
    <>
      <SafeLink href={source.url}>{source.title}</SafeLink>. {source.publisher}
      {source.year ? `, ${source.year}` : ''}.{' '}
      <span className="source-read">Read {dayInWords(source.accessedOn)}.</span>
    </>
  )
}
