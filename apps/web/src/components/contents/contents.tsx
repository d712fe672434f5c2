import type {Heading} from '../../content/headings.ts'
import './contents.css'

type ContentsProps = {headings: readonly Pick<Heading, 'id' | 'text' | 'level'>[]; hasSources: boolean}

/** The way to each section of a long page. */
export function Contents({headings, hasSources}: ContentsProps) {
  const sections = headings.filter(({level}) => level === 2)
  if (sections.length < 2) return <div className="contents-none" />
  return (
    <nav className="contents" aria-labelledby="contents">
      <p id="contents" className="contents-title">
        On this page
      </p>
      <ul>
        {sections.map(({id, text}) => (
          <li key={id}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
        {hasSources && (
          <li>
            <a href="#sources">Sources</a>
          </li>
        )}
      </ul>
    </nav>
  )
}
