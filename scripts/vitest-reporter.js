// Writes what scripts/test.js adds up to the file that TREATY_TEST_COUNTS names: `{ "passed": n, "failed": n }`.

import { writeFileSync } from 'node:fs';
import { env } from 'node:process';

export default class Counts {
  /**
   * Failed is every test that did not pass, skipped ones included, and every fault outside a test: a file or a
   * suite that could not be collected, an error that nobody caught.
   * @param {ReadonlyArray<import('vitest/node').TestModule>} modules
   * @param {ReadonlyArray<unknown>} errors
   */
  onTestRunEnd(modules, errors) {
    const counts = { passed: 0, failed: errors.length };
    for (const module of modules) {
      counts.failed += module.errors().length;
      for (const suite of module.children.allSuites()) counts.failed += suite.errors().length;
      for (const test of module.children.allTests()) {
        if (test.result().state === 'passed') counts.passed += 1;
        else counts.failed += 1;
      }
    }
    const path = env['TREATY_TEST_COUNTS'];
    if (path !== undefined) writeFileSync(path, JSON.stringify(counts));
  }
}
