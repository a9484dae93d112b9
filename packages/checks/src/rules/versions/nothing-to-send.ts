import { compatibilityRules } from '@treaty/compatibility';
import { isEmpty } from '@treaty/containment';
import { type Finding, finding } from '@treaty/findings';
import { isArray, member } from '@treaty/json';
import type { FlowCheck } from '../../context.ts';
import { shapeOfVersion } from '../../version-shape.ts';

/** Every version lets its producer send something: of what sends nothing everything is true. */
export const writersCanSend: FlowCheck = {
  rules: [],
  findings: ({ flow, current, question }) => {
    const findings: Finding[] = [];
    for (const each of current) {
      const { version, schema } = each;
      if (!isEmpty(schema.value, question)) continue;
      const required = member(schema.value, 'required');
      const names = isArray(required) ? required.filter((name) => typeof name === 'string') : [];
      const shape = shapeOfVersion(each).shape;
      const lost = names.filter((name) => shape.get(`/${name}`)?.schemas.length === undefined);
      const why =
        lost.length === 0
          ? 'its schema allows no payload'
          : `${lost.map((name) => JSON.stringify(name)).join(', ')} is required, but declared nowhere`;
      findings.push(
        finding(compatibilityRules.nothingToSend, {
          message: `Nothing can be sent under ${flow.id} ${version}: ${why}.`,
          location: schema.at(lost.length === 0 ? '' : '/required'),
        }),
      );
    }
    return findings;
  },
};
