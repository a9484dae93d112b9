import { demandOf, type Seat, seatsAsked, seatTitle } from '@treaty/approvals';
import { type FlowChange, flowChanges } from '@treaty/compatibility';
import { type Palette, plain, plural, report } from '@treaty/findings';
import type { JsonValue } from '@treaty/json';
import { codeownersAt } from '../codeowners.ts';
import type { Io } from '../io.ts';
import type { Outcome } from '../outcome.ts';
import { incomplete, unreadable } from '../unreadable.ts';
import { compareWith, openWorkspace, pathsInside, placeOf } from '../workspace.ts';

/** `treaty who --against REF`: the seats that the change needs and who may fill them, from git alone. */
export async function who(options: { readonly against: string }, io: Io): Promise<Outcome> {
  const compared = compareWith(placeOf(io).root, options.against);
  if ('rule' in compared) return { report: report('who', 'nothing was compared', [compared]) };
  const { paths } = compared;
  const workspace = openWorkspace(io, compared.scope);
  const { registry: head, findings, prefix } = workspace;
  const missing = unreadable(workspace);
  if (missing.length > 0) return incomplete('who', 'the change could not be read', missing, prefix);
  const inside = pathsInside(prefix, paths);
  const changes = await flowChanges({
    ...compared.registries,
    head,
    paths: inside,
    today: io.today,
  });
  const { settings } = compared.registries.base;
  const codeowners = codeownersAt(compared.repository, compared.base);
  const seatsFor = (asked: readonly FlowChange[]): readonly Seat[] =>
    seatsAsked(demandOf(asked, settings, codeowners, prefix), paths);
  const seats = seatsFor(changes);
  const released = changes.map(({ withRelease, ...change }) => withRelease ?? change);
  const later = seatsFor(released);
  return {
    report: report(
      'who',
      `${plural(changes.length, 'flow')} changed since ${options.against}, ${plural(seats.length, 'seat')}`,
      findings,
      {
        changes: changes as unknown as JsonValue,
        seats: seats as unknown as JsonValue,
      },
    ),
    text: (palette) => render(changes, seats, later, palette),
    failOn: settings.failOn,
    prefix,
  };
}

function render(
  changes: readonly FlowChange[],
  seats: readonly Seat[],
  later: readonly Seat[],
  palette: Palette,
): string {
  if (seats.length === 0) {
    return 'No contract and no control file is changed: no approval is needed.\n\n';
  }
  const releases = changes.flatMap(({ withRelease }) => withRelease ?? []);
  return [
    ...changes.map((change) => inWords(change, palette)),
    ...(changes.length === 0 ? ['No flow changes, but what decides over them does.'] : []),
    '',
    'Each of these seats needs its own person:',
    ...table(seats, palette),
    '',
    ...(releases.length === 0
      ? []
      : [
          'When its drafts are released, it will be more:',
          ...releases.map((change) => inWords(change, palette)),
          '',
          ...table(later, palette),
          '',
        ]),
    '',
  ].join('\n');
}

function inWords({ flow, class: change, why }: FlowChange, palette: Palette): string {
  return `${palette.strong(flow)} is a ${palette.strong(change)}: ${plain(why)}`;
}

function table(seats: readonly Seat[], palette: Palette): readonly string[] {
  const rows = seats.map((seat) => [seatTitle(seat), ownersOf(seat), seat.path] as const);
  const widths = [0, 1].map((i) => Math.max(0, ...rows.map((row) => (row[i] as string).length)));
  return rows.map(
    ([title, owners, path]) =>
      `  ${title.padEnd(widths[0] as number)}  ${owners.padEnd(widths[1] as number)}  ${palette.quiet(plain(path))}`,
  );
}

function ownersOf({ owners, quorum }: Seat): string {
  if (owners.length === 0) return 'nobody: add an owner to CODEOWNERS';
  const any = owners.length > 1 ? `any of ${owners.join(', ')}` : (owners[0] as string);
  return plain(quorum > 1 ? `${any} (${quorum} people)` : any);
}
