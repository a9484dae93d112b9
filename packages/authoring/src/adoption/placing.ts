import { type Finding, finding } from '@treaty/findings';
import type { JsonValue } from '@treaty/json';
import { compareVersions, type FileTree, SCHEMAS, startOf } from '@treaty/registry';
import { authoringRules } from '../rules.ts';
import { type Coordinates, coordinatesOf } from './coordinates.ts';
import { compareMarkings, type Marking } from './marking.ts';
import { numbering } from './numbering.ts';
import { type AdoptedSchema, readSchemas } from './read-schemas.ts';

/** An adopted flow: its versions, ascending, each from one file. */
export interface AdoptedFlow {
  readonly entity: string;
  readonly flow: string;
  readonly folder: string;
  readonly versions: readonly AdoptedVersion[];
}

export interface AdoptedVersion {
  readonly version: string;
  readonly from: string;
  readonly to: string;
  readonly title: string | undefined;
  /** What is written in the place of what was moved, where that referred to other files, or was upgraded. */
  readonly rewritten: JsonValue | undefined;
}

export interface Placing {
  readonly flows: readonly AdoptedFlow[];
  /** Why a file was left, and what is worth knowing of one that was not. */
  readonly findings: readonly Finding[];
}

/** Gives every schema its place in the registry. Each candidate is a version afterwards, or has a finding. */
export function placeSchemas(
  standing: FileTree,
  candidates: readonly string[],
  { base, entity }: { readonly base: string; readonly entity: string | undefined },
): Placing {
  const findings: Finding[] = [];
  const groups = new Map<string, Named[]>();
  const { schemas, findings: reading } = readSchemas(standing, candidates);
  findings.push(...reading);
  for (const schema of schemas) {
    const { file } = schema;
    const coordinates = coordinatesOf({ ...schema, path: file, base }, entity);
    if (coordinates === undefined) {
      const message = 'Nothing says which entity and flow this schema is of.';
      findings.push(finding(authoringRules.unnamed, { message, location: startOf(file) }));
      continue;
    }
    const folder = `${SCHEMAS}/${coordinates.entity}/${coordinates.flow}`;
    groups.set(folder, [...(groups.get(folder) ?? []), { schema, coordinates }]);
  }
  const files = new Set(standing.files);
  const flows = [...groups].map(([folder, named]) => {
    const { flow, taken } = placeFlow(files, folder, named);
    findings.push(...taken);
    return flow;
  });
  return { flows: flows.filter(({ versions }) => versions.length > 0), findings };
}

interface Named {
  readonly schema: AdoptedSchema;
  readonly coordinates: Coordinates;
}

function placeFlow(
  standing: ReadonlySet<string>,
  folder: string,
  named: readonly Named[],
): { readonly flow: AdoptedFlow; readonly taken: readonly Finding[] } {
  const number = numbering(named.map(({ coordinates }) => coordinates.marking));
  const versions = new Map<string, AdoptedVersion>();
  const taken: Finding[] = [];
  for (const { schema, coordinates } of [...named].sort(byMarking)) {
    const { title, rewritten } = schema;
    const version = number(coordinates.marking);
    const to = `${folder}/${version}/schema.json`;
    const other =
      versions.get(version)?.from ?? (schema.file !== to && standing.has(to) ? to : undefined);
    if (other === undefined) {
      versions.set(version, { version, from: schema.file, to, title, rewritten });
      continue;
    }
    const { entity, flow } = coordinates;
    taken.push(
      finding(authoringRules.taken, {
        message: `${entity}/${flow} ${version} is ${other} already; this file stays where it is.`,
        location: startOf(schema.file),
      }),
    );
  }
  const { entity, flow } = (named[0] as Named).coordinates;
  const ascending = [...versions.values()].sort((a, b) => compareVersions(a.version, b.version));
  return { flow: { entity, flow, folder, versions: ascending }, taken };
}

/** What is numbered goes before what is not: of two with the same number it was meant more surely. */
function byMarking(a: Named, b: Named): number {
  const sure = (marking: Marking): number => (marking.kind === 'none' ? 1 : 0);
  const [x, y] = [a.coordinates.marking, b.coordinates.marking];
  return sure(x) - sure(y) || compareMarkings(x, y) || (a.schema.file < b.schema.file ? -1 : 1);
}
