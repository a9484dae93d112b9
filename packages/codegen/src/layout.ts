import { writtenName, writtenString } from './code.ts';

/** What json-schema-to-typescript prints: comments, strings, words, line ends, blanks, single characters. */
const TOKEN = /\/\*[\s\S]*?\*\/|"(?:[^"\\]|\\.)*"|[A-Za-z_$][\w$]*|\n|[^\S\n]+|./gu;
const WIDTH = 100;

/** A line of code, or a whole comment, and its level. */
interface Line {
  readonly level: number;
  readonly tokens: readonly string[];
}

/**
 * Lays out the unformatted declarations of json-schema-to-typescript: two spaces a level, semicolons, a
 * blank line between declarations, the one called `main` first. `nameOf` gives a member's real name.
 */
export function layOut(text: string, main: string, nameOf: (member: string) => string): string {
  const tokens = withoutOuterParentheses(text.match(TOKEN) ?? []);
  const declarations = declarationsOf(linesOf(tokens)).map((lines) => {
    const [, , kind, , name] =
      lines.find(({ tokens: [first] }) => first === 'export')?.tokens ?? [];
    const printed = lines.map((line) => print(line, kind === 'interface', nameOf)).join('');
    return { isMain: name === main, printed };
  });
  return [...declarations]
    .sort((a, b) => Number(b.isMain) - Number(a.isMain))
    .map(({ printed }) => printed)
    .join('\n');
}

function linesOf(tokens: readonly string[]): Line[] {
  const lines: Line[] = [];
  let line: string[] = [];
  let depth = 0;
  let level = 0;
  const end = (): void => {
    if (line.length > 0) lines.push({ level, tokens: line });
    line = [];
  };
  for (const token of tokens) {
    const isComment = token.startsWith('/*');
    // Declarations that follow each other without a line end.
    if (token === '\n' || isComment || (token === 'export' && depth === 0)) end();
    if (isComment) lines.push({ level: depth, tokens: [token] });
    if (isComment || (token.trim() === '' && line.length === 0)) continue;
    if (token === '}') depth -= 1;
    const before = lines.at(-1);
    if (token === '}' && line.length === 0 && before?.tokens.at(-1) === '{') {
      lines.pop();
      line = [...before.tokens];
    } else if (line.length === 0) level = depth;
    line.push(token);
    if (token === '{') depth += 1;
  }
  end();
  return lines;
}

/** Each with the comment before it. */
function declarationsOf(lines: readonly Line[]): Line[][] {
  const declarations: Line[][] = [];
  let isCommented = false;
  for (const line of lines) {
    const isComment = line.level === 0 && isCommentLine(line);
    if (isComment || (line.level === 0 && line.tokens[0] === 'export' && !isCommented)) {
      declarations.push([]);
    }
    declarations.at(-1)?.push(line);
    isCommented = isComment;
  }
  return declarations;
}

function isCommentLine({ tokens: [first] }: Line): boolean {
  return first?.startsWith('/*') === true;
}

function print(line: Line, inInterface: boolean, nameOf: (member: string) => string): string {
  const indent = '  '.repeat(line.level);
  if (isCommentLine(line)) return printComment(line.tokens[0] ?? '', indent);
  const tokens = line.tokens.map((token) => {
    if (token.startsWith('$')) return writtenName(nameOf(token));
    return token.startsWith('"') ? writtenString(JSON.parse(token)) : token;
  });
  const ends = tokens.at(-1) === '{' || (inInterface && line.level === 0) ? '' : ';';
  const whole = `${indent}${tokens.join('').trimEnd()}${ends}`;
  if (whole.length <= WIDTH) return `${whole}\n`;
  const [head = '', ...members] = unionOf(tokens);
  if (members.length < 2) return `${whole}\n`;
  return `${indent}${head}\n${members.map((member) => `${indent}  | ${member}`).join('\n')}${ends}\n`;
}

/** What stands before the type, and the members of the union that the type is, if it is one. */
function unionOf(tokens: readonly string[]): string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const token of tokens) {
    if ('([{'.includes(token)) depth += 1;
    if (')]}'.includes(token)) depth -= 1;
    const starts = parts.length === 1 ? token === ':' || token === '=' : token === '|';
    if (starts && depth === 0) {
      if (parts.length === 1) parts[0] += token;
      parts.push('');
    } else parts[parts.length - 1] += token;
  }
  return parts.map((part) => part.trim());
}

function printComment(comment: string, indent: string): string {
  const [only = '', ...more] = comment
    .split('\n')
    .slice(1, -1)
    .map((line) => line.replace(/^ \* ?/, ''));
  const short = `${indent}/** ${only} */`;
  if (more.length === 0 && short.length <= WIDTH) return `${short}\n`;
  const lines = [only, ...more].map((line) => `${indent} * ${line}`.trimEnd());
  return `${[`${indent}/**`, ...lines, `${indent} */`].join('\n')}\n`;
}

/** `currency: ("EUR" | "USD")` and `...(number)[]` without their parentheses. */
function withoutOuterParentheses(tokens: readonly string[]): string[] {
  const open: number[] = [];
  const dropped = new Set<number>();
  const isBlank = (token: string | undefined): boolean => token === ' ';
  tokens.forEach((token, i) => {
    if (token === '(') open.push(i);
    if (token !== ')') return;
    const start = open.pop() ?? 0;
    const before = tokens[isBlank(tokens[start - 1]) ? start - 2 : start - 1];
    const after = tokens[i + 1] ?? '\n';
    const isWhole = (before === ':' || before === '=') && after === '\n';
    if (isWhole || i === start + 2) dropped.add(start).add(i);
  });
  return tokens.filter((_, i) => !dropped.has(i));
}
