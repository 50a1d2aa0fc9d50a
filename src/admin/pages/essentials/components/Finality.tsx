import { Button } from '@wordpress/components';
import { createInterpolateElement } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { finaliseChoice } from '../../documents/choices';
import type { SentenceProps } from '../types';
import { isFinalByRule } from '../what';
import { Choice, type Option, withStored } from './Choice';
import { More, Sentence } from './Sentence';

type FinalityProps = SentenceProps & {
	/** Nobody has said yet; nothing is chosen beforehand: a number that was given is gone for good. */
	isOpen: boolean;
	onChosen: ( finalise: string ) => void;
	/** Two buttons, for who says it for the first time. */
	areButtons?: boolean;
};

export function Finality( props: FinalityProps ) {
	const { form, isOpen } = props;
	const { finalise } = form.value.invoice;
	const isByRule = isFinalByRule( form.value );
	return (
		<Sentence
			setting="invoice.finalise"
			title={ __( 'Draft or final', 'orderinvoicer' ) }
			effect={ isOpen ? askText() : effectText( finalise ) }
			recommended={
				( isOpen || finalise !== 'at_once' ) &&
				! isByRule &&
				finalWord()
			}
		>
			{ isByRule ? (
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
					{ final: <FinalChoice { ...props } /> }
				)
			) }
		</Sentence>
	);
}

function FinalChoice( {
	form,
	isOpen,
	onChosen,
	areButtons = false,
}: FinalityProps ) {
	const label = __( 'Is the invoice a draft, or final?', 'orderinvoicer' );
	const value = isOpen ? '' : form.value.invoice.finalise;
	const choose = ( next: string ) => {
		if ( next !== '' ) {
			form.editGroup( 'invoice', { finalise: next } );
			onChosen( next );
		}
	};
	const choices = options( form.value.invoice.finalise );
	return areButtons && choices.length === TWO ? (
		<span
			role="group"
			aria-label={ label }
			className="orderinvoicer-sentence__buttons"
		>
			{ choices.map( ( option ) => (
				<Button
					key={ option.value }
					variant={ option.value === value ? 'primary' : 'secondary' }
					aria-pressed={ option.value === value }
					__next40pxDefaultSize
					onClick={ () => choose( option.value ) }
				>
					{ option.label }
				</Button>
			) ) }
		</span>
	) : (
		<Choice
			label={ label }
			value={ value }
			options={
				isOpen
					? [
							{
								value: '',
								label: __( '… choose', 'orderinvoicer' ),
							},
							...choices,
						]
					: choices
			}
			onChange={ choose }
		/>
	);
}

/** Draft and final; a third one is what is stored. */
const TWO = 2;

const finalWord = (): string => __( 'final at once', 'orderinvoicer' );

const options = ( stored: string ): ReadonlyArray< Option > =>
	withStored(
		[
			{ value: 'at_once', label: finalWord() },
			{
				value: 'manual',
				label: __( 'a draft that I make final', 'orderinvoicer' ),
			},
		],
		stored,
		storedWord( stored )
	);

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
		'Choose one of the two first: a final invoice has its number for good.',
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
