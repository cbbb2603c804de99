/** The address of a server for messages: host alone, whatever stands in the password. */
export function withoutSecrets(address: string): string {
  return address.replace(/\/\/.*@/s, '//').replace(/\?.*$/s, '');
}
