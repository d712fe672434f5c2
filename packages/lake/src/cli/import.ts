import type {Command} from './command.ts'
export const importArchive: Command = {summary: '', options: {}, run: () => Promise.resolve(1)}
