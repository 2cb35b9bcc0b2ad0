import { expect, test } from 'vitest'
import type { Content } from './content.ts'
import { typeset } from './typeset.ts'

const withPicture = (image: string): Promise<Uint8Array> => {
  const picture: Content = { image, fit: [100, 100], alt: 'A picture' }
  return typeset({
    language: 'en',
    title: 'Picture',
    madeAt: new Date(0),
    sequences: [{ language: 'en', margins: [50, 50, 50, 50], content: [picture] }],
  })
}

test.each([
  '/etc/hostname',
  'file:///etc/hostname',
  '../package.json',
  'http://127.0.0.1/a.png',
  'https://example.org/a.png',
])('no file and no address is opened for a document: %s', async (address) => {
  await expect(withPicture(address)).rejects.toThrow(/denied|Invalid image/)
})

test('a picture given as data is set', async () => {
  const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  expect((await withPicture(`data:image/png;base64,${pixel}`)).length).toBeGreaterThan(1000)
})
