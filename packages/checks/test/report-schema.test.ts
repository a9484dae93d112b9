import { type Report, renderJson } from '@treaty/findings';
import type { JsonObject } from '@treaty/json';
import { describe, expect, test } from 'vitest';
import { checkReport } from './check-report.ts';
import { brokenRegistry, soundRegistry } from './registries.ts';
import { reportFaults } from './report-faults.ts';

test('report.schema.json describes the report of a registry in order', async () => {
  const report = await checkReport(soundRegistry(true));
  expect(reportFaults(renderJson(report))).toEqual([]);
  expect(reportFaults(renderJson({ ...report, result: { drafts: [] } }))).toEqual([]);
});

describe('report.schema.json refuses a report', () => {
  const broken = async (): Promise<Report> => checkReport(brokenRegistry('draft-widens-a-choice'));
  const wrong: readonly (readonly [
    string,
    (report: JsonObject, found: JsonObject) => JsonObject,
  ])[] = [
    ['of another version', (report) => ({ ...report, version: 2 })],
    ['without counts', ({ counts: _, ...rest }) => rest],
    [
      'with another severity',
      (report, one) => ({ ...report, findings: [{ ...one, severity: 'fatal' }] }),
    ],
    [
      'without a fingerprint',
      (report, { fingerprint: _, ...one }) => ({ ...report, findings: [one] }),
    ],
    [
      'with a finding that is nowhere',
      (report, one) => ({
        ...report,
        findings: [{ ...one, location: { file: 'x', line: 0, column: 1, pointer: '' } }],
      }),
    ],
  ];

  test.each(wrong)('%s', async (_, change) => {
    const report = JSON.parse(renderJson(await broken())) as {
      findings: JsonObject[];
    } & JsonObject;
    const changed = change(report, report.findings[0] as JsonObject);
    expect(reportFaults(JSON.stringify(changed))).toHaveLength(1);
  });
});
