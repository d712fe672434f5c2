import {ask, startTestLake} from '../../src/http/test-lake.ts'
import {randomFrom, tally, type Options, type Report} from './report.ts'

type Random = ReturnType<typeof randomFrom>
type Body = {kind: string; bytes: Buffer; headers?: Record<string, string>}

const good =
  '{"mutations":[{"createOrReplace":{"_id":"victim","_type":"article","title":"Words","n":1,"list":["a"]}}]}'
const text = (kind: string, body: string): Body => ({kind, bytes: Buffer.from(body)})
const nested = (depth: number, [open, close]: readonly [string, string]): string =>
  open.repeat(depth) + '1' + close.repeat(depth)

/** Each kind is broken for sure, whatever the dice say. */
const kinds: readonly ((random: Random) => Body)[] = [
  ({below}) => {
    const bytes = Buffer.from(good)
    bytes[good.indexOf('Words') + below(5)] = 0x80 + below(0x40)
    return {kind: 'UTF-8', bytes}
  },
  ({pick}) => {
    const overlong = pick([
      [0xc0, 0xaf],
      [0xed, 0xa0, 0x80],
      [0xf5, 0x80, 0x80, 0x80],
      [0xe2, 0x82],
    ])
    const [before, after] = good.split('Words')
    return {
      kind: 'UTF-8',
      bytes: Buffer.concat([Buffer.from(before ?? ''), Buffer.from(overlong), Buffer.from(after ?? '')]),
    }
  },
  ({pick}) =>
    text('surrogate', good.replace('Words', pick(['\\ud800', '\\udfff', '\\ud800x', '\\uDBFF\\u0041']))),
  ({pick}) => text('surrogate', good.replace('title', pick(['\\ud800', '\\udc00']))),
  ({pick}) =>
    text(
      'prototype',
      good.replace(
        '"title":"Words"',
        pick([
          '"__proto__":{"polluted":true}',
          '"\\u005f_proto__":{"polluted":true}',
          '"deep":{"list":[{"__proto__":{"polluted":true}}]}',
          '"hasOwnProperty":1',
        ]),
      ),
    ),
  ({pick}) =>
    text(
      'duplicate',
      good.replace(
        '"title":"Words"',
        pick([
          '"title":"A","title":"B"',
          '"_type":"secret"',
          '"title":"A","t\\u0069tle":"B"',
          '"deep":{"a":1,"a":2}',
        ]),
      ),
    ),
  ({pick, below}) =>
    text(
      'depth',
      good.replace(
        '"Words"',
        nested(
          201 + below(10_000),
          pick([
            ['[', ']'],
            ['{"a":', '}'],
          ] as const),
        ),
      ),
    ),
  ({pick}) =>
    text('number', good.replace('"n":1', `"n":${pick(['1e400', '-1e400', '1e999999', '9'.repeat(400)])}`)),
  ({pick}) =>
    text(
      'no number',
      good.replace('"n":1', `"n":${pick(['NaN', 'Infinity', '01', '1.', '.5', '+1', '0x10', '1e'])}`),
    ),
  ({pick}) => text('trailing', good + pick(['x', '}', '{}', ',', '\u0000', 'null', good, '//'])),
  ({below}) => text('cut', good.slice(0, 1 + below(good.length - 2))),
  ({pick}) =>
    text(
      'not JSON',
      pick([
        '',
        '\ufeff' + good,
        "{'a':1}",
        '<xml/>',
        'undefined',
        '\u0000',
        '[',
        '"',
        'a=b',
        '[1,]',
        '{"a":1,}',
      ]) || ' ',
    ),
  ({pick}) =>
    text(
      'shape',
      pick([
        'null',
        '1',
        '"x"',
        '[]',
        'true',
        '{}',
        '{"mutations":null}',
        '{"mutations":[]}',
        '{"mutations":{}}',
        '{"mutations":[null]}',
        '{"mutations":[[]]}',
        '{"mutations":[{"create":1}]}',
        '{"mutations":[{"unknown":{}}]}',
        '{"mutations":[{"patch":{"id":"victim","set":1}}]}',
        '{"mutations":[{"create":{"_id":"a/b","_type":"x"}}]}',
        '{"mutations":[{"create":{"_id":"x"}}]}',
        '{"mutations":[{"create":{"_type":5}}]}',
      ]),
    ),
  ({pick}) => ({
    kind: 'type',
    bytes: Buffer.from(good),
    headers: {
      'content-type': pick([
        'text/plain',
        'application/x-www-form-urlencoded',
        'application/json; charset=utf-16',
        'multipart/form-data',
        'application/jsonx',
        'text/json',
      ]),
    },
  }),
  ({pick}) => ({
    kind: 'encoding',
    bytes: Buffer.from(good),
    headers: {'content-encoding': pick(['br', 'deflate', 'zstd', 'gzip', 'gzip, gzip', 'x-gzip'])},
  }),
]

const paths = [
  'data/mutate/production',
  'data/actions/production',
  'data/query/production',
  'users/me/keyvalue',
]

/** B5: sends broken bodies; each must be answered 4xx, nothing may be written, and no object of this process may change. */
export async function brokenBodies({count, seed}: Options): Promise<Report> {
  const random = randomFrom(seed)
  const report: Report = {row: 'B5 broken bodies', counts: {}, failures: []}
  const test = await startTestLake()
  try {
    const authorization = `Bearer ${test.lake.issueToken('b5', 'administrator')}`
    for (let index = 0; index < count; index++) {
      const {kind, bytes, headers} = random.pick(kinds)(random)
      const path = index % 2 === 0 ? 'data/mutate/production' : random.pick(paths)
      const {status, body} = await ask(test.lake, `/v1/${path}`, {
        method: path.startsWith('users') ? 'PUT' : 'POST',
        headers: {authorization, 'content-type': 'application/json', ...headers},
        body: bytes,
      })
      tally(report.counts, kind)
      tally(report.counts, `${Math.floor(status / 100)}xx`)
      const isRefused = status >= 400 && status < 500 && /"(message|description)":"./.test(body)
      if (!isRefused)
        report.failures.push(`${kind} at ${path}: ${status} for ${bytes.subarray(0, 200).toString()}`)
    }
    if (Reflect.get({}, 'polluted') !== undefined)
      report.failures.push('the canary: every object is “polluted”')
    const written = await test.client('administrator').fetch<number>('count(*)', {}, {perspective: 'raw'})
    if (written !== 0) report.failures.push(`${written} documents were written`)
    return report
  } finally {
    await test.end()
  }
}
