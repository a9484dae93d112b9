import { writeFileSync } from 'node:fs';
import { compatibilityRules } from '@treaty/compatibility';
import { type Report, type Rule, renderJson, renderText } from '@treaty/findings';
import { registryRules } from '@treaty/registry';
import { validationRules } from '@treaty/validation';
import { describe, expect, test } from 'vitest';
import { checkRules } from '../src/index.ts';
import { checkReport } from './check-report.ts';
import {
  BROKEN,
  brokenRegistry,
  expectedFile,
  IN_ORDER,
  registryInOrder,
  soundRegistry,
  textOf,
} from './registries.ts';
import { reportFaults } from './report-faults.ts';

test.each([false, true])('the sound registry is in order (against itself: %s)', async (against) => {
  const { findings } = await checkReport(soundRegistry(against));
  expect(findings).toEqual([]);
});

test.each(IN_ORDER)('%s is in order', async (name) => {
  const { findings } = await checkReport(registryInOrder(name));
  expect(findings).toEqual([]);
});

describe('a broken registry', () => {
  const reports = new Map<string, Promise<Report>>();
  const reportOf = (name: string): Promise<Report> => {
    const made = reports.get(name) ?? checkReport(brokenRegistry(name));
    reports.set(name, made);
    return made;
  };

  test('is there, at least two dozen times', () => {
    expect(BROKEN.length).toBeGreaterThanOrEqual(24);
  });

  // UPDATE_GOLDEN=1 writes the reports anew; review the difference.
  test.each(BROKEN)('%s: one finding, as written beside it', async (name) => {
    const report = await reportOf(name);
    const text = renderText(report);
    if (process.env['UPDATE_GOLDEN']) writeFileSync(expectedFile(name), text);
    expect(report.findings).toHaveLength(1);
    expect(text).toBe(textOf(expectedFile(name)));
    expect(reportFaults(renderJson(report))).toEqual([]);
  });

  test('shows every rule that a check can report', async () => {
    const ofPayloads = (rule: Rule): boolean => rule.id.startsWith('payload/');
    // Not every machine could check these out; packages/registry/test/hostile-files.test.ts makes them.
    const hostile = ['document/too-large', 'registry/not-a-file', 'registry/name-not-portable'];
    const tables = [registryRules, validationRules, compatibilityRules, checkRules];
    const rules = tables.flatMap((table) => Object.values<Rule>(table));
    const all = await Promise.all(BROKEN.map(reportOf));
    const shown = new Set(all.flatMap((one) => one.findings.map((f) => f.rule)));
    expect(rules.length).toBeGreaterThan(30);
    const missing = rules.filter(
      (rule) => !ofPayloads(rule) && !hostile.includes(rule.id) && !shown.has(rule.id),
    );
    expect(missing.map(({ id }) => id)).toEqual([]);
  });
});
