import type {Command} from './command.ts'
export const exportArchive: Command = {summary: '', options: {}, run: () => Promise.resolve(1)}
