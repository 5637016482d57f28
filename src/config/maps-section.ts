import { lineText } from './line-text.ts';
import { section } from './section.ts';

/** Where the maps are, relative to the configuration file. */
export const mapsSection = section({
  categories: lineText.default('categories.yaml'),
  institutions: lineText.default('institutions.yaml'),
  statuses: lineText.default('statuses.yaml'),
  deadlines: lineText.default('deadlines.yaml'),
  holidays: lineText.default('holidays.yaml'),
});
