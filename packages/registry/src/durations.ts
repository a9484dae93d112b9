const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** `30s 15m 24h 30d` as whole seconds; undefined for any other text. */
export function seconds(duration: string): number | undefined {
  const match = /^(\d{1,9})([smhd])$/.exec(duration);
  const unit = match?.[2] === undefined ? undefined : SECONDS[match[2]];
  return match === null || unit === undefined ? undefined : Number(match[1]) * unit;
}

/** The UTC date that lies `days` after a date. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
