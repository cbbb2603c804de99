/** How visitors reach this installation, and how far it trusts what it is told on the way. */
export interface Site {
  /** The address in the browsers of visitors, without a path; absent: this machine alone. */
  readonly publicUrl: string | undefined;
  /** Addresses of proxies whose word about the visitor's address counts. */
  readonly trustedProxies: readonly string[];
  /** Whether people of `users.json` and invented people may sign in. */
  readonly allowsLocalPeople: boolean;
  readonly requestsPerMinute: number;
}

export const isHttps = ({ publicUrl }: Pick<Site, 'publicUrl'>): boolean =>
  publicUrl?.startsWith('https:') ?? false;
