import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Creditable } from '../generated/schemas';
import { AmountForm } from './components/AmountForm';
import { PreviewResult } from './components/PreviewResult';
import { WaitingRefunds } from './components/WaitingRefunds';
import { usePreview } from './usePreview';

const CONTENT = 'orderinvoicer-credit-preview-content';

/** Open from the start where a refund waits for its credit note. */
export function CreditPreview( { order }: { order: Creditable } ) {
	const [ isOpen, setOpen ] = useState( order.refunds.length > 0 );
	const { state, ask } = usePreview( order.order_id );
	const creditable = JSON.stringify( order );
	const [ asked, setAsked ] = useState( creditable );
	const onAsk: typeof ask = ( data ) => {
		setAsked( creditable );
		ask( data );
	};
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
				<WaitingRefunds order={ order } onAsk={ onAsk } />
				{ order.refundable && (
					<AmountForm currency={ order.currency } onAsk={ onAsk } />
				) }
				{ /* What it says no longer holds once something was credited. */ }
				{ asked === creditable && <PreviewResult state={ state } /> }
			</div>
		</>
	);
}
