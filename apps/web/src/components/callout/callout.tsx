import {Prose, type Block, type Surroundings} from '../prose/prose.tsx'
import './callout.css'

type CalloutProps = Surroundings & {
  callout: {tone: string; title?: string | undefined; text: readonly Block[]}
}

/** A passage set apart: a note, or something important. */
export function Callout({callout, ...around}: CalloutProps) {
  return (
    <aside className={`callout callout-${callout.tone}`}>
      <p className="callout-title">
        {callout.title ?? (callout.tone === 'important' ? 'Important' : 'Good to know')}
      </p>
      <Prose value={callout.text} {...around} />
    </aside>
  )
}
