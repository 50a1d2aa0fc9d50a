import { createRoot } from '@wordpress/element';
import { ErrorBoundary } from '../components/ErrorBoundary';
import { drawCreditPreview } from './drawCreditPreview';
import { FinalQuestions } from './FinalQuestions';
import { LiveSheet } from './LiveSheet';
import { readSheet } from './sheet';
import './order-meta-box.scss';

drawCreditPreview();

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
