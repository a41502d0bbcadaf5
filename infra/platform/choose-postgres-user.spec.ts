import { findUser } from './choose-postgres-user.ts';

const passwd = ['root:x:0:0:root:/root:/bin/bash', 'nobody:x:65534:65533:nobody:/:/bin/false', ''].join('\n');

test('without a postgres user, nobody runs PostgreSQL', () => {
  expect(findUser(passwd, ['postgres', 'nobody'])).toEqual({ name: 'nobody', uid: 65_534, gid: 65_533 });
});

test('a postgres user is preferred wherever it stands in the file', () => {
  const both = `${passwd}postgres:x:101:104::/var/lib/postgresql:/bin/bash\n`;
  expect(findUser(both, ['postgres', 'nobody'])).toEqual({ name: 'postgres', uid: 101, gid: 104 });
});

test('a user whose name only begins alike is somebody else', () => {
  expect(findUser('postgresql:x:7:7::/:/bin/sh\n', ['postgres'])).toBeUndefined();
});
