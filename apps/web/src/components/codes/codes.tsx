import type {Condition} from '@lantern/content/read'
import './codes.css'

/** The codes of a document in the systems that clinics use, folded away until wanted. */
export function Codes({codes}: {codes: Condition['codes'] | undefined}) {
  if (!codes || codes.length === 0) return null
  return (
    <details className="codes">
      <summary>Codes for health professionals</summary>
      <ul>
        {codes.map(({_key, system, code, display}) => (
          <li key={_key}>
            {system} <code>{code}</code> {display}
          </li>
        ))}
      </ul>
    </details>
  )
}
