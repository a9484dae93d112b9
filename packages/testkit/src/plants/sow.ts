import { checkPlant, type Sown } from '../check-plant.ts';
import { Random } from '../random.ts';
import type { Sample } from '../sample-registry.ts';
import { KINDS } from './kinds.ts';

/**
 * Plants `count` faults, each kind in turn, and checks each by itself. The n-th plant has the seed
 * `seed + n` alone, so that it can be planted again without the others.
 */
export async function* sow(
  sample: Sample,
  seed: number,
  count: number,
): AsyncGenerator<Sown & { readonly seed: number }> {
  for (let n = 0; n < count; n += 1) {
    const kind = KINDS[(seed + n) % KINDS.length];
    const plant = kind?.plant(new Random(seed + n), sample);
    if (kind === undefined || plant === undefined)
      throw new Error(`${kind?.name}: no place for it`);
    yield { seed: seed + n, ...(await checkPlant(kind, plant, sample)) };
  }
}

/** A plant that was missed, as people read it. */
export function missInWords({
  seed,
  kind,
  plant,
  findings,
}: Sown & { readonly seed: number }): string {
  const said = findings.map(
    ({ rule, location, message }) => `  ${location.file} ${message} ${rule}`,
  );
  return [
    `seed ${seed}, ${kind.name}: expected ${kind.rules.join(' or ')} at ${plant.at || 'any place'}`,
    `  planted: ${plant.what}`,
    ...(said.length === 0 ? ['  nothing was found'] : said),
  ].join('\n');
}
