// npm's commands as scripts for this very Node: on Windows they are .cmd files, which only a shell can run.

import { existsSync, realpathSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { env, execPath } from 'node:process';

/**
 * The script behind `npm` or `npx`: that of the npm which runs this, or else the first beside Node or on PATH.
 * @param {'npm' | 'npx'} command
 * @returns {string}
 */
export function npmScript(command) {
  const script = foldersOfNpm()
    .map((folder) => join(folder, `${command}-cli.js`))
    .find((path) => existsSync(path));
  if (script === undefined) throw new Error(`${command} is neither beside Node nor on PATH`);
  return script;
}

/** @returns {string[]} */
function foldersOfNpm() {
  const running = env['npm_execpath'] ?? '';
  const places = [dirname(execPath), ...(env['PATH'] ?? '').split(delimiter)];
  return [
    ...(/^np[mx]-cli\.js$/.test(basename(running)) ? [dirname(running)] : []),
    ...places.flatMap((place) => {
      const link = join(place, 'npm');
      // On Windows npm lies beside its commands; elsewhere the command is a link to its script.
      return [
        join(place, 'node_modules', 'npm', 'bin'),
        ...(existsSync(link) ? [dirname(realpathSync(link))] : []),
      ];
    }),
  ];
}
