import { createRoot } from '@wordpress/element';
import { ErrorBoundary } from '../components/ErrorBoundary';
import type { Creditable } from '../schemas/orderDocuments';
import { CreditPreview } from './CreditPreview';
import { readCreditable } from './creditable';

const roots = new WeakMap< HTMLElement, ReturnType< typeof createRoot > >();

/** Where `Admin\CreditPreviewPart` printed its place. Left out: what is written beside it. */
export function drawCreditPreview( order?: Creditable | null ): void {
	const host = document.getElementById( 'orderinvoicer-credit-preview' );
	if ( ! host ) {
		return;
	}
	const shown =
		order === undefined
			? readCreditable( host.dataset[ 'order' ] ?? '' )
			: order;
	const root = roots.get( host ) ?? createRoot( host );
	roots.set( host, root );
	root.render(
		shown && (
			<ErrorBoundary>
				<CreditPreview order={ shown } />
			</ErrorBoundary>
		)
	);
}
