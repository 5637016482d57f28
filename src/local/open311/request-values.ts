import type { NewReport } from '../local-system.ts';
import { markedText } from './marked-text.ts';
import { withLinks } from './with-links.ts';

/**
 * What `POST requests.json` is sent (GeoReport v2, POST Service Request). It has no place for a title, and wants one for where:
 * a report without an address is placed by its title.
 */
export function requestValues(report: NewReport, serviceCode: string): Readonly<Record<string, string>> {
  const { title, location, reporter, attachments, externalRef } = report;
  const optional = {
    first_name: reporter?.name,
    email: reporter?.email,
    phone: reporter?.phone,
    media_url: attachments[0]?.url,
  };
  return {
    service_code: serviceCode,
    address_string: location.address ?? title,
    description: markedText(`${title}\n\n${withLinks(report)}`, externalRef),
    ...Object.fromEntries(Object.entries(optional).flatMap(([name, value]) => (value ? [[name, value]] : []))),
  };
}
