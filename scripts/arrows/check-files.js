// Every source file has its place, parses, and is short; a public door lists names.

import { isAt } from './house.js';

const AREAS = ['src', 'bin', 'test', 'scripts'];

/**
 * @param {import('./check.js').Subject} subject
 * @returns {import('./check.js').Problem[]}
 */
export function checkFiles({ house, places }) {
  const problems = [];
  for (const place of places) {
    const room = house.rooms.find((r) => r.folder === place.folder);
    const isExample = place.folder.startsWith('examples/');
    if (room === undefined && !isExample && place.folder !== '') {
      problems.push({
        path: `${place.folder}/package.json`,
        line: 1,
        message: 'is no package of the house; give it its arrows in scripts/arrows.json',
      });
    }
    if (room !== undefined) problems.push(...checkDoor(place));
    for (const file of place.files) {
      const isPlaced =
        place.folder === '' ? isOfRoot(file) : isExample || AREAS.includes(file.area);
      const messages = [...checkFile(file, house)];
      if (!isPlaced) messages.push({ line: 1, message: `stands outside ${AREAS.join(', ')}` });
      problems.push(...messages.map((m) => ({ path: file.path, ...m })));
    }
  }
  return problems;
}

/**
 * Configuration at the top, and the scripts.
 * @param {import('./workspace.js').CodeFile} file
 */
const isOfRoot = (file) =>
  file.area === 'scripts' || (file.area === '' && file.path.includes('.config.'));

/**
 * @param {import('./workspace.js').CodeFile} file
 * @param {import('./house.js').House} house
 */
function* checkFile({ path, area, source }, house) {
  yield* source.errors;
  // A test is as long as its table of cases.
  const isMeasured = !path.includes('/test/') && !house.generated.some((g) => isAt(path, g));
  if (source.lines > house.longest && isMeasured) {
    yield {
      line: house.longest + 1,
      message: `has ${source.lines} lines; ${house.longest} are the most`,
    };
  }
  if (area === 'src')
    for (const line of source.stars) yield { line, message: 'exports everything of another file' };
}

/** @param {import('./workspace.js').Place} place */
function* checkDoor({ folder, files }) {
  if (!files.some((f) => f.area === 'src')) {
    yield { path: `${folder}/src`, line: 1, message: 'has no source file' };
    return;
  }
  const door = files.find((f) => f.path === `${folder}/src/index.ts`);
  if (door === undefined) {
    // The cli is run, not imported.
    if (folder !== 'cli') yield { path: `${folder}/src/index.ts`, line: 1, message: 'is missing' };
    return;
  }
  for (const line of door.source.statements) {
    yield { path: door.path, line, message: 'does more than list the names of the package' };
  }
}
