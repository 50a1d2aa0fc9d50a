import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Creditable } from '../schemas/orderDocuments';
import { AmountForm } from './components/AmountForm';
import { PreviewResult } from './components/PreviewResult';
import { WaitingRefunds } from './components/WaitingRefunds';
import { usePreview } from './usePreview';

const CONTENT = 'orderinvoicer-credit-preview-content';

/** Open from the start where a refund waits for its credit note. */
export function CreditPreview( { order }: { order: Creditable } ) {
	const [ isOpen, setOpen ] = useState( order.refunds.length > 0 );
	const { state, asked, ask } = usePreview( order.order_id );
	// The refund that was asked about may have its credit note by now.
	const isAnswered =
		asked === null ||
		! ( 'refund_id' in asked ) ||
		order.refunds.some( ( { id } ) => id === asked.refund_id );
	return (
		<>
			<Button
				variant="secondary"
				size="compact"
				aria-expanded={ isOpen }
				aria-controls={ CONTENT }
				onClick={ () => setOpen( ! isOpen ) }
			>
				{ __( 'Preview a credit note', 'orderinvoicer' ) }
			</Button>
			<div
				id={ CONTENT }
				className="orderinvoicer-preview"
				hidden={ ! isOpen }
			>
				<WaitingRefunds order={ order } onAsk={ ask } />
				{ order.refundable && (
					<AmountForm currency={ order.currency } onAsk={ ask } />
				) }
				{ isAnswered && <PreviewResult state={ state } /> }
			</div>
		</>
	);
}
