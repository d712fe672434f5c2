import type {SupportResource} from '@lantern/content/read'
import {costs, dayInWords, languageName, listInWords} from '../../content/words.ts'
import {telHref} from '../../links/safe-href.ts'
import {SafeLink} from '../safe-link/safe-link.tsx'
import './support-resources.css'

type Resources = {resources: readonly SupportResource[]; title?: string | undefined; level?: 2 | 3}

/** Organisations that help, with the ways to reach them. */
export function SupportResources({resources, title, level = 3}: Resources) {
  if (resources.length === 0) return null
  const Title = `h${level}` as const
  return (
    <section className="support">
      {title && <Title>{title}</Title>}
      <ul className="support-list">
        {resources.map((resource) => (
          <SupportCard key={resource._id} resource={resource} />
        ))}
      </ul>
    </section>
  )
}

function SupportCard({resource}: {resource: SupportResource}) {
  const phone = resource.phone
  const tel = phone ? telHref(phone) : null
  return (
    <li className="support-card">
      <p className="support-name">{resource.name}</p>
      <p>{resource.offers}</p>
      <p className="support-for">For {lowerFirst(resource.forWhom)}</p>
      <p className="support-ways">
        {phone && (tel ? <a href={tel}>{phone}</a> : <span>{phone}</span>)}
        {phone && resource.hours && <span className="support-hours">{resource.hours}</span>}
        <SafeLink href={resource.url}>{hostOf(resource.url)}</SafeLink>
      </p>
      <p className="support-facts">
        {costs[resource.cost]} · {resource.area} · {listInWords(resource.languages.map(languageName))} ·
        Checked <time dateTime={resource.checkedOn}>{dayInWords(resource.checkedOn)}</time>
      </p>
    </li>
  )
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url
}
