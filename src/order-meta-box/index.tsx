import { createRoot } from '@wordpress/element';
import { ErrorBoundary } from '../components/ErrorBoundary';
import { drawCreditPreview } from './drawCreditPreview';
import { LiveBox } from './LiveBox';
import { readSheet } from './sheet';
import './order-meta-box.scss';

drawCreditPreview();

/** Admin\OrderBox prints both: what is read without JavaScript, and where it is drawn. */
const printed = document.getElementById( 'orderinvoicer-order-sheet' );
const host = document.getElementById( 'orderinvoicer-order-live' );
const sheet = readSheet( host?.dataset[ 'sheet' ] ?? '' );

if ( printed && host && sheet ) {
	createRoot( host ).render(
		<ErrorBoundary>
			<LiveBox sheet={ sheet } printed={ printed } />
		</ErrorBoundary>
	);
}
