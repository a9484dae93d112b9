// The arrows, drawn as the sources take them: a Mermaid picture and a table of the packages that exist.

const START = '<!-- arrows: written by node scripts/arrows.js --write -->';
const END = '<!-- /arrows -->';

/**
 * The page with the picture between its two marks; unchanged where it has none.
 * @param {string} page
 * @param {import('./house.js').House} house
 * @param {import('./workspace.js').Place[]} places
 * @returns {string}
 */
export function withPicture(page, house, places) {
  const start = page.indexOf(START);
  const end = page.indexOf(END);
  if (start < 0 || end < start)
    throw new Error(`the page of the arrows has lost its marks: ${START} … ${END}`);
  return `${page.slice(0, start)}${START}\n\n${draw(house, places)}\n\n${page.slice(end)}`;
}

/**
 * @param {import('./house.js').House} house
 * @param {import('./workspace.js').Place[]} places
 */
function draw(house, places) {
  const rooms = house.rooms.filter((room) => places.some((p) => p.folder === room.folder));
  const shown = rooms.filter((room) => !room.isPrivate);
  const taken = new Map(shown.map((room) => [room.name, importsOf(room, shown, places)]));
  const arrows = shown.flatMap((room) =>
    shortest(room.name, taken).map((to) => `  ${room.name} --> ${to}`),
  );
  const table = rooms.map((r) => `| \`${r.folder}\` | ${r.purpose} |`);
  return [
    '```mermaid',
    'flowchart TD',
    ...arrows,
    ...shown
      .filter((r) => !arrows.some((a) => a.split(/\W+/).includes(r.name)))
      .map((r) => `  ${r.name}`),
    '```',
    '',
    ...house.rooms.flatMap((r) => widely(r, house)),
    '',
    '| package | what it is for |',
    '| --- | --- |',
    ...table,
  ].join('\n');
}

/**
 * The packages of the house that the sources of a package import.
 * @param {import('./house.js').Room} room
 * @param {import('./house.js').Room[]} shown
 * @param {import('./workspace.js').Place[]} places
 * @returns {string[]} In the order of the house.
 */
function importsOf(room, shown, places) {
  const files = places.find((p) => p.folder === room.folder)?.files ?? [];
  const from = new Set(
    files
      .filter(({ area }) => area === 'src' || area === 'bin')
      .flatMap(({ source }) => source.imports.map((one) => one.from)),
  );
  return shown
    .filter(({ folder }) => from.has(places.find((p) => p.folder === folder)?.manifest.name))
    .map(({ name }) => name);
}

/**
 * The imports that no longer path of imports implies.
 * @param {string} name
 * @param {Map<string, string[]>} taken
 */
function shortest(name, taken) {
  const direct = taken.get(name) ?? [];
  return direct.filter((to) => !direct.some((via) => via !== to && leads(via, to, taken)));
}

/**
 * @param {string} start
 * @param {string} end
 * @param {Map<string, string[]>} taken
 * @returns {boolean}
 */
function leads(start, end, taken) {
  return (taken.get(start) ?? []).some((next) => next === end || leads(next, end, taken));
}

/**
 * @param {import('./house.js').Room} room
 * @param {import('./house.js').House} house
 */
function widely(room, house) {
  const without = [...house.withheld]
    .filter(([, name]) => name === room.name)
    .map(([name]) => name);
  if (without.length === 0) return [];
  return [`\`${room.name}\` is allowed to every package after it but ${without.join(', ')}.`];
}
