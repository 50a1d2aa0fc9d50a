import { __ } from '@wordpress/i18n';
import {
	CheckField,
	SelectField,
	TextField,
} from '../../../../components/fields';
import { labelled } from '../../../../i18n/labels';
import {
	boundOf,
	type ConditionName,
	type ListName,
	listOf,
	type Names,
	optionsOf,
} from '../conditions';
import { AREAS, BUYERS } from '../never';
import type { Rule } from '../rules';
import { areaWord, buyerWord } from '../words';
import { goneOf } from './RuleWarnings';

export type FieldProps = {
	rule: Rule;
	names: Names;
	onChange: ( rule: Rule ) => void;
};

type ConditionFieldProps = FieldProps & { name: ConditionName; label: string };

/** What one condition asks for. */
export function ConditionField( {
	name,
	label,
	...props
}: ConditionFieldProps ) {
	const { rule, names, onChange } = props;
	switch ( name ) {
		case 'buyer':
			return (
				<SelectField
					label={ __( 'Bought by', 'orderinvoicer' ) }
					help={ __(
						'An order with a company name or a company’s number is a company’s.',
						'orderinvoicer'
					) }
					value={ rule.buyer }
					options={ BUYERS.map( ( buyer ) => ( {
						value: buyer,
						label: buyerWord( buyer ),
					} ) ) }
					onChange={ ( value ) =>
						onChange( {
							...rule,
							buyer:
								BUYERS.find( ( one ) => one === value ) ?? '',
						} )
					}
				/>
			);
		case 'area':
			return (
				<SelectField
					label={ __( 'Taxed by an address in', 'orderinvoicer' ) }
					value={ rule.area }
					options={ AREAS.map( ( area ) => ( {
						value: area,
						label: areaWord( area, names.shop ),
					} ) ) }
					onChange={ ( value ) =>
						onChange( {
							...rule,
							area: AREAS.find( ( one ) => one === value ) ?? '',
						} )
					}
				/>
			);
		case 'total':
			return <TotalField { ...props } />;
		default:
			return <ListField { ...props } name={ name } label={ label } />;
	}
}

/** Digits, and no more of them than `Domain\Settings\TotalBound` takes. */
const AMOUNT = /^[0-9]{1,12}(\.[0-9]{1,4})?$/;

function TotalField( { rule, names, onChange }: FieldProps ) {
	const bound = boundOf( rule );
	const set = ( change: Partial< typeof bound > ) =>
		onChange( { ...rule, total: totalOf( { ...bound, ...change } ) } );
	return (
		<>
			<SelectField
				label={ __( 'Order total with VAT', 'orderinvoicer' ) }
				help={ __(
					'In this currency alone: nothing is converted, and orders in another one do not fit.',
					'orderinvoicer'
				) }
				value={ bound.way }
				options={ [
					{
						value: 'at_least',
						label: __( 'This amount and more', 'orderinvoicer' ),
					},
					{
						value: 'below',
						label: __( 'Less than this amount', 'orderinvoicer' ),
					},
				] }
				onChange={ ( way ) => set( { way } ) }
			/>
			<TextField
				label={ labelled(
					__( 'Amount', 'orderinvoicer' ),
					bound.currency
				) }
				value={ bound.amount }
				error={
					AMOUNT.test( bound.amount )
						? undefined
						: __(
								'Use an amount such as 1000 or 1000.50.',
								'orderinvoicer'
							)
				}
				onChange={ ( amount ) =>
					set( { amount: amount.trim().replace( ',', '.' ) } )
				}
				className="orderinvoicer-short"
			/>
			{ ( names.choices?.currencies.length ?? 0 ) > 0 && (
				<SelectField
					label={ __( 'Currency of the amount', 'orderinvoicer' ) }
					value={ bound.currency }
					options={ ( names.choices?.currencies ?? [] ).map(
						( { id, name } ) => ( { value: id, label: name } )
					) }
					onChange={ ( currency ) => set( { currency } ) }
				/>
			) }
		</>
	);
}

/** As many are seen at once; of more, those that are chosen, and a list to choose from. */
const MOST_TICKED = 12;

type ListFieldProps = FieldProps & { name: ListName; label: string };

function ListField( { rule, names, onChange, name, label }: ListFieldProps ) {
	const wanted = listOf( rule, name );
	const options = [
		...optionsOf( name, names ),
		...goneOf( name, rule, names ).map( ( id ) => ( { id, title: id } ) ),
	];
	const isLong = options.length > MOST_TICKED;
	const set = ( ids: string[] ) => onChange( withList( rule, name, ids ) );
	return (
		<fieldset>
			<legend>{ label }</legend>
			{ options
				.filter( ( { id } ) => ! isLong || wanted.includes( id ) )
				.map( ( { id, title } ) => (
					<CheckField
						key={ id }
						label={ title }
						checked={ wanted.includes( id ) }
						onChange={ ( checked ) =>
							set(
								checked
									? [ ...wanted, id ]
									: wanted.filter( ( one ) => one !== id )
							)
						}
					/>
				) ) }
			{ isLong && (
				<SelectField
					label={ labelled(
						label,
						__( 'add to the list', 'orderinvoicer' )
					) }
					hideLabelFromVision
					value=""
					options={ [
						{ value: '', label: __( 'Choose', 'orderinvoicer' ) },
						...options
							.filter( ( { id } ) => ! wanted.includes( id ) )
							.map( ( { id, title } ) => ( {
								value: id,
								label: title,
							} ) ),
					] }
					onChange={ ( id ) => id !== '' && set( [ ...wanted, id ] ) }
				/>
			) }
		</fieldset>
	);
}

/** What is empty is left out, but of those that rules always have: an earlier version could not read it. */
const withList = ( rule: Rule, name: ListName, ids: string[] ): Rule => {
	if ( ids.length === 0 ) {
		return without( rule, name );
	}
	return name === 'categories'
		? { ...rule, categories: ids.map( Number ) }
		: { ...rule, [ name ]: ids };
};

const totalOf = ( {
	way,
	amount,
	currency,
}: ReturnType< typeof boundOf > ): string =>
	`${ way }:${ amount }:${ currency }`;

/** What the rule no longer asks for. */
export function without( rule: Rule, name: ConditionName ): Rule {
	switch ( name ) {
		case 'gateways':
			return { ...rule, gateways: [] };
		case 'buyer':
			return { ...rule, buyer: '' };
		case 'area':
			return { ...rule, area: '' };
		default: {
			const { [ name ]: _gone, ...rest } = rule;
			return rest;
		}
	}
}
