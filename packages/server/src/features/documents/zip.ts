/** ZIP archives (PKWARE APPNOTE 6.3), written as they come. Files are stored: PDF is compressed already. */
import { crc32 } from 'node:zlib'

export interface ZipEntry {
  /** May hold folders, `kaustinen/olena.pdf`; any letters. */
  readonly name: string
  readonly data: Uint8Array
}

interface Written {
  readonly name: Buffer
  readonly crc: number
  readonly size: number
  readonly offset: number
}

/** Names are UTF-8. */
const utf8 = 0x0800
const version = 20
/** The archive has no 64-bit extension. */
const mostBytes = 0xffff_ffff
const mostEntries = 0xffff

/**
 * The bytes of an archive, piece by piece. `madeAt` stands as the time of every file, so that equal files give an equal
 * archive. Throws past 4 GB or 65,535 files.
 */
export async function* zipOf(entries: AsyncIterable<ZipEntry>, madeAt: Date): AsyncGenerator<Buffer> {
  const written: Written[] = []
  let offset = 0
  for await (const { name, data } of entries) {
    const entry = { name: Buffer.from(name, 'utf8'), crc: crc32(data), size: data.length, offset }
    const head = Buffer.concat([localHeader(entry, madeAt), entry.name])
    yield head
    yield Buffer.from(data)
    written.push(entry)
    offset += head.length + data.length
    if (offset > mostBytes || written.length > mostEntries)
      throw new Error('The archive is larger than its format allows')
  }
  const directory = Buffer.concat(written.flatMap((entry) => [centralHeader(entry, madeAt), entry.name]))
  yield directory
  yield endOfDirectory(written.length, directory.length, offset)
}

function localHeader(entry: Written, madeAt: Date): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(version, 4)
  writeCommon(header, 6, entry, madeAt)
  return header
}

function centralHeader(entry: Written, madeAt: Date): Buffer {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(version, 4)
  header.writeUInt16LE(version, 6)
  writeCommon(header, 8, entry, madeAt)
  header.writeUInt32LE(entry.offset, 42)
  return header
}

/** Flags, method (0, stored), time, date, checksum, sizes and the length of the name: the same in both headers. */
function writeCommon(header: Buffer, at: number, { crc, size, name }: Written, madeAt: Date): void {
  const time = (madeAt.getUTCHours() << 11) | (madeAt.getUTCMinutes() << 5) | (madeAt.getUTCSeconds() >> 1)
  const date = ((madeAt.getUTCFullYear() - 1980) << 9) | ((madeAt.getUTCMonth() + 1) << 5) | madeAt.getUTCDate()
  header.writeUInt16LE(utf8, at)
  header.writeUInt16LE(time, at + 4)
  header.writeUInt16LE(date, at + 6)
  header.writeUInt32LE(crc, at + 8)
  header.writeUInt32LE(size, at + 12)
  header.writeUInt32LE(size, at + 16)
  header.writeUInt16LE(name.length, at + 20)
}

function endOfDirectory(entries: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries, 8)
  end.writeUInt16LE(entries, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return end
}
