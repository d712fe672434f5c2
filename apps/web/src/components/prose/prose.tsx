import {PortableText, type PortableTextComponents} from '@portabletext/react'
import type {ReactNode} from 'react'
import type {Citations} from '../../content/citations.ts'
import type {Gathered} from '../../content/gather.ts'
import {headingsOf, type Heading} from '../../content/headings.ts'
import {isPageDocument, pathOf} from '../../content/paths.ts'
import {SafeLink} from '../safe-link/safe-link.tsx'
import './prose.css'

/** A block of Portable Text, of any type. */
export type Block = {_type: string}

/** What a text needs of its page: the documents it refers to and the numbers of its sources. */
export type Surroundings = {gathered: Gathered; citations: Citations}

type ProseProps = Surroundings & {
  value: readonly Block[] | undefined
  /** Blocks beyond plain text, by type name. */
  blocks?: PortableTextComponents['types']
}

/** Portable Text as HTML. */
export function Prose({value, blocks, ...around}: ProseProps) {
  if (!value || value.length === 0) return null
  const headings = new Map(headingsOf(value).map((heading) => [heading.key, heading]))
  return (
    <PortableText
      value={[...value]}
      components={componentsFor(around, headings, blocks)}
      onMissingComponent={false}
    />
  )
}

function componentsFor(
  around: Surroundings,
  headings: ReadonlyMap<string, Heading>,
  types: PortableTextComponents['types'],
): PortableTextComponents {
  return {
    types: types ?? {},
    block: {
      h2: ({value, children}) => <h2 id={headings.get(value._key ?? '')?.id}>{children}</h2>,
      h3: ({value, children}) => <h3 id={headings.get(value._key ?? '')?.id}>{children}</h3>,
    },
    marks: {
      sourceOf: ({value, children}) => (
        <SourceMark id={value?.source?._ref} citations={around.citations}>
          {children}
        </SourceMark>
      ),
      internalLink: ({value, children}) => (
        <InternalLink id={value?.target?._ref} gathered={around.gathered}>
          {children}
        </InternalLink>
      ),
      outsideLink: ({value, children}) => <SafeLink href={String(value?.href ?? '')}>{children}</SafeLink>,
    },
  }
}

function SourceMark({id, citations, children}: {id: unknown; citations: Citations; children: ReactNode}) {
  const number = typeof id === 'string' ? citations.numberOf(id) : null
  return (
    <>
      {children}
      {number !== null && <SourceNumber number={number} />}
    </>
  )
}

/** The small number that leads to a source at the end of the page. */
export function SourceNumber({number}: {number: number}) {
  return (
    <sup className="source-mark">
      <a href={`#source-${number}`} aria-label={`Source ${number}`}>
        {number}
      </a>
    </sup>
  )
}

function InternalLink({id, gathered, children}: {id: unknown; gathered: Gathered; children: ReactNode}) {
  const path = typeof id === 'string' ? pathOfReference(id, gathered) : null
  return path === null ? <>{children}</> : <a href={path}>{children}</a>
}

function pathOfReference(_ref: string, gathered: Gathered): string | null {
  for (const type of ['article', 'condition', 'biomarker', 'treatmentClass'] as const) {
    const document = gathered.one(type, {_ref})
    if (document && isPageDocument(document)) return pathOf(document)
  }
  return null
}
