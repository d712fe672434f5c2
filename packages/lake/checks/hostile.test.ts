import {expect, it} from 'vitest'
import {rows} from './hostile/rows.ts'
import {lineOf} from './hostile/report.ts'

const seed = Number(process.env['SEED'] ?? 20_261_124)

it.each(rows.map((row) => [row.promise, row] as const))(
  '%s',
  async (_promise, {check, short}) => {
    const report = await check({count: short, seed})
    console.log(lineOf(report, seed))
    expect(report.failures).toEqual([])
  },
  60_000,
)
