import { compatibilityRules, type Question } from '@treaty/compatibility';
import { isEmpty } from '@treaty/containment';
import { type Finding, finding } from '@treaty/findings';
import { escapeToken, isArray, isObject, type JsonValue, member, type Pointer } from '@treaty/json';
import type { Version } from '@treaty/registry';
import type { Shape } from '@treaty/schema';
import type { FlowCheck } from '../../context.ts';
import { shapeOfVersion } from '../../version-shape.ts';
import { validatorOfVersion } from '../../version-validator.ts';

/** Every version lets its producer send something: of what sends nothing everything is true. */
export const writersCanSend: FlowCheck = {
  rules: [],
  findings: ({ flow, current, question }) => {
    const findings: Finding[] = [];
    for (const each of current) {
      const { version, schema } = each;
      if (hasBeenSent(each, question) || !isEmpty(schema.value, question)) continue;
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

/**
 * Whether a valid sample shows that something can be sent: it is accepted, and a closed writer, which
 * leaves out what is declared nowhere, leaves out nothing of it.
 */
function hasBeenSent(version: Version, { formats }: Question): boolean {
  const { validator } = validatorOfVersion(version, { formats });
  const { shape } = shapeOfVersion(version);
  return version.samples.some(
    ({ kind, document: { value } }) =>
      kind === 'valid' && isDeclared(value, '', shape) && validator?.validate(value).length === 0,
  );
}

function isDeclared(value: JsonValue, pointer: Pointer, shape: Shape): boolean {
  if (shape.get(pointer) === undefined) return false;
  if (isArray(value)) return value.every((item) => isDeclared(item, `${pointer}/*`, shape));
  if (!isObject(value)) return true;
  return Object.entries(value).every(([name, one]) =>
    isDeclared(one, `${pointer}/${escapeToken(name)}`, shape),
  );
}
