import { nextNumber } from '@treaty/compatibility';
import { finding, type Rule } from '@treaty/findings';
import {
  compareVersions,
  type FileTree,
  type Flow,
  majorOf,
  type Registry,
  releasedVersions,
  SCHEMAS,
  startOf,
} from '@treaty/registry';
import { sentence, wordsOf } from '../names.ts';
import { NOTHING, type Plan, refusal, type Write } from '../plan.ts';
import { authoringRules } from '../rules.ts';
import { firstVersion } from '../templates/first-version.ts';
import { migrationText } from '../templates/migration.ts';
import type { NewRequest } from './request.ts';

type Request = Extract<NewRequest, { readonly what: 'version' }>;

/**
 * The next version of a flow, as a copy of the highest one below it: a draft to be edited. A new major gets
 * the stub of a migration from the highest version of the major before.
 */
export function planVersion(standing: FileTree, registry: Registry, request: Request): Plan {
  const id = `${request.entity}/${request.flow}`;
  const folder = `${SCHEMAS}/${id}`;
  const refuse = (rule: Rule, message: string, fix?: string): Plan => {
    const location = startOf(`${folder}/contract.yaml`);
    return refusal(finding(rule, { message, location, ...(fix === undefined ? {} : { fix }) }));
  };
  const flow = registry.flows.get(id);
  if (flow === undefined) {
    const fix = `Make it first: \`treaty new ${id}\`.`;
    return refuse(
      authoringRules.missing,
      `There is no flow ${id} with an agreement that can be read.`,
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
      ? firstVersion(place, request.entity, titleOf(flow))
      : [
          ...copied(standing, `${folder}/${below}`, place),
          ...(majorOf(below) < majorOf(version)
            ? [{ file: `${place}/migration.yaml`, text: migrationText(below) }]
            : []),
        ];
  return { ...NOTHING, writes, nextSteps: nextSteps(id, place, below, version) };
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

function titleOf({ agreement, entity, name }: Flow): string {
  return agreement.title || sentence([...wordsOf(entity), ...wordsOf(name)]);
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
