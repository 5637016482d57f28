import { onTestFinished } from 'vitest';
import { type CityOptions, createCity } from './create-city.ts';

/** A city for one test: gone when it is over. */
export async function openCity(options: CityOptions = {}) {
  const city = await createCity(options);
  onTestFinished(() => city.close());
  return city;
}
