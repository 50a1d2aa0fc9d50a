import { Spinner } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { Failure, ProblemMessage } from '../../components/Message';
import { formatMoney } from '../../i18n/money';
import type { CreditNotePreview } from '../../generated/schemas';
import type { PreviewState } from '../usePreview';
import { TotalsTable } from './TotalsTable';

/** The sentence is announced, the table stands below it to be read. */
export function PreviewResult( { state }: { state: PreviewState } ) {
	return (
		<>
			<div role="status">
				{ state.status === 'nothing_entered' && (
					<p>
						{ __(
							'No refund is entered yet: press Refund under the items and fill in quantities or amounts, then preview before you confirm.',
							'orderinvoicer'
						) }
					</p>
				) }
				{ state.status === 'loading' && (
					<p>
						<Spinner />
						{ __( 'Calculating…', 'orderinvoicer' ) }
					</p>
				) }
				{ state.status === 'ready' && (
					<p>
						<strong>{ summary( state.preview ) }</strong>{ ' ' }
						{ __( 'Nothing was created.', 'orderinvoicer' ) }
					</p>
				) }
			</div>
			{ state.status === 'error' && <Failure error={ state.error } /> }
			{ state.status === 'ready' && <Details { ...state.preview } /> }
		</>
	);
}

function summary( { outcome, totals, currency }: CreditNotePreview ): string {
	if ( outcome === 'lowers_draft' ) {
		return __(
			'The invoice is still a draft: the refund would be taken off it, without a credit note.',
			'orderinvoicer'
		);
	}
	if ( totals === null ) {
		return __( 'There would be no credit note.', 'orderinvoicer' );
	}
	const amount = formatMoney( totals.incl_tax, currency );
	return outcome === 'held'
		? sprintf(
				/* translators: %s: amount of money. */
				__(
					'The credit note would be of %s, but it would not be made now.',
					'orderinvoicer'
				),
				amount
			)
		: sprintf(
				/* translators: %s: amount of money. */
				__( 'There would be a credit note of %s.', 'orderinvoicer' ),
				amount
			);
}

function Details( preview: CreditNotePreview ) {
	const { outcome, totals, remaining, currency, sellsy, problem } = preview;
	return (
		<>
			{ problem && (
				<ProblemMessage
					problem={ problem }
					status={ outcome === 'stops' ? 'error' : 'warning' }
				/>
			) }
			{ totals && (
				<TotalsTable totals={ totals } currency={ currency } />
			) }
			{ remaining !== null && (
				<p>{ remainder( outcome, remaining, currency ) }</p>
			) }
			{ totals && <p>{ whoComputed( sellsy ) }</p> }
		</>
	);
}

const whoComputed = ( sellsy: CreditNotePreview[ 'sellsy' ] ): string =>
	sellsy === 'agrees'
		? __( 'Sellsy computes the same total.', 'orderinvoicer' )
		: __(
				'Calculated by this plugin; Sellsy was not asked.',
				'orderinvoicer'
			);

function remainder(
	outcome: CreditNotePreview[ 'outcome' ],
	remaining: string,
	currency: string
): string {
	const amount = formatMoney( remaining, currency );
	return outcome === 'lowers_draft'
		? sprintf(
				/* translators: %s: amount of money. */
				__( 'The invoice would then be worth %s.', 'orderinvoicer' ),
				amount
			)
		: sprintf(
				/* translators: %s: amount of money. */
				__(
					'Of the invoice, %s could then still be credited.',
					'orderinvoicer'
				),
				amount
			);
}
