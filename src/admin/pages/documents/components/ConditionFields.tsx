import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { SelectField } from '../../../../components/fields';
import { useFocusKept } from '../../../../components/useFocusKept';
import { labelled } from '../../../../i18n/labels';
import {
	type Condition,
	type ConditionName,
	CONDITIONS,
	type Names,
} from '../conditions';
import type { Rule } from '../rules';
import { ConditionField, type FieldProps, without } from './ConditionField';

const labelOf = ( name: ConditionName ): string => {
	switch ( name ) {
		case 'gateways':
			return __( 'Payment method', 'orderinvoicer' );
		case 'buyer':
			return __( 'Person or company', 'orderinvoicer' );
		case 'area':
			return __( 'Country', 'orderinvoicer' );
		case 'currencies':
			return __( 'Currency', 'orderinvoicer' );
		case 'shipping':
			return __( 'Shipping method', 'orderinvoicer' );
		case 'total':
			return __( 'Order total', 'orderinvoicer' );
		case 'roles':
			return __( 'Customer’s role', 'orderinvoicer' );
		case 'categories':
			return __( 'Product category', 'orderinvoicer' );
	}
};

/** A rule shows the conditions that it has, each with a button that takes it away; another is added by one choice. */
export function ConditionFields( props: FieldProps ) {
	const { rule, names, onChange } = props;
	const [ added, setAdded ] = useState< readonly ConditionName[] >( [] );
	const { area, place } = useFocusKept< HTMLDivElement >();
	const isShown = ( { name, isSet }: Condition ): boolean =>
		isSet( rule ) || added.includes( name );
	const others = CONDITIONS.filter( ( one ) => ! isShown( one ) );
	return (
		<div className="orderinvoicer-stack" { ...area } { ...place }>
			{ CONDITIONS.filter( isShown ).map( ( condition ) => (
				<div
					key={ condition.name }
					className="orderinvoicer-rules__condition"
				>
					<ConditionField
						{ ...props }
						name={ condition.name }
						label={ labelOf( condition.name ) }
					/>
					<Button
						variant="tertiary"
						size="compact"
						aria-label={ labelled(
							__( 'Remove the condition', 'orderinvoicer' ),
							labelOf( condition.name )
						) }
						onClick={ () => {
							onChange( without( rule, condition.name ) );
							setAdded(
								added.filter(
									( name ) => name !== condition.name
								)
							);
						} }
					>
						{ __( 'Remove', 'orderinvoicer' ) }
					</Button>
				</div>
			) ) }
			{ others.length > 0 && (
				<SelectField
					label={ __( 'Add a condition', 'orderinvoicer' ) }
					help={ __(
						'The rule takes the orders that fit all of its conditions.',
						'orderinvoicer'
					) }
					value=""
					options={ [
						{ value: '', label: __( 'Choose', 'orderinvoicer' ) },
						...others.map( ( { name } ) => ( {
							value: name,
							label: labelOf( name ),
						} ) ),
					] }
					onChange={ ( chosen ) => {
						const found = others.find(
							( { name } ) => name === chosen
						);
						if ( found ) {
							setAdded( [ ...added, found.name ] );
							onChange( begun( rule, found.name, names ) );
						}
					} }
				/>
			) }
		</div>
	);
}

/** A list asks for nothing until something of it is ticked. */
function begun( rule: Rule, name: ConditionName, { shop }: Names ): Rule {
	switch ( name ) {
		case 'buyer':
			return { ...rule, buyer: 'company' };
		case 'area':
			return { ...rule, area: 'domestic' };
		case 'total':
			return { ...rule, total: `at_least:100:${ shop.currency }` };
		default:
			return rule;
	}
}
