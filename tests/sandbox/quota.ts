import type { Clock } from './clock.ts';
import type { Options } from './options.ts';

const SECONDS = { second: 1, minute: 60, day: 86400, month: 30 * 86400 };

type Window = keyof typeof SECONDS;

const WINDOWS: readonly Window[] = [ 'second', 'minute', 'day', 'month' ];

/** Counts requests per window of the sandbox's clock; refused ones count too, as at Sellsy. */
export class Quota {
	private readonly counts = new Map<
		Window,
		{ window: number; used: number }
	>();

	constructor( private readonly clock: Clock ) {}

	/** Counts one request; false where a window was already exhausted: 429. */
	take( options: Options ): boolean {
		let isAllowed = true;
		for ( const name of WINDOWS ) {
			const used = this.used( name );
			isAllowed &&= used < options.quota[ name ];
			this.counts.set( name, {
				window: this.windowOf( name ),
				used: used + 1,
			} );
		}
		return isAllowed;
	}

	used( name: Window ): number {
		const count = this.counts.get( name );
		return count?.window === this.windowOf( name ) ? count.used : 0;
	}

	headers( options: Options ): Record< string, string > {
		if ( ! options.quota_headers ) {
			return {};
		}
		const remaining = ( name: Window ) =>
			String( Math.max( 0, options.quota[ name ] - this.used( name ) ) );
		return {
			'X-Quota-Remaining-By-Second': remaining( 'second' ),
			'X-Quota-Remaining-By-Minute': remaining( 'minute' ),
			'X-Quota-Remaining-By-Day': remaining( 'day' ),
			'X-Quota-Remaining-By-Month': remaining( 'month' ),
		};
	}

	private windowOf( name: Window ): number {
		return Math.floor( this.clock.milliseconds() / 1000 / SECONDS[ name ] );
	}
}
