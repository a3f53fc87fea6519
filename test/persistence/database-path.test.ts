import { describe, expect, it } from 'vitest';
import { DatabaseError } from '../../src/persistence/sqlite/database-error.ts';
import { databasePath } from '../../src/persistence/sqlite/database-path.ts';

describe('DATABASE_URL', () => {
  it.each([
    ['file:data/dondoc.db', 'data/dondoc.db'],
    ['file:./data/dondoc.db', './data/dondoc.db'],
    ['file:/var/lib/dondoc.db', '/var/lib/dondoc.db'],
    ['file:///var/lib/dondoc.db', '/var/lib/dondoc.db'],
    ['file://localhost/var/lib/dondoc.db', '/var/lib/dondoc.db'],
    ['file:///var/lib/c%C6%A1%20s%E1%BB%9F.db', '/var/lib/cơ sở.db'],
    ['file:dữ liệu/đôn đốc.db', 'dữ liệu/đôn đốc.db'],
    ['FILE:data/dondoc.db', 'data/dondoc.db'],
    ['data/dondoc.db', 'data/dondoc.db'],
    ['  /var/lib/dondoc.db\n', '/var/lib/dondoc.db'],
    ['C:\\dondoc\\dondoc.db', 'C:\\dondoc\\dondoc.db'],
  ])('%s is the file %s', (url, path) => {
    expect(databasePath(url)).toBe(path);
  });

  it.each([
    ['', /để trống/],
    ['  ', /để trống/],
    ['file:', /chưa ghi tên tệp/],
    ['file:///', /chưa ghi tên tệp/],
    [':memory:', /trong bộ nhớ/],
    ['file::memory:?cache=shared', /trong bộ nhớ/],
    ['file:x.db?mode=memory', /trong bộ nhớ/],
    ['file:x.db?mode=ro', /tùy chọn/],
    ['file://other-host/x.db', /không phải địa chỉ của một tệp/],
    ['file:x%ZZ.db', /không phải địa chỉ của một tệp/],
    ['postgres://dondoc:password@localhost/dondoc', /bắt đầu bằng postgres:, cần file:/],
    ['http://localhost/x.db', /bắt đầu bằng http:/],
  ])('%s is refused', (url, message) => {
    expect(() => databasePath(url)).toThrow(DatabaseError);
    expect(() => databasePath(url)).toThrow(message);
  });

  it('does not show the password of an address it cannot use', () => {
    expect(() => databasePath('postgres://dondoc:s3cret@localhost/x')).not.toThrow(/s3cret/);
  });
});
