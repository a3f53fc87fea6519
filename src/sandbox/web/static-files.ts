import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
};

const PAGE_FOLDER = join(import.meta.dirname, 'page');

/** The folder of a package that the page loads as it is. @param entry something that the package lets one import */
const packageFolder = (name: string, entry: string): string => {
  const file = fileURLToPath(import.meta.resolve(entry));
  const folder = join('node_modules', ...name.split('/'));
  return file.slice(0, file.lastIndexOf(folder) + folder.length);
};

/** By the path they are served under. */
const FOLDERS: readonly (readonly [prefix: string, folder: string])[] = [
  ['/lib/lit-html/', packageFolder('lit-html', 'lit-html')],
  ['/lib/be-vietnam-pro/', packageFolder('@fontsource/be-vietnam-pro', '@fontsource/be-vietnam-pro/400.css')],
  ['/', PAGE_FOLDER],
];

export interface StaticFile {
  readonly content: Uint8Array;
  readonly type: string;
  readonly etag: string;
}

/** The file of the page, or of a library it uses, that a path stands for; null where there is none. */
export const staticFile = async (path: string): Promise<StaticFile | null> => {
  const wanted = path === '/' ? '/index.html' : path;
  const [prefix, folder] = FOLDERS.find(([start]) => wanted.startsWith(start)) ?? ['/', PAGE_FOLDER];
  const file = normalize(join(folder, wanted.slice(prefix.length)));
  const type = TYPES[extname(file)];
  if (type === undefined || !file.startsWith(folder + sep)) return null;
  try {
    const content = await readFile(file);
    return { content, type, etag: `"${createHash('sha256').update(content).digest('base64url')}"` };
  } catch {
    return null;
  }
};

/** The hash of the import map in the page, as a content security policy names it. */
export const importMapHash = (): string => {
  const page = readFileSync(join(PAGE_FOLDER, 'index.html'), 'utf8');
  const map = /<script type="importmap">(.*?)<\/script>/su.exec(page)?.[1] ?? '';
  return `sha256-${createHash('sha256').update(map).digest('base64')}`;
};
