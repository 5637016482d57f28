export interface Lampiran {
  readonly nama: string;
  /** What the application claims; `photo` says what the bytes are. */
  readonly mime: string;
  readonly photo: 'jpg-with-exif' | 'png' | 'pdf';
}

export function jpg(nama: string): Lampiran {
  return { nama, mime: 'image/jpeg', photo: 'jpg-with-exif' };
}

export function png(nama: string): Lampiran {
  return { nama, mime: 'image/png', photo: 'png' };
}

export function pdf(nama: string): Lampiran {
  return { nama, mime: 'application/pdf', photo: 'pdf' };
}
