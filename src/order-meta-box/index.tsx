import { createRoot } from '@wordpress/element';
import { ErrorBoundary } from '../components/ErrorBoundary';
import { CreditPreview } from './CreditPreview';
import { FinalQuestions } from './FinalQuestions';
import { LiveSheet } from './LiveSheet';
import { readOrder } from './order';
import { readSheet } from './sheet';
import './order-meta-box.scss';

/** Admin\CreditPreviewPart prints it. */
const host = document.getElementById( 'orderinvoicer-credit-preview' );
const order = readOrder( host?.dataset[ 'order' ] ?? '' );

if ( host && order ) {
	createRoot( host ).render(
		<ErrorBoundary>
			<CreditPreview order={ order } />
		</ErrorBoundary>
	);
}

/** Admin\OrderBox prints the region, Admin\LivePart the host. */
const region = document.getElementById( 'orderinvoicer-order-sheet' );
const liveHost = document.getElementById( 'orderinvoicer-order-live' );
const sheet = readSheet( liveHost?.dataset[ 'sheet' ] ?? '' );

if ( region && liveHost && sheet ) {
	createRoot( liveHost ).render(
		<ErrorBoundary>
			<LiveSheet sheet={ sheet } region={ region } />
		</ErrorBoundary>
	);
}

createRoot( document.createElement( 'div' ) ).render( <FinalQuestions /> );
