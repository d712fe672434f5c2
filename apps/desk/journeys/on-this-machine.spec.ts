import {createWatch} from '@lantern/testkit'
import {expect, test} from '@playwright/test'
import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

const policy = `<meta http-equiv="Content-Security-Policy" content="img-src 'none'">`

/** Names that end in .invalid are other machines to the watch and are known to none (RFC 6761), so nothing is sent. */
test.describe('the watch over browsers', () => {
  for (const [what, page] of [
    ['a picture', '<img src="http://other.invalid/x.png">'],
    ['a script’s question', '<script>fetch("http://other.invalid/x").catch(() => {})</script>'],
    ['a beacon', '<script>navigator.sendBeacon("http://other.invalid/x")</script>'],
    ['a socket', '<script>new WebSocket("ws://other.invalid/x")</script>'],
    ['a frame', '<iframe src="http://other.invalid/"></iframe>'],
  ] as const) {
    test(`fails on ${what} from another machine`, async ({browser}) => {
      const context = await browser.newContext()
      const watch = createWatch()
      await watch.context(context)
      await (await context.newPage()).setContent(page)
      expect(() => watch.expectNoneLeft()).toThrow('other.invalid')
      await context.close()
    })
  }

  test('passes what the page’s own policy refused', async ({browser}) => {
    const context = await browser.newContext()
    const watch = createWatch()
    await watch.context(context)
    await (await context.newPage()).setContent(`${policy}<img src="http://other.invalid/x.png">`)
    watch.expectNoneLeft()
    await context.close()
  })
})

test('the watch over servers notes and refuses every way out of the machine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-watch-'))
  const file = join(folder, 'left')
  const program = `
    import {connect} from 'node:net'
    import {get} from 'node:https'
    await fetch('http://fetch.invalid/').catch(() => {})
    for (const leave of [() => connect(80, 'port.invalid'), () => connect({host: '192.0.2.1', port: 80})]) {
      try { leave() } catch {}
    }
    get('https://get.invalid/').on('error', () => {})
  `
  const args = [
    '--import',
    import.meta.resolve('@lantern/testkit/stay'),
    '--input-type=module',
    '-e',
    program,
  ]
  spawnSync(process.execPath, args, {env: {...process.env, LANTERN_JOURNEY_LEFT: file}})
  const noted = readFileSync(file, 'utf8')
  rmSync(folder, {recursive: true})
  for (const host of ['fetch.invalid', 'port.invalid', '192.0.2.1', 'get.invalid'])
    expect(noted).toContain(host)
})
