import { __ } from '@wordpress/i18n';
import {
	CheckField,
	SelectField,
	TextField,
} from '../../../../components/fields';
import { KIND_FACTS, v1Reason } from '../../../settings/kinds';
import { hasV1 } from '../../../useSellsyLists';
import {
	choicesOf,
	finaliseChoice,
	type FinaliseKind,
	finaliseOf,
	statusOptions,
	triggerChoice,
	type TriggerKind,
	triggerOf,
} from '../choices';
import type { Rule } from '../rules';
import { ConditionFields } from './ConditionFields';
import { FIRST_HOURS, ways } from './FinaliseFields';
import type { KindProps } from '../types';
import { SellsyChoice } from './SellsyChoice';
import { triggerOptions } from './WhenFields';

type RuleFieldsProps = KindProps & {
	rule: Rule;
	onChange: ( rule: Rule ) => void;
};

/** Which orders the rule takes, and what becomes of them. */
export function RuleFields( props: RuleFieldsProps ) {
	const { rule, onChange } = props;
	return (
		<div className="orderinvoicer-stack orderinvoicer-rules__fields">
			<ConditionFields { ...props } names={ props } />
			<SelectField
				label={ __( 'These orders get', 'orderinvoicer' ) }
				value={ rule.makes ? 'yes' : 'none' }
				options={ [
					{
						value: 'yes',
						label: __( 'This document', 'orderinvoicer' ),
					},
					{
						value: 'none',
						label: __( 'No such document', 'orderinvoicer' ),
					},
				] }
				onChange={ ( value ) =>
					onChange( { ...rule, makes: value === 'yes' } )
				}
			/>
			{ rule.makes && <OutcomeFields { ...props } /> }
		</div>
	);
}

function OutcomeFields( props: RuleFieldsProps ) {
	const { kind, rule, sellsy, onChange } = props;
	const isMissing = hasV1( sellsy ) === false && ! rule.email;
	return (
		<>
			{ kind !== 'creditnote' && <TriggerSelect { ...props } /> }
			{ KIND_FACTS[ kind ].isValidated && (
				<FinaliseSelect { ...props } />
			) }
			<CheckField
				label={ __(
					'Sellsy e-mails it to the customer',
					'orderinvoicer'
				) }
				help={ isMissing ? v1Reason() : undefined }
				checked={ rule.email }
				disabled={ isMissing }
				onChange={ ( email ) => onChange( { ...rule, email } ) }
			/>
			<SellsySelects { ...props } />
		</>
	);
}

function TriggerSelect( { rule, shop, onChange }: RuleFieldsProps ) {
	const choice = triggerChoice( rule.trigger );
	const set = ( kind: TriggerKind, status: string ) =>
		onChange( { ...rule, trigger: triggerOf( { kind, status } ) } );
	const options = triggerOptions();
	const first = shop.order_statuses[ 0 ]?.slug ?? 'completed';
	return (
		<>
			<SelectField
				label={ __( 'As soon as the order is', 'orderinvoicer' ) }
				value={ choice.kind }
				options={ options }
				onChange={ ( value ) => {
					const option = options.find(
						( one ) => one.value === value
					);
					if ( option ) {
						set( option.value, choice.status || first );
					}
				} }
			/>
			{ choice.kind === 'status' && (
				<SelectField
					label={ __( 'Order status', 'orderinvoicer' ) }
					value={ choice.status }
					options={ statusOptions(
						shop.order_statuses,
						choice.status
					) }
					onChange={ ( status ) => set( 'status', status ) }
				/>
			) }
		</>
	);
}

function FinaliseSelect( { rule, onChange }: RuleFieldsProps ) {
	const { kind: way, hours } = finaliseChoice( rule.finalise );
	const set = ( next: FinaliseKind, number: string ) =>
		onChange( { ...rule, finalise: finaliseOf( next, number ) } );
	const options = ways();
	const isWrong = way === 'hours' && ! HOURS.test( hours );
	return (
		<>
			<SelectField
				label={ __( 'It becomes final', 'orderinvoicer' ) }
				value={ way }
				options={ options }
				onChange={ ( value ) => {
					const option = options.find(
						( one ) => one.value === value
					);
					if ( option ) {
						set( option.value, hours || FIRST_HOURS );
					}
				} }
			/>
			{ way === 'hours' && (
				<TextField
					label={ __( 'Hours', 'orderinvoicer' ) }
					type="number"
					min={ 1 }
					max={ 720 }
					error={
						isWrong
							? __(
									'Use a whole number from 1 to 720.',
									'orderinvoicer'
								)
							: undefined
					}
					value={ hours }
					onChange={ ( number ) => set( 'hours', number ) }
					className="orderinvoicer-short"
				/>
			) }
		</>
	);
}

/** From 1 to 720, as `Domain\Settings\Finalise` has it. */
const HOURS = /^([1-9][0-9]?|[1-6][0-9]{2}|7[01][0-9]|720)$/;

function SellsySelects( { rule, sellsy, shop, onChange }: RuleFieldsProps ) {
	const emptyLabel = __( 'As for all other orders', 'orderinvoicer' );
	return (
		<>
			<SellsyChoice
				label={ __( 'Owner', 'orderinvoicer' ) }
				emptyLabel={ emptyLabel }
				value={ rule.owner_id }
				choices={ choicesOf( sellsy, 'staffs', shop.currency ) }
				onChange={ ( id ) => onChange( { ...rule, owner_id: id } ) }
			/>
			<SellsyChoice
				label={ __( 'Document model', 'orderinvoicer' ) }
				emptyLabel={ emptyLabel }
				value={ rule.model_id }
				choices={ choicesOf( sellsy, 'models', shop.currency ) }
				onChange={ ( id ) => onChange( { ...rule, model_id: id } ) }
			/>
			<SellsyChoice
				label={ __( 'Rate category', 'orderinvoicer' ) }
				emptyLabel={ emptyLabel }
				value={ rule.rate_category_id }
				choices={ choicesOf(
					sellsy,
					'rate_categories',
					shop.currency
				) }
				onChange={ ( id ) =>
					onChange( { ...rule, rate_category_id: id } )
				}
			/>
		</>
	);
}
