/**
 * What is known of formats without reading them as languages: each is a predicate that equals only
 * itself, and some imply others (RFC 3986 and 3987: every URI is an IRI and a URI reference; RFC 6531:
 * every mail address is an internationalised one; RFC 5890: every host name is one).
 */
const IMPLIED: Readonly<Record<string, readonly string[]>> = {
  uri: ['uri-reference', 'iri', 'iri-reference'],
  'uri-reference': ['iri-reference'],
  iri: ['iri-reference'],
  email: ['idn-email'],
  hostname: ['idn-hostname'],
};

/** Whether every string of one format is surely one of the other. */
export function implies(name: string, other: string): boolean {
  return name === other || (IMPLIED[name]?.includes(other) ?? false);
}

/** A plain string of each format that a standard defines. */
export const FORMAT_EXAMPLES: Readonly<Record<string, string>> = {
  date: '2026-01-31',
  'date-time': '2026-01-31T12:00:00Z',
  time: '12:00:00Z',
  duration: 'P1D',
  email: 'a@example.com',
  'idn-email': 'ä@example.com',
  hostname: 'example.com',
  'idn-hostname': 'bücher.example',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  uri: 'https://example.com/',
  'uri-reference': '/a',
  iri: 'https://example.com/ä',
  'iri-reference': '/ä',
  'uri-template': '/a/{b}',
  uuid: '123e4567-e89b-42d3-a456-426614174000',
  'json-pointer': '/a',
  'relative-json-pointer': '1/a',
  regex: '^a$',
};
