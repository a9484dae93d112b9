import { finding } from '@treaty/findings';
import { CODEOWNERS_FILES, type FileTree, SETTINGS_FILE, startOf } from '@treaty/registry';
import { isNewName, kebab, wordsOf } from './names.ts';
import { NOTHING, type Plan, refusal, type Write } from './plan.ts';
import { authoringRules } from './rules.ts';
import { codeownersText } from './templates/codeowners.ts';
import { settingsText } from './templates/settings.ts';
import { WORKFLOW_TEXT } from './templates/workflow.ts';

export interface InitOptions {
  /** Name of the registry, or what one can be made of: the name of the folder. */
  readonly name: string;
  /** The npm package that `generate` writes. */
  readonly package?: string;
  /** The protected branch; `main` by default. */
  readonly branch?: string;
  /** Who own everything that nobody else does: `@org/team`, any one of them. */
  readonly owners?: readonly string[];
}

const WORKFLOW_FILE = '.github/workflows/treaty.yml';

/** A registry without flows, in a repository that has none. What stands is never written over. */
export function planInit(standing: FileTree, options: InitOptions): Plan {
  const plan = foundation(standing, options);
  if (plan.writes.length === 0) return plan;
  const first =
    'Make the first flow: `treaty new order/placed --producer storefront --consumer oms`.';
  return { ...plan, nextSteps: [first, ...plan.nextSteps] };
}

/** What every registry has, whatever flows are to come. */
export function foundation(standing: FileTree, options: InitOptions): Plan {
  const files = new Set(standing.files);
  if (files.has(SETTINGS_FILE)) {
    const message = 'This folder is a registry already: it has a treaty.yaml.';
    const fix = 'Add to it with `treaty new`, or with `treaty init --from`.';
    return refusal(
      finding(authoringRules.exists, { message, location: startOf(SETTINGS_FILE), fix }),
    );
  }
  const { owners = [], branch = 'main', package: named } = options;
  const wrong = faultOf(options);
  if (wrong !== undefined) {
    return refusal(
      finding(authoringRules.name, { message: wrong, location: startOf(SETTINGS_FILE) }),
    );
  }
  const name = registryName(options.name);
  const writes: Write[] = [
    {
      file: SETTINGS_FILE,
      text: settingsText({ name, branch, ...(named === undefined ? {} : { package: named }) }),
    },
  ];
  const codeowners = CODEOWNERS_FILES.find((file) => files.has(file));
  if (codeowners === undefined) {
    writes.push({ file: CODEOWNERS_FILES[0] as string, text: codeownersText(owners) });
  }
  if (!files.has(WORKFLOW_FILE)) writes.push({ file: WORKFLOW_FILE, text: WORKFLOW_TEXT });
  return {
    ...NOTHING,
    writes,
    nextSteps: [
      ...ownersStep(codeowners, owners),
      `Protect the branch ${branch}, and require the check \`treaty\`.`,
    ],
  };
}

/** People approve by CODEOWNERS; one that stands is theirs to edit. */
function ownersStep(standing: string | undefined, owners: readonly string[]): readonly string[] {
  if (standing !== undefined) {
    const named = owners.length === 0 ? 'who owns schemas/' : owners.join(' ');
    return [
      `See that ${standing}, which was left as it is, names ${named}: owners approve changes.`,
    ];
  }
  return owners.length === 0
    ? [`Name the owners in ${CODEOWNERS_FILES[0]}: they approve changes.`]
    : [];
}

const OWNER = /^(@[\w.-]+(\/[\w.-]+)?|[^\s@#]+@[^\s@#]+)$/;

function registryName(text: string): string {
  const words = wordsOf(text);
  const name = kebab(words).slice(0, 64).replace(/-$/, '');
  return isNewName(name) ? name : 'registry';
}

function faultOf({ package: named, owners = [], branch }: InitOptions): string | undefined {
  if (named !== undefined && !/^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/.test(named))
    return `${JSON.stringify(named)} is no name of an npm package.`;
  if (branch !== undefined && !/^[^\s\p{Cc}]{1,250}$/u.test(branch))
    return `${JSON.stringify(branch)} is no name of a branch.`;
  const stranger = owners.find((owner) => !OWNER.test(owner));
  if (stranger !== undefined)
    return `${JSON.stringify(stranger)} is no owner: expected @login, @org/team or an e-mail address.`;
  return undefined;
}
