import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';

/** One import or re-export. `to` is a file of this package (`lib/x.ts`), or a package's name (`pkg:zod`). */
export type Import = { from: string; to: string; typeOnly: boolean };
export type SourceFile = {
  path: string;
  lines: number;
  imports: Import[];
  /** Names used as `name.something`, which is how the browser's interfaces are reached. */
  objects: ReadonlySet<string>;
};

const root = join(import.meta.dirname, '../..');
const folders = ['components', 'entrypoints', 'lib', 'scripts', 'server', 'test'];

const packageOf = (specifier: string): string => {
  const parts = specifier.split('/');
  return `pkg:${specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]}`;
};

const resolveFrom = (path: string, specifier: string): string => {
  const bare = specifier.split('?')[0] ?? specifier;
  if (bare.startsWith('#')) return bare.slice(1);
  if (bare.startsWith('.')) return normalize(join(dirname(path), bare));
  return packageOf(bare);
};

/** What one file imports, also dynamically and by re-export. `path` decides how relative ones resolve. */
export const readSource = (path: string, text: string): SourceFile => {
  const { module, program, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  const imports: Import[] = [];
  const add = (specifier: string, typeOnly: boolean): void => {
    imports.push({ from: path, to: resolveFrom(path, specifier), typeOnly });
  };
  // Without names it is there for its effect, which is a value.
  for (const { moduleRequest, entries } of module.staticImports)
    add(moduleRequest.value, entries.length > 0 && entries.every((entry) => entry.isType));
  for (const { entries } of module.staticExports)
    for (const { moduleRequest, isType } of entries) if (moduleRequest) add(moduleRequest.value, isType);
  const objects = new Set<string>();
  new Visitor({
    ImportExpression: ({ source }) => {
      if (source.type === 'Literal' && typeof source.value === 'string') add(source.value, false);
    },
    MemberExpression: ({ object }) => {
      if (object.type === 'Identifier') objects.add(object.name);
    },
  }).visit(program);
  return { path, lines: text.split('\n').length - 1, imports, objects };
};

/** Every file below the source folders, as `folder/name`; not what the benchmarks install for themselves. */
export const listFiles = (): string[] =>
  folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)),
  );

export const readAll = (): SourceFile[] =>
  listFiles()
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readSource(path, readFileSync(join(root, path), 'utf8')));

/** The first cycle of value imports that is found, as the files on it; undefined when there is none. */
export const findCycle = (files: readonly SourceFile[]): string[] | undefined => {
  const targets = new Map(
    files.map(({ path, imports }) => [path, imports.filter((i) => !i.typeOnly).map((i) => i.to)]),
  );
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): string[] | undefined => {
    const at = trail.indexOf(path);
    if (at >= 0) return [...trail.slice(at), path];
    if (done.has(path)) return undefined;
    for (const to of targets.get(path) ?? []) {
      const cycle = walk(to, [...trail, path]);
      if (cycle) return cycle;
    }
    done.add(path);
    return undefined;
  };
  for (const { path } of files) {
    const cycle = walk(path, []);
    if (cycle) return cycle;
  }
  return undefined;
};
