import type { JsonValue } from '@treaty/json';
import { loadRegistry, lockLine, treeOf, versionDigest } from '../src/index.ts';

interface FlowFiles {
  readonly versions: readonly string[];
  readonly locked: readonly string[];
  readonly agreement?: { readonly [key: string]: JsonValue };
}

/** A registry of one flow, order/placed, as files; its lock names what is locked. */
export function flowFiles({
  versions,
  locked,
  agreement = {},
}: FlowFiles): ReadonlyMap<string, string> {
  const folder = 'schemas/order/placed';
  const files = new Map<string, string>([
    ['treaty.yaml', 'version: 1\nname: test\n'],
    ['schemas/parties/storefront.yaml', 'kind: system\ntitle: Storefront\n'],
    ['schemas/parties/oms.yaml', 'kind: system\ntitle: Order management\n'],
    ['schemas/order/entity.yaml', 'title: Order\ntruth: { "": storefront }\n'],
    [
      `${folder}/contract.yaml`,
      JSON.stringify({
        title: 'Order placed',
        producer: 'storefront',
        consumers: { oms: { '*': 'all' } },
        ...agreement,
      }),
    ],
  ]);
  for (const version of versions) {
    files.set(
      `${folder}/${version}/schema.json`,
      JSON.stringify({ type: 'object', title: version }),
    );
  }
  const flow = loadRegistry(treeOf('memory', files)).registry.flows.get('order/placed');
  const lines = (flow?.versions ?? [])
    .filter(({ version }) => locked.includes(version))
    .map((version) => {
      const digest = versionDigest(version);
      return lockLine({
        version: version.version,
        released: '2026-01-01',
        class: 'major',
        digest,
        verdict: digest,
      });
    });
  return lines.length === 0 ? files : files.set(`${folder}/contract.lock`, lines.join(''));
}
