import { createInterpolateElement } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { formatMoney } from '../../../../i18n/format';
import { outcomes } from '../../documents/rules';
import type { SentenceProps } from '../types';
import { Choice, type Option, withStored } from './Choice';
import { storedWord } from './Finality';
import { More, Sentence } from './Sentence';

const NONE = 'none';

export function Refunds( { form, shop }: SentenceProps ) {
	const { creditnote } = form.value;
	const value = creditnote.enabled ? creditnote.finalise : NONE;
	const isRuled =
		creditnote.enabled &&
		( creditnote.rules.length > 0 ||
			outcomes( form.value, 'creditnote' ).length !== 1 );
	return (
		<Sentence
			setting="creditnote.enabled creditnote.finalise"
			title={ __( 'Refunds', 'orderinvoicer' ) }
			effect={ effectText( value, formatMoney( '12', shop.currency ) ) }
			recommended={ value !== 'at_once' && ! isRuled && finalWord() }
		>
			{ isRuled ? (
				<>
					{ __(
						'What a refund becomes says the rule that takes its order.',
						'orderinvoicer'
					) }{ ' ' }
					<More tab="documents">
						{ __( 'See Documents', 'orderinvoicer' ) }
					</More>
				</>
			) : (
				createInterpolateElement(
					__( 'A refund becomes <what/>', 'orderinvoicer' ),
					{
						what: (
							<Choice
								label={ __(
									'What does a refund become?',
									'orderinvoicer'
								) }
								value={ value }
								options={ options( value ) }
								onChange={ ( next ) =>
									form.editGroup(
										'creditnote',
										next === NONE
											? { enabled: false }
											: { enabled: true, finalise: next }
									)
								}
							/>
						),
					}
				)
			) }
		</Sentence>
	);
}

const finalWord = (): string => __( 'a final credit note', 'orderinvoicer' );

const options = ( stored: string ): ReadonlyArray< Option > =>
	withStored(
		[
			{ value: 'at_once', label: finalWord() },
			{
				value: 'manual',
				label: __( 'a draft of a credit note', 'orderinvoicer' ),
			},
			{
				value: NONE,
				label: __( 'nothing: I do it myself', 'orderinvoicer' ),
			},
		],
		stored,
		storedWord( stored )
	);

const effectText = ( value: string, amount: string ): string =>
	value === NONE
		? __(
				'Refunds change nothing in Sellsy: you write each credit note there.',
				'orderinvoicer'
			)
		: sprintf(
				/* translators: %s: an amount of money. */
				__(
					'Refunded %s: a credit note of that amount, set against the invoice.',
					'orderinvoicer'
				),
				amount
			);
