import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CallExpression, type Expression, parseSync, Visitor } from 'oxc-parser';

/** A test as it stands in its file: its title, and the text of its body. */
export type TitledTest = { title: string; body: string; skipped: boolean };

const root = join(import.meta.dirname, '..');

/** The file of a suite, named under test/ without its ending; null if there is none. */
export const testFile = (name: string): string | null => {
  for (const end of ['.test.ts', '.test.tsx']) {
    const path = join(root, name + end);
    if (existsSync(path)) return path;
  }
  return null;
};

/** `it`, `test`, `it.each(…)`, `test.skip`: the name that a call begins with, and what hangs on it. */
const chain = (callee: Expression): string[] => {
  if (callee.type === 'Identifier') return [callee.name];
  if (callee.type === 'MemberExpression' && callee.property.type === 'Identifier')
    return [...chain(callee.object as Expression), callee.property.name];
  if (callee.type === 'CallExpression') return chain(callee.callee as Expression);
  if (callee.type === 'TaggedTemplateExpression') return chain(callee.tag);
  return [];
};

const titleOf = ({ arguments: [first] }: CallExpression, text: string): string | null => {
  if (!first) return null;
  const raw = text.slice(first.start, first.end);
  return /^['"`]/.test(raw) ? raw.slice(1, -1) : null;
};

/** Every test of a file. What `describe` adds to a title is left out: a test has to carry its own row. */
export const testsIn = (path: string): TitledTest[] => {
  const text = readFileSync(path, 'utf8');
  const { program, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  const found: TitledTest[] = [];
  new Visitor({
    CallExpression: (call) => {
      const [name, ...more] = chain(call.callee as Expression);
      if (name !== 'it' && name !== 'test') return;
      const title = titleOf(call, text);
      if (title === null || call.arguments.length < 2) return;
      const skipped = more.some((word) => ['skip', 'todo', 'skipIf', 'runIf', 'fails'].includes(word));
      found.push({ title, body: text.slice(call.start, call.end).replace(title, ''), skipped });
    },
  }).visit(program);
  return found;
};
