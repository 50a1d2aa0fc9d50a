import { __ } from '@wordpress/i18n';
import { SelectField, TextField } from '../../../../components/fields';
import { KIND_FACTS } from '../../../settings/kinds';
import { RadioSetting } from '../../../settings/CheckSetting';
import { hrefOf } from '../../../useRoute';
import {
	statusOptions,
	triggerChoice,
	type TriggerKind,
	triggerOf,
} from '../choices';
import { FinaliseFields } from './FinaliseFields';
import type { KindProps } from '../types';

/** When it is made, when it becomes final, and whether the customer gets it. */
export function WhenFields( props: KindProps ) {
	const { kind, form } = props;
	const { others } = form.value[ kind ];
	return (
		<>
			{ others && kind !== 'creditnote' && (
				<TriggerFields { ...props } />
			) }
			<div
				className="orderinvoicer-setting"
				data-setting={ `${ kind }.start_date` }
			>
				<TextField
					label={
						kind === 'creditnote'
							? __( 'Refunds made from', 'orderinvoicer' )
							: __( 'Orders created from', 'orderinvoicer' )
					}
					help={
						kind === 'creditnote'
							? __(
									'Older refunds are never touched by themselves. Starts at the day Sellsy was connected.',
									'orderinvoicer'
								)
							: __(
									'Older orders are never touched by themselves. Starts at the day Sellsy was connected.',
									'orderinvoicer'
								)
					}
					type="date"
					value={ form.value[ kind ].start_date }
					onChange={ ( value ) =>
						form.editGroup( kind, { start_date: value } )
					}
					className="orderinvoicer-short"
				/>
			</div>
			{ others && KIND_FACTS[ kind ].isValidated && (
				<FinaliseFields kind={ kind } form={ form } />
			) }
			{ others && <WhoEmailsIt /> }
		</>
	);
}

function TriggerFields( { kind, form, shop }: KindProps ) {
	const choice = triggerChoice( form.value[ kind ].trigger );
	const set = ( trigger: TriggerKind, status: string ) =>
		form.editGroup( kind, {
			trigger: triggerOf( { kind: trigger, status } ),
		} );
	const first = shop.order_statuses[ 0 ]?.slug ?? 'completed';
	return (
		<>
			<RadioSetting
				name={ `${ kind }.trigger` }
				form={ form }
				label={ __( 'As soon as the order is', 'orderinvoicer' ) }
				value={ choice.kind }
				options={ triggerOptions() }
				onChange={ ( trigger ) =>
					set( trigger, choice.status || first )
				}
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

export const triggerOptions = (): Array< {
	value: TriggerKind;
	label: string;
	description: string;
} > => [
	{
		value: 'confirmed',
		label: __( 'Confirmed', 'orderinvoicer' ),
		description: __(
			'On hold, processing or completed, whichever comes first: also before a bank transfer arrives.',
			'orderinvoicer'
		),
	},
	{
		value: 'paid',
		label: __( 'Paid', 'orderinvoicer' ),
		description: __(
			'The payment was received, whatever the status is called.',
			'orderinvoicer'
		),
	},
	{
		value: 'shipped',
		label: __( 'Shipped', 'orderinvoicer' ),
		description: __(
			'By what you chose under Statuses: a status, a tracking number.',
			'orderinvoicer'
		),
	},
	{
		value: 'completed',
		label: __( 'Completed', 'orderinvoicer' ),
		description: __( 'Shipped or delivered: closed.', 'orderinvoicer' ),
	},
	{
		value: 'status',
		label: __( 'In a status of your choice', 'orderinvoicer' ),
		description: __(
			'Any status of this shop, also one that another plugin added.',
			'orderinvoicer'
		),
	},
];

/** Told whole among the e-mails, beside the others that bring the same document. */
const WhoEmailsIt = () => (
	<p className="orderinvoicer-muted">
		{ __(
			'Who e-mails it to the customer is chosen with the e-mails.',
			'orderinvoicer'
		) }{ ' ' }
		<a href={ hrefOf( 'emails' ) }>
			{ __( 'See E-mails', 'orderinvoicer' ) }
		</a>
	</p>
);
