// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { exportName, formatOf, refusalOf, textOf } from './import-file';

describe('the format of a file', () => {
  it.each([
    ['steps.csv', '', 'CSV'],
    ['STEPS.CSV', '{', 'CSV'],
    ['framework.json', '', 'CASE'],
    ['', ' {"CFDocument":{}}', 'CASE'],
    ['', 'title,why', 'CSV'],
    ['steps.txt', 'title;why', 'CSV'],
  ])('%s %s is %s', (name, content, format) => {
    expect(formatOf(name, content)).toBe(format);
  });
});

describe('the text of a file', () => {
  it('is read as UTF-8 without its byte order mark', () => {
    expect(textOf(new Uint8Array([0xef, 0xbb, 0xbf, 0xc3, 0xa9]))).toBe('é');
  });

  it('is read as what spreadsheets save otherwise', () => {
    expect(textOf(new Uint8Array([0x63, 0x61, 0x66, 0xe9]))).toBe('café');
    expect(textOf(new Uint8Array([0xff, 0xfe, 0x61, 0x00]))).toBe('a');
  });

  it('is refused when there is none or too much', () => {
    expect(refusalOf(' \n')).toMatch('nothing');
    expect(refusalOf('a'.repeat(8_000_001))).toMatch('8,000,000');
    expect(refusalOf('title')).toBeUndefined();
  });
});

describe('the name of an exported file', () => {
  it.each([
    ['Elmbridge: our steps', 'CSV', 'elmbridge-our-steps.csv'],
    ['École', 'CASE', 'ecole.json'],
    ['…', 'CASE', 'step-bank.json'],
  ] as const)('of %s as %s is %s', (title, format, name) => {
    expect(exportName(title, format)).toBe(name);
  });
});
