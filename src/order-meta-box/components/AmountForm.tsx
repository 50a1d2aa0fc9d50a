import { Button, TextControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { CreditNotePreviewRequest } from '../../generated/schemas';
import { enteredRefund } from '../enteredRefund';

type AmountFormProps = {
	currency: string;
	onAsk: ( data: CreditNotePreviewRequest | null ) => void;
};

/** A refund that is not made yet: a sum without lines, or what stands in WooCommerce's refund panel. */
export function AmountForm( { currency, onAsk }: AmountFormProps ) {
	const [ amount, setAmount ] = useState( '' );
	const askAmount = () => onAsk( { amount: amount.trim() } );
	return (
		<div
			// The box stands inside WooCommerce's form, which Enter would save.
			onKeyDown={ ( event ) => {
				if (
					event.key === 'Enter' &&
					event.target instanceof HTMLInputElement
				) {
					event.preventDefault();
					askAmount();
				}
			} }
			role="presentation"
		>
			<div className="orderinvoicer-preview__amount">
				<TextControl
					__nextHasNoMarginBottom
					__next40pxDefaultSize
					label={ sprintf(
						/* translators: %s: currency code. */
						__( 'Refund without lines, in %s', 'orderinvoicer' ),
						currency
					) }
					value={ amount }
					inputMode="decimal"
					autoComplete="off"
					maxLength={ 40 }
					onChange={ setAmount }
				/>
				<Button
					variant="secondary"
					__next40pxDefaultSize
					onClick={ askAmount }
				>
					{ __( 'Preview the amount', 'orderinvoicer' ) }
				</Button>
			</div>
			<p>
				<Button
					variant="link"
					onClick={ () => onAsk( enteredRefund() ) }
				>
					{ __(
						'Preview the refund entered under Items',
						'orderinvoicer'
					) }
				</Button>
			</p>
		</div>
	);
}
