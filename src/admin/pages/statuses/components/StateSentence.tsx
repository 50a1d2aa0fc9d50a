import { Button } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { SelectField } from '../../../../components/fields';
import { labelled } from '../../../../i18n/labels';
import type { Settings } from '../../../../generated/schemas';
import {
	type Happening,
	happeningText,
	isActing,
	isSameMoment,
	type Rule,
	sentenceOf,
	type StatusRow,
} from '../rules';

type StateSentenceProps = {
	settings: Settings;
	rule: Rule;
	/** What the other sentences say. */
	others: Rule[];
	rows: StatusRow[];
	possible: Happening[];
	isOpen: boolean;
	isNew: boolean;
	onToggle: () => void;
	onChange: ( rule: Rule ) => void;
	onRemove: () => void;
};

/** It opens into what it says. */
export function StateSentence( props: StateSentenceProps ) {
	const { settings, rule, rows, isOpen, onToggle } = props;
	const sentence = sentenceOf( rule, rows );
	return (
		<li className="orderinvoicer-rules__rule">
			<Button
				variant="link"
				className="orderinvoicer-rules__sentence"
				aria-expanded={ isOpen }
				onClick={ onToggle }
			>
				{ sentence }
			</Button>
			{ ! isActing( settings, rule ) && (
				<p className="orderinvoicer-muted">
					{ __(
						'This does nothing: under Documents you chose another moment for it.',
						'orderinvoicer'
					) }
				</p>
			) }
			{ isOpen && <Opened { ...props } sentence={ sentence } /> }
		</li>
	);
}

type OpenedProps = StateSentenceProps & { sentence: string };

function Opened( {
	rule,
	others,
	rows,
	possible,
	sentence,
	isNew,
	onChange,
	onRemove,
}: OpenedProps ) {
	const fields = useRef< HTMLDivElement >( null );
	useEffect( () => {
		if ( isNew ) {
			fields.current?.focus();
		}
	}, [ isNew ] );
	const set = ( change: Partial< Rule > ) =>
		onChange( { ...rule, ...change } );
	const isFree = ( change: Partial< Rule > ) =>
		! others.some( ( other ) =>
			isSameMoment( other, { ...rule, ...change } )
		);
	const choices = withOwn( possible, rule ).filter( isFree );
	const remove = __( 'Remove', 'orderinvoicer' );
	return (
		<div
			ref={ fields }
			className="orderinvoicer-rules__open orderinvoicer-stack orderinvoicer-stack--tight"
			tabIndex={ -1 }
			role="group"
			aria-label={ sentence }
		>
			<SelectField
				label={ __( 'When an order becomes', 'orderinvoicer' ) }
				value={ rule.status }
				options={ rows
					.filter( ( { status } ) => isFree( { status } ) )
					.map( ( { status, label } ) => ( {
						value: status,
						label,
					} ) ) }
				onChange={ ( status ) => set( { status } ) }
			/>
			<SelectField
				label={ __( 'this happens', 'orderinvoicer' ) }
				value={ keyOf( rule ) }
				options={ choices.map( ( choice ) => ( {
					value: keyOf( choice ),
					label: happeningText( choice ),
				} ) ) }
				onChange={ ( key ) => {
					const chosen = choices.find(
						( choice ) => keyOf( choice ) === key
					);
					if ( chosen ) {
						set( chosen );
					}
				} }
			/>
			<div className="orderinvoicer-actions">
				<Button
					variant="tertiary"
					size="compact"
					isDestructive
					aria-label={ labelled( remove, sentence ) }
					onClick={ onRemove }
				>
					{ remove }
				</Button>
			</div>
		</div>
	);
}

const keyOf = ( { kind, state }: Happening ): string => `${ kind }:${ state }`;

/** What is stored stays to be seen where it is no longer offered. */
const withOwn = (
	possible: Happening[],
	{ kind, state }: Rule
): Happening[] =>
	possible.some( ( one ) => keyOf( one ) === keyOf( { kind, state } ) )
		? possible
		: [ { kind, state }, ...possible ];
