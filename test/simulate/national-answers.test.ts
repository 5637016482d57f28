import { describe, expect, it } from 'vitest';
import { madeUpReports } from '../../src/simulate/made-up-city/made-up-reports.ts';
import { nationalAnswers } from '../../src/simulate/national-answers.ts';
import { seededRandom } from '../../src/simulate/seeded-random.ts';

const city = madeUpReports();
const FOREIGN = ['PLN', 'BPJS Kesehatan', 'Pemerintah Provinsi', 'PDAM', 'Polres', 'Kantor Pertanahan', 'Telkom'];

describe('nationalAnswers()', () => {
  const answers = city.map((report, index) => nationalAnswers(report, seededRandom(index)));

  it('gives one to three answers in HTML', () => {
    expect(new Set(answers.map(({ length }) => length))).toEqual(new Set([1, 2, 3]));
    expect(answers.flat().filter((html) => !/^<(?:p|div)[ >].*<\/(?:p|div|ul)>$/.test(html))).toEqual([]);
    expect(answers.flat().some((html) => html.includes('<li>'))).toBe(true);
    expect(answers.flat().some((html) => html.includes('&ldquo;'))).toBe(true);
  });

  it('gives the same answers for the same numbers', () => {
    expect(city.map((report, index) => nationalAnswers(report, seededRandom(index)))).toEqual(answers);
  });

  it('never names a reporter', () => {
    const naming = city.filter(({ pelapor }, index) => answers[index]?.join('').includes(pelapor.nama));
    expect(naming).toEqual([]);
  });

  it('escapes the title', () => {
    const report = city.find(({ judul }) => judul.includes('<b>'));
    const html = Array.from({ length: 20 }, (_, seed) => report && nationalAnswers(report, seededRandom(seed))[0]);
    expect(html.join('')).toContain('Website kota tampil &lt;b&gt;aneh&lt;/b&gt; &amp; error');
  });

  it.each(FOREIGN)('says that a matter of %s is not the city’s', (opd) => {
    const report = city.find((candidate) => candidate.opd === opd);
    const [first] = report === undefined ? [] : nationalAnswers(report, () => 0);
    expect(first).toContain('bukan merupakan kewenangan');
    expect(first).toContain(opd);
  });
});
