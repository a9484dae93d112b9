import { type Finding, finding, type Rule } from '@treaty/findings';
import type { Pointer } from '@treaty/json';
import { predecessor, releasedVersions, type Version } from '@treaty/registry';
import type { VersionedCheck } from '../../context.ts';
import { type Place, placesOf } from './place.ts';

/**
 * One habit of retail data that goes wrong sooner or later. A lint goes by names, and a name is a guess: it
 * warns, and never fails a run by itself unless a registry gives it the severity error.
 */
export interface Lint {
  readonly rule: Rule;
  /** What is wrong with an attribute, as the rest of a sentence that begins with it; undefined if nothing is. */
  readonly fault: (place: Place) => string | undefined;
}

interface Fault {
  readonly place: Place;
  readonly what: string;
}

/**
 * A lint of every draft. Released versions cannot change, so that only what a draft brings is reported: not
 * what the version below it has at the same attribute. Attributes that one schema describes are one fault.
 */
export function checkOf({ rule, fault }: Lint): VersionedCheck {
  const faultsOf = (version: Version): readonly Fault[] =>
    placesOf(version).flatMap((place) => {
      const what = fault(place);
      return what === undefined ? [] : [{ place, what }];
    });
  return {
    rules: [rule],
    findings: ({ flow, drafts, released }, { against }) => {
      // The change that adopts Treaty brings a history that cannot change either.
      const adopts = against !== undefined && against.base.settings.document === undefined;
      const known = adopts ? releasedVersions(flow) : released;
      return drafts.flatMap((draft) => {
        if (known.has(draft.version)) return [];
        const below = flow.versions[flow.versions.indexOf(draft) - 1];
        const least = predecessor(draft.version, known);
        // What a draft brings cannot be told where the released version below it cannot be read.
        if (least !== undefined && !flow.versions.some(({ version }) => version === least))
          return [];
        const kept = new Set((below ? faultsOf(below) : []).map(({ place }) => place.pointer));
        const bySchema = new Map<Pointer, Fault[]>();
        for (const one of faultsOf(draft)) {
          if (kept.has(one.place.pointer)) continue;
          const at = one.place.attribute.schemas[0] ?? '';
          // What a shared definition says is told of the definition.
          if (draft.schema.at(at).file !== draft.source.file) continue;
          bySchema.set(at, [...(bySchema.get(at) ?? []), one]);
        }
        return [...bySchema].map(([at, faults]) =>
          findingOf(rule, { id: flow.id, draft, at, faults }),
        );
      });
    },
  };
}

interface Told {
  readonly id: string;
  readonly draft: Version;
  readonly at: Pointer;
  readonly faults: readonly Fault[];
}

function findingOf(rule: Rule, { id, draft, at, faults }: Told): Finding {
  const [{ place, what }] = faults as [Fault];
  const more = faults.length > 1 ? ` (and ${faults.length - 1} more of the same schema)` : '';
  return finding(rule, {
    message: `${place.pointer === '' ? `${id} ${draft.version}` : place.pointer}${more} ${what}.`,
    location: draft.schema.at(at),
    subject: place.pointer,
  });
}
