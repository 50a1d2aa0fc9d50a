import { expect, test as base, type Page } from '@playwright/test';
import { obstacles } from './axe.ts';
import { lend } from './kept-browser.ts';

type Document = Record< string, unknown >;

export class Sandbox {
	readonly url =
		process.env[ 'ORDERINVOICER_SANDBOX_URL' ] ?? 'http://127.0.0.1:4010';

	async list( kind: string ): Promise< Document[] > {
		const response = await fetch( `${ this.url }/_sandbox/state` );
		const state: unknown = await response.json();
		const entries =
			typeof state === 'object' && state !== null
				? Object.entries( state )
				: [];
		const list: unknown = entries.find(
			( [ name ] ) => name === kind
		)?.[ 1 ];
		return Array.isArray( list ) ? list : [];
	}

	async fault( fault: {
		mode: string;
		method?: string;
		path?: string;
		times?: number;
		ms?: number;
	} ): Promise< void > {
		await this.post( 'faults', fault );
	}

	async withoutFaults(): Promise< void > {
		await fetch( `${ this.url }/_sandbox/faults`, { method: 'DELETE' } );
	}

	/** As the API would create it; resolves with its id. */
	async add( kind: string, record: Document ): Promise< number > {
		const response = await this.post( `records/${ kind }`, record );
		const body: unknown = await response.json();
		return typeof body === 'object' && body !== null && 'id' in body
			? Number( body.id )
			: 0;
	}

	private post( path: string, body: Document ): Promise< Response > {
		return fetch( `${ this.url }/_sandbox/${ path }`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify( body ),
		} );
	}
}

type Fixtures = {
	sandbox: Sandbox;
	/** A shopper who is not signed in. */
	guest: Page;
	/** Fails on what a person with a screen reader or a keyboard would stumble over. */
	accessible: ( page: Page, selector: string ) => Promise< void >;
};

export const test = base.extend< Fixtures >( {
	sandbox: async ( {}, use ) => use( new Sandbox() ),
	context: ( { browser, baseURL }, use ) =>
		lend( 'owner', () => browser.newContext(), baseURL ?? '', use ),
	guest: ( { browser, baseURL }, use ) =>
		lend(
			'guest',
			() =>
				browser.newContext( {
					storageState: { cookies: [], origins: [] },
				} ),
			baseURL ?? '',
			async ( context ) => use( await context.newPage() )
		),
	accessible: async ( {}, use ) =>
		use( async ( page, selector ) =>
			expect( await obstacles( page, selector ) ).toEqual( [] )
		),
} );

export { expect };
