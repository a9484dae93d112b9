import { describe, expect, test } from 'vitest';
import { evaluate } from '../src/index.ts';
import { demandIn, type Scenario, snapshotOf } from './scenario.ts';
import codeowners from './scenarios/codeowners.json' with { type: 'json' };
import completeness from './scenarios/completeness.json' with { type: 'json' };
import paths from './scenarios/paths.json' with { type: 'json' };
import pullRequest from './scenarios/pull-request.json' with { type: 'json' };
import reviews from './scenarios/reviews.json' with { type: 'json' };
import seats from './scenarios/seats.json' with { type: 'json' };

const subjects = { reviews, seats, codeowners, paths, completeness, pullRequest };

describe.each(Object.entries(subjects))('%s', (_, scenarios) => {
  test.each(scenarios as unknown as readonly Scenario[])('$title', (scenario) => {
    const { verdict, reasons } = evaluate(demandIn(scenario), snapshotOf(scenario));
    const codes = reasons.map(({ kind, parameter }) =>
      parameter === undefined ? kind : `${kind}:${parameter}`,
    );
    expect({ verdict, reasons: codes.sort() }).toEqual({
      verdict: scenario.expect.verdict,
      reasons: [...scenario.expect.reasons].sort(),
    });
  });
});
