import { play } from '../transcript.ts';

/** docs/images/red-check.svg: the screen after `treaty check` on the demo's tempting change. */
export async function redCheckPicture(): Promise<string> {
  const markdown =
    '<!-- setup: sample -->\n<!-- story: tempting -->\n```console\n$ treaty check --against main\n```\n';
  const { text } = await play(markdown, true);
  const lines = text.split('\n').slice(3, -2);
  const end = lines.findIndex((line, i) => i > 4 && /^ {2}\d+:\d+/.test(withoutColour(line)));
  const summary = lines.findIndex((line) => withoutColour(line).startsWith('✗'));
  return svg([...lines.slice(0, end), '', ...lines.slice(summary)]);
}

/** How a terminal's colours begin. */
const ESCAPE = '\u001b[';
const COLOUR = new RegExp(`(${ESCAPE.replace('[', '\\[')}\\d+m)`);

const WIDTH = 1300;
const LINE = 19;
const CHARACTER = 8.43;
const COLOURS: Readonly<Record<string, string>> = {
  '31': '#ff7b72',
  '32': '#7ee787',
  '33': '#e3b341',
  '1': '#ffffff',
  '2': '#8b949e',
};

function svg(lines: readonly string[]): string {
  const height = lines.length * LINE + 44;
  const rows = lines.map(
    (line, i) => `  <text x="22" y="${36 + i * LINE}" xml:space="preserve">${spans(line)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" fill="#e6edf3">
  <title>treaty check refuses a change, with the line, the consumers that break and a payload that proves it</title>
  <rect width="${WIDTH}" height="${height}" rx="10" fill="#0d1117"/>
${rows.join('\n')}
</svg>
`;
}

/** The coloured runs of a line, as far as it fits; what is longer ends in an ellipsis. */
function spans(line: string): string {
  const room = Math.floor((WIDTH - 44) / CHARACTER);
  let used = 0;
  let colour: string | undefined;
  let out = '';
  for (const part of line.split(COLOUR)) {
    if (part.startsWith(ESCAPE)) {
      colour = COLOURS[part.slice(ESCAPE.length, -1)];
      continue;
    }
    const left = room - used;
    const shown =
      part.length > left ? `${part.slice(0, Math.max(0, left - 1))}${left > 0 ? '…' : ''}` : part;
    used += part.length;
    if (shown === '') continue;
    const text = shown.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    out += colour === undefined ? text : `<tspan fill="${colour}">${text}</tspan>`;
  }
  return out;
}

function withoutColour(line: string): string {
  return line
    .split(COLOUR)
    .filter((part) => !part.startsWith(ESCAPE))
    .join('');
}
