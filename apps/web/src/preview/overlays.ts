import {enableVisualEditing, type HistoryAdapter} from '@sanity/visual-editing/enable-visual-editing'
import {followChanges} from './follow-changes.ts'
import {createRedraw} from './redraw.ts'

// The one script of a preview: click-to-edit inside the Studio's Presentation tool, and the page drawn again at each
// change. The Studio itself tells only of changes to a document that was opened by a click.

/** Each page of a preview is loaded whole; a new one only has to say where it is. */
const history: HistoryAdapter = {
  subscribe(navigate) {
    navigate({type: 'replace', url: here()})
    return () => {}
  },
  update({type, url}) {
    if (type === 'pop') window.history.back()
    else if (url !== here()) window.location.assign(url)
  },
}

function here(): string {
  return `${window.location.pathname}${window.location.search}${window.location.hash}`
}

const redraw = createRedraw(async () => {
  const response = await fetch(window.location.href, {cache: 'no-store'})
  if (!response.ok) return
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html')
  document.title = fresh.title
  document.body.replaceChildren(...fresh.body.childNodes)
})

followChanges('/api/draft-mode/changes', () => void redraw().catch(console.error))
enableVisualEditing({history, refresh: redraw})
