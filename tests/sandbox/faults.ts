import * as z from 'zod/mini';

/**
 * `slow`: answers after `ms`. `drop-before`, `500-before`, `html`: nothing was done. `drop-after`, `500-after`,
 * `malformed`, `html-after`, `huge`, `gzip-bomb`, `gzip-twice`, `gzip-broken`, `negative-id`: it was done, and the
 * answer is lost, unreadable or cannot be. `gzip`: a good answer, packed whether that was asked for or not. A bare
 * number: that error status, nothing was done. `v1-unavailable`: the old API's own answer that it cannot serve now,
 * nothing was done. `redirect` and `cut` are for files: a way to somebody else's host, and a file that breaks off.
 */
const modes = [
	'slow',
	'drop-before',
	'drop-after',
	'500-before',
	'500-after',
	'malformed',
	'html',
	'html-after',
	'huge',
	'gzip-bomb',
	'gzip-twice',
	'gzip-broken',
	'gzip',
	'negative-id',
	'401-once',
	'400',
	'401',
	'402',
	'403',
	'404',
	'405',
	'409',
	'413',
	'422',
	'429',
	'500',
	'502',
	'503',
	'v1-unavailable',
	'redirect',
	'cut',
] as const;

export const FAULT_MODES: readonly string[] = modes;

export const faultSchema = z.object( {
	mode: z.enum( modes ),
	/** Only requests of this method. */
	method: z.optional( z.string() ),
	/**
	 * Only this path, as asked for (`/invoices/7`), as in the document (`/invoices/{id}`), or its beginning
	 * (`/invoices*`); `v1:Document.create` for the old API.
	 */
	path: z.optional( z.string() ),
	/** How many requests it hits; 0 means until it is taken away. */
	times: z._default( z.int(), 1 ),
	ms: z._default( z.int(), 2000 ),
} );

export type Fault = z.infer< typeof faultSchema >;

export class Faults {
	private armed: Fault[] = [];

	add( fault: Fault ): void {
		this.armed.push( { ...fault } );
	}

	list(): readonly Fault[] {
		return this.armed;
	}

	clear(): void {
		this.armed = [];
	}

	/** The fault that hits this request, used up by it. */
	take( method: string, path: string, template: string ): Fault | null {
		const index = this.armed.findIndex( ( fault ) =>
			hits( fault, method, path, template )
		);
		const fault = this.armed[ index ];
		if ( fault === undefined ) {
			return null;
		}
		if ( fault.times === 1 ) {
			this.armed.splice( index, 1 );
		} else if ( fault.times > 1 ) {
			fault.times--;
		}
		return fault;
	}
}

function hits(
	fault: Fault,
	method: string,
	path: string,
	template: string
): boolean {
	if ( fault.method !== undefined && fault.method !== method ) {
		return false;
	}
	if ( fault.path === undefined ) {
		return true;
	}
	return fault.path.endsWith( '*' )
		? path.startsWith( fault.path.slice( 0, -1 ) )
		: fault.path === path || fault.path === template;
}
