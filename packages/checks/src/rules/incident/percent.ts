/** `99.9%` as 99.9; `shadow`, before any traffic, as 0. Undefined for what is not said. */
export function percent(text: string | undefined): number | undefined {
  if (text === 'shadow') return 0;
  return text === undefined ? undefined : Number(text.slice(0, -1));
}
