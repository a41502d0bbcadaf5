import fc from 'fast-check';
import { fieldOf, packEnvelopes, unpackEnvelopes } from './pack-facts.js';

const text = fc.string({ unit: 'binary', maxLength: 20 });
const envelope = fc.record({
  id: fc.uuid(),
  type: text,
  key: text,
  data: fc.record({ key: text, id: text, note: text }),
});

test('property: what was packed comes apart as it was, and its key and id are read as JSON would read them', () => {
  fc.assert(
    fc.property(fc.array(envelope, { minLength: 1, maxLength: 8 }), (envelopes) => {
      const pack = packEnvelopes(envelopes);
      expect(JSON.parse(pack)).toEqual(JSON.parse(JSON.stringify(envelopes)));
      const apart = unpackEnvelopes(pack);
      expect(apart).toEqual(envelopes.map((each) => JSON.stringify(each)));
      expect(apart.map((each) => [fieldOf(each, 'id'), fieldOf(each, 'key')])).toEqual(
        envelopes.map(({ id, key }) => [id, key]),
      );
    }),
  );
});
