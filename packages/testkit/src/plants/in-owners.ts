import type { Flow } from '@treaty/registry';
import type { Random } from '../random.ts';
import { CODEOWNERS, type Sample, textIn } from '../sample-registry.ts';
import type { Kind } from './kind.ts';

/** A change to the lines of CODEOWNERS. */
function inOwners(
  name: string,
  rules: readonly string[],
  change: (
    lines: readonly string[],
    random: Random,
    sample: Sample,
  ) => readonly string[] | undefined,
): Kind {
  return {
    name,
    rules,
    plant: (random, sample) => {
      const lines = textIn(sample.files, CODEOWNERS).trimEnd().split('\n');
      const text = change(lines, random, sample)?.join('\n');
      if (text === undefined) return undefined;
      return {
        at: '',
        what: `${CODEOWNERS}: ${name}`,
        changes: new Map([[CODEOWNERS, `${text}\n`]]),
      };
    },
  };
}

const anyFlow = (random: Random, { registry }: Sample): Flow | undefined =>
  random.pick([...registry.flows.values()]);
const isParty = (line: string): boolean => /^\/schemas\/parties\/[a-z-]+\.yaml/.test(line);

/** One line of the parties, changed. */
function partyLine(change: (line: string) => string) {
  return (lines: readonly string[], random: Random): readonly string[] => {
    const line = random.pick(lines.filter(isParty));
    return lines.map((one) => (one === line ? change(one) : one));
  };
}

export const OWNER_KINDS: readonly Kind[] = [
  {
    name: 'no CODEOWNERS',
    rules: ['codeowners/missing'],
    plant: () => ({ at: '', what: 'no CODEOWNERS', changes: new Map([[CODEOWNERS, undefined]]) }),
  },
  inOwners(
    'a party whose line names nobody',
    ['codeowners/party-unowned', 'codeowners/line-without-owners'],
    partyLine((line) => line.split(' ')[0] ?? ''),
  ),
  inOwners(
    'an owner who is an address',
    ['codeowners/owner-by-email'],
    partyLine((line) => line.replace(/@acme\/(\S+)/, '$1@acme.example')),
  ),
  inOwners(
    'a flow that a line takes from everybody',
    ['codeowners/line-without-owners', 'codeowners/document-unowned'],
    (lines, random, sample) => {
      const flow = anyFlow(random, sample);
      return flow === undefined ? undefined : [...lines, `/${flow.folder}/`];
    },
  ),
  inOwners('a line that cannot be read', ['codeowners/line-skipped'], (lines, random, sample) => {
    const flow = anyFlow(random, sample);
    return flow === undefined
      ? undefined
      : [...lines, `${random.pick(['!', '\\#'])}/${flow.folder}/ @acme/platform`];
  }),
  inOwners('one person for two seats', ['codeowners/one-person-twice'], (lines, random, sample) => {
    const { agreement } = anyFlow(random, sample) ?? {};
    const seats = [agreement?.producer, random.pick(agreement?.consumers ?? [])?.party];
    const files = seats.map((party) => `/schemas/parties/${party}.yaml`);
    return lines.map((line) =>
      files.includes(line.split(' ')[0] ?? '') ? `${line.split(' ')[0]} @ada` : line,
    );
  }),
];
