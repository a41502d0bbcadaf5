import { XMLParser, XMLValidator } from 'fast-xml-parser';
import fc from 'fast-check';
import { xmlText } from './xml-text.js';

test('any text makes a well-formed element and attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(XMLValidator.validate(`<a b="${xmlText(text)}">${xmlText(text)}</a>`)).toBe(true);
    }),
  );
});

test('what is written is what is read, less what XML cannot hold', () => {
  const parser = new XMLParser({ parseTagValue: false, trimValues: false });
  const { a } = parser.parse(`<a>${xmlText(`<b> & "c" 'd' ]]> \u0000\u000b é ″ 📱 \ud800`)}</a>`) as { a: string };
  expect(a).toBe(`<b> & "c" 'd' ]]>  é ″ 📱 `);
});
