import { nextNumber } from '@treaty/compatibility';
import { finding, type Rule } from '@treaty/findings';
import {
  compareVersions,
  type FileTree,
  majorOf,
  type Registry,
  releasedVersions,
  SCHEMAS,
  startOf,
  versionedOf,
} from '@treaty/registry';
import { NOTHING, type Plan, refusal, type Write } from '../plan.ts';
import { authoringRules } from '../rules.ts';
import { firstVersion } from '../templates/first-version.ts';
import { migrationText } from '../templates/migration.ts';
import type { NewRequest } from './request.ts';

type Request = Extract<NewRequest, { readonly what: 'version' }>;

/**
 * The next version of a flow or a shared definition, as a copy of the highest one below it: a draft to be edited. A new major gets
 * the stub of a migration from the highest version of the major before.
 */
export function planVersion(standing: FileTree, registry: Registry, request: Request): Plan {
  const id = `${request.entity}/${request.flow}`;
  const folder = `${SCHEMAS}/${id}`;
  const shared = request.entity === 'shared';
  const refuse = (rule: Rule, message: string, fix?: string): Plan => {
    const location = startOf(shared ? folder : `${folder}/contract.yaml`);
    return refusal(finding(rule, { message, location, ...(fix === undefined ? {} : { fix }) }));
  };
  const flow = versionedOf(registry, id);
  if (flow === undefined) {
    const fix = `Make it first: \`treaty new ${id}\`.`;
    return refuse(
      authoringRules.missing,
      shared
        ? `There is no shared definition ${id} that can be read.`
        : `There is no flow ${id} with an agreement that can be read.`,
      fix,
    );
  }
  const versions = flow.versions.map(({ version }) => version);
  const newest = versions.at(-1);
  const { next } = request;
  if (typeof next === 'string' && newest !== undefined && !releasedVersions(flow).has(newest)) {
    const fix = `Change ${folder}/${newest}, or release it first: \`treaty release ${id}\`.`;
    return refuse(authoringRules.draft, `${id} ${newest} is a draft, which may still change.`, fix);
  }
  const version =
    typeof next === 'string'
      ? newest === undefined
        ? '1.0.0'
        : nextNumber(newest, next)
      : next.version;
  const place = `${folder}/${version}`;
  if (standing.files.some((file) => file.startsWith(`${place}/`))) {
    return refuse(authoringRules.exists, `${id} ${version} stands already.`);
  }
  const below = versions.findLast((other) => compareVersions(other, version) < 0);
  const writes =
    below === undefined
      ? firstVersion(place, request.entity, flow.agreement.title)
      : [
          ...copied(standing, `${folder}/${below}`, place),
          ...(majorOf(below) < majorOf(version) && !shared
            ? [{ file: `${place}/migration.yaml`, text: migrationText(below) }]
            : []),
        ];
  const steps = shared ? sharedSteps(id, place) : nextSteps(id, place, below, version);
  return { ...NOTHING, writes, nextSteps: steps };
}

/** Everything that a version consists of, but how it came from the major before. */
function copied(standing: FileTree, from: string, to: string): readonly Write[] {
  return standing.files
    .filter((file) => file.startsWith(`${from}/`) && file !== `${from}/migration.yaml`)
    .map((file) => ({
      file: to + file.slice(from.length),
      text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(standing.read(file)),
    }));
}

/** What comes after a version of a shared definition was made. */
export function sharedSteps(id: string, place: string): readonly string[] {
  return [
    `Make the change in ${place}/schema.json.`,
    `Refer to it from the next version of a flow: \`"$ref": "../../../${place.slice(SCHEMAS.length + 1)}/schema.json"\`.`,
    `See whom it breaks: \`treaty check\`. Freeze it when it is right: \`treaty release ${id}\`.`,
  ];
}

function nextSteps(
  id: string,
  place: string,
  below: string | undefined,
  version: string,
): readonly string[] {
  const opens = below !== undefined && majorOf(below) < majorOf(version);
  return [
    `Make the change in ${place}/schema.json, and show it in a sample.`,
    ...(opens
      ? [
          `Say in ${place}/migration.yaml how a payload of ${below} becomes one of ${version}.`,
          `Say in contract.yaml which consumers read ^${majorOf(version)}.0.0.`,
        ]
      : []),
    `See whom it breaks: \`treaty check\`. Freeze it when it is right: \`treaty release ${id}\`.`,
  ];
}
