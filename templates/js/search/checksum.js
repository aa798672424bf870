/** The checksum in the name of a file of the index. See sitegen/search/checksum.py. */

/** The generator of CRC-32, its bits in reverse. */
const GENERATOR = 0xedb88320;

export const checksum = (bytes) => {
  let rest = -1;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit++) rest = (rest >>> 1) ^ (rest & 1 && GENERATOR);
  }
  return (~rest & 0xffffff).toString(16).padStart(6, "0");
};
