import type { Related } from '@treaty/findings';
import { formatPointer } from '@treaty/json';
import { inWords } from '../../in-words.ts';
import type { Sent } from './sent-attributes.ts';

/** `crm masters`, `legacy-erp and erp master` */
export function mastersIn({ ownership }: Sent): string {
  const records = ownership?.records ?? [];
  return `${inWords(records)} master${records.length > 1 ? '' : 's'}`;
}

export function describedBy({ version, place }: Sent): Related {
  return { message: `${version.version} describes it`, location: version.schema.at(place) };
}

export function truthOf({ entity, ownership }: Sent): Related {
  const location = entity.document.at(formatPointer(['truth', ownership?.key ?? '']));
  return { message: 'the truth map says so', location };
}

/** Where the agreement of a flow names the system that sends. */
export function sentIn({ one: { flow }, producer }: Sent): Related {
  const message = `${producer} sends it in ${flow.id}`;
  return { message, location: flow.document.at('/producer') };
}
