import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { formatMoney } from '../../i18n/money';
import type {
	Creditable,
	CreditNotePreviewRequest,
} from '../../generated/schemas';

type WaitingRefundsProps = {
	order: Creditable;
	onAsk: ( data: CreditNotePreviewRequest ) => void;
};

export function WaitingRefunds( { order, onAsk }: WaitingRefundsProps ) {
	return order.refunds.length === 0 ? null : (
		<>
			<p>
				{ __( 'Refunds without a credit note yet:', 'orderinvoicer' ) }
			</p>
			<ul>
				{ order.refunds.map( ( { id, amount } ) => {
					const name = sprintf(
						/* translators: 1: number of a refund, 2: amount of money. */
						__( 'Refund %1$d of %2$s', 'orderinvoicer' ),
						id,
						formatMoney( amount, order.currency )
					);
					return (
						<li key={ id }>
							<span id={ `orderinvoicer-refund-${ id }` }>
								{ name }
							</span>
							<Button
								id={ `orderinvoicer-preview-${ id }` }
								variant="secondary"
								size="compact"
								aria-labelledby={ `orderinvoicer-preview-${ id } orderinvoicer-refund-${ id }` }
								onClick={ () => onAsk( { refund_id: id } ) }
							>
								{ __( 'Preview', 'orderinvoicer' ) }
							</Button>
						</li>
					);
				} ) }
			</ul>
		</>
	);
}
