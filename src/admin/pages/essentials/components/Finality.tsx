import { createInterpolateElement } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { finaliseChoice } from '../../documents/choices';
import { outcomes } from '../../documents/rules';
import type { SentenceProps } from '../types';
import { Choice, type Option, withStored } from './Choice';
import { More, Sentence } from './Sentence';

type FinalityProps = SentenceProps & {
	/** Nobody has said yet; nothing is chosen beforehand: a number that was given is gone for good. */
	isOpen: boolean;
	onChosen: () => void;
};

export function Finality( { form, isOpen, onChosen }: FinalityProps ) {
	const { invoice } = form.value;
	const ways = new Set(
		outcomes( form.value, 'invoice' ).map(
			( settings ) => settings.invoice.finalise
		)
	);
	const { finalise } = invoice;
	return (
		<Sentence
			title={ __( 'Draft or final', 'orderinvoicer' ) }
			effect={ isOpen ? askText() : effectText( finalise ) }
			recommended={
				( isOpen || finalise !== 'at_once' ) &&
				ways.size < 2 &&
				finalWord()
			}
		>
			{ ways.size > 1 ? (
				<>
					{ __(
						'Whether the invoice is final says the rule that takes the order.',
						'orderinvoicer'
					) }{ ' ' }
					<More tab="documents">
						{ __( 'See Documents', 'orderinvoicer' ) }
					</More>
				</>
			) : (
				createInterpolateElement(
					__( 'The invoice is <final/>', 'orderinvoicer' ),
					{
						final: (
							<Choice
								label={ __(
									'Is the invoice a draft, or final?',
									'orderinvoicer'
								) }
								value={ isOpen ? '' : finalise }
								options={ options( isOpen, finalise ) }
								onChange={ ( next ) => {
									if ( next !== '' ) {
										onChosen();
										form.editGroup( 'invoice', {
											finalise: next,
										} );
									}
								} }
							/>
						),
					}
				)
			) }
		</Sentence>
	);
}

const finalWord = (): string => __( 'final at once', 'orderinvoicer' );

const options = (
	isOpen: boolean,
	stored: string
): ReadonlyArray< Option > => [
	...( isOpen
		? [ { value: '', label: __( '… choose', 'orderinvoicer' ) } ]
		: [] ),
	...withStored(
		[
			{ value: 'at_once', label: finalWord() },
			{
				value: 'manual',
				label: __( 'a draft that I make final', 'orderinvoicer' ),
			},
		],
		stored,
		storedWord( stored )
	),
];

export function storedWord( finalise: string ): string {
	const { kind, hours } = finaliseChoice( finalise );
	return kind === 'hours'
		? sprintf(
				/* translators: %s: number of hours. */
				__( 'final %s hours later', 'orderinvoicer' ),
				hours
			)
		: __( 'final with the order’s status', 'orderinvoicer' );
}

const askText = (): string =>
	__(
		'Choose one of the two before you save: a final invoice has its number for good.',
		'orderinvoicer'
	);

function effectText( finalise: string ): string {
	return finalise === 'at_once'
		? __(
				'It takes its number and stays as it is. A mistake is put right by a credit note.',
				'orderinvoicer'
			)
		: __(
				'A draft has no number and takes no payment, and your customer sees nothing of it before it is final.',
				'orderinvoicer'
			);
}
