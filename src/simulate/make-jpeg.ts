import { photoExifSegment } from './photo-exif.ts';

// A hole in a road: 48 by 32 grey pixels, baseline, 272 bytes, with a JFIF header and nothing else.
const ROAD_JPEG = Buffer.from(
  [
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6j',
    'q62rZ4C8ybqmx5moq6T/wAALCAAgADABAREA/8QAGAABAAMBAAAAAAAAAAAAAAAAAAIEBQP/xAAlEAABAgYCAAcAAAAAAAAAAAAB',
    'AAIDERIUUqEEMQUTIkFRYYH/2gAIAQEAAD8A1a0rStK0rStUbs4bS7OG0uzhtLs4bS7OG0uzhtVkWZG5kR7jQSxvsB2oN5EZpmIj',
    'v0zWjxo3nQqpSIMiuqIq0bhsiuLgS1x+OlBvh7QfVEJH0JK01rWNDWiQHQUl/9k=',
  ].join(''),
  'base64',
);
const JFIF_END = 20;

/**
 * A baseline JPEG as a phone takes it: `exifText` is its EXIF description and artist, `gps` adds a position at sea.
 * Without either it carries no EXIF.
 */
export function makeJpeg({
  exifText = '',
  gps = false,
}: {
  readonly exifText?: string;
  readonly gps?: boolean;
} = {}): Uint8Array {
  if (exifText === '' && !gps) return Uint8Array.from(ROAD_JPEG);
  const parts = [ROAD_JPEG.subarray(0, JFIF_END), photoExifSegment(exifText, gps), ROAD_JPEG.subarray(JFIF_END)];
  return Uint8Array.from(Buffer.concat(parts));
}
