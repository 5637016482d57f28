import { type Answer, jsonAnswer } from './answer.ts';

/** Refusals and failures of the WSO2 gateway in front of LAPOR! (LAPOR! contract, "Errors"). */
const FAULTS = {
  'missing-credentials': { status: 401, code: 900902, message: 'Missing Credentials' },
  'invalid-credentials': { status: 401, code: 900901, message: 'Invalid Credentials' },
  throttled: { status: 429, code: 900800, message: 'Message throttled out' },
  suspended: { status: 503, code: 303001, message: 'Currently , Address endpoint : [ suspended ]' },
  'send-timeout': { status: 504, code: 101504, message: 'Send timeout' },
} as const;
export type GatewayFault = keyof typeof FAULTS;

/** Renders the gateway's faults, by turns as JSON and as XML: it does not look at `Accept`. */
export function createGatewayFaults(): (fault: GatewayFault, headers?: Readonly<Record<string, string>>) => Answer {
  let rendered = 0;
  return (fault, headers = {}) => {
    rendered += 1;
    return rendered % 2 === 1 ? asJson(fault, headers) : asXml(fault, headers);
  };
}

function asJson(fault: GatewayFault, headers: Readonly<Record<string, string>>): Answer {
  const { status, code, message } = FAULTS[fault];
  return jsonAnswer(status, { fault: { code, message, description: describe(message) } }, headers);
}

function asXml(fault: GatewayFault, headers: Readonly<Record<string, string>>): Answer {
  const { status, code, message } = FAULTS[fault];
  const body = `<ams:fault xmlns:ams="http://wso2.org/apimanager/security"><ams:code>${code}</ams:code><ams:message>${message}</ams:message><ams:description>${describe(message)}</ams:description></ams:fault>`;
  return { status, headers: { 'content-type': 'application/xml; charset=UTF-8', ...headers }, body };
}

function describe(message: string): string {
  return `${message}. The request was not processed.`;
}
