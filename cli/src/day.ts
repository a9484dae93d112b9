import { InvalidArgumentError } from 'commander';

/** A UTC date of the calendar, `YYYY-MM-DD`; anything else is a command line that cannot be used. */
export function parseDay(text: string): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  const real = day !== undefined && !Number.isNaN(day.getTime());
  // A day that its month does not have would be taken for one of the next.
  if (!real || day.toISOString().slice(0, 10) !== text) {
    throw new InvalidArgumentError('Expected a day of the calendar: YYYY-MM-DD.');
  }
  return text;
}
