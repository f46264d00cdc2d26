// Pictures for tests, and what is none.

import { crc32, deflateSync } from "node:zlib";

const chunk = (kind, data) => {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
};

/** A PNG of one color. With `claimed`, its header says another size than it has. */
export function png(width, height, { claimed = [width, height], padding = 0 } = {}) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(claimed[0], 0);
  header.writeUInt32BE(claimed[1], 4);
  header.set([1, 3, 0, 0, 0], 8); // One bit for each pixel, into a palette.
  const rows = Buffer.alloc(height * (1 + Math.ceil(width / 8)));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from([0x7a, 0x1f, 0x5c])),
    ...(padding ? [chunk("tEXt", Buffer.from(`Comment\0${"a".repeat(padding)}`))] : []),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A file to choose. Its name says the same whatever it is. */
export const file = (buffer) => ({ name: "logo.png", mimeType: "image/png", buffer: Buffer.from(buffer) });
