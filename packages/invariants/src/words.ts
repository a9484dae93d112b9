import { CelScalar, type CelValue, celType } from '@bufbuild/cel';

const PHRASES: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [/^field not found: (.*)$/s, (name) => `${JSON.stringify(name)} is missing`],
  [/^index (\S+) out of bounds/, (index) => `there is no item ${index}`],
  [/^\w+ (divide|modulus) by zero$/, () => 'it divides by zero'],
  [
    /^found no matching overload for '?(.+?)'? applied to '(?:(.+)\.)?\((.*)\)'$/,
    (name, target = '', args) => noOverload(name as string, target, args as string),
  ],
  [
    /^invalid argument to function .*$|^type mismatch: iterable vs (.*)$/,
    (type) => `${type} has no items`,
  ],
  [/^Failed to parse timestamp: .*$/s, () => 'the text is no timestamp with an offset'],
  [/^Maximum call stack size exceeded$/, () => 'it is nested too deeply'],
];

/** An error of the library in the words of this house; unknown ones stay as they are. */
export function inWords(message: string): string {
  for (const [pattern, phrase] of PHRASES) {
    const match = pattern.exec(message);
    if (match !== null) return phrase(...match.slice(1));
  }
  return message;
}

/** `string`, `int`, `list`: the type of a value, as CEL names it. */
export function typeName(value: CelValue): string {
  const type = celType(value);
  return type === CelScalar.NULL ? 'null' : type.kind === 'scalar' ? type.name : type.kind;
}

function noOverload(name: string, target: string, args: string): string {
  const operator = /^[!-]?_?(\W+)_?$/.exec(name)?.[1];
  const types = args.split(', ');
  const both = types.includes('int') && types.includes('double');
  const hint = both ? '; make both the same with int() or double()' : '';
  if (name === '_?_:_') return `a condition is true or false, not ${args}`;
  if (name.startsWith('_') && operator !== undefined && types.length === 2) {
    return `${types[0]} ${operator} ${types[1]} is not defined${hint}`;
  }
  const receiver = target === '' ? '' : `${target}.`;
  return `${receiver}${name.replaceAll('_', '')}(${args}) is not defined${hint}`;
}
