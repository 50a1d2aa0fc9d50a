import { createRoot } from '@wordpress/element';
import { unreadable } from '../api/request';
import { ErrorBoundary } from '../components/ErrorBoundary';
import { Failure } from '../components/Message';
import { drawCreditPreview } from './drawCreditPreview';
import { LiveBox } from './LiveBox';
import { readSheet } from './sheet';
import './order-meta-box.scss';

drawCreditPreview();

/** Admin\OrderBox prints both: what is read without JavaScript, and where it is drawn. */
const printed = document.getElementById( 'orderinvoicer-order-sheet' );
const host = document.getElementById( 'orderinvoicer-order-live' );
const sheet = readSheet( host?.dataset[ 'sheet' ] ?? '' );

if ( printed && host ) {
	createRoot( host ).render(
		<ErrorBoundary>
			{ sheet ? (
				<LiveBox sheet={ sheet } printed={ printed } />
			) : (
				<Failure error={ unreadable() } />
			) }
		</ErrorBoundary>
	);
}
