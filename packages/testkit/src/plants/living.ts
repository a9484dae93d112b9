import type { Entity, Flow } from '@treaty/registry';
import type { Random } from '../random.ts';
import { type Sample, textIn } from '../sample-registry.ts';
import { type Edit, edited, inWords } from './edit.ts';
import { type Kind, type Plant, somewhere } from './kind.ts';

/** What is edited at a place, or undefined where the fault does not apply there. */
export type Editing<T> = (place: T, random: Random, sample: Sample) => readonly Edit[] | undefined;

/** A document with edits. */
export function editedDocument({ files }: Sample, file: string, edits: readonly Edit[]): Plant {
  const changes = new Map([[file, edited(file, textIn(files, file), edits)]]);
  return { at: file, what: `${file}: ${inWords(edits)}`, changes };
}

/** A fault in the agreement of one flow. */
export function inAgreement(name: string, rules: readonly string[], edits: Editing<Flow>): Kind {
  return {
    name,
    rules,
    plant: (random, sample) =>
      somewhere(random, sample.registry.flows.values(), (flow) =>
        planted(sample, flow.document.file, edits(flow, random, sample)),
      ),
  };
}

/** A fault in what one entity says about its truth; it may show in any of its documents. */
export function inEntity(name: string, rules: readonly string[], edits: Editing<Entity>): Kind {
  return {
    name,
    rules,
    plant: (random, sample) =>
      somewhere(random, sample.registry.entities.values(), (entity) => {
        const { file } = entity.document;
        const plant = planted(sample, file, edits(entity, random, sample));
        return plant === undefined ? undefined : { ...plant, at: `schemas/${entity.name}/` };
      }),
  };
}

function planted(sample: Sample, file: string, edits: readonly Edit[] | undefined) {
  return edits === undefined ? undefined : editedDocument(sample, file, edits);
}
