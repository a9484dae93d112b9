/**
 * The formats that `formats: assert` asserts: those of JSON Schema that a standard defines exactly and
 * validators implement alike. What others mean (`int32`, `url`, `idn-email`) differs from tool to tool.
 */
export const ASSERTED_FORMATS: readonly string[] = [
  'date',
  'date-time',
  'duration',
  'email',
  'hostname',
  'ipv4',
  'ipv6',
  'json-pointer',
  'regex',
  'relative-json-pointer',
  'time',
  'uri',
  'uri-reference',
  'uri-template',
  'uuid',
];
