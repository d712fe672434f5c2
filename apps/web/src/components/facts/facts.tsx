import type {ReactNode} from 'react'
import './facts.css'

/** A few facts at a glance; those without a value are left out. */
export function Facts({facts}: {facts: readonly (readonly [label: string, value: ReactNode])[]}) {
  const known = facts.filter(([, value]) => value !== null && value !== undefined && value !== '')
  if (known.length === 0) return null
  return (
    <dl className="facts">
      {known.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
