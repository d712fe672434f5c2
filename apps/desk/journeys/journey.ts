import {createWatch} from '@lantern/testkit'
import {test as base, type Browser} from '@playwright/test'

export {expect} from '@playwright/test'

/** Playwright's `test`, with each browser context watched: a journey fails when a request leaves the machine. */
export const test = base.extend<{staysOnThisMachine: void}>({
  staysOnThisMachine: [
    async ({browser}, use) => {
      const watch = createWatch()
      const stop = watchNewContexts(browser, watch.context)
      await use()
      stop()
      watch.expectNoneLeft()
    },
    {auto: true},
  ],
})

function watchNewContexts(browser: Browser, watch: ReturnType<typeof createWatch>['context']): () => void {
  const newContext = browser.newContext.bind(browser)
  browser.newContext = async (options) => {
    const context = await newContext(options)
    await watch(context)
    return context
  }
  return () => {
    browser.newContext = newContext
  }
}
