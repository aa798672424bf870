/** Bytes: base64, and numbers of seven bits a byte. */

export const bytesOf = (text) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

/** Reads varints one after another. */
export class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  get more() {
    return this.at < this.bytes.length;
  }

  byte() {
    return this.bytes[this.at++];
  }

  number() {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.bytes[this.at++];
      if (byte === undefined) throw new RangeError("the file ends early");
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }

  take(size) {
    return this.bytes.subarray(this.at, (this.at += size));
  }
}
