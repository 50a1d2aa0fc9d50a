import { __ } from '@wordpress/i18n';
import {
	CheckField,
	RadioField,
	SelectField,
	TextField,
} from '../../../../components/fields';
import { Message } from '../../../../components/Message';
import type { Kind, Shop } from '../../../../generated/schemas';
import { KIND_FACTS, v1Reason } from '../../../settings/kinds';
import { hasV1 } from '../../../useSellsyLists';
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
			{ others && KIND_FACTS[ kind ].isValidated && (
				<FinaliseFields kind={ kind } form={ form } />
			) }
			{ others && <EmailField { ...props } /> }
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
			<RadioField
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

function EmailField( { kind, form, sellsy, shop }: KindProps ) {
	const { email } = form.value[ kind ];
	const isMissing = hasV1( sellsy ) === false && ! email;
	const ofShop = shop.emails.find( ( one ) => one.kind === kind );
	return (
		<>
			<CheckField
				label={ __(
					'Sellsy e-mails it to the customer',
					'orderinvoicer'
				) }
				help={ isMissing ? v1Reason() : emailHelp( kind ) }
				checked={ email }
				disabled={ isMissing }
				onChange={ ( value ) =>
					form.editGroup( kind, { email: value } )
				}
			/>
			{ ofShop && <ShopEmail email={ ofShop } isDoubled={ email } /> }
		</>
	);
}

type ShopEmailProps = { email: Shop[ 'emails' ][ number ]; isDoubled: boolean };

/** The shop's own e-mail is switched on and written in WooCommerce's settings. */
function ShopEmail( { email, isDoubled }: ShopEmailProps ) {
	const link = (
		<a href={ email.url }>
			{ email.kind === 'invoice'
				? __( 'E-mail “Your invoice is available”', 'orderinvoicer' )
				: __(
						'E-mail “Your credit note is available”',
						'orderinvoicer'
					) }
		</a>
	);
	return email.enabled && isDoubled ? (
		<Message status="warning">
			<p>
				{ __(
					'The shop itself e-mails the customer too: your customers get both e-mails. Switch one of them off.',
					'orderinvoicer'
				) }{ ' ' }
				{ link }
			</p>
		</Message>
	) : (
		<p className="orderinvoicer-muted">
			{ email.enabled
				? __(
						'The shop itself e-mails the customer once it is final, with a link to the order.',
						'orderinvoicer'
					)
				: __(
						'The shop can also e-mail the customer itself once it is final, with a link to the order. It is off.',
						'orderinvoicer'
					) }{ ' ' }
			{ link }
		</p>
	);
}

const emailHelp = ( kind: Kind ): string =>
	KIND_FACTS[ kind ].isValidated
		? __(
				'Once, with your own template in Sellsy, as soon as it is final.',
				'orderinvoicer'
			)
		: __( 'Once, with your own template in Sellsy.', 'orderinvoicer' );
