import { createRoot } from '@wordpress/element';
import { ErrorBoundary } from '../components/ErrorBoundary';
import { CreditPreview } from './CreditPreview';
import { FinalQuestions } from './FinalQuestions';
import { readOrder } from './order';
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

createRoot( document.createElement( 'div' ) ).render( <FinalQuestions /> );
