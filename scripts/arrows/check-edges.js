// Files, processes, network, environment, clock and chance are reached only from the edges that arrows.json names.

import { isBuiltin } from 'node:module';
import { isAt } from './house.js';

/**
 * Only what is shipped is asked: tests, scripts and examples stand outside.
 * @param {import('./check.js').Subject} subject
 * @returns {import('./check.js').Problem[]}
 */
export function checkEdges({ house, places }) {
  const kinds = kindsOf(house);
  const problems = [];
  /** @type {Map<import('./house.js').Edge, Set<string>>} */
  const used = new Map(house.edges.map((edge) => [edge, new Set()]));
  for (const room of house.rooms) {
    const files = places.find((p) => p.folder === room.folder)?.files ?? [];
    for (const file of files.filter((f) => f.area === 'src')) {
      const edge = house.edges.find((e) => isAt(file.path, e.path));
      for (const { what, kind, line } of reaches(file, house, kinds)) {
        if (edge !== undefined) used.get(edge)?.add(kind);
        if (edge?.reaches.includes(kind) && !room.standsAlone) continue;
        const message = room.standsAlone
          ? `${what} is Node's; ${room.name} runs anywhere`
          : `${what} reaches ${kind}, and this file is no edge for that (see scripts/arrows.json)`;
        problems.push({ path: file.path, line, message });
      }
    }
  }
  return [...problems, ...checkUnused(house, places, used)];
}

/** @param {import('./house.js').House} house */
function kindsOf(house) {
  /** @type {Map<string, string>} */
  const kinds = new Map();
  for (const [kind, names] of Object.entries(house.outside))
    for (const name of names) kinds.set(name, kind);
  return kinds;
}

/**
 * @param {import('./workspace.js').CodeFile} file
 * @param {import('./house.js').House} house
 * @param {Map<string, string>} kinds
 */
function* reaches(file, house, kinds) {
  for (const { global, line } of file.source.uses) {
    const kind = kinds.get(global);
    if (kind !== undefined) yield { what: global, kind, line };
  }
  for (const { from, names, isType, line } of file.source.imports) {
    if (isType || from === undefined || !isBuiltin(from)) continue;
    const what = from.startsWith('node:') ? from : `node:${from}`;
    const inside = house.inside[what];
    if (inside === 'all' || (inside && names !== 'all' && names.every((n) => inside.includes(n))))
      continue;
    yield {
      what,
      kind: kinds.get(what) ?? 'what arrows.json calls neither inside nor outside',
      line,
    };
  }
}

/**
 * An edge that nothing needs any more is a door left open.
 * @param {import('./house.js').House} house
 * @param {import('./workspace.js').Place[]} places
 * @param {Map<import('./house.js').Edge, Set<string>>} used
 */
function checkUnused(house, places, used) {
  const present = new Set(places.map((p) => p.folder));
  const problems = [];
  for (const edge of house.edges) {
    const room = house.rooms.find((r) => edge.path.startsWith(`${r.folder}/`));
    if (room !== undefined && !present.has(room.folder)) continue;
    const idle = edge.path.endsWith('/')
      ? []
      : edge.reaches.filter((kind) => !used.get(edge)?.has(kind));
    if (idle.length === 0) continue;
    const message = `${edge.path} no longer reaches ${idle.join(', ')}; take it out of the edges`;
    problems.push({ path: 'scripts/arrows.json', line: 1, message });
  }
  return problems;
}
