import type { Flow, Registry } from '@treaty/registry';
import { remove, rename, set } from './edit.ts';
import { type Kind, somewhere } from './kind.ts';
import { editedDocument, inAgreement, inEntity } from './living.ts';

export function systemsOf({ parties }: Registry): readonly string[] {
  return [...parties.values()].filter(({ kind }) => kind === 'system').map(({ name }) => name);
}

function othersOf({ parties }: Registry): readonly string[] {
  return [...parties.values()].filter(({ kind }) => kind !== 'system').map(({ name }) => name);
}

/** Systems that neither send nor read a flow. */
export function strangersTo({ agreement }: Flow, registry: Registry): readonly string[] {
  const known = [agreement.producer, ...agreement.consumers.map(({ party }) => party)];
  return systemsOf(registry).filter((system) => !known.includes(system));
}

export const PARTY_KINDS: readonly Kind[] = [
  inAgreement('a producer misspelt', ['party/unknown'], ({ agreement }) => [
    set(`${agreement.producer}s`, 'producer'),
  ]),
  inAgreement('a consumer misspelt', ['party/unknown'], ({ agreement }, random) => {
    const party = random.pick(agreement.consumers)?.party;
    return party === undefined ? undefined : [rename(`${party}s`, 'consumers', party)];
  }),
  inAgreement('a duty of nobody', ['party/unknown'], ({ agreement }, random) => {
    const duties = Object.keys(agreement.responsible ?? {}).filter((duty) => duty !== 'stop');
    const duty = random.pick(duties);
    return duty === undefined ? undefined : [set('somebody', 'responsible', duty)];
  }),
  inAgreement('an escalation to nobody', ['party/unknown'], ({ agreement }, random) => {
    const steps = agreement.incident?.escalate?.length ?? 0;
    return [set('somebody', 'incident', 'escalate', random.below(steps), 'to')];
  }),
  inEntity('a truth of nobody', ['party/unknown'], ({ truth }, random) => {
    const attribute = random.pick(Object.keys(truth));
    return attribute === undefined ? undefined : [set('somebody', 'truth', attribute)];
  }),
  inAgreement('a producer that is no system', ['party/not-a-system'], (_, random, { registry }) => [
    set(random.pick(othersOf(registry)) ?? '', 'producer'),
  ]),
  inEntity('a record that is no system', ['party/not-a-system'], ({ truth }, random, sample) => {
    const attribute = random.pick(Object.keys(truth));
    const party = random.pick(othersOf(sample.registry));
    return attribute === undefined || !party ? undefined : [set(party, 'truth', attribute)];
  }),
  {
    name: 'a party that is gone',
    rules: ['party/unknown'],
    plant: (random, { registry }) => {
      const file = random.pick([...registry.parties.values()])?.document.file;
      return file === undefined
        ? undefined
        : { at: '', what: `without ${file}`, changes: new Map([[file, undefined]]) };
    },
  },
  {
    name: 'a party that cannot be called',
    rules: ['party/without-page'],
    plant: (random, sample) =>
      somewhere(random, sample.registry.flows.values(), ({ agreement }) => {
        const party = random.pick(agreement.incident?.escalate ?? [])?.to;
        const file = party && sample.registry.parties.get(party)?.document.file;
        const plant = file && editedDocument(sample, file, [remove('contact', 'page')]);
        return plant ? { ...plant, at: '' } : undefined;
      }),
  },
];
