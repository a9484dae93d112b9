import { plural, type Report, report } from '@treaty/findings';
import { runChecks } from '../src/index.ts';
import type { Checked } from './registries.ts';

/** What `treaty check` reports of a registry. */
export async function checkReport({ loaded, input }: Checked): Promise<Report> {
  const { findings, looked } = await runChecks(loaded, input);
  const counted = [
    plural(looked.flows, 'flow'),
    plural(looked.versions, 'version'),
    plural(looked.samples, 'sample'),
  ];
  return report('check', counted.join(', '), findings);
}
