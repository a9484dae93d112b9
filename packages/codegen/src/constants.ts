import { isArray, isObject, type JsonValue } from '@treaty/json';
import { writtenName, writtenString } from './code.ts';

export type Constants = Readonly<Record<string, JsonValue>>;

/** Constants as the statements of a module. */
export function printConstants(constants: Constants): string {
  return Object.entries(constants)
    .map(([name, value]) => `export const ${name} = ${print(value, { mark: '', end: ',' })};\n`)
    .join('');
}

/** The same constants as declarations, each of the type that holds only its value. */
export function declareConstants(constants: Constants): string {
  const style = { mark: 'readonly ', end: ';' };
  return Object.entries(constants)
    .map(([name, value]) => `export declare const ${name}: ${print(value, style)};\n`)
    .join('');
}

/** A value, or the type of it, which TypeScript writes alike but for marks and separators. */
function print(value: JsonValue, style: { mark: string; end: string }, indent = ''): string {
  if (isArray(value)) {
    return `${style.mark}[${value.map((entry) => print(entry, style, indent)).join(', ')}]`;
  }
  if (typeof value === 'string') return writtenString(value);
  if (!isObject(value)) return JSON.stringify(value);
  const inner = `${indent}  `;
  const members = Object.entries(value).map(
    ([name, member]) =>
      `${inner}${style.mark}${writtenName(name)}: ${print(member, style, inner)}${style.end}\n`,
  );
  return `{\n${members.join('')}${indent}}`;
}
