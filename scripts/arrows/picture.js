// The arrows, drawn: a Mermaid picture and a table of the packages that exist.

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
  const arrows = shown.flatMap((room) =>
    shortest(room, shown).map((to) => `  ${room.name} --> ${to}`),
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
 * The arrows that no other arrow implies. What is allowed widely is told in a sentence.
 * @param {import('./house.js').Room} room
 * @param {import('./house.js').Room[]} shown
 */
function shortest(room, shown) {
  const inReach = shown.filter((r) => room.arrows.includes(r.name));
  return inReach
    .filter((to) => !inReach.some((via) => via !== to && via.reach.has(to.name)))
    .map((to) => to.name);
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
