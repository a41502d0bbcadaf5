import { checkImages } from './check-images.js';

const hosts = ['img.shop.example', 'cdn.example:8443'];
const at = (url: string) => ({ url });

test.each([['https://img.shop.example/a.jpg'], ['https://IMG.shop.example/a.jpg'], ['https://cdn.example:8443/b.png']])(
  '%s may be shown',
  (url) => {
    expect(checkImages({ images: [at(url)], variants: [{ images: [at(url)] }] }, hosts)).toBeUndefined();
  },
);

test.each([
  ['https://evil.example/a.jpg'],
  ['https://img.shop.example.evil.example/a.jpg'],
  ['https://cdn.example/b.png'],
  ['https://evil.example/?https://img.shop.example/'],
])('%s is refused by its place', (url) => {
  expect(checkImages({ variants: [{}, { images: [at('https://img.shop.example/1'), at(url)] }] }, hosts)).toMatchObject(
    {
      code: 'ImageHostNotAllowed',
      field: 'variants[1].images[1].url',
    },
  );
  expect(checkImages({ images: [at(url)], variants: [] }, hosts)?.field).toBe('images[0].url');
});

test('where no host was named, no picture is taken', () => {
  expect(checkImages({ images: [at('https://img.shop.example/a.jpg')], variants: [] }, [])?.message).toContain(
    'no host is',
  );
});
