import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';

export interface Certificate {
  readonly name: string;
  /** PEM. */
  readonly cert: string;
  /** PEM. */
  readonly key: string;
}

export interface CertificateOptions {
  readonly name: string;
  /** Host names and IPv4 addresses it is good for. */
  readonly hosts?: readonly string[];
  /** Signs it; without one it signs itself. */
  readonly issuer?: Certificate;
  /** `YYYYMMDDHHMMSSZ`. */
  readonly notAfter?: string;
}

/** An X.509 certificate (RFC 5280) with a fresh P-256 key, so that no private key lies among the tests. */
export function makeCertificate(options: CertificateOptions): Certificate {
  const { name, hosts = [], issuer, notAfter = '21200101000000Z' } = options;
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const tbs = sequence(
    tlv(0xa0, integer(2)),
    integer(hosts.length + 1),
    ECDSA_SHA256,
    nameOf(issuer?.name ?? name),
    sequence(time('20200101000000Z'), time(notAfter)),
    nameOf(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    tlv(0xa3, sequence(hosts.length === 0 ? authority() : alternativeNames(hosts))),
  );
  const der = sequence(tbs, ECDSA_SHA256, bitString(sign(tbs, issuer?.key ?? privateKey)));
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return { name, key, cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n` };
}

function sign(bytes: Buffer, key: KeyObject | string): Buffer {
  return createSign('sha256').update(bytes).sign(key);
}

function tlv(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const size = body.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tlv(0x30, ...parts);
}

function integer(value: number): Buffer {
  return tlv(0x02, Buffer.from([value]));
}

function oid(...bytes: readonly number[]): Buffer {
  return tlv(0x06, Buffer.from(bytes));
}

function bitString(bytes: Buffer): Buffer {
  return tlv(0x03, Buffer.from([0]), bytes);
}

function time(text: string): Buffer {
  return tlv(0x18, Buffer.from(text));
}

/** 1.2.840.10045.4.3.2 */
const ECDSA_SHA256 = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));

/** One common name, 2.5.4.3. */
function nameOf(name: string): Buffer {
  return sequence(tlv(0x31, sequence(oid(0x55, 0x04, 0x03), tlv(0x0c, Buffer.from(name)))));
}

/** basicConstraints (2.5.29.19), critical: a certificate authority. */
function authority(): Buffer {
  const yes = tlv(0x01, Buffer.from([0xff]));
  return sequence(oid(0x55, 0x1d, 0x13), yes, tlv(0x04, sequence(yes)));
}

/** subjectAltName, 2.5.29.17. */
function alternativeNames(hosts: readonly string[]): Buffer {
  const names = hosts.map((host) =>
    /^[\d.]+$/.test(host) ? tlv(0x87, Buffer.from(host.split('.').map(Number))) : tlv(0x82, Buffer.from(host)),
  );
  return sequence(oid(0x55, 0x1d, 0x11), tlv(0x04, sequence(...names)));
}
