import {isPreview} from '../../content/site-loader.ts'
import './preview.css'

/** In preview only: says so, and offers the way out. Readers' pages carry none of it. */
export async function Preview() {
  if (!(await isPreview())) return null
  return (
    <p className="preview">
      You are looking at drafts. <a href="/api/draft-mode/disable">Leave the preview</a>
    </p>
  )
}
