import type { LocalAttachment } from './local-report.ts';
import type { LocalFile } from './local-report-input.ts';

/** The files of the local application, under paths such as `/storage/1042/foto.jpg`. */
export interface LocalFileStore {
  /** A second file of one name gets a path of its own. */
  store(reportId: number, files: readonly LocalFile[]): readonly LocalAttachment[];
  /** By its decoded path. */
  file(path: string): LocalFile | null;
}

export function createLocalFileStore(): LocalFileStore {
  const files = new Map<string, LocalFile>();

  function store(reportId: number, attached: readonly LocalFile[]): readonly LocalAttachment[] {
    return attached.map((file) => {
      const path = freePath(reportId, file.nama);
      files.set(path, file);
      const url = path.split('/').map(encodeURIComponent).join('/');
      return { url, nama: file.nama, mime: file.mime, ukuran: file.bytes.length };
    });
  }

  function freePath(reportId: number, name: string): string {
    const baseName = name.replaceAll('/', '_');
    let path = `/storage/${reportId}/${baseName}`;
    for (let copy = 2; files.has(path); copy += 1) path = `/storage/${reportId}/${copy}-${baseName}`;
    return path;
  }

  return { store, file: (path) => files.get(path) ?? null };
}
