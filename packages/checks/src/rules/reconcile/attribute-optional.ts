import { type Finding, finding, type Rule } from '@treaty/findings';
import { isAlwaysThere } from '../../attributes.ts';
import type { FlowCheck } from '../../context.ts';
import { shapeOfVersion } from '../../version-shape.ts';
import { firstDescribed, routineAttributes } from './routine-attributes.ts';

const rule: Rule = {
  id: 'reconcile/attribute-optional',
  severity: 'error',
  summary: 'A reconcile routine matches or groups rows by an attribute that may be absent or null.',
  why: 'A row without it is matched with nothing and is in no total: just the rows that are odd are never compared.',
  fix: 'Match and group by attributes that every payload has.',
};

/** Rows are matched and grouped by what every payload has. */
export const routinesMatchEveryRow: FlowCheck = {
  rules: [rule],
  findings: (one) =>
    routineAttributes(one.flow).flatMap(({ routine, role, attribute, at, part }): Finding[] => {
      if (role !== 'key' && role !== 'by') return [];
      const version = firstDescribed(
        one,
        attribute,
        (_, { version, pointer }) => !isAlwaysThere(shapeOfVersion(version).shape, pointer),
      );
      if (version === undefined) return [];
      const does = role === 'key' ? 'matches rows by' : 'sums up by';
      return [
        finding(rule, {
          message: `The routine ${routine} ${does} ${attribute}, which may be absent or null in ${one.flow.id} ${version.version}.`,
          location: one.flow.document.at(at, part),
        }),
      ];
    }),
};
