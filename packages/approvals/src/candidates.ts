import { ownerKind } from '@treaty/codeowners';
import { foldLogin } from './login.ts';
import type { Permission, Snapshot, Team } from './snapshot.ts';

/** Who can stand for an owner, which `logins` lists. */
export type ResolvedOwner = { readonly owner: string; readonly logins: readonly string[] } & (
  | { readonly kind: 'people' }
  /** Nobody can, or the one who is named cannot approve as things stand. */
  | { readonly kind: 'unresolvable'; readonly why: string }
  /** The look-up of a team failed with this HTTP status. */
  | { readonly kind: 'failed'; readonly status: number }
);

/** Looks up owners and permissions in a snapshot; logins and teams without regard to ASCII case. */
export interface Directory {
  resolve(owner: string): ResolvedOwner;
  canWrite(login: string): boolean;
}

const WRITERS: ReadonlySet<Permission> = new Set(['write', 'maintain', 'admin']);
const PUSHING_TEAMS: ReadonlySet<string> = new Set(['push', 'maintain', 'admin']);

export function directoryOf(snapshot: Pick<Snapshot, 'teams' | 'permissions'>): Directory {
  const teams = folded(snapshot.teams);
  const permissions = folded(snapshot.permissions);
  const canWrite = (login: string) =>
    // Two spellings of one login: the lesser permission counts.
    permissions.get(foldLogin(login))?.every((permission) => WRITERS.has(permission)) ?? false;
  return {
    canWrite,
    resolve(owner) {
      switch (ownerKind(owner)) {
        case 'login':
          return resolveLogin(owner, canWrite);
        case 'team':
          return resolveTeam(owner, teams.get(foldLogin(owner.slice(1))) ?? []);
        case 'email':
        case undefined:
          return { owner, kind: 'unresolvable', logins: [], why: 'it names no account' };
      }
    },
  };
}

function folded<T>(entries: Readonly<Record<string, T>>): ReadonlyMap<string, readonly T[]> {
  const values = new Map<string, T[]>();
  for (const [name, value] of Object.entries(entries)) {
    const known = values.get(foldLogin(name));
    if (known === undefined) values.set(foldLogin(name), [value]);
    else known.push(value);
  }
  return values;
}

function resolveLogin(owner: string, canWrite: (login: string) => boolean): ResolvedOwner {
  const logins = [owner.slice(1)];
  if (logins.every(canWrite)) return { owner, kind: 'people', logins };
  return { owner, kind: 'unresolvable', logins, why: 'this account cannot write' };
}

function resolveTeam(owner: string, answers: readonly Team[]): ResolvedOwner {
  const [team, ...more] = answers;
  const nobody = (why: string): ResolvedOwner => ({ owner, kind: 'unresolvable', logins: [], why });
  if (team === undefined) return nobody('no such team is visible');
  if ('failed' in team) return { owner, kind: 'failed', logins: [], status: team.failed };
  if (more.length > 0) return nobody('the snapshot lists this team twice');
  if (team.privacy === 'secret') return nobody('a secret team cannot own');
  if (!PUSHING_TEAMS.has(team.permission)) return nobody('this team cannot write');
  return { owner, kind: 'people', logins: team.members };
}
