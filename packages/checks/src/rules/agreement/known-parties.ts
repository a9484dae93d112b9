import { type Finding, finding, type Rule } from '@treaty/findings';
import { formatPointer, type Pointer } from '@treaty/json';
import { SCHEMAS, type SourceDocument, type Truth } from '@treaty/registry';
import { closest } from '@treaty/schema';
import { type CheckInput, flowsInScope, type RegistryCheck } from '../../context.ts';

const partyRules: Readonly<Record<'unknown' | 'noSystem', Rule>> = {
  unknown: {
    id: 'party/unknown',
    severity: 'error',
    summary: 'A document names a party that the registry does not have.',
    why: 'A party that is not declared has no owners: nobody could be asked, nobody could be called.',
    fix: 'Declare it (`treaty new party <name>`), or correct the name.',
  },
  noSystem: {
    id: 'party/not-a-system',
    severity: 'error',
    summary: 'A desk or a vendor is named where only a system can stand.',
    why: 'Producers, consumers and systems of record send, read and keep payloads; people and suppliers do not.',
    fix: 'Name the system, or change the kind of the party.',
  },
};

interface Naming {
  readonly document: SourceDocument;
  readonly pointer: Pointer;
  readonly party: string;
  /** Whether it stands where only a system can. */
  readonly system: boolean;
  readonly part: 'value' | 'name';
}

/** Every party that agreements and truth maps name is declared, and is a system where one is needed. */
export const partiesAreKnown: RegistryCheck = {
  rules: Object.values(partyRules),
  findings: (input) =>
    [...namings(input)].flatMap((naming): Finding[] => {
      const { head } = input;
      const { document, pointer, party, system, part } = naming;
      if (head.broken.has(`${SCHEMAS}/parties/${party}.yaml`)) return [];
      const known = head.parties.get(party);
      const location = document.at(pointer, part);
      if (known === undefined) {
        const meant = closest(party, [...head.parties.keys()]);
        const fix = meant === undefined ? {} : { fix: `Did you mean ${meant}?` };
        return [
          finding(partyRules.unknown, {
            message: `No party is called ${party}.`,
            location,
            subject: party,
            ...fix,
          }),
        ];
      }
      if (!system || known.kind === 'system') return [];
      const message = `${party} is a ${known.kind}; only a system can stand here.`;
      return [finding(partyRules.noSystem, { message, location, subject: party })];
    }),
};

function* namings(input: CheckInput): Generator<Naming> {
  for (const { document, agreement } of flowsInScope(input)) {
    const value = { document, system: true, part: 'value' } as const;
    yield { ...value, pointer: '/producer', party: agreement.producer };
    for (const { party } of agreement.consumers) {
      yield {
        document,
        system: true,
        part: 'name',
        pointer: formatPointer(['consumers', party]),
        party,
      };
    }
    for (const [duty, named] of Object.entries(agreement.responsible ?? {})) {
      const parties: readonly string[] = [named].flat();
      for (const [i, party] of parties.entries()) {
        const at = Array.isArray(named) ? ['responsible', duty, i] : ['responsible', duty];
        yield { document, system: false, part: 'value', pointer: formatPointer(at), party };
      }
    }
    for (const [name, routine] of Object.entries(agreement.reconcile ?? {})) {
      for (const [i, party] of routine.between.entries()) {
        yield { ...value, pointer: formatPointer(['reconcile', name, 'between', i]), party };
      }
    }
    for (const [i, step] of (agreement.incident?.escalate ?? []).entries()) {
      const pointer = formatPointer(['incident', 'escalate', i, 'to']);
      yield { document, system: false, part: 'value', pointer, party: step.to };
    }
  }
  for (const { document, truth, byHand } of input.head.entities.values()) {
    for (const [attribute, record] of Object.entries(truth)) {
      for (const [key, party] of Object.entries(systemsIn(record))) {
        const at = typeof record === 'string' ? ['truth', attribute] : ['truth', attribute, key];
        yield { document, system: true, part: 'value', pointer: formatPointer(at), party };
      }
    }
    for (const [attribute, { party }] of Object.entries(byHand)) {
      const pointer = formatPointer(['byHand', attribute, 'party']);
      yield { document, system: false, part: 'value', pointer, party };
    }
  }
}

function systemsIn(record: Truth): Readonly<Record<string, string>> {
  if (typeof record === 'string') return { record };
  if ('now' in record) return { now: record.now, next: record.next };
  return { origin: record.origin, record: record.record };
}
