import {isPreview} from '../../content/site-loader.ts'
import './preview.css'

/**
 * In preview only: says so, offers the way out, and lets the Studio lead to fields. The script is a file of its own and
 * no client component, because one in the layout would add a chunk to every reader's page.
 */
export async function Preview() {
  if (!(await isPreview())) return null
  return (
    <>
      <p className="preview">
        You are looking at drafts. <a href="/api/draft-mode/disable">Leave the preview</a>
      </p>
      <script type="module" src="/preview/overlays.js" />
    </>
  )
}
