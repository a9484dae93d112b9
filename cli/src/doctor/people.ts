import { type OwnersFile, onePerson } from '@treaty/checks';
import { ownersOf } from '@treaty/codeowners';
import type { Registry } from '@treaty/registry';
import { rules } from '../catalogue.ts';
import { type Diagnosis, fine, ill } from './diagnosis.ts';
import { doctorRules } from './rules.ts';

/** Who can be asked: the file in force, parties without people, and seats that one person alone can fill. */
export function people(registry: Registry, owners: OwnersFile): readonly Diagnosis[] {
  const { file, codeowners, prefix } = owners;
  const missing = rules.get('codeowners/missing');
  const unowned = rules.get('codeowners/party-unowned');
  if (missing === undefined || unowned === undefined) throw new Error('both rules are there');
  if (file === undefined) return [ill(missing, 'The repository has no CODEOWNERS file.')];
  const seats = [
    ...[...registry.parties.values()].map(({ name, document }) => ({ name, document })),
    ...[...registry.flows.values()].map(({ id, document }) => ({
      name: `steward of ${id}`,
      document,
    })),
  ].map((seat) => ({ ...seat, owners: ownersOf(codeowners, prefix + seat.document.file).owners }));
  const empty = seats.filter((seat) => seat.owners.length === 0);
  const first = empty[0] && `/${prefix}${empty[0].document.file} @org/team`;
  const lonely = seats.flatMap(({ name, owners: named }) => {
    const person = onePerson(named);
    return person === undefined ? [] : [`${name} (@${person})`];
  });
  return [
    fine(`${file} is in force`),
    empty.length === 0
      ? fine('every seat has owners')
      : ill(unowned, `Nobody owns ${list(empty.map(({ name }) => name))}.`, {
          next: `Give each its line in CODEOWNERS, such as \`${first}\`.`,
        }),
    lonely.length === 0
      ? fine('no seat depends on one person')
      : ill(doctorRules.onePerson, `One person alone can fill ${list(lonely)}.`),
  ];
}

const SHOWN = 5;

function list(names: readonly string[]): string {
  const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '';
  return names.slice(0, SHOWN).join(', ') + more;
}
