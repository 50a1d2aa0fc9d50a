import { createInterpolateElement } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { View } from '../../../../api/useResource';
import { formatCount } from '../../../../i18n/format';
import type { PaymentMethods, Settings } from '../../../../generated/schemas';
import type { SentenceProps } from '../types';
import { Choice } from './Choice';
import { More, Sentence } from './Sentence';

type Recorded = 'recorded' | 'both' | 'none';

const recordedOf = ( { payments }: Settings ): Recorded => {
	if ( ! payments.enabled ) {
		return 'none';
	}
	return payments.pay_back ? 'both' : 'recorded';
};

type MoneyProps = Pick< SentenceProps, 'form' > & {
	methods: View< PaymentMethods >;
	/** Where they are chosen, if not on the page of the payments. */
	below?: React.ReactNode;
};

export function Money( { form, methods, below }: MoneyProps ) {
	const recorded = recordedOf( form.value );
	const unmapped = unmappedOf( form.value, methods );
	// Each of them stands below.
	const isListed = below !== undefined;
	const says =
		recorded === 'none'
			? __(
					'Invoices stay due in Sellsy until you or your bank reconcile them there.',
					'orderinvoicer'
				)
			: methodsText( form.value, unmapped, isListed );
	return (
		<Sentence
			title={ __( 'Payments', 'orderinvoicer' ) }
			below={ recorded !== 'none' && below }
			isWarning={ recorded !== 'none' && unmapped.length > 0 }
			effect={
				( says !== '' || ! isListed ) && (
					<>
						{ says }{ ' ' }
						{ ! isListed && (
							<More tab="payments">
								{ unmapped.length > 0 && recorded !== 'none'
									? __( 'Choose', 'orderinvoicer' )
									: __(
											'See the ways to pay',
											'orderinvoicer'
										) }
							</More>
						) }
					</>
				)
			}
			recommended={ recorded === 'none' && recordedWord() }
		>
			{ createInterpolateElement(
				/* translators: <is/> is a choice such as "is recorded on the invoice". */
				__( 'What the customer paid <is/>', 'orderinvoicer' ),
				{
					is: (
						<Choice< Recorded >
							label={ __(
								'Are payments recorded?',
								'orderinvoicer'
							) }
							value={ recorded }
							options={ [
								{ value: 'recorded', label: recordedWord() },
								{
									value: 'both',
									label: __(
										'is recorded, refunds too',
										'orderinvoicer'
									),
								},
								{
									value: 'none',
									label: __(
										'is not recorded',
										'orderinvoicer'
									),
								},
							] }
							onChange={ ( next ) =>
								form.editGroup( 'payments', {
									enabled: next !== 'none',
									...( next !== 'none' && {
										pay_back: next === 'both',
									} ),
								} )
							}
						/>
					),
				}
			) }
		</Sentence>
	);
}

const recordedWord = (): string =>
	__( 'is recorded on the invoice', 'orderinvoicer' );

/** Ways to pay that the shop offers, and that are not set; none while that is not known. */
function unmappedOf(
	{ payments }: Settings,
	{ resource }: View< PaymentMethods >
): string[] {
	return resource.status === 'ready'
		? resource.data.gateways
				.filter(
					( { id, in_use: isOffered } ) =>
						isOffered &&
						! payments.methods.some(
							( { gateway } ) => gateway === id
						)
				)
				.map( ( { title } ) => title )
		: [];
}

const methodsText = (
	{ payments: { methods } }: Settings,
	unmapped: string[],
	isListed: boolean
): string => {
	if ( unmapped.length > 0 ) {
		return sprintf(
			/* translators: %s: names of ways to pay. */
			__(
				'Payments of these stop, because they have no payment method in Sellsy yet: %s.',
				'orderinvoicer'
			),
			unmapped.join( ', ' )
		);
	}
	return isListed
		? ''
		: sprintf(
				/* translators: %s: number of ways to pay. */
				_n(
					'%s way to pay has its payment method in Sellsy.',
					'%s ways to pay have their payment methods in Sellsy.',
					methods.length,
					'orderinvoicer'
				),
				formatCount( methods.length )
			);
};
