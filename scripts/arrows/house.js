// The house as arrows.json describes it: which packages there are, in which order, and what each may import.

/**
 * @typedef {object} Room A package of the house.
 * @property {string} name
 * @property {string} folder
 * @property {string} purpose
 * @property {string[]} arrows The packages that it names.
 * @property {Set<string>} reach Everything that it may import: along its arrows and theirs.
 * @property {boolean} isPrivate
 * @property {boolean} standsAlone No Node-only imports and no dependencies.
 *
 * @typedef {object} Edge Files that may touch what is outside the program, and why.
 * @property {string} path A file, or a folder that ends in a slash.
 * @property {string[]} reaches
 * @property {string} why
 *
 * @typedef {object} House
 * @property {Room[]} rooms From the ground up.
 * @property {Map<string, string>} withheld Package → the package that it must not get even through others.
 * @property {string[]} examples What the services in examples/ may import.
 * @property {Edge[]} edges
 * @property {Record<string, string[]>} outside Kind of edge → modules (`node:fs`) and globals (`Date.now`).
 * @property {Record<string, 'all' | string[]>} inside Modules of Node that only compute, and the names allowed of them.
 * @property {string[]} generated Files, or folders that end in a slash, of any length.
 * @property {number} longest Lines of the longest file allowed.
 */

/**
 * Reads the house. A mistake in arrows.json is a fault of this repository and throws.
 * @param {string} text
 * @returns {House}
 */
export function readHouse(text) {
  const stated = JSON.parse(text);
  /** @type {Map<string, Room>} */
  const rooms = new Map();
  for (const {
    name,
    folder,
    purpose,
    imports,
    private: isPrivate,
    standsAlone,
  } of stated.packages) {
    if (rooms.has(name)) throw new Error(`arrows.json: ${name} stands there twice`);
    const arrows = imports === 'all' ? open(rooms) : imports;
    rooms.set(name, {
      name,
      folder: folder ?? `packages/${name}`,
      purpose,
      arrows,
      reach: along(name, arrows, rooms),
      isPrivate: isPrivate === true,
      standsAlone: standsAlone === true,
    });
  }
  const withheld = allowWidely(stated.packages, rooms);
  const { examples, edges, outside, inside, generated, longest } = stated;
  return {
    rooms: [...rooms.values()],
    withheld,
    examples,
    edges,
    outside,
    inside,
    generated,
    longest,
  };
}

/** @param {Map<string, Room>} rooms */
const open = (rooms) => [...rooms.values()].filter((r) => !r.isPrivate).map((r) => r.name);

/**
 * @param {string} name
 * @param {string[]} arrows
 * @param {Map<string, Room>} earlier
 */
function along(name, arrows, earlier) {
  const reach = new Set(arrows);
  for (const arrow of arrows) {
    const room = earlier.get(arrow);
    if (room === undefined)
      throw new Error(`arrows.json: ${name} → ${arrow} does not point downwards`);
    for (const further of room.reach) reach.add(further);
  }
  return reach;
}

/**
 * A package with `withheldFrom` is allowed to every later one but those. Done last, so that it is never inherited:
 * containment may import what schema may, without findings.
 * @param {{ name: string, withheldFrom?: string[] }[]} stated
 * @param {Map<string, Room>} rooms
 */
function allowWidely(stated, rooms) {
  /** @type {Map<string, string>} */
  const withheld = new Map();
  const order = [...rooms.keys()];
  for (const { name, withheldFrom } of stated) {
    if (withheldFrom === undefined) continue;
    for (const other of withheldFrom) withheld.set(other, name);
    for (const later of order.slice(order.indexOf(name) + 1)) {
      if (!withheldFrom.includes(later)) rooms.get(later)?.reach.add(name);
    }
  }
  return withheld;
}

/**
 * Whether a path is the one that stands in arrows.json, or below it where that ends in a slash.
 * @param {string} path
 * @param {string} stated
 */
export const isAt = (path, stated) =>
  stated.endsWith('/') ? path.startsWith(stated) : path === stated;
