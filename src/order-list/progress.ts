/** How far the acts are that a person has set going, as `Admin\OrderList\BulkProgress` answers. */
type Progress = { html: string; runs: boolean };

const SOON = 5_000;
const LATER = 60_000;

const isRecord = ( value: unknown ): value is Record< string, unknown > =>
	typeof value === 'object' && value !== null;

const readProgress = ( answer: unknown ): Progress | null => {
	const data = isRecord( answer ) ? answer[ 'data' ] : null;
	return isRecord( data ) &&
		typeof data[ 'html' ] === 'string' &&
		typeof data[ 'runs' ] === 'boolean'
		? { html: data[ 'html' ], runs: data[ 'runs' ] }
		: null;
};

const ask = async ( url: string ): Promise< Progress | null > => {
	try {
		const response = await fetch( url, { credentials: 'same-origin' } );
		return response.ok ? readProgress( await response.json() ) : null;
	} catch {
		return null;
	}
};

/**
 * Asks while rows are worked, and no longer: at once more slowly where nothing moves, so that a page that is left open
 * while work is paused asks once a minute. An answer that is none ends it; the page tells when it is loaded again.
 *
 * @param host the list of acts.
 */
export const follow = ( host: HTMLElement ): void => {
	const url = host.dataset[ 'url' ] ?? '';
	if ( url === '' ) {
		return;
	}
	let shown = '';
	const again = ( wait: number ): void => {
		window.setTimeout( async () => {
			const progress = await ask( url );
			if ( ! progress ) {
				return;
			}
			const moved = progress.html !== shown;
			if ( moved ) {
				shown = progress.html;
				// Our own page's HTML, escaped by PHP as it was when it was first printed.
				host.innerHTML = progress.html;
			}
			if ( progress.runs ) {
				again( moved ? SOON : Math.min( wait * 2, LATER ) );
			}
		}, wait );
	};
	again( SOON );
};
