/** Plays the site: the app's own request code runs, only the network is not there. */
import apiFetch from '@wordpress/api-fetch';

export type SiteCall = {
	/** `GET /settings` */
	route: string;
	query: URLSearchParams;
	data: unknown;
	signal: AbortSignal | undefined;
};

type Answer = ( call: SiteCall ) => unknown;

/** What WordPress sends for a refused request. */
export const refusal = ( code: string, message: string, data = {} ) => ( {
	code,
	message,
	data: { status: 400, ...data },
} );

export class Site {
	readonly calls: SiteCall[] = [];
	private readonly answers = new Map< string, Answer >();
	private total = '';
	private retryable = 0;
	private newest = 0;

	constructor() {
		apiFetch.setFetchHandler( ( options ) => {
			const url = new URL( options.path ?? '', 'https://shop.test' );
			const method =
				options.headers?.[ 'X-HTTP-Method-Override' ] ??
				options.method ??
				'GET';
			const path = url.pathname.replace( '/orderinvoicer/v1', '' );
			return this.answer(
				{
					route: `${ method } ${ path }`,
					query: url.searchParams,
					data: options.data,
					signal: options.signal ?? undefined,
				},
				options.parse === false
			);
		} );
	}

	on( route: string, answer: Answer ): this {
		this.answers.set( route, answer );
		return this;
	}

	/** A page of a list; `total` counts all pages. */
	onList( route: string, answer: Answer, total: number ): this {
		return this.counting( total ).on( route, answer );
	}

	/** What the pages of lists count from now on. */
	counting( total: number ): this {
		this.total = String( total );
		return this;
	}

	/** Of all pages, the rows that can be retried together. */
	canRetry( retryable: number ): this {
		this.retryable = retryable;
		return this;
	}

	/** The newest documents alone were looked at. */
	lookingAtNewest( number: number ): this {
		this.newest = number;
		return this;
	}

	refuse( route: string, code: string, message: string ): this {
		return this.on( route, () =>
			Promise.reject( refusal( code, message ) )
		);
	}

	callsOf( route: string ): SiteCall[] {
		return this.calls.filter( ( call ) => call.route === route );
	}

	private async answer( call: SiteCall, isRaw: boolean ): Promise< unknown > {
		this.calls.push( call );
		const answer = this.answers.get( call.route );
		if ( ! answer ) {
			throw refusal( 'rest_no_route', `No answer for ${ call.route }` );
		}
		if ( ! isRaw ) {
			return answer( call );
		}
		try {
			return this.response( await answer( call ) );
		} catch ( body ) {
			throw this.response( body );
		}
	}

	private response( body: unknown ) {
		return {
			json: () => Promise.resolve( body ),
			headers: new Map( [
				[ 'X-WP-Total', this.total ],
				[ 'X-OrderInvoicer-Retryable', String( this.retryable ) ],
				[ 'X-OrderInvoicer-Newest', String( this.newest ) ],
			] ),
		};
	}
}

export type Deferred< T > = {
	promise: Promise< T >;
	resolve: ( value: T ) => void;
	reject: ( reason: unknown ) => void;
};

/** An answer whose moment the test chooses. */
export function deferred< T >(): Deferred< T > {
	let resolve: Deferred< T >[ 'resolve' ] = () => {};
	let reject: Deferred< T >[ 'reject' ] = () => {};
	const promise = new Promise< T >( ( yes, no ) => {
		resolve = yes;
		reject = no;
	} );
	return { promise, resolve, reject };
}
