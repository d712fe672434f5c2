import type {CallToAction as Content} from '@lantern/content/read'
import './call-to-action.css'

/** The invitation to the app, after the article; its link names the placement and nothing else. */
export function CallToAction({content, publicId}: {content: Content; publicId: string}) {
  return (
    <section className="invitation" aria-labelledby="invitation">
      <div className="invitation-inside">
        <h2 id="invitation">{content.heading}</h2>
        <p className="invitation-line">{content.line}</p>
        <ul>
          {content.benefits.map((benefit) => (
            <li key={benefit}>{benefit}</li>
          ))}
        </ul>
        <p>
          <a className="button" href={`/get/${publicId}`}>
            {content.buttonLabel}
          </a>
        </p>
        {content.legalLine && <p className="invitation-legal">{content.legalLine}</p>}
      </div>
    </section>
  )
}
