import type { Io } from './io.ts';

/**
 * Tells on standard error how far a long piece of work is, where a person watches: one line that is written
 * over, and gone at the end. Work that is done at once is never spoken of.
 */
export function progressOn(io: Io, what: string): ((done: number, of: number) => void) | undefined {
  if (!io.isErrorTerminal) return undefined;
  return (done, of) => io.stderr(done === of ? '\r\u001b[K' : `\r${done} of ${of} ${what}\u001b[K`);
}
