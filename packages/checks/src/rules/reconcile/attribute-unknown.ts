import { type Finding, finding, type Rule } from '@treaty/findings';
import { suggestion } from '../../attributes.ts';
import type { FlowCheck } from '../../context.ts';
import { attributeNames } from '../../entity-attributes.ts';
import { inWords } from '../../in-words.ts';
import { inVersions, routineAttributes } from './routine-attributes.ts';

const rule: Rule = {
  id: 'reconcile/attribute-unknown',
  severity: 'error',
  summary: 'A reconcile routine compares an attribute that payloads do not have.',
  why: 'What is not there is equal on both sides: the routine runs, finds nothing, and everybody believes it.',
  fix: 'Correct the name to the one that the newest version uses; map what older majors call otherwise under `attributes`.',
};

/** Routines name attributes of the newest version of every major that is sent. */
export const routinesCompareSomething: FlowCheck = {
  rules: [rule],
  findings: (one) => {
    const reported = new Set<string>();
    return routineAttributes(one.flow).flatMap(({ routine, attribute, at, part }): Finding[] => {
      const without = inVersions(one, attribute).filter(({ found }) => found === undefined);
      // One name in several places of a routine is misspelt once.
      if (without.length === 0 || reported.has(`${routine} ${attribute}`)) return [];
      reported.add(`${routine} ${attribute}`);
      const versions = inWords(without.map(({ version }) => version.version));
      return [
        finding(rule, {
          message: `The routine ${routine} looks at ${attribute}, which ${one.flow.id} ${versions} ${without.length > 1 ? 'do' : 'does'} not have.`,
          location: one.flow.document.at(at, part),
          ...suggestion(
            attribute,
            [...attributeNames(one)].filter((name) => name !== attribute),
          ),
        }),
      ];
    });
  },
};
