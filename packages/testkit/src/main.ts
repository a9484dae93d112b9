import { nightly } from './nightly.ts';

const chance = Math.floor(Math.random() * 1_000_000_000);
process.exitCode = await nightly(process.argv.slice(2), chance, (line) =>
  process.stdout.write(`${line}\n`),
);
